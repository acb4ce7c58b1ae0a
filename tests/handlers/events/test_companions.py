"""Complaint 7 of users-ask.md: heads are counted with guests, and a party sits together."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.events.events import EventId
from bot.domain.events.seats import Seat
from bot.domain.people.members import MemberId, Role
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance, a_plan


async def publishes(alliance: Alliance, **plan: Any) -> EventId:
    planned = replace(a_plan(alliance.clock), **plan)
    return await alliance.services.events.publish(MemberId(1), planned)


@pytest.fixture
async def people(alliance: Alliance) -> list[Person]:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    names = ("Борис", "Вера", "Глеб")
    return [await alliance.has(number, name) for number, name in enumerate(names, 2)]


async def goes(person: Person) -> Message:
    await person.sees("Приглашаем вас")
    await person.taps("Иду")
    return await person.sees(lambda message: "✓" in str(message.get("reply_markup")))


async def test_complaint_7_guests_are_counted_up_and_down(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, *_ = people
    event = await publishes(alliance, guests=2, capacity=10)
    await goes(boris)
    assert (await boris.taps("+ гость")).text == "Записали: с вами 1 гость."
    await boris.sees("С вами 1 гость.")
    await boris.taps("+ гость")
    card = await boris.sees("С вами 2 гостя.")
    assert "Всего 10 мест, есть свободные" in card["text"]
    assert "+ гость" not in str(card["reply_markup"])
    await boris.taps("− гость")
    await boris.sees("С вами 1 гость.")
    assert (await alliance.rsvps(event))["Борис"].guests == 1


async def test_complaint_7_a_party_gets_its_seats_together_or_not_at_all(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, vera, gleb = people
    event = await publishes(alliance, guests=1, capacity=3)
    await goes(boris)
    await boris.taps("+ гость")
    await goes(vera)
    await goes(gleb)
    assert "номер 1" in ((await gleb.taps("+ гость")).text or "")

    await vera.taps("Не иду")
    await vera.sees("Вы не идёте")
    assert (await alliance.rsvps(event))["Глеб"].seat is Seat.WAITING, "one seat for two people"
    await boris.taps("− гость")

    await gleb.sees("Место нашлось")
    seated = (await alliance.rsvps(event))["Глеб"]
    assert (seated.seat, seated.guests) == (Seat.SEATED, 1)


async def test_who_sits_already_brings_guests_only_into_free_seats(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, *_ = people
    event = await publishes(alliance, guests=2, capacity=1)
    await goes(boris)

    refused = await boris.taps("+ гость")

    assert refused.show_alert
    assert refused.text == "Для гостей свободных мест не осталось."
    assert (await alliance.rsvps(event))["Борис"].guests == 0


@pytest.mark.parametrize("count", ["99", "100", "-1", "3", "x", ""])
async def test_a_forged_number_of_guests_is_refused(
    alliance: Alliance, people: list[Person], count: str
) -> None:
    boris, *_ = people
    event = await publishes(alliance, guests=2)
    card = await goes(boris)

    answer = await boris.forges(f"guests:{event}:{count}", card["message_id"])

    assert answer.show_alert
    assert (await alliance.rsvps(event))["Борис"].guests == 0


async def test_who_does_not_go_brings_nobody(alliance: Alliance, people: list[Person]) -> None:
    boris, *_ = people
    event = await publishes(alliance, guests=2)
    card = await boris.sees("Можно прийти с гостями: до 2 гостей")

    answer = await boris.forges(f"guests:{event}:1", card["message_id"])

    assert "Сначала скажите, что вы идёте" in (answer.text or "")


async def test_guests_who_are_to_be_named_are_named_in_a_message(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, *_ = people
    event = await publishes(alliance, guests=2, guests_named=True)
    card = await goes(boris)
    forged = await boris.forges(f"guests:{event}:1", card["message_id"])
    assert "Напишите имена гостей" in (forged.text or ""), "a count is not enough"

    await boris.taps("Назвать гостей")
    await boris.sees("Кто придёт с вами на «Встреча»?")
    await boris.says("Яна\n\n  <b>Пётр</b> Иванов ")
    await boris.sees("Записали: с вами 2 гостя.")
    await boris.sees("С вами: Яна и <b>Пётр</b> Иванов.")
    brought = (await alliance.rsvps(event))["Борис"]
    assert brought.guest_names == ("Яна", "<b>Пётр</b> Иванов")

    await boris.says("И ещё Семён")
    await boris.sees("Этого бот не понимает")
    await boris.taps("Без гостей")
    await boris.watches(lambda chat: not any("С вами: Яна" in m.get("text", "") for m in chat))
    assert (await alliance.rsvps(event))["Борис"].guest_names == ()


async def test_a_question_is_open_until_its_person_turns_to_something_else(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, *_ = people
    event = await publishes(alliance, guests=2, guests_named=True)
    card = await goes(boris)
    await boris.taps("Назвать гостей")
    first = await boris.sees("Кто придёт с вами")
    await boris.taps("Иду", message=card)  # an answer is given in passing
    await boris.says("Яна")
    await boris.sees("Записали: с вами 1 гость.")

    await boris.taps("Назвать гостей")
    question = await boris.sees(
        lambda m: "Кто придёт с вами" in m["text"] and m["message_id"] > first["message_id"]
    )
    await boris.taps("‹ Назад", message=question)
    await boris.says("Семён")

    await boris.sees("Этого бот не понимает")
    assert (await alliance.rsvps(event))["Борис"].guest_names == ("Яна",)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("Яна\nПётр\nСемён", "не больше 2 гостей"),
        ("Я" * 101, "Имя гостя слишком длинное"),
        ("\u200b", "Напишите имена гостей"),
    ],
)
async def test_names_that_are_refused_can_be_written_again(
    alliance: Alliance, people: list[Person], wrong: str, says: str
) -> None:
    boris, *_ = people
    event = await publishes(alliance, guests=2, guests_named=True)
    await goes(boris)
    await boris.taps("Назвать гостей")
    await boris.sees("Кто придёт с вами")

    await boris.says(wrong)
    await boris.sees(says)
    await boris.says("Яна")

    await boris.sees("Записали: с вами 1 гость.")
    assert (await alliance.rsvps(event))["Борис"].guest_names == ("Яна",)


@pytest.mark.parametrize("word", ["нет", "0", "Никто"])
async def test_a_word_leaves_all_guests_out(
    alliance: Alliance, people: list[Person], word: str
) -> None:
    boris, *_ = people
    event = await publishes(alliance, guests=2, guests_named=True)
    await goes(boris)
    for said, seen in (("Яна", "с вами 1 гость"), (word, "вы без гостей")):
        await boris.taps("Назвать гостей")
        await boris.watches(lambda chat: "Кто придёт с вами" in chat[-1].get("text", ""))
        await boris.says(said)
        await boris.sees(seen)

    assert (await alliance.rsvps(event))["Борис"].guests == 0
