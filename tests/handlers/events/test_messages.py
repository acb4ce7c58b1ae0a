"""An organiser writes to people of an event, looks at it first, and it goes out once."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.events.doors import Way
from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Answer, Group
from bot.domain.people.members import MemberId, Role
from handlers.events.callbacks.messages import DropButton, SendButton, WriteButton
from handlers.ui.callbacks import OpenButton
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance
from tests.databases import execute
from tests.keyboards import callbacks, labels

OLGA = MemberId(1)
GOER, WAITER, DOUBTER, DECLINER, SILENT = range(2, 7)


@pytest.fixture
async def olga(alliance: Alliance) -> Person:
    return await alliance.has(1, "Ольга", Role.ORGANISER)


@pytest.fixture
async def event(alliance: Alliance, olga: Person) -> EventId:
    """Publish an event that people answer each in their own way; the first one comes, too."""
    for number in range(2, 7):
        await alliance.has(number, f"Участник {number}")
    event = await alliance.announces(olga.id, "Съезд <НКО>")
    for number, answer in (
        (1, Answer.DECLINED),
        (GOER, Answer.GOING),
        (DOUBTER, Answer.MAYBE),
        (DECLINER, Answer.DECLINED),
    ):
        await alliance.services.rsvps.answer(MemberId(number), event, answer)

    await alliance.database.write(
        lambda tx: tx.doors.add_arrival(event, MemberId(GOER), alliance.clock.now(), Way.NAME, OLGA)
    )
    return event


async def chooses(olga: Person, group: str) -> Message:
    """Go from the list of events to the question for a text."""
    await olga.says("/manage")
    screen = await olga.sees("Впереди 1")
    await olga.taps("Съезд", message=screen)
    await olga.sees("Ещё не ответили")
    await olga.taps("Написать", message=screen)
    await olga.sees("Кому написать?")
    await olga.taps(group, message=screen)
    return await olga.sees("Отправьте текст")


def _same(one: Message, other: Message) -> bool:
    return bool(one["message_id"] == other["message_id"])


async def writes(olga: Person, text: str) -> Message:
    """Type a text and look at it."""
    await olga.says(text)
    return await olga.sees(f"✉️ Съезд <НКО>\n\n{text}")


def written(alliance: Alliance, words: str) -> set[int]:
    """Return who got a message with these words; nobody got two."""
    got = []
    for number in range(1, 7):
        for message in alliance.sandbox.person(number).chat():
            sent = "Открыть событие" in str(message.get("reply_markup"))
            if sent and words in message.get("text", ""):
                got.append(number)
    assert len(got) == len({*got})
    return {*got}


@pytest.mark.usefixtures("event")
@pytest.mark.parametrize(
    ("group", "people"),
    [
        *(("Идут", {GOER}), ("Возможно", {DOUBTER}), ("Не идут", {1, DECLINER})),
        *(("Не ответили", {WAITER, SILENT}), ("Пришли", {GOER})),
    ],
)
async def test_only_those_chosen_are_written_to_and_each_once_as_complaint_11_asks(
    alliance: Alliance, olga: Person, group: str, people: set[int]
) -> None:
    count = {1: "1 человек", 2: "2 человека"}[len(people)]
    assert count in (await chooses(olga, group))["text"]
    preview = await writes(olga, "Встречаемся у входа")
    assert written(alliance, "у входа") == set()

    await olga.taps("Отправить", message=preview)
    await olga.sees("Ваше сообщение отправлено: Съезд <НКО>")

    report = await olga.sees(f"Доставлено: {len(people)} из {len(people)}")
    assert "сообщение" in report["text"]
    assert written(alliance, "Съезд <НКО>\n\nВстречаемся у входа") == people


async def test_those_who_wait_are_written_to(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    await execute(alliance.database, "UPDATE events SET capacity = 1 WHERE id = ?", event)
    await alliance.services.rsvps.answer(MemberId(WAITER), event, Answer.GOING)

    await chooses(olga, "Ждут места")
    await writes(olga, "Ищем зал побольше")
    await olga.taps("Отправить 1 человеку")
    await olga.sees("отправлено")

    assert written(alliance, "Ищем зал") == {WAITER}


@pytest.mark.usefixtures("event")
async def test_the_letter_is_as_it_was_previewed_with_format_html_and_emoji(
    alliance: Alliance, olga: Person
) -> None:
    await chooses(olga, "Идут")
    text = "🎄 Важно: <b>не жирно</b> & ссылка"
    link = 'https://example.org/?a="1"&lt=2>3'
    entities = [
        {"type": "bold", "offset": 3, "length": 6},
        {"type": "text_link", "offset": len(text) - 6 + 1, "length": 6, "url": link},
    ]
    olga._puts({"text": text, "entities": entities}, None)
    preview = await olga.sees("не жирно")
    await olga.taps("Отправить")

    letter = await alliance.sandbox.person(GOER).sees("не жирно")

    assert letter["text"] == preview["text"] == f"✉️ Съезд <НКО>\n\n{text}"
    assert letter["entities"] == preview["entities"]
    kinds = {one["type"]: one for one in letter["entities"] if one["offset"] > 15}
    assert kinds["bold"]["length"] == 6
    assert kinds["text_link"]["url"] == link


@pytest.mark.usefixtures("event")
async def test_a_double_tap_and_an_old_button_send_it_once(
    alliance: Alliance, olga: Person
) -> None:
    await chooses(olga, "Не ответили")
    preview = await writes(olga, "Ответьте, пожалуйста")
    data = callbacks(preview)[0]

    answers = await asyncio.gather(*(olga.forges(data, preview["message_id"]) for _ in range(5)))
    await olga.sees("Ваше сообщение отправлено")
    late = await olga.forges(data, preview["message_id"])
    await alliance.goes_on(timedelta(seconds=5))
    await alliance.app.worker.drain()

    assert {answer.text for answer in [*answers, late]} == {"Отправляем!"}
    assert written(alliance, "Ответьте, пожалуйста") == {WAITER, SILENT}
    assert sum("Ваше сообщение" in one.get("text", "") for one in olga.chat()) == 1


@pytest.mark.usefixtures("event")
async def test_the_bot_restarts_between_the_question_the_text_and_the_tap(
    alliance: Alliance, olga: Person
) -> None:
    await chooses(olga, "Идут")
    await alliance.restarts()
    await writes(olga, "Переживёт и это")
    await alliance.restarts()
    await olga.taps("Отправить 1 человеку")
    await olga.sees("отправлено")
    assert written(alliance, "Переживёт") == {GOER}


@pytest.mark.usefixtures("event")
async def test_another_text_takes_the_place_of_the_first(alliance: Alliance, olga: Person) -> None:
    await chooses(olga, "Идут")
    first = await writes(olga, "С опечаткой")
    await writes(olga, "Без опечатки")

    stale = await olga.taps("Отправить", message=first)
    assert "не действует" in (stale.text or "")
    await olga.taps("Отправить")
    await olga.sees("отправлено")

    assert written(alliance, "С опечаткой") == set()
    assert written(alliance, "Без опечатки") == {GOER}


@pytest.mark.usefixtures("event")
async def test_cancelling_sends_nothing_and_waits_for_no_text_any_more(
    alliance: Alliance, olga: Person
) -> None:
    question = await chooses(olga, "Идут")
    preview = await writes(olga, "Передумаю")
    await olga.taps("Отмена", message=preview)
    await olga.sees("никому ничего не отправили")
    send = callbacks(preview)[0]
    assert "не действует" in ((await olga.forges(send, preview["message_id"])).text or "")
    await olga.says("Просто слова")
    await olga.sees("Разослать это?")
    assert not any("Просто слова" in one["text"] for one in olga.chat() if "✉️" in one["text"])

    await olga.taps("Отмена", message=question)
    await olga.watches(
        lambda chat: any("никому" in one["text"] for one in chat if _same(one, question))
    )
    await olga.taps("Назад", message=question)
    await olga.sees("Ещё не ответили")
    assert written(alliance, "Передумаю") == set()


@pytest.mark.usefixtures("event")
async def test_what_is_no_text_or_too_long_is_asked_for_again(
    alliance: Alliance, olga: Person
) -> None:
    await chooses(olga, "Идут")
    await olga.sends_photo(caption="Фото")
    await olga.sees("только текст")
    await olga.sends_sticker()
    await olga.says("я" * 10_000)
    await olga.sees("слишком длинное")
    assert written(alliance, "я") == set()
    await writes(olga, "я" * 3500)
    await olga.taps("Отправить")
    await alliance.sandbox.person(GOER).sees("я" * 3500)


@pytest.mark.usefixtures("event")
async def test_who_cannot_be_told_is_counted_before_and_after(
    alliance: Alliance, olga: Person
) -> None:
    await alliance.database.write(
        lambda tx: tx.members.save_reachable(
            MemberId(SILENT), alliance.clock.now(), reachable=False
        )
    )
    question = await chooses(olga, "Не ответили")
    assert "1 человек, недоступны: 1" in question["text"]
    await writes(olga, "Ждём ответа")
    await olga.taps("Отправить 1 человеку")
    await olga.sees("Доставлено: 1 из 2")


@pytest.mark.usefixtures("event")
async def test_the_event_opens_below_the_message_which_stays(
    alliance: Alliance, olga: Person
) -> None:
    goer = alliance.sandbox.person(GOER)
    await chooses(olga, "Идут")
    await writes(olga, "Парковка со двора")
    await olga.taps("Отправить")
    letter = await goer.sees("Парковка со двора")

    await goer.taps("Открыть событие", message=letter)

    card = await goer.sees("Вы идёте")
    assert card["message_id"] > letter["message_id"]
    assert any("Парковка" in one["text"] for one in goer.chat())


async def test_a_group_of_nobody_is_not_offered_and_refused_when_forged(
    alliance: Alliance, olga: Person
) -> None:
    event = await alliance.announces(olga.id, "Съезд")
    await olga.says("/manage")
    screen = await olga.sees("Впереди 1")
    await olga.taps("Съезд", message=screen)
    await olga.sees("Ещё не ответили")
    await olga.taps("Написать", message=screen)
    shown = await olga.sees("Кому написать?")
    assert labels(shown) == ["❔ Не ответили · 1", "‹ Назад"]
    forged = WriteButton(event_id=event, group=Group.CAME).pack()
    assert "никого" in ((await olga.forges(forged, shown["message_id"])).text or "")


async def test_a_member_writes_to_nobody_whatever_they_forge(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    await chooses(olga, "Идут")
    typed = await olga.says("Только от организаторов")
    await olga.sees("✉️")
    ivan = alliance.sandbox.person(SILENT)
    number = (await ivan.sees("Приглашаем вас"))["message_id"]
    for button in (
        WriteButton(event_id=event),
        WriteButton(event_id=event, group=Group.GOING),
        SendButton(event_id=event, number=typed["message_id"]),
        DropButton(event_id=event),
    ):
        answer = await ivan.forges(button.pack(), number)
        assert "организаторы" in (answer.text or "")
    hidden = await ivan.forges(OpenButton(event_id=99).pack(), number)
    assert "Такого события нет" in (hidden.text or "")
    assert written(alliance, "Только от") == set()
    await olga.taps("Отправить")
    await olga.sees("отправлено")
