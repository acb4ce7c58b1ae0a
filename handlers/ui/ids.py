"""Numbers in callback data; values out of range match no button."""

from typing import Annotated, TypeAlias, TypeVar

from pydantic import BaseModel, Field

from bot.domain.announcements.announcements import AnnouncementId
from bot.domain.applications.ids import ApplicationId
from bot.domain.events.events import EventId
from bot.domain.meetings.plans import MeetingId
from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId

Kind = TypeVar("Kind", bound=int)

Id: TypeAlias = Annotated[Kind, Field(gt=0, lt=2**63)]
"""A row's id: SQLite's are below 2**63."""

IdOrNone: TypeAlias = Annotated[Kind, Field(ge=0, lt=2**63)]
"""A row's id; 0 is none."""

PageNumber: TypeAlias = Annotated[int, Field(ge=0, lt=10_000)]
"""A page of a list, from 0."""

MeetingNumber: TypeAlias = Annotated[MeetingId, Field(gt=0, lt=2**31)]
"""A meeting's id: smaller than others, so that a button has room for two more."""


class OfMeeting(BaseModel):
    """The first field of a meeting's buttons."""

    meeting_id: MeetingNumber


class OfEvent(BaseModel):
    """The first field of an event's buttons."""

    event_id: Id[EventId]


class OfPoll(BaseModel):
    """The first field of a poll's buttons."""

    poll_id: Id[PollId]


class OfVoter(OfPoll):
    """The first fields of the buttons for one voter in a poll."""

    voter_id: Id[VoterId]


class OfAnnouncement(BaseModel):
    """The first field of an announcement's buttons."""

    announcement_id: Id[AnnouncementId]


class OfApplication(BaseModel):
    """The first field of an application's buttons."""

    application_id: Id[ApplicationId]


class OfOrganisation(BaseModel):
    """The first field of an organisation's buttons."""

    organisation_id: Id[OrganisationId]


class OfPerson(BaseModel):
    """The first field of the buttons about a person."""

    member_id: Id[MemberId]
