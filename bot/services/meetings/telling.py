"""Proof of the notice: who was told of a meeting, when, and how."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.domain.lines import one_line, within
from bot.domain.meetings.acts import ToldOtherwise
from bot.domain.meetings.plan_views import NOTE_LIMIT, NotedTelling, NoticeReport
from bot.domain.meetings.refusals import NotOnRoll
from bot.domain.meetings.state import MeetingState, Phase
from bot.domain.meetings.terms import NoticeWay
from bot.domain.people.members import MemberId
from bot.domain.polls.plans import Body
from bot.domain.polls.voters import Voter, VoterId
from bot.ports import Transaction
from bot.services.meetings.states import do
from bot.services.polls.electing import display_name, everybody_of


def told_at(
    tx: Transaction, state: MeetingState, voters: Iterable[Voter]
) -> dict[VoterId, datetime | None]:
    """Return when each voter was told first, by the bot or otherwise; None if it was not."""
    delivered = tx.meetings.notified(state.id)

    def first(voter: Voter) -> datetime | None:
        times = [delivered.get(person.member) for person in voter.people]
        noted = state.told.get(voter.id)
        times += [noted.told_at] if noted else []
        return min((at for at in times if at is not None), default=None)

    return {voter.id: first(voter) for voter in voters}


def not_told(tx: Transaction, state: MeetingState) -> tuple[VoterId, ...]:
    """Return the members that were not told of the meeting in time."""
    told, due = told_at(tx, state, state.voters.values()), state.plan.notified_by
    return tuple(voter for voter, at in told.items() if at is None or at > due)


def voters_to_tell(tx: Transaction, state: MeetingState) -> tuple[Voter, ...]:
    """Return the members: of the day of the meeting once it has come, the present ones before."""
    return tuple(state.voters.values()) or everybody_of(tx, Body.GENERAL)


def notice_report(tx: Transaction, state: MeetingState) -> NoticeReport:
    """Return which members were told in time, late, or not at all, as far as is known."""
    voters = voters_to_tell(tx, state)
    told, due = told_at(tx, state, voters), state.plan.notified_by
    names = {v.id: display_name(tx, Body.GENERAL, v.id, v.name) for v in voters}
    late = tuple(v for v, at in told.items() if at is not None and at > due)
    missing = tuple(v for v, at in told.items() if at is None)
    return NoticeReport(
        in_time=tuple(names[v] for v, at in told.items() if at is not None and at <= due),
        late=tuple(names[v] for v in late),
        missing=tuple(names[v] for v in missing),
        due=due,
        noted=noted_of(tx, state, names),
        untold=tuple((v, names[v]) for v in (*missing, *late)),
        may_note=state.phase in {Phase.CONVENED, Phase.REGISTERING},
    )


def first_told(tx: Transaction, state: MeetingState) -> datetime | None:
    """Return when the first member was told; None if nobody was, as far as is known."""
    delivered = [at for at in tx.meetings.notified(state.id).values() if at is not None]
    return min([*delivered, *(one.told_at for one in state.told.values())], default=None)


def noted_of(
    tx: Transaction, state: MeetingState, names: Mapping[VoterId, str]
) -> tuple[NotedTelling, ...]:
    """Return who was told otherwise than by the bot, in the order of the notes."""
    people = {one.id: one.name for one in tx.members.all()}
    return tuple(
        NotedTelling(
            voter=voter,
            name=names[voter],
            way=one.way,
            told_at=one.told_at,
            note=one.note,
            noted_by="" if one.noted_by is None else people.get(one.noted_by, ""),
        )
        for voter, one in state.told.items()
        if voter in names
    )


def note_told(
    tx: Transaction,
    state: MeetingState,
    voter: VoterId,
    way: NoticeWay,
    at: datetime,
    note: str,
    by: MemberId,
    now: datetime,
) -> MeetingState:
    """Note in the log how a member was told otherwise than by the bot; refuse a stranger."""
    if not any(one.id == voter for one in voters_to_tell(tx, state)):
        raise NotOnRoll
    said = within(NOTE_LIMIT, one_line(note))
    act = ToldOtherwise(
        meeting=state.id, by=by, at=now, voter=voter, way=way, told_at=at, note=said
    )
    return do(tx, state, act)
