"""Who may cast whose ballot, who is waited for, and how many there are."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people.members import MemberId
from bot.domain.polls.electorates import Electorate, Headcount
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.proxy_refusals import (
    ProxyExpired,
    ProxyGiven,
    ProxyHolderIneligible,
    ProxyIncomplete,
    ProxyRepeated,
    ProxyTooLate,
    ProxyTooLong,
)
from bot.domain.polls.refusals import ElectorateEmpty, NotEntitled, VoterRecused
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal
from tests.polling import INSTANT, NOW, an_electorate, delegate, voters

NOBODY = voters()
STRANGER = MemberId(7)
ENDS = NOW + timedelta(days=1)
FIRST, SECOND, THIRD = VoterId(1), VoterId(2), VoterId(3)


def a_proxy(principal: int = 1, holder: int = 2) -> Proxy:
    return Proxy(
        principal=VoterId(principal),
        holder=delegate(holder),
        number="12",
        issued_on=date(2026, 11, 30),
        expires_at=ENDS,
        scope="Голосовать по всем вопросам",
    )


def with_proxy() -> Electorate:
    """Voter 1 lets the delegate of voter 2 cast its ballot."""
    return an_electorate().with_proxy(a_proxy(), NOBODY, NOW)


def ballots_of(electorate: Electorate, member: MemberId, now: datetime) -> set[VoterId]:
    """Return the voters whose ballots a person is shown as the one to cast."""
    return {one for one in electorate.delegates if member in electorate.casters(one, now)}


def test_a_delegate_casts_the_ballot_of_their_voter_and_no_other() -> None:
    electorate = an_electorate()

    electorate.require_caster(FIRST, delegate(1), NOW)
    with pytest.raises(NotEntitled):
        electorate.require_caster(SECOND, delegate(1), NOW)


@pytest.mark.parametrize(
    ("voter", "member"), [(FIRST, STRANGER), (VoterId(99), STRANGER), (VoterId(99), delegate(1))]
)
def test_strangers_have_no_ballot(voter: VoterId, member: MemberId) -> None:
    with pytest.raises(NotEntitled):
        an_electorate().require_caster(voter, member, NOW)


def test_any_delegate_of_an_organisation_may_cast_its_one_ballot() -> None:
    electorate = Electorate({FIRST: frozenset({MemberId(5), MemberId(6)}), SECOND: frozenset()})

    electorate.require_caster(FIRST, MemberId(5), NOW)
    electorate.require_caster(FIRST, MemberId(6), NOW)
    assert len(electorate) == 2


def test_the_holder_of_a_proxy_casts_both_ballots_and_its_principal_none() -> None:
    electorate = with_proxy()

    electorate.require_caster(FIRST, delegate(2), NOW)
    electorate.require_caster(SECOND, delegate(2), NOW)
    assert ballots_of(electorate, delegate(2), NOW) == voters(1, 2)
    assert ballots_of(electorate, delegate(1), NOW) == NOBODY
    with pytest.raises(ProxyGiven) as refused:
        electorate.require_caster(FIRST, delegate(1), NOW)
    assert refused.value.number == "12"


def test_a_proxy_is_in_force_before_it_runs_out_and_then_the_principal_votes() -> None:
    electorate = with_proxy()

    electorate.require_caster(FIRST, delegate(2), ENDS - INSTANT)
    with pytest.raises(ProxyGiven):
        electorate.require_caster(FIRST, delegate(1), ENDS - INSTANT)
    electorate.require_caster(FIRST, delegate(1), ENDS)
    with pytest.raises(ProxyExpired):
        electorate.require_caster(FIRST, delegate(2), ENDS)


def test_a_proxy_that_ran_out_costs_its_holder_no_ballot_of_their_own() -> None:
    """The holder became a delegate of the principal after the proxy was given."""
    both = frozenset({delegate(1), delegate(2)})
    electorate = replace(with_proxy(), delegates={FIRST: both, SECOND: frozenset({delegate(2)})})

    electorate.require_caster(FIRST, delegate(2), NOW)
    electorate.require_caster(FIRST, delegate(2), ENDS)


def test_a_proxy_of_somebody_who_has_no_ballot_gives_none() -> None:
    electorate = replace(an_electorate(), proxies=(a_proxy(principal=99),))

    with pytest.raises(NotEntitled):
        electorate.require_caster(VoterId(99), delegate(2), NOW)


@pytest.mark.parametrize(
    ("proxy", "voted", "refusal"),
    [
        (replace(a_proxy(), number=" "), NOBODY, ProxyIncomplete),
        (replace(a_proxy(), scope="\n"), NOBODY, ProxyIncomplete),
        (replace(a_proxy(), number="1" * 201), NOBODY, ProxyTooLong),
        (replace(a_proxy(), scope="я" * 201), NOBODY, ProxyTooLong),
        (replace(a_proxy(), expires_at=NOW), NOBODY, ProxyExpired),
        (replace(a_proxy(), holder=STRANGER), NOBODY, ProxyHolderIneligible),
        (a_proxy(holder=1), NOBODY, ProxyHolderIneligible),
        (a_proxy(principal=99), NOBODY, NotEntitled),
        (a_proxy(), voters(1), ProxyTooLate),
    ],
)
def test_a_proxy_that_breaks_a_rule_is_refused(
    proxy: Proxy, voted: frozenset[VoterId], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        an_electorate().with_proxy(proxy, voted, NOW)


def test_a_colleague_of_the_same_organisation_needs_no_proxy_and_gets_none() -> None:
    """Not even one who is a delegate of another voter too."""
    both = frozenset({delegate(1), delegate(2)})
    electorate = Electorate({FIRST: both, SECOND: frozenset({delegate(2)})})

    with pytest.raises(ProxyHolderIneligible):
        electorate.with_proxy(a_proxy(), NOBODY, NOW)


def test_a_voter_gives_one_proxy_at_a_time() -> None:
    with pytest.raises(ProxyRepeated):
        with_proxy().with_proxy(a_proxy(holder=3), NOBODY, ENDS - INSTANT)


def test_a_proxy_that_ran_out_is_replaced() -> None:
    longer = replace(a_proxy(holder=3), expires_at=ENDS + timedelta(days=1))

    electorate = with_proxy().with_proxy(longer, NOBODY, ENDS)

    assert electorate.proxies == (longer,)


def test_the_texts_of_a_proxy_are_kept_on_one_line() -> None:
    loose = replace(a_proxy(), number=" 12\n/б ", scope="Все\nвопросы")

    kept = an_electorate().with_proxy(loose, NOBODY, NOW).proxy_of(FIRST)

    assert kept == replace(a_proxy(), number="12 /б", scope="Все вопросы")


def test_who_declared_a_conflict_does_not_vote_in_person_or_by_proxy() -> None:
    electorate = with_proxy().with_recused(FIRST).with_recused(THIRD)

    with pytest.raises(VoterRecused):
        electorate.require_caster(FIRST, delegate(2), NOW)
    with pytest.raises(VoterRecused):
        electorate.require_caster(THIRD, delegate(3), NOW)
    with pytest.raises(VoterRecused):
        electorate.with_proxy(a_proxy(principal=3), NOBODY, NOW)
    assert ballots_of(electorate, delegate(2), NOW) == voters(2)


def test_only_a_voter_declares_a_conflict() -> None:
    with pytest.raises(NotEntitled):
        an_electorate().with_recused(VoterId(99))


@given(st.data())
def test_the_ballots_offered_to_a_person_are_those_that_are_taken_from_them(
    data: st.DataObject,
) -> None:
    electorate = with_proxy()
    for number in data.draw(st.sets(st.integers(1, 9))):
        electorate = electorate.with_recused(VoterId(number))
    member = MemberId(data.draw(st.integers(100, 110)))
    now = data.draw(st.sampled_from([NOW, ENDS - INSTANT, ENDS]))

    taken = set()
    for voter in electorate.delegates:
        try:
            electorate.require_caster(voter, member, now)
        except Refusal:
            continue
        taken.add(voter)

    assert ballots_of(electorate, member, now) == taken


def test_those_who_can_vote_and_have_not_are_waited_for() -> None:
    electorate = an_electorate(4).with_recused(SECOND)

    assert electorate.awaited(voters(1)) == voters(3, 4)
    assert electorate.awaited(voters(1, 3, 4)) == NOBODY


def test_an_electorate_has_voters() -> None:
    an_electorate(1).require_voters()
    with pytest.raises(ElectorateEmpty):
        an_electorate(0).require_voters()


def test_present_is_who_voted_or_was_registered_each_once_guests_and_recused_not() -> None:
    electorate = an_electorate().with_recused(FIRST)

    headcount = electorate.headcount(voters(2, 3), registered=voters(1, 3, 4, 99))

    assert headcount == Headcount(entitled=9, recused=1, voted=2, present=3)


@pytest.mark.parametrize("voted", [voters(1), voters(99), voters(2, 99)])
def test_a_roll_with_a_ballot_of_somebody_who_has_none_is_an_error(
    voted: frozenset[VoterId],
) -> None:
    with pytest.raises(ValueError, match="somebody who has none"):
        an_electorate().with_recused(FIRST).headcount(voted)


@pytest.mark.parametrize(
    ("entitled", "recused", "voted", "present"),
    [(9, 0, 3, 2), (9, 0, 3, 10), (9, 2, 3, 8), (9, -1, 3, 3), (9, 0, -1, 3), (2, 3, 0, 0)],
)
def test_numbers_that_do_not_add_up_are_an_error(
    entitled: int, recused: int, voted: int, present: int
) -> None:
    with pytest.raises(ValueError, match="does not add up"):
        Headcount(entitled, recused, voted, present)
