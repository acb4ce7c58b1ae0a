"""What is said of meetings."""

from datetime import timedelta

from bot.domain.meetings.acts import CalledOff, Convened, Objected
from bot.domain.meetings.notices import (
    MeetingAnnounced,
    MeetingCardChanged,
    MeetingDropped,
    ObjectionAccepted,
)
from bot.domain.meetings.plans import MeetingId, MeetingPlan
from bot.domain.meetings.records import recorded
from bot.domain.meetings.views import MeetingView
from bot.domain.notices import MessageRef
from bot.domain.polls.voters import VoterId
from bot.domain.shown import Shown
from storage.stores import Stores
from tests.general_meetings import a_plan
from tests.samples.people import ANNA, BORIS, NOW, Sample


def of_meetings(tx: Stores) -> list[Sample]:
    plan = a_plan(title="Общее <собрание>", starts_at=NOW + timedelta(days=20))
    meeting, dropped = (_convened(tx, plan) for _ in range(2))
    off = CalledOff(meeting=dropped, by=ANNA, at=NOW, reason="Зал <закрыт>")
    tx.entries.add(recorded(off))
    objection = _objected(tx, meeting)
    shown = MessageRef(BORIS, 77)
    tx.shown.save(Shown(meeting, BORIS, shown, MeetingView.DELEGATE))
    return [
        Sample(MeetingAnnounced(meeting), ANNA),
        Sample(MeetingDropped(dropped), ANNA),
        Sample(ObjectionAccepted(meeting, objection), ANNA),
        Sample(ObjectionAccepted(meeting, objection), BORIS),
        Sample(MeetingCardChanged(meeting), BORIS, edits=shown),
    ]


def _objected(tx: Stores, meeting: MeetingId) -> int:
    """Write down that somebody objected; return the number of the entry."""
    made = Objected(
        meeting=meeting, by=ANNA, at=NOW, voter=VoterId(1), person=ANNA, words="Не тот <документ>"
    )
    return tx.entries.add(recorded(made)).number


def _convened(tx: Stores, plan: MeetingPlan) -> MeetingId:
    meeting = tx.meetings.add(plan, ANNA, NOW, None)
    tx.entries.add(recorded(Convened(meeting=meeting, by=ANNA, at=NOW, plan=plan)))
    return meeting
