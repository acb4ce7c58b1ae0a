"""Lots: a tie settled by drawing lots, and its record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.people.members import MemberId
from bot.domain.polls.plans import CandidateId
from bot.domain.polls.polls import checked_reason
from bot.domain.polls.refusals import LotInvalid, NoTie
from bot.domain.polls.tallies import Tie


@dataclass(frozen=True, slots=True)
class Lot:
    """Who won the remaining seats; `how` says who drew the lot and how, in their own words."""

    winners: tuple[CandidateId, ...]
    how: str
    recorded_by: MemberId
    recorded_at: datetime

    def checked(self, tie: Tie | None) -> "Lot":
        """Return the lot; refuse one without a tie, for other candidates, or for other seats."""
        if tie is None:
            raise NoTie
        winners = tuple(sorted(set(self.winners)))
        if not set(winners) <= set(tie.candidates) or len(winners) != tie.seats:
            raise LotInvalid(tie.seats)
        return Lot(winners, checked_reason(self.how), self.recorded_by, self.recorded_at)


def read_lot(said: Mapping[str, Any]) -> Lot:
    """Return the lot that an entry of the chain records."""
    winners = tuple(CandidateId(int(one)) for one in said["winners"])
    recorded_at = datetime.fromisoformat(said["recorded_at"])
    return Lot(winners, str(said["how"]), MemberId(said["recorded_by"]), recorded_at)
