"""Boards: a poll as chair and secretary see it, before it is opened and while it runs."""

from dataclasses import dataclass

from bot.domain.polls.cards import PollCard
from bot.domain.polls.polls import Poll, PollState
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.tallies import Explanation


@dataclass(frozen=True, slots=True)
class SecondRound:
    """A possible second round: its seats, candidates and voters.

    `entitled` are those who would have a ballot now, of `former` in the round before; `newcomers`
    are in the body and had none in it.
    """

    question: str
    names: tuple[str, ...]
    seats: int
    entitled: int
    former: int
    newcomers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entrusted:
    """A proxy in force: the voter (`name`), its holder, and whether the ballot is cast."""

    name: str
    holder: str
    proxy: Proxy
    voted: bool


@dataclass(frozen=True, slots=True)
class PollBoard:
    """A poll as chair and secretary see it: the card that belongs to nobody, and who is awaited.

    `silent` are the voters whose ballot is awaited, `unreachable` those of them whom no message
    reaches: nobody who could cast it has joined, or they have blocked the bot. Of those `orphaned`
    nobody is left who could: only a proxy saves their vote. The `papers` of proxies given in the
    bot are still to be seen: they are not in force.
    """

    card: PollCard
    silent: tuple[str, ...] = ()
    unreachable: tuple[str, ...] = ()
    orphaned: tuple[str, ...] = ()
    proxies: tuple[Entrusted, ...] = ()
    papers: tuple[Entrusted, ...] = ()

    @property
    def poll(self) -> Poll:
        """The poll itself."""
        return self.card.poll

    @property
    def tie_is_open(self) -> bool:
        """Tell whether a second round or a lot is needed; not after a vote that is void."""
        stands = self.poll.state is PollState.CLOSED and not self.card.annulled
        result = self.card.result if stands else None
        settled = self.card.lot is not None or self.card.run_off is not None
        return result is not None and result.tie is not None and not settled


@dataclass(frozen=True, slots=True)
class Preview:
    """What the rules come to before a poll is opened, and whom it will not reach.

    `silent` are voters for whom nobody could vote: none of their people has joined. `unreachable`
    are voters to all of whose people no message comes through. So many people are `told` of the
    ballot, and to so many others who could cast one, `untold`, no message comes; the outcome, if it
    is for everybody, goes to so many `members`. `omitted` are of the body and have no ballot.
    """

    explanation: Explanation
    silent: tuple[str, ...]
    unreachable: tuple[str, ...]
    told: int
    untold: int
    members: int
    omitted: tuple[str, ...] = ()

    @property
    def entitled(self) -> int:
        """How many voters there are."""
        return self.explanation.entitled
