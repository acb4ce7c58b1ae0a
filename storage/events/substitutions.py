"""Requests to a colleague to replace somebody."""

from datetime import datetime
from typing import Any

from bot.domain.events.events import EventId
from bot.domain.events.substitutions import Substitution, SubstitutionId, SubstitutionState
from bot.domain.people.members import MemberId
from storage.engine.store import Store
from storage.engine.times import stamp

SELECT = "SELECT id, event_id, member_id, colleague_id, state FROM substitutions "


def _substitution(row: tuple[Any, ...]) -> Substitution:
    id_, event, member, colleague, state = row
    return Substitution(id_, event, member, colleague, SubstitutionState(state))


class SqliteSubstitutionStore(Store):
    """Who asked whom, and the answers."""

    def add(
        self, event: EventId, member: MemberId, colleague: MemberId, now: datetime
    ) -> SubstitutionId:
        """Add a request; the schema refuses a second open one of a person."""
        row = self._db.execute(
            """
            INSERT INTO substitutions (event_id, member_id, colleague_id, asked_at)
            VALUES (?, ?, ?, ?)
            RETURNING id
            """,
            (event, member, colleague, stamp(now)),
        ).fetchone()
        return SubstitutionId(row[0])

    def get(self, substitution: SubstitutionId) -> Substitution | None:
        """Return a request by id."""
        return self._one("WHERE id = ?", substitution)

    def open_of(self, event: EventId, member: MemberId) -> Substitution | None:
        """Return a person's open request."""
        return self._one("WHERE event_id = ? AND member_id = ? AND state = 'asked'", event, member)

    def accepted_by(self, event: EventId, member: MemberId) -> MemberId | None:
        """Return the last colleague who took over this person's seat, if any."""
        row = self._db.execute(
            """
            SELECT colleague_id FROM substitutions
             WHERE member_id = ? AND event_id = ? AND state = 'accepted'
             ORDER BY id DESC LIMIT 1
            """,
            (member, event),
        ).fetchone()
        return None if row is None else MemberId(row[0])

    def _one(self, where: str, *values: int) -> Substitution | None:
        row = self._db.execute(SELECT + where, values).fetchone()
        return None if row is None else _substitution(row)

    def open_to(self, colleague: MemberId) -> list[Substitution]:
        """Return the open requests to a person."""
        rows = self._db.execute(
            SELECT + "WHERE colleague_id = ? AND state = 'asked' ORDER BY id", (colleague,)
        )
        return [_substitution(row) for row in rows]

    def save(self, substitution: SubstitutionId, state: SubstitutionState, now: datetime) -> None:
        """Save the answer to a request."""
        self._db.execute(
            "UPDATE substitutions SET state = ?, answered_at = ? WHERE id = ?",
            (state, stamp(now), substitution),
        )

    def refused_by(self, event: EventId, member: MemberId) -> frozenset[MemberId]:
        """Return the colleagues who declined this person's seat."""
        rows = self._db.execute(
            """
            SELECT colleague_id FROM substitutions
             WHERE event_id = ? AND member_id = ? AND state = 'refused'
            """,
            (event, member),
        )
        return frozenset(row[0] for row in rows)
