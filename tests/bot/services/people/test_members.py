from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.people.invitations import PREFIX, Invitation, hash_of, new_token
from bot.domain.people.members import Member, MemberId, Role, TelegramId
from bot.domain.people.people import PersonDetails
from bot.domain.people.refusals import (
    AlreadyMember,
    InvitationExpired,
    InvitationInvalid,
    InvitationUsed,
    UnknownLanguage,
    UnknownTimeZone,
)
from bot.domain.refusals import ButtonTooOld, NotMember
from bot.services.people.members import Members
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.events import an_event_plan

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
BORIS_TELEGRAM, ADMIN_TELEGRAM = TelegramId(7), TelegramId(999)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def members(database: Database, clock: FixedClock) -> Members:
    return Members(
        database,
        clock,
        administrators=frozenset({ADMIN_TELEGRAM, TelegramId(998)}),
        rules=some_rules(consent_version=2),
        language="ru",
    )


async def invited(database: Database, name: str = "Борис") -> tuple[MemberId, str]:
    """Return a person who may join, and the payload of the invitation."""
    token = new_token()

    def write(tx: Stores) -> MemberId:
        member = tx.members.add(PersonDetails(name), None)
        tx.invitations.add(Invitation(hash_of(token), member, NOW + timedelta(days=30)))
        return member

    return await database.write(write), PREFIX + token


async def test_an_invitation_lets_one_account_in_once(members: Members, database: Database) -> None:
    boris, payload = await invited(database)

    joined = await members.join(BORIS_TELEGRAM, payload)

    assert (joined.id, joined.telegram_id, joined.consent_version) == (boris, 7, None)
    assert (await members.join(BORIS_TELEGRAM, payload)).id == boris  # one's own link again
    with pytest.raises(InvitationUsed):
        await members.join(TelegramId(8), payload)


async def test_using_one_invitation_uses_up_all_of_the_person(
    members: Members, database: Database
) -> None:
    boris, payload = await invited(database)
    second = new_token()
    await database.write(
        lambda tx: tx.invitations.add(Invitation(hash_of(second), boris, NOW + timedelta(days=9)))
    )
    await members.join(BORIS_TELEGRAM, payload)

    with pytest.raises(InvitationUsed):
        await members.join(TelegramId(8), PREFIX + second)


@pytest.mark.parametrize(
    "payload", ["i_", "i_short", "i_" + "A" * 22, "i_" + "A" * 23, "i_" + "Ё" * 22, "x" * 24, ""]
)
async def test_a_made_up_invitation_is_refused(members: Members, payload: str) -> None:
    with pytest.raises(InvitationInvalid):
        await members.join(BORIS_TELEGRAM, payload)


async def test_an_expired_invitation_is_refused(
    members: Members, database: Database, clock: FixedClock
) -> None:
    _, payload = await invited(database)
    clock.time = NOW + timedelta(days=30)

    with pytest.raises(InvitationExpired):
        await members.join(BORIS_TELEGRAM, payload)


async def test_a_member_cannot_become_somebody_else(members: Members, database: Database) -> None:
    _, payload = await invited(database)
    vera, other = await invited(database, "Вера")
    await members.join(BORIS_TELEGRAM, payload)

    with pytest.raises(AlreadyMember, match="Борис"):
        await members.join(BORIS_TELEGRAM, other)

    assert (await members.join(TelegramId(8), other)).id == vera  # the link is not spent


async def test_start_makes_the_unreachable_reachable_with_and_without_a_link(
    members: Members, database: Database
) -> None:
    _, payload = await invited(database)
    await members.join(BORIS_TELEGRAM, payload)

    await members.note_reachable(BORIS_TELEGRAM, reachable=False)
    started = await members.start(BORIS_TELEGRAM, "Борис")
    assert started is not None
    assert (await known(members)).reachable

    await members.note_reachable(BORIS_TELEGRAM, reachable=False)
    assert not (await known(members)).reachable
    await members.join(BORIS_TELEGRAM, payload)
    assert (await known(members)).reachable


async def known(members: Members) -> Member:
    found = await members.recognise(BORIS_TELEGRAM)
    assert found is not None
    return found


async def test_a_stranger_stays_one(members: Members) -> None:
    assert await members.start(BORIS_TELEGRAM, "Борис") is None
    assert await members.recognise(BORIS_TELEGRAM) is None
    assert await members.note_reachable(BORIS_TELEGRAM, reachable=False) is None


@pytest.mark.parametrize("name", ["Админ", "<b>🎄</b>", "Ё" * 200, "Ё" * 300])
async def test_administrators_are_bound_at_their_first_start_even_with_one_name(
    members: Members, name: str
) -> None:
    first = await members.start(ADMIN_TELEGRAM, name)
    second = await members.start(TelegramId(998), name)
    again = await members.start(ADMIN_TELEGRAM, name)

    assert first is not None
    assert second is not None
    assert again == first
    assert first.id != second.id
    assert {Role.ADMINISTRATOR, Role.ORGANISER} <= first.roles & second.roles


async def test_an_administrator_who_comes_by_an_invitation_is_one_at_once(
    members: Members, database: Database
) -> None:
    boris, payload = await invited(database)

    joined = await members.join(ADMIN_TELEGRAM, payload)

    assert joined.id == boris
    assert Role.ADMINISTRATOR in joined.roles


async def test_consent_is_recorded_to_the_text_that_was_read_and_keeps_its_time(
    members: Members, database: Database, clock: FixedClock
) -> None:
    boris, payload = await invited(database)
    await members.join(BORIS_TELEGRAM, payload)

    with pytest.raises(ButtonTooOld):
        await members.give_consent(boris, 1)  # the button below last year's text
    assert (await known(members)).consent_version is None

    assert (await members.give_consent(boris, 2)).consent_version == 2
    clock.time += timedelta(days=1)
    await members.give_consent(boris, 2)
    data = await members.own_data(boris)
    assert data["person"]["consented_at"].startswith("2026-12-01")


async def test_what_the_bot_lacks_is_refused(members: Members, database: Database) -> None:
    boris, _ = await invited(database)

    with pytest.raises(UnknownLanguage):
        await members.choose_language(boris, "de")
    for zone in ("Mars/Olympus", "", "../../etc/passwd", "asia/omsk", "Asia/Omsk\0"):
        with pytest.raises(UnknownTimeZone):
            await members.choose_time_zone(boris, zone)
    assert (await members.choose_time_zone(boris, "Asia/Omsk")).time_zone == "Asia/Omsk"
    with pytest.raises(NotMember):
        await members.choose_language(MemberId(99), "en")


async def test_an_administrator_who_started_before_the_import_becomes_the_person_imported(
    members: Members, database: Database
) -> None:
    bare = await members.start(ADMIN_TELEGRAM, "Admin")
    assert bare is not None
    plan = an_event_plan(NOW + timedelta(days=1))
    event = await database.write(lambda tx: tx.events.add(plan, bare.id, NOW))
    member, payload = await invited(database, "Анна Орлова")

    joined = await members.join(ADMIN_TELEGRAM, payload)

    assert (joined.id, joined.name) == (member, "Анна Орлова")
    found = await database.read(lambda tx: tx.events.get(event))
    assert found is not None
    assert found.created_by == member
    assert Role.ADMINISTRATOR in joined.roles
    everybody = await database.read(lambda tx: tx.members.all())
    assert [person.id for person in everybody] == [member]
