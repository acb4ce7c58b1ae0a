"""Compose the notices of announcements, and record the results of sending."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import TypeVar

from bot.domain.announcements import letters, notices
from bot.domain.announcements.announcements import Announcement, AnnouncementState, fields_of
from bot.domain.announcements.contents import Content, by_language
from bot.domain.announcements.copies import Copy, Fate
from bot.domain.letters import LetterContent
from bot.domain.notices import Notice
from bot.domain.people.members import Member
from bot.ports import Transaction
from bot.services.access import require_person
from bot.services.announcements.addressing import coverage_of, recipients_of
from bot.services.announcements.copies import (
    keep_buttons,
    keep_copy,
    note_corrected,
    note_gone,
    note_withdrawn,
)
from bot.services.notices import Asked, Compose, NoticeRules, NoticesByKind

A = TypeVar("A", bound=notices.AnnouncementSubject)


def of_announcement(
    compose: Callable[[Transaction, Asked[A], Announcement], LetterContent | None],
) -> Compose[A]:
    """Compose the notice with its announcement; None if that no longer exists."""

    @wraps(compose)
    def composed(tx: Transaction, asked: Asked[A]) -> LetterContent | None:
        announcement = tx.announcements.get(asked.subject.announcement)
        return None if announcement is None else compose(tx, asked, announcement)

    return composed


@of_announcement
def compose_copy(
    tx: Transaction, asked: Asked[notices.CopyDue], announcement: Announcement
) -> letters.CopyLetter | None:
    """Return the copy; None if it was recalled, has arrived before, or is no longer wanted."""
    member = asked.member
    addressee = asked.notice.chat if member is None else member.id
    if announcement.state is not AnnouncementState.SENT or addressee is None:
        return None
    if tx.copies.get(announcement.id, addressee) is not None:
        return None
    if member is not None and announcement.kind in tx.subscriptions.unwanted(member.id):
        return None
    found, content = by_language(announcement.contents, asked.language)
    return letters.CopyLetter(announcement, _filled(content, member), found)


@of_announcement
def compose_reread(
    tx: Transaction, asked: Asked[notices.CopyAsked], announcement: Announcement
) -> letters.RereadLetter | None:
    """Return the announcement again; None if it was recalled, or was sent after the tap."""
    member = asked.member
    if member is None or announcement.state is not AnnouncementState.SENT:
        return None
    last = tx.copies.get(announcement.id, member.id, reread=True)
    if last is not None and last.sent_at >= asked.notice.not_before:
        return None
    before = None
    if last is not None and last.fate is Fate.STANDING:
        before = _withdrawal(tx, announcement, last, member, asked.now)
    language, content = by_language(announcement.contents, member.language)
    return letters.RereadLetter(announcement, _filled(content, member), language, before)


@of_announcement
def compose_buttons(
    tx: Transaction, asked: Asked[notices.ButtonsDue], announcement: Announcement
) -> letters.ButtonsLetter | None:
    """Return the buttons of an album; None if they were sent."""
    copy = _standing(tx, asked.notice, announcement, reread=asked.subject.reread)
    if copy is None:
        return None
    content = _shown(tx, copy, asked.member)
    there = len(copy.messages) > len(content.pieces)
    return None if there else letters.ButtonsLetter(announcement, copy, content)


@of_announcement
def compose_pin(
    tx: Transaction, asked: Asked[notices.CopyPinned], announcement: Announcement
) -> letters.PinLetter | None:
    """Return how a post is pinned; None if the post is gone."""
    copy = _standing(tx, asked.notice, announcement)
    return None if copy is None else letters.PinLetter(announcement.quietly)


@of_announcement
def compose_correction(
    tx: Transaction, asked: Asked[notices.CopyCorrected], announcement: Announcement
) -> letters.CorrectionLetter | None:
    """Return what to edit in a copy; None if it shows the newest version."""
    copy = _standing(tx, asked.notice, announcement, reread=asked.subject.reread)
    if copy is None or announcement.state is not AnnouncementState.SENT:
        return None
    if copy.version == announcement.version:
        return None
    content = _filled(announcement.contents[copy.language], asked.member)
    return letters.CorrectionLetter(announcement, copy, _shown(tx, copy, asked.member), content)


@of_announcement
def compose_withdrawal(
    tx: Transaction, asked: Asked[notices.CopyWithdrawn], announcement: Announcement
) -> letters.WithdrawalLetter | None:
    """Return the copy to withdraw; None if it is gone."""
    copy = _standing(tx, asked.notice, announcement, reread=asked.subject.reread)
    if copy is None:
        return None
    return _withdrawal(tx, announcement, copy, asked.member, asked.now)


@of_announcement
def compose_question(
    tx: Transaction, asked: Asked[notices.SecondYesAsked], announcement: Announcement
) -> letters.SecondYesLetter | None:
    """Return the request for approval; None if it was given or is no longer needed."""
    author = tx.members.get(announcement.created_by)
    if announcement.state is not AnnouncementState.UNCONFIRMED or author is None:
        return None
    at = max(announcement.sends_at, asked.now)
    coverage = coverage_of(recipients_of(tx, announcement, asked.now), asked.rules, at)
    return letters.SecondYesLetter(announcement, author.name, coverage, announcement.mark)


@of_announcement
def compose_decision(
    tx: Transaction, _asked: Asked[notices.AnnouncementDecided], announcement: Announcement
) -> letters.DecisionLetter | None:
    """Return what another organiser decided; None if it was changed since, or has gone out."""
    if announcement.state is AnnouncementState.CANCELLED:
        return letters.DecisionLetter(announcement, None)
    by = announcement.confirmed_by
    if announcement.state is not AnnouncementState.SCHEDULED or by is None:
        return None
    return letters.DecisionLetter(announcement, require_person(tx, by).name)


def _withdrawal(
    tx: Transaction, announcement: Announcement, copy: Copy, member: Member | None, now: datetime
) -> letters.WithdrawalLetter:
    content = _shown(tx, copy, member)
    return letters.WithdrawalLetter(announcement, copy, content, copy.is_deletable(now))


def _standing(
    tx: Transaction, notice: Notice, announcement: Announcement, *, reread: bool = False
) -> Copy | None:
    """Return the addressee's copy, unless it was deleted or withdrawn."""
    addressee = notice.chat if notice.recipient is None else notice.recipient
    if addressee is None:
        return None
    copy = tx.copies.get(announcement.id, addressee, reread=reread)
    return copy if copy is not None and copy.fate is Fate.STANDING else None


def _shown(tx: Transaction, copy: Copy, member: Member | None) -> Content:
    contents = tx.announcements.contents(copy.announcement, copy.version)
    return _filled(contents[copy.language], member)


def _filled(content: Content, member: Member | None) -> Content:
    return content if member is None else content.filled(fields_of(member))


NOTICES: NoticesByKind = {
    notices.CopyDue: NoticeRules(compose_copy, sent=keep_copy, disturbs=True),
    notices.CopyAsked: NoticeRules(compose_reread, sent=keep_copy),
    notices.ButtonsDue: NoticeRules(compose_buttons, sent=keep_buttons),
    notices.CopyPinned: NoticeRules(compose_pin),
    notices.CopyCorrected: NoticeRules(compose_correction, sent=note_corrected, gone=note_gone),
    notices.CopyWithdrawn: NoticeRules(compose_withdrawal, sent=note_withdrawn, gone=note_gone),
    notices.SecondYesAsked: NoticeRules(compose_question),
    notices.AnnouncementDecided: NoticeRules(compose_decision),
}
