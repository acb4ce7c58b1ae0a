"""Rules 9 to 12: the agenda is frozen, one item one decision, amendments first, officers first."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.meetings import acts, refusals
from bot.domain.meetings.plans import AgendaPoint, ItemId, ItemKind, PartOf
from bot.domain.meetings.state import Phase, Stage
from bot.domain.meetings.terms import Hands, Motion, Office, VotingForm
from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId
from tests.sittings import (
    BUDGET,
    CHAIR,
    CHARTER,
    CLERK,
    ELECTION,
    FIRST_TELLER,
    REPORT,
    STARTS,
    Sitting,
    a_meeting_plan,
    an_agenda,
)


def a_part(number: int, of: ItemId, part: PartOf) -> AgendaPoint:
    title = f"Часть {number}"
    return AgendaPoint(id=ItemId(number), kind=ItemKind.VOTE, title=title, of=of, part=part)


def votes_on(sitting: Sitting, item: ItemId) -> None:
    sitting.opens(item)
    sitting.closes(item)


# --- the plan -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"agenda": ()}, refusals.AgendaEmpty),
        ({"agenda": an_agenda() * 2}, refusals.ItemUnknown),
        ({"agenda": an_agenda()[:1] * 41}, refusals.AgendaTooLong),
        ({"starts_at": STARTS - timedelta(days=30)}, refusals.MeetingInThePast),
        ({"lasts": timedelta(minutes=5)}, refusals.MeetingLengthOutOfRange),
        ({"mode": "remote"}, refusals.RemoteNotAllowed),
        ({"agenda": (replace(an_agenda()[0], title=" "),)}, refusals.ItemTitleMissing),
        ({"agenda": (replace(an_agenda()[0], minutes=999),)}, refusals.ItemTooLong),
    ],
)
def test_a_plan_that_breaks_a_rule_is_refused(changes: dict[str, Any], why: type) -> None:
    now = STARTS - timedelta(days=20)
    with pytest.raises(why):
        a_meeting_plan(**changes).checked(now)


def test_members_are_told_within_the_charters_term() -> None:
    plan = a_meeting_plan(notice=timedelta(days=14))
    plan.require_ready(STARTS - timedelta(days=14))
    with pytest.raises(refusals.NoticeTooShort) as refused:
        plan.require_ready(STARTS - timedelta(days=14) + timedelta(seconds=1))
    assert refused.value.days == 14


def test_no_meeting_is_convened_for_an_election_without_candidates() -> None:
    without = replace(an_agenda()[2], candidates=())
    plan = a_meeting_plan(agenda=(without,)).checked(STARTS - timedelta(days=20))
    with pytest.raises(refusals.CandidatesAwaited):
        plan.require_ready(STARTS - timedelta(days=20))


# --- officers -------------------------------------------------------------------------------------


def test_nothing_is_voted_on_before_chair_and_secretary_are_elected() -> None:
    sitting = Sitting().registers().arrives(1, 2, 3)
    sitting.does(acts.Begun)
    with pytest.raises(refusals.OfficersFirst):
        sitting.opens(BUDGET)


@pytest.mark.parametrize(("hands", "elected"), [((2,), True), ((1,), False), ((1, 1, 1), False)])
def test_officers_need_more_than_half_of_those_present(
    hands: tuple[int, ...], elected: bool
) -> None:
    sitting = Sitting().registers().arrives(1, 2, 3)
    sitting.does(acts.Begun)
    said: dict[str, Any] = {"office": Office.CHAIR, "people": (CHAIR,), "names": ("Вера",)}
    if elected:
        sitting.does(acts.OfficersElected, hands=Hands(*hands), **said)
        assert sitting.state.holds(CHAIR, Office.CHAIR)
    else:
        with pytest.raises(refusals.OfficersNotElected):
            sitting.does(acts.OfficersElected, hands=Hands(*hands), **said)


def test_there_are_two_tellers_at_least_and_no_more_hands_than_voters() -> None:
    sitting = Sitting().begins(1, 2, 3)
    said: dict[str, Any] = {"office": Office.TELLER, "hands": Hands(3)}
    with pytest.raises(refusals.OfficersFirst):
        sitting.does(acts.OfficersElected, people=(CLERK,), names=("Клим",), **said)
    with pytest.raises(refusals.HandsTooMany) as refused:
        sitting.moves(Motion.OTHER, 3, 1)
    assert refused.value.present == 3


# --- the agenda -----------------------------------------------------------------------------------


def test_an_item_is_reordered_or_removed_by_a_procedural_vote_only() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.moves(Motion.REORDER, order=(CHARTER, REPORT, BUDGET, ELECTION))
    assert sitting.state.order == (CHARTER, REPORT, BUDGET, ELECTION)
    sitting.moves(Motion.REMOVE, item=CHARTER)
    assert sitting.state.items[CHARTER].stage is Stage.REMOVED
    with pytest.raises(refusals.OrderIncomplete):
        sitting.moves(Motion.REORDER, order=(BUDGET, CHARTER))


def test_a_motion_without_more_than_half_of_those_present_changes_nothing() -> None:
    sitting = Sitting().begins(1, 2, 3, 4)
    sitting.moves(Motion.REMOVE, 2, 0, 0, item=CHARTER)  # the silent ones count too
    assert sitting.state.items[CHARTER].stage is Stage.AHEAD
    assert [one.adopted for one in sitting.state.procedural] == [False]


def test_another_question_needs_all_members_present_and_in_favour() -> None:
    point = AgendaPoint(id=ItemId(9), kind=ItemKind.VOTE, title="Ещё вопрос")
    sitting = Sitting(4).begins(1, 2, 3)
    with pytest.raises(refusals.QuestionNotOnAgenda) as refused:
        sitting.moves(Motion.ADD, added=point)
    assert refused.value.entitled == 4
    sitting.arrives(4).moves(Motion.ADD, 3, 0, 1, added=point)
    assert ItemId(9) not in sitting.state.items
    sitting.moves(Motion.ADD, 4, added=point)
    assert sitting.state.order[-1] == 9


def test_an_item_is_decided_once() -> None:
    sitting = Sitting().begins(1, 2, 3)
    votes_on(sitting, BUDGET)
    with pytest.raises(refusals.ItemOver):
        sitting.opens(BUDGET)
    with pytest.raises(refusals.ItemOver):
        sitting.opens(BUDGET, call=False)


def test_only_the_current_item_is_voted_on_and_the_next_waits_for_the_close() -> None:
    sitting = Sitting().begins(1, 2, 3).calls(REPORT)
    with pytest.raises(refusals.ItemNotCurrent):
        sitting.opens(BUDGET, call=False)
    with pytest.raises(refusals.ItemNotVoted):
        sitting.opens(REPORT)
    sitting.does(acts.ItemDone, item=REPORT)
    sitting.opens(BUDGET)
    with pytest.raises(refusals.VoteStillOpen):
        sitting.calls(CHARTER)
    with pytest.raises(refusals.VoteStillOpen):
        sitting.does(acts.Ended)
    with pytest.raises(refusals.ItemNotVoted):
        sitting.closes().calls(ELECTION).does(acts.ItemDone, item=ELECTION)


def heads_after(sitting: Sitting) -> list[str]:
    return [sitting.entries[head.number - 1].kind for head in sitting.state.heads]


def test_rule_24_the_head_is_kept_once_for_each_item_without_a_vote() -> None:
    """When such an item is finished, or left for the next one as it is."""
    sitting = Sitting().begins(1, 2, 3).calls(REPORT).calls(REPORT)
    assert heads_after(sitting) == ["meeting.begun"]
    sitting.does(acts.ItemDone, item=REPORT)
    assert heads_after(sitting) == ["meeting.begun", "meeting.item_done"]
    sitting.calls(CHARTER).calls(BUDGET)
    assert heads_after(sitting)[2:] == ["meeting.item_called"], "the charter was left unvoted"
    votes_on(sitting, BUDGET)
    sitting.calls(ELECTION).does(acts.Ended)
    assert heads_after(sitting)[3:] == ["meeting.vote_closed", "meeting.ended"]
    assert sitting.state.heads[-1] == sitting.state.last


def test_items_are_voted_on_as_a_block_only_if_nobody_objects() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.moves(Motion.BLOCK, 2, 1, items=(BUDGET, CHARTER))
    sitting.opens(BUDGET)
    with pytest.raises(refusals.BlockNotAgreed):
        sitting.opens(CHARTER, call=False)
    sitting.does(acts.VoteCancelled, item=BUDGET, vote=PollId(1), reason="Блоком")
    sitting.moves(Motion.BLOCK, 2, 0, 1, items=(BUDGET, CHARTER))
    sitting.opens(BUDGET)
    sitting.opens(CHARTER, call=False)
    assert set(sitting.state.open_votes) == {BUDGET, CHARTER}
    sitting.closes(BUDGET).closes(CHARTER)


def test_amendments_come_before_sections_and_those_before_the_whole() -> None:
    sitting = Sitting().begins(1, 2, 3)
    section, amendment = ItemId(12), ItemId(11)
    sitting.does(acts.Amended, item=BUDGET, parts=(a_part(11, BUDGET, PartOf.AMENDMENT),))
    sitting.does(acts.Amended, item=BUDGET, parts=(a_part(12, BUDGET, PartOf.SECTION),))
    assert sitting.state.order == (REPORT, amendment, section, BUDGET, ELECTION, CHARTER)
    for item in (BUDGET, section):
        with pytest.raises(refusals.AmendmentsFirst) as refused:
            sitting.opens(item)
        assert refused.value.title == "Часть 11"
    votes_on(sitting, amendment)
    with pytest.raises(refusals.AmendmentsFirst):
        sitting.opens(BUDGET)
    votes_on(sitting, section)
    votes_on(sitting, BUDGET)


def test_amendments_come_before_sections_that_were_made_earlier() -> None:
    sitting = Sitting().begins(1, 2, 3)
    parts = (a_part(11, BUDGET, PartOf.SECTION), a_part(12, BUDGET, PartOf.AMENDMENT))
    sitting.does(acts.Amended, item=BUDGET, parts=parts)
    sitting.does(acts.Amended, item=BUDGET, parts=(a_part(13, BUDGET, PartOf.AMENDMENT),))
    assert sitting.state.order == (REPORT, 12, 13, 11, BUDGET, ELECTION, CHARTER)


def test_nothing_is_amended_once_a_section_was_voted_on() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.does(acts.Amended, item=BUDGET, parts=(a_part(11, BUDGET, PartOf.SECTION),))
    sitting.opens(ItemId(11))
    with pytest.raises(refusals.ItemHasVote):
        sitting.does(acts.Amended, item=BUDGET, parts=(a_part(12, BUDGET, PartOf.AMENDMENT),))
    sitting.does(acts.Amended, item=BUDGET, parts=(a_part(12, BUDGET, PartOf.SECTION),))


def test_nothing_is_amended_once_a_vote_was_opened() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET)
    for item, why in ((BUDGET, refusals.ItemHasVote), (REPORT, refusals.ItemNotVoted)):
        with pytest.raises(why):
            sitting.does(acts.Amended, item=item, parts=(a_part(11, item, PartOf.AMENDMENT),))


# --- breaks and outages ---------------------------------------------------------------------------


def test_a_suspended_meeting_takes_no_votes_and_resumes_with_the_same_roll() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET)
    before = sitting.state.items[BUDGET].votes[-1]
    sitting.does(acts.Suspended, CHAIR, reason="Нет связи")
    assert sitting.state.phase is Phase.PAUSED
    with pytest.raises(refusals.MeetingPaused):
        sitting.closes()
    sitting.does(acts.Resumed, CHAIR)
    assert sitting.state.items[BUDGET].votes[-1] == before
    with pytest.raises(refusals.MeetingNotPaused):
        sitting.does(acts.Resumed, CHAIR)


def test_after_an_outage_the_vote_may_be_cancelled_with_a_reason_and_repeated() -> None:
    sitting = Sitting().begins(1, 2, 3)
    poll = sitting.opens(BUDGET)
    sitting.does(acts.Suspended, CHAIR, reason="Нет связи")
    sitting.does(acts.VoteCancelled, CHAIR, item=BUDGET, vote=poll, reason="Связь пропала")
    sitting.does(acts.Resumed, CHAIR)
    again = sitting.opens(BUDGET)
    sitting.closes()
    votes = sitting.state.items[BUDGET].votes
    assert [vote.poll for vote in votes] == [poll, again]
    assert votes[0].cancelled == "Связь пропала"


def test_a_break_is_a_procedural_vote_with_an_end() -> None:
    sitting = Sitting().begins(1, 2, 3)
    until = sitting.now + timedelta(minutes=15)
    sitting.moves(Motion.BREAK, until=until, text="Кофе")
    assert (sitting.state.phase, sitting.state.paused_until) == (Phase.PAUSED, until)


def test_a_vote_by_hands_is_neither_secret_nor_an_election() -> None:
    sitting = Sitting().begins(1, 2, 3)
    with pytest.raises(refusals.HandsNotSecret):
        sitting.opens(BUDGET, form=VotingForm.HANDS, secret=True)
    with pytest.raises(refusals.HandsNotSecret):
        sitting.opens(ELECTION, form=VotingForm.HANDS)


def test_nobody_counts_in_their_own_election() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET, barred=(FIRST_TELLER,))
    with pytest.raises(refusals.OfficersFirst):  # one teller is left, and two must agree
        sitting.slip(1, 1)
    names, people = ("А", "Б", "В"), (FIRST_TELLER, CLERK, MemberId(7))
    elected: dict[str, Any] = {
        "office": Office.TELLER,
        "people": people,
        "names": names,
        "hands": Hands(3),
    }
    sitting.does(acts.OfficersElected, **elected)
    sitting.slip(1, 1)
    with pytest.raises(refusals.TellerBarred):
        sitting.counts(1, 0, 0)
