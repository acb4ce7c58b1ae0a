"""What the highest body alone decides is refused elsewhere, by too few, and without its clause."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.polls import records
from bot.domain.polls.competences import LONGEST_SESSION, is_qualified, least_quorum, require_lawful
from bot.domain.polls.majorities import (
    AT_LEAST_HALF,
    MORE_THAN_HALF,
    Base,
    Bound,
    Majority,
    Quorum,
    Share,
    votes_needed,
)
from bot.domain.polls.plans import Body, Mode, PollPlan
from bot.domain.polls.polls import Closing
from bot.domain.polls.refusals import (
    AnnouncedDateStands,
    CompetenceMissing,
    ExclusiveBySimpleMajority,
    ExclusiveInCouncil,
    QuorumTooSmall,
    RemoteClauseMissing,
    SessionTooLong,
)
from bot.domain.refusals import Refusal
from tests.polling import INSTANT, NOW, RULES, SHARES, TWO_THIRDS, a_motion, a_poll, an_election

CLAUSE = "7-ФЗ, ст. 29, п. 3"
HOUR = timedelta(hours=1)
QUALIFIED = replace(
    RULES, majority=Majority(TWO_THIRDS, Base.PARTICIPANTS, "Устав"), competence=CLAUSE
)
TENTH = Share(1, 10, Bound.AT_LEAST)
SHARE = st.builds(
    lambda part, more, bound: Share(part, part + more, bound),
    st.integers(1, 60),
    st.integers(1, 60),
    st.sampled_from(Bound),
)


def the_charter(**changes: Any) -> PollPlan:
    fields: dict[str, Any] = {"body": Body.GENERAL, "exclusive": True, "rules": QUALIFIED}
    fields |= {"closes_at": NOW + HOUR}
    return a_motion(**{**fields, **changes})


def test_the_general_meeting_changes_the_charter_by_a_qualified_majority() -> None:
    require_lawful(the_charter(), NOW)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"body": Body.COUNCIL}, ExclusiveInCouncil),
        ({"rules": replace(QUALIFIED, competence=" ")}, CompetenceMissing),
        ({"rules": replace(RULES, competence=CLAUSE)}, ExclusiveBySimpleMajority),
        ({"rules": replace(QUALIFIED, quorum=Quorum(TENTH, "Устав"))}, QuorumTooSmall),
    ],
)
def test_it_is_refused_otherwise(changes: dict[str, Any], refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        require_lawful(the_charter(**changes), NOW)


def test_who_sits_in_the_council_is_not_the_councils_to_decide_though_nobody_says_so() -> None:
    plan = an_election(elects_council=True, rules=QUALIFIED, mode=Mode.MEETING)
    with pytest.raises(ExclusiveInCouncil):
        require_lawful(plan, NOW)
    require_lawful(replace(plan, body=Body.GENERAL), NOW)


def test_an_ordinary_question_needs_neither_clause_nor_more_than_a_simple_majority() -> None:
    require_lawful(a_motion(mode=Mode.CORRESPONDENCE), NOW)
    require_lawful(an_election(mode=Mode.MEETING), NOW)


@pytest.mark.parametrize(
    ("body", "mode", "floor"),
    [
        (Body.GENERAL, Mode.MEETING, MORE_THAN_HALF),
        (Body.GENERAL, Mode.REMOTE, MORE_THAN_HALF),
        (Body.GENERAL, Mode.CORRESPONDENCE, AT_LEAST_HALF),
        *((Body.COUNCIL, mode, AT_LEAST_HALF) for mode in Mode),
    ],
)
def test_no_quorum_goes_below_the_laws(body: Body, mode: Mode, floor: Share) -> None:
    assert least_quorum(body, mode) == floor
    for share in (*SHARES, TENTH):
        rules = replace(RULES, quorum=Quorum(share, "Устав"))
        plan = a_motion(body=body, mode=mode, rules=rules, closes_at=NOW + HOUR)
        if share.reaches(floor):
            require_lawful(plan, NOW)
        else:
            with pytest.raises(QuorumTooSmall):
                require_lawful(plan, NOW)


@given(SHARE, SHARE)
def test_a_share_reaches_another_if_it_asks_for_as_many_of_any_number(
    share: Share, other: Share
) -> None:
    asked = [(votes_needed(share, n), votes_needed(other, n)) for n in (*range(1, 41), 2 * 120**2)]
    enough = all(mine >= others for mine, others in asked)
    assert enough or not share.reaches(other)
    if Fraction(share.numerator, share.denominator) < Fraction(other.numerator, other.denominator):
        assert not share.reaches(other)


@pytest.mark.parametrize("share", SHARES)
def test_a_qualified_majority_is_of_more_than_a_half(share: Share) -> None:
    assert is_qualified(share) is (share.numerator / share.denominator > 0.5)


def test_a_poll_without_a_clause_is_recorded_as_before_there_were_any() -> None:
    plan: Any = records.opened(a_poll(), ()).payload["plan"]
    said_later = {"remote", "council_proxies"}
    assert set(plan["rules"]) == {"quorum", "majority", "recusal", "correspondence"} | said_later
    bare = replace(RULES, remote="", council_proxies="")
    general: Any = records.opened(a_poll(rules=bare, body=Body.GENERAL), ()).payload["plan"]
    assert set(general["rules"]) == {"quorum", "majority", "recusal", "correspondence"}
    said: Any = records.opened(a_poll(rules=QUALIFIED), ()).payload["plan"]
    assert said["rules"]["competence"] == CLAUSE


def test_a_meeting_from_afar_lasts_hours_and_needs_a_clause_of_the_charter() -> None:
    session = a_motion(mode=Mode.REMOTE, closes_at=NOW + LONGEST_SESSION)
    require_lawful(session, NOW)
    with pytest.raises(RemoteClauseMissing):
        require_lawful(replace(session, rules=replace(RULES, remote="")), NOW)
    days = replace(session, closes_at=session.closes_at + INSTANT)
    with pytest.raises(SessionTooLong) as refusal:
        require_lawful(days, NOW)
    assert refusal.value.hours == 12
    require_lawful(replace(days, opens_at=NOW + HOUR), NOW)


@pytest.mark.parametrize("mode", [Mode.MEETING, Mode.CORRESPONDENCE])
def test_what_takes_days_is_by_correspondence_or_at_a_meeting(mode: Mode) -> None:
    require_lawful(a_motion(mode=mode, rules=replace(RULES, remote="")), NOW)


def test_by_correspondence_the_announced_date_stands_unless_all_have_voted() -> None:
    poll = a_poll(mode=Mode.CORRESPONDENCE)
    with pytest.raises(AnnouncedDateStands) as refusal:
        poll.closed_by_hand("Пора", NOW)
    assert refusal.value.closes_at == poll.closes_at
    assert poll.closed_by_hand("Пора", NOW, all_voted=True).closing is Closing.BY_HAND


def test_the_clause_stands_on_one_line() -> None:
    plan = the_charter(rules=replace(QUALIFIED, competence=" Устав,\n п. 5.3 ")).checked(NOW)
    assert plan.rules.competence == "Устав, п. 5.3"
