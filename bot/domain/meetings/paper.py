"""Slips of paper, and what tellers count of them or of hands."""

from types import MappingProxyType

from bot.domain.meetings import refusals
from bot.domain.meetings.acts import Counted, SlipTaken
from bot.domain.meetings.item_votes import ItemVote, TellersCount
from bot.domain.meetings.state import MeetingState
from bot.domain.meetings.terms import Office, Slip, VotingForm
from bot.domain.meetings.voting import open_vote_on, require_ballot, require_tellers


def check_slip(state: MeetingState, act: SlipTaken) -> None:
    """Refuse a slip to who has one, sent a ballot, or was not present at the opening."""
    vote = open_vote_on(state, act.item)
    if act.state is Slip.SPOILED:
        if vote.slips.get(act.number) != act.voter:
            raise refusals.SlipUnknown
        return
    if vote.form is VotingForm.HANDS:
        raise refusals.NoSlips
    require_ballot_or_slip(state, vote, act)
    if act.number < 1 or act.number in {*vote.slips, *vote.spoiled}:
        raise refusals.SlipTakenAlready
    require_tellers(state, vote.barred)


def require_ballot_or_slip(state: MeetingState, vote: ItemVote, act: SlipTaken) -> None:
    """Refuse a slip to who could not cast a ballot either, or has a slip."""
    if act.voter in vote.on_paper:
        raise refusals.SlipTakenAlready
    require_ballot(state, state.items[act.item], vote, act.voter)
    if act.voter in state.items[act.item].recused:
        raise refusals.RecusedAlready


def take_slip(state: MeetingState, act: SlipTaken) -> MeetingState:
    """Note a slip that is out; a spoiled one is void, and the voter may have another.

    What was counted before is void too: there is another number of slips to count.
    """
    vote = state.items[act.item].votes[-1]
    slips, spoiled = dict(vote.slips), dict(vote.spoiled)
    if act.state is Slip.SPOILED:
        spoiled[act.number] = slips.pop(act.number)
    else:
        slips[act.number] = act.voter
    return state.with_vote(
        act.item,
        slips=MappingProxyType(slips),
        spoiled=MappingProxyType(spoiled),
        counts=MappingProxyType({}),
    )


def check_count(state: MeetingState, act: Counted) -> None:
    """Refuse a count by who is no teller or stands for election, or that does not add up."""
    vote = state.item(act.item).vote
    if vote is None or vote.cancelled:
        raise refusals.VoteNotOpen
    if act.by is None or not state.holds(act.by, Office.TELLER):
        raise refusals.OnlyForTellers
    if act.by in vote.barred:
        raise refusals.TellerBarred
    if act.recount is vote.is_open:
        raise refusals.RecountTooLate if act.recount else refusals.VoteNotOpen
    if act.recount and act.item not in state.recountable:
        raise refusals.RecountTooLate
    if not vote.is_counted_by_hand:
        raise refusals.NotCountedByHand
    _require_sum(state, vote, act)


def _require_sum(state: MeetingState, vote: ItemVote, act: Counted) -> None:
    """Refuse figures that do not add up: issued = returned + spoiled + unreturned."""
    if min(act.count.ballots, act.spoiled, act.unreturned) < 0:
        raise refusals.SlipsDoNotAddUp(len(vote.slips))
    if vote.form is VotingForm.HANDS:
        posted = state.posted_on(act.item, run_off=vote.run_off)
        without = state.item(act.item).recused.keys() | posted
        able = len(vote.present - without)
        if act.count.ballots > able or act.spoiled or act.unreturned:
            raise refusals.HandsTooMany(able)
    elif act.count.ballots + act.spoiled + act.unreturned != len(vote.slips):
        raise refusals.SlipsDoNotAddUp(len(vote.slips))


def take_count(state: MeetingState, act: Counted) -> MeetingState:
    """Keep a teller's figures; the first count stays beside a recount.

    After figures that differ all tellers count again: nobody only follows the other.
    """
    vote = state.items[act.item].votes[-1]
    figures = TellersCount(act.count, act.spoiled, act.unreturned)
    before = vote.recounts if act.recount else vote.counts
    if len(set(before.values())) > 1:
        before = {}
    after = MappingProxyType({**before, act.by: figures})
    return state.with_vote(act.item, **{"recounts" if act.recount else "counts": after})
