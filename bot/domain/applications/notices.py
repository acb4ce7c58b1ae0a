"""Notices of applications: what the applicant, the secretary and the alliance are told."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.domain.applications.applications import Application, ApplicationState, RemarkId
from bot.domain.polls.plans import ApplicationId


@dataclass(frozen=True, slots=True)
class ApplicationSent:
    """The chair and the secretary hear of a new application."""

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class ApplicationAsked:
    """The applicant is asked something."""

    application: ApplicationId
    remark: RemarkId


@dataclass(frozen=True, slots=True)
class ApplicationReplied:
    """The applicant's answer comes back to the chair and the secretary."""

    application: ApplicationId
    remark: RemarkId


@dataclass(frozen=True, slots=True)
class ApplicationWithdrawn:
    """The chair and the secretary hear that an applicant thought better of it."""

    application: ApplicationId
    voting: bool
    """Whether the council was voting on it: the ballots go on, nothing follows from them."""


@dataclass(frozen=True, slots=True)
class QueueChanged:
    """The chair and the secretary hear of several applications at once: sent or taken back."""

    since: datetime


@dataclass(frozen=True, slots=True)
class ApplicationPutToVote:
    """The applicant hears that the council votes."""

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class ApplicationDelayed:
    """The applicant hears that it takes longer: no quorum, or the poll was cancelled."""

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class ApplicationAdmitted:
    """The applicant is welcomed; `joined` as a person of the organisation from now on.

    Whoever belongs to another organisation already stays there.
    """

    application: ApplicationId
    joined: bool


@dataclass(frozen=True, slots=True)
class Votes:
    """How the council voted on one candidate."""

    in_favour: int
    against: int
    abstained: int


@dataclass(frozen=True, slots=True)
class ApplicationRefused:
    """The applicant hears that it came to nothing; `votes` only where all members see them."""

    application: ApplicationId
    votes: Votes | None = None


@dataclass(frozen=True, slots=True)
class AdmissionAnnounced:
    """The group or the channel hears of a new member organisation."""

    application: ApplicationId


ApplicationSubject: TypeAlias = (
    ApplicationSent
    | ApplicationAsked
    | ApplicationReplied
    | ApplicationWithdrawn
    | ApplicationPutToVote
    | ApplicationDelayed
    | ApplicationAdmitted
    | ApplicationRefused
    | AdmissionAnnounced
)


def still_holds(subject: ApplicationSubject, application: Application) -> bool:
    """Tell whether a notice still has something to say at the moment it would be sent."""
    state = application.state
    match subject:
        case ApplicationSent() | ApplicationReplied():
            return application.is_open
        case ApplicationAsked():
            return state is ApplicationState.ASKED
        case ApplicationPutToVote():
            return state is ApplicationState.VOTING
        case ApplicationDelayed():
            return application.is_queued
        case _:
            return True
