"""The alliance's group: who may join, whose tag is renewed, who is removed and by whom."""

from dataclasses import replace

import pytest

from bot.domain.people.group import TAG_LIMIT, GroupPerson, tag_of
from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.people.refusals import ColleagueNotFound
from bot.domain.refusals import OnlyForOrganisers
from bot.services.people.group import AllianceGroup
from bot.services.people.own import OwnOrganisations
from tests.councils import GROUP, Assembly
from tests.people import a_member

LEADER, DELEGATE, CHAIR = map(MemberId, (11, 12, 1))
STRANGER = TelegramId(999)


@pytest.fixture
async def group(assembly: Assembly) -> AllianceGroup:
    today = assembly.clock.now().date()
    await assembly.database.write(lambda tx: tx.members.add_role(CHAIR, Role.ORGANISER, today))
    return AllianceGroup(assembly.database, assembly.clock, assembly.rules)


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Фонд «Закат»", "Фонд «Закат»"),
        ("АНО «Тёплый дом»", "АНО «Тёплый дом»"),
        ("Автономная некоммерческая", "Автономная неко…"),
        ("Клуб  🎄  лета\u200b", "Клуб лета"),
        (None, ""),
    ],
)
def test_a_tag_is_the_organisations_short_name_as_telegram_takes_it(
    name: str | None, tag: str
) -> None:
    member = a_member(telegram_id=TelegramId(1), consent_version=1, organisation_name=name)
    assert tag_of(member) == tag
    assert len(tag) <= TAG_LIMIT
    assert tag_of(replace(member, guest=True)) == ""


async def test_only_people_of_the_alliance_may_join_and_only_its_own_group(
    assembly: Assembly, group: AllianceGroup
) -> None:
    own = OwnOrganisations(assembly.database, assembly.clock, assembly.rules)
    account = TelegramId(DELEGATE)
    assert await group.asks_to_join(account, GROUP) is True
    assert await group.asks_to_join(STRANGER, GROUP) is False
    assert await group.asks_to_join(account, GROUP - 1) is None
    await own.leave(DELEGATE)
    assert await group.asks_to_join(account, GROUP) is False


async def tags(assembly: Assembly) -> list[GroupPerson]:
    return await assembly.database.read(lambda tx: tx.group.all())


async def test_a_tag_is_asked_for_until_it_is_set_and_again_when_the_name_changes(
    assembly: Assembly, group: AllianceGroup
) -> None:
    await group.note_presence(TelegramId(DELEGATE), GROUP, present=True)
    await assembly.database.write(lambda tx: tx.group.save_tag(DELEGATE, "Старое имя"))
    assert await group.renew_tags() == 6, "of all that have an organisation"
    assert await group.renew_tags() == 6
    sql = "SELECT count(*) FROM notices WHERE kind = 'people.group_tag'"
    assert await assembly.rows(sql) == [(6,)], "one waits for each"
    for member in range(11, 17):
        await group.note_presence(TelegramId(member), GROUP, present=member < 13)
    await assembly.database.write(lambda tx: tx.group.save_tag(LEADER, "Фонд 001"))
    await assembly.database.write(lambda tx: tx.group.save_tag(DELEGATE, "Фонд 001"))
    assert await group.renew_tags() == 0
    own = OwnOrganisations(assembly.database, assembly.clock, assembly.rules)
    await own.leave(DELEGATE)
    assert await group.renew_tags() == 1, "a former member has no tag"


async def test_who_left_the_alliance_is_listed_until_they_leave_the_group(
    assembly: Assembly, group: AllianceGroup
) -> None:
    own = OwnOrganisations(assembly.database, assembly.clock, assembly.rules)
    assert await group.leftovers(CHAIR) == []
    await own.leave(DELEGATE)
    assert [one.id for one in await group.leftovers(CHAIR)] == [DELEGATE]
    await group.note_presence(TelegramId(DELEGATE), GROUP, present=False)
    assert await group.leftovers(CHAIR) == []


async def test_only_an_organisers_tap_removes_and_only_who_is_on_the_list(
    assembly: Assembly, group: AllianceGroup
) -> None:
    own = OwnOrganisations(assembly.database, assembly.clock, assembly.rules)
    with pytest.raises(ColleagueNotFound):
        await group.remove(CHAIR, DELEGATE)
    await own.leave(DELEGATE)
    with pytest.raises(OnlyForOrganisers):
        await group.remove(LEADER, DELEGATE)
    assert await assembly.told("people.group_removal") == {}
    assert await group.remove(CHAIR, DELEGATE) == []
    assert await assembly.told("people.group_removal") == {GROUP: 1}
    sql = "SELECT actor_id, subject FROM audit WHERE act = 'group.remove'"
    assert await assembly.rows(sql) == [(CHAIR, f"member:{DELEGATE}")]
