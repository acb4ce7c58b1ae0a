"""Proxies: who casts whose ballot, with the data that the minutes quote."""

import sqlite3
from collections.abc import Mapping

from bot.domain.people.members import MemberId
from bot.domain.polls.electorates import Proxy, VoterId
from bot.domain.polls.polls import PollId
from storage.times import stamp


class Proxies:
    """One proxy a voter; one that has run out is replaced."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def save(self, poll: PollId, proxy: Proxy, holder_name: str, registered_by: MemberId) -> None:
        """Register a proxy in the place of a former one."""
        self._db.execute(
            """
            INSERT INTO proxies (poll_id, voter_id, holder_id, holder_name, number, issued_on,
                                 expires_at, scope, registered_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (poll_id, voter_id) DO UPDATE
               SET holder_id = excluded.holder_id, holder_name = excluded.holder_name,
                   number = excluded.number, issued_on = excluded.issued_on,
                   expires_at = excluded.expires_at, scope = excluded.scope,
                   registered_by = excluded.registered_by
            """,
            (
                poll,
                proxy.principal,
                proxy.holder,
                holder_name,
                proxy.number,
                proxy.issued_on.isoformat(),
                stamp(proxy.expires_at),
                proxy.scope,
                registered_by,
            ),
        )

    def holder_names(self, poll: PollId) -> Mapping[VoterId, str]:
        """Return by principal who holds a proxy, as they were called when it was registered."""
        rows = self._db.execute(
            "SELECT voter_id, holder_name FROM proxies WHERE poll_id = ?", (poll,)
        )
        return {VoterId(voter): name for voter, name in rows}
