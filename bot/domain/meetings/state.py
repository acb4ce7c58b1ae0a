"""The state of a meeting: what follows from its log, and from nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from bot.domain.meetings import refusals
from bot.domain.meetings.facts import (
    Election,
    IssuedCode,
    Mandate,
    Objection,
    Opening,
    Posting,
    ProceduralVote,
    Speaker,
    Speech,
    Spoken,
    Telling,
)
from bot.domain.meetings.item_votes import ItemVote
from bot.domain.meetings.plans import AgendaPoint, ItemId, MeetingId, MeetingPlan
from bot.domain.meetings.terms import Office
from bot.domain.people.members import MemberId
from bot.domain.polls.majorities import MORE_THAN_HALF, votes_needed
from bot.domain.polls.polls import PollId
from bot.domain.polls.seals import GENESIS, Head
from bot.domain.polls.voters import Voter, VoterId


class Phase(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    CONVENED = "convened"
    REGISTERING = "registering"
    IN_SESSION = "in_session"
    PAUSED = "paused"
    ENDED = "ended"
    CALLED_OFF = "called_off"


class Stage(StrEnum):
    """Where an item stands. REPEATED waits for another vote, TIED for one or for a lot."""

    AHEAD = "ahead"
    VOTING = "voting"
    REPEATED = "repeated"
    TIED = "tied"
    DECIDED = "decided"
    DONE = "done"
    REMOVED = "removed"


OVER = frozenset({Stage.DECIDED, Stage.DONE, Stage.REMOVED})


@dataclass(frozen=True, slots=True)
class ItemState:
    """An item of the agenda, its votes in order, and who declared a conflict."""

    point: AgendaPoint
    stage: Stage = Stage.AHEAD
    votes: tuple[ItemVote, ...] = ()
    recused: Mapping[VoterId, MemberId] = field(default_factory=dict)
    debate_closed: bool = False
    called_at: datetime | None = None

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more happens under it."""
        return self.stage in OVER

    @property
    def vote(self) -> ItemVote | None:
        """The last vote on it."""
        return self.votes[-1] if self.votes else None

    @property
    def standing(self) -> ItemVote | None:
        """The last vote that was closed and not annulled: its decision stands, or its tie."""
        found = (one for one in reversed(self.votes) if one.closed_at and not one.annulled)
        return next(found, None)


@dataclass(frozen=True, kw_only=True)
class MeetingState:
    """A meeting after some entries of its log.

    `present` are those there now, each with its representatives; `mandates` are all that were
    checked, in order. `spoken` are totals, `heard` are those who spoke on the current item, which
    was called last at `called_at`.
    `order` is the agenda as it is dealt with now; `heads` are those of the chain at the opening,
    after each vote, after each item without one, and at the end; `last` is the chain's at the last
    entry.
    """

    id: MeetingId
    plan: MeetingPlan
    phase: Phase = Phase.PLANNED
    convened_at: datetime | None = None
    told: Mapping[VoterId, Telling] = field(default_factory=dict)
    voters: Mapping[VoterId, Voter] = field(default_factory=dict)
    present: Mapping[VoterId, tuple[Mandate, ...]] = field(default_factory=dict)
    mandates: Mapping[VoterId, tuple[Mandate, ...]] = field(default_factory=dict)
    postings: Mapping[VoterId, Posting] = field(default_factory=dict)
    codes: Mapping[VoterId, IssuedCode] = field(default_factory=dict)
    registrars: frozenset[MemberId] = frozenset()
    officers: Mapping[Office, Election] = field(default_factory=dict)
    opening: Opening | None = None
    items: Mapping[ItemId, ItemState] = field(default_factory=dict)
    order: tuple[ItemId, ...] = ()
    current: ItemId | None = None
    called_at: datetime | None = None
    block: frozenset[ItemId] = frozenset()
    procedural: tuple[ProceduralVote, ...] = ()
    queue: tuple[Speaker, ...] = ()
    speech: Speech | None = None
    spoken: Mapping[MemberId, Spoken] = field(default_factory=dict)
    heard: frozenset[MemberId] = frozenset()
    objections: tuple[Objection, ...] = ()
    pause: str = ""
    paused_at: datetime | None = None
    paused_until: datetime | None = None
    resumed_at: datetime | None = None
    ended_at: datetime | None = None
    heads: tuple[Head, ...] = ()
    last: Head = GENESIS

    # --- attendance -------------------------------------------------------------------------

    @property
    def entitled(self) -> int:
        """N: how many members there are on this day, whole."""
        return len(self.voters)

    @property
    def ever(self) -> frozenset[VoterId]:
        """Who was there at any time."""
        return frozenset(voter for voter, checked in self.mandates.items() if checked)

    @property
    def attending(self) -> frozenset[VoterId]:
        """Who counts as present now: those there, and those whose ballots were sent before."""
        return frozenset(self.present) | frozenset(self.postings)

    def taking_part_in(self, item: ItemId, *, run_off: bool = False) -> frozenset[VoterId]:
        """Return who counts as present for an item: also whose ballot on it was sent before."""
        return frozenset(self.present) | self.posted_on(item, run_off=run_off)

    def posted_on(self, item: ItemId, *, run_off: bool = False) -> frozenset[VoterId]:
        """Return whose ballot on an item was sent before the meeting; none is of a second round."""
        if run_off:
            return frozenset()
        return frozenset(voter for voter, one in self.postings.items() if item in one.ballots)

    @property
    def needed(self) -> int:
        """How many must be there to open the meeting: more than half (7-ФЗ 29 п. 4)."""
        return votes_needed(MORE_THAN_HALF, self.entitled)

    @property
    def has_quorum(self) -> bool:
        """Tell whether enough are there now."""
        return len(self.attending) >= self.needed

    @property
    def remote(self) -> frozenset[VoterId]:
        """Who takes part from afar only."""
        return frozenset(v for v, them in self.present.items() if all(one.remote for one in them))

    @property
    def unseen(self) -> frozenset[VoterId]:
        """Whose people registered themselves: no registrar has seen any of them."""
        return frozenset(v for v, them in self.present.items() if all(one.own for one in them))

    def is_lost(self, seen: datetime, now: datetime) -> bool:
        """Tell whether somebody afar was not heard of for longer than the grace.

        Nobody has to be heard of during a break: the time counts from its end at the earliest.
        """
        since = seen if self.resumed_at is None else max(seen, self.resumed_at)
        return now - since > self.plan.grace

    def mandate(self, voter: VoterId, person: MemberId) -> Mandate | None:
        """Return by what right a person represents a voter now, if they are there."""
        return next((one for one in self.present.get(voter, ()) if one.person == person), None)

    def represented_by(self, person: MemberId) -> tuple[VoterId, ...]:
        """Return the voters whose representative this person is, and is there for."""
        return tuple(voter for voter in self.present if self.mandate(voter, person) is not None)

    def has_code(self, voter: VoterId) -> bool:
        """Tell whether a code opens a voter's ballots now: its owner must be there for it."""
        code = self.codes.get(voter)
        return code is not None and self.mandate(voter, code.person) is not None

    # --- items ------------------------------------------------------------------------------

    def item(self, item: ItemId) -> ItemState:
        """Return an item; refuse one that the agenda does not have."""
        found = self.items.get(item)
        if found is None:
            raise refusals.ItemUnknown
        return found

    @property
    def open_votes(self) -> Mapping[ItemId, ItemVote]:
        """The votes that are open now; several only of a block."""
        found = ((item, self.items[item].vote) for item in self.items)
        return {item: vote for item, vote in found if vote is not None and vote.is_open}

    @property
    def recountable(self) -> Mapping[ItemId, ItemVote]:
        """The closed votes that may be counted again, until the next item is called.

        On the current item, and on those that were voted on with it as a block.
        """
        closed = {
            item: found.vote
            for item, found in self.items.items()
            if found.vote is not None and found.vote.closed_at is not None
        }
        return {
            item: vote
            for item, vote in closed.items()
            if item == self.current or (self.called_at and vote.opened_at >= self.called_at)
        }

    def vote_of(self, poll: PollId) -> tuple[ItemState, ItemVote] | None:
        """Return the item and the vote that a poll is."""
        every = ((item, vote) for item in self.items.values() for vote in item.votes)
        return next(((item, vote) for item, vote in every if vote.poll == poll), None)

    @property
    def next_item(self) -> ItemId | None:
        """The first item that is not over, after the current one is."""
        return next((one for one in self.order if not self.items[one].is_over), None)

    def parts_of(self, item: ItemId) -> Iterable[ItemState]:
        """Return the amendments and sections of an item, in the order in which they come."""
        return (self.items[one] for one in self.order if self.items[one].point.of == item)

    # --- people -----------------------------------------------------------------------------

    def holds(self, person: MemberId, *offices: Office) -> bool:
        """Tell whether a person was elected to one of these offices."""
        return any(
            person in self.officers[office].people for office in offices if office in self.officers
        )

    def voter_name(self, voter: VoterId) -> str:
        """Return a member's name on the roll."""
        return self.voters[voter].name

    @property
    def speaking_order(self) -> tuple[Speaker, ...]:
        """The queue: points of order first, then who has not spoken, then as they asked."""

        def place(one: Speaker) -> tuple[bool, bool, datetime]:
            return not one.point, one.person in self.heard and not one.point, one.asked_at

        return tuple(sorted(self.queue, key=place))

    # --- changing ---------------------------------------------------------------------------

    def changed(self, **changes: Any) -> "MeetingState":
        """Return the state with other values, as `replace` does; a fold does it for each act.

        `replace` looks at each of the forty fields, which is most of the time of a long fold.
        """
        after = object.__new__(MeetingState)
        after.__dict__.update(self.__dict__, **changes)
        return after

    def with_item(self, item: ItemId, **changes: Any) -> "MeetingState":
        """Return the state with one item changed."""
        items = {**self.items, item: replace(self.items[item], **changes)}
        return self.changed(items=MappingProxyType(items))

    def with_vote(self, item: ItemId, **changes: Any) -> "MeetingState":
        """Return the state with an item's last vote changed."""
        votes = self.items[item].votes
        return self.with_item(item, votes=(*votes[:-1], replace(votes[-1], **changes)))

    def with_standing(self, item: ItemId, **changes: Any) -> "MeetingState":
        """Return the state with the vote changed that stands on an item."""
        found = self.items[item]
        votes = (replace(v, **changes) if v == found.standing else v for v in found.votes)
        return self.with_item(item, votes=tuple(votes))
