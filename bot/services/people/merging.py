"""Add a guest from outside, and merge a guest into a person of the alliance."""

from datetime import datetime

from bot.domain.events.guests import NAME_LIMIT
from bot.domain.lines import one_line
from bot.domain.people.members import LANGUAGES, MemberId, TelegramId
from bot.ports import Transaction
from bot.services.events.news import refresh_counts
from bot.services.events.seating import reseat
from bot.services.rules import AllianceRules


def add_guest(
    tx: Transaction, account: TelegramId, name: str, language: str, now: datetime
) -> MemberId:
    """Add the person of an account, with the `name` and `language` that Telegram gives."""
    guest = tx.members.add_guest(one_line(name)[:NAME_LIMIT] or f"#{account}")
    tx.members.bind(guest, account, now)
    if language in LANGUAGES:
        tx.members.save_language(guest, language)
    return guest


def merge_guest(
    tx: Transaction, guest: MemberId, member: MemberId, rules: AllianceRules, now: datetime
) -> None:
    """Move a guest's data to the person they turn out to be, and delete the guest.

    Their answers then count for the organisation and its quota.
    """
    answered = [
        event for event in tx.events.ending_after(now) if tx.rsvps.get(event.id, guest) is not None
    ]
    before = {event.id: tx.rsvps.roster(event) for event in answered}
    tx.members.merge(guest, member)
    tx.members.erase(guest, now)
    for event in answered:
        if not event.is_cancelled:
            reseat(tx, event, before[event.id], tx.rsvps.roster(event), rules, now)
        refresh_counts(tx, event, now)
    tx.audit.add(member, "guest.merge", f"member:{guest}", now)
