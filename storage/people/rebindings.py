"""Rebindings: the former accounts of people."""

from datetime import datetime
from typing import Any

from bot.domain.people.members import MemberId, TelegramId
from bot.domain.people.rebindings import Rebinding, RebindingId, RebindingState
from storage.engine.store import Store
from storage.engine.times import moment, stamp

SELECT = "SELECT id, member_id, former_account, rebound_at, state FROM rebindings "


class SqliteRebindingStore(Store):
    """The state of each rebinding; a person's latest one counts."""

    def add(self, member: MemberId, former: TelegramId, now: datetime) -> RebindingId:
        """Record that the person moved from the account `former`."""
        row = self._db.execute(
            """
            INSERT INTO rebindings (member_id, former_account, rebound_at) VALUES (?, ?, ?)
            RETURNING id
            """,
            (member, former, stamp(now)),
        ).fetchone()
        return RebindingId(row[0])

    def get(self, rebinding: RebindingId) -> Rebinding | None:
        """Return a rebinding by id."""
        return self._one("WHERE id = ?", rebinding)

    def latest(self, member: MemberId) -> Rebinding | None:
        """Return the latest rebinding of a person."""
        return self._one("WHERE member_id = ? ORDER BY id DESC LIMIT 1", member)

    def from_account(self, account: TelegramId) -> Rebinding | None:
        """Return the latest rebinding that replaced an account."""
        return self._one("WHERE former_account = ? ORDER BY id DESC LIMIT 1", account)

    def decide(self, rebinding: RebindingId, state: RebindingState, by: MemberId) -> None:
        """Save the decision, and who made it."""
        self._db.execute(
            "UPDATE rebindings SET state = ?, decided_by = ? WHERE id = ?", (state, by, rebinding)
        )

    def _one(self, where: str, value: int) -> Rebinding | None:
        row: tuple[Any, ...] | None = self._db.execute(SELECT + where, (value,)).fetchone()
        if row is None:
            return None
        id_, member, former, at, state = row
        return Rebinding(id_, member, former, moment(at), RebindingState(state))
