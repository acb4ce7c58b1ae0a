"""Describe an import's plan in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.domain.people.rows import LIMITS, RowFault

if TYPE_CHECKING:
    from bot.domain.people.imports import Plan, RefusedRow
    from bot.domain.people.rows import Problem
    from handlers.ui.texts import Texts

LONGEST_VALUE = 60


def described(plan: Plan, t: Texts, *, dry_run: bool) -> Iterator[str]:
    """Yield a line for each change and each problem, then the totals."""
    for organisation in plan.organisations:
        about = {"name": organisation.after.name, "inn": organisation.inn}
        name = t.plain("import-change-organisation", **about)
        yield _change(name, organisation.is_new, organisation.fields)
    for person in plan.people:
        name = t.plain("import-change-person", name=person.after.name, inn=person.inn)
        yield _change(name, person.is_new, person.fields)
    for row in plan.refused:
        yield from _complaints(row, t)
    yield t.plain("import-sum", dry=dry_run, **plan.counts())


def _change(name: str, is_new: bool, fields: tuple[str, ...]) -> str:  # noqa: FBT001  private
    return f"+ {name}" if is_new else f"~ {name}: {', '.join(fields)}"


def _complaints(row: RefusedRow, t: Texts) -> Iterator[str]:
    for problem in row.problems:
        yield t.plain(
            "import-row-problem",
            row=str(row.number),
            column=problem.column,
            said=bool(problem.value),
            value=_shortened(problem.value),
            problem=_complaint(problem, t),
        )


def _shortened(value: str) -> str:
    return value if len(value) <= LONGEST_VALUE else value[:LONGEST_VALUE] + "…"


def _complaint(problem: Problem, t: Texts) -> str:
    return t.plain(
        "import-row-fault",
        fault=problem.fault.name.lower(),
        rows=", ".join(map(str, problem.rows)),
        limit=LIMITS[problem.column] if problem.fault is RowFault.TOO_LONG else 0,
    )
