"""Applications in words: the questions, the card, where it stands; and the files themselves."""

from collections.abc import Iterable

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InputMediaDocument, InputMediaPhoto, Message

from bot.domain.applications.applications import (
    FILES_LIMIT,
    Application,
    ApplicationFile,
    ApplicationState,
    FileKind,
    Remark,
)
from bot.domain.applications.cards import ApplicationCard, Queue
from bot.domain.applications.details import LIMITS, STEPS, Details, Step
from bot.domain.lines import one_line
from handlers.ui.lengths import clipped
from handlers.ui.texts import Markup, Texts

REMARKS = 4
"""Questions and answers that a card quotes: the newest."""

REMARK_UNITS = 200
REASON_UNITS = 500
FILE_NAME_LIMIT = 100
CONTACTS = frozenset({Step.PHONE, Step.EMAIL})
"""What the council need not know to vote."""


def question(application: Application, step: Step, t: Texts) -> Markup:
    """Return what is asked at a step, with the answer that there is already."""
    parts = [
        t("application-progress", number=step.number + 1, count=len(STEPS) - 1),
        t(f"application-ask-{step.replace('_', '-')}", most=FILES_LIMIT),
    ]
    if step is Step.FILES and application.files:
        parts.append(t("application-files-so-far", count=len(application.files)))
    elif answer := getattr(application.details, step, ""):
        parts.append(t("application-so-far", answer=answer))
    return Markup("\n\n".join(parts))


def review(card: ApplicationCard, t: Texts) -> Markup:
    """Return a draft as a whole, before it is sent."""
    parts = [t("application-review"), _answers(card.application, t)]
    return Markup("\n\n".join(parts))


def application_card(card: ApplicationCard, t: Texts, *, contacts: bool = True) -> Markup:
    """Return an application with where it stands and what was asked and answered."""
    parts = [_answers(card.application, t, contacts=contacts), state_words(card, t)]
    if card.member:
        parts.append(t("application-of-member"))
    elif card.rivals:
        parts.append(t("application-rivals", count=card.rivals))
    parts += [_quoted(remark, t) for remark in card.remarks[-REMARKS:]]
    return Markup("\n\n".join(parts))


def state_words(card: ApplicationCard, t: Texts) -> str:
    """Return where an application stands, in a sentence."""
    application = card.application
    until = card.closes_at
    voting = application.state is ApplicationState.VOTING
    if voting and until is not None:
        return t("application-voting-until", until=until)
    reason = clipped(application.reason, REASON_UNITS)
    return t("application-state", state=application.state, reason=reason, given=bool(reason))


def queue_words(queue: Queue, t: Texts) -> str:
    """Return what the queue says above its list."""
    if not queue.cards:
        return t("queue-empty")
    return t("queue-title", count=len(queue.cards))


def _answers(application: Application, t: Texts, *, contacts: bool = True) -> str:
    details = application.details
    shown = [step for step in STEPS if contacts or step not in CONTACTS]
    lines = [_line(step, details, t) for step in shown if getattr(details, step, "")]
    if application.files:
        lines.append(t("application-files", count=len(application.files)))
    return "\n".join(lines)


def _line(step: Step, details: Details, t: Texts) -> str:
    answer = clipped(getattr(details, step), LIMITS.get(step, FILE_NAME_LIMIT))
    return t("application-line", label=label(step, t), answer=answer)


def label(step: Step, t: Texts) -> str:
    """Return how the answer to a step is called."""
    return t.plain(f"application-label-{step.replace('_', '-')}")


def _quoted(remark: Remark, t: Texts) -> str:
    return t(
        "application-remark",
        by="applicant" if remark.by_applicant else "council",
        text=clipped(remark.text, REMARK_UNITS),
    )


# --- files ----------------------------------------------------------------------------------------


def file_of(message: Message) -> ApplicationFile | None:
    """Return the picture or document that somebody sent; None if it is neither."""
    if message.photo:
        return ApplicationFile(FileKind.PHOTO, message.photo[-1].file_id)
    if message.document and not message.animation:
        name = one_line(message.document.file_name or "")[:FILE_NAME_LIMIT]
        return ApplicationFile(FileKind.DOCUMENT, message.document.file_id, name)
    return None


async def send_files(bot: Bot, chat: int, files: Iterable[ApplicationFile], t: Texts) -> None:
    """Send the files below, pictures and documents each as an album (Bot API: of 2 to 10)."""
    every = list(files)
    for kind in FileKind:
        ids = [file.file_id for file in every if file.kind is kind]
        try:
            await _send(bot, chat, kind, ids)
        except TelegramBadRequest:  # Telegram has lost a file: the rest of the card is still true
            await bot.send_message(chat, t("application-files-gone"))


async def _send(bot: Bot, chat: int, kind: FileKind, ids: list[str]) -> None:
    photos = kind is FileKind.PHOTO
    match ids:
        case []:
            return
        case [one] if photos:
            await bot.send_photo(chat, one)
        case [one]:
            await bot.send_document(chat, one)
        case _ if photos:
            await bot.send_media_group(chat, [InputMediaPhoto(media=id_) for id_ in ids])
        case _:
            await bot.send_media_group(chat, [InputMediaDocument(media=id_) for id_ in ids])
