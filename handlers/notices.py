"""A letter in words: what a notice says in its recipient's language."""

from dataclasses import dataclass

from aiogram.types import InlineKeyboardMarkup

from bot.domain.mailings import Report
from bot.domain.notices import (
    BoardLetter,
    Content,
    EventAnnounced,
    EventCancelled,
    EventCardChanged,
    EventLetter,
    EventMoved,
    EventReminder,
    ReportLetter,
)
from handlers import keyboards
from handlers.cards import event_board, event_card, event_head
from handlers.texts import Texts, Value


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message ready for Telegram: HTML of at most 4096 characters and a keyboard."""

    text: str
    keyboard: InlineKeyboardMarkup | None


def render(content: Content, t: Texts) -> Rendered:
    """Put a letter into words."""
    match content:
        case EventLetter():
            return _event(content, t)
        case BoardLetter(board=board):
            return Rendered(event_board(board, t), keyboards.board(board, t))
        case ReportLetter(report=report):
            return Rendered(_report(report, t), None)


def _event(letter: EventLetter, t: Texts) -> Rendered:
    card, event = letter.card, letter.card.event
    match letter.subject:
        case EventCardChanged():
            return Rendered(event_card(card, t), keyboards.event_card(card, t))
        case EventAnnounced():
            text = t("notice-event-announced", card=event_card(card, t))
            return Rendered(text, keyboards.event_card(card, t))
        case EventMoved(old_start=old):
            text = t(
                "notice-event-moved",
                old=old,
                head=event_head(event, t),
                answer=card.answer or "none",
            )
            return Rendered(text, keyboards.event_card(card, t))
        case EventCancelled():
            text = t(
                "notice-event-cancelled",
                title=event.title,
                starts=event.starts_at,
                reason=event.reason,
                given="yes" if event.reason else "no",
            )
            return Rendered(text, keyboards.to_events(t))
        case EventReminder():
            days = (
                event.starts_at.astimezone(t.zone).date() - letter.now.astimezone(t.zone).date()
            ).days
            text = t(
                "notice-event-reminder",
                days=days,
                left=event.starts_at - letter.now,
                head=event_head(event, t),
                answer=card.answer or "none",
            )
            return Rendered(text, keyboards.event_card(card, t))


def _report(report: Report, t: Texts) -> str:
    values: dict[str, Value] = {
        "occasion": report.occasion,
        "title": report.title,
        "total": report.total,
        "sent": report.sent,
    }
    if not report.done:
        share = 10 * report.settled // report.total if report.total else 10
        bar = "▰" * share + "▱" * (10 - share)
        return t("mailing-progress", bar=bar, settled=report.settled, **values)
    lines = [t("mailing-report", **values)]
    details = ("unreachable", "failed", "dropped", "doubtful", "not_joined")
    for name in details:
        count = getattr(report, name)
        if count:
            lines.append(t(f"mailing-{name.replace('_', '-')}", count=count))
    return "\n".join(lines)
