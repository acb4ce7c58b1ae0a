"""By whose hand voters could take part in each vote, as the log of a meeting tells."""

from collections.abc import Iterable, Mapping

from bot.domain.meetings.acts import Arrived, Departed, VoteCancelled, VoteClosed, VoteOpened
from bot.domain.meetings.folding import Logged
from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId

Represented = tuple[VoterId, MemberId]
"""A voter, and somebody who is there for it."""


def there_in_votes(log: Iterable[Logged]) -> Mapping[PollId, frozenset[Represented]]:
    """Return who was there for whom at some moment while each vote was open."""
    there, found = set[Represented](), dict[PollId, set[Represented]]()
    open_now = set[PollId]()
    for one in log:
        match one.act:
            case Arrived(voter=voter, person=person):
                there.add((voter, person))
                for poll in open_now:
                    found[poll].add((voter, person))
            case Departed(voter=voter, person=person):
                there.discard((voter, person))
            case VoteOpened(vote=poll):
                found[poll] = set(there)
                open_now.add(poll)
            case VoteClosed(vote=poll) | VoteCancelled(vote=poll):
                open_now.discard(poll)
    return {poll: frozenset(them) for poll, them in found.items()}
