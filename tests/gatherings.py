"""General meetings in an alliance that has something of everything, as far as each has come."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.meetings import acts
from bot.domain.meetings.plans import (
    AgendaPoint,
    ItemId,
    ItemKind,
    MeetingId,
    MeetingMode,
    MeetingPlan,
)
from bot.domain.meetings.records import recorded
from bot.domain.meetings.terms import Ground, Hands, Office
from bot.domain.people.members import MemberId
from bot.domain.polls.plans import Body, Candidate, CandidateId
from bot.domain.polls.voters import Voter
from bot.services.polls.electing import everybody_of
from storage.stores import Stores
from tests.general_meetings import an_election
from tests.samples.people import NOW

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
REPORT, BUDGET, ELECTION, CHARTER = map(ItemId, (1, 2, 3, 4))
OFFICERS = (
    (Office.SECRETARY, ("secretary",)),
    (Office.TELLER, ("organiser", "council")),
    (Office.CHAIR, ("chair",)),
)


def agenda() -> tuple[AgendaPoint, ...]:
    """Return a report, two motions and an election."""
    return (
        AgendaPoint(id=REPORT, kind=ItemKind.REPORT, title="Отчёт", speaker="Вера"),
        AgendaPoint(id=BUDGET, kind=ItemKind.VOTE, title="Бюджет", decision="Утвердить"),
        an_election(ELECTION, preset="election"),
        AgendaPoint(id=CHARTER, kind=ItemKind.VOTE, title="Устав"),
    )


def a_plan_ahead(people: Mapping[str, MemberId]) -> MeetingPlan:
    """Return the plan of a meeting that takes proposals, at which people of this alliance stand."""
    stand = tuple(
        Candidate(CandidateId(number), name, member=people[name])
        for number, name in enumerate(("leader", "delegate"), 1)
    )
    return MeetingPlan(
        title="Будущее <собрание>",
        starts_at=NOW + 40 * DAY,
        place="Дом НКО",
        agenda=tuple(
            replace(one, candidates=stand) if one.id == ELECTION else one for one in agenda()
        ),
        proposals_until=NOW + 10 * DAY,
    )


def convened(
    tx: Stores, people: Mapping[str, MemberId], mode: MeetingMode = MeetingMode.REMOTE
) -> MeetingId:
    """Write down a meeting of today, of which members were told; some may come from afar."""
    plan = MeetingPlan(
        title="Собрание",
        starts_at=NOW + 2 * HOUR,
        place="Дом НКО",
        agenda=agenda(),
        mode=mode,
        remote="Устав, п. 5.8",
    )
    meeting = tx.meetings.add(plan, people["secretary"], NOW - 20 * DAY, None)
    by = people["secretary"]
    told = acts.Convened(meeting=meeting, by=by, at=NOW - 20 * DAY, plan=plan)
    tx.entries.add(recorded(told))
    return meeting


def registering(tx: Stores, people: Mapping[str, MemberId]) -> MeetingId:
    """Write down a meeting to which nobody has come yet; it takes ballots sent before."""
    meeting = convened(tx, people, MeetingMode.MIXED)
    voters = tuple(everybody_of(tx, Body.GENERAL))
    by, at = people["secretary"], NOW - HOUR
    opened = acts.RegistrationOpened(meeting=meeting, by=by, at=at, voters=voters)
    tx.entries.add(recorded(opened))
    return meeting


def in_session(tx: Stores, people: Mapping[str, MemberId], *absent: str) -> MeetingId:
    """Write down a meeting that everybody came to but the organisations of these, with officers."""
    meeting = convened(tx, people)
    voters = tuple(everybody_of(tx, Body.GENERAL))
    said: dict[str, Any] = {"meeting": meeting, "by": people["secretary"], "at": NOW - HOUR}
    gone = {people[one] for one in absent}
    there = [one for one in voters if not gone & {each.member for each in one.people}]
    record: list[acts.MeetingAct] = [
        acts.RegistrationOpened(**said, voters=voters),
        acts.RegistrarNamed(**said, person=people["organiser"]),
        *(_arrived(one, people, said) for one in there),
        acts.Begun(**said),
        *(
            acts.OfficersElected(
                **said,
                office=office,
                people=tuple(people[one] for one in elected),
                names=elected,
                hands=Hands(len(there)),
            )
            for office, elected in OFFICERS
        ),
    ]
    for act in record:
        tx.entries.add(recorded(act))
    return meeting


def _arrived(voter: Voter, people: Mapping[str, MemberId], said: dict[str, Any]) -> acts.Arrived:
    """Return the arrival from afar of a voter's own person, else of somebody by proxy."""
    named = {one.member for one in voter.people}
    own = next((one for one in people.values() if one in named), people["member"])
    return acts.Arrived(
        **said,
        voter=voter.id,
        person=own,
        name="Участник",
        ground=Ground.LEADER if own in named else Ground.PROXY,
        remote=True,
    )
