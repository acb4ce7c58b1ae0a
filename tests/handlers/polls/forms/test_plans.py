"""A draft becomes a plan, and a plan a draft; a preset settles all but what is asked for."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.config.voting import Voting
from bot.domain.people.members import MemberId
from bot.domain.polls.electorates import VoterId
from bot.domain.polls.majorities import Base, Bound, Majority, Share
from bot.domain.polls.materials import Material, MaterialKind
from bot.domain.polls.plans import (
    CANDIDATES_LIMIT,
    ApplicationId,
    Candidate,
    CandidateId,
    PollPlan,
)
from bot.domain.polls.presets import Preset
from bot.domain.polls.refusals import CandidateRepeated, ClosingOutOfRange, TooManyCandidates
from handlers.polls.forms.plans import (
    checked_opening,
    clause_for,
    copy_of,
    draft_of,
    draft_of_preset,
    fields_of,
    known_clauses,
    plan_of,
    share_in_draft,
    share_of,
    usual_closing,
    with_candidate,
    with_preset,
)

ZONE = ZoneInfo("Asia/Yekaterinburg")
NOW = datetime(2026, 12, 1, 7, 12, 30, 5, tzinfo=UTC)
PRESETS = {one.name: one for one in Voting().presets}
LUCH = Candidate(CandidateId(1), "Фонд <Луч>", application=ApplicationId(7))
VERA = Candidate(CandidateId(2), "Вера", member=MemberId(5))
MOTION = PRESETS["motion"].plan("Смета?", NOW)


def full(preset: Preset) -> PollPlan:
    """Return a plan with every option set."""
    candidates = () if preset.name in {"motion", "charter"} else (LUCH, VERA)
    return replace(
        preset.plan("О чём?\nПодробно", NOW, candidates),
        opens_at=NOW + timedelta(minutes=5, microseconds=9),
        materials=(Material(MaterialKind.PHOTO, "f1"), Material(MaterialKind.DOCUMENT, "f2", "С")),
        leads=(timedelta(days=1), timedelta(minutes=30)),
        voters=(VoterId(1), VoterId(3)),
        closes_when_all_voted=False,
        tells_members=True,
    )


def kept(draft: dict[str, Any]) -> dict[str, Any]:
    """Return a draft as it comes back from the database."""
    return dict(json.loads(json.dumps(draft)))


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS.keys())
def test_a_plan_survives_being_a_draft_in_the_database(preset: Preset) -> None:
    for plan in (full(preset), replace(full(preset), opens_at=None, leads=None, voters=None)):
        assert plan_of(kept(draft_of(plan, ZONE)), ZONE) == plan


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS.keys())
def test_a_preset_settles_all_but_what_is_asked_for(preset: Preset) -> None:
    draft = kept(draft_of_preset(preset))
    asked = [field for field in fields_of(draft) if field not in draft]

    assert asked == [
        "question",
        *([] if preset.kind == "motion" else ["candidates"]),
        "day",
        "time",
    ]
    typed = {"question": "?", "day": "2026-12-04", "time": "12:00"}
    plan = plan_of({**draft, **typed}, ZONE)
    same = preset.plan("?", NOW, seats=preset.seats)
    assert replace(plan, closes_at=same.closes_at) == same


def test_a_copy_has_neither_an_opening_nor_a_close() -> None:
    draft = copy_of(full(PRESETS["motion"]))

    assert not draft.keys() & {"day", "time", "open_day", "open_time"}


def test_another_kind_of_vote_forgets_who_stood_and_another_body_who_votes() -> None:
    draft = draft_of(full(PRESETS["admission"]), ZONE)

    motion = with_preset(draft, PRESETS["motion"])
    assert "candidates" not in motion
    assert motion["voters"] == [1, 3]
    charter = with_preset(draft, PRESETS["charter"])
    assert "voters" not in charter
    assert charter["question"] == draft["question"]
    again = with_preset(draft, PRESETS["admission"])
    assert again["candidates"] == draft["candidates"]


def test_a_vote_of_days_usually_ends_on_a_whole_hour_and_a_shorter_one_on_a_minute() -> None:
    days = usual_closing(draft_of_preset(PRESETS["motion"]), ZONE, NOW)
    hours = usual_closing(draft_of_preset(PRESETS["election"]), ZONE, NOW)

    assert days == datetime(2026, 12, 4, 8, 0, tzinfo=UTC)
    assert hours == datetime(2026, 12, 1, 10, 13, tzinfo=UTC)
    assert usual_closing(draft_of(MOTION, ZONE), ZONE, NOW) is None


def test_a_vote_that_opens_later_usually_ends_later() -> None:
    later = {"open_day": "2026-12-10", "open_time": "09:00"}

    ends = usual_closing(draft_of_preset(PRESETS["motion"]) | later, ZONE, NOW)

    assert ends == datetime(2026, 12, 13, 4, 0, tzinfo=UTC)


def test_an_opening_leaves_time_to_vote() -> None:
    draft = draft_of(replace(MOTION, closes_at=NOW + timedelta(days=1)), ZONE)

    checked_opening(NOW + timedelta(hours=20), draft, ZONE)
    for opens_at in (NOW + timedelta(days=1), NOW - timedelta(days=90)):
        with pytest.raises(ClosingOutOfRange):
            checked_opening(opens_at, draft, ZONE)


@pytest.mark.parametrize("bound", Bound)
def test_a_share_survives_being_in_a_draft(bound: Bound) -> None:
    share = Share(2, 3, bound)

    assert share_of(share_in_draft(share)) == share


def test_a_rule_is_known_by_its_share_and_a_majority_by_its_base_too() -> None:
    rules = MOTION.rules
    other = replace(rules, majority=Majority(Share(2, 3, Bound.AT_LEAST), Base.CAST, "Устав"))
    draft = draft_of(replace(MOTION, rules=other), ZONE)

    assert clause_for("majority", draft, [rules, other]) == "Устав"
    assert clause_for("majority", {**draft, "base": "entitled"}, [rules, other]) == ""
    assert clause_for("quorum", draft, [other]) == rules.quorum.clause
    assert known_clauses("majority", [rules, other, rules]) == [rules.majority.clause, "Устав"]
    assert known_clauses("correspondence", [rules]) == []


def test_candidates_are_numbered_on_and_stand_once() -> None:
    draft: dict[str, Any] = {"candidates": [[1, "Луч", None, None], [4, "Вера", None, 5]]}

    assert with_candidate(draft, "Мост")[-1] == [5, "Мост", None, None]
    assert with_candidate(draft, "Вера", member=6)[-1] == [5, "Вера", None, 6]
    with pytest.raises(CandidateRepeated):
        with_candidate(draft, " лУч ")
    crowd = {"candidates": [[n, f"{n}", None, None] for n in range(CANDIDATES_LIMIT)]}
    with pytest.raises(TooManyCandidates):
        with_candidate(crowd, "Ещё один")
