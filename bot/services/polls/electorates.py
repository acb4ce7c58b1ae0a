"""Whom chair and secretary choose from: people to stand, voters to leave out, givers of proxies."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.domain.events.events import EventId
from bot.domain.people.members import MemberId, folded
from bot.domain.people.searches import Match, search
from bot.domain.polls.electorates import Electorate
from bot.domain.polls.plans import Body
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import require_poll, require_presiding
from bot.services.polls.electing import display_name, electorate_today, everybody_of, may_stand
from bot.services.transactions import RuledService, reading

MATCHES = 8
"""So many people a search shows."""


@dataclass(frozen=True, slots=True)
class PossibleVoter:
    """Somebody who has a ballot, or would have one."""

    id: VoterId
    name: str


@dataclass(frozen=True, slots=True)
class PossiblyPresent:
    """A voter of a poll at a meeting; `holder` is who casts its ballot by proxy, or empty.

    It is `certain` to be present, because it has voted or declared a conflict of interest.
    """

    id: VoterId
    name: str
    holder: str
    certain: bool


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """An event at the time of the poll, and the voters whose people were noted at its door."""

    event: EventId
    title: str
    voters: frozenset[VoterId]


@dataclass(frozen=True, slots=True)
class Attendance:
    """From what the list of those present is made: all voters by name, and check-ins."""

    voters: tuple[PossiblyPresent, ...]
    checked_in: tuple[CheckedIn, ...]


class Electorates(RuledService):
    """What chair and secretary look up before a poll and in it; each method is one transaction."""

    @reading
    def people(self, tx: Transaction, actor: MemberId, text: str) -> list[Match]:
        """Find people who can stand, by a part of their name or of their organisation's.

        Those of member organisations, and of the council; never a guest from outside.
        """
        require_presiding(tx, actor, self._rules)
        found = search(filter(may_stand, tx.members.all()), text, 2 * MATCHES)
        return [match for match in found if not match.whole][:MATCHES]

    @reading
    def voters(self, tx: Transaction, actor: MemberId, body: Body) -> tuple[PossibleVoter, ...]:
        """List everybody who has a vote in a body today, by name."""
        require_presiding(tx, actor, self._rules)
        everybody = everybody_of(tx, body)
        return _listed(PossibleVoter(v.id, display_name(tx, body, v.id, v.name)) for v in everybody)

    @reading
    def givers(self, tx: Transaction, actor: MemberId, poll: PollId) -> tuple[PossibleVoter, ...]:
        """List, by name, the voters who can still hand their ballot over in an open poll."""
        require_presiding(tx, actor, self._rules)
        found, now = require_poll(tx, poll), self._clock.now()
        electorate = electorate_today(tx, found)
        awaited = filter(electorate.is_of_body, electorate.awaited(tx.ballots.voted(found.id)))
        held = {proxy.principal for proxy in electorate.proxies if proxy.holds(now)}
        free = frozenset(awaited) - held
        return _listed(
            PossibleVoter(voter.id, display_name(tx, found.body, voter.id, voter.name))
            for voter in tx.electorates.voters(found.id)
            if voter.id in free
        )

    @reading
    def attendance(self, tx: Transaction, actor: MemberId, poll: PollId) -> Attendance:
        """Return who may be present at the meeting of an open poll, and who was noted at a door."""
        require_presiding(tx, actor, self._rules)
        found = require_poll(tx, poll)
        electorate = tx.electorates.of_poll(found.id)
        moment = min(self._clock.now(), found.closes_at)
        holders = tx.proxies.holders(found.id)
        held = {one.principal for one in electorate.proxies if one.holds(moment)}
        certain = tx.ballots.voted(found.id) | electorate.recused
        voters = [
            PossiblyPresent(
                voter.id,
                display_name(tx, found.body, voter.id, voter.name),
                holders[voter.id].name if voter.id in held else "",
                voter.id in certain,
            )
            for voter in tx.electorates.voters(found.id)
        ]
        voters.sort(key=lambda one: (folded(one.name), one.id))
        return Attendance(tuple(voters), tuple(_checked_in(tx, found, electorate, moment)))


def _checked_in(
    tx: Transaction, poll: Poll, electorate: Electorate, moment: datetime
) -> Iterator[CheckedIn]:
    """Yield the events that took place while the poll was open and noted any of its voters."""
    for event in tx.events.ending_after(poll.opened_at or poll.closes_at):
        arrived = tx.doors.arrivals(event.id).keys() if event.starts_at <= moment else set()
        came = frozenset(
            voter for voter in electorate.delegates if electorate.casters(voter, moment) & arrived
        )
        if came:
            yield CheckedIn(event.id, event.title, came)


def _listed(voters: Iterable[PossibleVoter]) -> tuple[PossibleVoter, ...]:
    return tuple(sorted(voters, key=lambda one: (folded(one.name), one.id)))
