"""Proposals of members for the agenda, until a day."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.domain.meetings.plans import MeetingId
from bot.domain.people.members import MemberId

ProposalId = NewType("ProposalId", int)

PROPOSALS_LIMIT = 5
"""So many one person may make for a meeting."""


class ProposalState(StrEnum):
    """What became of a proposal."""

    OPEN = "open"
    TAKEN = "taken"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a member proposes for the agenda, in their own words."""

    id: ProposalId
    meeting: MeetingId
    member: MemberId
    text: str
    made_at: datetime
    state: ProposalState = ProposalState.OPEN
