"""What a notice of an announcement says by the time it is sent, composed from what is stored."""

from datetime import datetime

from bot.domain.announcements.announcements import Announcement, AnnouncementState, fields_of
from bot.domain.announcements.contents import Content, by_language
from bot.domain.announcements.copies import Copy, Fate
from bot.domain.announcements.letters import (
    AnnouncementContent,
    ButtonsLetter,
    CopyLetter,
    CorrectionLetter,
    PinLetter,
    RereadLetter,
    SecondYesLetter,
    WithdrawalLetter,
)
from bot.domain.announcements.notices import (
    AnnouncementSubject,
    ButtonsDue,
    CopyAsked,
    CopyCorrected,
    CopyDue,
    CopyPinned,
    CopyWithdrawn,
    SecondYesAsked,
)
from bot.domain.notices import Notice
from bot.domain.people.members import Member
from bot.ports import Transaction
from bot.services.announcements.addressing import coverage_of, recipients_of
from bot.services.rules import Rules


def announcement_content(
    tx: Transaction,
    notice: Notice,
    subject: AnnouncementSubject,
    member: Member | None,
    rules: Rules,
    now: datetime,
    language: str,
) -> AnnouncementContent | None:
    """Return what the notice says of its announcement; None when nothing is left to say."""
    announcement = tx.announcements.get(subject.announcement)
    if announcement is None:
        return None
    match subject:
        case SecondYesAsked():
            return _question(tx, announcement, rules, now)
        case CopyDue():
            return _copy(tx, announcement, notice, member, language)
        case CopyAsked():
            return _reread(tx, announcement, notice, member, now)
        case ButtonsDue() | CopyPinned() | CopyCorrected() | CopyWithdrawn():
            reread = not isinstance(subject, CopyPinned) and subject.reread
            copy = _standing(tx, announcement, notice, reread=reread)
            return None if copy is None else _change(tx, subject, announcement, copy, member, now)


def _change(
    tx: Transaction,
    subject: ButtonsDue | CopyPinned | CopyCorrected | CopyWithdrawn,
    announcement: Announcement,
    copy: Copy,
    member: Member | None,
    now: datetime,
) -> AnnouncementContent | None:
    match subject:
        case ButtonsDue():
            content = _shown(tx, copy, member)
            there = len(copy.messages) > len(content.pieces)
            return None if there else ButtonsLetter(announcement, copy, content)
        case CopyPinned():
            return PinLetter(announcement.quietly)
        case CopyCorrected():
            return _correction(tx, announcement, copy, member)
        case CopyWithdrawn():
            return _withdrawal(tx, announcement, copy, member, now)


def _copy(
    tx: Transaction,
    announcement: Announcement,
    notice: Notice,
    member: Member | None,
    language: str,
) -> CopyLetter | None:
    """Return the copy; None if it was recalled, has arrived before, or is not wanted any more."""
    addressee = notice.chat if member is None else member.id
    if announcement.state is not AnnouncementState.SENT or addressee is None:
        return None
    if tx.copies.get(announcement.id, addressee) is not None:
        return None
    if member is not None and announcement.kind in tx.subscriptions.unwanted(member.id):
        return None
    found, content = by_language(announcement.contents, language)
    return CopyLetter(announcement, _filled(content, member), found)


def _reread(
    tx: Transaction,
    announcement: Announcement,
    notice: Notice,
    member: Member | None,
    now: datetime,
) -> RereadLetter | None:
    """Return the announcement once more; None if it was recalled, or has come since the tap.

    So ten impatient taps bring it once.
    """
    if member is None or announcement.state is not AnnouncementState.SENT:
        return None
    last = tx.copies.get(announcement.id, member.id, reread=True)
    if last is not None and last.sent_at >= notice.not_before:
        return None
    before = None
    if last is not None and last.fate is Fate.STANDING:
        before = _withdrawal(tx, announcement, last, member, now)
    language, content = by_language(announcement.contents, member.language)
    return RereadLetter(announcement, _filled(content, member), language, before)


def _withdrawal(
    tx: Transaction, announcement: Announcement, copy: Copy, member: Member | None, now: datetime
) -> WithdrawalLetter:
    content = _shown(tx, copy, member)
    return WithdrawalLetter(announcement, copy, content, copy.is_deletable(now))


def _correction(
    tx: Transaction, announcement: Announcement, copy: Copy, member: Member | None
) -> CorrectionLetter | None:
    """Return what is to be changed in a copy; None if it is of the newest version."""
    if announcement.state is not AnnouncementState.SENT or copy.version == announcement.version:
        return None
    content = _filled(announcement.contents[copy.language], member)
    return CorrectionLetter(announcement, copy, _shown(tx, copy, member), content)


def _question(
    tx: Transaction, announcement: Announcement, rules: Rules, now: datetime
) -> SecondYesLetter | None:
    """Return the question for a second yes; None once it was said, or nobody waits for it."""
    author = tx.members.get(announcement.created_by)
    if announcement.state is not AnnouncementState.UNCONFIRMED or author is None:
        return None
    at = max(announcement.sends_at, now)
    coverage = coverage_of(recipients_of(tx, announcement, now), rules, at)
    mark = tx.announcements.versions(announcement.id)[-1].mark
    return SecondYesLetter(announcement, author.name, coverage, mark)


def _standing(
    tx: Transaction, announcement: Announcement, notice: Notice, *, reread: bool
) -> Copy | None:
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
