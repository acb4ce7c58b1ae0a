"""Rules 7, 8, 14 to 16 and 19: quorum and base of each vote, recusals, paper, hands, recounts."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.meetings import acts, refusals
from bot.domain.meetings.terms import Ground, Motion, Slip, VotingForm
from bot.domain.meetings.voting import require_ballot
from bot.domain.people.members import MemberId
from bot.domain.polls.hand_counts import hands_on_motion
from bot.domain.polls.refusals import NotPresentAtOpening
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal
from tests.sittings import (
    BUDGET,
    CHARTER,
    ELECTION,
    FIRST_TELLER,
    LETTER,
    MIXED,
    SECOND_TELLER,
    STARTS,
    Sitting,
    delegate,
    leader,
)

HANDS: dict[str, Any] = {"form": VotingForm.HANDS}


def refused(sitting: Sitting, voter: int) -> type[Refusal] | None:
    """Return why a voter may not cast a ballot electronically now; None if it may."""
    item = sitting.state.items[BUDGET]
    try:
        require_ballot(sitting.state, item, item.votes[-1], VoterId(voter))
    except Refusal as refusal:
        return type(refusal)
    return None


# --- quorum and base ------------------------------------------------------------------------------


def test_present_and_n_are_frozen_at_the_opening_and_a_departure_shrinks_nothing() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET)
    sitting.leaves(3).arrives(4)
    vote = sitting.state.items[BUDGET].votes[-1]
    assert vote.present == {1, 2, 3}
    assert vote.entitled == 5


def test_a_lost_quorum_refuses_the_opening_of_an_item_only() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET)
    sitting.leaves(3).closes()
    with pytest.raises(refusals.ItemWithoutQuorum) as caught:
        sitting.opens(CHARTER)
    assert (caught.value.present, caught.value.entitled, caught.value.needed) == (2, 5, 3)
    sitting.arrives(4)
    sitting.opens(CHARTER, call=False)


def test_a_vote_may_need_more_than_the_opening() -> None:
    sitting = Sitting().begins(1, 2, 3)
    with pytest.raises(refusals.ItemWithoutQuorum):
        sitting.opens(BUDGET, needed=4)


def test_who_came_late_or_left_or_is_absent_has_no_ballot() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET)
    sitting.leaves(3).arrives(4)
    assert refused(sitting, 1) is None
    assert refused(sitting, 3) is refusals.NotRegistered
    assert refused(sitting, 4) is NotPresentAtOpening
    assert refused(sitting, 5) is NotPresentAtOpening
    sitting.arrives(3)
    assert refused(sitting, 3) is None  # present at the opening, and here again


def test_nobody_votes_while_the_meeting_is_suspended() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET)
    sitting.does(acts.Suspended, reason="Свет")
    assert refused(sitting, 1) is refusals.MeetingPaused


def test_who_sent_a_ballot_before_has_no_other() -> None:
    sitting = Sitting(**MIXED)
    sitting.does(acts.Convened, plan=sitting.plan)
    sitting.now = STARTS - timedelta(hours=1)
    sitting.does(acts.RegistrationOpened, voters=sitting.voters)
    sent: dict[str, Any] = {"received_at": sitting.now, "ballots": {BUDGET: "for"}}
    sitting.does(acts.Posted, voter=VoterId(4), person=leader(4), **sent)
    sitting.arrives(1, 2, 4)
    sitting.does(acts.Begun)
    sitting.elects()
    sitting.opens(BUDGET)
    assert refused(sitting, 4) is refusals.PostedAlready
    assert refused(sitting, 1) is None


def test_the_present_that_a_vote_states_must_be_those_of_the_log() -> None:
    sitting = Sitting().begins(1, 2, 3)
    with pytest.raises(ValueError, match="who is present"):
        sitting.opens(BUDGET, present=(VoterId(1), VoterId(2), VoterId(3), VoterId(4)))


# --- recusal --------------------------------------------------------------------------------------


def test_a_conflict_of_interest_is_declared_before_the_vote_and_the_voter_stays_present() -> None:
    sitting = Sitting().begins(1, 2, 3)
    said = {"voter": VoterId(2), "person": leader(2)}
    sitting.does(acts.RecusedFromItem, leader(2), item=BUDGET, **said)
    with pytest.raises(refusals.RecusedAlready):
        sitting.does(acts.RecusedFromItem, leader(2), item=BUDGET, **said)
    sitting.opens(BUDGET)
    assert 2 in sitting.state.items[BUDGET].votes[-1].present
    other = {"voter": VoterId(1), "person": leader(1)}
    with pytest.raises(refusals.ItemHasVote):
        sitting.does(acts.RecusedFromItem, leader(1), item=BUDGET, **other)


# --- paper ----------------------------------------------------------------------------------------


def test_who_took_paper_cannot_vote_electronically_and_gets_one_slip() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET)
    sitting.slip(1, 1)
    assert refused(sitting, 1) is refusals.PaperTaken
    for number, voter in ((2, 1), (1, 2)):
        with pytest.raises(refusals.SlipTakenAlready):
            sitting.slip(number, voter)
    with pytest.raises(NotPresentAtOpening):
        sitting.slip(2, 5)


def test_a_spoiled_slip_is_void_and_its_number_is_not_used_again() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET)
    sitting.slip(1, 1).slip(1, 1, state=Slip.SPOILED)
    assert refused(sitting, 1) is None
    with pytest.raises(refusals.SlipTakenAlready):
        sitting.slip(1, 2)
    with pytest.raises(refusals.SlipUnknown):
        sitting.slip(1, 1, state=Slip.SPOILED)


def test_issued_slips_are_returned_spoiled_or_unreturned() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET)
    sitting.slip(1, 1).slip(2, 2).slip(3, 3)
    with pytest.raises(refusals.SlipsDoNotAddUp) as caught:
        sitting.counts(1, 1, 0)
    assert caught.value.issued == 3
    sitting.counts(1, 0, 0, spoiled=1, unreturned=1).closes()
    assert sitting.state.items[BUDGET].votes[-1].counted == hands_on_motion(1, 0, 0)


def test_two_tellers_must_agree_before_the_close() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET, **HANDS)
    with pytest.raises(refusals.CountsAwaited):
        sitting.closes()
    sitting.does(acts.Counted, FIRST_TELLER, item=BUDGET, count=hands_on_motion(2, 1, 0))
    sitting.does(acts.Counted, SECOND_TELLER, item=BUDGET, count=hands_on_motion(2, 0, 1))
    with pytest.raises(refusals.CountsDiffer):
        sitting.closes()


def test_after_figures_that_differ_both_tellers_count_again() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET, **HANDS)
    sitting.does(acts.Counted, FIRST_TELLER, item=BUDGET, count=hands_on_motion(2, 1, 0))
    sitting.does(acts.Counted, SECOND_TELLER, item=BUDGET, count=hands_on_motion(2, 0, 1))
    sitting.does(acts.Counted, SECOND_TELLER, item=BUDGET, count=hands_on_motion(2, 1, 0))
    with pytest.raises(refusals.CountsAwaited):
        sitting.closes()
    sitting.does(acts.Counted, FIRST_TELLER, item=BUDGET, count=hands_on_motion(2, 1, 0))
    sitting.closes()


def test_a_slip_that_is_issued_after_the_count_is_counted_too() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET)
    sitting.slip(1, 1).counts(1, 0, 0).slip(2, 2)
    with pytest.raises(refusals.CountsAwaited):
        sitting.closes()
    sitting.counts(2, 0, 0).closes()


def test_a_slip_that_comes_back_spoiled_after_the_count_is_counted_again() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET)
    sitting.slip(1, 1).slip(2, 2).counts(2, 0, 0)
    sitting.slip(2, 2, state=Slip.SPOILED)
    with pytest.raises(refusals.CountsAwaited):
        sitting.closes()


def test_only_tellers_count() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET, **HANDS)
    with pytest.raises(refusals.OnlyForTellers):
        sitting.does(acts.Counted, MemberId(99), item=BUDGET, count=hands_on_motion(1, 0, 0))


def test_there_is_nothing_to_count_in_a_vote_without_paper_or_hands() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET)
    with pytest.raises(refusals.NotCountedByHand):
        sitting.counts(1, 0, 0)
    sitting.closes()
    assert sitting.state.items[BUDGET].votes[-1].counted is None


def test_a_vote_by_hands_takes_no_ballots_and_no_more_hands_than_are_present() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET, **HANDS)
    assert refused(sitting, 1) is refusals.VotedByHands
    with pytest.raises(refusals.NoSlips):
        sitting.slip(1, 1)
    with pytest.raises(refusals.HandsTooMany):
        sitting.counts(3, 1, 0)


def test_a_recount_comes_before_the_next_item_and_leaves_the_first_count() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET, **HANDS)
    sitting.counts(2, 1, 0).closes().counts(1, 2, 0, recount=True)
    vote = sitting.state.items[BUDGET].votes[-1]
    again = vote.agreed(recount=True)
    assert vote.counted == hands_on_motion(2, 1, 0)
    assert again is not None
    assert again.count == hands_on_motion(1, 2, 0)
    sitting.calls(CHARTER)
    with pytest.raises(refusals.RecountTooLate):
        sitting.counts(1, 2, 0, recount=True)


def test_each_vote_of_a_block_is_counted_again_until_the_next_item() -> None:
    sitting = Sitting().begins(1, 2, 3).moves(Motion.BLOCK, items=(BUDGET, CHARTER))
    sitting.calls(BUDGET)
    for item in (BUDGET, CHARTER):
        sitting.opens(item, call=False, **HANDS)
        sitting.counts(2, 1, 0, item=item)
    for item in (BUDGET, CHARTER):
        sitting.closes(item)

    sitting.counts(1, 2, 0, item=CHARTER, recount=True)

    assert set(sitting.state.recountable) == {BUDGET, CHARTER}
    sitting.calls(ELECTION)
    assert not sitting.state.recountable
    with pytest.raises(refusals.RecountTooLate):
        sitting.counts(1, 2, 0, item=CHARTER, recount=True)


def test_a_last_call_needs_an_open_vote() -> None:
    sitting = Sitting().begins(1, 2, 3).calls(BUDGET)
    with pytest.raises(refusals.VoteNotOpen):
        sitting.does(acts.LastCall, item=BUDGET)
    sitting.opens(BUDGET, call=False)
    sitting.does(acts.LastCall, item=BUDGET)
    assert sitting.state.items[BUDGET].votes[-1].last_call == sitting.now


def test_a_second_delegate_changes_nothing_in_the_base() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.arrives(1, person=delegate(1), ground=Ground.DELEGATE, document=LETTER)
    sitting.opens(BUDGET)
    assert len(sitting.state.items[BUDGET].votes[-1].present) == 3
