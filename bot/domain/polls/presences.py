"""Attendance: who is at a meeting, voting or not, listed before the count."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people.members import MemberId
from bot.domain.polls.electorates import Electorate
from bot.domain.polls.voters import Voter, VoterId
from bot.domain.refusals import ButtonTooOld


@dataclass(frozen=True, slots=True)
class Presence:
    """The voters present, including those who do not vote (7-ФЗ 29 п. 4), and who listed them.

    Those who have voted or declared a conflict of interest are among them.
    """

    voters: frozenset[VoterId]
    recorded_by: MemberId
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Gathering:
    """The roll of a general meeting, and who of it is present as a vote is opened there."""

    voters: tuple[Voter, ...]
    presence: Presence

    @property
    def people(self) -> frozenset[MemberId]:
        """Who may cast the ballots of those present."""
        there = (voter for voter in self.voters if voter.id in self.presence.voters)
        return frozenset(person.member for voter in there for person in voter.people)


def present_voters(
    electorate: Electorate, voted: frozenset[VoterId], ticked: frozenset[VoterId]
) -> frozenset[VoterId]:
    """Return the `ticked` voters and all who took part; refuse somebody who is no voter."""
    if not ticked <= electorate.delegates.keys():
        raise ButtonTooOld
    return ticked | voted | electorate.recused
