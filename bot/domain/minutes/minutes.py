"""The data of minutes (протокол), before they become a document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.domain.meetings.summaries import MeetingSummaryData
from bot.domain.minutes.decisions import decision_in
from bot.domain.minutes.participants import Participant
from bot.domain.people.members import folded
from bot.domain.polls.ballots import Ballot, Choice
from bot.domain.polls.hand_counts import HandCount
from bot.domain.polls.plans import CandidateId, Mode, PollKind
from bot.domain.polls.polls import Poll, PollState
from bot.domain.polls.seals import Head, Seal
from bot.domain.polls.tallies import Outcome, Result
from bot.domain.polls.voters import VoterId


class Body(StrEnum):
    """Which body of the alliance decided."""

    COUNCIL = "council"
    GENERAL_MEETING = "general_meeting"


class Standing(StrEnum):
    """How a voter took part: PRESENT came and did not vote, RECUSED voted on nothing.

    PAPER took slips only: who returned them is not known.
    """

    VOTED = "voted"
    PAPER = "paper"
    PRESENT = "present"
    RECUSED = "recused"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class MinutesNumber:
    """The number of the minutes within its year, written «12/2026»."""

    number: int
    year: int

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"


NO_POSITION = "—"
"""Stands where a position has to be entered and there is none."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody who counted or signs; `position` is said as it stands, or empty."""

    name: str
    position: str = ""

    @property
    def written_position(self) -> str:
        """The position as documents have it: empty if there is none."""
        return "" if self.position == NO_POSITION else self.position


@dataclass(frozen=True, slots=True)
class Dissent:
    """A voter's request to be named as one who voted against (ГК 181.2 п.4)."""

    voter: VoterId
    words: str = ""


@dataclass(frozen=True, slots=True)
class Lot:
    """A tie decided by lot: who won, and how it was drawn, in the recorder's words."""

    winners: tuple[CandidateId, ...]
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A closed poll as an item of the agenda: what was asked, and everything it came to.

    `ballots` are of a named poll only, `numbers` (of the ballots) of a secret one only. `voted` is
    the roll, `recused` those who declared a conflict of interest, `present` who was at the meeting,
    if that was listed. `omitted` are of the body and had no ballot, as they were called at the
    opening. `head` is the chain's at the
    close. `course` is what a participant asked to have on record (ГК 181.2 п.4). `wording` is the
    decision in words, where the question is not one. `by_hand` is what tellers counted of paper or
    hands. A record that does not agree with itself is
    refused: ValueError.
    """

    poll: Poll
    result: Result
    seal: Seal
    head: Head
    voted: frozenset[VoterId]
    recused: frozenset[VoterId] = frozenset()
    present: frozenset[VoterId] = frozenset()
    ballots: Mapping[VoterId, Ballot] = field(default_factory=dict)
    numbers: tuple[str, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    course: str = ""
    lot: Lot | None = None
    run_off: bool = False
    omitted: tuple[str, ...] = ()
    wording: str = ""
    by_hand: HandCount | None = None

    def __post_init__(self) -> None:
        if self.poll.state is not PollState.CLOSED:
            raise ValueError("only a closed poll has minutes")
        counted = (self.result.ballots - self.counted_by_hand, self.result.recused)
        if counted != (len(self.voted), len(self.recused)) or self.voted & self.recused:
            raise ValueError("the result does not agree with the roll")
        if self.present and self.result.silent != len(self.silent) - self.counted_by_hand:
            raise ValueError("the result does not agree with the list of those present")
        self._require_secrecy()
        self._require_dissent()
        self._require_lot()

    @property
    def counted_by_hand(self) -> int:
        """How many slips or hands tellers counted besides the ballots."""
        return self.by_hand.ballots if self.by_hand else 0

    @property
    def silent(self) -> frozenset[VoterId]:
        """Who was at the meeting and neither voted nor declared a conflict of interest.

        Who voted on paper or by hand is among them: nobody keeps that.
        """
        return self.present - self.voted - self.recused

    @property
    def winners(self) -> frozenset[CandidateId]:
        """Who is admitted or elected, by votes or by lot."""
        chosen = {Outcome.ADOPTED, Outcome.ELECTED}
        by_votes = {i.candidate for i in self.result.items if i.outcome in chosen and i.candidate}
        return frozenset(by_votes) | frozenset(self.lot.winners if self.lot else ())

    @property
    def is_adopted(self) -> bool:
        """Tell whether it is a motion that was adopted."""
        if self.poll.kind is not PollKind.MOTION or not self.result.quorum.holds:
            return False
        return self.result.items[0].outcome is Outcome.ADOPTED

    @property
    def decision(self) -> str:
        """The wording of an adopted motion's decision; empty if nobody has entered it yet."""
        return self.wording or decision_in(self.poll.question)

    def _require_secrecy(self) -> None:
        """Refuse a secret poll with named ballots, and a named one without."""
        if self.poll.is_secret:
            if self.ballots or len(set(self.numbers)) != len(self.voted):
                raise ValueError("of a secret poll the numbers of the ballots are told, no more")
        elif self.numbers or self.ballots.keys() != self.voted:
            raise ValueError("of a named poll it is told who voted how")

    def _require_dissent(self) -> None:
        for dissent in self.dissents:
            if dissent.voter not in self.voted:
                raise ValueError("a voter who did not vote did not vote against")
            ballot = self.ballots.get(dissent.voter)
            if ballot and all(ballot.says(i) is not Choice.AGAINST for i in self.poll.items):
                raise ValueError("a voter who asked to be recorded as against did not vote so")
        if self.poll.is_secret and len(self.dissents) > self.result.against:
            raise ValueError("more say that they voted against than did")

    def _require_lot(self) -> None:
        tie = self.result.tie
        if (self.lot or self.run_off) and tie is None:
            raise ValueError("nothing but a tie is decided by lot or by a run-off")
        if self.lot and tie:
            winners = frozenset(self.lot.winners)
            if len(winners) != tie.seats or not winners <= frozenset(tie.candidates):
                raise ValueError("a lot fills the seats of the tie with those who are tied")


@dataclass(frozen=True, slots=True)
class Convening:
    """Who convened a sitting, on which day the participants were notified, with what materials."""

    by: str
    notified_on: date
    materials: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The record of one poll, or of a sitting of several (ГК 181.2 п.3–4).

    `participants` are all who were entitled, `registered` came to the meeting whether or not they
    voted. `place` is where people met; `bot` (a username) is how those far away took part. In a
    vote by correspondence ballots were to be taken from `starts_at` until `ends_at`, as announced;
    `closed_at` is when it ended. `drawn_up_at` is the
    moment that the document bears; nothing else in it depends on when it is made. `course` is how
    the vote went, where a participant asked for that (ГК 181.2 п.4). `meeting` is the record of a
    general meeting, for the appendices. Times are UTC.
    """

    number: MinutesNumber
    alliance: str
    body: Body
    starts_at: datetime
    ends_at: datetime
    drawn_up_at: datetime
    place: str
    bot: str
    participants: tuple[Participant, ...]
    items: tuple[AgendaItem, ...]
    convening: Convening
    chair: Signatory
    secretary: Signatory
    counted_by: tuple[Signatory, ...]
    registered: frozenset[VoterId] = frozenset()
    course: str = ""
    meeting: MeetingSummaryData | None = None

    def __post_init__(self) -> None:
        if len({item.poll.mode for item in self.items}) != 1:
            raise ValueError("minutes are of at least one poll, and of one mode of voting")
        known = {participant.voter for participant in self.participants}
        if len(known) < len(self.participants):
            raise ValueError("a voter is listed once")
        if not self.registered.union(*(item.voted | item.recused for item in self.items)) <= known:
            raise ValueError("everybody who took part is listed")

    @property
    def mode(self) -> Mode:
        """How people took part."""
        return self.items[0].poll.mode

    @property
    def closed_at(self) -> datetime:
        """When the last vote closed."""
        return max(item.poll.closed_at or item.poll.closes_at for item in self.items)

    @property
    def taking_part(self) -> int:
        """How many voters took part in anything."""
        return sum(self.standing(p.voter) is not Standing.ABSENT for p in self.participants)

    @property
    def listed(self) -> tuple[Participant, ...]:
        """The participants in the order of their names; marks of quotation make no difference."""
        return tuple(sorted(self.participants, key=lambda one: (_letters(one.name), one.voter)))

    def participant(self, voter: VoterId) -> Participant:
        """Return who is listed as that voter."""
        return next(one for one in self.participants if one.voter == voter)

    def standing(self, voter: VoterId) -> Standing:
        """Return how a voter took part in the whole."""
        if any(voter in item.voted for item in self.items):
            return Standing.VOTED
        if self.meeting is not None and self.meeting.gave_paper_to(voter):
            return Standing.PAPER
        if self.recused_from(voter):
            return Standing.RECUSED
        return Standing.PRESENT if voter in self.registered else Standing.ABSENT

    def recused_from(self, voter: VoterId) -> tuple[int, ...]:
        """Return the numbers of the items in which a voter declared a conflict of interest."""
        return tuple(n for n, item in enumerate(self.items, start=1) if voter in item.recused)


def _letters(name: str) -> str:
    return " ".join(re.findall(r"\w+", folded(name)))
