"""Texts of a poll's plan, before it is opened."""

from bot.domain.polls.plans import PollPlan
from bot.domain.polls.tallies import Explanation
from handlers.polls.cards import plan_words as rules_and_times
from handlers.ui.lengths import clipped
from handlers.ui.texts import Markup, Texts

QUESTION_LENGTH = 600
NAME_LENGTHS = {10: 100, 50: 24}
"""How much of each name is shown with at most this many candidates."""


def plan_words(plan: PollPlan, explained: Explanation | None, t: Texts) -> Markup:
    """Return the question and the rules, `explained` in votes; at most 3300 characters."""
    head = t("poll-head", body=plan.body, kind=plan.kind, mode=plan.mode)
    question = t("poll-question", question=clipped(plan.question, QUESTION_LENGTH), round=False)
    terms = [rules_and_times(plan, explained, t) if explained else "", *_rest(plan, t)]
    parts = [f"{head}\n{question}", _candidates(plan, t), "\n".join(filter(None, terms))]
    return Markup("\n\n".join(filter(None, parts)))


def _candidates(plan: PollPlan, t: Texts) -> str:
    room = next((room for most, room in NAME_LENGTHS.items() if len(plan.candidates) <= most), 24)
    return "\n".join(
        t("poll-plan-candidate", number=number, name=clipped(one.name, room))
        for number, one in enumerate(plan.candidates, start=1)
    )


def _rest(plan: PollPlan, t: Texts) -> list[str]:
    """Return the plan besides its rules: what is shown when, who is told, and the files."""
    files = len(plan.materials)
    return [
        t("poll-plan-live") if plan.live else t("poll-plan-hidden"),
        t("poll-plan-all-voted") if plan.closes_when_all_voted else "",
        t("poll-plan-members") if plan.tells_members else "",
        t("poll-plan-council") if plan.elects_council else "",
        t("poll-plan-excludes") if plan.excludes is not None else "",
        t("poll-plan-files", count=files) if files else "",
    ]
