"""Rules 1, 3 to 6 and 18: the roll, mandates, arrivals, those afar, ballots sent before."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.meetings import acts, refusals
from bot.domain.meetings.facts import IssuedCode
from bot.domain.meetings.plans import AgendaPoint, ItemKind
from bot.domain.meetings.state import Phase
from bot.domain.meetings.terms import Ground, Leaving
from bot.domain.people.members import MemberId
from bot.domain.polls.plans import Secrecy
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal
from tests.sittings import (
    BUDGET,
    ELECTION,
    FROM_AFAR,
    LETTER,
    MIXED,
    REPORT,
    SECRETARY,
    STARTS,
    Sitting,
    a_paper,
    delegate,
    leader,
)

DELEGATE: dict[str, Any] = {"ground": Ground.DELEGATE, "document": LETTER}
DAY = timedelta(days=1)
HOLDER = MemberId(900)
PROXY: dict[str, Any] = {"person": HOLDER, "ground": Ground.PROXY, "proxy": a_paper()}


def test_the_roll_is_fixed_whole_on_the_day() -> None:
    sitting = Sitting(7).registers()
    assert sitting.state.entitled == 7
    with pytest.raises(refusals.RegistrationIsOpen):
        sitting.does(acts.RegistrationOpened, voters=sitting.voters[:3])


def test_the_registration_does_not_open_before_the_day() -> None:
    sitting = Sitting()
    sitting.does(acts.Convened, plan=sitting.plan)
    with pytest.raises(refusals.RegistrationTooEarly) as refused:
        sitting.does(acts.RegistrationOpened, voters=sitting.voters)
    assert refused.value.opens_at == STARTS - timedelta(hours=12)


def test_who_became_a_member_since_is_not_on_the_roll() -> None:
    sitting = Sitting(3).registers()
    with pytest.raises(refusals.NotOnRoll):
        sitting.arrives(4)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"person": delegate(1)}, refusals.MandateInvalid),  # says that they lead
        ({"person": HOLDER}, refusals.MandateInvalid),
        ({"person": HOLDER, "ground": Ground.DELEGATE, "document": "д"}, refusals.MandateInvalid),
        ({"person": delegate(1), "ground": Ground.DELEGATE}, refusals.MandateMissing),
        ({"person": HOLDER, "ground": Ground.PROXY}, refusals.MandateMissing),
        ({**PROXY, "person": leader(1)}, refusals.MandateInvalid),  # needs no proxy
        (
            {**PROXY, "proxy": a_paper(expires_at=STARTS - timedelta(days=1))},
            refusals.MandateInvalid,
        ),
    ],
)
def test_nobody_registers_without_a_mandate(said: dict[str, Any], why: type[Refusal]) -> None:
    sitting = Sitting().registers()
    with pytest.raises(why):
        sitting.arrives(1, **said)


def test_leaders_delegates_with_a_document_and_holders_of_proxies_register() -> None:
    sitting = Sitting().registers().arrives(1)
    sitting.arrives(2, person=delegate(2), **DELEGATE).arrives(3, **PROXY).arrives(4, **PROXY)
    assert len(sitting.state.present) == 4
    assert sitting.state.represented_by(HOLDER) == (3, 4)


def test_two_delegates_are_one_arrival_and_the_voter_leaves_with_the_last() -> None:
    sitting = Sitting().registers().arrives(1).arrives(1, person=delegate(1), **DELEGATE)
    assert len(sitting.state.present) == 1
    sitting.leaves(1)
    assert set(sitting.state.present) == {1}
    sitting.leaves(1, delegate(1))
    assert not sitting.state.present
    assert sitting.state.ever == {1}


def test_who_is_there_does_not_arrive_twice_and_may_return() -> None:
    sitting = Sitting().registers().arrives(1)
    with pytest.raises(refusals.RegisteredAlready):
        sitting.arrives(1)
    sitting.leaves(1).arrives(1)
    assert set(sitting.state.present) == {1}
    assert len(sitting.state.mandates[VoterId(1)]) == 2


def test_an_arrival_by_mistake_is_taken_back_until_it_counts() -> None:
    sitting = Sitting(3).registers().arrives(1)
    sitting.leaves(1, why=Leaving.MISTAKE)
    assert sitting.state.ever == frozenset()
    sitting.arrives(1, 2, 3)
    sitting.does(acts.Begun)
    with pytest.raises(refusals.ArrivalCounted):
        sitting.leaves(1, why=Leaving.MISTAKE)


def test_who_is_afar_needs_a_clause_of_the_charter() -> None:
    with pytest.raises(refusals.RemoteNotAllowed):
        Sitting().registers().arrives(1, remote=True)
    sitting = Sitting(**FROM_AFAR).registers().arrives(1, remote=True).arrives(2)
    assert sitting.state.remote == {1}
    assert len(sitting.state.present) == 2


def test_a_lost_connection_is_a_departure() -> None:
    sitting = Sitting(**FROM_AFAR).registers().arrives(1, remote=True)
    sitting.does(acts.Departed, None, voter=VoterId(1), person=leader(1), why=Leaving.LOST)
    assert not sitting.state.present


def test_the_session_opens_with_more_than_half_of_all() -> None:
    sitting = Sitting(6).registers().arrives(1, 2, 3)
    with pytest.raises(refusals.OpeningWithoutQuorum) as refused:
        sitting.does(acts.Begun)
    assert (refused.value.present, refused.value.entitled, refused.value.needed) == (3, 6, 4)
    sitting.arrives(4)
    sitting.does(acts.Begun, unnotified=(VoterId(5),))
    assert sitting.state.opening is not None
    assert sitting.state.opening.unnotified == (5,)


def test_the_registration_goes_on_after_the_opening_for_later_items() -> None:
    sitting = Sitting().begins(1, 2, 3)
    sitting.arrives(4)
    assert sitting.state.opening is not None
    assert sitting.state.opening.present == 3
    assert len(sitting.state.present) == 4


def test_ballots_sent_in_time_count_for_the_quorum_and_only_once() -> None:
    sitting = Sitting(5, **MIXED).registers().arrives(1, 2)
    sent: dict[str, Any] = {"received_at": STARTS - timedelta(hours=2), "ballots": {BUDGET: "for"}}
    sitting.does(acts.Posted, voter=VoterId(3), person=leader(3), **sent)
    assert sitting.state.has_quorum
    with pytest.raises(refusals.PostedAlready):
        sitting.does(acts.Posted, voter=VoterId(3), person=leader(3), **sent)
    assert sitting.state.taking_part_in(BUDGET) == {1, 2, 3}
    assert sitting.state.taking_part_in(ELECTION) == {1, 2}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"received_at": STARTS + timedelta(minutes=1)}, refusals.PostingOver),
        ({"ballots": {REPORT: "for"}}, refusals.ItemNotVoted),
        ({"person": HOLDER}, refusals.MandateInvalid),
        ({"voter": VoterId(9)}, refusals.NotOnRoll),
    ],
)
def test_late_or_foreign_ballots_are_not_taken(changes: dict[str, Any], why: type[Refusal]) -> None:
    sitting = Sitting(**MIXED).registers()
    usual = {"voter": VoterId(3), "person": leader(3), "ballots": {BUDGET: "for"}}
    with pytest.raises(why):
        sitting.does(acts.Posted, **{**usual, "received_at": STARTS - timedelta(1), **changes})


def test_a_meeting_in_the_hall_takes_no_ballots_by_post() -> None:
    sitting = Sitting(**FROM_AFAR).registers()
    with pytest.raises(refusals.PostingOver):
        sitting.does(
            acts.Posted,
            voter=VoterId(1),
            person=leader(1),
            received_at=STARTS - timedelta(1),
            ballots={BUDGET: "for"},
        )


def test_a_code_is_for_who_represents_the_voter_here() -> None:
    sitting = Sitting().registers()
    with pytest.raises(refusals.NotRegistered):
        sitting.does(acts.CodeIssued, voter=VoterId(1), person=leader(1))
    sitting.arrives(1)
    assert not sitting.state.has_code(VoterId(1))
    sitting.does(acts.CodeIssued, voter=VoterId(1), person=leader(1), digest="ab")
    assert sitting.state.codes == {1: IssuedCode(leader(1), "ab")}
    assert sitting.state.has_code(VoterId(1))
    sitting.arrives(1, person=delegate(1), ground=Ground.DELEGATE, document=LETTER)
    sitting.leaves(1)
    assert not sitting.state.has_code(VoterId(1))


def test_nothing_happens_after_the_end_or_before_the_notice() -> None:
    sitting = Sitting()
    with pytest.raises(refusals.MeetingNotConvened):
        sitting.arrives(1)
    sitting.does(acts.Convened, plan=sitting.plan)
    with pytest.raises(refusals.MeetingConvened):
        sitting.does(acts.Convened, plan=sitting.plan)
    sitting.does(acts.CalledOff, SECRETARY, reason="Зал закрыт")
    assert sitting.state.phase is Phase.CALLED_OFF
    with pytest.raises(refusals.MeetingCalledOff):
        sitting.does(acts.Begun)


def test_a_ballot_on_an_item_that_is_secret_by_plan_is_not_sent_before() -> None:
    item = AgendaPoint(id=BUDGET, kind=ItemKind.VOTE, title="Бюджет", secrecy=Secrecy.SECRET)
    sitting = Sitting(agenda=(item,), **MIXED).registers()
    sent: dict[str, Any] = {"voter": VoterId(1), "person": leader(1), "received_at": sitting.now}
    with pytest.raises(refusals.PostingInSecret):
        sitting.does(acts.Posted, ballots={BUDGET: "for"}, **sent)
