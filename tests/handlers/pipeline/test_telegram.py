"""The session sends what aiogram's own would send, and hears what that would hear."""

import json
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from urllib.parse import parse_qsl

import pytest
from aiogram import Bot
from aiogram.client.context_controller import BotContextController
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.enums import ParseMode
from aiogram.exceptions import ClientDecodeError, TelegramBadRequest
from aiogram.methods import AnswerCallbackQuery, DeleteMessage, GetMe, SendMessage, SendPhoto
from aiogram.methods.base import TelegramMethod
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, Update
from aiohttp import BytesPayload, FormData
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.pipeline.telegram import YES, Session, build_models
from tests.alliance import TOKEN

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Иду & пою", callback_data="rsvp:1:going")]]
)
ANSWER = AnswerCallbackQuery(callback_query_id="7")


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    defaults = DefaultBotProperties(parse_mode=ParseMode.HTML)
    async with Bot("42:token", session=Session(), default=defaults) as made:
        yield made


@pytest.mark.parametrize(
    "method",
    [
        AnswerCallbackQuery(callback_query_id="7", text="Вы идёте — 100 % + ещё", url=""),
        AnswerCallbackQuery(callback_query_id="7", show_alert=True, cache_time=0),
        SendMessage(chat_id=-5, text="<b>а</b> &amp; «б»", reply_markup=KEYBOARD),
        GetMe(),
    ],
)
async def test_a_request_without_files_says_in_json_what_aiogram_says_in_a_form(
    bot: Bot, method: TelegramMethod[object]
) -> None:
    plain = AiohttpSession.build_form_data(Session(), bot, method)()

    sent = bot.session.build_form_data(bot, method)  # type: ignore[attr-defined]  # of aiohttp's only

    assert isinstance(sent, BytesPayload)
    assert isinstance(plain, BytesPayload)
    assert sent.headers["Content-Type"] == "application/json"
    fields = json.loads(sent.decode())
    assert {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in fields.items()
    } == dict(parse_qsl(plain.decode()))


@given(words=st.text(min_size=1))
@example(words="а+б&в=г;%D0%B0 %\n\r\x00🎄«»")
def test_whatever_people_wrote_is_sent_to_the_letter(words: str) -> None:
    method = AnswerCallbackQuery(callback_query_id="7", text=words)

    sent = Session().build_form_data(Bot("42:token"), method)

    assert isinstance(sent, BytesPayload)
    assert json.loads(sent.decode()) == {"callback_query_id": "7", "text": words}


async def test_a_file_is_sent_in_a_form_of_several_parts(bot: Bot) -> None:
    photo = SendPhoto(chat_id=1, photo=BufferedInputFile(b"png", "a.png"))

    form = bot.session.build_form_data(bot, photo)  # type: ignore[attr-defined]  # of aiohttp's only

    assert isinstance(form, FormData)
    assert form.is_multipart


async def test_yes_is_yes(bot: Bot) -> None:
    assert bot.session.check_response(bot, DeleteMessage(chat_id=1, message_id=1), 200, YES).result


async def test_yes_is_no_message(bot: Bot) -> None:
    with pytest.raises(ClientDecodeError):
        bot.session.check_response(bot, GetMe(), 200, YES)


async def test_whatever_is_not_yes_is_read_to_the_letter(bot: Bot) -> None:
    no = '{"ok":false,"error_code":400,"description":"Bad Request: query is too old"}'

    with pytest.raises(TelegramBadRequest, match="query is too old"):
        bot.session.check_response(bot, ANSWER, 400, no)
    for strange in ("<html>", '{"ok":true,"result":{}}'):
        with pytest.raises(ClientDecodeError):
            bot.session.check_response(bot, ANSWER, 200, strange)


async def test_a_built_model_knows_its_bot_and_so_does_what_it_is_made_of(bot: Bot) -> None:
    build_models()
    ann = {"id": 7, "is_bot": False, "first_name": "Анна"}
    said = {"message_id": 5, "date": 0, "chat": {"id": 7, "type": "private"}, "from": ann}

    update = Update.model_validate({"update_id": 1, "message": said}, context={"bot": bot})
    message = update.message

    assert message is not None
    assert message.from_user is not None
    assert [one.bot for one in (update, message, message.chat, message.from_user)] == [bot] * 4
    assert message.answer("да").bot is message.model_copy().bot is bot
    alone = Update.model_validate({"update_id": 1, "message": said})
    assert alone.bot is None
    assert alone.as_(bot).bot is bot


def test_aiograms_models_have_no_other_private_attribute_than_their_bot() -> None:
    def models(model: type[BotContextController]) -> Iterator[type[BotContextController]]:
        yield model
        for derived in model.__subclasses__():
            yield from models(derived)

    assert len([*models(BotContextController)]) > 500
    assert {
        name for one in models(BotContextController) for name in one.__private_attributes__
    } == {"_bot"}


async def test_closing_closes_the_connections_and_waits_for_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def wait(_: float) -> None:
        raise AssertionError

    monkeypatch.setattr("asyncio.sleep", wait)
    session = Session()
    connections = await session.create_session()

    await session.close()
    await session.close()

    assert connections.closed


def test_the_library_for_proxies_is_loaded_only_if_there_is_one() -> None:
    """It takes some megabytes, and most bots need no proxy."""
    program = (
        "import sys, bot.app, bot.config.config, handlers.pipeline.telegram\n"
        "for proxy in (None, 'socks5://127.0.0.1:9'):\n"
        "    given = {'token': sys.argv[1], 'proxy': proxy}\n"
        "    config = bot.config.config.Config.model_validate({'telegram': given})\n"
        "    handlers.pipeline.telegram.bot_for(config)\n"
        "    print('aiohttp_socks' in sys.modules)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, TOKEN], check=True, capture_output=True, text=True
    )

    assert ran.stdout.split() == ["False", "True"]
