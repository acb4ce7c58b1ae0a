"""At a meeting those who are there and silent take part: who is there is known before the count."""

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people.members import MemberId
from bot.domain.polls import records
from bot.domain.polls.plans import Mode
from bot.domain.polls.polls import Closing, PollState
from bot.domain.polls.presences import Presence, present_voters
from bot.domain.polls.refusals import PollIsClosed, ReasonMissing
from bot.domain.polls.tallies import Outcome, tally
from bot.domain.refusals import ButtonTooOld
from tests.polling import (
    CLOSES,
    INSTANT,
    NOW,
    a_motion,
    a_poll,
    an_electorate,
    count,
    voters,
    votes,
)

MEETING = a_poll(mode=Mode.MEETING)


def test_of_nine_present_three_for_and_two_against_with_four_silent_adopt_nothing() -> None:
    result = count(a_motion(mode=Mode.MEETING), votes(3, 2), silent=4)
    assert result.outcome is Outcome.REJECTED
    assert (result.items[0].majority.base, result.items[0].majority.needed) == (9, 5)
    assert (result.silent, result.absent) == (4, 0)


@given(st.frozensets(st.integers(1, 9)), st.frozensets(st.integers(1, 9)), st.integers(0, 2))
def test_everybody_who_took_part_is_present_whether_ticked_or_not(
    ticked: frozenset[int], voted: frozenset[int], recused: int
) -> None:
    electorate = an_electorate()
    conflicted = frozenset(range(1, recused + 1))
    for number in conflicted:
        electorate = electorate.with_recused(next(iter(voters(number))))
    cast = voters(*voted - conflicted)
    present = present_voters(electorate, cast, voters(*ticked))
    assert present == voters(*ticked | voted | conflicted)
    headcount = electorate.headcount(cast, present)
    result = tally(MEETING, headcount, votes(len(cast)))
    assert result.quorum.present == len(present)
    assert result.silent == len(present - cast - voters(*conflicted))
    assert result.silent + result.ballots + result.recused + result.absent == 9


def test_a_stranger_on_the_list_is_refused() -> None:
    with pytest.raises(ButtonTooOld):
        present_voters(an_electorate(), voters(), voters(1, 10))


def test_the_deadline_ends_the_voting_at_a_meeting_and_counts_nothing_without_the_list() -> None:
    assert MEETING.closed_if_due(CLOSES, all_voted=False) is MEETING
    assert MEETING.awaits_presence(CLOSES)
    assert not MEETING.awaits_presence(CLOSES - INSTANT)
    with pytest.raises(PollIsClosed):
        MEETING.require_open(CLOSES)


@pytest.mark.parametrize("mode", [Mode.REMOTE, Mode.CORRESPONDENCE])
def test_no_other_vote_waits_for_a_list(mode: Mode) -> None:
    poll = a_poll(mode=mode)
    assert not poll.awaits_presence(CLOSES)
    assert poll.closed_if_due(CLOSES, all_voted=False).state is PollState.CLOSED


def test_where_everybody_voted_no_list_is_needed() -> None:
    closed = MEETING.closed_if_due(CLOSES, all_voted=True)
    assert (closed.state, closed.closing) == (PollState.CLOSED, Closing.DEADLINE)


def test_with_the_list_it_has_closed_at_its_deadline_however_late_that_comes() -> None:
    closed = MEETING.closed_by_hand("", CLOSES + timedelta(hours=2))
    assert (closed.closed_at, closed.closing) == (CLOSES, Closing.DEADLINE)
    assert closed.reason == ""


def test_before_the_deadline_a_reason_is_asked_for_as_ever() -> None:
    with pytest.raises(ReasonMissing):
        MEETING.closed_by_hand("", NOW)


def test_the_record_names_who_is_present_in_one_order_and_who_listed_them() -> None:
    record = records.present(MEETING.id, Presence(voters(3, 1, 2), MemberId(7), NOW))
    assert json.loads(json.dumps(record.payload)) == {
        "poll": MEETING.id,
        "by": 7,
        "at": NOW.isoformat(),
        "voters": [1, 2, 3],
    }
