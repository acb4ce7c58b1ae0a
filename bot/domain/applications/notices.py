"""Notices of applications to the applicant, the secretary, the chair and the alliance."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.applications.applications import Application, ApplicationState, RemarkId
from bot.domain.applications.ids import ApplicationId
from bot.domain.notices import Subject


class ApplicationSubject(Subject):
    """A notice of an application."""

    application: ApplicationId

    def concerns(self, application: Application) -> bool:
        """Tell whether it is still worth sending."""
        return self._holds(application)

    def _holds(self, application: Application) -> bool:
        return True


class ApplicationSent(ApplicationSubject, kind="application.sent"):
    """The chair and the secretary hear of a new application."""

    def _holds(self, application: Application) -> bool:
        return application.is_open


class ApplicationAsked(ApplicationSubject, kind="application.asked"):
    """The applicant is asked a question."""

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
    """Whether the council was voting on it: voting continues, without effect for this application.
    """


class QueueChanged(Subject, kind="application.queue_changed"):
    """The chair and the secretary hear of several applications at once: sent or withdrawn."""

    since: datetime


class ApplicationPutToVote(ApplicationSubject, kind="application.put_to_vote"):
    """The applicant is told that the council votes."""

    def _holds(self, application: Application) -> bool:
        return application.state is ApplicationState.VOTING


class ApplicationDelayed(ApplicationSubject, kind="application.delayed"):
    """The applicant hears that it takes longer: no quorum, or the poll was cancelled."""

    def _holds(self, application: Application) -> bool:
        return application.is_queued


class ApplicationAdmitted(ApplicationSubject, kind="application.admitted"):
    """The applicant is welcomed; `joined` tells whether they are a person of it now.

    A person who belongs to another organisation stays there.
    """

    joined: bool


@dataclass(frozen=True, slots=True)
class Votes:
    """How the council voted on one candidate."""

    in_favour: int
    against: int
    abstained: int


class ApplicationRefused(ApplicationSubject, kind="application.refused"):
    """The applicant hears of the refusal; `votes` only where all members see the counts."""

    votes: Votes | None = None


class AdmissionAnnounced(ApplicationSubject, kind="application.admission_announced"):
    """The group or the channel hears of a new member organisation."""
