"""Lots: how a tie was settled by chance, before witnesses, and written down."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people.members import MemberId
from bot.domain.polls.plans import CandidateId
from bot.domain.polls.polls import checked_reason
from bot.domain.polls.refusals import LotInvalid, NoTie
from bot.domain.polls.tallies import Tie


@dataclass(frozen=True, slots=True)
class Lot:
    """Who won the seats that were left; `how` says who drew it and how, in their own words."""

    winners: tuple[CandidateId, ...]
    how: str
    recorded_by: MemberId
    recorded_at: datetime

    def checked(self, tie: Tie | None) -> "Lot":
        """Return the lot; refuse one without a tie, for others, or for more or fewer seats."""
        if tie is None:
            raise NoTie
        winners = tuple(sorted(set(self.winners)))
        if not set(winners) <= set(tie.candidates) or len(winners) != tie.seats:
            raise LotInvalid(tie.seats)
        return Lot(winners, checked_reason(self.how), self.recorded_by, self.recorded_at)
