"""Rules 20 and 21: objections on record, and who speaks when and for how long."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.meetings import acts, refusals
from bot.domain.meetings.facts import Spoken
from bot.domain.meetings.state import Stage
from bot.domain.meetings.terms import Ground, Motion
from bot.domain.polls.voters import VoterId
from tests.sittings import BUDGET, CHAIR, CHARTER, REPORT, Sitting, a_paper, leader

FIVE = timedelta(minutes=5)


def asks(sitting: Sitting, voter: int, **said: Any) -> None:
    who = {"voter": VoterId(voter), "person": leader(voter), "name": f"Глава {voter}"}
    sitting.does(acts.FloorAsked, leader(voter), **who, **said)


def speaks(sitting: Sitting, voter: int) -> None:
    sitting.does(acts.FloorGiven, CHAIR, person=leader(voter), limit=FIVE)
    sitting.does(acts.FloorEnded, CHAIR, person=leader(voter))


def order(sitting: Sitting) -> list[int]:
    return [one.voter for one in sitting.state.speaking_order]


def test_points_of_order_go_first_then_who_has_not_spoken_then_as_they_asked() -> None:
    sitting = Sitting().begins(1, 2, 3, 4).calls(REPORT)
    asks(sitting, 1)
    speaks(sitting, 1)
    asks(sitting, 1)
    asks(sitting, 3)
    asks(sitting, 2)
    asks(sitting, 4, point=True)
    assert order(sitting) == [4, 3, 2, 1]
    with pytest.raises(refusals.FloorNotNext) as refused:
        speaks(sitting, 3)
    assert refused.value.name == "Глава 4"


def test_one_person_speaks_at_a_time_and_asks_once() -> None:
    sitting = Sitting().begins(1, 2, 3).calls(REPORT)
    asks(sitting, 1)
    with pytest.raises(refusals.FloorAskedAlready):
        asks(sitting, 1)
    asks(sitting, 2)
    sitting.does(acts.FloorGiven, CHAIR, person=leader(1), limit=FIVE)
    for act, why in ((asks, refusals.FloorAskedAlready), (speaks, refusals.FloorTaken)):
        with pytest.raises(why):
            act(sitting, 1)
    with pytest.raises(refusals.NobodySpeaks):
        sitting.does(acts.FloorEnded, CHAIR, person=leader(2))


def test_who_has_left_or_is_not_there_does_not_speak() -> None:
    sitting = Sitting().begins(1, 2, 3, 4).calls(REPORT)
    with pytest.raises(refusals.OnlyForPresent):
        asks(sitting, 5)
    asks(sitting, 4)
    sitting.leaves(4)
    assert order(sitting) == []
    asks(sitting, 1)
    sitting.does(acts.FloorLeft, leader(1), person=leader(1))
    with pytest.raises(refusals.FloorNotAsked):
        sitting.does(acts.FloorLeft, leader(1), person=leader(1))


def test_who_leaves_for_one_member_keeps_the_place_asked_for_another() -> None:
    sitting = Sitting().begins(1, 2, 3).calls(REPORT)
    sitting.arrives(4, person=leader(1), ground=Ground.PROXY, proxy=a_paper())
    asks(sitting, 1)
    asks(sitting, 2)
    sitting.leaves(4, leader(1))
    assert order(sitting) == [1, 2]
    sitting.leaves(1)
    assert order(sitting) == [2]


def test_a_closed_debate_hears_points_of_order_only() -> None:
    sitting = Sitting().begins(1, 2, 3).calls(REPORT)
    asks(sitting, 1)
    sitting.moves(Motion.CLOSE_DEBATE, item=REPORT)
    assert order(sitting) == []
    with pytest.raises(refusals.DebateIsClosed):
        asks(sitting, 2)
    asks(sitting, 2, point=True)


def test_the_end_of_the_debate_on_another_item_leaves_the_queue_of_this_one() -> None:
    sitting = Sitting().begins(1, 2, 3).calls(REPORT)
    asks(sitting, 1)

    sitting.moves(Motion.CLOSE_DEBATE, item=BUDGET)

    assert order(sitting) == [1]
    sitting.calls(BUDGET)
    with pytest.raises(refusals.DebateIsClosed):
        asks(sitting, 1)


def test_the_totals_say_how_often_and_how_long_somebody_spoke() -> None:
    sitting = Sitting().begins(1, 2, 3).calls(REPORT)
    asks(sitting, 1)
    speaks(sitting, 1)
    sitting.calls(BUDGET)
    asks(sitting, 1)
    speaks(sitting, 1)
    minute = timedelta(minutes=1)
    assert sitting.state.spoken == {leader(1): Spoken("Глава 1", 2, 2 * minute)}


def test_the_floor_is_given_until_a_moment() -> None:
    sitting = Sitting().begins(1, 2, 3).calls(REPORT)
    asks(sitting, 1)
    sitting.does(acts.FloorGiven, CHAIR, person=leader(1), limit=FIVE)
    assert sitting.state.speech is not None
    assert sitting.state.speech.until == sitting.now + FIVE


def objects(sitting: Sitting, voter: int, **said: Any) -> int:
    who = {"voter": VoterId(voter), "person": leader(voter), "words": "Против"}
    sitting.does(acts.Objected, leader(voter), **who, **said)
    return sitting.state.objections[-1].number


def test_an_objection_stands_with_its_time_and_words() -> None:
    sitting = Sitting().begins(1, 2, 3)
    number = objects(sitting, 1)
    made = sitting.state.objections[0]
    assert (made.at, made.words, number) == (sitting.now, "Против", len(sitting.entries))
    with pytest.raises(refusals.OnlyForPresent):
        objects(sitting, 5)
    with pytest.raises(refusals.ItemUnknown):
        objects(sitting, 1, item=77)


def test_an_upheld_challenge_of_a_mandate_repeats_the_item() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET)
    number = objects(sitting, 1, item=BUDGET, mandate=VoterId(3))
    with pytest.raises(refusals.VoteStillOpen):
        sitting.does(acts.ObjectionUpheld, CHAIR, objection=number)
    sitting.closes()
    sitting.does(acts.ObjectionUpheld, CHAIR, objection=number)
    assert sitting.state.items[BUDGET].stage is Stage.REPEATED
    with pytest.raises(refusals.ObjectionUnknown):
        sitting.does(acts.ObjectionUpheld, CHAIR, objection=number)
    sitting.opens(BUDGET)


def test_any_other_upheld_objection_leaves_the_decision() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(CHARTER)
    sitting.closes(CHARTER)
    number = objects(sitting, 1, item=CHARTER)
    sitting.does(acts.ObjectionUpheld, CHAIR, objection=number)
    assert sitting.state.items[CHARTER].stage is Stage.DECIDED
