"""Notices of applications: what the applicant, the secretary and the alliance are told."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.applications.applications import Application, ApplicationState, RemarkId
from bot.domain.applications.ids import ApplicationId
from bot.domain.notices import Subject


class ApplicationSubject(Subject):
    """A notice of an application."""

    application: ApplicationId

    def concerns(self, application: Application) -> bool:
        """Tell whether it still has something to say at the moment it would be sent."""
        return self._holds(application)

    def _holds(self, application: Application) -> bool:
        return True


class ApplicationSent(ApplicationSubject, kind="application.sent"):
    """The chair and the secretary are told of a new application."""

    def _holds(self, application: Application) -> bool:
        return application.is_open


class ApplicationAsked(ApplicationSubject, kind="application.asked"):
    """The applicant is asked something."""

    remark: RemarkId

    def _holds(self, application: Application) -> bool:
        return application.state is ApplicationState.ASKED


class ApplicationReplied(ApplicationSubject, kind="application.replied"):
    """The applicant's answer comes back to the chair and the secretary."""

    remark: RemarkId

    def _holds(self, application: Application) -> bool:
        return application.is_open


class ApplicationWithdrawn(ApplicationSubject, kind="application.withdrawn"):
    """The chair and the secretary are told that an application was withdrawn."""

    voting: bool
    """Whether the council was voting on it: the ballots go on, nothing follows from them."""


class QueueChanged(Subject, kind="application.queue_changed"):
    """The chair and the secretary are told of several applications at once: sent or taken back."""

    since: datetime


class ApplicationPutToVote(ApplicationSubject, kind="application.put_to_vote"):
    """The applicant is told that the council votes."""

    def _holds(self, application: Application) -> bool:
        return application.state is ApplicationState.VOTING


class ApplicationDelayed(ApplicationSubject, kind="application.delayed"):
    """The applicant is told that it takes longer: no quorum, or the poll was cancelled."""

    def _holds(self, application: Application) -> bool:
        return application.is_queued


class ApplicationAdmitted(ApplicationSubject, kind="application.admitted"):
    """The applicant is welcomed; `joined` as a person of the organisation from now on.

    Anybody who belongs to another organisation already stays there.
    """

    joined: bool


@dataclass(frozen=True, slots=True)
class Votes:
    """How the council voted on one candidate."""

    in_favour: int
    against: int
    abstained: int


class ApplicationRefused(ApplicationSubject, kind="application.refused"):
    """The applicant is told of the refusal; `votes` only where all members see them."""

    votes: Votes | None = None


class AdmissionAnnounced(ApplicationSubject, kind="application.admission_announced"):
    """The group or the channel is told of a new member organisation."""
