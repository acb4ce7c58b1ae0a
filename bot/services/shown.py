"""Messages that show something, and their edits."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, cast

from bot.domain.events.views import EventView
from bot.domain.notices import SUBJECTS, MessageRef, Notice, Subject
from bot.domain.people.members import MemberId
from bot.domain.priorities import Priority
from bot.domain.shown import Shown
from bot.domain.views import View
from bot.ports import Transaction
from bot.services.notices import Asked

BOARD_DELAY = timedelta(seconds=1)
"""The shortest time between edits of counts: many answers make one edit."""

POST_DELAY = timedelta(seconds=4)
"""Telegram allows 20 messages a minute to a group, edits included (telegram.md): posts use 15."""

DELAYS: Mapping[str, timedelta] = {EventView.POST: POST_DELAY}
"""The delay of posts; the view of polls has the same value. Other counts wait `BOARD_DELAY`."""


def show(tx: Transaction, shown: Shown) -> None:
    """Record what a message shows after the person tapped it, even while it is being sent."""
    tx.shown.save(shown)
    if shown.member is not None:
        tx.outbox.overtake(shown.member, shown.message)


def leave_message(tx: Transaction, member: MemberId, message: MessageRef) -> None:
    """Stop updating a message that a person tapped: it now shows one of their own screens.

    The tap may come before the message is recorded as sent or edited: that must not make it a card
    again.
    """
    tx.shown.forget(message)
    tx.outbox.overtake(member, message)


def with_caption(tx: Transaction, message: MessageRef | None) -> MessageRef | None:
    """Return the message to edit, with the knowledge whether its text is a picture's caption."""
    if message is None:
        return None
    shown = tx.shown.get(message)
    return message if shown is None else replace(message, caption=shown.message.caption)


def still_shown(tx: Transaction, asked: Asked[Any], view: type[View], subject: int) -> Shown | None:
    """Return what the edited message shows to the recipient; None if it is something else."""
    shown = None if asked.notice.edits is None else tx.shown.get(asked.notice.edits)
    wanted = view, subject, asked.member.id if asked.member else None
    if shown is None or (shown.kind, shown.subject, shown.member) != wanted:
        return None
    return shown


def refresh(
    tx: Transaction,
    shown: Iterable[Shown],
    priority: Priority,
    now: datetime,
    *,
    at: datetime | None = None,
) -> None:
    """Enqueue an edit of each message, now or at `at`."""
    tx.outbox.add([edit_of(one, priority, at or now) for one in shown], now)


def edit_of(shown: Shown, priority: Priority, at: datetime) -> Notice:
    """Return the edit of a message; edits of counts wait so that several become one."""
    if shown.view != shown.view.own:
        priority = max(priority, Priority.REMINDER)
    usual = BOARD_DELAY if shown.view in shown.view.counts else timedelta(0)
    chat, number = shown.message.chat, shown.message.message
    changed = cast("Callable[[int], Subject]", SUBJECTS[shown.view.changed])
    return Notice(
        key=f"{shown.view.key}:{chat}:{number}",
        recipient=shown.member,
        subject=changed(shown.subject),
        priority=priority,
        not_before=at + DELAYS.get(shown.view, usual),
        edits=shown.message,
        chat=chat if shown.member is None else None,
    )
