"""The alliance's group at Telegram: join requests, tags, removal by a tap."""

from datetime import timedelta

import pytest

from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import OrganisationDetails
from sandbox.chats import Member
from tests.alliance import UNPACED, Alliance

GROUP = -1001
MINUTE = timedelta(minutes=1)
FUND = OrganisationDetails("Фонд", "Фонд «Закат»", "6671000024", None, "")


@pytest.fixture
def settings() -> dict[str, str]:
    return UNPACED | {"ALLIANCE__GROUP": str(GROUP)}


async def test_members_are_let_in_with_a_tag_and_others_hear_how_to_apply(
    alliance: Alliance,
) -> None:
    chat = alliance.sandbox.add_group(GROUP, "Альянс", bot=Member("administrator"))
    anna = await alliance.has(1, "Анна")
    await alliance.puts(1, FUND)
    stranger = alliance.sandbox.add_person(77, "Маша")
    stranger.asks_to_join(GROUP)
    anna.asks_to_join(GROUP)
    await stranger.sees("Эта группа — для участников", 10)
    world = alliance.sandbox.world
    await world.changes.until(GROUP, lambda: chat.has(1) or None, 20)
    await world.changes.until(GROUP, lambda: not chat.join_requests or None, 5)
    assert (chat.has(1), chat.has(77)) == (True, False)


async def test_who_left_the_alliance_is_removed_by_an_organisers_tap(alliance: Alliance) -> None:
    await alliance.has(1, "Анна")
    await alliance.puts(1, FUND)
    olga = await alliance.has(2, "Ольга", Role.ORGANISER)
    administrator = Member("administrator")
    chat = alliance.sandbox.add_group(GROUP, "Альянс", members=[1, 2], bot=administrator)
    await alliance.goes_on(MINUTE)
    await olga.watches(lambda _: chat.member(1).tag == "Фонд «Закат»", 20, chat_id=GROUP)
    await alliance.services.own_organisations.leave(MemberId(1))
    await alliance.goes_on(MINUTE)
    await olga.watches(lambda _: chat.member(1).tag == "", 20, chat_id=GROUP)
    assert chat.has(1)

    await olga.says("/manage")
    await olga.sees("обыт")
    await olga.taps("Кто вне связи")
    await olga.sees("Кто вне связи")
    await olga.taps("Вышли из альянса, но в группе")
    await olga.sees("но в группе: 1")
    await olga.taps("Анна")
    await olga.sees("Убрать из группы: Анна?")
    assert chat.has(1)
    await olga.taps("Да, убрать из группы")
    await olga.sees("покинули и группу")
    await olga.watches(lambda _: not chat.has(1), 20, chat_id=GROUP)
