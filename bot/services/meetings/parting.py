"""What ends in meetings when somebody is erased."""

from datetime import datetime

from bot.domain.meetings.state import Phase
from bot.domain.meetings.terms import Leaving
from bot.domain.people.members import MemberId
from bot.ports import Transaction
from bot.services.meetings.registering import depart
from bot.services.meetings.states import require_meeting, state_of
from bot.services.polls.clocks import clock_behind

UNDER_WAY = {Phase.REGISTERING, Phase.IN_SESSION, Phase.PAUSED}


def lose(tx: Transaction, person: MemberId, now: datetime) -> None:
    """Have somebody leave the meetings in which they take part from afar, by an account.

    Without it nothing is heard of them, and nobody would notice that they are not there. Who came
    to a hall may still be there: that is for the desk to say.
    """
    for meeting in tx.meeting_attendance.with_pings():
        heard = [one for one in tx.meeting_attendance.pings(meeting) if one[1] == person]
        for voter, _ in heard:
            found = require_meeting(tx, meeting)
            state = state_of(tx, found)
            there = state.phase in UNDER_WAY and state.mandate(voter, person) is not None
            if there and not clock_behind(tx, now):
                depart(tx, found, state, voter, person, None, now, Leaving.LOST)
