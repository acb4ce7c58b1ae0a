"""What a notice has become by the time it is sent: its letter, composed from what is stored."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.announcements.notices import AnnouncementSubject
from bot.domain.applications.notices import ApplicationSubject, QueueChanged
from bot.domain.events.notices import EventSubject
from bot.domain.failures import ItemPutAside
from bot.domain.letters import Content, ReportLetter
from bot.domain.notices import MailingProgressed, MessageRef, Notice
from bot.domain.people.members import Member
from bot.domain.people.reachability import ReachabilityChanged
from bot.domain.people.rebindings import AccountConfirmed, AccountRebound
from bot.domain.polls.notices import PollSubject
from bot.domain.polls.straw_polls import (
    InterruptedLetter,
    StrawPollClosed,
    StrawPollInterrupted,
    StrawPollLetter,
)
from bot.ports import Transaction
from bot.services.announcements.letters import announcement_content
from bot.services.applications.letters import application_content, queue_content
from bot.services.events.letters import event_content
from bot.services.people.reachability import digest_letter
from bot.services.people.rebindings import rebinding_content
from bot.services.polls.letters import poll_content
from bot.services.rules import Rules
from bot.services.sweeping import put_aside_letter


def _straw_poll(tx: Transaction, closed: StrawPollClosed, _: Member | None) -> Content | None:
    straw = tx.straw_polls.get(closed.poll)
    return None if straw is None else StrawPollLetter(straw)


def _interrupted(
    tx: Transaction, interrupted: StrawPollInterrupted, _: Member | None
) -> Content | None:
    straw = tx.straw_polls.get(interrupted.poll)
    return None if straw is None or straw.posted is not None else InterruptedLetter(straw)


COMPOSED: dict[type, Callable[[Transaction, Any, Member | None], Content | None]] = {
    ReachabilityChanged: digest_letter,
    AccountRebound: rebinding_content,
    AccountConfirmed: rebinding_content,
    QueueChanged: queue_content,
    ItemPutAside: put_aside_letter,
    StrawPollClosed: _straw_poll,
    StrawPollInterrupted: _interrupted,
}
"""By the kind of subject, what composes a letter for a member from nothing else."""


def content_of(
    tx: Transaction,
    notice: Notice,
    member: Member | None,
    rules: Rules,
    now: datetime,
    language: str,
) -> Content | None:
    """Return what the notice says, as things stand; None when nothing is left to say.

    `member` is None for a group or channel; `language` is that of whoever reads it.
    """
    subject = notice.subject
    if compose := COMPOSED.get(type(subject)):
        return compose(tx, subject, member)
    content: Content | None
    match subject:
        case MailingProgressed(mailing=mailing):
            report = tx.mailings.get(mailing, now)
            content = None if report is None else ReportLetter(report)
        case subject if isinstance(subject, PollSubject):
            content = poll_content(tx, notice, subject, member, now)
        case subject if isinstance(subject, AnnouncementSubject):
            content = announcement_content(tx, notice, subject, member, rules, now, language)
        case subject if isinstance(subject, ApplicationSubject):
            content = application_content(tx, subject, member)
        case subject if isinstance(subject, EventSubject):
            content = event_content(tx, notice, subject, member, now)
        case _:
            raise TypeError(f"nobody composes a letter of {type(subject).__name__}")
    return content


def with_caption(tx: Transaction, message: MessageRef | None) -> MessageRef | None:
    """Return the message to edit with the knowledge whether a picture carries its words."""
    if message is None:
        return None
    shown = tx.cards.get(message) or tx.poll_messages.get(message)
    return message if shown is None else replace(message, caption=shown.message.caption)
