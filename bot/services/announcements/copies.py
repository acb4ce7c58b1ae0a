"""What becomes of an announcement's copies as they are sent, corrected and withdrawn."""

from dataclasses import replace
from datetime import datetime

from bot.domain.announcements.announcements import Announcement, AnnouncementState
from bot.domain.announcements.copies import Copy, Fate
from bot.domain.announcements.letters import (
    ButtonsLetter,
    CopyLetter,
    CorrectionLetter,
    RereadLetter,
    WithdrawalLetter,
)
from bot.domain.announcements.notices import CopyCorrected, CopyWithdrawn
from bot.domain.letters import Content
from bot.domain.mailings import Halt, Occasion
from bot.domain.notices import Claimed, MessageRef
from bot.domain.people.members import MemberId
from bot.ports import Transaction
from bot.services.announcements.broadcasting import buttons_of, change_of, pin_of


def note_copy(
    tx: Transaction, claimed: Claimed, message: MessageRef | None, said: Content, now: datetime
) -> None:
    """Remember what somebody has of an announcement by now; no `message` is left of one deleted."""
    match said:
        case CopyLetter() | RereadLetter() if message is not None:
            _keep(tx, claimed, message, said, now)
        case ButtonsLetter(copy=copy) if message is not None:
            tx.copies.change(replace(copy, messages=(*copy.messages, message.message)))
        case CorrectionLetter(announcement=announcement, copy=copy):
            tx.copies.change(replace(copy, version=announcement.version))
        case WithdrawalLetter(copy=copy):
            fate = Fate.DELETED if message is None else Fate.REPLACED
            tx.copies.change(replace(copy, fate=fate))
        case _:
            pass


def note_gone(tx: Transaction, claimed: Claimed) -> None:
    """Remember that a copy was deleted in its chat before it could be changed."""
    subject, notice = claimed.notice.subject, claimed.notice
    addressee = notice.chat if notice.recipient is None else notice.recipient
    if not isinstance(subject, CopyCorrected | CopyWithdrawn) or addressee is None:
        return
    copy = tx.copies.get(subject.announcement, addressee, reread=subject.reread)
    if copy is not None:
        tx.copies.change(replace(copy, fate=Fate.GONE))


def catch_up(tx: Transaction, member: MemberId, now: datetime) -> None:
    """Put right what somebody has whom no message reached while it was corrected or recalled."""
    for copy in tx.copies.outdated(member):
        newest = tx.announcements.get(copy.announcement)
        if newest is not None:
            _put_right(tx, newest, copy, now)


def _keep(
    tx: Transaction,
    claimed: Claimed,
    message: MessageRef,
    letter: CopyLetter | RereadLetter,
    now: datetime,
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
        reread=isinstance(letter, RereadLetter),
    )
    tx.copies.save(copy)
    if letter.content.is_album:
        tx.outbox.add([buttons_of(copy, now)], now)
    if announcement.pinned and copy.member is None:
        tx.outbox.add([pin_of(notice.mailing, copy, now)], now)
    newest = tx.announcements.get(announcement.id)
    if newest is None or (newest.version, newest.state) == (copy.version, announcement.state):
        return
    _put_right(tx, newest, copy, now)  # it was on its way while that was decided


def _put_right(tx: Transaction, newest: Announcement, copy: Copy, now: datetime) -> None:
    """Have a copy corrected or withdrawn as the others were, unless that was stopped."""
    recalled = newest.state is AnnouncementState.RECALLED
    occasion = Occasion.RECALL if recalled else Occasion.CORRECTION
    reports = tx.mailings.of_announcement(newest.id, now)
    last = next(one for one in reversed(reports) if one.occasion is occasion)
    if last.halt is not Halt.STOPPED:
        mailing = None if copy.reread else last.mailing
        tx.outbox.add([change_of(mailing, occasion, copy, now)], now)
