"""The ballot page: what a code opens."""

from datetime import datetime

from bot.domain.meetings.item_votes import ItemVote
from bot.domain.meetings.page_views import BallotPageView, PageBallot
from bot.domain.meetings.plans import Meeting
from bot.domain.meetings.state import ItemState, MeetingState
from bot.domain.people.members import Member
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import require_poll
from bot.services.meetings.showing import organisation_name, outcomes_of, pause_of
from bot.services.meetings.states import caster_refusal
from bot.services.rules import AllianceRules


def ballot_page_view(
    tx: Transaction,
    meeting: Meeting,
    state: MeetingState,
    voter: VoterId,
    person: Member,
    rules: AllianceRules,
    now: datetime,
) -> BallotPageView:
    """Return the open votes of a voter, and what was decided."""
    ballots = [
        _ballot(tx, state, state.items[item], vote, voter, person, now)
        for item, vote in state.open_votes.items()
    ]
    return BallotPageView(
        meeting=meeting.id,
        title=state.plan.title,
        alliance=rules.alliance,
        phase=state.phase,
        version=state.last.number,
        organisation=organisation_name(tx, state, voter),
        person=person.name,
        language=person.language,
        ballots=tuple(ballots),
        outcomes=outcomes_of(tx, state),
        pause=pause_of(state),
    )


def _ballot(
    tx: Transaction,
    state: MeetingState,
    item: ItemState,
    vote: ItemVote,
    voter: VoterId,
    person: Member,
    now: datetime,
) -> PageBallot:
    poll = require_poll(tx, vote.poll)
    voted = voter in tx.ballots.voted(poll.id)
    named = None if poll.is_secret else tx.ballots.named(poll, voter)
    refused = caster_refusal(tx, state, poll.id, voter, person.id, now)
    if not refused and poll.is_secret and voted:
        refused = "BallotFinal"
    return PageBallot(
        poll=poll.id,
        item=item.point.id,
        kind=poll.kind,
        question=poll.question,
        candidates=poll.candidates,
        seats=poll.seats,
        secret=poll.is_secret,
        voted=voted,
        ballot=named.ballot if named else None,
        refused=refused,
        last_call=vote.last_call is not None,
    )
