"""A record that does not agree with itself is no record."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.minutes.minutes import Dissent, Lot, MinutesNumber, Standing
from bot.domain.minutes.participants import Authority, Casting
from bot.domain.polls.ballots import MotionBallot
from bot.domain.polls.plans import CandidateId, Mode, Secrecy
from bot.domain.polls.polls import PollState
from tests.protocols import (
    AGAINST,
    a_motion,
    a_poll,
    an_admission,
    an_election,
    an_item,
    council,
    general_meeting,
    voter,
)


def test_a_number_is_written_with_its_year() -> None:
    assert str(MinutesNumber(12, 2026)) == "12/2026"


def test_the_samples_are_records() -> None:
    assert len(council().participants) == 9
    assert len(general_meeting().participants) == 120


def test_each_voter_voted_was_there_was_recused_or_absent() -> None:
    meeting = general_meeting()
    standings = [meeting.standing(participant.voter) for participant in meeting.participants]

    assert [standings.count(one) for one in Standing] == [96, 0, 4, 2, 18]
    assert meeting.taking_part == 102


def test_who_voted_on_something_voted_and_is_excepted_where_recused() -> None:
    sitting = council(a_motion(), an_admission())

    assert sitting.standing(voter(8)) is Standing.VOTED
    assert sitting.recused_from(voter(8)) == (2,)
    assert council().standing(voter(8)) is Standing.RECUSED


def test_who_is_elected_by_lot_wins_too() -> None:
    tied = an_election()
    assert tied.result.tie is not None
    one = tied.result.tie.candidates[0]

    drawn = replace(tied, lot=Lot((one,), "Жребий вытянул председатель счётной комиссии"))

    assert drawn.winners == tied.winners | {one}
    assert len(drawn.winners) == drawn.poll.seats


SECRET = an_election()
NAMED = a_motion()
BY_LOT = {"lot": Lot((CandidateId(3), CandidateId(4)), "Жребий")}


@pytest.mark.parametrize(
    ("item", "changes"),
    [
        (NAMED, {"poll": replace(NAMED.poll, state=PollState.OPEN)}),
        (NAMED, {"voted": NAMED.voted - {voter(1)}}),
        (NAMED, {"recused": frozenset({voter(9)})}),
        (NAMED, {"ballots": {}}),
        (NAMED, {"numbers": SECRET.numbers}),
        (NAMED, {"poll": replace(NAMED.poll, secrecy=Secrecy.SECRET)}),
        (SECRET, {"ballots": dict.fromkeys(SECRET.voted, MotionBallot(AGAINST))}),
        (SECRET, {"numbers": SECRET.numbers[1:]}),
        (SECRET, {"numbers": (SECRET.numbers[0], *SECRET.numbers[:-1])}),
        (SECRET, {"dissents": (Dissent(voter(119)),)}),
        (SECRET, {"dissents": tuple(Dissent(voter(n)) for n in range(1, 96))}),
        (NAMED, {"dissents": (Dissent(voter(1)),)}),
        (NAMED, {"lot": Lot((), "Жребий")}),
        (NAMED, {"run_off": True}),
        (SECRET, BY_LOT),
        (SECRET, {"lot": Lot((CandidateId(2),), "Жребий")}),
    ],
)
def test_an_item_that_contradicts_itself_is_refused(item: Any, changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"\w \w"):
        replace(item, **changes)


def test_who_voted_against_may_have_that_recorded() -> None:
    assert replace(NAMED, dissents=(Dissent(voter(4)),)).dissents[0].voter == 4
    assert replace(SECRET, dissents=(Dissent(voter(96)),)).dissents[0].voter == 96


def stranger() -> Any:
    return council(an_item(a_poll(), {10: MotionBallot(AGAINST)}, 9))


@pytest.mark.parametrize(
    "made",
    [
        lambda: replace(council(), items=()),
        lambda: council(a_motion(), an_item(a_poll(mode=Mode.REMOTE), {}, 9)),
        stranger,
        lambda: council(registered=frozenset({voter(77)})),
        lambda: replace(council(), participants=council().participants * 2),
        lambda: replace(council().participants[0].hands[0], authority=Authority.PROXY),
        lambda: replace(council().participants[4].hands[0], authority=Authority.LEADER),
        lambda: Casting((), (council().participants[0].hands[0],)),
        lambda: Casting((1,), ()),
        lambda: replace(council().participants[0], castings=council().participants[0].castings * 2),
        lambda: replace(council().participants[0], member="", organisation=None),
    ],
)
def test_minutes_that_contradict_themselves_are_refused(made: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"\w \w"):
        made()
