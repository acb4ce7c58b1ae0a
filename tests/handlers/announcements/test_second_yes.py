"""What is for everybody waits for a second organiser's yes, as they tap it in the chat."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.people.members import MemberId, Role
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import UNPACED, Alliance
from tests.handlers.announcements.test_boards import opens_list
from tests.handlers.announcements.test_drafts import begins, presses, texts
from tests.keyboards import callback, labels

TEXT = "Завтра субботник"
ASKED = "Нужно ваше подтверждение"


@pytest.fixture
def settings() -> dict[str, str]:
    return UNPACED | {"ANNOUNCEMENTS__SECOND_YES": "true"}


@pytest.fixture
async def people(alliance: Alliance) -> dict[str, Person]:
    boris = await alliance.has(2, "Борис")
    olga = await alliance.has(1, "Ольга <b>", Role.ORGANISER)
    return {"boris": boris, "olga": olga, "vera": await alliance.has(3, "Вера", Role.ORGANISER)}


@pytest.fixture
def boris(people: dict[str, Person]) -> Person:
    return people["boris"]


@pytest.fixture
def olga(people: dict[str, Person]) -> Person:
    return people["olga"]


@pytest.fixture
def vera(people: dict[str, Person]) -> Person:
    return people["vera"]


async def gives(olga: Person, text: str = TEXT) -> Message:
    """Write an announcement to everybody and give it away."""
    await begins(olga, text)
    await presses(olga, "Посмотреть и отправить", "Да, отправить")
    return await olga.sees("мы спросили других организаторов")


async def passes(alliance: Alliance, step: timedelta = timedelta(seconds=31)) -> None:
    await alliance.goes_on(step)


async def test_it_goes_out_once_another_organiser_has_looked_and_said_yes(
    alliance: Alliance, olga: Person, vera: Person, boris: Person
) -> None:
    await gives(olga)
    asked = await vera.sees(ASKED)
    assert f"Ольга <b> хочет разослать всем: «{TEXT}»" in asked["text"]
    assert "3 человека" in asked["text"]
    await passes(alliance, timedelta(hours=1))
    assert TEXT not in texts(boris)

    await presses(vera, "Посмотреть")
    await vera.sees(lambda m: m.get("text") == TEXT)
    await vera.taps("Да, отправить", message=asked)
    agreed = await vera.sees("Вы подтвердили")
    assert labels(agreed) == []
    assert TEXT not in texts(boris), "the author can still think again"
    await passes(alliance)

    await boris.sees(TEXT)
    await olga.sees(f"Объявление разослано: {TEXT}")


async def test_a_no_takes_it_back_and_nobody_gets_it(
    alliance: Alliance, olga: Person, vera: Person, boris: Person
) -> None:
    await gives(olga)
    await vera.sees(ASKED)
    await presses(vera, "Не отправлять")
    await vera.sees("никому не уйдёт")
    await passes(alliance, timedelta(hours=1))
    assert TEXT not in texts(boris)


async def test_the_author_cannot_forge_the_second_yes_nor_can_who_is_no_organiser(
    alliance: Alliance, olga: Person, vera: Person, boris: Person
) -> None:
    given = await gives(olga)
    yes = callback(await vera.sees(ASKED), "Да, отправить")
    await boris.says("/help")
    helped = await boris.sees("Вот что умеет бот")

    own = await olga.forges(yes, given["message_id"])
    strange = await boris.forges(yes, helped["message_id"])

    assert "должен другой организатор" in (own.text or "")
    assert "Это могут делать организаторы" in (strange.text or "")
    for answer in ("look", "no"):
        forged = await boris.forges(
            yes.replace("yes:1:yes", f"yes:1:{answer}"), helped["message_id"]
        )
        assert "Это могут делать организаторы" in (forged.text or "")
    await passes(alliance, timedelta(hours=1))
    assert TEXT not in texts(boris)


async def test_yes_tapped_many_times_and_late_sends_it_once(
    alliance: Alliance, olga: Person, vera: Person, boris: Person
) -> None:
    await gives(olga)
    asked = await vera.sees(ASKED)
    yes = callback(asked, "Да, отправить")
    await asyncio.gather(*(vera.forges(yes, asked["message_id"]) for _ in range(5)))
    await passes(alliance)
    await boris.sees(TEXT)

    late = await vera.forges(yes, asked["message_id"])

    assert "уже отправлено" in (late.text or "")
    await passes(alliance)
    await alliance.app.worker.drain()
    assert texts(boris).count(TEXT) == 1


async def changes(person: Person, old: str, new: str) -> None:
    """Replace an announcement that waits by one with another text."""
    await opens_list(person)
    await presses(person, "Запланированные")
    await presses(person, old)
    await presses(person, "Изменить", "✏️ Русский")
    await person.sees("Пришлите другое сообщение")
    await person.says(new)
    await person.sees(lambda m: "Черновик" in m.get("text", "") and new in m["text"])
    await presses(person, "Посмотреть и отправить", "Да, отправить 3 получателям")
    await person.sees(lambda m: "мы спросили других" in m.get("text", "") and new in m["text"])


async def test_after_the_text_was_changed_a_yes_to_the_old_one_sends_nothing(
    alliance: Alliance, olga: Person, vera: Person, boris: Person
) -> None:
    await gives(olga)
    old = await vera.sees(ASKED)
    await passes(alliance, timedelta(minutes=1))
    await changes(olga, TEXT, "Завтра ничего не будет")
    new = await vera.sees(lambda m: ASKED in m.get("text", "") and "ничего" in m["text"])

    for word in ("Да, отправить", "Не отправлять"):
        answer = await vera.taps(word, message=old)
        assert "с тех пор изменили" in (answer.text or "")
    await passes(alliance, timedelta(hours=1))
    assert len(texts(boris)) == 0
    await vera.taps("Да, отправить", message=new)
    await vera.sees("Вы подтвердили")
    await passes(alliance)

    await boris.sees("Завтра ничего не будет")


async def test_who_changed_the_text_cannot_agree_to_it_and_the_first_author_can(
    alliance: Alliance, olga: Person, vera: Person, boris: Person
) -> None:
    await gives(olga)
    await vera.sees(ASKED)
    await passes(alliance, timedelta(minutes=1))
    await changes(vera, TEXT, "Субботник отменён")

    asked = await olga.sees(ASKED)
    assert "Вера хочет разослать" in asked["text"]
    own = await vera.forges(callback(asked, "Да, отправить"), vera.chat()[-1]["message_id"])
    assert "должен другой организатор" in (own.text or "")
    await olga.taps("Да, отправить", message=asked)
    await olga.sees("Вы подтвердили")
    await passes(alliance)

    await boris.sees("Субботник отменён")
    found = await alliance.services.announcement_reports.listed(MemberId(2))
    assert [one.announcement.confirmed_by for one in found] == [MemberId(2)]


async def test_what_is_for_some_asks_nobody(
    alliance: Alliance, olga: Person, vera: Person, boris: Person
) -> None:
    await begins(olga)
    await presses(olga, "Кому", "Выбрать, кому…", "Человек…")
    await olga.sees("Напишите имя")
    await olga.says("Борис")
    await presses(olga, "Борис")
    await olga.sees("1 человек")
    await presses(olga, "Назад", "Посмотреть и отправить", "Да, отправить")
    await olga.sees("Ещё можно передумать")
    await passes(alliance)

    await boris.sees(TEXT)
    assert not any(ASKED in text for text in texts(vera))
