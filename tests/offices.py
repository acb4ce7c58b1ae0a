"""An alliance with a person of each role, and with something of each kind to press a button of."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from bot.config.config import Config
from bot.domain.events.audiences import COUNCIL
from bot.domain.events.events import EventId
from bot.domain.events.plans import Point
from bot.domain.events.recurrence import Recurrence, Rhythm
from bot.domain.events.rsvps import Answer
from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from bot.domain.rooms.bookings import Wish
from bot.domain.rooms.hours import Span
from bot.domain.rooms.resources import ResourceKind, ResourcePlan
from bot.services.events.events import Publication
from bot.wiring import Services
from storage.stores import Stores
from tests.alliance import a_config
from tests.councils import an_election
from tests.events import an_event_plan
from tests.people import consented, joined
from tests.polling import a_motion
from tests.pressing import Presses, Said
from tests.samples.all import every_kind
from tests.samples.people import ANNA, BORIS, GROUP, MARIA, NOW, OLGA, VERA, Sample
from tests.situations import Situation, Situations
from tests.voters import GENERAL, SECRET

FIRST = 101
"""The first Telegram id of somebody with a role."""

ROLES = (
    "stranger",
    "guest",
    "invited",
    "member",
    "delegate",
    "leader",
    "organiser",
    "secretary",
    "council",
    "chair",
    "administrator",
    "former",
)
PEOPLE: Mapping[str, int] = {role: number for number, role in enumerate(ROLES, FIRST)}
"""The Telegram id of each; a former member is one who was erased."""

OFFICES = ("organiser", "secretary", "council", "chair", "administrator")
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def a_person_of_each_role(tx: Stores) -> dict[str, MemberId]:
    """Write them down, in three organisations; return their ids."""
    homes = [
        tx.organisations.add(OrganisationDetails(name, name, inn, None, "Ревда"))
        for name, inn in (("Сад", "6671000101"), ("Лес", "6671000102"), ("Поле", "6671000103"))
    ]
    found = {"guest": tx.members.add_guest("Гость")}
    found["invited"] = tx.members.add(PersonDetails("Приглашённый"), homes[0])
    tx.members.bind(found["invited"], TelegramId(PEOPLE["invited"]), NOW)
    for role in ("member", "delegate", "leader", "former"):
        person = PersonDetails(f"Участник {role}", "директор", delegate=role == "delegate")
        home = homes[role == "delegate"]
        found[role] = joined(tx, person, NOW, home, telegram_id=PEOPLE[role])
    for role in OFFICES:
        person = PersonDetails(f"Участник {role}", "директор", roles=frozenset({Role(role)}))
        found[role] = joined(tx, person, NOW, homes[2], telegram_id=PEOPLE[role])
    tx.organisations.save_leader(homes[0], found["leader"])
    consented(tx, found["guest"], NOW, telegram_id=PEOPLE["guest"])
    return found


def with_everything(folder: Path) -> Config:
    """Return a configuration with which no button lacks what it needs."""
    return a_config(
        folder,
        "http://127.0.0.1:9",
        ALLIANCE__GROUP=f"{GROUP}",
        ALLIANCE__CHANNEL=f"{GROUP - 1}",
        BACKUP__FOLDER=str(folder / "copies"),
        BACKUP__PHRASE="верный конь батарея скрепка",
        REMINDERS__QUIET_HOURS=None,
    )


@dataclass(frozen=True)
class Furnished:
    """What there is in an alliance: what is said of the samples, and where more is pressed."""

    samples: list[Sample]
    situations: list[Situation]


async def full_alliance(presses: Presses) -> Furnished:
    """Fill an alliance with all there can be."""
    samples = await presses.storage.write(every_kind)
    people = await presses.storage.write(a_person_of_each_role)
    today, club = await _events(presses.services, people)
    budget, trust = await _polls(presses.services, people)
    await _bookings(presses.services, people)
    await presses.services.members.erase(people["former"])
    situations = await Situations(presses, people, PEOPLE).all(today, club, budget, trust)
    return Furnished(samples, [*(Situation(*seed, deep=DEEP) for seed in SEEDS), *situations])


async def _events(services: Services, people: Mapping[str, MemberId]) -> tuple[EventId, EventId]:
    """Publish one for today, one for the council, one for later and a series with guests."""
    organiser, events = people["organiser"], services.events
    plan = an_event_plan(
        NOW + 3 * HOUR,
        title="Мастер-класс",
        guests=2,
        guests_named=True,
        point=Point(56.8, 60.6),
        description="Расскажем, как писать заявки на грант. " * 5,
    )
    today = await events.publish(organiser, plan)
    later = replace(plan, title="Позже", starts_at=NOW + 9 * DAY)
    await events.publish(organiser, replace(later, title="Совет", audience=COUNCIL))
    await events.publish(organiser, later, publication=Publication(at=NOW + DAY))
    weekly = Recurrence(Rhythm.WEEKLY, None, 3)
    club = await events.publish(
        organiser,
        replace(later, title="Клуб", guests_named=False),
        publication=Publication(recurrence=weekly),
    )
    for role in ("member", "delegate", "council"):
        await services.rsvps.answer(people[role], today, Answer.GOING)
    await services.rsvps.answer(people["member"], club, Answer.GOING)
    await services.guests.link(organiser, today)
    return today, club


async def _bookings(services: Services, people: Mapping[str, MemberId]) -> None:
    """Book a studio: confirmed and refused for today, offered for later, asked for weekly."""
    leader, delegate, organiser = (people[role] for role in ("leader", "delegate", "organiser"))
    plan = ResourcePlan(ResourceKind.ROOM, "Студия")
    studio = await services.room_managing.add(organiser, plan)
    for start in (NOW + HOUR / 4, NOW + 2 * DAY):
        wish = Wish(Span(start, start + 2 * HOUR), "Репетиция")
        refused = await services.bookings.ask(delegate, studio, wish)
        won = await services.bookings.ask(leader, studio, wish)
        await services.room_keeping.confirm(organiser, won)
    await services.bookings.wait(delegate, refused)
    await services.bookings.give_up(leader, won)
    weekly = Wish(Span(NOW + DAY, NOW + DAY + HOUR), "Кружок", until=(NOW + 15 * DAY).date())
    for person in (leader, delegate):
        await services.bookings.ask(person, studio, weekly)


async def _polls(services: Services, people: Mapping[str, MemberId]) -> tuple[PollId, PollId]:
    """Open a poll of each sort; somebody votes in an open and in a secret one, which it returns."""
    chair = people["chair"]
    motion = a_motion(closes_at=NOW + 6 * HOUR)
    members = [people[role] for role in ("council", "chair", "secretary")]
    for changes in (
        {"question": "Устав", **GENERAL},
        {"question": "Потом", "opens_at": NOW + HOUR},
        {"question": "Кто поедет?", **an_election(*members, seats=2)},
    ):
        await services.polls.open(chair, replace(motion, **changes))
    budget = await services.polls.open(chair, replace(motion, question="Смета"))
    trust = await services.polls.open(chair, replace(motion, question="Доверие", **SECRET))
    for poll in (budget, trust):
        await services.ballots.cast(people["council"], poll, VoterId(people["council"]), "against")
    return budget, trust


async def bare_alliance(presses: Presses) -> None:
    """Fill an alliance with people only."""
    people = await presses.storage.write(a_person_of_each_role)
    await presses.services.members.erase(people["former"])


START = (Said(text="/start"),)
DEEP = 6
"""How many taps people walk from there: further than to what they should find."""

SEEDS: tuple[tuple[int, tuple[Said, ...]], ...] = (
    *((person, START) for person in (OLGA, ANNA, BORIS, VERA, MARIA)),
    (PEOPLE["organiser"], (Said(text="Завтра субботник, приходите"),)),
    (PEOPLE["organiser"], (Said(text="/event Субботник завтра 10:00, сквер, 20 мест"),)),
    (PEOPLE["secretary"], (Said(text="/manage"),)),
    *((PEOPLE[role], (Said(text="/meeting"),)) for role in ("chair", "leader", "organiser")),
    (PEOPLE["administrator"], (Said(text="/admin"),)),
    (PEOPLE["administrator"], (Said(text="Завтра субботник, приходите"),)),
)
"""What else people say, so that more is shown."""
