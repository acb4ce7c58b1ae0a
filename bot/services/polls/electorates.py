"""Whom chair and secretary choose from: people to stand, voters to leave out, givers of proxies."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.people.members import MemberId, folded
from bot.domain.people.searches import Match, search
from bot.domain.polls.electorates import VoterId
from bot.domain.polls.plans import Body
from bot.domain.polls.polls import PollId
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


def _listed(voters: Iterable[PossibleVoter]) -> tuple[PossibleVoter, ...]:
    return tuple(sorted(voters, key=lambda one: (folded(one.name), one.id)))
