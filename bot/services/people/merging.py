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
    guest are not the person's, and invitations of the guest open nothing.
    """
    for planned in tx.planned_roles.of_member(guest):
        tx.planned_roles.replace(guest, planned.role, None, None)
    tx.invitations.withdraw(guest, now)
    tx.tombstones.add_invitations(guest)
    recount(tx, [guest, member], lambda: tx.members.absorb(guest, member, now), rules, now)
    tx.audit.add(member, "guest.merge", f"member:{guest}", now)


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
