from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramUnauthorizedError
from aiogram.methods import GetMe

from bot.domain.letters import Letter, ReportLetter
from bot.domain.mailings import MailingId, Occasion, Report
from bot.domain.notices import MessageRef
from bot.domain.priorities import Priority
from bot.ports import (
    AnswerLost,
    ChatMoved,
    ChatUnreachable,
    LetterRejected,
    MessageGone,
    NotConnected,
    SlowDown,
)
from handlers.features import MENU
from handlers.pipeline.sender import TelegramSender
from handlers.pipeline.telegram import bot_for
from handlers.ui.commands import Menus
from handlers.ui.texts import AllTexts
from sandbox.clock import SandboxClock
from sandbox.faults import Fault, FaultKind
from sandbox.people import Person
from sandbox.server import Sandbox
from tests.alliance import a_config

FIGURES: dict[str, Any] = {"total": 9, "sent": 4, "unreachable": 0, "failed": 0, "dropped": 0}


def a_letter(
    title: str = "Встреча", edits: MessageRef | None = None, language: str = "ru", sent: int = 4
) -> Letter:
    report = Report(
        MailingId(1),
        Occasion.PUBLISHED,
        title,
        **FIGURES | {"sent": sent},
        doubtful=0,
        not_joined=0,
    )
    return Letter(7, language, Priority.ANSWER, ReportLetter(report), edits)


@pytest.fixture
async def bot(sandbox: Sandbox, tmp_path: Path) -> AsyncIterator[Bot]:
    async with bot_for(a_config(tmp_path, sandbox.url)) as made:
        yield made


@pytest.fixture
def sender(bot: Bot, clock: SandboxClock) -> TelegramSender:
    return TelegramSender(bot, AllTexts("ru", ZoneInfo("Asia/Yekaterinburg"), clock), Menus(MENU))


@pytest.fixture
def boris(sandbox: Sandbox) -> Person:
    return sandbox.add_person(7, "Борис", started=True)


async def test_a_letter_is_put_into_the_recipients_words_and_told_where_it_stands(
    sender: TelegramSender, boris: Person
) -> None:
    russian = await sender.send(a_letter("<b>Ёлка</b> 🎄"))
    await sender.send(a_letter(language="en"))

    first, second = boris.chat()
    assert russian == MessageRef(7, first["message_id"])
    assert "<b>Ёлка</b> 🎄" in first["text"]
    assert "of 9" in second["text"]


async def test_an_edit_changes_its_message_and_an_edit_to_the_same_is_done(
    sender: TelegramSender, boris: Person
) -> None:
    sent = await sender.send(a_letter())
    for _ in range(2):
        assert await sender.send(a_letter(edits=sent, sent=5)) == sent

    assert len(boris.chat()) == 1
    assert "доставлено 5" in boris.chat()[0]["text"]


@pytest.mark.parametrize(
    ("kind", "doubtful"),
    [
        ("server_error", False),
        ("bad_gateway_html", True),
        ("drop_before", True),
        ("drop_after", True),
    ],
)
async def test_what_may_have_arrived_is_doubtful_and_only_that(
    sender: TelegramSender, sandbox: Sandbox, boris: Person, kind: FaultKind, doubtful: bool
) -> None:
    sandbox.faults.add(Fault(kind, "sendMessage", times=1))

    with pytest.raises(AnswerLost) as lost:
        await sender.send(a_letter())

    assert lost.value.doubtful is doubtful
    assert len(boris.chat()) == (kind == "drop_after")


@pytest.mark.usefixtures("boris")
async def test_a_429_tells_how_long_to_wait(sender: TelegramSender, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("too_many_requests", times=1, retry_after=17))

    with pytest.raises(SlowDown) as slow:
        await sender.send(a_letter())

    assert slow.value.retry_after == timedelta(seconds=17)


@pytest.mark.parametrize("how", ["blocks", "deactivates", "unknown"])
async def test_whom_nothing_reaches_is_unreachable(
    sender: TelegramSender, sandbox: Sandbox, how: str
) -> None:
    if how != "unknown":
        getattr(sandbox.add_person(7, "Борис", started=True), how)()

    with pytest.raises(ChatUnreachable):
        await sender.send(a_letter())


@pytest.mark.usefixtures("boris")
async def test_what_telegram_will_never_take_is_rejected_with_its_reason(
    sender: TelegramSender,
) -> None:
    with pytest.raises(LetterRejected, match="message is too long"):
        await sender.send(a_letter("я" * 5000))


@pytest.mark.usefixtures("boris")
async def test_an_edit_of_what_was_deleted_says_so(sender: TelegramSender) -> None:
    with pytest.raises(MessageGone, match="message to edit not found"):
        await sender.send(a_letter(edits=MessageRef(7, 12345)))


async def test_a_group_that_became_a_supergroup_is_told_with_its_new_id(
    sender: TelegramSender, sandbox: Sandbox
) -> None:
    sandbox.add_group(-5, "Альянс", supergroup=False)
    sandbox.upgrade_group(-5, -100555)

    with pytest.raises(ChatMoved, match="-100555"):
        await sender.send(replace(a_letter(), chat=-5))


async def test_no_letter_is_given_up_because_the_token_was_revoked(
    sender: TelegramSender, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is sent once the token is right: a night with a wrong one must not cost a ballot."""

    async def refuse(*_: object, **__: object) -> None:
        raise TelegramUnauthorizedError(GetMe(), "Unauthorized")

    monkeypatch.setattr(bot.session, "make_request", refuse)

    with pytest.raises(NotConnected, match="Unauthorized"):
        await sender.send(a_letter())
