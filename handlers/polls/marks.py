"""Marks: a ballot that is being filled in, carried by the buttons under it.

In a draft or any other table, a choice would be stored next to the name of the voter.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain.polls.ballots import AdmissionBallot, Ballot, Choice, ElectionBallot, MotionBallot
from bot.domain.polls.plans import CandidateId, PollKind, PollPlan
from bot.domain.polls.refusals import BallotInvalid, TooManyApprovals

BITS = 2
CODES: dict[Choice, int] = {Choice.FOR: 1, Choice.AGAINST: 2, Choice.ABSTAIN: 3}
CHOICES = {code: choice for choice, code in CODES.items()}

AGAINST_ALL, TURN, END = 800, 900, 1000
"""Numbers of taps that do not mark an item: this one plus the part of the ballot shown."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The choices so far, by index of the item; in an election AGAINST is against all."""

    items: tuple[CandidateId | None, ...]
    choices: Mapping[int, Choice]

    def choice(self, place: int) -> Choice | None:
        """Return the choice on the item at this index."""
        return self.choices.get(place)

    def marked(self, place: int, choice: Choice | None) -> "Marks":
        """Return the marks with another choice at this index; None removes it."""
        others = {at: said for at, said in self.choices.items() if at != place}
        return Marks(self.items, others if choice is None else others | {place: choice})

    def toggled(self, place: int) -> "Marks":
        """Return the marks of an election with a candidate's approval toggled."""
        if self.against_all:
            return Marks(self.items, {place: Choice.FOR})
        return self.marked(place, None if self.choice(place) else Choice.FOR)

    @property
    def chosen(self) -> int:
        """How many candidates are approved in an election."""
        return sum(choice is Choice.FOR for choice in self.choices.values())

    @property
    def missing(self) -> int:
        """How many items have no choice."""
        return len(self.items) - len(self.choices)

    @property
    def against_all(self) -> bool:
        """Tell whether the ballot is against all candidates of an election."""
        return not self.missing and set(self.choices.values()) == {Choice.AGAINST}

    def __str__(self) -> str:
        number = sum(CODES[choice] << BITS * place for place, choice in self.choices.items())
        packed = number.to_bytes(-(-number.bit_length() // 8), "little")
        return urlsafe_b64encode(packed).decode().rstrip("=")


def read_marks(plan: PollPlan, text: str) -> Marks:
    """Return the marks that `str(marks)` wrote; refuse any other text.

    Too many candidates in an election are refused at the tap that adds one.
    """
    try:
        packed = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (Error, ValueError):
        raise BallotInvalid from None
    number, items = int.from_bytes(packed, "little"), plan.items
    codes = {place: number >> BITS * place & 3 for place in range(len(items))}
    marks = Marks(items, {place: CHOICES[code] for place, code in codes.items() if code})
    if str(marks) != text:
        raise BallotInvalid
    if plan.kind is PollKind.ELECTION and marks.chosen > plan.seats:
        raise TooManyApprovals(plan.seats)
    return marks


def mark_tap(place: int, choice: Choice) -> int:
    """Return the tap for this choice on the item at this index."""
    return place << BITS | CODES[choice]


def after_tap(plan: PollPlan, marks: Marks, tap: int) -> Marks:
    """Return the marks after a tap; refuse one candidate too many, and forged taps."""
    if TURN <= tap < END:
        return marks
    election = plan.kind is PollKind.ELECTION
    if AGAINST_ALL <= tap < TURN and election:
        return Marks(plan.items, {}) if marks.against_all else against_all(plan)
    place, choice = tap >> BITS, CHOICES.get(tap & 3)
    if plan.kind is PollKind.MOTION or place >= len(plan.items) or choice is None:
        raise BallotInvalid
    if not election:
        return marks.marked(place, choice)
    if choice is not Choice.FOR:
        raise BallotInvalid
    after = marks.toggled(place)
    if after.chosen > plan.seats:
        raise TooManyApprovals(plan.seats)
    return after


def after_taps(plan: PollPlan, base: str, taps: Iterable[int]) -> Marks:
    """Return the marks after these taps; refused ones are skipped."""
    marks = read_marks(plan, base)
    for tap in taps:
        try:
            marks = after_tap(plan, marks, tap)
        except (BallotInvalid, TooManyApprovals):
            continue
    return marks


def part_after(tap: int, size: int) -> int:
    """Return the part of a ballot to show after a tap, with `size` items in a part."""
    if tap >= AGAINST_ALL:
        return tap % 100
    return (tap >> BITS) // size


def marks_of(plan: PollPlan, ballot: Ballot | None) -> Marks:
    """Return the marks of a ballot that is changed; empty without a ballot."""
    said: dict[int, Choice] = {}
    for place, item in enumerate(plan.items if ballot else ()):
        choice = ballot.says(item) if ballot else None
        if choice and not (isinstance(ballot, ElectionBallot) and choice is Choice.ABSTAIN):
            said[place] = choice
    return Marks(plan.items, said)


def against_all(plan: PollPlan) -> Marks:
    """Return the marks of an election's ballot against all candidates."""
    return Marks(plan.items, {place: Choice.AGAINST for place, _ in enumerate(plan.items)})


def ballot_of(plan: PollPlan, marks: Marks) -> Ballot:
    """Return the ballot as it would be cast; the poll's rules refuse an incomplete one."""
    if plan.kind is PollKind.MOTION:
        choice = marks.choice(0)
        if choice is None:
            raise BallotInvalid
        return MotionBallot(choice)
    by_id = {marks.items[place]: choice for place, choice in marks.choices.items()}
    said = {item: choice for item, choice in by_id.items() if item is not None}
    if plan.kind is PollKind.ADMISSION:
        return AdmissionBallot(said)
    if marks.against_all:
        return ElectionBallot(against_all=True)
    if set(said.values()) - {Choice.FOR}:
        raise BallotInvalid
    return ElectionBallot(frozenset(said))
