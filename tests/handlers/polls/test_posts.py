"""A poll in the council's group: the turnout while it is open, what came of it, the seal."""

from datetime import timedelta

import pytest

from tests.alliance import UNPACED
from tests.voters import CHAIR, QUESTION, Voters

COUNCIL = -1003


@pytest.fixture
def settings() -> dict[str, str]:
    return UNPACED | {"ALLIANCE__COUNCIL_GROUP": str(COUNCIL)}


@pytest.fixture(autouse=True)
def chat(voters: Voters) -> None:
    """Give the council a group of its own; Egor looks in there without being of it."""
    voters.alliance.sandbox.add_group(COUNCIL, "Совет", members=[1, 2, 3, 4, 5])


async def test_the_group_follows_the_turnout_and_learns_no_more_before_the_close(
    voters: Voters,
) -> None:
    await voters.opens()
    post = await voters.egor.sees(QUESTION, chat_id=COUNCIL)
    assert "Проголосовали: 0 из 4" in post["text"]
    assert "Голосуют в личном чате с ботом" in post["text"]
    await voters.gleb.sees("Началось голосование")

    await voters.gleb.taps("Против")
    await voters.gleb.sees("Голос принят: «Против»")
    await voters.alliance.goes_on(timedelta(seconds=5))

    seen = await voters.egor.sees("Проголосовали: 1 из 4", chat_id=COUNCIL)
    assert seen["message_id"] == post["message_id"]
    assert "ротив" not in seen["text"]


async def test_the_button_of_the_group_leads_to_the_ballot(voters: Voters) -> None:
    await voters.opens()
    await voters.gleb.sees("Началось голосование")
    await voters.gleb.sees(QUESTION, chat_id=COUNCIL)

    await voters.gleb.taps("Открыть бюллетень", chat_id=COUNCIL)
    await voters.egor.taps("Открыть бюллетень", chat_id=COUNCIL)

    await voters.gleb.sees(
        lambda message: QUESTION in message["text"] and "Началось" not in message["text"]
    )
    await voters.egor.sees("Такого голосования нет.")


async def test_the_group_reads_what_came_of_it_and_keeps_the_seal(voters: Voters) -> None:
    poll = await voters.opens()
    await voters.gleb.sees(QUESTION, chat_id=COUNCIL)
    await voters.polls.close(CHAIR, poll, "Все <высказались>")

    seal = await voters.gleb.sees("Контрольные суммы голосования №\u00a01", chat_id=COUNCIL)
    assert QUESTION in seal["text"]
    await voters.alliance.goes_on(timedelta(seconds=5))
    post = await voters.gleb.sees("Голосование завершено", chat_id=COUNCIL)
    assert "(раньше срока: Все <высказались>)" in post["text"]
    assert "Нет кворума, решение не принято." in post["text"]
