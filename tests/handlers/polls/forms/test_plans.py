"""A draft becomes a plan, and a plan a draft; a preset settles all but what is asked for."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.config.voting import Voting
from bot.domain.applications.ids import ApplicationId
from bot.domain.people.members import MemberId
from bot.domain.polls.majorities import Base, Bound, Majority, Share
from bot.domain.polls.materials import Material, MaterialKind
from bot.domain.polls.omissions import Omission
from bot.domain.polls.plans import CANDIDATES_LIMIT, Candidate, CandidateId, PollPlan
from bot.domain.polls.presets import Preset
from bot.domain.polls.refusals import CandidateRepeated, ClosingOutOfRange, TooManyCandidates
from bot.domain.polls.voters import VoterId
from handlers.polls.forms.plans import (
    PollDraft,
    checked_opening,
    clause_for,
    copy_of,
    draft_of,
    draft_of_preset,
    known_clauses,
    plan_of,
    usual_closing,
    with_candidate,
    with_preset,
)

NOW = datetime(2026, 12, 1, 7, 12, 30, 5, tzinfo=UTC)
PRESETS = {one.name: one for one in Voting().presets}
LUCH = Candidate(CandidateId(1), "Фонд <Луч>", application=ApplicationId(7))
VERA = Candidate(CandidateId(2), "Вера", member=MemberId(5))
EVERYBODY: dict[str, Any] = {"voters": None, "omission": None}
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
        omission=Omission("Устав, п. 4.7", "членство приостановлено"),
        closes_when_all_voted=False,
        tells_members=True,
    )


def kept(draft: PollDraft) -> PollDraft:
    """Return a draft as it comes back from the database."""
    return PollDraft.model_validate_json(draft.model_dump_json())


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS.keys())
def test_a_plan_survives_being_a_draft_in_the_database(preset: Preset) -> None:
    for plan in (full(preset), replace(full(preset), opens_at=None, leads=None, **EVERYBODY)):
        assert plan_of(kept(draft_of(plan))) == plan


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS.keys())
def test_a_preset_settles_all_but_what_is_asked_for(preset: Preset) -> None:
    draft = kept(draft_of_preset(preset))

    assert (draft.question, draft.candidates, draft.closes_at) == (None, (), None)
    assert (draft.seats is not None) == (preset.kind == "election")
    draft.question, draft.closes_at = "?", NOW + timedelta(days=3)
    plan = plan_of(draft)
    same = preset.plan("?", NOW, seats=preset.seats)
    assert replace(plan, closes_at=same.closes_at) == same


def test_a_copy_has_neither_an_opening_nor_a_close() -> None:
    draft = copy_of(full(PRESETS["motion"]))

    assert (draft.opens_at, draft.closes_at) == (None, None)


def test_another_kind_of_vote_forgets_who_stood_and_another_body_who_votes() -> None:
    draft = draft_of(full(PRESETS["admission"]))

    motion = with_preset(draft, PRESETS["motion"])
    assert motion.candidates == ()
    assert motion.voters == (1, 3)
    charter = with_preset(draft, PRESETS["charter"])
    assert charter.voters is None
    assert charter.question == draft.question
    again = with_preset(draft, PRESETS["admission"])
    assert again.candidates == draft.candidates


def test_a_vote_of_days_usually_ends_on_a_whole_hour_and_a_shorter_one_on_a_minute() -> None:
    days = usual_closing(draft_of_preset(PRESETS["motion"]), NOW)
    hours = usual_closing(draft_of_preset(PRESETS["election"]), NOW)

    assert days == datetime(2026, 12, 4, 8, 0, tzinfo=UTC)
    assert hours == datetime(2026, 12, 1, 10, 13, tzinfo=UTC)
    assert usual_closing(draft_of(MOTION), NOW) is None


def test_a_vote_that_opens_later_usually_ends_later() -> None:
    draft = draft_of_preset(PRESETS["motion"])
    draft.opens_at = datetime(2026, 12, 10, 4, 0, tzinfo=UTC)

    assert usual_closing(draft, NOW) == datetime(2026, 12, 13, 4, 0, tzinfo=UTC)


def test_an_opening_leaves_time_to_vote() -> None:
    draft = draft_of(replace(MOTION, closes_at=NOW + timedelta(days=1)))

    checked_opening(NOW + timedelta(hours=20), draft)
    for opens_at in (NOW + timedelta(days=1), NOW - timedelta(days=90)):
        with pytest.raises(ClosingOutOfRange):
            checked_opening(opens_at, draft)


def test_a_rule_is_known_by_its_share_and_a_majority_by_its_base_too() -> None:
    rules = MOTION.rules
    other = replace(rules, majority=Majority(Share(2, 3, Bound.AT_LEAST), Base.CAST, "Устав"))
    draft = draft_of(replace(MOTION, rules=other))

    assert clause_for("majority", draft, [rules, other]) == "Устав"
    entitled = draft.model_copy(update={"base": Base.ENTITLED})
    assert clause_for("majority", entitled, [rules, other]) == ""
    assert clause_for("quorum", draft, [other]) == rules.quorum.clause
    assert known_clauses("majority", [rules, other, rules]) == [rules.majority.clause, "Устав"]
    assert known_clauses("correspondence", [rules]) == []


def test_candidates_are_numbered_on_and_stand_once() -> None:
    vera = Candidate(CandidateId(4), "Вера", member=MemberId(5))
    standing = (Candidate(CandidateId(1), "Луч"), vera)

    assert with_candidate(standing, "Мост")[-1] == Candidate(CandidateId(5), "Мост")
    other = with_candidate(standing, "Вера", member=MemberId(6))[-1]
    assert (other.id, other.name, other.member) == (5, "Вера", 6)
    with pytest.raises(CandidateRepeated):
        with_candidate(standing, " лУч ")
    crowd = tuple(Candidate(CandidateId(n), f"{n}") for n in range(CANDIDATES_LIMIT))
    with pytest.raises(TooManyCandidates):
        with_candidate(crowd, "Ещё один")
