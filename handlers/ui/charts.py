"""Results of votes at a glance: a chart as a picture, and bars as text."""

from collections.abc import Collection
from typing import NamedTuple

from bot.documents.blocks import Bar, Chart
from bot.domain.polls.plans import MET, Candidate, CandidateId, PollKind, PollPlan
from bot.domain.polls.tallies import Item, Outcome, Result
from handlers.ui.texts import Texts

FULL, EMPTY = "▰", "▱"
CELLS = 10


class Ranked(NamedTuple):
    """A candidate with its number on the ballot and its counts."""

    number: int
    candidate: Candidate
    item: Item


def ranked(plan: PollPlan, result: Result) -> list[Ranked]:
    """Return the candidates; of an election by votes, otherwise in the order of the ballot."""
    items = {item.candidate: item for item in result.items}
    listed = enumerate(plan.candidates, start=1)
    found = [Ranked(number, one, items[one.id]) for number, one in listed]
    if plan.kind is PollKind.ELECTION:
        found.sort(key=lambda one: -one.item.counts.in_favour)
    return found


def outcome_of(item: Item, t: Texts, by_lot: Collection[CandidateId] = ()) -> str:
    """Return an item's outcome in a word or two; the losers of a lot are not elected."""
    outcome: str = item.outcome
    if by_lot and item.outcome is Outcome.TIED:
        outcome = "lot" if item.candidate in by_lot else Outcome.NOT_ELECTED
    return t.plain("minutes-outcome", outcome=outcome)


def counts_in_words(plan: PollPlan, result: Result, item: Item, t: Texts) -> str:
    """Return e.g. «За — 6, против — 1, воздержались — 2, не голосовали — 0.».

    At a meeting, those who were there and silent are told apart from those who were absent.
    """
    counts = item.counts
    return t.plain(
        "minutes-counts",
        **{"for": counts.in_favour},
        against=counts.against,
        abstained=counts.abstained,
        missing=counts.not_voting,
        met=plan.mode in MET,
        silent=result.silent,
        absent=result.absent,
    )


def series(plan: PollPlan, t: Texts) -> tuple[str, str, str, str]:
    """Return the names of an item's four counts, which differ in an election."""
    return (
        t.plain("minutes-column-for"),
        t.plain("minutes-column-against", kind=plan.kind),
        t.plain("minutes-column-abstained", kind=plan.kind),
        t.plain("minutes-column-missing"),
    )


def outcome_chart(
    plan: PollPlan, result: Result, t: Texts, by_lot: Collection[CandidateId] = ()
) -> Chart:
    """Return the chart of a closed poll, for `DocumentRenderer`."""
    if plan.kind is PollKind.MOTION:
        (item,) = result.items
        words = counts_in_words(plan, result, item, t)
        bars = [_bar(outcome_of(item, t).capitalize(), item)]
    else:
        found = ranked(plan, result)
        notes = [outcome_of(one.item, t, by_lot) for one in found]
        names = [_named(one, t) for one in found]
        words = "; ".join(f"{name}: {note}" for name, note in zip(names, notes, strict=True))
        bars = [
            _bar(name, one.item, note) for name, one, note in zip(names, found, notes, strict=True)
        ]
    return Chart(
        title=plan.question,
        series=series(plan, t),
        bars=tuple(bars),
        needed=t.plain("minutes-chart-needed"),
        description=t.plain("minutes-chart", question=plan.question, words=words),
    )


def _named(one: Ranked, t: Texts) -> str:
    return t.plain("minutes-candidate", number=one.number, name=one.candidate.name)


def _bar(label: str, item: Item, note: str = "") -> Bar:
    counts = item.counts
    numbers = (counts.in_favour, counts.against, counts.abstained, counts.not_voting)
    return Bar(label, numbers, item.majority.needed, note)


def text_bar(part: int, whole: int, cells: int = CELLS) -> str:
    """Return e.g. «▰▰▰▰▱▱▱▱▱▱»: full only for all, empty only for none."""
    if not 0 <= part <= whole:
        raise ValueError(f"{part} is no part of {whole}")
    full = cells * part // whole if whole else 0
    if part and not full:
        full = 1
    return FULL * full + EMPTY * (cells - full)
