"""Electorates: who may vote in a poll, frozen when it opens, and the proxies."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from bot.domain.people.members import MemberId
from bot.domain.polls.electorates import Electorate, electorate_of
from bot.domain.polls.omissions import Omitted
from bot.domain.polls.polls import PollId
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.voters import Representative, Voter, VoterId
from storage.engine.store import Store
from storage.engine.times import moment, optional_moment


def _proxy(row: tuple[Any, ...]) -> Proxy:
    voter, holder, number, issued_on, expires_at, scope, revoked_at, used, issuer, seen = row
    return Proxy(
        VoterId(voter),
        MemberId(holder),
        number,
        date.fromisoformat(issued_on),
        moment(expires_at),
        scope,
        optional_moment(revoked_at),
        bool(used),
        issuer,
        seen == 1,
    )


class SqliteElectorateStore(Store):
    """Voters as rows, with the people who may cast each ballot."""

    def add(self, poll: PollId, voters: Iterable[Voter], omitted: Iterable[Omitted] = ()) -> None:
        """Add, once before the opening, all voters and the people of the body without a ballot."""
        listed = list(voters)
        self._db.executemany(
            """
            INSERT INTO voters (poll_id, voter_id, name, inn, ogrn, organisation)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [(poll, v.id, v.name, v.inn, v.ogrn, v.organisation) for v in listed],
        )
        self._db.executemany(
            """
            INSERT INTO poll_delegates (poll_id, voter_id, member_id, name, position, leader)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                (poll, v.id, p.member, p.name, p.position, p.leader)
                for v in listed
                for p in v.people
            ],
        )
        self._db.executemany(
            "INSERT INTO omitted_voters (poll_id, voter_id, name) VALUES (?, ?, ?)",
            [(poll, one.id, one.name) for one in omitted],
        )

    def omitted(self, poll: PollId) -> tuple[Omitted, ...]:
        """Return who was in the body at the opening and has no ballot, by id."""
        rows = self._db.execute(
            "SELECT voter_id, name FROM omitted_voters WHERE poll_id = ? ORDER BY voter_id", (poll,)
        )
        return tuple(Omitted(VoterId(voter), name) for voter, name in rows)

    def voters(self, poll: PollId) -> tuple[Voter, ...]:
        """Return all voters with their names at the opening, by id."""
        people: dict[int, list[Representative]] = defaultdict(list)
        for voter, member, name, position, led in self._db.execute(
            """
            SELECT voter_id, member_id, name, position, leader FROM poll_delegates
             WHERE poll_id = ? ORDER BY voter_id, member_id
            """,
            (poll,),
        ):
            leader = None if led is None else bool(led)
            people[voter].append(Representative(MemberId(member), name, position, leader))
        rows = self._db.execute(
            """
            SELECT voter_id, name, inn, ogrn, organisation FROM voters
             WHERE poll_id = ? ORDER BY voter_id
            """,
            (poll,),
        )
        return tuple(Voter(id_, name, tuple(people[id_]), *rest) for id_, name, *rest in rows)

    def of_poll(self, poll: PollId) -> Electorate:
        """Return the present electorate, with its proxies and recusals."""
        made = electorate_of(self.voters(poll))
        recused = self._db.execute("SELECT voter_id FROM recusals WHERE poll_id = ?", (poll,))
        return Electorate(
            made.delegates,
            tuple(self._proxies(poll)),
            frozenset(VoterId(row[0]) for row in recused),
        )

    def of_voter(self, poll: PollId, voter: VoterId) -> Electorate:
        """Return the electorate reduced to one voter; empty for an unknown one."""
        rows = self._db.execute(
            """
            SELECT d.member_id, r.voter_id,
                   x.voter_id, x.holder_id, x.number, x.issued_on, x.expires_at, x.scope,
                   x.revoked_at, x.used, x.issuer, x.confirmed
              FROM voters v
              LEFT JOIN poll_delegates d USING (poll_id, voter_id)
              LEFT JOIN recusals r USING (poll_id, voter_id)
              LEFT JOIN proxies x USING (poll_id, voter_id)
             WHERE v.poll_id = ? AND v.voter_id = ?
            """,
            (poll, voter),
        ).fetchall()
        if not rows:
            return Electorate({})
        (_, recused, *given) = rows[0]
        return Electorate(
            {voter: frozenset(MemberId(row[0]) for row in rows if row[0] is not None)},
            () if given[0] is None else (_proxy(tuple(given)),),
            frozenset() if recused is None else frozenset({VoterId(recused)}),
        )

    def _proxies(self, poll: PollId) -> list[Proxy]:
        rows = self._db.execute(
            """
            SELECT voter_id, holder_id, number, issued_on, expires_at, scope, revoked_at, used,
                   issuer, confirmed
              FROM proxies WHERE poll_id = ? ORDER BY voter_id
            """,
            (poll,),
        )
        return [_proxy(row) for row in rows]

    def count_of(self, member: MemberId) -> int:
        """Return in how many polls a person was named to vote."""
        sql = "SELECT count(DISTINCT poll_id) FROM poll_delegates WHERE member_id = ?"
        return int(self._db.execute(sql, (member,)).fetchone()[0])

    def held_by(self, poll: PollId, member: MemberId) -> list[tuple[VoterId, str]]:
        """Return the voters whose delegate a person is or whose proxy they hold, with names."""
        rows = self._db.execute(
            """
            SELECT v.voter_id, v.name FROM voters v
              JOIN (SELECT voter_id FROM poll_delegates WHERE poll_id = :poll AND member_id = :who
                     UNION
                    SELECT voter_id FROM proxies WHERE poll_id = :poll AND holder_id = :who) held
                ON v.voter_id = held.voter_id
             WHERE v.poll_id = :poll
             ORDER BY v.voter_id
            """,
            {"poll": poll, "who": member},
        )
        return [(VoterId(voter), name) for voter, name in rows]
