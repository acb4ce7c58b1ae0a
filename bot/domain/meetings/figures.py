"""Figures that tellers and the chair type: how many hands or slips there were."""

import re
from collections.abc import Sequence

from bot.domain.meetings.refusals import FiguresUnreadable
from bot.domain.polls.hand_counts import CountedItem, HandCount, hands_on_motion
from bot.domain.polls.plans import Candidate, PollKind, PollPlan

NUMBER = re.compile(r"[0-9]{1,5}")
SEPARATORS = re.compile(r"[\s,;/]+")
MOTION = 3
"""A motion has so many: for, against, abstained."""


def read_figures(text: str, count: int) -> tuple[int, ...]:
    """Read so many whole numbers, with spaces or commas between them; refuse anything else."""
    parts = list(filter(None, SEPARATORS.split(text[:1000])))
    if len(parts) != count or not all(map(NUMBER.fullmatch, parts)):
        raise FiguresUnreadable(count)
    return tuple(map(int, parts))


def figures_needed(kind: PollKind, candidates: Sequence[Candidate]) -> int:
    """Return how many figures a count has: of an election the ballots, each candidate, and none."""
    return len(candidates) + 2 if kind is PollKind.ELECTION else MOTION


def counted(plan: PollPlan, figures: Sequence[int]) -> HandCount:
    """Return the count that these figures make; refuse too few or too many."""
    needed = figures_needed(plan.kind, plan.candidates)
    if len(figures) != needed:
        raise FiguresUnreadable(needed)
    if plan.kind is PollKind.ELECTION:
        return _election_count(plan.candidates, figures)
    return hands_on_motion(*figures)


def _election_count(candidates: Sequence[Candidate], figures: Sequence[int]) -> HandCount:
    """Return the count of an election: ballots, then votes for each candidate, then against all."""
    ballots, *approvals, against = figures
    items = (
        CountedItem(one.id, votes, against, ballots - against - votes)
        for one, votes in zip(candidates, approvals, strict=True)
    )
    return HandCount(ballots, tuple(items))
