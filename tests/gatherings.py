"""General meetings in an alliance that has something of everything: planned, and in session."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.domain.meetings import acts
from bot.domain.meetings.acts import Ground, Hands, Office
from bot.domain.meetings.codes import PageKind
from bot.domain.meetings.plans import AgendaPoint, ItemId, ItemKind, MeetingId, MeetingPlan
from bot.domain.meetings.records import recorded
from bot.domain.people.members import MemberId
from bot.domain.polls.plans import Body
from bot.services.polls.electing import everybody_of
from bot.wiring import Services
from storage.stores import Stores
from tests.general_meetings import an_election
from tests.pressing import Presses
from tests.samples.people import NOW, OLGA

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
REPORT, BUDGET, CHARTER = ItemId(1), ItemId(2), ItemId(4)


def agenda() -> tuple[AgendaPoint, ...]:
    """Return a report, two motions and an election."""
    return (
        AgendaPoint(id=REPORT, kind=ItemKind.REPORT, title="Отчёт", speaker="Вера"),
        AgendaPoint(id=BUDGET, kind=ItemKind.VOTE, title="Бюджет", decision="Утвердить"),
        an_election(ItemId(3), preset="election"),
        AgendaPoint(id=CHARTER, kind=ItemKind.VOTE, title="Устав"),
    )


async def hold_meetings(presses: Presses, people: Mapping[str, MemberId]) -> None:
    """Plan a meeting, which takes proposals; another one votes on an item right now."""
    services, secretary = presses.services, people["secretary"]
    ahead = MeetingPlan(
        title="Будущее <собрание>",
        starts_at=NOW + 40 * DAY,
        place="Дом НКО",
        agenda=agenda(),
        proposals_until=NOW + 10 * DAY,
    )
    planned = await services.meeting_planning.create(secretary, ahead)
    await services.meeting_planning.propose(people["leader"], planned, "Обсудить <ремонт>")
    meeting = await presses.storage.write(lambda tx: _in_session(tx, people))
    await services.meeting_pages.open_page(secretary, meeting, PageKind.SCREEN)
    await _conduct(services, people, meeting)


def _in_session(tx: Stores, people: Mapping[str, MemberId]) -> MeetingId:
    """Write down a meeting that everybody came to, with its officers."""
    plan = MeetingPlan(title="Собрание", starts_at=NOW + 2 * HOUR, place="Дом НКО", agenda=agenda())
    meeting = tx.meetings.add(plan, people["secretary"], NOW - 20 * DAY, None)
    voters = tuple(everybody_of(tx, Body.GENERAL))
    said: dict[str, Any] = {"meeting": meeting, "by": people["secretary"]}
    before = NOW - HOUR
    record: list[acts.MeetingAct] = [
        acts.Convened(**said, at=NOW - 20 * DAY, plan=plan),
        acts.RegistrationOpened(**said, at=before, voters=voters),
        acts.RegistrarNamed(**said, at=before, person=people["organiser"]),
    ]
    for voter in voters:
        named = {one.member for one in voter.people}
        own = next((one for one in people.values() if one in named), people["member"])
        record.append(
            acts.Arrived(
                **said,
                at=before,
                voter=voter.id,
                person=own,
                name="Участник",
                ground=Ground.LEADER if own in named else Ground.PROXY,
            )
        )
    record.append(acts.Begun(**said, at=before))
    for office, elected in (
        (Office.SECRETARY, ("secretary", "olga")),
        (Office.TELLER, ("organiser", "council", "olga")),
        (Office.CHAIR, ("chair",)),
    ):
        record.append(
            acts.OfficersElected(
                **said,
                at=before,
                office=office,
                people=tuple(people.get(one, OLGA) for one in elected),
                names=elected,
                hands=Hands(len(voters)),
            )
        )
    for act in record:
        tx.entries.add(recorded(act))
    return meeting


async def _conduct(services: Services, people: Mapping[str, MemberId], meeting: MeetingId) -> None:
    """Open a vote, with somebody in the queue and an objection."""
    chair = people["chair"]
    await services.conducting.call(chair, meeting, BUDGET)
    await services.delegating.ask_floor(people["leader"], meeting)
    await services.delegating.raise_objection(people["leader"], meeting, "Не по <повестке>")
    await services.conducting.open_vote(chair, meeting, BUDGET)
    slips = await services.meeting_screens.slips(people["organiser"], meeting, BUDGET)
    voter = slips.voters[0].voter
    await services.counting.issue_slip(people["organiser"], meeting, BUDGET, voter)
