"""What who conducts a meeting does on a page, where Telegram cannot be reached."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.events.plans import checked_reason
from bot.domain.lines import checked_line
from bot.domain.meetings import acts
from bot.domain.meetings.acts import Hands, MeetingAct, Office, VotingForm
from bot.domain.meetings.plans import ItemId, Meeting
from bot.domain.meetings.refusals import LotAwaited
from bot.domain.meetings.state import MeetingState, Stage
from bot.domain.meetings.views import ChairAct, ChairView, PersonThere
from bot.domain.people.members import Member, MemberId
from bot.domain.people.names import full_name
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import require_person
from bot.services.meetings.showing import organisation_name, panel_view
from bot.services.meetings.states import do
from bot.services.meetings.telling import told_at
from bot.services.meetings.votes import close_item_vote, open_item_vote
from bot.services.rules import AllianceRules

NO_ITEM = ItemId(0)
REASON_LIMIT = 300

SIMPLE: dict[ChairAct, type[MeetingAct]] = {
    ChairAct.CALL: acts.ItemCalled,
    ChairAct.FINISH: acts.ItemDone,
    ChairAct.LAST_CALL: acts.LastCall,
    ChairAct.SUSPEND: acts.Suspended,
    ChairAct.RESUME: acts.Resumed,
    ChairAct.END: acts.Ended,
}
"""Acts that need nothing but the meeting, an item, or a reason."""


@dataclass(frozen=True, slots=True)
class ChairSaid:
    """What a form of the chair's page says; each act reads what it needs."""

    act: ChairAct
    item: ItemId = NO_ITEM
    office: Office = Office.CHAIR
    people: tuple[MemberId, ...] = ()
    reason: str = ""


def chair_view(tx: Transaction, meeting: Meeting, state: MeetingState, now: datetime) -> ChairView:
    """Return the panel, and who is there and can be elected to an office."""
    there = {
        mandate.person: PersonThere(
            mandate.person, mandate.name, organisation_name(tx, state, voter)
        )
        for voter, mandates in state.present.items()
        for mandate in mandates
    }
    people = tuple(sorted(there.values(), key=lambda one: one.name))
    return ChairView(panel_view(tx, meeting, state, now), people)


def chaired(
    tx: Transaction,
    meeting: Meeting,
    state: MeetingState,
    said: ChairSaid,
    chair: Member,
    rules: AllianceRules,
    now: datetime,
) -> MeetingState:
    """Do what the form says; return the state after it."""
    if said.act is ChairAct.OPEN:
        return open_item_vote(tx, state, said.item, VotingForm.BALLOT, chair, rules, now)
    if said.act is ChairAct.CLOSE:
        return close_item_vote(tx, state, said.item, chair, rules, now)
    if said.act is ChairAct.BEGIN:
        missed = not_told(tx, state)
        act = acts.Begun(meeting=meeting.id, by=chair.id, at=now, unnotified=missed)
        return do(tx, state, act)
    if said.act is ChairAct.ELECT:
        hands = Hands(len(state.present))
        elected = election(tx, meeting, said.office, said.people, hands, chair, now)
        return do(tx, state, elected)
    if said.act is ChairAct.FINISH:
        require_lot(tx, state, said.item)
    return do(tx, state, _simple(meeting, said, chair, now))


def _simple(meeting: Meeting, said: ChairSaid, chair: Member, now: datetime) -> MeetingAct:
    named: dict[str, object] = {}
    if said.act in {ChairAct.CALL, ChairAct.FINISH, ChairAct.LAST_CALL}:
        named = {"item": said.item}
    if said.act is ChairAct.SUSPEND:
        named = {"reason": checked_suspension(said.reason)}
    return SIMPLE[said.act](meeting=meeting.id, by=chair.id, at=now, **named)


def not_told(tx: Transaction, state: MeetingState) -> tuple[VoterId, ...]:
    """Return the members that were not told of the meeting in time."""
    told, due = told_at(tx, state, state.voters.values()), state.plan.notified_by
    return tuple(voter for voter, at in told.items() if at is None or at > due)


def election(
    tx: Transaction,
    meeting: Meeting,
    office: Office,
    people: tuple[MemberId, ...],
    hands: Hands,
    chair: Member,
    now: datetime,
) -> acts.OfficersElected:
    """Return the election of people to an office, by hands."""
    patronymics = tx.members.patronymics()
    members = [require_person(tx, one) for one in dict.fromkeys(people)]
    return acts.OfficersElected(
        meeting=meeting.id,
        by=chair.id,
        at=now,
        office=office,
        people=tuple(one.id for one in members),
        names=tuple(full_name(one.name, patronymics.get(one.id, "")) for one in members),
        hands=hands,
    )


def require_lot(tx: Transaction, state: MeetingState, item: ItemId) -> None:
    """Refuse to end a tied item without a recorded lot."""
    found = state.item(item)
    tied = found.stage is Stage.TIED and found.vote is not None
    if tied and found.vote is not None and tx.outcomes.lot(found.vote.poll) is None:
        raise LotAwaited


def checked_suspension(reason: str) -> str:
    """Return why the meeting is suspended, in one line; refuse an empty or too long reason."""
    return checked_line(checked_reason(reason), REASON_LIMIT)
