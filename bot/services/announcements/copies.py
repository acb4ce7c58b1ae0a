"""Record what becomes of an announcement's copies: sent, corrected and withdrawn."""

from dataclasses import replace
from datetime import datetime

from bot.domain.announcements import letters, notices
from bot.domain.announcements.announcements import Announcement, AnnouncementState
from bot.domain.announcements.copies import Copy, Fate
from bot.domain.mailings import Halt, Occasion
from bot.domain.people.members import MemberId
from bot.ports import Transaction
from bot.services.announcements.broadcasting import buttons_of, change_of, pin_of
from bot.services.notices import Lost, Sent, new_message


def keep_copy(tx: Transaction, sent: Sent[notices.CopyDue | notices.CopyAsked]) -> None:
    """Store a copy that has arrived; pin it or correct it if needed."""
    message, letter, notice, now = new_message(tx, sent), sent.content, sent.notice, sent.now
    if message is None or not isinstance(letter, letters.CopyLetter | letters.RereadLetter):
        return
    announcement = letter.announcement
    copy = Copy(
        announcement.id,
        notice.recipient,
        message.chat,
        (message.message, *message.more),
        letter.language,
        announcement.version,
        now,
        reread=isinstance(letter, letters.RereadLetter),
    )
    tx.copies.save(copy)
    if letter.content.is_album:
        tx.outbox.add([buttons_of(copy, now)], now)
    if announcement.pinned and copy.member is None:
        tx.outbox.add([pin_of(notice.mailing, copy, now)], now)
    newest = tx.announcements.get(announcement.id)
    if newest is None or (newest.version, newest.state) == (copy.version, announcement.state):
        return
    _enqueue_resync(tx, newest, copy, now)  # changed during sending


def keep_buttons(tx: Transaction, sent: Sent[notices.ButtonsDue]) -> None:
    """Store the message with an album's buttons, if there is one."""
    said, message = sent.content, sent.message
    if isinstance(said, letters.ButtonsLetter) and message is not None:
        messages = (*said.copy.messages, message.message)
        tx.copies.change(replace(said.copy, messages=messages))


def note_corrected(tx: Transaction, sent: Sent[notices.CopyCorrected]) -> None:
    """Store which version a copy now shows."""
    if isinstance(sent.content, letters.CorrectionLetter):
        version = sent.content.announcement.version
        tx.copies.change(replace(sent.content.copy, version=version))


def note_withdrawn(tx: Transaction, sent: Sent[notices.CopyWithdrawn]) -> None:
    """Store that a copy was withdrawn; `message` is None if it was deleted."""
    if isinstance(sent.content, letters.WithdrawalLetter):
        fate = Fate.DELETED if sent.message is None else Fate.REPLACED
        tx.copies.change(replace(sent.content.copy, fate=fate))


def note_gone(tx: Transaction, lost: Lost[notices.CopyCorrected | notices.CopyWithdrawn]) -> None:
    """Store that a copy was deleted in its chat before it could be changed."""
    subject, notice = lost.subject, lost.notice
    addressee = notice.chat if notice.recipient is None else notice.recipient
    if addressee is None:
        return
    copy = tx.copies.get(subject.announcement, addressee, reread=subject.reread)
    if copy is not None:
        tx.copies.change(replace(copy, fate=Fate.GONE))


def catch_up(tx: Transaction, member: MemberId, now: datetime) -> None:
    """Correct the copies of a person who could not be reached during a correction or recall."""
    for copy in tx.copies.outdated(member):
        newest = tx.announcements.get(copy.announcement)
        if newest is not None:
            _enqueue_resync(tx, newest, copy, now)


def _enqueue_resync(tx: Transaction, newest: Announcement, copy: Copy, now: datetime) -> None:
    """Enqueue a copy's correction or withdrawal like the others', unless that was stopped."""
    recalled = newest.state is AnnouncementState.RECALLED
    occasion = Occasion.RECALL if recalled else Occasion.CORRECTION
    reports = tx.mailings.of_announcement(newest.id, now)
    last = next(one for one in reversed(reports) if one.occasion is occasion)
    if last.halt is not Halt.STOPPED:
        mailing = None if copy.reread else last.mailing
        tx.outbox.add([change_of(mailing, occasion, copy, now)], now)
