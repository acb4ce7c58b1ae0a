"""A delegate's card of a meeting."""

from datetime import datetime

from bot.domain.meetings.plans import Meeting, MeetingMode
from bot.domain.meetings.rights import may_conduct, may_register
from bot.domain.meetings.state import MeetingState, Phase, Stage
from bot.domain.meetings.terms import Office
from bot.domain.meetings.views import DelegateView, MyVoter
from bot.domain.people.members import Member
from bot.domain.polls.polls import PollId
from bot.domain.polls.proxy_refusals import ProxyGiven
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.meetings.showing import (
    agenda_of,
    attendance_of,
    current_line,
    organisation_name,
    outcomes_of,
    pause_of,
    speech_of,
    turnouts_of,
)
from bot.services.meetings.states import caster_refusal


def delegate_view(
    tx: Transaction, meeting: Meeting, state: MeetingState, member: Member, now: datetime
) -> DelegateView:
    """Return the meeting as a member sees it, with the voters that they represent."""
    queue = [one.person for one in state.speaking_order]
    speaking = state.speech is not None and state.speech.speaker.person == member.id
    shown = [one for one in state.order if state.items[one].stage is not Stage.REMOVED]
    return DelegateView(
        meeting=meeting.id,
        title=state.plan.title,
        place=state.plan.place,
        starts_at=state.plan.starts_at,
        mode=state.plan.mode,
        phase=state.phase,
        version=state.last.number,
        attendance=attendance_of(state) if state.voters else None,
        agenda=agenda_of(state),
        points=tuple(state.items[item].point for item in shown),
        item=current_line(state),
        votes=turnouts_of(tx, state),
        outcomes=outcomes_of(tx, state),
        mine=tuple(_mine(tx, state, one, member, now) for one in state.represented_by(member.id)),
        in_queue=queue.index(member.id) + 1 if member.id in queue else None,
        speaking=speaking,
        speech=speech_of(tx, state),
        pause=pause_of(state),
        may_register_afar=may_register_afar(state, member),
        proposals_until=state.plan.proposals_until,
        may_conduct=may_conduct(state, member),
        may_register=may_register(state, member),
        may_count=state.holds(member.id, Office.TELLER),
    )


def _mine(
    tx: Transaction, state: MeetingState, voter: VoterId, member: Member, now: datetime
) -> MyVoter:
    mandate = state.mandate(voter, member.id)
    voted = [one.poll for one in state.open_votes.values() if _has_voted(tx, one.poll, voter)]
    refused = {
        vote.poll: caster_refusal(tx, state, vote.poll, voter, member.id, now)
        for vote in state.open_votes.values()
    }
    return MyVoter(
        voter=voter,
        name=organisation_name(tx, state, voter),
        remote=mandate is not None and mandate.remote,
        may_vote=tuple(
            vote.poll
            for vote in state.open_votes.values()
            if not refused[vote.poll] and not (vote.secret and vote.poll in voted)
        ),
        voted=tuple(voted),
        recused=tuple(item for item, one in state.items.items() if voter in one.recused),
        entrusted=tuple(one for one, why in refused.items() if why == ProxyGiven.__name__),
    )


def _has_voted(tx: Transaction, poll: PollId, voter: VoterId) -> bool:
    return voter in tx.ballots.voted(poll)


def may_register_afar(state: MeetingState, member: Member) -> tuple[VoterId, ...]:
    """Return the voters that somebody could register for from afar now."""
    open_now = state.phase in {Phase.REGISTERING, Phase.IN_SESSION, Phase.PAUSED}
    if state.plan.mode is MeetingMode.HALL or not state.plan.remote or not open_now:
        return ()
    return tuple(
        voter.id
        for voter in state.voters.values()
        if any(one.member == member.id for one in voter.people)
        and state.mandate(voter.id, member.id) is None
    )
