"""«Прислать замену» as people see it: asked, answered, taken back, forged and stale."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeAlias

import pytest

from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Answer
from bot.domain.events.substitutions import SubstitutionId
from bot.domain.people.members import MemberId, OrganisationId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from handlers.events.callbacks.events import (
    ColleagueButton,
    KeepSeatButton,
    SubstituteAnswerButton,
    SubstituteButton,
)
from handlers.ui.callbacks import EventButton
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance, a_plan
from tests.databases import dump
from tests.keyboards import labels
from tests.people import joined

Joins: TypeAlias = Callable[..., Awaitable[Person]]

CHOOSE, ASKED = "Кого попросить прийти вместо вас?", "просит вас прийти вместо себя"


@pytest.fixture
async def joins(alliance: Alliance) -> Joins:
    """Let people of organisations join; there is an organiser with the id 1."""
    await alliance.has(1, "Ольга", Role.ORGANISER)

    def write(tx: Stores) -> None:
        for name, inn in (("Фонд", "6671000017"), ("Центр", "6671000024")):
            tx.organisations.add(OrganisationDetails(name, name, inn, None, "Екатеринбург"))

    await alliance.database.write(write)

    async def join(
        number: int, name: str, position: str = "", organisation: int = 1, language: str = "ru"
    ) -> Person:
        now = alliance.clock.now()

        def add(tx: Stores) -> None:
            details = PersonDetails(name, position)
            house = OrganisationId(organisation)
            member = joined(tx, details, now, house, telegram_id=number)
            tx.members.save_language(member, language)

        await alliance.database.write(add)
        return alliance.sandbox.add_person(number, name, started=True)

    return join


async def member_of(alliance: Alliance, person: Person) -> MemberId:
    member = await alliance.services.members.recognise(TelegramId(person.id))
    assert member is not None
    return member.id


async def goes(alliance: Alliance, person: Person, event: EventId) -> int:
    """Let a person take a seat and open the card; return its message."""
    await alliance.services.rsvps.answer(await member_of(alliance, person), event, Answer.GOING)
    message = await person.sees("")
    await person.forges(EventButton(event_id=event).pack(), message["message_id"])
    card = await person.sees("Вы идёте")
    return int(card["message_id"])


async def chooses(person: Person, event: EventId, card: int, name: str) -> None:
    """Open the list in place of the card and ask the colleague."""
    await person.forges(SubstituteButton(event_id=event).pack(), card)
    listed = await person.sees(CHOOSE)
    assert listed["message_id"] == card, "the list stands in place of the card"
    answer = await person.taps(name, message=card)
    assert "Спросили" in (answer.text or "")


async def shows(person: Person, number: int, words: str) -> dict[str, Any]:
    """Wait until the message of this number says so."""
    return await person.sees(
        lambda one: one["message_id"] == number and words in one.get("text", "")
    )


async def seats(alliance: Alliance, event: EventId) -> list[tuple[str, int]]:
    """Return who has a seat, with how many guests."""
    answered = await alliance.database.read(lambda tx: tx.rsvps.answered(event))
    return [(member.name, rsvp.guests) for member, rsvp in answered if rsvp.has_seat]


async def test_a_colleague_who_agrees_gets_the_seat_and_both_are_told(
    alliance: Alliance, joins: Joins
) -> None:
    anna = await joins(2, "Анна Орлова", "директор")
    boris = await joins(3, "Борис Гусев")
    event = await alliance.announces(1)
    card = await goes(alliance, anna, event)

    await chooses(anna, event, card, "Борис")
    request = await boris.sees(ASKED)
    assert "Анна Орлова (директор)" in request["text"]
    assert "Встреча" in request["text"]
    assert labels(request) == ["Приду", "Не смогу"]
    assert await seats(alliance, event) == [("Анна Орлова", 0)]

    answer = await boris.taps("Приду")

    assert "место ваше" in (answer.text or "")
    await shows(boris, request["message_id"], "Вы идёте")
    told = await anna.sees("придёт вместо вас")
    assert "Борис Гусев" in told["text"]
    shown = await shows(anna, card, "Вы не идёте")
    assert "Вместо вас придёт Борис Гусев." in shown["text"]
    assert await seats(alliance, event) == [("Борис Гусев", 0)]

    await boris.taps("Не иду")
    await shows(boris, request["message_id"], "Вы не идёте")
    await anna.forges(EventButton(event_id=event).pack(), card)
    await anna.sees(lambda one: one["message_id"] == card and "Вместо вас" not in one["text"])


async def test_a_colleague_who_refuses_leaves_the_seat_and_another_can_be_asked(
    alliance: Alliance, joins: Joins
) -> None:
    anna, boris = await joins(2, "Анна"), await joins(3, "Борис", "бухгалтер")
    vera = await joins(4, "Вера")
    event = await alliance.announces(1)
    card = await goes(alliance, anna, event)
    await chooses(anna, event, card, "Борис")
    await boris.sees(ASKED)

    await boris.taps("Не смогу")

    seen = await boris.sees("Спасибо за ответ")
    assert "Приду" not in labels(seen)
    told = await anna.sees("не сможет прийти вместо вас")
    assert "Борис (бухгалтер)" in told["text"]
    assert await seats(alliance, event) == [("Анна", 0)]

    await anna.taps("Попросить кого-то ещё", message=told)
    listed = await anna.sees(CHOOSE)
    assert [name for name in labels(listed) if "Борис" in name] == [], "he has refused"
    await anna.taps("Вера", message=listed)
    await vera.sees(ASKED)


async def test_guests_come_with_the_seat_and_the_colleague_knows_it(
    alliance: Alliance, joins: Joins
) -> None:
    anna, boris = await joins(2, "Анна"), await joins(3, "Борис")
    plan = replace(a_plan(alliance.clock), capacity=5, guests=3)
    event = await alliance.services.events.publish(MemberId(1), plan)
    card = await goes(alliance, anna, event)
    await alliance.services.rsvps.bring(await member_of(alliance, anna), event, 2)
    await chooses(anna, event, card, "Борис")

    request = await boris.sees(ASKED)
    assert "и с вами придут 2 гостя" in request["text"]
    await boris.taps("Приду")

    await boris.sees("Вы идёте")
    assert await seats(alliance, event) == [("Борис", 2)]


async def test_coming_oneself_after_all_makes_the_request_a_thing_of_the_past(
    alliance: Alliance, joins: Joins
) -> None:
    anna, boris = await joins(2, "Анна"), await joins(3, "Борис")
    event = await alliance.announces(1)
    card = await goes(alliance, anna, event)
    await chooses(anna, event, card, "Борис")
    await boris.sees(ASKED)

    kept = await anna.forges(KeepSeatButton(event_id=event).pack(), card)
    late = await boris.taps("Приду")

    assert "место остаётся за вами" in (kept.text or "")
    assert late.show_alert
    assert "уже не действует" in (late.text or "")
    assert await seats(alliance, event) == [("Анна", 0)]


async def test_asking_another_colleague_ends_the_first_request(
    alliance: Alliance, joins: Joins
) -> None:
    anna, boris, vera = await joins(2, "Анна"), await joins(3, "Борис"), await joins(4, "Вера")
    event = await alliance.announces(1)
    card = await goes(alliance, anna, event)
    await chooses(anna, event, card, "Борис")
    await boris.sees(ASKED)
    await chooses(anna, event, card, "Вера")
    await vera.sees(ASKED)

    assert "уже не действует" in ((await boris.taps("Приду")).text or "")
    await vera.taps("Приду")
    assert await seats(alliance, event) == [("Вера", 0)]


async def test_the_list_pages_and_leads_back_to_the_card(alliance: Alliance, joins: Joins) -> None:
    anna = await joins(2, "Анна")
    for number in range(10, 20):
        await joins(number, f"Коллега {number}")
    event = await alliance.announces(1)
    card = await goes(alliance, anna, event)
    await anna.forges(SubstituteButton(event_id=event).pack(), card)
    first = await anna.sees(CHOOSE)
    assert labels(first) == [*(f"Коллега {n}" for n in range(10, 18)), "Дальше ›", "‹ Назад"]

    await anna.taps("Дальше", message=card)
    second = await anna.sees(lambda message: "Коллега 18" in labels(message))
    assert labels(second) == ["Коллега 18", "Коллега 19", "‹ Раньше", "‹ Назад"]

    await anna.taps("Назад", message=card)
    back = await anna.sees("Вы идёте")
    assert back["message_id"] == card


async def test_two_people_who_look_of_one_name_are_told_apart_by_their_position(
    alliance: Alliance, joins: Joins
) -> None:
    """users-ask 8; the second name begins with a Latin letter."""
    anna = await joins(2, "Анна")
    await joins(3, "Олег Титов", "директор")
    oleg = await joins(4, "Oлег Титов", "бухгалтер")
    event = await alliance.announces(1)
    card = await goes(alliance, anna, event)
    await anna.forges(SubstituteButton(event_id=event).pack(), card)
    listed = await anna.sees(CHOOSE)
    assert {"Олег Титов · директор", "Oлег Титов · бухгалтер"} <= set(labels(listed))

    await anna.taps("бухгалтер", message=card)

    await oleg.sees(ASKED)


async def test_who_has_nobody_to_ask_is_told_how_to_invite_a_colleague(
    alliance: Alliance, joins: Joins
) -> None:
    anna = await joins(2, "Анна")
    await joins(3, "Глеб", organisation=2)
    event = await alliance.announces(1)
    card = await goes(alliance, anna, event)

    await anna.forges(SubstituteButton(event_id=event).pack(), card)

    alone = await anna.sees("попросите у организаторов альянса приглашение")
    assert labels(alone) == ["‹ Назад"]


async def test_the_colleague_who_waits_takes_the_seat_and_capacity_holds(
    alliance: Alliance, joins: Joins
) -> None:
    anna, boris = await joins(2, "Анна"), await joins(3, "Борис")
    gleb = await joins(4, "Глеб", organisation=2)
    plan = replace(a_plan(alliance.clock, after=timedelta(days=7)), capacity=1)
    event = await alliance.services.events.publish(MemberId(1), plan)
    card = await goes(alliance, anna, event)
    for person in (boris, gleb):
        member = await member_of(alliance, person)
        await alliance.services.rsvps.answer(member, event, Answer.GOING)
    await chooses(anna, event, card, "Борис")
    await boris.sees(ASKED)

    await boris.taps("Приду")

    await boris.sees("Вы идёте")
    assert await seats(alliance, event) == [("Борис", 0)]
    standing = await alliance.services.rsvps.answer(
        await member_of(alliance, gleb), event, Answer.GOING
    )
    assert standing.number == 1


async def test_no_forged_button_asks_or_answers_for_anybody(
    alliance: Alliance, joins: Joins
) -> None:
    anna, boris = await joins(2, "Анна"), await joins(3, "Борис")
    gleb = await joins(4, "Глеб", organisation=2)
    event = await alliance.announces(1)
    card = await goes(alliance, anna, event)
    await chooses(anna, event, card, "Борис")
    await boris.sees(ASKED)
    await gleb.sees("Приглашаем вас")
    stranger = alliance.sandbox.add_person(9, "Чужой", started=True)
    await stranger.says("/start")
    await alliance.stands_still()
    before = await dump(alliance.database)

    for person, data, says in (
        (
            anna,
            ColleagueButton(event_id=event, member_id=MemberId(4)),
            "коллеге из своей организации",
        ),
        (
            anna,
            ColleagueButton(event_id=event, member_id=MemberId(99)),
            "коллеге из своей организации",
        ),
        (anna, ColleagueButton(event_id=event, member_id=MemberId(2)), "сейчас не попросить"),
        (anna, ColleagueButton(event_id=EventId(99), member_id=MemberId(3)), "Такого события нет"),
        (anna, SubstituteButton(event_id=EventId(99)), "Такого события нет"),
        (anna, KeepSeatButton(event_id=EventId(99)), "Такого события нет"),
        (
            anna,
            SubstituteAnswerButton(substitution_id=SubstitutionId(1), accept=True),
            "уже не действует",
        ),
        (
            gleb,
            SubstituteAnswerButton(substitution_id=SubstitutionId(1), accept=True),
            "уже не действует",
        ),
        (
            gleb,
            SubstituteAnswerButton(substitution_id=SubstitutionId(1), accept=False),
            "уже не действует",
        ),
        (
            boris,
            SubstituteAnswerButton(substitution_id=SubstitutionId(99), accept=True),
            "уже не действует",
        ),
        (gleb, KeepSeatButton(event_id=event), "уже не действует"),
        (
            stranger,
            SubstituteAnswerButton(substitution_id=SubstitutionId(1), accept=True),
            "Вы ещё не с нами",
        ),
        (stranger, ColleagueButton(event_id=event, member_id=MemberId(3)), "Вы ещё не с нами"),
    ):
        message = await person.sees("")
        answer = await person.forges(data.pack(), message["message_id"])
        assert answer.show_alert, data
        assert says in (answer.text or ""), data

    assert await dump(alliance.database) == before


@pytest.mark.parametrize(
    ("meanwhile", "says"),
    [
        ("withdrew", "уже не действует"),
        ("cancelled", "Событие отменено"),
        ("begun", "Событие уже началось"),
        ("over", "Событие уже прошло"),
        ("seated", "У вас уже есть место"),
    ],
)
async def test_a_yes_that_comes_too_late_is_told_why(
    alliance: Alliance, joins: Joins, meanwhile: str, says: str
) -> None:
    anna, boris = await joins(2, "Анна"), await joins(3, "Борис")
    event = await alliance.announces(1)
    card = await goes(alliance, anna, event)
    await chooses(anna, event, card, "Борис")
    request = await boris.sees(ASKED)
    match meanwhile:
        case "withdrew":
            await alliance.services.rsvps.withdraw(await member_of(alliance, anna), event)
        case "cancelled":
            await alliance.services.events.cancel(MemberId(1), event, "Болезнь")
        case "begun":
            alliance.clock.advance(timedelta(days=3, minutes=5))
        case "over":
            alliance.clock.advance(timedelta(days=4))
        case "seated":
            member = await member_of(alliance, boris)
            await alliance.services.rsvps.answer(member, event, Answer.GOING)
    before = await seats(alliance, event)

    answer = await boris.taps("Приду", message=request)

    assert answer.show_alert
    assert says in (answer.text or "")
    assert await seats(alliance, event) == before


async def test_a_second_tap_on_yes_changes_nothing(alliance: Alliance, joins: Joins) -> None:
    anna, boris = await joins(2, "Анна"), await joins(3, "Борис")
    event = await alliance.announces(1)
    card = await goes(alliance, anna, event)
    await chooses(anna, event, card, "Борис")
    request = await boris.sees(ASKED)
    yes = SubstituteAnswerButton(substitution_id=SubstitutionId(1), accept=True).pack()
    await boris.forges(yes, request["message_id"])
    await boris.sees("Вы идёте")

    for data in (
        yes,
        SubstituteAnswerButton(substitution_id=SubstitutionId(1), accept=False).pack(),
    ):
        answer = await boris.forges(data, request["message_id"])
        assert "уже не действует" in (answer.text or "")

    assert await seats(alliance, event) == [("Борис", 0)]


@pytest.mark.parametrize("meanwhile", ["kept", "begun"])
async def test_a_request_that_was_not_sent_yet_is_not_sent_once_it_is_over(
    alliance: Alliance, joins: Joins, meanwhile: str
) -> None:
    anna, boris = await joins(2, "Анна"), await joins(3, "Борис")
    event = await alliance.announces(1)
    card = await goes(alliance, anna, event)
    await boris.sees("Приглашаем вас")
    await alliance.app.worker.drain()
    asker, colleague = await member_of(alliance, anna), await member_of(alliance, boris)
    await alliance.services.substitutions.ask(asker, event, colleague)
    if meanwhile == "kept":
        await anna.forges(KeepSeatButton(event_id=event).pack(), card)
    else:
        alliance.clock.advance(timedelta(days=3, minutes=5))
    await alliance.restarts()
    await alliance.announces(1, "Субботник")

    await boris.sees("Субботник")
    assert not any(ASKED in message.get("text", "") for message in boris.chat())


async def test_a_no_is_not_told_to_who_gave_the_seat_up_meanwhile(
    alliance: Alliance, joins: Joins
) -> None:
    anna, boris = await joins(2, "Анна"), await joins(3, "Борис")
    event = await alliance.announces(1)
    card = await goes(alliance, anna, event)
    await chooses(anna, event, card, "Борис")
    await boris.sees(ASKED)
    await alliance.app.worker.drain()
    await boris.taps("Не смогу")
    await alliance.services.rsvps.withdraw(await member_of(alliance, anna), event)
    await alliance.restarts()
    await alliance.announces(1, "Субботник")

    await anna.sees("Субботник")
    assert not any("не сможет прийти" in message.get("text", "") for message in anna.chat())


async def test_erasing_the_colleague_tells_who_asked_without_a_name(
    alliance: Alliance, joins: Joins
) -> None:
    anna, boris = await joins(2, "Анна"), await joins(3, "Борис")
    event = await alliance.announces(1)
    card = await goes(alliance, anna, event)
    await chooses(anna, event, card, "Борис")
    await boris.sees(ASKED)

    await alliance.services.members.erase(await member_of(alliance, boris))

    told = await anna.sees("Коллега не сможет прийти вместо вас")
    assert "Борис" not in told["text"]
    assert "Попросить кого-то ещё" in labels(told)


async def test_the_longest_names_and_positions_can_be_said(
    alliance: Alliance, joins: Joins
) -> None:
    long = "<&🎄" * 50
    anna, boris = await joins(2, long, "&" * 200), await joins(3, "ё" + long[1:], "<" * 200)
    plan = replace(a_plan(alliance.clock), title="&" * 120, place="<" * 200)
    event = await alliance.services.events.publish(MemberId(1), plan)
    card = await goes(alliance, anna, event)
    await chooses(anna, event, card, "ё")

    request = await boris.sees(ASKED)
    assert long in request["text"]
    await boris.taps("Приду")
    await anna.sees("придёт вместо вас")


async def test_the_colleague_is_asked_in_their_own_language(
    alliance: Alliance, joins: Joins
) -> None:
    anna, john = await joins(2, "Анна"), await joins(3, "John", language="en")
    event = await alliance.announces(1)
    card = await goes(alliance, anna, event)
    await chooses(anna, event, card, "John")

    await john.sees("asks you to come in their place")
    await john.taps("I cannot")

    await john.sees("Thank you for answering")
    await anna.sees("John не сможет прийти")
