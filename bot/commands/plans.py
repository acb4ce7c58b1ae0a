"""Describe an import's plan in English."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.domain.people.rows import LIMITS, RowFault

if TYPE_CHECKING:
    from bot.domain.people.imports import Plan, RefusedRow
    from bot.domain.people.rows import Problem

LONGEST_VALUE = 60
REMEDIES = {
    RowFault.MISSING: "write it",
    RowFault.NOT_INN: "it has 10 digits, the last of which checks the others; format the column as "
    "text, so that a leading 0 stays",
    RowFault.NOT_OGRN: "it has 13 digits, the last of which checks the others, or is left empty",
    RowFault.NOT_PHONE: "write one number such as +7 343 371-12-34, or nothing",
    RowFault.NOT_EMAIL: "write one address such as anna@example.org, or nothing",
    RowFault.NOT_YES_OR_NO: "write yes, no, да, нет, 1, 0, or nothing",
    RowFault.NOT_ROLE: "write leader, council, chair, secretary, organiser, administrator (or "
    "руководитель, совет, председатель, секретарь, организатор, администратор) with commas between",
    RowFault.LEFT: "it is admitted again by an application and a vote, not by an import",
    RowFault.TAKEN: "see which of the two is right",
    RowFault.FORMULA: "write what it should show, or open the file in a spreadsheet program and "
    "save it, so that the result is in it",
}


def described(plan: Plan, *, dry_run: bool) -> Iterator[str]:
    """Yield a line for each change and each problem, then the totals."""
    for organisation in plan.organisations:
        name = f"organisation {organisation.after.name} (INN {organisation.inn})"
        yield _change(name, organisation.is_new, organisation.fields)
    for person in plan.people:
        name = f"person {person.after.name} (INN {person.inn})"
        yield _change(name, person.is_new, person.fields)
    for row in plan.refused:
        yield from _complaints(row)
    yield _sum(plan, dry_run=dry_run)


def _change(name: str, is_new: bool, fields: tuple[str, ...]) -> str:  # noqa: FBT001  private
    return f"+ {name}" if is_new else f"~ {name}: {', '.join(fields)}"


def _complaints(row: RefusedRow) -> Iterator[str]:
    for problem in row.problems:
        yield f"! row {row.number}, {problem.column}: {_complaint(problem)}"


def _complaint(problem: Problem) -> str:
    value = problem.value
    shown = f"“{value if len(value) <= LONGEST_VALUE else value[:LONGEST_VALUE] + '…'}” "
    if problem.fault is RowFault.CONTRADICTION:
        rows = ", ".join(map(str, problem.rows))
        return f"{shown}disagrees with row {rows}: say the same in both, none of them goes in"
    if problem.fault is RowFault.TOO_LONG:
        return f"{shown}is too long: write at most {LIMITS[problem.column]} characters"
    return f"{shown if value else ''}is {problem.fault}: {REMEDIES[problem.fault]}"


def _sum(plan: Plan, *, dry_run: bool) -> str:
    counts = plan.counts()
    would = "Would be: " if dry_run else ""
    return (
        f"{would}organisations: {counts['organisations_added']} added, "
        f"{counts['organisations_changed']} changed; people: {counts['people_added']} added, "
        f"{counts['people_changed']} changed; {counts['unchanged']} unchanged; "
        f"rows refused: {counts['refused']}"
    )
