"""People, in a test of the rules and in a database."""

from datetime import datetime
from typing import Any

from bot.domain.people.members import Consent, Member, MemberId, OrganisationId, Role, TelegramId
from bot.domain.people.people import PersonDetails
from bot.ports import Transaction


def joined(
    tx: Transaction,
    person: PersonDetails,
    at: datetime,
    organisation: OrganisationId | None = None,
    *,
    telegram_id: int | None = None,
) -> MemberId:
    """Write down a person who has joined and consented."""
    member = tx.members.add(person, organisation)
    consented(tx, member, at, telegram_id=telegram_id)
    return member


def consented(
    tx: Transaction, member: MemberId, at: datetime, *, telegram_id: int | None = None
) -> None:
    """Have a member join and consent; the Telegram id is that of the member unless given."""
    tx.members.bind(member, TelegramId(telegram_id or member), at)
    tx.members.save_consent(member, Consent(1, at))


def anna_and_boris(tx: Transaction, at: datetime) -> None:
    """Write down Anna, who organises, and Boris, a member."""
    joined(tx, PersonDetails("Участник 1", roles=frozenset({Role.ORGANISER})), at)
    joined(tx, PersonDetails("Участник 2"), at)


def a_member(*roles: Role, **changes: Any) -> Member:
    """Return Anna, of no organisation, who has consented."""
    member: dict[str, Any] = {
        "id": MemberId(1),
        "name": "Анна",
        "organisation": None,
        "organisation_name": None,
        "municipality": "",
        "position": "",
        "delegate": False,
        "telegram_id": None,
        "language": "ru",
        "time_zone": None,
        "consent_version": 1,
        "reachable": True,
        "roles": frozenset(roles),
    }
    return Member(**member | changes)
