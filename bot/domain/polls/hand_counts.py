"""What tellers counted: slips of paper, or hands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.polls.ballots import Choice
from bot.domain.polls.plans import CandidateId, PollKind, PollPlan
from bot.domain.polls.refusals import CountInvalid


@dataclass(frozen=True, slots=True)
class CountedItem:
    """The motion (`candidate` None) or a candidate; in an election `against` is against all."""

    candidate: CandidateId | None
    in_favour: int
    against: int
    abstained: int

    @property
    def sum(self) -> int:
        """How many ballots or hands that is."""
        return self.in_favour + self.against + self.abstained


@dataclass(frozen=True, slots=True)
class HandCount:
    """A count of `ballots` valid slips, or hands, item by item, in the order of the plan."""

    ballots: int
    items: tuple[CountedItem, ...]

    def checked(self, plan: PollPlan) -> "HandCount":
        """Return the count; refuse one that does not add up, or of other items.

        In an election nobody approves more than there are seats, and who is against all approves
        nobody.
        """
        whole = tuple(one.candidate for one in self.items) == plan.items
        least = min((min(i.in_favour, i.against, i.abstained) for i in self.items), default=-1)
        if not whole or least < 0 or any(one.sum != self.ballots for one in self.items):
            raise CountInvalid
        if plan.kind is PollKind.ELECTION:
            against = {one.against for one in self.items}
            given = sum(one.in_favour for one in self.items)
            approving = self.ballots - min(against)
            if len(against) > 1 or not approving <= given <= plan.seats * approving:
                raise CountInvalid
        return self

    def said(self, candidate: CandidateId | None) -> Mapping[Choice, int]:
        """Return how often each choice was counted on an item."""
        one = next(item for item in self.items if item.candidate == candidate)
        counted = (one.in_favour, one.against, one.abstained)
        return dict(zip((Choice.FOR, Choice.AGAINST, Choice.ABSTAIN), counted, strict=True))


def hands_on_motion(in_favour: int, against: int, abstained: int) -> HandCount:
    """Return the count of a motion."""
    one = CountedItem(None, in_favour, against, abstained)
    return HandCount(one.sum, (one,))


def read_count(said: Mapping[str, Any]) -> HandCount | None:
    """Return the count that the entry of a close records, if tellers counted anything."""
    count = said.get("by_hand")
    if count is None:
        return None
    items = tuple(
        CountedItem(
            None if one["candidate"] is None else CandidateId(int(one["candidate"])),
            *(int(one[choice]) for choice in ("in_favour", "against", "abstained")),
        )
        for one in count["items"]
    )
    return HandCount(int(count["ballots"]), items)
