"""Every send and edit takes its turn; a 429 is waited out for a person, a notice is put back."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import EditMessageText, TelegramMethod
from aiogram.types import BufferedInputFile, InputMediaPhoto, Message

from bot.delivery.limiter import Limiter
from bot.delivery.rates import Rates
from bot.delivery.turns import About
from bot.domain.priorities import Priority
from handlers.pipeline.pacing import LONGEST_WAIT, EditSuperseded, Pacing
from handlers.ui.edits import UNCHANGED
from handlers.ui.priorities import as_priority
from sandbox.faults import Fault
from sandbox.pictures import PIXEL
from sandbox.server import Sandbox
from tests.alliance import TOKEN, Alliance

BROADCAST = (Priority.REMINDER, Priority.BROADCAST)
ANSWER = Priority.ANSWER


class Turns(Limiter):
    """A limiter that lets everybody go at once, and remembers who asked and who was paused."""

    def __init__(self) -> None:
        super().__init__(Rates())
        self.taken: list[tuple[int | str, Priority]] = []
        self.weights: list[int] = []
        self.paused: list[float] = []

    @asynccontextmanager
    async def slot(
        self, chat: int | str, priority: Priority, weight: int = 1, about: About | None = None
    ) -> AsyncIterator[None]:
        self.taken.append((chat, priority))
        self.weights.append(weight)
        yield

    def pause(self, seconds: float) -> None:
        self.paused.append(seconds)


@pytest.fixture
def turns() -> Turns:
    return Turns()


@pytest.fixture
async def bot(sandbox: Sandbox, turns: Turns) -> AsyncIterator[Bot]:
    """A bot that a person has started, and whose sends take turns."""
    sandbox.add_person(7, "Анна", started=True)
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    session.middleware(Pacing(turns))
    async with Bot(TOKEN, session=session) as made:
        yield made


def texts(sandbox: Sandbox) -> list[str]:
    return [message["text"] for message in sandbox.person(7).chat()]


async def test_an_answer_to_a_person_is_asked_again_after_a_429(
    bot: Bot, sandbox: Sandbox, turns: Turns
) -> None:
    sandbox.faults.add(Fault("too_many_requests", "sendMessage", times=2, retry_after=4))

    await bot.send_message(7, "Здравствуйте")

    assert texts(sandbox) == ["Здравствуйте"]
    assert turns.paused == [4, 4], "everybody waits, not only this one"
    assert turns.taken == [(7, ANSWER)] * 3, "each attempt takes a turn of its own"


@pytest.mark.parametrize("priority", BROADCAST)
async def test_a_notice_goes_back_after_a_429_and_all_others_wait(
    bot: Bot, sandbox: Sandbox, turns: Turns, priority: Priority
) -> None:
    sandbox.faults.add(Fault("too_many_requests", "sendMessage", times=1, retry_after=4))

    with as_priority(priority), pytest.raises(TelegramRetryAfter) as asked:
        await bot.send_message(7, "Приглашаем")

    assert asked.value.retry_after == 4
    assert texts(sandbox) == []
    assert (turns.paused, turns.taken) == ([4], [(7, priority)])


async def test_an_answer_does_not_wait_out_a_pause_that_nobody_would_wait_for(
    bot: Bot, sandbox: Sandbox, turns: Turns
) -> None:
    long = LONGEST_WAIT + 1
    sandbox.faults.add(Fault("too_many_requests", "sendMessage", times=1, retry_after=long))

    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(7, "Здравствуйте")

    assert turns.paused == [long]


async def test_edits_take_turns_questions_and_typing_do_not(
    bot: Bot, sandbox: Sandbox, turns: Turns
) -> None:
    sent = await bot.send_message(7, "Раз")
    await bot.edit_message_text("Два", chat_id=7, message_id=sent.message_id)
    await bot.send_chat_action(7, "typing")
    await bot.get_me()
    await bot.get_chat(7)
    await bot.delete_message(7, sent.message_id)

    assert turns.taken == [(7, ANSWER)] * 2
    assert texts(sandbox) == []


async def test_deletions_and_pins_for_many_take_turns_too(bot: Bot, turns: Turns) -> None:
    with as_priority(Priority.BROADCAST):
        sent = await bot.send_message(7, "Раз")
        await bot.pin_chat_message(7, sent.message_id)
        await bot.delete_messages(7, [sent.message_id])

    assert turns.taken == [(7, Priority.BROADCAST)] * 3


async def test_an_album_counts_as_its_files(bot: Bot, turns: Turns) -> None:
    files = [BufferedInputFile(PIXEL, f"{number}.png") for number in range(3)]

    await bot.send_media_group(7, media=[InputMediaPhoto(media=file) for file in files])

    assert turns.weights == [3]


async def test_of_edits_that_wait_only_the_newest_is_made_and_the_others_read_as_done(
    sandbox: Sandbox,
) -> None:
    sandbox.add_person(7, "Анна", started=True)
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    session.middleware(Pacing(Limiter(Rates(per_chat_second=5, chat_burst=1, answer_burst=1))))

    async with Bot(TOKEN, session=session) as bot:
        sent = await bot.send_message(7, "Раз")
        edits = [
            bot.edit_message_text(words, chat_id=7, message_id=sent.message_id)
            for words in ("Два", "Три", "Четыре")
        ]
        outcomes = await asyncio.gather(*edits, return_exceptions=True)

    assert [type(outcome) for outcome in outcomes] == [EditSuperseded, EditSuperseded, Message]
    assert all(UNCHANGED in str(outcome) for outcome in outcomes[:2])
    assert texts(sandbox) == ["Четыре"]
    assert len(sandbox.journal.read(method="editMessageText")) == 1


async def test_an_edit_that_a_429_puts_off_does_not_replace_a_newer_one() -> None:
    limiter, shown = Limiter(Rates(per_chat_second=5, chat_burst=1, answer_burst=1)), list[Any]()
    asked, pacing = asyncio.Event(), Pacing(limiter)

    async def make(_: Bot, method: TelegramMethod[Any]) -> Any:
        text = getattr(method, "text", None)
        if text == "older" and not asked.is_set():
            asked.set()
            while not limiter.waiting:  # noqa: ASYNC110  nobody tells when
                await asyncio.sleep(0)
            raise TelegramRetryAfter(method, "Too Many Requests", 0)
        shown.append(text)

    async def edit(text: str) -> None:
        method = EditMessageText(text=text, chat_id=7, message_id=5)
        await pacing(cast("Any", make), cast("Bot", None), method)

    older = asyncio.create_task(edit("older"))
    await asked.wait()
    newer = asyncio.create_task(edit("newer"))

    with pytest.raises(EditSuperseded):
        await older
    await newer
    assert shown == ["newer"]


async def test_the_priority_holds_for_what_is_sent_within_and_in_that_task_only(
    bot: Bot, turns: Turns
) -> None:
    entered, left = asyncio.Event(), asyncio.Event()

    async def broadcast() -> None:
        with as_priority(Priority.BROADCAST):
            entered.set()
            await left.wait()
            await bot.send_message(7, "Приглашаем")
        await bot.send_message(7, "После")

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(broadcast())
        await entered.wait()
        await bot.send_message(7, "Ответ")
        left.set()

    assert [priority for _, priority in turns.taken] == [ANSWER, Priority.BROADCAST, ANSWER]


async def test_the_answer_to_a_tap_is_not_held_up_by_a_pause(alliance: Alliance) -> None:
    boris = await alliance.has(2, "Борис")
    await boris.says("/me")
    page = await boris.sees("Борис")
    alliance.app._limiter.pause(3600)

    answer = await boris.forges("nobody:knows", page["message_id"])

    assert answer.show_alert
