"""The second yes to what goes to everybody: who can say it, how they are asked, and the answer."""

from datetime import datetime

from bot.domain.announcements.announcements import Announcement, AnnouncementState
from bot.domain.announcements.notices import AnnouncementDecided, SecondYesAsked
from bot.domain.announcements.refusals import AnnouncementChanged
from bot.domain.notices import Notice
from bot.domain.people.members import Member, MemberId
from bot.domain.priorities import Priority
from bot.ports import Transaction


def other_organisers(tx: Transaction, author: MemberId) -> list[Member]:
    """Return the organisers who can give the second approval."""
    return [
        member
        for member in tx.members.all()
        if member.is_organiser and member.has_joined and member.id != author
    ]


def ask_second_yes(tx: Transaction, announcement: Announcement, now: datetime) -> None:
    """Ask every other organiser for the second approval."""
    if announcement.state is not AnnouncementState.UNCONFIRMED:
        return
    asked = other_organisers(tx, announcement.created_by)
    tx.outbox.add([_question(announcement, member, now) for member in asked], now)


def _question(announcement: Announcement, member: Member, now: datetime) -> Notice:
    key = f"second-yes:{announcement.id}:{now.timestamp():.0f}:{member.id}"
    return Notice(key, member.id, SecondYesAsked(announcement.id), Priority.REMINDER, now)


def tell_author(
    tx: Transaction, announcement: Announcement, decided_by: MemberId, now: datetime
) -> None:
    """Tell the author what somebody else has decided about an announcement that waits."""
    author = announcement.created_by
    if author != decided_by:
        key = f"announcement-decided:{announcement.id}:{announcement.mark}:{announcement.state}"
        subject = AnnouncementDecided(announcement.id)
        tx.outbox.add([Notice(key, author, subject, Priority.REMINDER, now)], now)


def require_as_asked(announcement: Announcement, mark: int) -> None:
    """Refuse what was said of another version than the one with this mark."""
    if announcement.mark != mark:
        raise AnnouncementChanged
