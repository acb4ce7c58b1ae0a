"""Votes of a meeting: quorum, base, ballots, closing."""

from types import MappingProxyType

from bot.domain.meetings import refusals
from bot.domain.meetings.acts import (
    LastCall,
    LotDrawn,
    RecusedFromItem,
    VoteCancelled,
    VoteClosed,
    VoteOpened,
)
from bot.domain.meetings.agenda import require_officers
from bot.domain.meetings.item_votes import TELLERS, ItemVote
from bot.domain.meetings.plans import ItemId, ItemKind, PartOf
from bot.domain.meetings.state import ItemState, MeetingState, Phase, Stage
from bot.domain.meetings.terms import Office, VotingForm
from bot.domain.people.members import MemberId
from bot.domain.polls.hand_counts import HandCount
from bot.domain.polls.polls import PollId
from bot.domain.polls.refusals import NoTie, NotPresentAtOpening
from bot.domain.polls.voters import VoterId

# --- before the vote ------------------------------------------------------------------------------


def check_recusal(state: MeetingState, act: RecusedFromItem) -> None:
    """Refuse a conflict of interest declared after the vote was opened, or by somebody absent."""
    item = state.item(act.item)
    if not item.point.is_voted_on:
        raise refusals.ItemNotVoted
    if item.is_over or (item.vote is not None and item.vote.is_open):
        raise refusals.ItemHasVote
    if state.mandate(act.voter, act.person) is None:
        raise refusals.NotRegistered
    if act.voter in item.recused:
        raise refusals.RecusedAlready


def recuse(state: MeetingState, act: RecusedFromItem) -> MeetingState:
    """Note a conflict of interest: the voter stays present, and has no ballot on the item."""
    recused = {**state.items[act.item].recused, act.voter: act.person}
    return state.with_item(act.item, recused=MappingProxyType(recused))


# --- opening and closing --------------------------------------------------------------------------


def check_vote(state: MeetingState, act: VoteOpened) -> None:
    """Refuse a vote without officers, out of turn, on what is decided, or without a quorum.

    And a second round where no vote stands whose tie it could settle.
    """
    require_officers(state)
    item = state.item(act.item)
    if not item.point.is_voted_on:
        raise refusals.ItemNotVoted
    if item.is_over:
        raise refusals.ItemOver
    if act.run_off_of is not None and item.standing is None:
        raise NoTie
    _require_turn(state, item)
    _require_parts_decided(state, item)
    if act.form is VotingForm.HANDS:
        if act.secret or item.point.kind is ItemKind.ELECTION:
            raise refusals.HandsNotSecret
        require_tellers(state, frozenset(act.barred))
    present = state.taking_part_in(act.item, run_off=act.run_off_of is not None)
    if frozenset(act.present) != present or act.needed < 1:
        raise ValueError("the vote does not say who is present")
    if len(present) < act.needed:
        raise refusals.ItemWithoutQuorum(len(present), state.entitled, act.needed)


def _require_turn(state: MeetingState, item: ItemState) -> None:
    """Refuse an item that is not the current one; several at once are voted on as a block."""
    open_now = state.open_votes
    if item.point.id in open_now:
        raise refusals.ItemHasVote
    in_block = item.point.id in state.block and open_now.keys() <= state.block
    if open_now and not in_block:
        raise refusals.BlockNotAgreed
    if state.current != item.point.id and not (in_block and state.current in state.block):
        raise refusals.ItemNotCurrent


def _require_parts_decided(state: MeetingState, item: ItemState) -> None:
    """Refuse the whole before its amendments and sections, and sections before amendments."""
    waiting = list(_undecided(state, item.point.id))
    if item.point.part is PartOf.SECTION and item.point.of is not None:
        others = _undecided(state, item.point.of)
        waiting += [one for one in others if one.point.part is PartOf.AMENDMENT]
    for part in (PartOf.AMENDMENT, PartOf.SECTION):
        for one in waiting:
            if one.point.part is part:
                raise refusals.AmendmentsFirst(one.point.title)


def _undecided(state: MeetingState, item: ItemId) -> list[ItemState]:
    return [one for one in state.parts_of(item) if not one.is_over]


def open_vote(state: MeetingState, act: VoteOpened) -> MeetingState:
    """Freeze who is present and N: who leaves later counts in the base all the same."""
    vote = ItemVote(
        poll=act.vote,
        form=act.form,
        secret=act.secret,
        present=frozenset(act.present),
        entitled=state.entitled,
        needed=act.needed,
        opened_at=act.at,
        barred=frozenset(act.barred),
        run_off=act.run_off_of is not None,
    )
    votes = (*state.items[act.item].votes, vote)
    return state.with_item(act.item, stage=Stage.VOTING, votes=votes)


def check_last_call(state: MeetingState, act: LastCall) -> None:
    """Refuse a last call where no vote is open."""
    open_vote_on(state, act.item)


def call_last(state: MeetingState, act: LastCall) -> MeetingState:
    """Note the last call."""
    return state.with_vote(act.item, last_call=act.at)


def check_close(state: MeetingState, act: VoteClosed) -> None:
    """Refuse to close a vote before two tellers agree, if there is something to count."""
    vote = open_vote_on(state, act.item)
    if vote.poll != act.vote:
        raise refusals.VoteNotOpen
    if act.counted != counted_by_hand(vote):
        raise ValueError("the close does not say what was counted")


def counted_by_hand(vote: ItemVote) -> HandCount | None:
    """Return what two tellers agree on, None if there is nothing to count; refuse a difference."""
    if not vote.is_counted_by_hand:
        return None
    agreed = vote.agreed()
    if agreed is not None:
        return agreed.count
    if len(vote.counts) < TELLERS:
        raise refusals.CountsAwaited(len(vote.counts))
    raise refusals.CountsDiffer


def close_vote(state: MeetingState, act: VoteClosed) -> MeetingState:
    """Close the vote: the item is decided, whatever the outcome, unless there is a tie."""
    seated = frozenset(act.seated)
    closed = state.with_vote(act.item, closed_at=act.at, counted=act.counted, seated=seated)
    return closed.with_item(act.item, stage=Stage.TIED if act.tied else Stage.DECIDED)


def silent_in(
    state: MeetingState, item: ItemState, vote: ItemVote, voted: frozenset[VoterId]
) -> frozenset[VoterId]:
    """Return who has a ballot, is there, and has neither voted nor taken paper."""
    if vote.form is VotingForm.HANDS:
        return frozenset()
    posted = state.posted_on(item.point.id, run_off=vote.run_off)
    return (
        (vote.present & state.present.keys()) - voted - vote.on_paper - item.recused.keys() - posted
    )


def require_last_call(
    state: MeetingState, item: ItemState, vote: ItemVote, voted: frozenset[VoterId]
) -> None:
    """Refuse to close a vote without a last call while somebody there has not voted."""
    silent = silent_in(state, item, vote, voted)
    if silent and vote.last_call is None:
        raise refusals.LastCallFirst(len(silent))


def check_cancel(state: MeetingState, act: VoteCancelled) -> None:
    """Refuse to cancel what is not open."""
    if open_vote_on(state, act.item).poll != act.vote:
        raise refusals.VoteNotOpen


def cancel_vote(state: MeetingState, act: VoteCancelled) -> MeetingState:
    """Cancel the vote: the item may be voted on again."""
    cancelled = state.with_vote(act.item, cancelled=act.reason)
    return cancelled.with_item(act.item, stage=stage_without(cancelled.items[act.item].votes[-1]))


def stage_without(vote: ItemVote) -> Stage:
    """Return where an item stands once a vote on it is void: a second round leaves the tie."""
    return Stage.TIED if vote.run_off else Stage.REPEATED


def check_lot(state: MeetingState, act: LotDrawn) -> None:
    """Refuse a lot where no tie waits for one, or in another vote than the one that stands."""
    if tied_vote_on(state.item(act.item)) != act.vote:
        raise NoTie


def tied_vote_on(item: ItemState) -> PollId | None:
    """Return the vote on an item whose tie waits for a second round or a lot."""
    return item.standing.poll if item.stage is Stage.TIED and item.standing else None


def note_lot(state: MeetingState, act: LotDrawn) -> MeetingState:
    """Note to whom a lot gave a seat, beside those elected before; the chair ends the item."""
    vote = state.items[act.item].standing
    before = vote.seated if vote else frozenset()
    return state.with_standing(act.item, seated=before | frozenset(act.seated))


def open_vote_on(state: MeetingState, item: ItemId) -> ItemVote:
    """Return the open vote on an item; refuse an item without one."""
    vote = state.item(item).vote
    if vote is None or not vote.is_open:
        raise refusals.VoteNotOpen
    return vote


# --- ballots --------------------------------------------------------------------------------------


def require_ballot(
    state: MeetingState,
    item: ItemState,
    vote: ItemVote,
    voter: VoterId,
    person: MemberId | None = None,
) -> None:
    """Refuse an electronic ballot of a voter who may not cast one in this vote now.

    Who came after the opening has none, nor who has left, took paper or sent a ballot before;
    nobody has one while the meeting is suspended, or in a vote by hands. A `person` casts it only
    if they are registered for this voter and there themselves.
    """
    if state.phase is not Phase.IN_SESSION:
        raise refusals.MeetingPaused
    if vote.form is VotingForm.HANDS:
        raise refusals.VotedByHands
    if voter not in vote.present:
        raise NotPresentAtOpening
    if voter in state.posted_on(item.point.id, run_off=vote.run_off):
        raise refusals.PostedAlready
    if voter not in state.present:
        raise refusals.NotRegistered
    if person is not None and state.mandate(voter, person) is None:
        raise refusals.NotRegistered
    if voter in vote.on_paper:
        raise refusals.PaperTaken


# --- paper and tellers ----------------------------------------------------------------------------


def require_tellers(state: MeetingState, barred: frozenset[MemberId]) -> None:
    """Refuse a count while fewer than two tellers may count in this vote."""
    elected = state.officers.get(Office.TELLER)
    if elected is None or len(set(elected.people) - barred) < TELLERS:
        raise refusals.OfficersFirst
