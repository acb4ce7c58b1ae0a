"""The plan of a poll: what is voted on, and by which rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType, Self

from bot.domain.applications.ids import ApplicationId
from bot.domain.lines import checked_line, checked_paragraphs
from bot.domain.people.members import MemberId, OrganisationId, folded
from bot.domain.polls import proxy_refusals, refusals
from bot.domain.polls.majorities import Rules
from bot.domain.polls.materials import Material, checked_materials
from bot.domain.polls.omissions import Omission
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ButtonTooOld

CandidateId = NewType("CandidateId", int)

QUESTION_LIMIT = 1000
NAME_LIMIT = 200
CANDIDATES_LIMIT = 50
SEATS_LIMIT = 50
SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(days=90)
SECRET_ENOUGH = 5
"""With fewer voters a secret ballot does not hide much."""

IDENTITIES = ("id", "application", "member")
"""Fields that distinguish candidates, compared only where both have them."""


class Body(StrEnum):
    """The body that decides: the council, or the general meeting of all organisations."""

    COUNCIL = "council"
    GENERAL = "general"


class PollKind(StrEnum):
    """What is decided: one motion, several admissions, or an election to seats."""

    MOTION = "motion"
    ADMISSION = "admission"
    ELECTION = "election"


class Mode(StrEnum):
    """How people take part: at a meeting, remotely (ГК 181.2 п.1), or by correspondence.

    By correspondence (заочное, ГК 181.2 п.1.1) only those who sent a ballot take part.
    """

    MEETING = "meeting"
    REMOTE = "remote"
    CORRESPONDENCE = "correspondence"


MET = (Mode.MEETING, Mode.REMOTE)
"""At these people meet: who was there and silent is known."""


class Secrecy(StrEnum):
    """A named ballot may be changed until the close; a secret one is final."""

    NAMED = "named"
    SECRET = "secret"  # noqa: S105  how a ballot is cast, no password


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate: an applicant organisation, or a person who stands for election.

    `id` tells the candidates of one poll apart. `application` is the one that an admission settles,
    `member` the person of the alliance who would get the seat.
    """

    id: CandidateId
    name: str
    application: ApplicationId | None = None
    member: MemberId | None = None

    def checked(self) -> "Candidate":
        """Return the candidate with a name on one line, 1 to `NAME_LIMIT` characters."""
        name = checked_line(
            self.name, NAME_LIMIT, refusals.CandidateNameMissing, refusals.CandidateNameTooLong
        )
        return replace(self, name=name)


def checked_leads(leads: Sequence[timedelta]) -> tuple[timedelta, ...]:
    """Return lead times, each once, the longest first; refuse those longer than any poll."""
    if not all(timedelta() < lead < LONGEST for lead in leads):
        raise ButtonTooOld
    return tuple(sorted(set(leads), reverse=True))


def _repeated(ids: Iterable[int | None]) -> bool:
    known = [one for one in ids if one is not None]
    return len(set(known)) < len(known)


def checked_question(text: str) -> str:
    """Return the question's text, 1 to `QUESTION_LIMIT` characters."""
    return checked_paragraphs(
        text, QUESTION_LIMIT, refusals.QuestionMissing, refusals.QuestionTooLong
    )


def checked_seats(seats: int) -> int:
    """Return how many people an election elects, 1 to `SEATS_LIMIT`."""
    if not 1 <= seats <= SEATS_LIMIT:
        raise refusals.SeatsOutOfRange(SEATS_LIMIT)
    return seats


def checked_closing(closes_at: datetime, opens_at: datetime) -> datetime:
    """Return a closing time that leaves `SHORTEST` to `LONGEST` for voting."""
    if not SHORTEST <= closes_at - opens_at <= LONGEST:
        raise refusals.ClosingOutOfRange(int(SHORTEST.total_seconds() // 60), LONGEST.days)
    return closes_at


@dataclass(frozen=True, slots=True, kw_only=True)
class PollPlan:
    """A planned poll. Times are UTC.

    Ballots are taken before `closes_at`; with `closes_when_all_voted` also not after the last one.
    `opens_at` None opens at once. `exclusive` means that only the highest body may decide (the
    charter and the like); an election always is. With `live` the counts show while the poll is
    open; else they are hidden from everybody until it closes.

    `leads` are the reminders' lead times before the close; None means the usual ones. The outcome
    goes to the voters; with `tells_members` to everybody. With `elects_council` those elected get
    the role. `voters` None are the whole body; else `omission` says why the others have no ballot.
    `preset` is the name of the rules in the configuration. A motion with `excludes` ends that
    organisation's membership when it is adopted.
    """

    kind: PollKind
    question: str
    rules: Rules
    mode: Mode
    secrecy: Secrecy
    closes_at: datetime
    opens_at: datetime | None = None
    candidates: tuple[Candidate, ...] = ()
    seats: int = 1
    exclusive: bool = False
    live: bool = False
    closes_when_all_voted: bool = False
    body: Body = Body.COUNCIL
    materials: tuple[Material, ...] = ()
    leads: tuple[timedelta, ...] | None = None
    tells_members: bool = False
    elects_council: bool = False
    voters: tuple[VoterId, ...] | None = None
    omission: Omission | None = None
    preset: str = ""
    excludes: OrganisationId | None = None

    @property
    def is_secret(self) -> bool:
        """Tell whether nobody may learn how anybody voted."""
        return self.secrecy is Secrecy.SECRET

    def is_thin(self, entitled: int) -> bool:
        """Tell whether a secret poll has so few voters that the result may show who voted how."""
        return self.is_secret and entitled < SECRET_ENOUGH

    @property
    def is_exclusive(self) -> bool:
        """Tell whether only the highest body may decide this: also the council's election."""
        return self.exclusive or self.elects_council

    @property
    def needs_presence(self) -> bool:
        """Tell whether attendance must be listed: at a meeting those who do not vote count too."""
        return self.mode is Mode.MEETING

    @property
    def items(self) -> tuple[CandidateId | None, ...]:
        """What is counted: each candidate, or the motion (None)."""
        if self.kind is PollKind.MOTION:
            return (None,)
        return tuple(candidate.id for candidate in self.candidates)

    def checked(self, now: datetime) -> "PollPlan":
        """Return the plan with each field checked; refuse one that breaks a rule.

        By correspondence the exclusive competence of the highest body is refused unless the rules
        carry the charter's clause that allows it (7-ФЗ 29, read in a secondary source).
        """
        rules = self.rules.checked()
        exclusive = self.exclusive or self.kind is PollKind.ELECTION
        if self.mode is Mode.CORRESPONDENCE and exclusive and not rules.correspondence:
            raise refusals.CorrespondenceForbidden
        if self.live and self.is_secret:
            raise refusals.SecretCannotBeLive
        most = SEATS_LIMIT if self.kind is PollKind.ELECTION else 1
        if not 1 <= self.seats <= most:
            raise refusals.SeatsOutOfRange(most)
        opens_at = max(self.opens_at or now, now)
        omission = None if self.voters is None else self.omission
        return replace(
            self,
            question=checked_question(self.question),
            rules=rules,
            closes_at=checked_closing(self.closes_at, opens_at),
            candidates=self._checked_candidates(),
            materials=checked_materials(self.materials),
            leads=None if self.leads is None else checked_leads(self.leads),
            voters=None if self.voters is None else tuple(sorted(set(self.voters))),
            omission=None if omission is None else omission.checked(),
            excludes=self.excludes if self.kind is PollKind.MOTION else None,
        )

    @property
    def listed(self) -> frozenset[VoterId]:
        """Those whom the plan names: as voters, or as left out."""
        named = () if self.omission is None else self.omission.left_out
        return frozenset({*(self.voters or ()), *named})

    def leaves_out(self, voter: VoterId) -> bool:
        """Tell whether somebody of the body has no ballot by this plan.

        Where the plan does not say who was left out (an earlier release planned it, or it is a
        second round), nobody has one who is not listed.
        """
        if self.voters is None or voter in self.voters:
            return False
        named = () if self.omission is None else self.omission.left_out
        return not named or voter in named

    def naming(self, *left_out: VoterId) -> Self:
        """Return the plan with an omission, if it has one, that names who is left out."""
        if self.omission is None:
            return self
        return replace(self, omission=replace(self.omission, left_out=left_out))

    def require_told_apart(self) -> None:
        """Refuse candidates whose names look the same; case and ё make no difference."""
        seen: set[str] = set()
        for one in self.candidates:
            name = folded(one.name)
            if name in seen:
                raise refusals.CandidatesAlike(one.name)
            seen.add(name)

    def require_proxies(self) -> None:
        """Refuse proxies in the council, unless a clause of the charter allows them."""
        if not self.takes_proxies:
            raise proxy_refusals.ProxyNotInCouncil

    @property
    def takes_proxies(self) -> bool:
        """Tell whether proxies are possible: in the council only by a clause of the charter."""
        return self.body is not Body.COUNCIL or bool(self.rules.council_proxies)

    def require_explained(self) -> None:
        """Refuse to leave anybody out without a clause and a reason (ГК 181.5 п. 2).

        A second round needs none: its voters are those of the first.
        """
        if self.voters is not None and self.omission is None:
            raise refusals.OmissionUnexplained

    def _checked_candidates(self) -> tuple[Candidate, ...]:
        if self.kind is PollKind.MOTION and self.candidates:
            raise refusals.CandidatesNotExpected
        if self.kind is not PollKind.MOTION and not self.candidates:
            raise refusals.CandidatesMissing
        if len(self.candidates) > CANDIDATES_LIMIT:
            raise refusals.TooManyCandidates(CANDIDATES_LIMIT)
        if any(_repeated(getattr(c, key) for c in self.candidates) for key in IDENTITIES):
            raise refusals.CandidateRepeated
        if self.elects_council and self.kind is not PollKind.ELECTION:
            raise refusals.CouncilNotElected
        if self.elects_council and any(c.member is None for c in self.candidates):
            raise refusals.CandidateNotMember
        return tuple(candidate.checked() for candidate in self.candidates)
