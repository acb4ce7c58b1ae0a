"""Which updates are begun, and which may be confirmed."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import Update
from structlog.testing import capture_logs

from bot.services.transactions import update_in_work
from handlers.pipeline.intake import CROWDED_HOLD, LONGEST_HOLD, REMEMBERED, Intake, let_go


class InWork:
    """An intake whose updates are in work until they are let go, and its clock."""

    def __init__(self, bot: Bot) -> None:
        self.begun: list[int | None] = []
        self.now = 0.0
        self._ends: dict[int, asyncio.Event] = {}
        self.intake = Intake(self._handle, bot, longest=0.01, monotonic=lambda: self.now)
        self.lets_go: dict[int, bool] = {}
        """Which of them only wait once they are begun, and whether they are confirmed then."""

    async def _handle(self, update: Update) -> None:
        self.begun.append(update_in_work.get())
        if (confirmed := self.lets_go.get(update.update_id)) is not None:
            let_go(confirmed=confirmed)
        await self._ends[update.update_id].wait()

    async def takes(self, *updates: int) -> None:
        """Let these come, and be begun."""
        for update_id in updates:
            self._ends.setdefault(update_id, asyncio.Event())
            self.intake.take(an_update(update_id))
        for _ in range(5):
            await asyncio.sleep(0)

    async def ends(self, update_id: int) -> None:
        """Let one be done."""
        self._ends[update_id].set()
        work = self.intake.take(an_update(update_id))
        if work is not None and work.task is not None:
            await work.task


def an_update(update_id: int) -> dict[str, Any]:
    chat = {"id": 1, "type": "private"}
    return {"update_id": update_id, "message": {"message_id": 1, "date": 1, "chat": chat}}


@pytest.fixture
async def work() -> AsyncIterator[InWork]:
    async with Bot("42:token") as bot:
        yield InWork(bot)


async def test_nothing_is_confirmed_that_is_not_handled_nor_what_came_after_it(
    work: InWork,
) -> None:
    assert work.intake.offset() is None
    await work.takes(7, 8, 9)
    assert work.intake.offset() == 7

    await work.ends(8)
    assert work.intake.offset() == 7
    await work.ends(7)
    assert work.intake.offset() == 9
    await work.ends(9)
    assert work.intake.offset() == 10
    assert work.intake.held == 0


async def test_what_comes_again_is_begun_once_and_each_knows_its_own_number(work: InWork) -> None:
    await work.takes(7, 8, 7)
    await work.ends(7)
    await work.takes(7, 8)

    assert work.begun == [7, 8]
    assert work.intake.knows(7)
    assert not work.intake.knows(9)
    await work.ends(8)


async def test_what_takes_long_is_confirmed_with_a_word_in_the_log_and_comes_again_after_a_stop(
    work: InWork,
) -> None:
    await work.takes(7)
    work.now += 1
    await work.takes(8)
    work.now = LONGEST_HOLD

    with capture_logs() as logged:
        assert [work.intake.offset(), work.intake.offset()] == [8, 8]
        work.now += 1
        assert work.intake.offset() == 9
    assert [entry["update_id"] for entry in logged] == [7, 8]
    assert work.intake.held == 0

    await work.ends(8)
    with capture_logs() as logged:
        await work.intake.finished()
    assert [(entry["event"], entry["count"]) for entry in logged] == [("updates given up", 1)]
    assert work.intake.last_offset() == 7


async def test_what_keeps_others_out_of_sight_is_confirmed_sooner(work: InWork) -> None:
    await work.takes(7)
    work.now = CROWDED_HOLD
    assert work.intake.offset() == 7

    with capture_logs() as logged:
        assert work.intake.offset(crowded=True) == 8
    assert [entry["update_id"] for entry in logged] == [7]
    await work.ends(7)


@pytest.mark.parametrize("confirmed", [True, False])
async def test_an_update_that_only_waits_takes_no_slot_and_goes_on(
    work: InWork, *, confirmed: bool
) -> None:
    """Whether it is confirmed meanwhile is for anyone who lets go of it to say."""
    work.lets_go[7] = confirmed
    await work.takes(7)
    waits = work.intake.take(an_update(7))
    assert waits is not None

    assert waits.free.done()
    assert waits.settled.done() == confirmed
    assert work.intake.offset() == (8 if confirmed else 7)

    await work.ends(7)
    assert work.intake.offset() == 8


async def test_a_stop_waits_for_what_ends_in_time_and_confirms_it(work: InWork) -> None:
    await work.takes(7, 8)
    await work.ends(7)
    ending = asyncio.create_task(work.ends(8))

    with capture_logs() as logged:
        await work.intake.finished()
    await ending

    assert logged == []
    assert work.intake.last_offset() == 9


async def test_numbers_that_begin_again_below_the_last_are_confirmed_as_they_come(
    work: InWork,
) -> None:
    await work.takes(900)
    await work.ends(900)
    await work.takes(3)
    assert work.intake.offset() == 3

    await work.ends(3)
    assert work.intake.offset() == 4


async def test_an_update_that_breaks_is_logged_by_its_number_and_confirmed(work: InWork) -> None:
    with capture_logs() as logged:
        broken = work.intake.take(an_update(7))  # nobody says when it ends
        assert broken is not None
        assert broken.task is not None
        await broken.task

    assert [(entry["event"], entry["update_id"]) for entry in logged] == [("update broke", 7)]
    assert work.intake.offset() == 8


async def test_the_oldest_numbers_are_forgotten(work: InWork) -> None:
    for update_id in range(REMEMBERED + 1):
        work.intake.take({"update_id": update_id})

    assert not work.intake.knows(0)
    assert work.intake.knows(1)
