"""Add a guest from outside, merge a guest into a person of the alliance, pass an account on."""

from datetime import datetime

from bot.domain.events.guests import NAME_LIMIT
from bot.domain.lines import one_line
from bot.domain.people.members import LANGUAGES, Consent, Member, MemberId, TelegramId
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
    """Merge a guest into the person they turn out to be, who may have left the alliance before.

    Their answers then count for the organisation and its quota. Roles that were planned for the
    guest are not the person's.
    """
    for planned in tx.planned_roles.of_member(guest):
        tx.planned_roles.replace(guest, planned.role, None, None)
    merge_records(tx, guest, member, rules, now)
    tx.audit.add(member, "guest.merge", f"member:{guest}", now)


def merge_records(
    tx: Transaction, given_up: MemberId, kept: MemberId, rules: AllianceRules, now: datetime
) -> None:
    """Merge two records of one person; invitations of the one that is given up open nothing."""
    tx.invitations.withdraw(given_up, now)
    tx.tombstones.add_invitations(given_up)
    recount(tx, [given_up, kept], lambda: tx.members.absorb(given_up, kept, now), rules, now)


def pass_account(
    tx: Transaction, before: Member, consent: Consent | None, person: MemberId, now: datetime
) -> None:
    """Give a person the account of the record that was theirs `before`, with consent and settings.

    That record must have lost it already: an account belongs to one person.
    """
    if before.telegram_id is None:
        return
    tx.members.bind(person, before.telegram_id, now)
    tx.members.save_reachable(person, now, reachable=before.reachable)
    tx.members.save_language(person, before.language)
    tx.members.save_time_zone(person, before.time_zone)
    tx.members.save_leads(person, before.leads)
    tx.members.save_quiet_hours(person, before.quiet_hours)
    if consent is not None:
        tx.members.save_consent(person, consent)
