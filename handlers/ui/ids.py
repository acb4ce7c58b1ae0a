"""Numbers in callback data; values out of range match no button."""

from typing import Annotated, TypeAlias

from pydantic import BaseModel, Field

Id: TypeAlias = Annotated[int, Field(gt=0, lt=2**63)]
"""A row's id: SQLite's are below 2**63."""

IdOrNone: TypeAlias = Annotated[int, Field(ge=0, lt=2**63)]
"""A row's id; 0 is none."""

PageNumber: TypeAlias = Annotated[int, Field(ge=0, lt=10_000)]
"""A page of a list, from 0."""


MeetingNumber: TypeAlias = Annotated[int, Field(gt=0, lt=2**31)]
"""A meeting's id: smaller than others, so that a button has room for two more."""


class OfMeeting(BaseModel):
    """The first field of a meeting's buttons."""

    meeting_id: MeetingNumber


class OfEvent(BaseModel):
    """The first field of an event's buttons."""

    event_id: Id


class OfPoll(BaseModel):
    """The first field of a poll's buttons."""

    poll_id: Id


class OfVoter(OfPoll):
    """The first fields of the buttons for one voter in a poll."""

    voter_id: Id


class OfAnnouncement(BaseModel):
    """The first field of an announcement's buttons."""

    announcement_id: Id


class OfApplication(BaseModel):
    """The first field of an application's buttons."""

    application_id: Id
