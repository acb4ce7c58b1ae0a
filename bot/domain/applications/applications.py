"""Applications: an organisation's data for admission, and the states of an application."""

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
"""The most messages in which one question of the secretary can be answered."""

OPEN_LIMIT = 2
"""The most applications of one person that can be under consideration at a time."""

DAILY_LIMIT = 3
"""The most applications that one person can send within `DAY`."""

DAY = timedelta(days=1)


class ApplicationState(StrEnum):
    """The state of an application. The last three are final."""

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
    """The kind of a file at Telegram: each kind is sent by a method of its own."""

    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class ApplicationFile:
    """A file of an application, by its id at Telegram."""

    kind: FileKind
    file_id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A question from the secretary or the chair, or the applicant's answer to it."""

    id: RemarkId
    by_applicant: bool
    author: MemberId | None
    text: str
    written_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """An application. Times are UTC; `poll` is the poll that votes or voted on it.

    `step` is what the applicant is being asked, None while they do something else; `reached` is the
    furthest question so far. `applicant` is None once they have been erased.
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
        """Tell whether it has not been sent yet."""
        return self.state is ApplicationState.DRAFT

    @property
    def is_queued(self) -> bool:
        """Tell whether it waits for a vote of the council."""
        return self.state in QUEUED

    @property
    def is_open(self) -> bool:
        """Tell whether it has been sent and not decided."""
        return self.state in OPEN

    # --- filling in -------------------------------------------------------------------------

    def turned_to(self, step: Step) -> "Application":
        """Return the draft with this question open, or the furthest reached one if that is less."""
        self._require_draft()
        return replace(self, step=step if step.number <= self.reached.number else self.reached)

    def put_aside(self) -> "Application":
        """Return the draft with no question open: what the person types is not an answer."""
        self._require_draft()
        return replace(self, step=None)

    def answered(self, step: Step, value: str) -> "Application":
        """Return the draft with an answer, `value` as `read_answer` made it, and the next step.

        After an earlier question was answered again, the step is the one where the applicant was
        before.
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
        """Return the draft without the file at this index, from 0; a missing index is ignored."""
        self._require_draft()
        kept = tuple(file for place, file in enumerate(self.files) if place != number)
        return replace(self, files=kept)

    # --- its states --------------------------------------------------------------------------

    def sent(self, now: datetime) -> "Application":
        """Return the draft as sent to the secretary; refuse one with an unanswered question."""
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

        More messages of the same answer are accepted until it is put to the vote.
        """
        if not self.is_open:
            raise refusals.ApplicationIsOver
        since = [remark.by_applicant for remark in remarks]
        replies = list(reversed(since)).index(False) if False in since else REPLIES_LIMIT
        if not self.is_queued or replies >= REPLIES_LIMIT:
            raise refusals.NothingAsked
        return replace(self, state=ApplicationState.SUBMITTED)

    def put_to_vote(self, poll: PollId) -> "Application":
        """Return the application as voted on; refuse one that is in another poll."""
        if self.state is ApplicationState.VOTING and self.poll == poll:
            return self
        if not self.is_queued:
            raise refusals.ApplicationNotWaiting(self.details.display_name)
        return replace(self, state=ApplicationState.VOTING, poll=poll)

    def put_back(self) -> "Application":
        """Return the application queued again, because the poll decided nothing."""
        return replace(self, state=ApplicationState.SUBMITTED, poll=None)

    def admitted(self, now: datetime) -> "Application":
        """Return the application as admitted."""
        return replace(self, state=ApplicationState.ADMITTED, decided_at=now)

    def voted_down(self, now: datetime) -> "Application":
        """Return the application as refused by the council's vote."""
        return replace(self, state=ApplicationState.REFUSED, decided_at=now)

    def refused(self, reason: str, now: datetime) -> "Application":
        """Return the application as refused without a vote, with a reason."""
        self._require_queued()
        return replace(self, state=ApplicationState.REFUSED, reason=reason, decided_at=now)

    def withdrawn(self, now: datetime) -> "Application":
        """Return the application as withdrawn, without personal data.

        This is allowed during the vote too: an open poll cannot be edited, so ballots are still
        counted, but the result has no effect for this organisation.
        """
        if not self.is_open:
            raise refusals.ApplicationIsOver
        return replace(self.forgotten(), state=ApplicationState.WITHDRAWN, decided_at=now)

    def forgotten(self) -> "Application":
        """Return the application without personal data (152-ФЗ)."""
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
    """Refuse one more application of a person who has too many; `earlier` are all of theirs."""
    sent = [one for one in earlier if one.sent_at is not None]
    if sum(one.is_open for one in sent) >= OPEN_LIMIT:
        raise refusals.TooManyOpenApplications(OPEN_LIMIT)
    if sum(one.sent_at is not None and one.sent_at > now - DAY for one in sent) >= DAILY_LIMIT:
        raise refusals.TooManyApplicationsToday(DAILY_LIMIT)


def candidates_of(applications: Sequence[Application]) -> tuple[Candidate, ...]:
    """Return the candidates for a poll on these applications, numbered from 1."""
    return tuple(
        Candidate(CandidateId(number), application.details.display_name, application.id)
        for number, application in enumerate(applications, 1)
    )
