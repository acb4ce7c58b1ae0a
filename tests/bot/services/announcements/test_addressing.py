"""Whom an announcement reaches: the preview counts those who get it, each of them once."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.announcements.addressees import (
    EVERYBODY,
    Addressees,
    AllOf,
    AnyOf,
    ByName,
    Circle,
    Except,
    OfCircle,
    OfEvent,
    OfMunicipalities,
    OfOrganisations,
    WithRoles,
    YetToVote,
)
from bot.domain.announcements.announcements import AnnouncementPlan, AnnouncementState, Kind
from bot.domain.announcements.drafts import Bond, Selection
from bot.domain.announcements.submissions import NewAnnouncement
from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Answer, Group, Rsvp
from bot.domain.events.seats import Seat
from bot.domain.mailings import Occasion
from bot.domain.people.members import MemberId, OrganisationId, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.polls.polls import PollId
from bot.services.announcements.addressing import coverage_of, recipients_of
from bot.services.announcements.broadcasting import newcomers, send_copies
from storage.stores import Stores
from tests.alliance import some_rules
from tests.announcing import a_plan
from tests.halls import a_plan as an_event
from tests.people import consented
from tests.schemas import in_memory

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
PEOPLE = 24
LEADER = 9
RULES = some_rules()
EVENT = EventId(1)
PLACES = ("Реж", "Ирбит", "")

RSVPS = {
    2: Rsvp(Answer.GOING, NOW, seat=Seat.SEATED, place=1),
    3: Rsvp(Answer.GOING, NOW, seat=Seat.WAITING, place=2),
    4: Rsvp(Answer.MAYBE, NOW),
    5: Rsvp(Answer.DECLINED, NOW),
    24: Rsvp(Answer.GOING, NOW, seat=Seat.SEATED, place=3),
}
"""What people said to the event; 24 is a guest from outside."""


def of_number(number: int) -> dict[str, Any]:
    """Return what a person of this number is: every trait is on its own cycle."""
    return {
        "organisation": number % 4 or None,
        "council": number % 5 == 0,
        "chair": number == 10,
        "organiser": number in {1, 7},
        "delegate": number % 3 == 0,
        "joined": number % 6 != 5,
        "reachable": number % 7 != 6,
        "guest": number == PEOPLE,
        "unwanted": number % 8 == 1,
    }


TRAITS = {number: of_number(number) for number in range(1, PEOPLE + 1)}


def populated() -> sqlite3.Connection:
    db = in_memory()
    tx = Stores(db)
    for number in (1, 2, 3):
        place = PLACES[number - 1]
        tx.organisations.add(
            OrganisationDetails(f"Фонд {number}", "", f"667100000{number}", None, place)
        )
    for number, of in TRAITS.items():
        _add(tx, number, of)
    tx.organisations.save_leader(OrganisationId(1), MemberId(LEADER))
    tx.events.add(an_event(starts_at=NOW + timedelta(days=3), capacity=None), MemberId(1), NOW)
    for number, rsvp in RSVPS.items():
        tx.rsvps.save(EVENT, MemberId(number), rsvp)
    return db


def _add(tx: Stores, number: int, of: dict[str, Any]) -> None:
    names = {"council": Role.COUNCIL, "chair": Role.CHAIR, "organiser": Role.ORGANISER}
    roles = frozenset(role for name, role in names.items() if of[name])
    if of["guest"]:
        member = tx.members.add_guest(f"Гость {number}")
    else:
        details = PersonDetails(f"Ч {number}", roles=roles, delegate=bool(of["delegate"]))
        member = tx.members.add(details, of["organisation"])
    assert member == number
    if of["joined"]:
        consented(tx, member, NOW, telegram_id=1000 + number)
    tx.members.save_reachable(member, NOW, reachable=bool(of["reachable"]))
    if of["unwanted"]:
        tx.subscriptions.save_unwanted(member, [Kind.NEWS])


@pytest.fixture(scope="module")
def db() -> Iterator[sqlite3.Connection]:
    made = populated()
    yield made
    made.close()


OWN = {number for number, of in TRAITS.items() if not of["guest"]}
CIRCLES = {
    Circle.EVERYBODY: OWN,
    Circle.COUNCIL: {n for n in OWN if TRAITS[n]["council"] or TRAITS[n]["chair"]},
    Circle.DELEGATES: {n for n in OWN if TRAITS[n]["delegate"] or n == LEADER},
    Circle.LEADERS: {LEADER},
}


def members(addressees: Addressees) -> set[int]:
    """Return who is meant, by the traits alone: what the rules are measured by."""
    match addressees:
        case AnyOf(parts):
            return set().union(*map(members, parts))
        case AllOf(parts):
            return set.intersection(*map(members, parts))
        case Except(whole, without):
            return members(whole) - members(without)
        case _:
            return _leaf(addressees)


def _leaf(addressees: Addressees) -> set[int]:
    match addressees:
        case OfCircle(circle):
            meant = CIRCLES[circle]
        case OfMunicipalities(places):
            known = {place.casefold() for place in places}
            meant = {n for n in OWN if _place(n).casefold() in known}
        case OfOrganisations(ids):
            meant = {n for n in OWN if TRAITS[n]["organisation"] in ids}
        case WithRoles(roles):
            meant = {n for n in OWN if set(roles) & _roles(n)}
        case ByName(people):
            meant = set(people)
        case OfEvent(_, group):
            meant = _group(group)
        case _:
            meant = set()
    return meant


def _place(number: int) -> str:
    organisation = TRAITS[number]["organisation"]
    return PLACES[organisation - 1] if isinstance(organisation, int) else ""


def _roles(number: int) -> set[Role]:
    of = TRAITS[number]
    held = {Role.ORGANISER} if of["organiser"] else set()
    held |= {Role.CHAIR, Role.COUNCIL} if of["chair"] else set()
    held |= {Role.COUNCIL} if of["council"] else set()
    return held | ({Role.LEADER} if number == LEADER else set())


def _group(group: Group) -> set[int]:
    match group:
        case Group.GOING:
            return {2, 24}
        case Group.WAITING:
            return {3}
        case Group.MAYBE:
            return {4}
        case Group.DECLINED:
            return {5}
        case Group.SILENT:
            return {
                n for n, of in TRAITS.items() if of["joined"] and not of["guest"] and n not in RSVPS
            }
        case Group.CAME:
            return set()


LEAVES = st.one_of(
    st.sampled_from(Circle).map(OfCircle),
    st.lists(st.sampled_from(["Реж", "ирбит", "РЕЖ"]), min_size=1).map(
        lambda places: OfMunicipalities(tuple(places))
    ),
    st.lists(st.integers(1, 4), min_size=1).map(
        lambda ids: OfOrganisations(tuple(map(OrganisationId, ids)))
    ),
    st.lists(st.sampled_from(Role), min_size=1).map(lambda roles: WithRoles(tuple(roles))),
    st.lists(st.integers(1, PEOPLE + 5), min_size=1).map(
        lambda ids: ByName(tuple(map(MemberId, ids)))
    ),
    st.sampled_from(Group).map(lambda group: OfEvent(EVENT, group)),
    st.just(YetToVote(PollId(1))),
)
EXPRESSIONS: st.SearchStrategy[Addressees] = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        st.lists(parts, min_size=1, max_size=3).map(lambda some: AnyOf(tuple(some))),
        st.lists(parts, min_size=1, max_size=3).map(lambda some: AllOf(tuple(some))),
        st.builds(Except, parts, parts),
    ),
    max_leaves=6,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(addressees=EXPRESSIONS, kind=st.sampled_from([Kind.NEWS, Kind.IMPORTANT]))
def test_the_preview_counts_those_who_get_it_and_each_gets_it_once(
    db: sqlite3.Connection, addressees: Addressees, kind: Kind
) -> None:
    db.execute("SAVEPOINT one")
    try:
        _check(db, AnnouncementPlan(contents=a_plan().contents, addressees=addressees, kind=kind))
    finally:
        db.execute("ROLLBACK TO one")
        db.execute("RELEASE one")


ONES = st.integers(1, PEOPLE).map(lambda one: ByName((MemberId(one),)))


@settings(suppress_health_check=[*HealthCheck])
@given(taps=st.lists(st.tuples(st.sampled_from(Bond), ONES | LEAVES), max_size=8))
def test_people_picked_by_name_are_counted_and_told_like_any_circle(
    db: sqlite3.Connection, taps: list[tuple[Bond, Addressees]]
) -> None:
    selection = Selection()
    for bond, circle in taps:
        selection = selection.toggled(bond, circle)
    db.execute("SAVEPOINT one")
    try:
        _check(db, a_plan(addressees=selection.addressees))
    finally:
        db.execute("ROLLBACK TO one")
        db.execute("RELEASE one")


def _check(db: sqlite3.Connection, plan: AnnouncementPlan) -> None:
    tx = Stores(db)
    meant = {n for n in members(plan.addressees) if n in TRAITS}
    joined = {n for n in meant if TRAITS[n]["joined"]}
    important = plan.kind is Kind.IMPORTANT
    get = joined if important else {n for n in joined if not TRAITS[n]["unwanted"]}
    reached = {n for n in get if TRAITS[n]["reachable"]}

    recipients = recipients_of(tx, plan, NOW)
    coverage = coverage_of(recipients, RULES, NOW)
    assert coverage.reach.people == len(reached)
    assert coverage.reach.unreachable == len(get - reached)
    assert coverage.reach.not_joined == len(meant - joined)
    assert coverage.opted_out == len(joined - get)
    houses = {TRAITS[n]["organisation"] for n in reached if not TRAITS[n]["guest"]} - {None, 0}
    assert coverage.reach.organisations == len(houses)
    assert recipients.everybody == (joined >= _all_joined())

    new = NewAnnouncement(plan, AnnouncementState.SCHEDULED, MemberId(1), NOW)
    announcement = tx.announcements.get(tx.announcements.add(new, NOW))
    assert announcement is not None
    assert announcement.plan == plan, "what was stored reads as what was meant"
    for occasion, more in ((Occasion.ANNOUNCEMENT, recipients), (Occasion.COPY, None)):
        people = more or newcomers(tx, announcement, NOW)
        send_copies(tx, occasion, announcement, MemberId(1), people, (), RULES, NOW)
    told = [
        row[0]
        for row in db.execute("SELECT member_id FROM notices WHERE kind = 'announcement.copy_due'")
    ]
    assert sorted(told) == sorted(get), "nobody outside, nobody twice"


def _all_joined() -> set[int]:
    return {n for n, of in TRAITS.items() if of["joined"] and not of["guest"]}


def test_a_guest_from_outside_is_never_among_everybody(db: sqlite3.Connection) -> None:
    tx = Stores(db)
    for addressees in (EVERYBODY, Except(EVERYBODY, OfCircle(Circle.COUNCIL))):
        found = recipients_of(tx, a_plan(addressees=addressees), NOW)
        assert PEOPLE not in {member.id for member in found.people}
    going = recipients_of(tx, a_plan(addressees=OfEvent(EVENT, Group.GOING)), NOW)
    assert PEOPLE in {member.id for member in going.people}
