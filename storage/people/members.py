"""People and their roles."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.people.members import (
    Consent,
    Member,
    MemberId,
    OrganisationId,
    Role,
    TelegramId,
    folded,
)
from bot.domain.people.people import PersonDetails
from bot.domain.quiet_hours import QuietHours
from storage.engine.store import Store, change
from storage.engine.times import hours_text, moment, optional_seconds, stamp
from storage.people import personal_data
from storage.people.member_rows import DETAILS, SELECT, details_from, member_from, values_of

NEW_ACCOUNT = {"unreachable_since": None, "consent_version": None, "consented_at": None}
"""What another account of a person, or none, does not inherit."""


class SqliteMemberStore(Store):
    """People of the alliance, joined or only known."""

    def __init__(self, db: sqlite3.Connection) -> None:
        super().__init__(db)
        self.left_traces = False

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

    def of_organisation(self, organisation: OrganisationId) -> list[Member]:
        """Return the people of an organisation, by name; guests are of none."""
        rows = self._db.execute(
            f"""
            {SELECT}
             WHERE coalesce(m.organisation_id, 0) = ? AND m.guest = 0  -- as the index has it
               AND m.erased_at IS NULL
             ORDER BY m.folded_name
            """,
            (organisation,),
        )
        return [member_from(row) for row in rows]

    def find(self, organisation: OrganisationId | None, name: str) -> MemberId | None:
        """Return the person of this name in the organisation; case and ё make no difference."""
        row = self._db.execute(
            """
            SELECT id FROM members
             WHERE coalesce(organisation_id, 0) = ? AND folded_name = ? AND guest = 0
            """,
            (organisation or 0, folded(name)),
        ).fetchone()
        return None if row is None else MemberId(row[0])

    def details(self, member: MemberId) -> PersonDetails:
        """Return what was entered of a person."""
        return details_from(self._db.execute(DETAILS, (member,)).fetchone())

    def patronymics(self) -> dict[MemberId, str]:
        """Return the patronymics that are known, also by the ids of merged records."""
        rows = self._db.execute(
            """
            SELECT m.id, kept.patronymic
              FROM members m JOIN members kept ON kept.id = coalesce(m.merged_into, m.id)
             WHERE kept.patronymic <> ''
            """
        )
        return {MemberId(id_): patronymic for id_, patronymic in rows}

    def documents(self) -> dict[MemberId, str]:
        """Return what people's rights to vote rest on, as far as it is known."""
        rows = self._db.execute("SELECT id, document FROM members WHERE document <> ''")
        return {MemberId(id_): document for id_, document in rows}

    def everything(self, member: MemberId) -> dict[str, Any]:
        """Return all that is kept of a person, as JSON values."""
        return personal_data.everything(self._db, member)

    def erase(self, member: MemberId, now: datetime) -> None:
        """Forget a person; only an empty row keeps the id."""
        personal_data.erase(self._db, member, now)
        self.left_traces = True

    def absorb(self, given_up: MemberId, kept: MemberId, now: datetime) -> None:
        """Merge two records of one person; of the one that is given up an empty row stays."""
        personal_data.absorb(self._db, given_up, kept, now)
        self.left_traces = True

    def present(self, members: Iterable[MemberId]) -> dict[MemberId, MemberId]:
        """Return who of these is of the alliance: no guest, and not erased.

        Each with their present record, into which the one asked for may have been merged.
        """
        rows = self._db.execute(
            """
            SELECT m.id, p.id FROM members m JOIN members p ON p.id = coalesce(m.merged_into, m.id)
             WHERE m.id IN (SELECT value FROM json_each(?)) AND p.guest = 0 AND p.erased_at IS NULL
            """,
            (json.dumps(list(members)),),
        )
        return {MemberId(asked): MemberId(found) for asked, found in rows}

    def add(self, person: PersonDetails, organisation: OrganisationId | None) -> MemberId:
        """Add a person. The leader's role belongs to the organisation and is saved there."""
        row = self._db.execute(
            """
            INSERT INTO members (name, folded_name, organisation_id, position, phone, email,
                                 delegate, patronymic, document)
            VALUES (:name, :folded_name, :organisation, :position, :phone, :email, :delegate,
                    :patronymic, :document)
            RETURNING id
            """,
            {**values_of(person), "organisation": organisation},
        ).fetchone()
        self._save_roles(row[0], person.roles)
        return MemberId(row[0])

    def add_guest(self, name: str) -> MemberId:
        """Add a guest from outside; guests of one name are told apart by their accounts."""
        row = self._db.execute(
            "INSERT INTO members (name, folded_name, guest) VALUES (?, ?, 1) RETURNING id",
            (name, folded(name)),
        ).fetchone()
        return MemberId(row[0])

    def update(self, member: MemberId, person: PersonDetails) -> None:
        """Replace what was entered of a person; what they set themselves stays."""
        self._set(member, **values_of(person))
        self._save_roles(member, person.roles)

    def move(self, member: MemberId, organisation: OrganisationId | None, now: datetime) -> None:
        """Put a person into another organisation, or into none."""
        self._note_departure(member, now)
        self._set(member, organisation_id=organisation, substitute=False)

    def _set(self, member: MemberId, **values: Any) -> None:
        """Save values of a person by the names of their columns."""
        self._db.execute(change("members", values), {**values, "id": member})

    def _save_roles(self, member: MemberId, roles: frozenset[Role]) -> None:
        """Leave the person these roles; one that they had keeps the day since when."""
        kept = sorted(roles - {Role.LEADER})
        self._db.execute(
            """
            DELETE FROM roles
             WHERE member_id = ? AND role NOT IN (SELECT value FROM json_each(?))
            """,
            (member, json.dumps(kept)),
        )
        self._db.executemany(
            "INSERT INTO roles (member_id, role) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [(member, role) for role in kept],
        )

    def add_role(self, member: MemberId, role: Role, since: date) -> None:
        """Give a person a role from a day on; who has it keeps it, from that day on."""
        self._db.execute(
            """
            INSERT INTO roles (member_id, role, since) VALUES (?, ?, ?)
            ON CONFLICT (member_id, role) DO UPDATE SET since = excluded.since
            """,
            (member, role, since.isoformat()),
        )

    def remove_role(self, member: MemberId, role: Role) -> None:
        """Take a role that is saved with the person."""
        self._db.execute("DELETE FROM roles WHERE member_id = ? AND role = ?", (member, role))

    def holders(self, role: Role) -> list[MemberId]:
        """Return who has a role that is saved with the person; their rows are not read."""
        rows = self._db.execute("SELECT member_id FROM roles WHERE role = ?", (role,))
        return [MemberId(row[0]) for row in rows]

    def roles_since(self, role: Role) -> Mapping[MemberId, date]:
        """Return since when people have a role, of those of whom that is known."""
        rows = self._db.execute(
            "SELECT member_id, since FROM roles WHERE role = ? AND since IS NOT NULL", (role,)
        )
        return {MemberId(member): date.fromisoformat(since) for member, since in rows}

    def save_office(self, member: MemberId, *, delegate: bool, substitute: bool = False) -> None:
        """Record whether a person speaks for their organisation, and whether as a substitute."""
        self._set(member, delegate=delegate, substitute=substitute)

    def depart(self, member: MemberId, name: str, now: datetime, *, guest: bool) -> None:
        """Take a person out of their organisation; `name` tells them from others outside."""
        self._note_departure(member, now)
        free = {"organisation_id": None, "position": "", "delegate": False, "substitute": False}
        self._set(member, name=name, folded_name=folded(name), guest=guest, **free)

    def _note_departure(self, member: MemberId, now: datetime) -> None:
        self._db.execute(
            """
            INSERT INTO departures (member_id, organisation_id, left_at)
            SELECT id, organisation_id, ? FROM members
             WHERE id = ? AND organisation_id IS NOT NULL
            """,
            (stamp(now), member),
        )

    def departed(self) -> list[MemberId]:
        """Return the people who left an organisation and are of none now, the latest first."""
        rows = self._db.execute(
            """
            SELECT m.id FROM members m JOIN departures d ON d.member_id = m.id
             WHERE m.organisation_id IS NULL AND m.erased_at IS NULL
             GROUP BY m.id ORDER BY max(d.left_at) DESC, m.id
            """
        )
        return [MemberId(row[0]) for row in rows]

    def bind(self, member: MemberId, telegram_id: TelegramId, now: datetime) -> None:
        """Bind a Telegram account to the person, whose consent is still to be given by it."""
        self._set(member, telegram_id=telegram_id, joined_at=stamp(now), **NEW_ACCOUNT)

    def unbind(self, member: MemberId) -> None:
        """Take the account from the person."""
        self._set(member, telegram_id=None, joined_at=None, **NEW_ACCOUNT)

    def leave_chat(self, member: MemberId, account: TelegramId) -> None:
        """Forget which messages in an account's chat show something to the person."""
        personal_data.leave_chat(self._db, member, account)

    def consent(self, member: MemberId) -> Consent | None:
        """Return which text the person agreed to, and when."""
        row = self._db.execute(
            "SELECT consent_version, consented_at FROM members WHERE id = ?", (member,)
        ).fetchone()
        return None if row is None or row[0] is None else Consent(row[0], moment(row[1]))

    def save_consent(self, member: MemberId, consent: Consent) -> None:
        """Record which text the person agreed to, and when."""
        given_at = stamp(consent.given_at)
        self._set(member, consent_version=consent.version, consented_at=given_at)

    def offer_tour(self, member: MemberId) -> bool:
        """Record that the person was offered the first steps; tell whether it is the first time."""
        sql = "UPDATE members SET tour_offered = 1 WHERE id = ? AND NOT tour_offered"
        return self._db.execute(sql, (member,)).rowcount == 1

    def save_language(self, member: MemberId, language: str) -> None:
        """Record the language that the person reads."""
        self._set(member, language=language)

    def save_time_zone(self, member: MemberId, time_zone: str | None) -> None:
        """Record the person's zone; None is the alliance's."""
        self._set(member, time_zone=time_zone)

    def save_leads(self, member: MemberId, leads: Sequence[timedelta] | None) -> None:
        """Record the person's own lead times; None gives way to those of each event."""
        self._set(member, leads=optional_seconds(leads))

    def save_quiet_hours(self, member: MemberId, hours: Sequence[QuietHours] | None) -> None:
        """Record the person's own quiet hours, empty for none; None is as the alliance has it."""
        self._set(member, quiet_hours=hours_text(hours))

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
