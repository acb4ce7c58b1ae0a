"""Proxies: who casts whose ballot, with the data that the minutes quote."""

from collections.abc import Mapping
from typing import Any

from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId
from bot.domain.polls.proxies import Proxy, Registrars
from bot.domain.polls.voters import Representative, VoterId
from storage.engine.store import Store
from storage.engine.times import optional_stamp, stamp


class SqliteProxyStore(Store):
    """One proxy a voter; one that has run out or was revoked is replaced."""

    def save(
        self, poll: PollId, proxy: Proxy, holder: Representative, registered_by: MemberId
    ) -> None:
        """Register a proxy in the place of a former one.

        Who registers a confirmed one saw its paper; `confirmed_by` is of those who saw one later.
        """
        self._db.execute(
            """
            INSERT INTO proxies (poll_id, voter_id, holder_id, holder_name, holder_position, number,
                                 issued_on, expires_at, scope, registered_by, issuer, confirmed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (poll_id, voter_id) DO UPDATE
               SET holder_id = excluded.holder_id, holder_name = excluded.holder_name,
                   holder_position = excluded.holder_position,
                   revoked_at = NULL, revoked_by = NULL, used = 0,
                   number = excluded.number, issued_on = excluded.issued_on,
                   expires_at = excluded.expires_at, scope = excluded.scope,
                   registered_by = excluded.registered_by, issuer = excluded.issuer,
                   confirmed = excluded.confirmed, confirmed_by = NULL
            """,
            _values(poll, proxy, holder, registered_by),
        )

    def confirm(self, poll: PollId, voter: VoterId, confirmed_by: MemberId) -> None:
        """Note that the paper of a voter's proxy has been seen."""
        self._db.execute(
            "UPDATE proxies SET confirmed = 1, confirmed_by = ? WHERE poll_id = ? AND voter_id = ?",
            (confirmed_by, poll, voter),
        )

    def revoke(self, poll: PollId, proxy: Proxy, revoked_by: MemberId) -> None:
        """Note that a proxy was revoked, and whether a ballot had been cast by it."""
        self._db.execute(
            """
            UPDATE proxies SET revoked_at = ?, revoked_by = ?, used = ?
             WHERE poll_id = ? AND voter_id = ?
            """,
            (optional_stamp(proxy.revoked_at), revoked_by, proxy.used, poll, proxy.principal),
        )

    def holders(self, poll: PollId) -> Mapping[VoterId, Representative]:
        """Return by principal who holds a proxy, as they were called when it was registered."""
        rows = self._db.execute(
            """
            SELECT voter_id, holder_id, holder_name, holder_position FROM proxies WHERE poll_id = ?
            """,
            (poll,),
        )
        return {VoterId(voter): Representative(MemberId(who), *rest) for voter, who, *rest in rows}

    def registrars(self, poll: PollId) -> Mapping[VoterId, Registrars]:
        """Return by principal who wrote a proxy down, and its end."""
        rows = self._db.execute(
            """
            SELECT voter_id, registered_by, revoked_by, confirmed_by FROM proxies
             WHERE poll_id = ?
            """,
            (poll,),
        )
        return {VoterId(voter): Registrars(*rest) for voter, *rest in rows}


def _values(
    poll: PollId, proxy: Proxy, holder: Representative, registered_by: MemberId
) -> tuple[Any, ...]:
    """Return the columns of a new row, in the order of the INSERT."""
    return (
        poll,
        proxy.principal,
        proxy.holder,
        holder.name,
        holder.position,
        proxy.number,
        proxy.issued_on.isoformat(),
        stamp(proxy.expires_at),
        proxy.scope,
        registered_by,
        proxy.issuer,
        proxy.confirmed,
    )
