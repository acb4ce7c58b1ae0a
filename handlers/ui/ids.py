"""The numbers that a button carries; what lies beyond them matches no button of ours."""

from typing import Annotated, TypeAlias

from pydantic import BaseModel, Field

Id: TypeAlias = Annotated[int, Field(gt=0, lt=2**63)]
"""A row's id: SQLite's are below 2**63."""

IdOrNone: TypeAlias = Annotated[int, Field(ge=0, lt=2**63)]
"""A row's id; 0 is none."""

PageNumber: TypeAlias = Annotated[int, Field(ge=0, lt=10_000)]
"""A page of a list, from 0."""


class OfEvent(BaseModel):
    """What a button of an event carries first."""

    event_id: Id


class OfPoll(BaseModel):
    """What a button of a poll carries first."""

    poll_id: Id


class OfVoter(OfPoll):
    """What a button of one voter in a poll carries first."""

    voter_id: Id


class OfAnnouncement(BaseModel):
    """What a button of an announcement carries first."""

    announcement_id: Id


class OfApplication(BaseModel):
    """What a button of an application carries first."""

    application_id: Id
