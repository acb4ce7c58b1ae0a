"""People as rows: how one is read, with the roles and what they imply, and written."""

from functools import lru_cache
from typing import Any

from bot.domain.people.members import Member, Role, effective, folded
from bot.domain.people.people import PersonDetails
from storage.engine.times import durations, optional_hours, optional_moment

SELECT = """
SELECT m.id, m.name, m.organisation_id, coalesce(nullif(o.short_name, ''), o.name),
       coalesce(o.municipality, ''), m.position, m.delegate, m.telegram_id, m.language,
       m.time_zone, m.consent_version, m.unreachable_since IS NULL, m.guest, m.leads,
       m.quiet_hours, m.delegate AND m.substitute,
       (SELECT CASE state WHEN 'confirmed' THEN NULL ELSE rebound_at END
          FROM rebindings WHERE member_id = m.id ORDER BY id DESC LIMIT 1),
       (SELECT group_concat(role) FROM roles WHERE member_id = m.id),
       o.leader_id = m.id
  FROM members m
  LEFT JOIN organisations o ON o.id = m.organisation_id
"""
DETAILS = """
SELECT m.name, m.position, m.phone, m.email, m.delegate, m.patronymic, m.document,
       (SELECT group_concat(role) FROM roles WHERE member_id = m.id),
       o.leader_id = m.id
  FROM members m
  LEFT JOIN organisations o ON o.id = m.organisation_id
 WHERE m.id = ?
"""


@lru_cache(maxsize=1024)  # the same row is the same person
def member_from(row: tuple[Any, ...]) -> Member:
    """Return the member that a row of `SELECT` describes; roles come with what they imply."""
    (id_, name, organisation, organisation_name, municipality, position, delegate, *rest) = row
    telegram_id, language, time_zone, consent_version, reachable, guest, *rest = rest
    leads, hours, substitute, unconfirmed_since, *roles = rest
    return Member(
        id=id_,
        name=name,
        organisation=organisation,
        organisation_name=organisation_name,
        municipality=municipality,
        position=position,
        delegate=bool(delegate),
        telegram_id=telegram_id,
        language=language,
        time_zone=time_zone,
        consent_version=consent_version,
        reachable=bool(reachable),
        roles=_effective(*roles),
        guest=bool(guest),
        leads=durations(leads),
        quiet_hours=optional_hours(hours),
        unconfirmed_since=optional_moment(unconfirmed_since),
        substitute=bool(substitute),
    )


@lru_cache(maxsize=256)  # there are few combinations, and all members are often read at once
def _effective(roles: str | None, leads: int | None) -> frozenset[Role]:
    return effective(held_roles(roles, leads))


def held_roles(roles: str | None, leads: int | None) -> frozenset[Role]:
    """Return the roles of these names, and the leader's for whom an organisation `leads` is 1."""
    held = {Role(role) for role in roles.split(",")} if roles else set()
    return frozenset(held | {Role.LEADER}) if leads else frozenset(held)


def details_from(row: tuple[Any, ...]) -> PersonDetails:
    """Return what was entered of a person, from a row of `DETAILS`."""
    name, position, phone, email, delegate, patronymic, document, roles, leads = row
    held, votes = held_roles(roles, leads), bool(delegate)
    return PersonDetails(name, position, phone, email, votes, held, patronymic, document)


def values_of(person: PersonDetails) -> dict[str, str | bool]:
    """Return what was entered of a person, by column; roles have a table of their own."""
    return {
        "name": person.name,
        "folded_name": folded(person.name),
        "position": person.position,
        "phone": person.phone,
        "email": person.email,
        "delegate": person.delegate,
        "patronymic": person.patronymic,
        "document": person.document,
    }
