"""What becomes of an announcement's copies as they are sent, corrected and withdrawn."""

from dataclasses import replace
from datetime import datetime

from bot.domain.announcements.announcements import Announcement, AnnouncementState
from bot.domain.announcements.copies import Copy, Fate
from bot.domain.announcements.letters import (
    ButtonsLetter,
    CopyLetter,
    CorrectionLetter,
    WithdrawalLetter,
)
from bot.domain.announcements.notices import CopyCorrected, CopyWithdrawn
from bot.domain.letters import Content
from bot.domain.mailings import Occasion
from bot.domain.notices import Claimed, MessageRef
from bot.ports import Transaction
from bot.services.announcements.broadcasting import buttons_of, change_of, pin_of


def note_copy(
    tx: Transaction, claimed: Claimed, message: MessageRef | None, said: Content, now: datetime
) -> None:
    """Remember what somebody has of an announcement by now; no `message` is left of one deleted."""
    match said:
        case CopyLetter() if message is not None:
            _keep(tx, claimed, message, said, now)
        case ButtonsLetter(copy=copy) if message is not None:
            tx.copies.save(replace(copy, messages=(*copy.messages, message.message)))
        case CorrectionLetter(announcement=announcement, copy=copy):
            tx.copies.save(replace(copy, version=announcement.version))
        case WithdrawalLetter(copy=copy):
            fate = Fate.DELETED if message is None else Fate.REPLACED
            tx.copies.save_fate(copy.announcement, _addressee(copy), fate)
        case _:
            pass


def note_gone(tx: Transaction, claimed: Claimed) -> None:
    """Remember that a copy was deleted in its chat before it could be changed."""
    subject, notice = claimed.notice.subject, claimed.notice
    addressee = notice.chat if notice.recipient is None else notice.recipient
    if isinstance(subject, CopyCorrected | CopyWithdrawn) and addressee is not None:
        tx.copies.save_fate(subject.announcement, addressee, Fate.GONE)


def _keep(
    tx: Transaction, claimed: Claimed, message: MessageRef, letter: CopyLetter, now: datetime
) -> None:
    """Remember a copy that has arrived; pin it, or put it right, if need be."""
    notice, announcement = claimed.notice, letter.announcement
    if notice.recipient is not None:
        recipient = tx.members.get(notice.recipient)
        if recipient is None or recipient.telegram_id != message.chat:
            return  # erased while the letter was on its way: nothing of them is kept
    copy = Copy(
        announcement.id,
        notice.recipient,
        message.chat,
        (message.message, *message.more),
        letter.language,
        announcement.version,
        now,
    )
    tx.copies.save(copy)
    if letter.content.is_album:
        tx.outbox.add([buttons_of(copy, now)], now)
    if announcement.pinned and copy.member is None:
        tx.outbox.add([pin_of(notice.mailing, copy, now)], now)
    _catch_up(tx, announcement, copy, now)


def _catch_up(tx: Transaction, sent: Announcement, copy: Copy, now: datetime) -> None:
    """Put right a copy that was on its way while the announcement was corrected or recalled."""
    newest = tx.announcements.get(sent.id)
    if newest is None or (newest.version, newest.state) == (sent.version, sent.state):
        return
    recalled = newest.state is AnnouncementState.RECALLED
    occasion = Occasion.RECALL if recalled else Occasion.CORRECTION
    reports = tx.mailings.of_announcement(sent.id, now)
    mailing = next(one.mailing for one in reversed(reports) if one.occasion is occasion)
    tx.outbox.add([change_of(mailing, occasion, copy, now)], now)


def _addressee(copy: Copy) -> int:
    return copy.chat if copy.member is None else copy.member
