"""Ballots: the possible contents for each kind of poll, and their written form."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from bot.domain.people.members import MemberId
from bot.domain.polls.plans import CandidateId, PollKind, PollPlan, Secrecy
from bot.domain.polls.refusals import BallotIncomplete, BallotInvalid, TooManyApprovals
from bot.domain.polls.voters import VoterId

AGAINST_ALL = "against_all"
OUT_OF_ORDER = timedelta(days=2)
"""Within this time the order of Telegram's updates decides which of two ballots was cast last.

Telegram delivers an update within 24 hours or not at all, and may restart the ids only after a week
without any. Any value between the two is right.
"""


class Choice(StrEnum):
    """A ballot's choice on one item."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True)
class MotionBallot:
    """A ballot on a motion."""

    choice: Choice

    def says(self, item: CandidateId | None) -> Choice:
        """Return the ballot's choice on the motion."""
        return self.choice

    def __str__(self) -> str:
        return self.choice.value


@dataclass(frozen=True, slots=True)
class AdmissionBallot:
    """A ballot with a choice on each candidate."""

    choices: Mapping[CandidateId, Choice]

    def says(self, item: CandidateId | None) -> Choice:
        """Return the ballot's choice on a candidate."""
        return self.choices[_candidate(item)]

    def __str__(self) -> str:
        return ",".join(f"{id_}:{choice.value}" for id_, choice in sorted(self.choices.items()))


@dataclass(frozen=True, slots=True)
class ElectionBallot:
    """The approved candidates; a ballot against all approves none."""

    approved: frozenset[CandidateId] = frozenset()
    against_all: bool = False

    def says(self, item: CandidateId | None) -> Choice:
        """Return the ballot's choice on a candidate; approving only others counts as abstaining."""
        if self.against_all:
            return Choice.AGAINST
        return Choice.FOR if _candidate(item) in self.approved else Choice.ABSTAIN

    def __str__(self) -> str:
        return AGAINST_ALL if self.against_all else ",".join(map(str, sorted(self.approved)))


Ballot: TypeAlias = MotionBallot | AdmissionBallot | ElectionBallot

Said: TypeAlias = str | Callable[[PollPlan], Ballot]
"""A ballot in written form, or a function that makes it from the poll's plan."""


@dataclass(frozen=True, slots=True)
class Named:
    """A named ballot: who cast it, when (UTC), and in which update (`order`)."""

    ballot: Ballot
    cast_by: MemberId
    cast_at: datetime
    order: int = 0

    def overtaken_by(self, other: "Named") -> bool:
        """Tell whether this ballot's update came before the other's, or is that one once more.

        What replaced the ballot of an update without one of its own has the same order.
        """
        return self.order <= other.order and self.cast_at - other.cast_at < OUT_OF_ORDER

    def repeats(self, other: "Named") -> bool:
        """Tell whether the same person cast the same ballot again."""
        return (self.ballot, self.cast_by) == (other.ballot, other.cast_by)


def order_without_update(before: Named | None, now: datetime) -> int:
    """Return the order of a ballot that no update brought: it is never late itself.

    It is that of the ballot it replaces, as long as that decides: what was tapped earlier is still
    late after it, and what is tapped later is not.
    """
    if before is None or now - before.cast_at >= OUT_OF_ORDER:
        return 0
    return before.order


@dataclass(frozen=True, slots=True)
class Statement:
    """A voter's request to be recorded in the minutes as against (ГК 181.2 п. 4)."""

    voter: VoterId
    member: MemberId
    text: str


def is_against(plan: PollPlan, ballot: Ballot) -> bool:
    """Tell whether a ballot is against any item of the poll."""
    return any(ballot.says(item) is Choice.AGAINST for item in plan.items)


def dissent_must_name(plan: PollPlan) -> bool:
    """Tell whether the request must name candidates, because the ballot is secret."""
    several = plan.kind is PollKind.ADMISSION and len(plan.candidates) > 1
    return several and plan.secrecy is Secrecy.SECRET


def checked_ballot(plan: PollPlan, ballot: Ballot) -> Ballot:
    """Return a ballot of this poll; refuse another kind, unknown or missing candidates.

    An election's ballot approves 1 to `seats` candidates or is against all, never both.
    """
    match plan.kind, ballot:
        case PollKind.MOTION, MotionBallot():
            pass
        case PollKind.ADMISSION, AdmissionBallot(choices):
            _require_known(plan, choices)
            if len(choices) < len(plan.candidates):
                raise BallotIncomplete
        case PollKind.ELECTION, ElectionBallot(approved, against_all):
            _require_known(plan, approved)
            _require_approvals(plan, len(approved), against_all=against_all)
        case _:
            raise BallotInvalid
    return ballot


def ballot_said(plan: PollPlan, said: Said) -> Ballot:
    """Return the ballot that is cast in this poll; refuse an invalid one."""
    return read_ballot(plan, said) if isinstance(said, str) else checked_ballot(plan, said(plan))


def read_ballot(plan: PollPlan, text: str) -> Ballot:
    """Return the ballot that `str(ballot)` wrote; refuse any other text.

    Written `for`; `12:for,15:abstain`; `3,7` or `against_all`, candidates in the order of their
    ids: one ballot, one form.
    """
    try:
        ballot = _read(plan.kind, text)
    except ValueError:
        raise BallotInvalid from None
    if str(ballot) != text:
        raise BallotInvalid
    return checked_ballot(plan, ballot)


def longest_ballot(plan: PollPlan) -> int:
    """Return an upper bound of the length of written ballots, to which all are padded."""
    marks = sum(len(f"{one.id}:{Choice.ABSTAIN},") for one in plan.candidates)
    return max(len(AGAINST_ALL), marks)


def _read(kind: PollKind, text: str) -> Ballot:
    if kind is PollKind.MOTION:
        return MotionBallot(Choice(text))
    if text == AGAINST_ALL:
        return ElectionBallot(against_all=True)
    parts = text.split(",") if text else []
    if kind is PollKind.ELECTION:
        return ElectionBallot(frozenset(CandidateId(int(part)) for part in parts))
    pairs = (part.split(":", maxsplit=1) for part in parts)
    return AdmissionBallot({CandidateId(int(id_)): Choice(choice) for id_, choice in pairs})


def _require_known(plan: PollPlan, candidates: Iterable[CandidateId]) -> None:
    if not {candidate.id for candidate in plan.candidates}.issuperset(candidates):
        raise BallotInvalid


def _require_approvals(plan: PollPlan, approved: int, *, against_all: bool) -> None:
    if against_all and approved:
        raise BallotInvalid
    if not against_all and not approved:
        raise BallotIncomplete
    if approved > plan.seats:
        raise TooManyApprovals(plan.seats)


def _candidate(item: CandidateId | None) -> CandidateId:
    if item is None:
        raise ValueError("a motion has no candidates")
    return item
