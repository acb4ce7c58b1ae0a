"""A vote on an item: who was present, what tellers counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.meetings.terms import VotingForm
from bot.domain.people.members import MemberId
from bot.domain.polls.hand_counts import HandCount
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId

TELLERS = 2
"""So many count, each without seeing the other's figures."""


THIN_SECRECY = 5
"""Fewer ballots that are counted together tell how each of their voters voted."""


@dataclass(frozen=True, slots=True)
class TellersCount:
    """What one teller entered."""

    count: HandCount
    spoiled: int = 0
    unreturned: int = 0


@dataclass(frozen=True, slots=True)
class ItemVote:
    """A vote on an item. `present` is frozen at its opening, and so is `needed` for the quorum.

    `slips` are out, by number; `spoiled` ones are void. `counts` are those of the tellers so far,
    `recounts` those after the close. One is `annulled` by an upheld challenge of a mandate. A
    `run_off` is a second round. `seated` are those to whom it gave the role of the council.
    """

    poll: PollId
    form: VotingForm
    secret: bool
    present: frozenset[VoterId]
    entitled: int
    needed: int
    opened_at: datetime
    barred: frozenset[MemberId] = frozenset()
    last_call: datetime | None = None
    closed_at: datetime | None = None
    cancelled: str = ""
    slips: Mapping[int, VoterId] = field(default_factory=dict)
    spoiled: Mapping[int, VoterId] = field(default_factory=dict)
    counts: Mapping[MemberId, TellersCount] = field(default_factory=dict)
    recounts: Mapping[MemberId, TellersCount] = field(default_factory=dict)
    counted: HandCount | None = None
    annulled: bool = False
    run_off: bool = False
    seated: frozenset[MemberId] = frozenset()

    @property
    def is_open(self) -> bool:
        """Tell whether it is neither closed nor cancelled."""
        return self.closed_at is None and not self.cancelled

    @property
    def on_paper(self) -> frozenset[VoterId]:
        """Who has a slip that is not void."""
        return frozenset(self.slips.values())

    @property
    def is_counted_by_hand(self) -> bool:
        """Tell whether tellers count: hands, or slips."""
        return self.form is VotingForm.HANDS or bool(self.slips)

    def agreed(self, *, recount: bool = False) -> TellersCount | None:
        """Return what two tellers agree on; None while fewer have counted, or if they differ."""
        figures = list((self.recounts if recount else self.counts).values())
        agree = len(figures) >= TELLERS and all(one == figures[0] for one in figures)
        return figures[0] if agree else None
