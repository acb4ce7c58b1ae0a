from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.events.audiences import DELEGATES
from bot.domain.events.doors import DOOR_OPENS, FOUND_LIMIT, SCREEN_TIME, Presence, ScanOutcome
from bot.domain.events.events import EventId
from bot.domain.events.letters import DoorLetter, ScreenLetter
from bot.domain.events.passes import PASS_PREFIX, screen_payload
from bot.domain.events.refusals import (
    DoorClosed,
    EventIsCancelled,
    EventIsOver,
    EventNotFound,
    NoSeatYet,
    NotGoing,
    NotHelper,
    PassInvalid,
    ScreenTurned,
)
from bot.domain.events.rsvps import Answer
from bot.domain.events.views import EventView
from bot.domain.letters import Letter
from bot.domain.notices import MessageRef
from bot.domain.people.members import Consent, MemberId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.refusals import ButtonTooOld, ConsentMissing, NotMember, Refusal
from bot.features import NOTICES
from bot.services.deliveries import Deliveries
from bot.services.events.doors import Doors
from bot.services.events.events import Events
from bot.services.events.rsvps import Rsvps
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.events import an_event_plan

NOW = datetime(2026, 12, 5, 9, 30, tzinfo=UTC)
START = datetime(2026, 12, 5, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ANNA, BORIS, VERA, GLEB, DINA, ELSEWHERE, NEW, STRANGER = map(MemberId, (1, 2, 3, 4, 5, 6, 7, 99))
BOARD = MessageRef(4, 50)


class Doorway:
    """An event that begins in half an hour: Boris and Vera of one organisation are going.

    Gleb helps at its door, somebody else helps at the door of another event.
    """

    def __init__(self, database: Database) -> None:
        rules = some_rules()
        self.database = database
        self.clock = FixedClock(NOW)
        self.events = Events(database, self.clock, rules)
        self.rsvps = Rsvps(database, self.clock, rules)
        self.doors = Doors(database, self.clock, rules)
        self.deliveries = Deliveries(
            database, self.clock, rules, notices=NOTICES, max_attempts=3, language="ru"
        )
        self.event = EventId(1)
        self.messages = 100

    async def publishes(self, *, capacity: int | None = None) -> EventId:
        plan = an_event_plan(START, capacity=capacity)
        return await self.events.publish(ANNA, plan)

    async def becomes_for_delegates(self) -> None:
        """Make the event one for people whom there are none of yet."""

        def narrow(tx: Stores) -> None:
            event = tx.events.get(self.event)
            assert event is not None
            tx.events.save(replace(event, audience=DELEGATES))

        await self.database.write(narrow)

    async def answers(self, member: MemberId, answer: Answer = Answer.GOING) -> None:
        await self.rsvps.answer(member, self.event, answer)

    async def pass_of(self, member: MemberId) -> str:
        return (await self.doors.pass_for(member, self.event)).payload

    async def screen(self, at: datetime | None = None) -> str:
        secret = await self.database.read(lambda tx: tx.events.secret(self.event))
        return screen_payload(self.event, secret, at or self.clock.now())

    async def arrived(self) -> set[MemberId]:
        return set(await self.database.read(lambda tx: tx.doors.arrivals(self.event)))

    async def sent(self) -> list[Letter]:
        """Deliver all that is due; each new message gets a number of its own."""
        letters = []
        while deliveries := await self.deliveries.claim(100):
            for delivery in deliveries:
                letter, self.messages = delivery.letter, self.messages + 1
                picture = isinstance(letter.content, ScreenLetter)
                made = letter.edits or MessageRef(letter.chat, self.messages, picture)
                await self.deliveries.note_sent(delivery.claimed, made)
                letters.append(letter)
        return letters

    async def screens(self) -> list[Letter]:
        """Let the sweep run, deliver what is due, and return the codes among it."""
        await self.doors.turn_screens()
        return [one for one in await self.sent() if isinstance(one.content, ScreenLetter)]


def payload_of(letter: Letter) -> str | None:
    assert isinstance(letter.content, ScreenLetter)
    return letter.content.payload


@pytest.fixture
async def doorway(database: Database) -> Doorway:
    people = [
        PersonDetails("Анна Орлова", roles=frozenset({Role.ORGANISER})),
        *(PersonDetails(name, "бухгалтер") for name in ("Борис Котов", "Вера Зимина")),
        *(PersonDetails(name) for name in ("Глеб Рощин", "Дина Лис", "Егор Дуб", "Жанна Мак")),
    ]

    def write(tx: Stores) -> None:
        fund = tx.organisations.add(OrganisationDetails("Фонд «Добро»", "", "6671000017", None, ""))
        for number, person in enumerate(people, 1):
            member = tx.members.add(person, fund if number in {BORIS, VERA} else None)
            tx.members.bind(member, TelegramId(number), NOW)
            if member != NEW:
                tx.members.save_consent(member, Consent(1, NOW))

    await database.write(write)
    made = Doorway(database)
    other = [await made.publishes(), await made.publishes()][1]
    for member in (BORIS, VERA):
        await made.answers(member)
    await database.write(lambda tx: tx.doors.add_helper(made.event, GLEB))
    await database.write(lambda tx: tx.doors.add_helper(other, ELSEWHERE))
    await made.sent()
    return made


# --- passes ---------------------------------------------------------------------------------------


async def test_a_pass_is_made_once_and_kept(doorway: Doorway) -> None:
    first = await doorway.doors.pass_for(BORIS, doorway.event)
    again = await doorway.doors.pass_for(BORIS, doorway.event)

    assert first == again
    assert (first.name, first.event.id) == ("Борис Котов", doorway.event)
    assert first.code != (await doorway.doors.pass_for(VERA, doorway.event)).code


@pytest.mark.parametrize("answer", [None, Answer.MAYBE, Answer.DECLINED])
async def test_who_is_not_going_has_no_pass(doorway: Doorway, answer: Answer | None) -> None:
    if answer:
        await doorway.answers(DINA, answer)

    with pytest.raises(NotGoing):
        await doorway.doors.pass_for(DINA, doorway.event)


async def test_who_waits_for_a_seat_has_no_pass_yet(doorway: Doorway) -> None:
    doorway.event = await doorway.publishes(capacity=1)
    await doorway.answers(BORIS)
    await doorway.answers(DINA)

    with pytest.raises(NoSeatYet):
        await doorway.doors.pass_for(DINA, doorway.event)


async def test_there_is_no_pass_to_what_is_cancelled_over_or_unknown(doorway: Doorway) -> None:
    with pytest.raises(EventNotFound):
        await doorway.doors.pass_for(BORIS, EventId(99))
    doorway.clock.time = START + timedelta(hours=2)
    with pytest.raises(EventIsOver):
        await doorway.doors.pass_for(BORIS, doorway.event)
    doorway.clock.time = NOW
    await doorway.events.cancel(ANNA, doorway.event, "")
    with pytest.raises(EventIsCancelled):
        await doorway.doors.pass_for(BORIS, doorway.event)


# --- scanning -------------------------------------------------------------------------------------


@pytest.mark.parametrize("helper", [ANNA, GLEB], ids=["organiser", "helper"])
async def test_a_scan_says_who_it_is_and_from_where_and_notes_the_arrival(
    doorway: Doorway, helper: MemberId
) -> None:
    arrival = await doorway.doors.scan(helper, await doorway.pass_of(BORIS))

    visitor = arrival.visitor
    assert (arrival.outcome, arrival.event.id) == (ScanOutcome.NOTED, doorway.event)
    assert (visitor.member.name, visitor.member.organisation_name) == (
        "Борис Котов",
        "Фонд «Добро»",
    )
    assert (visitor.expected, visitor.arrived_at) == (True, NOW)
    assert await doorway.arrived() == {BORIS}


async def test_a_second_scan_says_so_and_when_the_first_was(doorway: Doorway) -> None:
    payload = await doorway.pass_of(BORIS)
    await doorway.doors.scan(GLEB, payload)
    doorway.clock.time = NOW + 5 * MINUTE

    again = await doorway.doors.scan(ANNA, payload)

    assert (again.outcome, again.visitor.arrived_at) == (ScanOutcome.AGAIN, NOW)


@pytest.mark.parametrize("answer", [None, Answer.DECLINED, Answer.MAYBE])
async def test_the_pass_of_who_has_withdrawn_lets_nobody_in_until_they_are_ticked(
    doorway: Doorway, answer: Answer | None
) -> None:
    payload = await doorway.pass_of(BORIS)
    if answer:
        await doorway.answers(BORIS, answer)
    else:
        await doorway.rsvps.withdraw(BORIS, doorway.event)

    arrival = await doorway.doors.scan(GLEB, payload)

    assert (arrival.outcome, arrival.visitor.arrived_at) == (ScanOutcome.UNSEATED, None)
    assert await doorway.arrived() == set()
    assert (await doorway.doors.tick(GLEB, doorway.event, BORIS)).outcome is ScanOutcome.NOTED
    assert (await doorway.doors.scan(GLEB, payload)).outcome is ScanOutcome.AGAIN


@pytest.mark.parametrize(
    ("scanner", "refusal"),
    [
        (STRANGER, NotMember),
        (NEW, ConsentMissing),
        (DINA, NotHelper),
        (BORIS, NotHelper),
        (ELSEWHERE, NotHelper),
    ],
    ids=["stranger", "undecided", "member", "its owner", "helper of another event"],
)
async def test_nobody_else_scans_a_pass(
    doorway: Doorway, scanner: MemberId, refusal: type[Refusal]
) -> None:
    payload = await doorway.pass_of(BORIS)

    with pytest.raises(refusal):
        await doorway.doors.scan(scanner, payload)

    assert await doorway.arrived() == set()


async def test_a_dismissed_helper_scans_no_more(doorway: Doorway) -> None:
    payload = await doorway.pass_of(BORIS)
    await doorway.database.write(lambda tx: tx.doors.remove_helper(doorway.event, GLEB))

    with pytest.raises(NotHelper):
        await doorway.doors.scan(GLEB, payload)


@pytest.mark.parametrize("payload", ["", "c_", "c_x", PASS_PREFIX + "A" * 22, "c_" + "Я" * 22])
async def test_a_pass_nobody_made_is_none(doorway: Doorway, payload: str) -> None:
    with pytest.raises(PassInvalid):
        await doorway.doors.scan(GLEB, payload)


async def test_a_pass_is_scanned_neither_days_before_nor_after_nor_when_it_is_cancelled(
    doorway: Doorway,
) -> None:
    payload = await doorway.pass_of(BORIS)
    doorway.clock.time = START - DOOR_OPENS - MINUTE
    with pytest.raises(DoorClosed):
        await doorway.doors.scan(GLEB, payload)
    doorway.clock.time = START + timedelta(hours=2) + DOOR_OPENS + MINUTE
    with pytest.raises(EventIsOver):
        await doorway.doors.scan(GLEB, payload)
    doorway.clock.time = NOW
    await doorway.events.cancel(ANNA, doorway.event, "")
    with pytest.raises(EventIsCancelled):
        await doorway.doors.scan(GLEB, payload)
    assert await doorway.arrived() == set()


# --- the screen's code, scanned -------------------------------------------------------------------


async def test_who_scans_the_screen_is_noted_once(doorway: Doorway) -> None:
    first = await doorway.doors.check_in_self(BORIS, await doorway.screen())
    doorway.clock.time = NOW + 3 * MINUTE
    again = await doorway.doors.check_in_self(BORIS, await doorway.screen())

    assert (first.outcome, again.outcome) == (ScanOutcome.NOTED, ScanOutcome.AGAIN)
    assert again.visitor.arrived_at == NOW
    assert await doorway.arrived() == {BORIS}


async def test_the_code_of_the_window_before_still_holds_and_no_older_one(doorway: Doorway) -> None:
    before, older = await doorway.screen(NOW - MINUTE), await doorway.screen(NOW - 2 * MINUTE)
    ahead = await doorway.screen(NOW + MINUTE)

    for payload in (older, ahead):
        with pytest.raises(ScreenTurned):
            await doorway.doors.check_in_self(VERA, payload)
    assert await doorway.arrived() == set()
    assert (await doorway.doors.check_in_self(BORIS, before)).outcome is ScanOutcome.NOTED


async def test_the_code_of_another_event_or_of_none_notes_nobody(doorway: Doorway) -> None:
    payload = await doorway.screen()
    for other in (2, 99, 2**63 - 1):
        with pytest.raises(ScreenTurned):
            await doorway.doors.check_in_self(BORIS, payload.replace("a_1_", f"a_{other}_"))
    for broken in ("a_", "a_1_", "a_0_" + "A" * 16, "a_1_" + "A" * 15, f"a_{2**63}_" + "A" * 16):
        with pytest.raises(PassInvalid):
            await doorway.doors.check_in_self(BORIS, broken)
    assert await doorway.arrived() == set()


async def test_the_screen_notes_only_those_whom_the_event_is_for(doorway: Doorway) -> None:
    payload = await doorway.screen()

    await doorway.becomes_for_delegates()
    for member, refusal in ((DINA, EventNotFound), (NEW, ConsentMissing), (STRANGER, NotMember)):
        with pytest.raises(refusal):
            await doorway.doors.check_in_self(member, payload)
    assert await doorway.arrived() == set()


async def test_the_screen_notes_nobody_while_the_door_is_closed(doorway: Doorway) -> None:
    doorway.clock.time = START - DOOR_OPENS - MINUTE
    with pytest.raises(DoorClosed):
        await doorway.doors.check_in_self(BORIS, await doorway.screen())
    doorway.clock.time = NOW
    await doorway.events.cancel(ANNA, doorway.event, "")
    with pytest.raises(EventIsCancelled):
        await doorway.doors.check_in_self(BORIS, await doorway.screen())


# --- by name --------------------------------------------------------------------------------------


async def test_people_are_found_by_name_those_with_a_seat_first(doorway: Doorway) -> None:
    def add(tx: Stores) -> None:
        for name in ("Алла Зимина", "Зимина-Семёнова Ася"):
            tx.members.add(PersonDetails(name), None)

    await doorway.database.write(add)
    await doorway.doors.tick(GLEB, doorway.event, VERA)

    found = await doorway.doors.find(GLEB, doorway.event, " ЗИМИНА ")

    names = ["Вера Зимина", "Алла Зимина", "Зимина-Семёнова Ася"]
    assert [one.member.name for one in found.visitors] == names
    assert [one.expected for one in found.visitors] == [True, False, False]
    assert [one.arrived_at for one in found.visitors] == [NOW, None, None]
    assert found.count == 3


async def test_two_people_of_one_name_are_found_with_what_tells_them_apart(
    doorway: Doorway,
) -> None:
    await doorway.database.write(
        lambda tx: tx.members.add(PersonDetails("Борис Котов", "директор"), None)
    )

    found = await doorway.doors.find(GLEB, doorway.event, "борис котов")

    told = [(one.member.organisation_name, one.member.position) for one in found.visitors]
    assert told == [("Фонд «Добро»", "бухгалтер"), (None, "директор")]


async def test_of_many_only_the_first_are_shown_with_their_number(doorway: Doorway) -> None:
    def add(tx: Stores) -> None:
        for number in range(FOUND_LIMIT + 3):
            tx.members.add(PersonDetails(f"Иванов {number}"), None)

    await doorway.database.write(add)

    found = await doorway.doors.find(GLEB, doorway.event, "иванов")

    assert (len(found.visitors), found.count) == (FOUND_LIMIT, FOUND_LIMIT + 3)
    assert (await doorway.doors.find(GLEB, doorway.event, "  ")).visitors == ()


async def test_only_those_whom_the_event_is_for_are_found_or_ticked(doorway: Doorway) -> None:
    await doorway.becomes_for_delegates()
    await doorway.database.write(
        lambda tx: tx.members.update(BORIS, replace(tx.members.details(BORIS), delegate=True))
    )

    assert (await doorway.doors.find(GLEB, doorway.event, "Дина")).visitors == ()
    assert len((await doorway.doors.find(GLEB, doorway.event, "Борис")).visitors) == 1
    for member in (DINA, STRANGER):
        with pytest.raises(ButtonTooOld):
            await doorway.doors.tick(GLEB, doorway.event, member)


async def test_nothing_is_noted_of_who_is_erased(doorway: Doorway) -> None:
    await doorway.database.write(lambda tx: tx.members.erase(DINA, NOW))

    with pytest.raises(ButtonTooOld):
        await doorway.doors.tick(GLEB, doorway.event, DINA)


async def test_a_tick_is_taken_back_and_made_again(doorway: Doorway) -> None:
    assert (await doorway.doors.tick(GLEB, doorway.event, DINA)).outcome is ScanOutcome.NOTED
    assert (await doorway.doors.tick(ANNA, doorway.event, DINA)).outcome is ScanOutcome.AGAIN

    visitor = await doorway.doors.untick(GLEB, doorway.event, DINA)

    assert visitor.arrived_at is None
    assert await doorway.arrived() == set()
    assert (await doorway.doors.tick(GLEB, doorway.event, DINA)).outcome is ScanOutcome.NOTED


Act = Callable[[Doorway, MemberId], Awaitable[object]]
ACTS: dict[str, Act] = {
    "door": lambda doorway, actor: doorway.doors.door(actor, doorway.event, BOARD),
    "event": lambda doorway, actor: doorway.doors.event(actor, doorway.event),
    "find": lambda doorway, actor: doorway.doors.find(actor, doorway.event, "Борис"),
    "tick": lambda doorway, actor: doorway.doors.tick(actor, doorway.event, BORIS),
    "untick": lambda doorway, actor: doorway.doors.untick(actor, doorway.event, VERA),
    "screen": lambda doorway, actor: doorway.doors.open_screen(actor, doorway.event),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    ("actor", "refusal"),
    [(STRANGER, NotMember), (NEW, ConsentMissing), (BORIS, NotHelper), (ELSEWHERE, NotHelper)],
    ids=["stranger", "undecided", "member", "helper of another event"],
)
async def test_the_door_belongs_to_organisers_and_helpers(
    doorway: Doorway, act: str, actor: MemberId, refusal: type[Refusal]
) -> None:
    await doorway.doors.tick(GLEB, doorway.event, VERA)

    with pytest.raises(refusal):
        await ACTS[act](doorway, actor)

    assert await doorway.arrived() == {VERA}
    assert await doorway.screens() == []


@pytest.mark.parametrize("act", sorted(ACTS.keys() - {"door"}))
async def test_nobody_is_noted_before_the_door_opens(doorway: Doorway, act: str) -> None:
    doorway.clock.time = START - DOOR_OPENS - MINUTE

    with pytest.raises(DoorClosed):
        await ACTS[act](doorway, GLEB)


async def test_what_is_not_for_a_member_has_no_door_either(doorway: Doorway) -> None:
    await doorway.becomes_for_delegates()

    with pytest.raises(EventNotFound):
        await doorway.doors.door(BORIS, doorway.event, BOARD)
    assert (await doorway.doors.door(GLEB, doorway.event, BOARD)).event.id == doorway.event


# --- the door board -------------------------------------------------------------------------------


async def test_the_door_counts_by_organisation_and_tells_who_came_without_a_seat(
    doorway: Doorway,
) -> None:
    await doorway.answers(DINA)
    await doorway.doors.tick(GLEB, doorway.event, VERA)
    await doorway.doors.tick(GLEB, doorway.event, ELSEWHERE)

    door = await doorway.doors.door(GLEB, doorway.event, BOARD)

    assert (door.arrived, door.seated, door.unexpected) == (2, 3, 1)
    assert door.organisations == (Presence("Фонд «Добро»", 2, 1), Presence("", 1, 1))
    assert not door.by_organiser
    assert (await doorway.doors.door(ANNA, doorway.event, None)).by_organiser


async def test_an_open_door_follows_each_arrival(doorway: Doorway) -> None:
    await doorway.doors.door(GLEB, doorway.event, BOARD)
    await doorway.doors.scan(ANNA, await doorway.pass_of(BORIS))
    doorway.clock.time = NOW + MINUTE

    (letter,) = await doorway.sent()

    assert letter.edits == BOARD
    assert isinstance(letter.content, DoorLetter)
    assert letter.content.door.arrived == 1


async def test_the_door_of_a_dismissed_helper_stands_still(doorway: Doorway) -> None:
    await doorway.doors.door(GLEB, doorway.event, BOARD)
    await doorway.database.write(lambda tx: tx.doors.remove_helper(doorway.event, GLEB))
    await doorway.doors.scan(ANNA, await doorway.pass_of(BORIS))
    doorway.clock.time = NOW + MINUTE

    assert await doorway.sent() == []


# --- the hall's screen ----------------------------------------------------------------------------


async def test_a_screen_shows_the_code_and_turns_it_once_a_minute(doorway: Doorway) -> None:
    await doorway.doors.open_screen(GLEB, doorway.event)
    (opened,) = await doorway.screens()
    assert (opened.edits, opened.chat) == (None, GLEB)
    assert payload_of(opened) == await doorway.screen()

    shown = []
    for second in range(1, 181):
        doorway.clock.time = NOW + timedelta(seconds=second)
        shown += [(second, payload_of(letter)) for letter in await doorway.screens()]

    turns = [
        (second, await doorway.screen(NOW + timedelta(seconds=second))) for second in (60, 120, 180)
    ]
    assert shown == turns


async def test_what_a_screen_shows_lets_people_check_in(doorway: Doorway) -> None:
    await doorway.doors.open_screen(ANNA, doorway.event)
    (opened,) = await doorway.screens()

    arrival = await doorway.doors.check_in_self(BORIS, payload_of(opened) or "")

    assert arrival.outcome is ScanOutcome.NOTED


async def test_a_screen_is_taken_down_when_its_time_is_over(doorway: Doorway) -> None:
    await doorway.doors.open_screen(GLEB, doorway.event)
    await doorway.screens()
    await doorway.doors.turn_screens()
    doorway.clock.time = NOW + SCREEN_TIME - timedelta(seconds=1)
    (turned,) = await doorway.screens()
    assert payload_of(turned) is not None

    doorway.clock.time = NOW + SCREEN_TIME
    assert {payload_of(letter) for letter in await doorway.screens()} == {None}
    doorway.clock.time = NOW + SCREEN_TIME + 5 * MINUTE
    assert await doorway.screens() == []


async def test_a_screen_is_taken_down_even_if_the_bot_was_down_at_the_time(
    doorway: Doorway,
) -> None:
    await doorway.doors.open_screen(GLEB, doorway.event)
    await doorway.sent()  # and the sweep never ran
    doorway.clock.time = NOW + timedelta(days=1)

    (letter,) = await doorway.screens()

    assert payload_of(letter) is None


async def test_a_screen_is_closed_by_its_owner_at_once_and_by_nobody_else(doorway: Doorway) -> None:
    await doorway.doors.open_screen(GLEB, doorway.event)
    await doorway.screens()
    (screen,) = await doorway.database.read(lambda tx: tx.shown.screens(doorway.event, NOW))
    for actor, message in ((ANNA, screen.message), (GLEB, BOARD)):
        with pytest.raises(ButtonTooOld):
            await doorway.doors.close_screen(actor, message)

    await doorway.doors.close_screen(GLEB, screen.message)

    assert {payload_of(letter) for letter in await doorway.screens()} == {None}
    doorway.clock.time = NOW + MINUTE
    assert {payload_of(letter) for letter in await doorway.screens()} <= {None}
    doorway.clock.time = NOW + 2 * MINUTE
    assert await doorway.screens() == []


async def test_a_door_is_no_screen_to_close(doorway: Doorway) -> None:
    await doorway.doors.door(GLEB, doorway.event, BOARD)

    with pytest.raises(ButtonTooOld):
        await doorway.doors.close_screen(GLEB, BOARD)


async def test_a_cancellation_takes_the_code_down(doorway: Doorway) -> None:
    await doorway.doors.open_screen(GLEB, doorway.event)
    await doorway.screens()

    await doorway.events.cancel(ANNA, doorway.event, "")

    assert [payload_of(letter) for letter in await doorway.screens()] == [None]


async def test_an_event_that_ends_late_keeps_its_screen_no_longer_than_its_door(
    doorway: Doorway,
) -> None:
    doorway.clock.time = START + timedelta(hours=2) + DOOR_OPENS - MINUTE
    await doorway.doors.open_screen(GLEB, doorway.event)
    await doorway.screens()

    (screen,) = await doorway.database.read(
        lambda tx: tx.shown.screens(doorway.event, doorway.clock.time)
    )

    assert screen.view is EventView.SCREEN
    assert screen.until == START + timedelta(hours=2) + DOOR_OPENS


async def test_a_screen_of_who_helps_no_more_turns_no_more(doorway: Doorway) -> None:
    await doorway.doors.open_screen(GLEB, doorway.event)
    await doorway.screens()
    await doorway.database.write(lambda tx: tx.doors.remove_helper(doorway.event, GLEB))
    doorway.clock.time = NOW + MINUTE

    assert await doorway.screens() == []
