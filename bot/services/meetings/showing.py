"""What is seen of a meeting, composed from its state and its votes."""

from datetime import datetime

from bot.domain.meetings.item_votes import THIN_SECRECY, ItemVote
from bot.domain.meetings.page_views import ScreenView
from bot.domain.meetings.plans import ItemId, Meeting
from bot.domain.meetings.state import ItemState, MeetingState, Phase, Stage
from bot.domain.meetings.telling import ObjectionLine
from bot.domain.meetings.terms import Office, VotingForm
from bot.domain.meetings.views import (
    Attendance,
    CountState,
    ItemLine,
    PanelView,
    Pause,
    SpeakerLine,
    SpeechNow,
    VoteOutcome,
    VoteTurnout,
)
from bot.domain.people.members import OrganisationId
from bot.domain.polls.tallies import Outcome
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.meetings.telling import not_told
from bot.services.polls.rounds import elected_before
from bot.services.rules import AllianceRules

# --- parts ----------------------------------------------------------------------------------------


def attendance_of(state: MeetingState) -> Attendance:
    """Return how many are there, and how many are needed."""
    posted = len(state.attending) - len(state.present)
    return Attendance(
        present=len(state.present),
        ever=len(state.ever),
        remote=len(state.remote),
        posted=posted,
        entitled=state.entitled,
        needed=state.needed,
        own=len(state.unseen),
    )


def agenda_of(state: MeetingState) -> tuple[ItemLine, ...]:
    """Return the agenda as it is dealt with, without what was removed."""
    shown = [one for one in state.order if state.items[one].stage is not Stage.REMOVED]
    return tuple(_line(state, item, number) for number, item in enumerate(shown, start=1))


def _line(state: MeetingState, item: ItemId, number: int) -> ItemLine:
    found = state.items[item]
    point = found.point
    return ItemLine(
        id=item,
        number=number,
        kind=point.kind,
        title=point.title,
        speaker=point.speaker,
        minutes=point.minutes,
        stage=found.stage,
        part=point.part,
        is_current=item == state.current,
        secret=found.vote.secret if found.vote else False,
    )


def current_line(state: MeetingState) -> ItemLine | None:
    """Return the current item."""
    return current_of(agenda_of(state))


def current_of(agenda: tuple[ItemLine, ...]) -> ItemLine | None:
    """Return the current item of an agenda."""
    return next((line for line in agenda if line.is_current), None)


def turnouts_of(tx: Transaction, state: MeetingState) -> tuple[VoteTurnout, ...]:
    """Return the open votes: how many have voted, and nothing of how."""
    return tuple(_turnout(tx, state.items[item], vote) for item, vote in state.open_votes.items())


def is_thin(tx: Transaction, vote: ItemVote) -> bool:
    """Tell whether slips or ballots of a secret vote are so few that their count shows who voted.

    Slips are counted apart from electronic ballots: what a handful of either says is known of each.
    """
    paper = len(vote.slips)
    if not vote.secret or not paper:
        return False
    electronic = len(tx.ballots.voted(vote.poll))
    return paper < THIN_SECRECY or 0 < electronic < THIN_SECRECY


def _turnout(tx: Transaction, item: ItemState, vote: ItemVote) -> VoteTurnout:
    electronic = vote.form is VotingForm.BALLOT
    return VoteTurnout(
        item=item.point.id,
        title=item.point.question,
        poll=vote.poll,
        form=vote.form,
        secret=vote.secret,
        present=len(vote.present),
        voted=len(tx.ballots.voted(vote.poll)) if electronic else 0,
        paper=len(vote.slips),
        recused=len(tx.electorates.of_poll(vote.poll).recused),
        last_call=vote.last_call is not None,
        thin=is_thin(tx, vote),
    )


def outcome_of(tx: Transaction, item: ItemState) -> VoteOutcome | None:
    """Return what the last vote on an item came to that was closed and not annulled."""
    vote = item.standing
    if vote is None:
        return None
    found, declared = tx.polls.get(vote.poll), tx.outcomes.declared(vote.poll)
    if found is None or declared is None:
        return None
    lot = tx.outcomes.lot(found.id)
    chosen = (Outcome.ADOPTED, Outcome.ELECTED)
    winners = [one for outcome in chosen for one in declared.result.having(outcome)]
    return VoteOutcome(
        item=item.point.id,
        title=item.point.question,
        poll=found.id,
        kind=found.kind,
        secret=found.is_secret,
        candidates=found.candidates,
        result=declared.result,
        head=declared.head,
        winners=(*winners, *(lot.winners if lot else ())),
        seats=found.seats,
        earlier=elected_before(tx, found),
    )


def outcomes_of(tx: Transaction, state: MeetingState) -> tuple[VoteOutcome, ...]:
    """Return what each item's vote came to, in the order of the agenda."""
    found = (outcome_of(tx, state.items[item]) for item in state.order)
    return tuple(one for one in found if one is not None)


def organisation_name(tx: Transaction, state: MeetingState, voter: VoterId) -> str:
    """Return a voter's short name, if it has one, else its name on the roll."""
    house = tx.organisations.get(OrganisationId(voter))
    return (house.short_name if house else "") or state.voter_name(voter)


def speech_of(tx: Transaction, state: MeetingState) -> SpeechNow | None:
    """Return who has the floor."""
    if state.speech is None:
        return None
    speaker = state.speech.speaker
    house = organisation_name(tx, state, speaker.voter)
    return SpeechNow(speaker.person, speaker.name, house, state.speech.since, state.speech.until)


def queue_of(tx: Transaction, state: MeetingState) -> tuple[SpeakerLine, ...]:
    """Return the queue of speakers, in the order in which they speak."""
    return tuple(
        SpeakerLine(
            person=one.person,
            name=one.name,
            organisation=organisation_name(tx, state, one.voter),
            point=one.point,
            times_before=state.spoken[one.person].times if one.person in state.spoken else 0,
        )
        for one in state.speaking_order
    )


def objections_of(tx: Transaction, state: MeetingState) -> tuple[ObjectionLine, ...]:
    """Return the objections on record, with names."""
    return tuple(
        ObjectionLine(
            number=one.number,
            at=one.at,
            organisation=organisation_name(tx, state, one.voter),
            words=one.words,
            mandate="" if one.mandate is None else organisation_name(tx, state, one.mandate),
            upheld=one.upheld,
            item="" if one.item is None else state.items[one.item].point.title,
        )
        for one in state.objections
    )


def pause_of(state: MeetingState) -> Pause | None:
    """Return the suspension or the break, if there is one."""
    if state.phase is not Phase.PAUSED or state.paused_at is None:
        return None
    return Pause(state.pause, state.paused_at, state.paused_until)


# --- the hall's screen ----------------------------------------------------------------------------


def screen_view(
    tx: Transaction,
    meeting: Meeting,
    state: MeetingState,
    rules: AllianceRules,
    self_registration: str,
) -> ScreenView:
    """Return what the hall sees: nothing that is not public yet."""
    agenda = agenda_of(state)
    current = None if state.current is None else state.items[state.current]
    decided = current is not None and current.stage is Stage.DECIDED
    return ScreenView(
        meeting=meeting.id,
        alliance=rules.alliance,
        title=state.plan.title,
        place=state.plan.place,
        starts_at=state.plan.starts_at,
        phase=state.phase,
        version=state.last.number,
        attendance=attendance_of(state),
        item=current_of(agenda),
        names=current.point.names if current else (),
        votes=turnouts_of(tx, state),
        outcome=outcome_of(tx, current) if current and decided else None,
        speech=speech_of(tx, state),
        waiting=len(state.queue),
        pause=pause_of(state),
        agenda=agenda,
        head=state.heads[-1] if state.heads else None,
        self_registration=self_registration,
    )


# --- the chair's panel ----------------------------------------------------------------------------


def panel_view(tx: Transaction, meeting: Meeting, state: MeetingState, now: datetime) -> PanelView:
    """Return what chair and secretary see."""
    agenda = agenda_of(state)
    current = None if state.current is None else state.items[state.current]
    return PanelView(
        meeting=meeting.id,
        title=state.plan.title,
        phase=state.phase,
        version=state.last.number,
        now=now,
        attendance=attendance_of(state),
        agenda=agenda,
        item=current_of(agenda),
        point=current.point if current else None,
        next_item=_next_item(state),
        officers={office: one.names for office, one in state.officers.items()},
        votes=turnouts_of(tx, state),
        counts=tuple(count_state(state, item) for item in state.open_votes),
        outcome=outcome_of(tx, current) if current else None,
        queue=queue_of(tx, state),
        speech=speech_of(tx, state),
        limit=state.plan.speech,
        pause=pause_of(state),
        objections=state.objections,
        unnotified=len(state.opening.unnotified if state.opening else not_told(tx, state)),
        quorum_lost=not state.has_quorum,
        head=state.heads[-1] if state.heads else None,
    )


def _next_item(state: MeetingState) -> ItemId | None:
    """Return the first item that is neither over nor the current one."""
    ahead = (one for one in state.order if not state.items[one].is_over)
    return next((one for one in ahead if one != state.current), None)


def count_state(state: MeetingState, item: ItemId) -> CountState:
    """Return how far the tellers of a vote are."""
    vote = state.items[item].votes[-1]
    elected = state.officers.get(Office.TELLER)
    names = dict(zip(elected.people, elected.names, strict=True)) if elected else {}
    agreed = vote.agreed() is not None
    return CountState(
        item=item,
        given=tuple(names.get(teller, "") for teller in vote.counts),
        agree=agreed,
        differ=len(vote.counts) > 1 and not agreed,
        slips=len(vote.slips),
        spoiled=len(vote.spoiled),
    )
