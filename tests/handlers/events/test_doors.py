"""The door as people see it: passes, scans, names, the code on the screen, helpers."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.documents.pictures import qr_picture
from bot.domain.events.events import EventId
from bot.domain.events.passes import next_turn, screen_payload
from bot.domain.events.rsvps import Answer
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import OrganisationDetails
from handlers.events.callbacks.doors import (
    DismissHelperButton,
    DoorButton,
    FindButton,
    FindHelperButton,
    HelpersButton,
    NameHelperButton,
    ScreenButton,
    ScreenOffButton,
    TickButton,
    UntickButton,
)
from handlers.events.callbacks.events import PassButton
from handlers.ui.links import start_link
from sandbox.people import PATIENCE, Person
from tests.alliance import Alliance
from tests.databases import dump
from tests.keyboards import labels

Message = dict[str, Any]
GROUP = -1001
MINUTE = timedelta(minutes=1)
ANNA, BORIS, VERA, GLEB = map(MemberId, (1, 2, 3, 4))


class Foyer:
    """Anna organises, Boris of a fund has a seat, Vera says nothing, Gleb may come to help.

    The screen's code has just turned, so that none turns while a test looks at it.
    """

    def __init__(self, alliance: Alliance, event: EventId, people: list[Person]) -> None:
        self.alliance = alliance
        self.event = event
        self.anna, self.boris, self.vera, self.gleb = people

    async def pass_of(self, member: MemberId) -> str:
        return (await self.alliance.services.doors.pass_for(member, self.event)).payload

    async def screen(self, ago: timedelta = timedelta(0)) -> str:
        secret = await self.alliance.database.read(lambda tx: tx.events.secret(self.event))
        return screen_payload(self.event, secret, self.alliance.clock.now() - ago)

    async def arrived(self) -> set[MemberId]:
        read = self.alliance.database.read
        return set(await read(lambda tx: tx.doors.arrivals(self.event)))

    def shows(self, message: Message, payload: str) -> bool:
        """Tell whether a message's picture is the QR code of the link with this payload."""
        world = self.alliance.sandbox.world
        stored = world.files.get(message["photo"][-1]["file_id"])
        assert stored is not None
        return stored.upload.data == qr_picture(start_link(world.bot.username, payload))

    async def opens_the_door(self, person: Person) -> Message:
        """Tap the door's button, as if it stood under what the person saw last."""
        await person.says("/help")
        said = await person.sees("Вот что умеет бот")
        await person.forges(DoorButton(event_id=self.event).pack(), said["message_id"])
        return await person.sees("Вход: Встреча")

    async def shows_the_code(self) -> Message:
        """Have Anna show the code, and wait until the bot knows in which message."""
        await self.anna.taps("Код на экран")
        shown = await self.anna.sees("и вы отмечены")
        message = MessageRef(ANNA, shown["message_id"])
        async with asyncio.timeout(PATIENCE):
            while not await self.alliance.database.read(lambda tx: tx.shown.get(message)):  # noqa: ASYNC110  nobody tells when
                await asyncio.sleep(0.01)
        return shown


@pytest.fixture
async def foyer(alliance: Alliance) -> Foyer:
    names = ("Анна Орлова", "Борис Котов", "Вера Зимина", "Глеб Рощин")
    people = [
        await alliance.has(number, name, *([Role.ORGANISER] if number == ANNA else []))
        for number, name in enumerate(names, 1)
    ]

    fund = OrganisationDetails("Фонд «Добро & Ко»", "", "6671000017", None, "")
    await alliance.puts(BORIS, fund)
    now = alliance.clock.now()
    alliance.clock.advance(next_turn(now) - now)
    event = await alliance.announces(1, after=timedelta(hours=1))
    for person in people:
        await person.sees("Встреча")
    boris = people[1]
    await boris.taps("Иду")
    await boris.sees("Вы идёте")
    return Foyer(alliance, event, people)


# --- passes ---------------------------------------------------------------------------------------


async def test_who_goes_is_shown_a_code_that_opens_the_bot_with_the_pass(foyer: Foyer) -> None:
    card = await foyer.boris.sees("Вы идёте")
    await foyer.boris.forges(PassButton(event_id=foyer.event).pack(), card["message_id"])

    shown = await foyer.boris.sees("Покажите этот код на входе")

    assert foyer.shows(shown, await foyer.pass_of(BORIS))
    assert "Борис Котов" in shown["caption"]
    assert "Встреча" in shown["caption"]


async def test_who_has_no_seat_is_told_so_instead(foyer: Foyer) -> None:
    card = await foyer.vera.sees("Встреча")

    answer = await foyer.vera.forges(PassButton(event_id=foyer.event).pack(), card["message_id"])

    assert answer.show_alert
    assert not any("photo" in message for message in foyer.vera.chat())


async def test_a_scan_tells_the_organiser_who_it_is_and_a_second_one_says_so(foyer: Foyer) -> None:
    payload = await foyer.pass_of(BORIS)

    await foyer.anna.says(f"/start {payload}")
    noted = await foyer.anna.sees("Отметили: Борис Котов")
    assert "Фонд «Добро & Ко»" in noted["text"]
    assert await foyer.arrived() == {BORIS}

    await foyer.anna.says(f"/start {payload}")
    await foyer.anna.sees("Уже отмечали")


async def test_who_scans_and_is_no_helper_is_told_to_show_the_code_at_the_door(
    foyer: Foyer,
) -> None:
    payload = await foyer.pass_of(BORIS)
    stranger = foyer.alliance.sandbox.add_person(77, "Чужой", started=True)

    for person in (foyer.boris, foyer.vera, foyer.gleb):
        await person.says(f"/start {payload}")
        await person.sees("Покажите этот код на входе: отмечают там")
    await stranger.says(f"/start {payload}")
    await stranger.sees("Вы ещё не с нами")

    assert await foyer.arrived() == set()


async def test_a_pass_that_nobody_made_is_none(foyer: Foyer) -> None:
    for payload in ("c_" + "A" * 22, "c_", "c_short"):
        await foyer.anna.says(f"/start {payload}")
        await foyer.anna.sees("Такого пропуска нет")


async def test_the_pass_of_who_withdrew_needs_a_tap_to_let_them_in(foyer: Foyer) -> None:
    payload = await foyer.pass_of(BORIS)
    await foyer.alliance.services.rsvps.withdraw(BORIS, foyer.event)

    await foyer.anna.says(f"/start {payload}")
    await foyer.anna.sees("Ответ убран")
    assert await foyer.arrived() == set()

    await foyer.anna.taps("Впустить и отметить")
    await foyer.anna.sees("Отметили: Борис Котов")
    assert await foyer.arrived() == {BORIS}


async def test_too_early_a_scan_says_when_the_door_opens(foyer: Foyer) -> None:
    later = await foyer.alliance.announces(1, "Форум", after=timedelta(days=3))
    await foyer.alliance.services.rsvps.answer(BORIS, later, Answer.GOING)
    payload = (await foyer.alliance.services.doors.pass_for(BORIS, later)).payload

    await foyer.anna.says(f"/start {payload}")

    await foyer.anna.sees("Отмечать пришедших ещё рано")


async def test_a_code_said_in_a_group_is_left_alone(foyer: Foyer) -> None:
    foyer.alliance.sandbox.add_group(GROUP, "Чат", members=[1, 2])
    for person, payload in (
        (foyer.anna, await foyer.pass_of(BORIS)),
        (foyer.boris, await foyer.screen()),
    ):
        await person.says(f"/start {payload}", chat_id=GROUP)
    await foyer.anna.says("/help")
    await foyer.anna.sees("Вот что умеет бот")

    assert await foyer.arrived() == set()
    assert len(foyer.anna.chat(GROUP)) == 2


# --- the door board -------------------------------------------------------------------------------


async def test_the_door_follows_the_arrivals_by_organisation(foyer: Foyer) -> None:
    door = await foyer.opens_the_door(foyer.anna)
    assert "Пришли: 0 из 1" in door["text"]
    assert "Фонд «Добро & Ко»: 0 из 1" in door["text"]

    await foyer.alliance.services.doors.scan(ANNA, await foyer.pass_of(BORIS))
    await foyer.alliance.goes_on(timedelta(seconds=2))

    followed = await foyer.anna.sees("Пришли: 1 из 1")
    assert followed["message_id"] == door["message_id"]
    assert "Организаций в зале: 1" in followed["text"]


async def test_people_are_ticked_by_name_and_a_mistake_is_taken_back(foyer: Foyer) -> None:
    await foyer.opens_the_door(foyer.anna)
    await foyer.anna.taps("Отметить по имени")
    await foyer.anna.sees("Кого отметить?")
    await foyer.anna.says("Кто-то")
    await foyer.anna.sees("Никого не нашли")
    await foyer.anna.says("котов")
    found = await foyer.anna.sees("Борис Котов")
    assert "Фонд «Добро & Ко»" in found["text"]

    await foyer.anna.taps("Борис Котов")
    await foyer.anna.sees("Отметили: Борис Котов")
    assert await foyer.arrived() == {BORIS}

    await foyer.anna.taps("Снять отметку")
    await foyer.anna.sees("Отметку сняли")
    assert await foyer.arrived() == set()
    await foyer.anna.taps("Отметить снова")
    await foyer.anna.sees("Отметили: Борис Котов")
    asked = len(foyer.anna.chat())
    await foyer.anna.taps("Следующее имя")
    await foyer.anna.watches(lambda chat: len(chat) > asked)
    await foyer.anna.says("зима")
    await foyer.anna.sees("Никого не нашли")
    await foyer.anna.says("зим")
    assert "места нет" in (await foyer.anna.sees("Вера Зимина"))["text"]


async def test_two_people_of_one_name_are_told_apart(foyer: Foyer) -> None:
    """users-ask 8."""
    await foyer.alliance.knows(8, "Борис Котов")
    await foyer.opens_the_door(foyer.anna)
    await foyer.anna.taps("Отметить по имени")
    await foyer.anna.sees("Напишите имя")
    await foyer.anna.says("борис")

    text = (await foyer.anna.sees("2. Борис Котов"))["text"]

    assert "1. Борис Котов (Фонд «Добро & Ко»)" in text
    assert "2. Борис Котов (Без организации) — места нет" in text


async def test_the_door_leads_back_to_the_organisers_board(foyer: Foyer) -> None:
    await foyer.opens_the_door(foyer.anna)
    await foyer.anna.taps("Обновить")
    await foyer.anna.taps("‹ Назад")

    await foyer.anna.sees("Ещё не ответили")


# --- the screen -----------------------------------------------------------------------------------


async def test_the_code_on_the_screen_checks_people_in_and_turns_each_minute(foyer: Foyer) -> None:
    await foyer.opens_the_door(foyer.anna)
    shown = await foyer.shows_the_code()
    assert foyer.shows(shown, await foyer.screen())

    await foyer.boris.says(f"/start {await foyer.screen()}")
    await foyer.boris.sees("Вы на месте!")
    await foyer.boris.says(f"/start {await foyer.screen()}")
    await foyer.boris.sees("Вы уже отмечены")
    await foyer.alliance.goes_on(timedelta(seconds=1))
    await foyer.alliance.goes_on(MINUTE)

    turned = await foyer.anna.sees("Уже пришли: 1")
    assert turned["message_id"] == shown["message_id"]
    assert foyer.shows(turned, await foyer.screen())
    await foyer.vera.says(f"/start {await foyer.screen(2 * MINUTE)}")
    await foyer.vera.sees("Код на экране уже сменился")


async def test_the_code_is_taken_down_by_its_button_and_shown_again(foyer: Foyer) -> None:
    await foyer.opens_the_door(foyer.anna)
    shown = await foyer.shows_the_code()

    await foyer.anna.taps("Убрать код")

    closed = await foyer.anna.sees("Код больше не показываем")
    assert closed["message_id"] == shown["message_id"]
    await foyer.anna.taps("Показать снова")
    again = await foyer.anna.sees("и вы отмечены")
    assert again["message_id"] != shown["message_id"]


async def test_the_code_is_taken_down_when_nobody_looks_after_it_any_more(foyer: Foyer) -> None:
    await foyer.opens_the_door(foyer.anna)
    await foyer.shows_the_code()

    await foyer.alliance.goes_on(timedelta(hours=3, seconds=1))

    await foyer.anna.sees("Код больше не показываем")


async def test_a_stranger_who_scans_the_screen_is_shown_the_way_in(foyer: Foyer) -> None:
    stranger = foyer.alliance.sandbox.add_person(77, "Чужой", started=True)

    await stranger.says(f"/start {await foyer.screen()}")

    await stranger.sees("Вы ещё не с нами")
    assert await foyer.arrived() == set()


# --- helpers --------------------------------------------------------------------------------------


async def test_a_helper_is_named_told_lets_people_in_and_is_dismissed(foyer: Foyer) -> None:
    payload = await foyer.pass_of(BORIS)
    await foyer.opens_the_door(foyer.anna)
    await foyer.anna.taps("Помощники")
    await foyer.anna.sees("Пока никого")
    await foyer.anna.taps("Добавить помощника")
    await foyer.anna.sees("Кто поможет на входе?")
    await foyer.anna.says("рощ")
    await foyer.anna.sees("1. Глеб Рощин")
    await foyer.anna.taps("1. Глеб Рощин")
    await foyer.anna.sees("Помощники на входе: Встреча")

    await foyer.gleb.sees("Вы помогаете на входе")
    await foyer.gleb.taps("Открыть вход")
    door = await foyer.gleb.sees("Пришли: 0 из 1")
    assert not {"Помощники", "‹ Назад"} & set(labels(door)), "those are an organiser's"
    await foyer.gleb.says(f"/start {payload}")
    await foyer.gleb.sees("Отметили: Борис Котов")

    await foyer.anna.taps("✕ 1. Глеб Рощин")
    await foyer.anna.sees("Пока никого")
    await foyer.gleb.says(f"/start {payload}")
    await foyer.gleb.sees("Покажите этот код на входе: отмечают там")


# --- forged ---------------------------------------------------------------------------------------


def every_button(event: int, member: int) -> list[str]:
    of_event = (DoorButton, FindButton, ScreenButton, HelpersButton, FindHelperButton)
    of_member = (TickButton, UntickButton, NameHelperButton, DismissHelperButton)
    return [
        *(kind(event_id=EventId(event)).pack() for kind in of_event),
        *(kind(event_id=EventId(event), member_id=MemberId(member)).pack() for kind in of_member),
        ScreenOffButton().pack(),
    ]


@pytest.mark.parametrize("who", ["stranger", "member", "helper of another event"])
async def test_forged_buttons_of_the_door_are_refused_and_change_nothing(
    foyer: Foyer, who: str
) -> None:
    alliance = foyer.alliance
    await alliance.services.doors.tick(ANNA, foyer.event, BORIS)
    other = await alliance.announces(1, "Форум", after=timedelta(hours=2))
    await alliance.services.helpers.name(ANNA, other, GLEB)
    person = {"stranger": None, "member": foyer.vera, "helper of another event": foyer.gleb}[who]
    if person is None:
        person = alliance.sandbox.add_person(77, "Чужой", started=True)
    await person.says("/help")
    message = await person.sees("")
    await alliance.stands_still()
    before = await dump(alliance.database)

    for data in (
        *every_button(foyer.event, BORIS),
        *every_button(999, 999),
        PassButton(event_id=EventId(9)).pack(),
    ):
        answer = await person.forges(data, message["message_id"])
        assert answer.show_alert, data

    assert await dump(alliance.database) == before


async def test_an_organisers_forged_or_stale_buttons_are_refused(foyer: Foyer) -> None:
    door = await foyer.opens_the_door(foyer.anna)
    number = door["message_id"]

    for data in (
        *every_button(999, BORIS)[:-1],
        TickButton(event_id=foyer.event, member_id=MemberId(999)).pack(),
        UntickButton(event_id=foyer.event, member_id=MemberId(999)).pack(),
        NameHelperButton(event_id=foyer.event, member_id=MemberId(999)).pack(),
        NameHelperButton(event_id=foyer.event, member_id=ANNA).pack(),
        ScreenOffButton().pack(),
    ):
        answer = await foyer.anna.forges(data, number)
        assert answer.show_alert, data

    await foyer.alliance.services.events.cancel(ANNA, foyer.event, "")
    for data in every_button(foyer.event, BORIS)[1:-1]:
        answer = await foyer.anna.forges(data, number)
        assert "отменено" in (answer.text or ""), data
    assert await foyer.arrived() == set()


async def test_a_tap_in_a_group_shows_nothing_of_the_door(foyer: Foyer) -> None:
    foyer.alliance.sandbox.add_group(GROUP, "Чат", members=[1])
    said = await foyer.alliance.app.bot.send_message(GROUP, "Всем привет")

    for data in (*every_button(foyer.event, BORIS), PassButton(event_id=foyer.event).pack()):
        answer = await foyer.anna.forges(data, said.message_id, chat_id=GROUP)
        assert answer.show_alert, data

    assert [message["text"] for message in foyer.anna.chat(GROUP)] == ["Всем привет"]
    assert await foyer.arrived() == set()


async def test_the_attendees_that_members_see_do_not_tell_who_came(foyer: Foyer) -> None:
    """No-shows are for statistics, never a public list."""
    await foyer.alliance.services.doors.tick(ANNA, foyer.event, BORIS)
    card = await foyer.vera.sees("Встреча")

    await foyer.vera.forges(f"who:{foyer.event}:0", card["message_id"])

    listed = await foyer.vera.sees("Борис Котов")
    assert not any(mark in listed["text"] for mark in ("приш", "Приш", "отмеч", "здесь"))
