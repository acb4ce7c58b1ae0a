"""A poll in the council's group: the turnout while it is open, what came of it, the seal."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import running
from sandbox.clock import SandboxClock
from sandbox.server import Sandbox
from tests.alliance import Alliance, a_config
from tests.voters import CHAIR, QUESTION, Voters

COUNCIL = -1003


@pytest.fixture
async def voters(sandbox: Sandbox, clock: SandboxClock, tmp_path: Path) -> AsyncIterator[Voters]:
    """A council with a group of its own; Egor looks in there without being of it."""
    pace = {"DELIVERY__PER_CHAT_SECOND": "1000", "DELIVERY__PER_GROUP_MINUTE": "1000"}
    chat = {"ALLIANCE__COUNCIL_GROUP": str(COUNCIL)}
    config = a_config(tmp_path, sandbox.url, **pace, **chat)
    async with AsyncExitStack() as stack:
        app = await stack.enter_async_context(running(config, clock))
        made = await Voters(Alliance(sandbox, clock, config, app, stack)).gather()
        sandbox.add_group(COUNCIL, "Совет", members=[1, 2, 3, 4, 5])
        yield made


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

    seal = await voters.gleb.sees("Печать голосования №\u00a01", chat_id=COUNCIL)
    assert QUESTION in seal["text"]
    await voters.alliance.goes_on(timedelta(seconds=5))
    post = await voters.gleb.sees("Голосование завершено", chat_id=COUNCIL)
    assert "(раньше срока: Все <высказались>)" in post["text"]
    assert "Нет кворума, решение не принято." in post["text"]
