"""What a notice has become by the time it is sent: its letter, composed from what is stored."""

from dataclasses import replace
from datetime import datetime

from bot.domain.announcements.notices import AnnouncementSubject
from bot.domain.applications.notices import ApplicationSubject, QueueChanged
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
    content: Content | None
    match notice.subject:
        case MailingProgressed(mailing=mailing):
            report = tx.mailings.get(mailing, now)
            content = None if report is None else ReportLetter(report)
        case ReachabilityChanged() as changed:
            content = digest_letter(tx, changed, member)
        case AccountRebound() | AccountConfirmed() as rebound:
            content = rebinding_content(tx, rebound, member)
        case QueueChanged() as queue_changed:
            content = queue_content(tx, queue_changed, member)
        case ItemPutAside() as put_aside:
            content = put_aside_letter(tx, put_aside, member)
        case StrawPollClosed(poll=poll):
            straw = tx.straw_polls.get(poll)
            content = None if straw is None else StrawPollLetter(straw)
        case StrawPollInterrupted(poll=poll):
            straw = tx.straw_polls.get(poll)
            lost = straw is not None and straw.posted is None
            content = InterruptedLetter(straw) if straw is not None and lost else None
        case subject if isinstance(subject, PollSubject):
            content = poll_content(tx, notice, subject, member, now)
        case subject if isinstance(subject, AnnouncementSubject):
            content = announcement_content(tx, notice, subject, member, rules, now, language)
        case subject if isinstance(subject, ApplicationSubject):
            content = application_content(tx, subject, member)
        case subject:
            content = event_content(tx, notice, subject, member, now)
    return content


def with_caption(tx: Transaction, message: MessageRef | None) -> MessageRef | None:
    """Return the message to edit with the knowledge whether a picture carries its words."""
    if message is None:
        return None
    shown = tx.cards.get(message) or tx.poll_messages.get(message)
    return message if shown is None else replace(message, caption=shown.message.caption)
