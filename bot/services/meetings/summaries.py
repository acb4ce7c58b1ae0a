"""After a meeting: the data of its minutes by the fold, decisions, attendance by organisation."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.meetings.item_votes import ItemVote
from bot.domain.meetings.plans import Meeting, MeetingId
from bot.domain.meetings.refusals import MeetingNotBegun
from bot.domain.meetings.state import ItemState, MeetingState, Stage
from bot.domain.meetings.summaries import (
    Decision,
    ItemSummary,
    MeetingSummaryData,
    PresentOrganisation,
    Registered,
)
from bot.domain.meetings.terms import Office
from bot.domain.minutes.minutes import NO_POSITION, Convening, Signatory
from bot.domain.minutes.plans import MinutesPlan
from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId
from bot.ports import Transaction
from bot.services.access import require_presiding
from bot.services.meetings.meetings import require_convened
from bot.services.meetings.showing import outcome_of
from bot.services.meetings.states import state_of
from bot.services.meetings.telling import first_told, noted_of
from bot.services.rules import AllianceRules
from bot.services.transactions import RuledService, reading

NOBODY = "—"
"""What minutes say where nothing is known."""


class MeetingMinutes(RuledService):
    """What the minutes of a meeting say, and what else it leaves."""

    @reading
    def summary(self, tx: Transaction, actor: MemberId, meeting: MeetingId) -> MeetingSummaryData:
        """Return everything of a meeting that its minutes need; refuse one that has not begun."""
        found, state = self._begun(tx, actor, meeting)
        return summary_of(tx, found, state, self._rules)

    @reading
    def minutes_plan(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, course: str = ""
    ) -> MinutesPlan:
        """Return the plan of minutes with all that the meeting's record says.

        `PollMinutes.draft` and `issue` take it as they take one that was typed.
        """
        found, state = self._begun(tx, actor, meeting)
        chair, secretary, tellers = _signatories(tx, state)
        now = self._clock.now()
        return MinutesPlan(
            polls=_polls(state),
            place=state.plan.place,
            starts_at=state.opening.at if state.opening else state.plan.starts_at,
            ends_at=state.ended_at or now,
            drawn_up_at=now,
            convening=self._convening(tx, found, state),
            chair=chair,
            secretary=secretary,
            counted_by=tellers,
            course=course,
        )

    @reading
    def decisions(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId
    ) -> tuple[Decision, ...]:
        """Return what the meeting decided, as data."""
        _, state = self._begun(tx, actor, meeting)
        found = (_decision(tx, state.items[item]) for item in state.order)
        return tuple(one for one in found if one is not None)

    @reading
    def attendance(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId
    ) -> tuple[PresentOrganisation, ...]:
        """Return who took part, organisation by organisation, in the order of the roll."""
        _, state = self._begun(tx, actor, meeting)
        votes = [vote for one in state.items.values() for vote in one.votes if not vote.cancelled]
        return tuple(
            PresentOrganisation(
                voter=one.voter,
                name=one.name,
                took_part=one.took_part,
                arrived_at=one.arrived_at,
                people=tuple(dict.fromkeys(mandate.name for mandate in one.mandates)),
                votes_present=sum(one.voter in vote.present for vote in votes),
                votes=len(votes),
            )
            for one in _registered(state)
        )

    def _begun(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId
    ) -> tuple[Meeting, MeetingState]:
        require_presiding(tx, actor, self._rules)
        found, state = require_convened(tx, meeting)
        if state.opening is None:
            raise MeetingNotBegun
        return found, state

    def _convening(self, tx: Transaction, meeting: Meeting, state: MeetingState) -> Convening:
        """Return who convened the meeting, when the first member was told, with what materials."""
        author = tx.members.get(meeting.created_by)
        told = first_told(tx, state) or state.plan.starts_at
        first = told.astimezone(self._rules.zone).date()
        names = [file.name for one in state.plan.agenda for file in one.materials if file.name]
        materials = ", ".join(dict.fromkeys(names)) or NOBODY
        return Convening(author.name if author else NOBODY, first, materials)


def _signatories(
    tx: Transaction, state: MeetingState
) -> tuple[Signatory, Signatory, tuple[Signatory, ...]]:
    """Return who signs and who counted, each with the organisation that they are from."""

    def of(office: Office) -> tuple[Signatory, ...]:
        elected = state.officers.get(office)
        people = zip(elected.people, elected.names, strict=True) if elected else ()
        return tuple(Signatory(name, _origin(tx, person)) for person, name in people)

    chair, secretary = of(Office.CHAIR), of(Office.SECRETARY)
    none = (Signatory(NOBODY, NO_POSITION),)
    return (chair or none)[0], (secretary or none)[0], of(Office.TELLER) or secretary or none


def _origin(tx: Transaction, person: MemberId) -> str:
    member = tx.members.get(person)
    return (member and (member.organisation_name or member.position)) or NO_POSITION


def _polls(state: MeetingState) -> tuple[PollId, ...]:
    """Return the closed votes, in the order of the agenda, without those that were annulled."""
    votes = (vote for item in state.order for vote in state.items[item].votes)
    return tuple(v.poll for v in votes if v.closed_at is not None and not v.annulled)


def summary_of(
    tx: Transaction, meeting: Meeting, state: MeetingState, rules: AllianceRules
) -> MeetingSummaryData:
    """Return everything of a meeting that its minutes need."""
    told = first_told(tx, state)
    names = {voter.id: voter.name for voter in state.voters.values()}
    return MeetingSummaryData(
        meeting=meeting.id,
        event=meeting.event,
        title=state.plan.title,
        place=state.plan.place,
        mode=state.plan.mode,
        starts_at=state.plan.starts_at,
        began_at=state.opening.at if state.opening else None,
        ended_at=state.ended_at,
        opening=state.opening,
        registered=_registered(state),
        officers={office: one.names for office, one in state.officers.items()},
        items=tuple(
            _item(tx, state.items[item], number) for number, item in enumerate(state.order, 1)
        ),
        procedural=state.procedural,
        spoken=tuple(state.spoken.values()),
        objections=state.objections,
        heads=state.heads,
        polls=_polls(state),
        notified_on=told.astimezone(rules.zone).date() if told else None,
        noted=noted_of(tx, state, names),
    )


def meeting_of_polls(
    tx: Transaction, polls: Iterable[PollId], rules: AllianceRules
) -> MeetingSummaryData | None:
    """Return the record of the meeting whose votes these polls are; None if they are of none."""
    meetings = {tx.meetings.of_poll(poll) for poll in polls}
    only = meetings.pop() if len(meetings) == 1 else None
    found = None if only is None else tx.meetings.get(only)
    return None if found is None else summary_of(tx, found, state_of(tx, found), rules)


def _registered(state: MeetingState) -> tuple[Registered, ...]:
    return tuple(
        Registered(
            voter=voter.id,
            name=voter.name,
            inn=voter.inn,
            ogrn=voter.ogrn,
            mandates=state.mandates.get(voter.id, ()),
            posted=voter.id in state.postings,
        )
        for voter in state.voters.values()
    )


def _item(tx: Transaction, item: ItemState, number: int) -> ItemSummary:
    outcome = outcome_of(tx, item)
    return ItemSummary(
        number=number,
        point=item.point,
        stage=item.stage,
        votes=item.votes,
        poll=outcome.poll if outcome else None,
        result=outcome.result if outcome else None,
        head=outcome.head if outcome else None,
    )


def _last_closed(item: ItemState) -> ItemVote | None:
    """Return the vote that decided an item, if one did and was not repeated since."""
    return item.standing if item.stage is Stage.DECIDED else None


def _decision(tx: Transaction, item: ItemState) -> Decision | None:
    vote, outcome = _last_closed(item), outcome_of(tx, item)
    if vote is None or outcome is None:
        return None
    winners = tuple(one for one in outcome.candidates if one.id in outcome.winners)
    at: datetime = vote.closed_at or vote.opened_at
    text, elected = item.point.question, (*outcome.earlier, *winners)
    return Decision(item.point.id, outcome.poll, text, outcome.outcome, elected, at)
