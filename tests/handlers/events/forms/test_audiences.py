"""Whom an event is for: circles, municipalities, people one by one."""

from functools import partial

import pytest

from bot.domain.events.audiences import Audience, AudienceCircle
from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.refusals import OnlyForOrganisers
from sandbox.chats import Message
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance
from tests.databases import execute
from tests.handlers.events.forms.steps import (
    comes_to,
    follows,
    member_of,
    only_one_wizard,
    published,
)
from tests.keyboards import labels


@pytest.fixture
async def houses(alliance: Alliance) -> list[MemberId]:
    """Found two organisations and ten more municipalities, and give the people of the first."""

    def write(tx: Stores) -> list[MemberId]:
        towns = ["Пермь", "Сочи", *(f"Город {n:02}" for n in range(10))]
        ids = [
            tx.organisations.add(OrganisationDetails(f"Фонд «{town}»", "", f"{n:010}", None, town))
            for n, town in enumerate(towns)
        ]
        people = [tx.members.add(PersonDetails(name), ids[0]) for name in ("Пётр", "Анна <Р>")]
        tx.members.add(PersonDetails("Анна"), OrganisationId(ids[1]))
        return people

    return await alliance.database.write(write)


async def looks_for(olga: Person, text: str) -> Message:
    """Type a part of a name and wait for what the wizard finds."""
    said = await olga.says(text)
    return await olga.sees(partial(follows, said))


async def publishes(olga: Person, alliance: Alliance) -> Audience:
    await olga.sees("Так событие увидят")
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")
    (event,) = await published(alliance)
    return event.audience


@pytest.mark.usefixtures("houses")
async def test_municipalities_are_ticked_page_by_page(alliance: Alliance, olga: Person) -> None:
    member = await member_of(alliance, 2)
    house = await alliance.database.read(lambda tx: tx.organisations.by_inn(f"{1:010}"))
    assert house is not None
    moves = f"UPDATE members SET organisation_id = {house.id} WHERE id = {member}"  # noqa: S608
    await execute(alliance.database, moves)
    await comes_to(olga, alliance, "Кого зовём?")
    await olga.taps("По муниципалитетам")
    await olga.taps("Готово")
    await olga.sees("Отметьте хотя бы одну строчку")
    await olga.taps("Город 03")
    await olga.taps("›")
    await olga.taps("Пермь")
    await olga.taps("Сочи")
    await olga.taps("Пермь")
    seen = await olga.sees("Приглашение получит 1 человек")
    assert "✓ Сочи" in labels(seen)
    assert "Пермь" in labels(seen)
    await olga.says("Казань")
    await olga.sees("выбрать кнопкой")
    await olga.taps("Готово")
    audience = await publishes(olga, alliance)
    assert audience == Audience(AudienceCircle.MUNICIPALITIES, ("Город 03", "Сочи"))
    await alliance.sandbox.person(2).sees("Встреча <НКО>")


async def test_where_no_municipality_is_known_none_is_offered(
    alliance: Alliance, olga: Person
) -> None:
    seen = await comes_to(olga, alliance, "Кого зовём?")
    assert "По муниципалитетам" not in labels(seen)
    assert "Выбрать людей" in labels(seen)


async def test_people_are_found_by_parts_of_names_and_chosen(
    alliance: Alliance, olga: Person, houses: list[MemberId]
) -> None:
    await comes_to(olga, alliance, "Кого зовём?")
    await olga.taps("Выбрать людей")
    await olga.sees("Пока никто не выбран")
    await olga.taps("Готово")
    await olga.sees("Отметьте хотя бы одну строчку")
    found = await looks_for(olga, "АНН")
    assert "Анна <Р> · Фонд «Пермь»" in labels(found)
    assert any("Анна · Фонд «Сочи»" in label for label in labels(found))
    await olga.taps("Анна <Р>")
    await olga.sees("Выбран 1 человек")
    await looks_for(olga, "пермь фонд")
    await olga.taps("Все: Фонд «Пермь» · 2")
    await olga.sees("Выбрано 2 человека")
    await looks_for(olga, "иван")
    await olga.taps("Иван")
    await olga.sees("Выбрано 3 человека")
    await alliance.restarts()
    await olga.taps("Готово")
    audience = await publishes(olga, alliance)
    ivan = await member_of(alliance, 2)
    assert audience == Audience(AudienceCircle.CHOSEN, (), frozenset({*houses, ivan}))
    await alliance.sandbox.person(2).sees("Встреча <НКО>")


@pytest.mark.usefixtures("houses")
async def test_what_finds_nobody_says_so(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "Кого зовём?")
    await olga.taps("Выбрать людей")
    for typed in ("Нет <такого>", "🎉", "%", "-5", "я" * 4000):
        said = await olga.says(typed)
        seen = await olga.sees(partial(follows, said))
        assert f"По запросу «{typed[:100]}» никого не нашлось" in seen["text"]
        await only_one_wizard(olga)
    for send in (olga.sends_photo, olga.sends_sticker, olga.sends_location):
        said = await send()
        assert "⚠️ Ждём имя" in (await olga.sees(partial(follows, said)))["text"]


@pytest.mark.usefixtures("houses")
async def test_chosen_people_are_taken_back(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "Кого зовём?")
    await olga.taps("Выбрать людей")
    found = await looks_for(olga, "фонд")
    assert "Все: Фонд «Сочи» · 1" in labels(found)
    await olga.taps("Все: Фонд «Пермь»")
    await olga.taps("Все: Фонд «Пермь»")
    await olga.sees("Пока никто не выбран")
    await olga.taps("Все: Фонд «Пермь»")
    await olga.taps("Убрать всех")
    await olga.sees("Пока никто не выбран")
    await olga.taps("‹ Назад")
    await olga.taps("Все ·")
    assert await publishes(olga, alliance) == Audience(AudienceCircle.EVERYBODY)


async def test_only_organisers_search_for_people(alliance: Alliance) -> None:
    await alliance.has(2, "Иван")
    ivan = await member_of(alliance, 2)
    with pytest.raises(OnlyForOrganisers):
        await alliance.services.events.search_people(ivan, "Ольга")
