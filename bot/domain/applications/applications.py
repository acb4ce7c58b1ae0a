"""Applications: what an organisation says of itself to be admitted, and what becomes of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.domain.applications import refusals
from bot.domain.applications.details import Details, Step
from bot.domain.applications.ids import ApplicationId
from bot.domain.people.members import MemberId
from bot.domain.polls.plans import Candidate, CandidateId
from bot.domain.polls.polls import PollId

RemarkId = NewType("RemarkId", int)

FILES_LIMIT = 5
REPLIES_LIMIT = 10
"""Messages that one question may be answered by: the secretary is not to be flooded."""

OPEN_LIMIT = 2
"""Applications that one person may have under consideration."""

DAILY_LIMIT = 3
"""Applications that one person may send within `DAY`."""

DAY = timedelta(days=1)


class ApplicationState(StrEnum):
    """Where an application stands. The last three are final."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ASKED = "asked"
    VOTING = "voting"
    ADMITTED = "admitted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


QUEUED = frozenset({ApplicationState.SUBMITTED, ApplicationState.ASKED})
OPEN = QUEUED | {ApplicationState.VOTING}


class FileKind(StrEnum):
    """As what Telegram keeps a file: each kind is sent in its own way."""

    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class ApplicationFile:
    """A file that belongs to an application, by its id at Telegram."""

    kind: FileKind
    file_id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A question of the council's side, or the applicant's answer to it."""

    id: RemarkId
    by_applicant: bool
    author: MemberId | None
    text: str
    written_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """An application. Times are UTC; `poll` is the one that votes on it, or voted.

    `step` is what the applicant is being asked, None while they do something else; `reached` is
    the furthest question so far. `applicant` is None once they have been erased.
    """

    id: ApplicationId
    applicant: MemberId | None
    state: ApplicationState = ApplicationState.DRAFT
    details: Details = field(default_factory=Details)
    files: tuple[ApplicationFile, ...] = ()
    step: Step | None = Step.INN
    reached: Step = Step.INN
    poll: PollId | None = None
    reason: str = ""
    sent_at: datetime | None = None
    decided_at: datetime | None = None

    @property
    def is_draft(self) -> bool:
        """Tell whether it is still the applicant's own affair."""
        return self.state is ApplicationState.DRAFT

    @property
    def is_queued(self) -> bool:
        """Tell whether it waits to be put to the council."""
        return self.state in QUEUED

    @property
    def is_open(self) -> bool:
        """Tell whether it has been sent and not been decided on."""
        return self.state in OPEN

    # --- filling in -------------------------------------------------------------------------

    def turned_to(self, step: Step) -> "Application":
        """Return the draft with this question open, none beyond those that were reached."""
        self._require_draft()
        return replace(self, step=step if step.number <= self.reached.number else self.reached)

    def put_aside(self) -> "Application":
        """Return the draft with no question open: what the person types is about other things."""
        self._require_draft()
        return replace(self, step=None)

    def answered(self, step: Step, value: str) -> "Application":
        """Return the draft with an answer, `value` as `read_answer` made it, and the next step.

        A question that is answered again leads back to where the applicant had been.
        """
        self._require_draft()
        details = self.details
        if step not in {Step.FILES, Step.REVIEW}:
            details = replace(details, **{step.value: value})
        reached = step.following if step is self.reached else self.reached
        return replace(self, details=details, step=reached, reached=reached)

    def with_file(self, file: ApplicationFile) -> "Application":
        """Return the application with one more file; refuse more than `FILES_LIMIT`."""
        if len(self.files) >= FILES_LIMIT:
            raise refusals.TooManyFiles(FILES_LIMIT)
        return replace(self, files=(*self.files, file))

    def without_file(self, number: int) -> "Application":
        """Return the draft without the file at this place, from 0; one that is gone is no harm."""
        self._require_draft()
        kept = tuple(file for place, file in enumerate(self.files) if place != number)
        return replace(self, files=kept)

    # --- the course of it -------------------------------------------------------------------

    def sent(self, now: datetime) -> "Application":
        """Return the draft as it goes to the secretary; refuse one with a question left open."""
        self._require_draft()
        if self.reached is not Step.REVIEW or not self.details.is_complete:
            raise refusals.ApplicationIncomplete
        return replace(self, state=ApplicationState.SUBMITTED, step=None, sent_at=now)

    def asked(self) -> "Application":
        """Return the application waiting for the applicant's answer."""
        self._require_queued()
        return replace(self, state=ApplicationState.ASKED)

    def replied(self, remarks: tuple[Remark, ...]) -> "Application":
        """Return the application back in the queue with an answer to the last question.

        An answer may come in several messages, while nobody has put it to the vote.
        """
        if not self.is_open:
            raise refusals.ApplicationIsOver
        since = [remark.by_applicant for remark in remarks]
        replies = list(reversed(since)).index(False) if False in since else REPLIES_LIMIT
        if not self.is_queued or replies >= REPLIES_LIMIT:
            raise refusals.NothingAsked
        return replace(self, state=ApplicationState.SUBMITTED)

    def put_to_vote(self, poll: PollId) -> "Application":
        """Return the application in the hands of the council; refuse one that another poll has."""
        if self.state is ApplicationState.VOTING and self.poll == poll:
            return self
        if not self.is_queued:
            raise refusals.ApplicationNotWaiting(self.details.display_name)
        return replace(self, state=ApplicationState.VOTING, poll=poll)

    def put_back(self) -> "Application":
        """Return the application in the queue again: the poll came to nothing."""
        return replace(self, state=ApplicationState.SUBMITTED, poll=None)

    def admitted(self, now: datetime) -> "Application":
        """Return the application with its happy end."""
        return replace(self, state=ApplicationState.ADMITTED, decided_at=now)

    def voted_down(self, now: datetime) -> "Application":
        """Return the application refused by the council's vote."""
        return replace(self, state=ApplicationState.REFUSED, decided_at=now)

    def refused(self, reason: str, now: datetime) -> "Application":
        """Return the application refused without a vote, with a reason."""
        self._require_queued()
        return replace(self, state=ApplicationState.REFUSED, reason=reason, decided_at=now)

    def withdrawn(self, now: datetime) -> "Application":
        """Return the application taken back, with what it said of people forgotten.

        Also while it is voted on: an open poll is not edited, so the ballots go on and are
        counted, but nothing follows from them for this organisation.
        """
        if not self.is_open:
            raise refusals.ApplicationIsOver
        return replace(self.forgotten(), state=ApplicationState.WITHDRAWN, decided_at=now)

    def forgotten(self) -> "Application":
        """Return the application without anything that says something of people (152-ФЗ)."""
        return replace(self, details=self.details.impersonal, files=(), step=None)

    def _require_draft(self) -> None:
        if not self.is_draft:
            raise refusals.ApplicationIsSent

    def _require_queued(self) -> None:
        if self.state is ApplicationState.VOTING:
            raise refusals.ApplicationIsDecidedByVote(self.details.display_name)
        if not self.is_queued:
            raise refusals.ApplicationIsOver


def require_room(earlier: Iterable[Application], now: datetime) -> None:
    """Refuse a person one more application, given all their earlier ones."""
    sent = [one for one in earlier if one.sent_at is not None]
    if sum(one.is_open for one in sent) >= OPEN_LIMIT:
        raise refusals.TooManyOpenApplications(OPEN_LIMIT)
    if sum(one.sent_at is not None and one.sent_at > now - DAY for one in sent) >= DAILY_LIMIT:
        raise refusals.TooManyApplicationsToday(DAILY_LIMIT)


def candidates_of(applications: Sequence[Application]) -> tuple[Candidate, ...]:
    """Return the candidates of a poll that votes on these applications, numbered from 1."""
    return tuple(
        Candidate(CandidateId(number), application.details.display_name, application.id)
        for number, application in enumerate(applications, 1)
    )
