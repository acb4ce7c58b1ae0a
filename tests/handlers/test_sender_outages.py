"""Whatever is no answer of Telegram's leaves a letter unsent, and it is tried again."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram.types import InlineKeyboardMarkup, User
from aiohttp import ClientTimeout

from bot.config.config import Config
from bot.domain.announcements.announcements import Announcement, AnnouncementId, AnnouncementState
from bot.domain.announcements.contents import Contact, Content, Piece, PieceKind, Place
from bot.domain.announcements.copies import Copy
from bot.domain.announcements.letters import (
    CopyLetter,
    CorrectionLetter,
    PinLetter,
    WithdrawalLetter,
)
from bot.domain.letters import Letter, ReportLetter
from bot.domain.mailings import MailingId, Occasion, Report
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.domain.priorities import Priority
from bot.ports import AnswerLost, LetterRejected, NotConnected, Undelivered
from handlers.features import MENU
from handlers.pipeline.sender import TelegramSender, render
from handlers.pipeline.telegram import bot_for
from handlers.ui.commands import Menus
from handlers.ui.letters import Rendered
from handlers.ui.texts import AllTexts
from sandbox.clock import SandboxClock
from sandbox.people import PATIENCE
from tests.alliance import TOKEN
from tests.outages import (
    NOT_CONNECTED,
    STRANGE_ANSWERS,
    Road,
    answering,
    broken_road,
    closed_port,
    http,
)

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
REPORT = ReportLetter(
    Report(
        MailingId(1),
        Occasion.PUBLISHED,
        "Встреча",
        total=9,
        sent=4,
        unreachable=0,
        failed=0,
        dropped=0,
        doubtful=0,
        not_joined=0,
    )
)
TEXT = Piece(PieceKind.TEXT, "Субботник")
CONTACT = Piece(PieceKind.CONTACT, contact=Contact("+79221234567", "Ян"))
PHOTO = Piece(PieceKind.PHOTO, "Снимок", file="photo-1")
ANNOUNCEMENT = Announcement(
    contents={"ru": Content((TEXT,))},
    id=AnnouncementId(1),
    state=AnnouncementState.SENT,
    created_by=MemberId(1),
    created_at=NOW,
    sends_at=NOW,
)
COPY = Copy(AnnouncementId(1), MemberId(1), 7, (5,), "ru", 1, NOW)


def a_letter(content: Any, edits: MessageRef | None = None) -> Letter:
    return Letter(7, "ru", Priority.BROADCAST, content, edits)


def a_copy(*pieces: Piece) -> Letter:
    return a_letter(CopyLetter(ANNOUNCEMENT, Content(pieces), "ru"))


def a_correction(before: Piece, after: Piece) -> Letter:
    shown, content = Content((before,)), Content((after,))
    return a_letter(CorrectionLetter(ANNOUNCEMENT, COPY, shown, content), MessageRef(7, 5))


def a_withdrawal(piece: Piece, *, deletable: bool) -> Letter:
    return a_letter(
        WithdrawalLetter(ANNOUNCEMENT, COPY, Content((piece,)), deletable), MessageRef(7, 5)
    )


PICTURE = Rendered("Код", InlineKeyboardMarkup(inline_keyboard=[]), b"\x89PNG")
"""A letter with a picture of our own making, which is uploaded."""

LETTERS: dict[str, tuple[Letter, Rendered | None]] = {
    "sendMessage": (a_letter(REPORT), None),
    "editMessageText": (a_letter(REPORT, MessageRef(7, 5)), None),
    "editMessageCaption": (a_letter(REPORT, MessageRef(7, 5, caption=True)), None),
    "sendPhoto, uploaded": (a_letter(REPORT), PICTURE),
    "editMessageMedia, uploaded": (a_letter(REPORT, MessageRef(7, 5, caption=True)), PICTURE),
    "sendMediaGroup": (a_copy(PHOTO, replace(PHOTO, text="")), None),
    **{
        f"send{kind.capitalize()}": (a_copy(Piece(kind, "Файл", file="file-1")), None)
        for kind in PieceKind
        if kind.has_file
    },
    "sendMessage, a copy": (a_copy(TEXT), None),
    "sendLocation": (a_copy(Piece(PieceKind.LOCATION, place=Place(1, 2))), None),
    "sendVenue": (a_copy(Piece(PieceKind.VENUE, place=Place(1, 2, "Дом", "ул. 1"))), None),
    "sendContact": (a_copy(CONTACT), None),
    "editMessageText, a copy": (a_correction(TEXT, Piece(PieceKind.TEXT, "Перенос")), None),
    "editMessageMedia": (a_correction(PHOTO, replace(PHOTO, file="photo-2")), None),
    "editMessageReplyMarkup": (a_correction(CONTACT, CONTACT), None),
    "deleteMessages": (a_withdrawal(TEXT, deletable=True), None),
    "editMessageMedia, blanked": (a_withdrawal(PHOTO, deletable=False), None),
    "pinChatMessage": (a_letter(PinLetter(quietly=True), MessageRef(7, 5)), None),
}

Send = Callable[[str], Any]


@asynccontextmanager
async def a_sender(road: Road, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Send]:
    """Yield what sends the letter of that name, from a bot that knows its own name already."""
    config = Config.model_validate({"telegram": {"token": TOKEN, **road.settings}})
    texts = AllTexts("ru", ZoneInfo("Asia/Yekaterinburg"), SandboxClock())
    bot = bot_for(config)
    async with await bot.session.create_session():  # type: ignore[attr-defined]  # of aiohttp's only
        bot._me = User(id=1, is_bot=True, first_name="A", username="alliance_bot")
        sender = TelegramSender(bot, texts, Menus(MENU))

        async def send(name: str) -> None:
            letter, rendered = LETTERS[name]
            given = (lambda *_, **__: rendered) if rendered else render
            monkeypatch.setattr("handlers.pipeline.sender.render", given)
            async with asyncio.timeout(PATIENCE):
                await sender.send(letter)

        yield send


async def what_became(send: Send) -> dict[str, Undelivered | str]:
    """Send every letter at once; tell what stood in its way."""
    outcomes: dict[str, Undelivered | str] = {}
    for name in LETTERS:
        try:
            await send(name)
        except Undelivered as problem:
            outcomes[name] = problem
        except Exception as error:  # noqa: BLE001  the worker would give the letter up
            outcomes[name] = repr(error)
        else:
            outcomes[name] = "sent"
    return outcomes


def lost(outcomes: dict[str, Undelivered | str], kind: type[Undelivered]) -> dict[str, object]:
    """Return the letters that met anything but `kind`."""
    return {name: found for name, found in outcomes.items() if type(found) is not kind}


@pytest.mark.parametrize("fault", NOT_CONNECTED)
async def test_without_a_connection_no_letter_is_sent_and_none_is_in_doubt(
    fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with broken_road(fault) as road, a_sender(road, monkeypatch) as send:
        assert lost(await what_became(send), NotConnected) == {}


async def test_a_name_that_is_not_found_leaves_every_letter_unsent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", unknown)
    async with a_sender(Road("https://telegram.example.org"), monkeypatch) as send:
        assert lost(await what_became(send), NotConnected) == {}


@pytest.mark.parametrize("scheme", [None, "socks5", "socks4", "http"])
async def test_a_server_or_a_proxy_that_is_down_leaves_every_letter_unsent(
    scheme: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"127.0.0.1:{closed_port()}"
    road = Road("https://telegram.example.org", f"{scheme}://{address}")
    if scheme is None:
        road = Road(f"http://{address}")
    async with a_sender(road, monkeypatch) as send:
        assert lost(await what_became(send), NotConnected) == {}


async def test_a_connection_that_does_not_come_about_in_time_sends_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    soon = ClientTimeout(total=60, connect=0.01)
    monkeypatch.setattr("handlers.pipeline.telegram.timeout_of", lambda _: soon)
    async with (
        answering() as port,
        a_sender(Road("http://h", f"socks5://127.0.0.1:{port}"), monkeypatch) as send,
    ):
        assert lost(await what_became(send), NotConnected) == {}


@pytest.mark.parametrize("answer", STRANGE_ANSWERS)
async def test_an_answer_that_is_not_telegrams_leaves_every_letter_in_doubt(
    answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with answering(STRANGE_ANSWERS[answer]) as port:
        road = Road(f"http://127.0.0.1:{port}")
        async with a_sender(road, monkeypatch) as send:
            outcomes = await what_became(send)

    assert lost(outcomes, AnswerLost) == {}
    assert all(isinstance(one, AnswerLost) and one.doubtful for one in outcomes.values())
    assert not any(TOKEN in str(one) for one in outcomes.values())


async def test_what_telegram_finds_too_large_is_refused_for_good(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refusal = b'{"ok":false,"error_code":413,"description":"Request Entity Too Large"}'
    async with (
        answering(http(refusal, "413 Request Entity Too Large")) as port,
        a_sender(Road(f"http://127.0.0.1:{port}"), monkeypatch) as send,
    ):
        with pytest.raises(LetterRejected, match="Too Large"):
            await send("sendPhoto, uploaded")
