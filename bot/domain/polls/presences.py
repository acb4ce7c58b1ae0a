"""Presence: who is at a meeting, whether or not they vote, written down before the count."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people.members import MemberId
from bot.domain.polls.electorates import Electorate
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ButtonTooOld


@dataclass(frozen=True, slots=True)
class Presence:
    """The voters who are present, the silent ones included (7-ФЗ 29 п. 4), and who listed them.

    Those who have voted or declared a conflict of interest are among them.
    """

    voters: frozenset[VoterId]
    recorded_by: MemberId
    recorded_at: datetime


def present_voters(
    electorate: Electorate, voted: frozenset[VoterId], ticked: frozenset[VoterId]
) -> frozenset[VoterId]:
    """Return the `ticked` and all who took part; refuse a list with somebody who has no vote."""
    if not ticked <= electorate.delegates.keys():
        raise ButtonTooOld
    return ticked | voted | electorate.recused
