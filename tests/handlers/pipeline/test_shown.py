"""Telegram is not asked for what is known to change nothing: no edit to the same, no 2nd answer."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import NextRequestMiddlewareType
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError
from aiogram.methods import Response, SendMessage, TelegramMethod
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, InputMediaPhoto, Message

from bot.domain.events.rsvps import Answer
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId, Role
from handlers.events.callbacks.events import RsvpButton
from handlers.pipeline.shown import SkipUnchanged
from handlers.ui.buttons import button, keyboard
from handlers.ui.edits import unless_done
from sandbox.faults import Fault
from sandbox.people import Person
from sandbox.pictures import PIXEL
from sandbox.server import Sandbox
from tests.alliance import Alliance
from tests.keyboards import labels

ANNA = 7
UNCHANGED = "message is not modified"
PICTURE = BufferedInputFile(PIXEL, "a.png")


def below(*words: str) -> InlineKeyboardMarkup:
    return keyboard([[button(one, one) for one in words]])


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    """A bot that knows what its messages show; Anna has started it."""
    sandbox.add_person(ANNA, "Анна", started=True)
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    session.middleware(SkipUnchanged())
    async with Bot(sandbox.token, session, DefaultBotProperties(parse_mode="HTML")) as bot:
        yield bot


@pytest.fixture
def anna(bot: Bot, sandbox: Sandbox) -> Person:  # noqa: ARG001  the bot comes first
    return sandbox.person(ANNA)


def asked(sandbox: Sandbox, method: str) -> int:
    return len(sandbox.journal.read(method=method))


async def changes_nothing(message: Message, text: str, **more: Any) -> None:
    with pytest.raises(TelegramBadRequest, match=UNCHANGED):
        await message.edit_text(text, **more)


async def test_an_edit_to_what_a_message_shows_is_refused_unasked(
    bot: Bot, sandbox: Sandbox
) -> None:
    message = await bot.send_message(ANNA, "<b>a</b>", reply_markup=below("x"))

    await changes_nothing(message, "<b>a</b>", reply_markup=below("x"))
    await changes_nothing(message, "<b>a</b>", reply_markup=below("x"), parse_mode="HTML")
    assert asked(sandbox, "editMessageText") == 0

    await message.edit_text("<b>b</b>", reply_markup=below("x"))
    await changes_nothing(message, "<b>b</b>", reply_markup=below("x"))
    assert asked(sandbox, "editMessageText") == 1
    assert not sandbox.journal.needless


async def test_other_words_buttons_or_ways_to_read_them_are_asked_for(
    bot: Bot, sandbox: Sandbox
) -> None:
    message = await bot.send_message(ANNA, "<b>a</b>", reply_markup=below("x"))

    await message.edit_text("<b>a</b>", reply_markup=below("x", "y"))
    await message.edit_text("<b>a</b>")
    await message.edit_text("<b>a</b>", parse_mode=None)
    await message.edit_text("<b>a</b>", reply_markup=below("x"))

    assert asked(sandbox, "editMessageText") == 4
    assert not sandbox.journal.needless


async def test_buttons_alone_are_compared_too(bot: Bot, sandbox: Sandbox) -> None:
    message = await bot.send_message(ANNA, "a", reply_markup=below("x"))

    await message.edit_reply_markup(reply_markup=below("y"))
    with pytest.raises(TelegramBadRequest, match=UNCHANGED):
        await message.edit_reply_markup(reply_markup=below("y"))
    await changes_nothing(message, "a", reply_markup=below("y"))

    assert asked(sandbox, "editMessageReplyMarkup") == 1
    assert not sandbox.journal.needless


async def test_captions_are_compared_and_pictures_are_not(bot: Bot, sandbox: Sandbox) -> None:
    message = await bot.send_photo(ANNA, PICTURE, caption="a")

    with pytest.raises(TelegramBadRequest, match=UNCHANGED):
        await message.edit_caption(caption="a")
    for _ in range(2):
        await message.edit_media(InputMediaPhoto(media=PICTURE, caption="a"))
    await message.edit_caption(caption="b")

    assert asked(sandbox, "editMessageCaption") == 1
    assert asked(sandbox, "editMessageMedia") == 2


async def test_two_edits_to_the_same_at_once_are_one(bot: Bot, sandbox: Sandbox) -> None:
    message = await bot.send_message(ANNA, "a")

    edits = [bot(message.edit_text("b")) for _ in range(3)]
    done = await asyncio.gather(*edits, return_exceptions=True)

    assert [isinstance(one, TelegramBadRequest) for one in done] == [False, True, True]
    assert asked(sandbox, "editMessageText") == 1


async def test_after_two_different_edits_at_once_telegram_is_asked(bot: Bot, anna: Person) -> None:
    message = await bot.send_message(ANNA, "a")
    await asyncio.gather(*(bot(message.edit_text(text)) for text in ("b", "c")))
    (shown,) = anna.chat()

    await message.edit_text("b" if shown["text"] == "c" else "c")

    assert anna.chat()[0]["text"] != shown["text"]


@pytest.mark.parametrize("kind", ["drop_before", "drop_after"])
async def test_after_an_edit_whose_answer_was_lost_telegram_is_asked(
    bot: Bot, sandbox: Sandbox, anna: Person, kind: Any
) -> None:
    message = await bot.send_message(ANNA, "a")
    sandbox.faults.add(Fault(kind, method="editMessageText", times=1))
    with pytest.raises(TelegramNetworkError):
        await message.edit_text("b")

    for text in ("b", "a"):
        await unless_done(message.edit_text(text))
        assert anna.chat()[0]["text"] == text


async def test_after_a_restart_telegram_is_asked_once(bot: Bot, sandbox: Sandbox) -> None:
    message = await bot.send_message(ANNA, "a")
    bot.session.middleware.unregister(bot.session.middleware[0])
    bot.session.middleware(SkipUnchanged())

    await changes_nothing(message, "a")
    await changes_nothing(message, "a")

    assert sandbox.journal.needless == {"editMessageText": 1}


async def test_what_a_tap_made_of_a_message_stands_though_its_sending_is_answered_later(
    bot: Bot, anna: Person
) -> None:
    answered = asyncio.Event()

    async def keep_waiting(
        make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Response[Any]:
        answer = await make_request(bot, method)
        if isinstance(method, SendMessage):
            await answered.wait()
        return answer

    bot.session.middleware(keep_waiting)
    sending = asyncio.create_task(bot.send_message(ANNA, "a", reply_markup=below("off")))
    sent = await anna.sees("a")
    place = {"chat_id": ANNA, "message_id": sent["message_id"]}
    await bot.edit_message_reply_markup(**place, reply_markup=below("on"))
    answered.set()
    await sending

    await bot.edit_message_reply_markup(**place, reply_markup=below("off"))

    assert labels(anna.chat()[0]) == ["off"]


async def test_one_that_was_deleted_is_forgotten(bot: Bot) -> None:
    message = await bot.send_message(ANNA, "a")
    other = await bot.send_message(ANNA, "b")
    await message.delete()
    await bot.delete_messages(ANNA, [other.message_id])

    for gone in (message, other):
        with pytest.raises(TelegramBadRequest, match="message to edit not found"):
            await gone.edit_text(gone.text or "")


async def test_a_tap_is_answered_once(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    message = await bot.send_message(ANNA, "a")
    tap = asyncio.create_task(anna.forges("x", message.message_id))
    (update,) = await bot.get_updates(timeout=30)
    query = update.callback_query
    assert query is not None
    sandbox.faults.add(Fault("drop_before", method="answerCallbackQuery", times=1))
    with pytest.raises(TelegramNetworkError):
        await query.answer("1")

    await query.answer("2")
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await query.answer("3")

    assert (await tap).text == "2"
    assert not sandbox.journal.needless


async def test_what_changes_while_a_tap_is_handled_stands_in_the_message_in_the_end(
    alliance: Alliance,
) -> None:
    """The tap's card was read before the change; the answer to the tap takes its time."""
    await alliance.has(1, "Ольга", Role.ORGANISER)
    boris = await alliance.has(2, "Борис")
    event = await alliance.announces(1)
    await boris.sees("Придёте?")
    await boris.says("/events")
    listed = await boris.sees(lambda m: any("Встреча" in one for one in labels(m)))
    card = MessageRef(2, listed["message_id"])
    alliance.sandbox.faults.add(Fault("latency", method="answerCallbackQuery", seconds=0.5))
    tap = asyncio.create_task(boris.taps("Встреча", message=listed))
    while not await alliance.database.read(lambda tx: tx.shown.get(card)):  # noqa: ASYNC110  nobody tells when
        await asyncio.sleep(0.01)
    await alliance.services.events.cancel(MemberId(1), event, "")
    await tap
    await alliance.has_handled_all()

    await boris.sees(lambda m: m["message_id"] == card.message and "отменено" in m["text"])


async def test_a_running_bot_asks_for_nothing_that_changes_nothing(alliance: Alliance) -> None:
    """A mailing and its report, one screen tapped twice, an answer given twice, a card behind."""
    organiser = await alliance.has(1, "Ольга", Role.ORGANISER)
    anna = await alliance.has(2, "Анна")
    event = await alliance.announces(1)
    letter = await anna.sees("Приглашаем вас")
    await organiser.sees("Доставлено: 2 из 2")

    for _ in range(3):
        await alliance.goes_on(timedelta(seconds=2))
    going = RsvpButton(event_id=event, answer=Answer.GOING).pack()
    await asyncio.gather(*(anna.forges(going, letter["message_id"]) for _ in range(3)))
    await anna.sees("Вы идёте")
    await anna.forges(going, letter["message_id"])
    await anna.says("/events")
    listed = (await anna.sees("Впереди"))["message_id"]
    for _ in range(2):
        await asyncio.gather(*(anna.forges("events:0", listed) for _ in range(3)))
    await alliance.app.worker.drain()

    assert not alliance.sandbox.journal.needless
