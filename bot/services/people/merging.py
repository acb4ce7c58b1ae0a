"""Add a guest from outside, and merge a guest into a person of the alliance."""

from datetime import datetime

from bot.domain.events.guests import NAME_LIMIT
from bot.domain.lines import one_line
from bot.domain.people.members import LANGUAGES, MemberId, TelegramId
from bot.ports import Transaction
from bot.services.events.recounting import recount
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

    def hand_over() -> None:
        tx.members.merge(guest, member)
        tx.members.erase(guest, now)

    recount(tx, [guest], hand_over, rules, now)
    tx.audit.add(member, "guest.merge", f"member:{guest}", now)
