"""The bot dies between what a wizard does and the end of its draft: the same tap is done once."""

import pytest

from bot.domain.polls.polls import PollState
from sandbox.people import Person
from tests.alliance import Alliance
from tests.crashes import BROKEN, dies_after
from tests.databases import query
from tests.handlers.polls.forms.balloting import drafts, opened, stored
from tests.handlers.polls.forms.test_ending import looks_at
from tests.handlers.polls.forms.test_proxies import comes_to

YES = "Да, подлинник получен, записать"


async def test_a_poll_is_opened_once(alliance: Alliance, maria: Person) -> None:
    await drafts(maria)
    await maria.taps("Открыть голосование")
    await maria.sees("Открыть голосование?")
    dies_after(alliance.services.polls, "open")
    assert BROKEN in ((await maria.taps("Да, открыть")).text or "")

    await maria.taps("Да, открыть")

    await maria.sees("Голосование открыто")
    polls = "SELECT count(*) FROM polls"
    assert await query(alliance.database, polls) == [(1,)]


@pytest.mark.parametrize(
    ("button", "question", "yes", "act", "state"),
    [
        ("Завершить сейчас", "Завершаем", "Да, завершить", "close", PollState.CLOSED),
        ("Отменить", "Отменяем", "Да, отменить", "cancel", PollState.CANCELLED),
    ],
)
async def test_a_poll_is_ended_once_and_the_second_tap_says_so(
    alliance: Alliance,
    maria: Person,
    button: str,
    question: str,
    yes: str,
    act: str,
    state: PollState,
) -> None:
    poll = await opened(alliance)
    await looks_at(maria, poll)
    await maria.taps(button)
    await maria.sees(question)
    await maria.says("Так решили")
    await maria.sees("Причина: Так решили")
    dies_after(alliance.services.polls, act)
    assert BROKEN in ((await maria.taps(yes)).text or "")

    again = await maria.taps(yes)

    assert "олосование" in (again.text or "")
    assert (await stored(alliance, poll)).state is state


async def test_a_proxy_is_registered_once_and_the_second_tap_says_so(
    alliance: Alliance, maria: Person
) -> None:
    await comes_to(maria, alliance, "confirm")
    dies_after(alliance.services.proxies, "register")
    assert BROKEN in ((await maria.taps(YES)).text or "")

    again = await maria.taps(YES)

    assert "уже есть" in (again.text or "")
    proxies = "SELECT count(*) FROM proxies"
    assert await query(alliance.database, proxies) == [(1,)]
