"""The door as people see it: passes, scans, names, the code on the screen, helpers."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.events.events import EventId
from bot.domain.events.passes import next_turn, screen_payload
from bot.domain.events.rsvps import Answer
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import OrganisationDetails
from bot.pictures import qr_picture
from handlers.callbacks.doors import (
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
from handlers.callbacks.events import PassButton
from handlers.links import start_link
from sandbox.people import Person
from tests.alliance import Alliance
from tests.databases import dump
from tests.keyboards import labels

Message = dict[str, Any]
GROUP = -1001
MINUTE = timedelta(minutes=1)
ANNA, BORIS, VERA, GLEB = map(MemberId, (1, 2, 3, 4))


class Hall:
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
        said = await person.sees("Вот что я умею")
        await person.forges(DoorButton(event_id=self.event).pack(), said["message_id"])
        return await person.sees("Вход: Встреча")


@pytest.fixture
async def hall(alliance: Alliance) -> Hall:
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
    await alliance.services.rsvps.answer(BORIS, event, Answer.GOING)
    return Hall(alliance, event, people)


# --- passes ---------------------------------------------------------------------------------------


async def test_who_goes_is_shown_a_code_that_opens_the_bot_with_the_pass(hall: Hall) -> None:
    card = await hall.boris.sees("Вы идёте")
    await hall.boris.forges(PassButton(event_id=hall.event).pack(), card["message_id"])

    shown = await hall.boris.sees("Покажите этот код на входе")

    assert hall.shows(shown, await hall.pass_of(BORIS))
    assert "Борис Котов" in shown["caption"]
    assert "Встреча" in shown["caption"]


async def test_who_has_no_seat_is_told_so_instead(hall: Hall) -> None:
    card = await hall.vera.sees("Встреча")

    answer = await hall.vera.forges(PassButton(event_id=hall.event).pack(), card["message_id"])

    assert answer.show_alert
    assert not any("photo" in message for message in hall.vera.chat())


async def test_a_scan_tells_the_organiser_who_it_is_and_a_second_one_says_so(hall: Hall) -> None:
    payload = await hall.pass_of(BORIS)

    await hall.anna.says(f"/start {payload}")
    noted = await hall.anna.sees("Отметили: Борис Котов")
    assert "Фонд «Добро & Ко»" in noted["text"]
    assert await hall.arrived() == {BORIS}

    await hall.anna.says(f"/start {payload}")
    await hall.anna.sees("Уже отмечали")


async def test_whoever_scans_and_is_no_helper_is_told_to_show_the_code_at_the_door(
    hall: Hall,
) -> None:
    payload = await hall.pass_of(BORIS)
    stranger = hall.alliance.sandbox.add_person(77, "Чужой", started=True)

    for person in (hall.boris, hall.vera, hall.gleb):
        await person.says(f"/start {payload}")
        await person.sees("Покажите этот код на входе: отмечают там")
    await stranger.says(f"/start {payload}")
    await stranger.sees("Вы ещё не с нами")

    assert await hall.arrived() == set()


async def test_a_pass_that_nobody_made_is_none(hall: Hall) -> None:
    for payload in ("c_" + "A" * 22, "c_", "c_short"):
        await hall.anna.says(f"/start {payload}")
        await hall.anna.sees("Такого пропуска нет")


async def test_the_pass_of_whoever_withdrew_needs_a_tap_to_let_them_in(hall: Hall) -> None:
    payload = await hall.pass_of(BORIS)
    await hall.alliance.services.rsvps.withdraw(BORIS, hall.event)

    await hall.anna.says(f"/start {payload}")
    await hall.anna.sees("Ответ убран")
    assert await hall.arrived() == set()

    await hall.anna.taps("Впустить и отметить")
    await hall.anna.sees("Отметили: Борис Котов")
    assert await hall.arrived() == {BORIS}


async def test_too_early_a_scan_says_when_the_door_opens(hall: Hall) -> None:
    later = await hall.alliance.announces(1, "Форум", after=timedelta(days=3))
    await hall.alliance.services.rsvps.answer(BORIS, later, Answer.GOING)
    payload = (await hall.alliance.services.doors.pass_for(BORIS, later)).payload

    await hall.anna.says(f"/start {payload}")

    await hall.anna.sees("Отмечать пришедших ещё рано")


async def test_a_code_said_in_a_group_is_left_alone(hall: Hall) -> None:
    hall.alliance.sandbox.add_group(GROUP, "Чат", members=[1, 2])
    for person, payload in (
        (hall.anna, await hall.pass_of(BORIS)),
        (hall.boris, await hall.screen()),
    ):
        await person.says(f"/start {payload}", chat_id=GROUP)
    await hall.anna.says("/help")
    await hall.anna.sees("Вот что я умею")

    assert await hall.arrived() == set()
    assert len(hall.anna.chat(GROUP)) == 2


# --- the door board -------------------------------------------------------------------------------


async def test_the_door_follows_the_arrivals_by_organisation(hall: Hall) -> None:
    door = await hall.opens_the_door(hall.anna)
    assert "Пришли: 0 из 1" in door["text"]
    assert "Фонд «Добро & Ко»: 0 из 1" in door["text"]

    await hall.alliance.services.doors.scan(ANNA, await hall.pass_of(BORIS))
    await hall.alliance.goes_on(timedelta(seconds=2))

    followed = await hall.anna.sees("Пришли: 1 из 1")
    assert followed["message_id"] == door["message_id"]
    assert "Организаций в зале: 1" in followed["text"]


async def test_people_are_ticked_by_name_and_a_mistake_is_taken_back(hall: Hall) -> None:
    await hall.opens_the_door(hall.anna)
    await hall.anna.taps("Отметить по имени")
    await hall.anna.sees("Кого отметить?")
    await hall.anna.says("Кто-то")
    await hall.anna.sees("Никого не нашли")
    await hall.anna.says("котов")
    found = await hall.anna.sees("Борис Котов")
    assert "Фонд «Добро & Ко»" in found["text"]

    await hall.anna.taps("Борис Котов")
    await hall.anna.sees("Отметили: Борис Котов")
    assert await hall.arrived() == {BORIS}

    await hall.anna.taps("Снять отметку")
    await hall.anna.sees("Отметку сняли")
    assert await hall.arrived() == set()
    await hall.anna.taps("Отметить снова")
    await hall.anna.sees("Отметили: Борис Котов")
    asked = len(hall.anna.chat())
    await hall.anna.taps("Следующее имя")
    await hall.anna.watches(lambda chat: len(chat) > asked)
    await hall.anna.says("зима")
    await hall.anna.sees("Никого не нашли")
    await hall.anna.says("зим")
    assert "места нет" in (await hall.anna.sees("Вера Зимина"))["text"]


async def test_two_people_of_one_name_are_told_apart(hall: Hall) -> None:
    """users-ask 8."""
    await hall.alliance.knows(8, "Борис Котов")
    await hall.opens_the_door(hall.anna)
    await hall.anna.taps("Отметить по имени")
    await hall.anna.sees("Напишите имя")
    await hall.anna.says("борис")

    text = (await hall.anna.sees("2. Борис Котов"))["text"]

    assert "1. Борис Котов (Фонд «Добро & Ко»)" in text
    assert "2. Борис Котов (Без организации) — места нет" in text


async def test_the_door_leads_back_to_the_organisers_board(hall: Hall) -> None:
    await hall.opens_the_door(hall.anna)
    await hall.anna.taps("Обновить")
    await hall.anna.taps("‹ Назад")

    await hall.anna.sees("Ещё не ответили")


# --- the screen -----------------------------------------------------------------------------------


async def test_the_code_on_the_screen_checks_people_in_and_turns_each_minute(hall: Hall) -> None:
    await hall.opens_the_door(hall.anna)
    await hall.anna.taps("Код на экран")
    shown = await hall.anna.sees("и вы отмечены")
    assert hall.shows(shown, await hall.screen())

    await hall.boris.says(f"/start {await hall.screen()}")
    await hall.boris.sees("Вы на месте!")
    await hall.boris.says(f"/start {await hall.screen()}")
    await hall.boris.sees("Вы уже отмечены")
    await hall.alliance.goes_on(timedelta(seconds=1))
    await hall.alliance.goes_on(MINUTE)

    turned = await hall.anna.sees("Уже пришли: 1")
    assert turned["message_id"] == shown["message_id"]
    assert hall.shows(turned, await hall.screen())
    await hall.vera.says(f"/start {await hall.screen(2 * MINUTE)}")
    await hall.vera.sees("Код на экране уже сменился")


async def test_the_code_is_taken_down_by_its_button_and_shown_again(hall: Hall) -> None:
    await hall.opens_the_door(hall.anna)
    await hall.anna.taps("Код на экран")
    shown = await hall.anna.sees("и вы отмечены")

    await hall.anna.taps("Убрать код")

    closed = await hall.anna.sees("Код больше не показываем")
    assert closed["message_id"] == shown["message_id"]
    await hall.anna.taps("Показать снова")
    again = await hall.anna.sees("и вы отмечены")
    assert again["message_id"] != shown["message_id"]


async def test_the_code_is_taken_down_when_nobody_looks_after_it_any_more(hall: Hall) -> None:
    await hall.opens_the_door(hall.anna)
    await hall.anna.taps("Код на экран")
    await hall.anna.sees("и вы отмечены")

    await hall.alliance.goes_on(timedelta(hours=3, seconds=1))

    await hall.anna.sees("Код больше не показываем")


async def test_a_stranger_who_scans_the_screen_is_shown_the_way_in(hall: Hall) -> None:
    stranger = hall.alliance.sandbox.add_person(77, "Чужой", started=True)

    await stranger.says(f"/start {await hall.screen()}")

    await stranger.sees("Вы ещё не с нами")
    assert await hall.arrived() == set()


# --- helpers --------------------------------------------------------------------------------------


async def test_a_helper_is_named_told_lets_people_in_and_is_dismissed(hall: Hall) -> None:
    payload = await hall.pass_of(BORIS)
    await hall.opens_the_door(hall.anna)
    await hall.anna.taps("Помощники")
    await hall.anna.sees("Пока никого")
    await hall.anna.taps("Добавить помощника")
    await hall.anna.sees("Кто поможет на входе?")
    await hall.anna.says("рощ")
    await hall.anna.sees("1. Глеб Рощин")
    await hall.anna.taps("1. Глеб Рощин")
    await hall.anna.sees("Помощники на входе: Встреча")

    await hall.gleb.sees("Вы помогаете на входе")
    await hall.gleb.taps("Открыть вход")
    door = await hall.gleb.sees("Пришли: 0 из 1")
    assert not {"Помощники", "‹ Назад"} & set(labels(door)), "those are an organiser's"
    await hall.gleb.says(f"/start {payload}")
    await hall.gleb.sees("Отметили: Борис Котов")

    await hall.anna.taps("✕ 1. Глеб Рощин")
    await hall.anna.sees("Пока никого")
    await hall.gleb.says(f"/start {payload}")
    await hall.gleb.sees("Покажите этот код на входе: отмечают там")


# --- forged ---------------------------------------------------------------------------------------


def every_button(event: int, member: int) -> list[str]:
    of_event = (DoorButton, FindButton, ScreenButton, HelpersButton, FindHelperButton)
    of_member = (TickButton, UntickButton, NameHelperButton, DismissHelperButton)
    return [
        *(kind(event_id=event).pack() for kind in of_event),
        *(kind(event_id=event, member_id=member).pack() for kind in of_member),
        ScreenOffButton().pack(),
    ]


@pytest.mark.parametrize("who", ["stranger", "member", "helper of another event"])
async def test_forged_buttons_of_the_door_are_refused_and_change_nothing(
    hall: Hall, who: str
) -> None:
    alliance = hall.alliance
    await alliance.services.doors.tick(ANNA, hall.event, BORIS)
    other = await alliance.announces(1, "Форум", after=timedelta(hours=2))
    await alliance.services.helpers.name(ANNA, other, GLEB)
    person = {"stranger": None, "member": hall.vera, "helper of another event": hall.gleb}[who]
    if person is None:
        person = alliance.sandbox.add_person(77, "Чужой", started=True)
    await person.says("/help")
    message = await person.sees("")
    await alliance.stands_still()
    before = await dump(alliance.database)

    for data in (
        *every_button(hall.event, BORIS),
        *every_button(999, 999),
        PassButton(event_id=9).pack(),
    ):
        answer = await person.forges(data, message["message_id"])
        assert answer.show_alert, data

    assert await dump(alliance.database) == before


async def test_an_organisers_forged_or_stale_buttons_are_refused(hall: Hall) -> None:
    door = await hall.opens_the_door(hall.anna)
    number = door["message_id"]

    for data in (
        *every_button(999, BORIS)[:-1],
        TickButton(event_id=hall.event, member_id=999).pack(),
        UntickButton(event_id=hall.event, member_id=999).pack(),
        NameHelperButton(event_id=hall.event, member_id=999).pack(),
        NameHelperButton(event_id=hall.event, member_id=ANNA).pack(),
        ScreenOffButton().pack(),
    ):
        answer = await hall.anna.forges(data, number)
        assert answer.show_alert, data

    await hall.alliance.services.events.cancel(ANNA, hall.event, "")
    for data in every_button(hall.event, BORIS)[1:-1]:
        answer = await hall.anna.forges(data, number)
        assert "отменено" in (answer.text or ""), data
    assert await hall.arrived() == set()


async def test_a_tap_in_a_group_shows_nothing_of_the_door(hall: Hall) -> None:
    hall.alliance.sandbox.add_group(GROUP, "Чат", members=[1])
    said = await hall.alliance.app.bot.send_message(GROUP, "Всем привет")

    for data in (*every_button(hall.event, BORIS), PassButton(event_id=hall.event).pack()):
        answer = await hall.anna.forges(data, said.message_id, chat_id=GROUP)
        assert answer.show_alert, data

    assert [message["text"] for message in hall.anna.chat(GROUP)] == ["Всем привет"]
    assert await hall.arrived() == set()


async def test_the_attendees_that_members_see_do_not_tell_who_came(hall: Hall) -> None:
    """No-shows are for statistics, never a public list."""
    await hall.alliance.services.doors.tick(ANNA, hall.event, BORIS)
    card = await hall.vera.sees("Встреча")

    await hall.vera.forges(f"who:{hall.event}:0", card["message_id"])

    listed = await hall.vera.sees("Борис Котов")
    assert not any(mark in listed["text"] for mark in ("приш", "Приш", "отмеч", "здесь"))
