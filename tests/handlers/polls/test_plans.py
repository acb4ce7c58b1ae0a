"""A plan in words fits a message, whatever people typed, with room for what is said below it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.config.voting import Voting
from bot.domain.polls.majorities import Majority, Quorum
from bot.domain.polls.materials import Material, MaterialKind
from bot.domain.polls.plans import (
    CANDIDATES_LIMIT,
    NAME_LIMIT,
    QUESTION_LIMIT,
    Candidate,
    CandidateId,
)
from bot.domain.polls.tallies import explain
from handlers.polls.plans import plan_words
from handlers.ui.lengths import length
from tests.wording import texts

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_longest_plan_leaves_room_for_whom_it_does_not_reach(language: str) -> None:
    t = texts(language)
    election = next(one for one in Voting().presets if one.name == "election")
    rules = election.rules
    crowd = tuple(
        Candidate(CandidateId(n), "<Я>" * (NAME_LIMIT // 3)) for n in range(CANDIDATES_LIMIT)
    )
    plan = replace(
        election.plan("&я" * (QUESTION_LIMIT // 2), NOW, crowd, seats=50),
        opens_at=NOW + timedelta(days=400),
        closes_at=NOW + timedelta(days=420),
        rules=replace(
            rules,
            quorum=Quorum(rules.quorum.share, "я" * 200),
            majority=Majority(rules.majority.share, rules.majority.base, "ю" * 200),
        ),
        materials=(Material(MaterialKind.PHOTO, "f"),) * 5,
        closes_when_all_voted=True,
        tells_members=True,
    )

    words = plan_words(plan, explain(plan.rules, 120), t)

    assert 2500 < length(words) <= 3300
    assert "\n50. " in words
