"""Slips and counts within a transaction, for tellers in the bot and on their page."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.meetings.acts import Counted, SlipTaken
from bot.domain.meetings.figures import counted
from bot.domain.meetings.item_votes import ItemVote
from bot.domain.meetings.plans import ItemId
from bot.domain.meetings.refusals import VotedAlready, VoteNotOpen
from bot.domain.meetings.rights import require_slips
from bot.domain.meetings.state import MeetingState
from bot.domain.meetings.telling import SlipsView, SlipVoter, TellersView, TellersVote
from bot.domain.meetings.terms import Office, Slip, VotingForm
from bot.domain.meetings.views import CountState
from bot.domain.meetings.voting import open_vote_on
from bot.domain.people.members import Member, folded
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import require_poll
from bot.services.meetings.desks import FOUND_LIMIT
from bot.services.meetings.news import refresh_ballots_of, refresh_meeting
from bot.services.meetings.showing import count_state, is_thin, organisation_name
from bot.services.meetings.states import do

# --- what they see --------------------------------------------------------------------------------


def tellers_view(tx: Transaction, state: MeetingState, member: Member) -> TellersView:
    """Return the votes that tellers count, for them and for registrars."""
    require_slips(state, member)
    return TellersView(
        meeting=state.id,
        title=state.plan.title,
        may_count=state.holds(member.id, Office.TELLER),
        votes=tuple(
            _tellers_vote(tx, state, item, vote, member) for item, vote in _countable(state).items()
        ),
    )


def _countable(state: MeetingState) -> dict[ItemId, ItemVote]:
    """Return the open votes, and the closed ones that may be counted again."""
    return {**state.open_votes, **state.recountable}


def _tellers_vote(
    tx: Transaction, state: MeetingState, item: ItemId, vote: ItemVote, member: Member
) -> TellersVote:
    poll = require_poll(tx, vote.poll)
    counts = vote.counts if vote.is_open else vote.recounts
    return TellersVote(
        item=item,
        title=state.items[item].point.question,
        kind=poll.kind,
        candidates=poll.candidates,
        seats=poll.seats,
        form=vote.form,
        is_open=vote.is_open,
        by_hand=vote.form is VotingForm.HANDS or bool(vote.slips or vote.spoiled),
        mine=member.id in counts,
        state=count_state(state, item),
        thin=is_thin(tx, vote),
    )


def slips_view(
    tx: Transaction, state: MeetingState, member: Member, item: ItemId, query: str = ""
) -> SlipsView:
    """Return the voters of an open vote that match; those with a slip come first."""
    require_slips(state, member)
    vote = open_vote_on(state, item)
    held = {voter: number for number, voter in vote.slips.items()}
    voted = frozenset(tx.ballots.voted(vote.poll))
    names = {one: organisation_name(tx, state, one) for one in vote.present}
    words = folded(query).split()
    found = [one for one, name in names.items() if all(w in folded(name) for w in words)]
    found.sort(key=lambda one: (one not in held, folded(names[one])))
    return SlipsView(
        meeting=state.id,
        item=item,
        title=state.items[item].point.question,
        voters=tuple(
            SlipVoter(one, names[one], held.get(one), one in voted) for one in found[:FOUND_LIMIT]
        ),
        count=len(found),
        thin=is_thin(tx, vote),
        secret=vote.secret,
    )


# --- what they do ---------------------------------------------------------------------------------


def hand_out(
    tx: Transaction,
    state: MeetingState,
    member: Member,
    item: ItemId,
    voter: VoterId,
    now: datetime,
    number: int | None = None,
) -> tuple[MeetingState, int]:
    """Issue a numbered slip of paper to a voter; return its number, the next one unless said.

    Refuses who has voted electronically: who took paper cannot, and conversely.
    """
    require_slips(state, member)
    vote = open_vote_on(state, item)
    if voter in tx.ballots.voted(vote.poll):
        raise VotedAlready
    used = {*vote.slips, *vote.spoiled}
    chosen = max(used, default=0) + 1 if number is None else number
    return _slip(tx, state, member, item, voter, chosen, Slip.ISSUED, now), chosen


def spoil(
    tx: Transaction,
    state: MeetingState,
    member: Member,
    item: ItemId,
    voter: VoterId,
    number: int,
    now: datetime,
) -> MeetingState:
    """Note that a slip came back spoiled and is void; the voter may have another."""
    require_slips(state, member)
    return _slip(tx, state, member, item, voter, number, Slip.SPOILED, now)


def _slip(
    tx: Transaction,
    state: MeetingState,
    member: Member,
    item: ItemId,
    voter: VoterId,
    number: int,
    becomes: Slip,
    now: datetime,
) -> MeetingState:
    act = SlipTaken(
        meeting=state.id, by=member.id, at=now, item=item, number=number, voter=voter, state=becomes
    )
    after = do(tx, state, act)
    refresh_meeting(tx, after, now)
    refresh_ballots_of(tx, after, voter, now)
    return after


def enter_count(
    tx: Transaction,
    state: MeetingState,
    member: Member,
    item: ItemId,
    figures: Sequence[int],
    spoiled: int,
    unreturned: int,
    now: datetime,
) -> CountState:
    """Enter a teller's own figures; return how far the tellers are, and no figures.

    After the close it is a recount, until the next item; the first count stays.
    """
    vote = state.item(item).vote
    if vote is None:
        raise VoteNotOpen
    poll = require_poll(tx, vote.poll)
    act = Counted(
        meeting=state.id,
        by=member.id,
        at=now,
        item=item,
        count=counted(poll, figures).checked(poll),
        spoiled=spoiled,
        unreturned=unreturned,
        recount=not vote.is_open,
    )
    after = do(tx, state, act)
    refresh_meeting(tx, after, now)
    return count_state(after, item)
