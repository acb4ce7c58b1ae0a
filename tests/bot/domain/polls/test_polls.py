"""How a poll opens, closes and is cancelled, and when a ballot is taken."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.people.members import MemberId
from bot.domain.polls.electorates import Electorate
from bot.domain.polls.plans import PollPlan, Secrecy
from bot.domain.polls.polls import Closing, Poll, PollState
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.proxy_refusals import ProxyGiven
from bot.domain.polls.refusals import (
    BallotFinal,
    ClosingOutOfRange,
    ElectorateEmpty,
    NotEntitled,
    PollIsCancelled,
    PollIsClosed,
    PollIsOpen,
    PollNotOpenYet,
    QuestionMissing,
    ReasonMissing,
    VoterRecused,
)
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ReasonTooLong, Refusal
from tests.polling import CLOSES, INSTANT, NOW, a_motion, a_poll, an_electorate, delegate, voters

HOUR = timedelta(hours=1)
LATER = NOW + HOUR
FIRST = VoterId(1)
SCHEDULED, OPEN, CLOSED, CANCELLED = PollState
ENDED = [(CLOSED, PollIsClosed), (CANCELLED, PollIsCancelled)]
NOT_OPEN = [(SCHEDULED, PollNotOpenYet), *ENDED]


def vote(poll: Poll, electorate: Electorate | None = None, *, voted: bool = False) -> None:
    """Vote as the first voter's delegate, an hour after the opening."""
    poll.require_votable(electorate or an_electorate(), FIRST, delegate(1), LATER, voted=voted)


# --- voting ---------------------------------------------------------------------------------------


def test_a_delegate_votes_until_the_deadline_and_not_from_it_on() -> None:
    """Nothing has closed the poll: its state is still open."""
    poll, electorate = a_poll(), an_electorate()

    poll.require_votable(electorate, FIRST, delegate(1), CLOSES - INSTANT, voted=False)
    with pytest.raises(PollIsClosed):
        poll.require_votable(electorate, FIRST, delegate(1), CLOSES, voted=False)


@pytest.mark.parametrize(("state", "refusal"), NOT_OPEN)
def test_a_poll_that_is_not_open_takes_no_ballot(state: PollState, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        vote(a_poll(state))


@pytest.mark.parametrize("state", PollState)
def test_a_stranger_is_told_nothing_of_the_state(state: PollState) -> None:
    with pytest.raises(NotEntitled):
        a_poll(state).require_votable(an_electorate(), FIRST, MemberId(7), CLOSES, voted=True)


def test_a_named_ballot_may_be_changed() -> None:
    vote(a_poll(secrecy=Secrecy.NAMED), voted=True)


def test_a_secret_ballot_is_final() -> None:
    secret = a_poll(secrecy=Secrecy.SECRET)

    vote(secret, voted=False)
    with pytest.raises(BallotFinal):
        vote(secret, voted=True)


def test_who_declared_a_conflict_does_not_vote() -> None:
    with pytest.raises(VoterRecused):
        vote(a_poll(), an_electorate().with_recused(FIRST))


def test_the_principal_of_a_proxy_does_not_vote_and_its_holder_does() -> None:
    proxy = Proxy(FIRST, delegate(2), "12", date(2026, 11, 30), CLOSES, "Все вопросы")
    electorate = an_electorate().with_proxy(proxy, voters(), NOW)

    a_poll().require_votable(electorate, FIRST, delegate(2), LATER, voted=False)
    with pytest.raises(ProxyGiven):
        vote(a_poll(), electorate)


# --- opening and changing -------------------------------------------------------------------------


def test_a_scheduled_poll_opens() -> None:
    scheduled = a_poll(SCHEDULED)

    opened = scheduled.opened(an_electorate(), LATER)

    assert opened == replace(scheduled, state=OPEN, opened_at=LATER)


@pytest.mark.parametrize(("state", "refusal"), [(OPEN, PollIsOpen), *ENDED])
def test_a_poll_opens_once(state: PollState, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        a_poll(state).opened(an_electorate(), LATER)


def test_a_poll_without_voters_does_not_open() -> None:
    with pytest.raises(ElectorateEmpty):
        a_poll(SCHEDULED).opened(an_electorate(0), LATER)


def test_a_poll_whose_deadline_passed_while_the_bot_was_down_does_not_open() -> None:
    with pytest.raises(ClosingOutOfRange):
        a_poll(SCHEDULED).opened(an_electorate(), CLOSES)


def test_a_scheduled_poll_can_be_changed_into_another_that_keeps_the_rules() -> None:
    plan = a_motion(question=" Другой вопрос ", closes_at=CLOSES + HOUR)

    changed = a_poll(SCHEDULED).changed(plan, NOW)

    assert changed == a_poll(SCHEDULED, question="Другой вопрос", closes_at=CLOSES + HOUR)
    with pytest.raises(QuestionMissing):
        a_poll(SCHEDULED).changed(a_motion(question=""), NOW)


@pytest.mark.parametrize(("state", "refusal"), [(OPEN, PollIsOpen), *ENDED])
def test_once_open_nothing_of_a_poll_can_be_edited(
    state: PollState, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        a_poll(state).changed(a_motion(), NOW)


def test_the_plan_of_a_poll_is_what_was_planned() -> None:
    assert a_poll().plan == a_motion()
    assert type(a_poll().plan) is PollPlan


# --- closing --------------------------------------------------------------------------------------


def test_a_poll_closes_at_its_deadline_and_not_before() -> None:
    poll = a_poll()

    assert poll.closed_if_due(CLOSES - INSTANT, all_voted=False) == poll
    assert poll.closed_if_due(CLOSES, all_voted=False) == replace(
        poll, state=CLOSED, closed_at=CLOSES, closing=Closing.DEADLINE
    )


def test_a_deadline_that_is_noticed_late_was_the_deadline_all_the_same() -> None:
    poll = a_poll(closes_when_all_voted=True)

    closed = poll.closed_if_due(CLOSES + HOUR, all_voted=True)

    assert (closed.closed_at, closed.closing) == (CLOSES, Closing.DEADLINE)


@pytest.mark.parametrize("wanted", [True, False])
def test_the_last_ballot_closes_a_poll_that_says_so(wanted: bool) -> None:
    poll = a_poll(closes_when_all_voted=wanted)

    closed = poll.closed_if_due(LATER, all_voted=True)

    assert poll.closed_if_due(LATER, all_voted=False) == poll
    assert closed == (
        replace(poll, state=CLOSED, closed_at=LATER, closing=Closing.ALL_VOTED) if wanted else poll
    )


@pytest.mark.parametrize("state", [SCHEDULED, CLOSED, CANCELLED])
def test_what_is_not_open_is_not_closed_a_second_time(state: PollState) -> None:
    poll = a_poll(state, closes_when_all_voted=True)

    assert poll.closed_if_due(CLOSES + HOUR, all_voted=True) == poll


def test_a_poll_is_closed_by_hand_with_a_reason() -> None:
    closed = a_poll().closed_by_hand(" Все высказались ", LATER)

    assert closed == a_poll(
        CLOSED, closed_at=LATER, closing=Closing.BY_HAND, reason="Все высказались"
    )


@pytest.mark.parametrize(("state", "refusal"), NOT_OPEN)
def test_only_an_open_poll_is_closed_by_hand(state: PollState, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        a_poll(state).closed_by_hand("Все высказались", LATER)


def test_from_its_deadline_on_a_poll_is_neither_closed_by_hand_nor_cancelled() -> None:
    """Its result stands, whether or not anything has noticed the deadline."""
    with pytest.raises(PollIsClosed):
        a_poll().closed_by_hand("Все высказались", CLOSES)
    with pytest.raises(PollIsClosed):
        a_poll().cancelled("Ошибка", CLOSES)


@pytest.mark.parametrize("state", [SCHEDULED, OPEN])
def test_a_poll_is_cancelled_with_a_reason(state: PollState) -> None:
    cancelled = a_poll(state).cancelled(" Ошибка ", CLOSES - INSTANT)

    assert cancelled == replace(a_poll(state), state=CANCELLED, reason="Ошибка")


def test_a_poll_that_never_opened_is_cancelled_at_any_time() -> None:
    assert a_poll(SCHEDULED).cancelled("Не открылось", CLOSES).state is CANCELLED


@pytest.mark.parametrize(("state", "refusal"), ENDED)
def test_a_poll_that_is_over_is_not_cancelled(state: PollState, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        a_poll(state).cancelled("Ошибка", LATER)


@pytest.mark.parametrize(
    ("reason", "refusal"), [(" \n", ReasonMissing), ("я" * 501, ReasonTooLong)]
)
def test_a_reason_says_something_and_fits(reason: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        a_poll().closed_by_hand(reason, LATER)
    with pytest.raises(refusal):
        a_poll().cancelled(reason, LATER)


@pytest.mark.parametrize("live", [True, False])
@pytest.mark.parametrize("state", PollState)
def test_counts_show_after_the_close_and_before_it_only_if_the_poll_says_so(
    state: PollState, live: bool
) -> None:
    shows = state is CLOSED or (state is OPEN and live)

    assert a_poll(state, live=live).shows_counts == shows
