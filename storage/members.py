"""People and their roles."""

import sqlite3
from datetime import datetime
from typing import Any

from bot.domain.members import (
    Consent,
    Member,
    MemberId,
    OrganisationId,
    Role,
    TelegramId,
    effective,
    folded,
)
from bot.domain.people import PersonDetails
from storage.times import stamp

SELECT = """
SELECT m.id, m.name, m.organisation_id, coalesce(nullif(o.short_name, ''), o.name), m.position,
       m.delegate, m.telegram_id, m.language, m.time_zone, m.consent_version,
       m.unreachable_since IS NULL,
       (SELECT group_concat(role) FROM roles WHERE member_id = m.id),
       o.leader_id = m.id
  FROM members m
  LEFT JOIN organisations o ON o.id = m.organisation_id
"""


ERASE = (
    """
    UPDATE members
       SET name = '—', folded_name = 'erased:' || id, organisation_id = NULL, position = '',
           phone = '', email = '', delegate = 0, telegram_id = NULL, joined_at = NULL,
           time_zone = NULL, consent_version = NULL, consented_at = NULL, unreachable_since = NULL,
           erased_at = :now
     WHERE id = :id
    """,
    "UPDATE organisations SET leader_id = NULL WHERE leader_id = :id",
    "DELETE FROM roles WHERE member_id = :id",
    "DELETE FROM invitations WHERE member_id = :id",
    "DELETE FROM rsvps WHERE member_id = :id",
    "DELETE FROM cards WHERE member_id = :id",
    "UPDATE mailings SET chat_id = NULL, message_id = NULL WHERE created_by = :id",
    "DELETE FROM notices WHERE member_id = :id AND mailing_id IS NULL",
    """
    UPDATE notices SET state = 'dropped', settled_at = :now
     WHERE member_id = :id AND state IN ('pending', 'retry')
    """,
)


def member_from(row: tuple[Any, ...]) -> Member:
    """Return the member that a row of `SELECT` describes; roles come with what they imply."""
    (id_, name, organisation, organisation_name, position, delegate, *rest) = row
    telegram_id, language, time_zone, consent_version, reachable, roles, leads = rest
    return Member(
        id=id_,
        name=name,
        organisation=organisation,
        organisation_name=organisation_name,
        position=position,
        delegate=bool(delegate),
        telegram_id=telegram_id,
        language=language,
        time_zone=time_zone,
        consent_version=consent_version,
        reachable=bool(reachable),
        roles=effective(_held(roles, leads=bool(leads))),
    )


def _held(roles: str | None, *, leads: bool) -> frozenset[Role]:
    held = {Role(role) for role in roles.split(",")} if roles else set()
    return frozenset(held | {Role.LEADER}) if leads else frozenset(held)


class Members:
    """People of the alliance, joined or only known."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def get(self, member: MemberId) -> Member | None:
        """Return a person by id."""
        return self._one("WHERE m.id = ?", member)

    def by_telegram(self, telegram_id: TelegramId) -> Member | None:
        """Return the person whom a Telegram account is bound to."""
        return self._one("WHERE m.telegram_id = ?", telegram_id)

    def _one(self, where: str, value: int) -> Member | None:
        row = self._db.execute(SELECT + where, (value,)).fetchone()
        return None if row is None else member_from(row)

    def all(self) -> list[Member]:
        """Return everybody but the erased, in the order in which they were added."""
        rows = self._db.execute(SELECT + "WHERE m.erased_at IS NULL ORDER BY m.id")
        return [member_from(row) for row in rows]

    def find(self, organisation: OrganisationId | None, name: str) -> MemberId | None:
        """Return the person of this name in the organisation; case and ё make no difference."""
        row = self._db.execute(
            """
            SELECT id FROM members
             WHERE coalesce(organisation_id, 0) = ? AND folded_name = ?
            """,
            (organisation or 0, folded(name)),
        ).fetchone()
        return None if row is None else MemberId(row[0])

    def details(self, member: MemberId) -> PersonDetails:
        """Return what was entered of a person."""
        row = self._db.execute(
            """
            SELECT m.name, m.position, m.phone, m.email, m.delegate,
                   (SELECT group_concat(role) FROM roles WHERE member_id = m.id),
                   o.leader_id = m.id
              FROM members m
              LEFT JOIN organisations o ON o.id = m.organisation_id
             WHERE m.id = ?
            """,
            (member,),
        ).fetchone()
        name, position, phone, email, delegate, roles, leads = row
        held = _held(roles, leads=bool(leads))
        return PersonDetails(name, position, phone, email, bool(delegate), held)

    def everything(self, member: MemberId) -> dict[str, Any]:
        """Return all that is kept of a person, as JSON values."""
        return {
            "person": self._rows("SELECT * FROM members WHERE id = ?", member)[0],
            "roles": self._rows("SELECT role FROM roles WHERE member_id = ?", member),
            "answers": self._rows(
                """
                SELECT e.title, e.starts_at, r.answer, r.answered_at
                  FROM rsvps r JOIN events e ON e.id = r.event_id
                 WHERE r.member_id = ?
                """,
                member,
            ),
            "notices": self._rows(
                "SELECT kind, subject, state, created_at, settled_at FROM notices"
                " WHERE member_id = ?",
                member,
            ),
            "organisation": self._rows(
                """
                SELECT o.name, o.inn, o.leader_id = m.id AS leads
                  FROM members m JOIN organisations o ON o.id = m.organisation_id
                 WHERE m.id = ?
                """,
                member,
            ),
            "invitations": self._rows(
                "SELECT expires_at, used_at FROM invitations WHERE member_id = ?", member
            ),
            "cards": self._rows(
                "SELECT chat_id, message_id, event_id FROM cards WHERE member_id = ?", member
            ),
            "acts": self._rows(
                "SELECT at, act, subject, details FROM audit WHERE actor_id = ?", member
            ),
        }

    def erase(self, member: MemberId, now: datetime) -> None:
        """Forget who a person is and what they answered; only an empty row keeps the id.

        The audit log goes on naming the id: it says what was done, not by whom in person.
        """
        for statement in ERASE:
            self._db.execute(statement, {"id": member, "now": stamp(now)})

    def _rows(self, sql: str, member: MemberId) -> list[dict[str, Any]]:
        cursor = self._db.execute(sql, (member,))
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def add(self, person: PersonDetails, organisation: OrganisationId | None) -> MemberId:
        """Add a person. The leader's role belongs to the organisation and is saved there."""
        row = self._db.execute(
            """
            INSERT INTO members (name, folded_name, organisation_id, position, phone, email,
                                 delegate)
            VALUES (:name, :folded_name, :organisation, :position, :phone, :email, :delegate)
            RETURNING id
            """,
            {**_values(person), "organisation": organisation},
        ).fetchone()
        self._save_roles(row[0], person.roles)
        return MemberId(row[0])

    def update(self, member: MemberId, person: PersonDetails) -> None:
        """Replace what was entered of a person; what they set themselves stays."""
        self._db.execute(
            """
            UPDATE members
               SET name = :name, folded_name = :folded_name, position = :position,
                   phone = :phone, email = :email, delegate = :delegate
             WHERE id = :id
            """,
            {**_values(person), "id": member},
        )
        self._db.execute("DELETE FROM roles WHERE member_id = ?", (member,))
        self._save_roles(member, person.roles)

    def _save_roles(self, member: MemberId, roles: frozenset[Role]) -> None:
        self._db.executemany(
            "INSERT INTO roles (member_id, role) VALUES (?, ?)",
            [(member, role) for role in sorted(roles - {Role.LEADER})],
        )

    def bind(self, member: MemberId, telegram_id: TelegramId, now: datetime) -> None:
        """Make a Telegram account speak for the person."""
        self._db.execute(
            """
            UPDATE members SET telegram_id = ?, joined_at = ?, unreachable_since = NULL
             WHERE id = ?
            """,
            (telegram_id, stamp(now), member),
        )

    def save_consent(self, member: MemberId, consent: Consent) -> None:
        """Record which text the person agreed to, and when."""
        self._db.execute(
            "UPDATE members SET consent_version = ?, consented_at = ? WHERE id = ?",
            (consent.version, stamp(consent.given_at), member),
        )

    def save_language(self, member: MemberId, language: str) -> None:
        """Record the language that the person reads."""
        self._db.execute("UPDATE members SET language = ? WHERE id = ?", (language, member))

    def save_time_zone(self, member: MemberId, time_zone: str | None) -> None:
        """Record the person's zone; None is the alliance's."""
        self._db.execute("UPDATE members SET time_zone = ? WHERE id = ?", (time_zone, member))

    def save_reachable(self, member: MemberId, now: datetime, *, reachable: bool) -> None:
        """Record whether messages reach the person; the first moment of silence is kept."""
        self._db.execute(
            """
            UPDATE members
               SET unreachable_since = CASE WHEN ? THEN NULL
                                            ELSE coalesce(unreachable_since, ?) END
             WHERE id = ?
            """,
            (reachable, stamp(now), member),
        )


def _values(person: PersonDetails) -> dict[str, str | bool]:
    return {
        "name": person.name,
        "folded_name": folded(person.name),
        "position": person.position,
        "phone": person.phone,
        "email": person.email,
        "delegate": person.delegate,
    }
