"""Payloads: values of the domain as the JSON that entries of the chain hold."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.polls.plans import Body, PollPlan
from bot.domain.polls.seals import Json
from bot.domain.polls.voters import Representative, Voter

PROXY_CLAUSE = "council_proxies"
LATER_CLAUSES = frozenset({"competence", "remote", PROXY_CLAUSE})
"""Clauses of rules that older entries lack."""

LATER = frozenset({"omission", "excludes"})
"""Fields of a plan that older entries lack."""

LATER_OF_OPENINGS = frozenset({"run_off_of"})
"""What older entries of openings lack."""


def plain(value: Any) -> Json:
    """Return a domain value as JSON: times as ISO-8601, durations in whole seconds.

    Unordered values are sorted; a dataclass becomes an object of its fields.
    """
    match value:
        case StrEnum():
            made: Json = value.value
        case None | str() | int():
            made = value
        case datetime() | date():
            made = value.isoformat()
        case timedelta():
            made = int(value.total_seconds())
        case Mapping():
            made = {str(key): plain(one) for key, one in value.items()}
        case frozenset():
            made = [plain(one) for one in sorted(value)]
        case tuple() | list():
            made = [plain(one) for one in value]
        case _ if is_dataclass(value):
            made = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        case _:
            raise TypeError(f"no JSON for {type(value).__name__}")
    return made


def plan_payload(plan: PollPlan) -> Json:
    """Return a plan; what was not asked for earlier is left out where there is nothing.

    A plan of the council always has the clause about proxies: an empty one records that there were
    none to be given, which entries of older releases do not say.
    """
    made = {
        field.name: plain(getattr(plan, field.name))
        for field in fields(PollPlan)
        if field.name not in LATER or getattr(plan, field.name) is not None
    }
    if plan.omission is not None:  # who is left out stands beside the plan
        made["omission"] = {"clause": plan.omission.clause, "reason": plan.omission.reason}
    rules = {one.name: plain(getattr(plan.rules, one.name)) for one in fields(plan.rules)}
    told = {PROXY_CLAUSE} if plan.body is Body.COUNCIL else set()
    unsaid = LATER_CLAUSES - told
    said = {name: value for name, value in rules.items() if value or name not in unsaid}
    return {**made, "rules": said}


def tells_of_proxies(opening: Mapping[str, Any]) -> bool:
    """Tell whether an opening's entry has the clause about proxies, though perhaps an empty one."""
    return PROXY_CLAUSE in opening["plan"]["rules"]


def as_told_then(opening: dict[str, Any], entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an opening's payload without what the release that wrote `entry` did not say."""
    if not tells_of_proxies(entry) and not opening["plan"]["rules"].get(PROXY_CLAUSE):
        opening["plan"]["rules"].pop(PROXY_CLAUSE, None)
    return {k: v for k, v in opening.items() if k in entry or k not in LATER_OF_OPENINGS}


def voter_payload(voter: Voter) -> Json:
    """Return a voter with those who may cast its ballot."""
    made = {field.name: plain(getattr(voter, field.name)) for field in fields(voter)}
    return {**made, "people": [person_payload(person) for person in voter.people]}


def person_payload(person: Representative) -> Json:
    """Return a person; whether they lead is left out where it is not known, as in older entries."""
    made = {field.name: plain(getattr(person, field.name)) for field in fields(person)}
    return {name: value for name, value in made.items() if name != "leader" or value is not None}
