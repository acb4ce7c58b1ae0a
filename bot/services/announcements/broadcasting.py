"""Enqueue announcements, their corrections and their recalls."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.announcements.announcements import Announcement, AnnouncementId
from bot.domain.announcements.copies import Copy
from bot.domain.announcements.notices import (
    ButtonsDue,
    CopyAsked,
    CopyCorrected,
    CopyDue,
    CopyPinned,
    CopyWithdrawn,
)
from bot.domain.announcements.refusals import AnnouncementNotFound
from bot.domain.mailings import MailingId, Occasion
from bot.domain.notices import MessageRef, Notice, Subject
from bot.domain.people.members import MemberId
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.announcements.addressing import Recipients, daytimes, recipients_of
from bot.services.mailings import progress_notice
from bot.services.rules import AllianceRules


def require_announcement(tx: Transaction, announcement: AnnouncementId) -> Announcement:
    """Return an announcement; refuse an unknown id."""
    found = tx.announcements.get(announcement)
    if found is None:
        raise AnnouncementNotFound
    return found


def send_copies(
    tx: Transaction,
    occasion: Occasion,
    announcement: Announcement,
    author: MemberId,
    recipients: Recipients,
    chats: Iterable[int],
    rules: AllianceRules,
    now: datetime,
) -> MailingId:
    """Enqueue a copy for each person and chat, after their quiet hours, and the progress message.

    Nobody gets two copies: recipients with a copy are left out, and the stored copies and the
    notices' keys prevent duplicates.
    """
    posts = list(chats)
    mailing = _mailing(tx, occasion, announcement, author, recipients.not_joined, now)
    tx.copies.expect(announcement.id, [member.id for member in recipients.people], posts)
    hour = daytimes(rules, now)
    due = CopyDue(announcement.id)
    notices = [_notice(mailing, due, member.id, None, hour(member)) for member in recipients.people]
    notices += [_notice(mailing, due, None, chat, now) for chat in posts]
    tx.outbox.add([progress_notice(mailing, author, now), *notices], now)
    return mailing


def newcomers(tx: Transaction, announcement: Announcement, now: datetime) -> Recipients:
    """Find the addressees who have no copy and will not get one from a waiting notice."""
    holders = tx.copies.holders(announcement.id)
    found = recipients_of(tx, announcement, now)
    fresh = tuple(member for member in found.people if member.id not in holders)
    return Recipients(fresh, found.opted_out, found.not_joined, everybody=False)


def change_copies(
    tx: Transaction, occasion: Occasion, announcement: Announcement, author: MemberId, now: datetime
) -> MailingId:
    """Enqueue the correction or withdrawal of every copy; the report counts people."""
    mailing = _mailing(tx, occasion, announcement, author, 0, now)
    standing = tx.copies.standing(announcement.id)
    counted = {copy.addressee: copy for copy in reversed(standing)}
    changes = [
        change_of(mailing if copy is counted[copy.addressee] else None, occasion, copy, now)
        for copy in standing
    ]
    tx.outbox.add([progress_notice(mailing, author, now), *changes], now)
    return mailing


def change_of(mailing: MailingId | None, occasion: Occasion, copy: Copy, now: datetime) -> Notice:
    """Return the notice that corrects or withdraws a copy."""
    withdrawn = occasion is Occasion.RECALL
    subject = (CopyWithdrawn if withdrawn else CopyCorrected)(copy.announcement, copy.reread)
    message = MessageRef(copy.chat, copy.messages[0])
    key = f"mailing:{mailing}:{copy.addressee}"
    return Notice(
        key=key if mailing else f"copy:{message.chat}:{message.message}",
        recipient=copy.member,
        subject=subject,
        priority=Priority.BROADCAST,
        not_before=now,
        mailing=mailing,
        edits=message,
        chat=copy.chat if copy.member is None else None,
    )


def pin_of(mailing: MailingId | None, copy: Copy, now: datetime) -> Notice:
    """Return the notice that pins a post."""
    return Notice(
        key=f"pin:{copy.announcement}:{copy.chat}",
        recipient=None,
        subject=CopyPinned(copy.announcement),
        priority=Priority.BROADCAST,
        not_before=now,
        mailing=mailing,
        edits=MessageRef(copy.chat, copy.messages[0]),
        chat=copy.chat,
    )


def buttons_of(copy: Copy, now: datetime) -> Notice:
    """Return the notice with the buttons of an album, sent right after it."""
    of = f"reread:{copy.messages[0]}" if copy.reread else copy.announcement
    return Notice(
        key=f"buttons:{of}:{copy.addressee}",
        recipient=copy.member,
        subject=ButtonsDue(copy.announcement, copy.reread),
        priority=Priority.ANSWER if copy.reread else Priority.BROADCAST,
        not_before=now,
        chat=copy.chat if copy.member is None else None,
    )


def asked_again(announcement: AnnouncementId, member: MemberId, now: datetime) -> Notice:
    """Return the notice for somebody who opens an announcement again."""
    key = f"reread:{announcement}:{member}:{now.timestamp():.6f}"
    return Notice(key, member, CopyAsked(announcement), Priority.ANSWER, now)


def under_way(
    tx: Transaction, announcement: AnnouncementId, occasions: Iterable[Occasion], now: datetime
) -> list[MailingId]:
    """Return the mailings of an announcement that are not finished."""
    wanted = set(occasions)
    reports = tx.mailings.of_announcement(announcement, now)
    return [one.mailing for one in reports if one.occasion in wanted and not one.done]


def _mailing(
    tx: Transaction,
    occasion: Occasion,
    announcement: Announcement,
    author: MemberId,
    not_joined: int,
    now: datetime,
) -> MailingId:
    return tx.mailings.add(
        occasion, announcement.title, author, not_joined, now, announcement=announcement.id
    )


def _notice(
    mailing: MailingId, subject: Subject, member: MemberId | None, chat: int | None, at: datetime
) -> Notice:
    key = f"mailing:{mailing}:{chat if member is None else member}"
    return Notice(key, member, subject, Priority.BROADCAST, at, mailing=mailing, chat=chat)
