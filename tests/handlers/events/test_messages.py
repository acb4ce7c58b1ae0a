"""An organiser writes to people of an event: it is an announcement to one of its groups."""

from datetime import timedelta

import pytest

from bot.domain.announcements.announcements import Kind
from bot.domain.events.doors import Way
from bot.domain.events.events import EventId
from bot.domain.events.notices import EventMessage
from bot.domain.events.rsvps import Answer, Group
from bot.domain.notices import Notice
from bot.domain.people.members import MemberId, Role
from bot.domain.priorities import Priority
from handlers.ui.callbacks import OpenButton, WriteButton
from sandbox.chats import Message
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance
from tests.databases import execute, query
from tests.events import former_message
from tests.handlers.announcements.test_drafts import begins, goes_out, presses
from tests.handlers.events.test_manage import opens
from tests.keyboards import labels

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
    """Go from the list of events to the question for a message."""
    screen = await opens(olga, "Съезд")
    await olga.taps("Написать", message=screen)
    await olga.sees("Кому написать?")
    await olga.taps(group, message=screen)
    return await olga.sees("то, что хотите им сказать")


async def writes(olga: Person, text: str) -> Message:
    """Type a text and see the draft that it has become."""
    await olga.says(text)
    return await olga.sees(lambda m: "Черновик" in m.get("text", "") and text[:50] in m["text"])


def written(alliance: Alliance, words: str) -> set[int]:
    """Return who got just these words with the way to the event; nobody got them twice."""
    got = [
        number
        for number in range(1, 7)
        for message in alliance.sandbox.person(number).chat()
        if words == message.get("text") and labels(message) == ["Открыть событие"]
    ]
    if 1 in got:
        got.remove(1)  # what the organiser looked at before it went out
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
    question = await chooses(olga, group)
    assert count in question["text"]
    assert "Съезд <НКО>" in question["text"]
    panel = await writes(olga, "Встречаемся у входа")
    assert count in panel["text"]
    assert written(alliance, "Встречаемся у входа") == set()

    await goes_out(alliance, olga)
    await olga.sees("Объявление разослано: Встречаемся у входа")

    await olga.sees(f"Доставлено: {len(people)} из {len(people)}")
    assert written(alliance, "Встречаемся у входа") == people


async def test_those_who_wait_are_written_to(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    await execute(alliance.database, "UPDATE events SET capacity = 1 WHERE id = ?", event)
    await alliance.services.rsvps.answer(MemberId(WAITER), event, Answer.GOING)

    await chooses(olga, "Ждут места")
    await writes(olga, "Ищем зал побольше")
    await goes_out(alliance, olga)
    await olga.sees("Доставлено: 1 из 1")

    assert written(alliance, "Ищем зал побольше") == {WAITER}


@pytest.mark.usefixtures("event")
async def test_a_list_of_people_leads_to_a_message_to_them(
    alliance: Alliance, olga: Person
) -> None:
    screen = await opens(olga, "Съезд")
    await olga.taps("Списки", message=screen)
    await olga.sees("Идут: 1 человек")
    await olga.taps("Возможно", message=screen)
    await olga.sees("Возможно: 1 человек")
    await olga.taps("Написать им", message=screen)
    await olga.sees("возможно, придут · Съезд <НКО>")
    await writes(olga, "Ждём вас")
    await goes_out(alliance, olga)
    await olga.sees("Доставлено: 1 из 1")
    assert written(alliance, "Ждём вас") == {DOUBTER}


@pytest.mark.usefixtures("event")
async def test_what_is_written_comes_as_it_was_typed_with_its_format(
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
    await olga.sees("Черновик")
    await goes_out(alliance, olga)

    letter = await alliance.sandbox.person(GOER).sees("не жирно")

    assert letter["text"] == text
    assert letter["entities"] == entities


@pytest.mark.usefixtures("event")
async def test_the_bot_restarts_between_the_question_the_text_and_the_tap(
    alliance: Alliance, olga: Person
) -> None:
    await chooses(olga, "Идут")
    await alliance.restarts()
    await writes(olga, "Переживёт и это")
    await alliance.restarts()
    await goes_out(alliance, olga)
    await olga.sees("Доставлено: 1 из 1")
    assert written(alliance, "Переживёт и это") == {GOER}


@pytest.mark.usefixtures("event")
async def test_another_text_takes_the_place_of_the_first(alliance: Alliance, olga: Person) -> None:
    await chooses(olga, "Идут")
    await writes(olga, "С опечаткой")
    await writes(olga, "Без опечатки")
    await goes_out(alliance, olga)
    await olga.sees("Доставлено: 1 из 1")

    assert written(alliance, "С опечаткой") == set()
    assert written(alliance, "Без опечатки") == {GOER}


@pytest.mark.usefixtures("event")
async def test_who_turns_back_is_not_taken_at_their_next_words(
    alliance: Alliance, olga: Person
) -> None:
    question = await chooses(olga, "Идут")
    await olga.taps("Назад", message=question)
    await olga.sees("Кому написать?")
    await olga.says("Просто слова")
    await olga.sees("Разослать это?")
    assert await alliance.services.announcement_drafts.find(OLGA) is None


@pytest.mark.usefixtures("event")
async def test_a_photo_is_sent_and_what_cannot_be_is_asked_for_again(
    alliance: Alliance, olga: Person
) -> None:
    await chooses(olga, "Идут")
    await olga.sends_sticker()
    await olga.sees("Такое разослать не получится")
    await olga.says("я" * 10_000)
    await olga.sees("слишком длинное")
    await olga.sends_photo(caption="План зала")
    await olga.sees("Черновик")
    await goes_out(alliance, olga)
    sent = await alliance.sandbox.person(GOER).sees(lambda m: m.get("caption") == "План зала")
    assert labels(sent) == ["Открыть событие"]


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
    assert "1 человек; 1 недоступен" in question["text"]
    await writes(olga, "Ждём ответа")
    await goes_out(alliance, olga)
    await olga.sees("Доставлено: 1 из 2")


async def test_who_answers_while_it_can_still_be_undone_is_no_longer_written_to(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    await chooses(olga, "Не ответили")
    await writes(olga, "Ждём ответа")
    await presses(olga, "Посмотреть и отправить", "Да, отправить")
    await olga.sees("Ещё можно передумать")
    await alliance.services.rsvps.answer(MemberId(SILENT), event, Answer.MAYBE)
    await alliance.goes_on(timedelta(seconds=31))
    await olga.sees("Доставлено: 1 из 1")
    assert written(alliance, "Ждём ответа") == {WAITER}


@pytest.mark.usefixtures("event")
async def test_who_wants_no_announcements_is_still_written_to_about_their_event(
    alliance: Alliance, olga: Person
) -> None:
    for kind in (Kind.NEWS, Kind.OPPORTUNITIES, Kind.PARTNERS):
        await alliance.services.subscriptions.unsubscribe(MemberId(GOER), kind)
    await chooses(olga, "Идут")
    await writes(olga, "Начнём на час позже")
    await goes_out(alliance, olga)
    await olga.sees("Доставлено: 1 из 1")
    assert written(alliance, "Начнём на час позже") == {GOER}


@pytest.mark.usefixtures("event")
async def test_a_draft_that_was_not_sent_stays_until_something_else_is_written(
    alliance: Alliance, olga: Person
) -> None:
    await begins(olga, "Про субботник")
    question = await chooses(olga, "Идут")
    assert "неотправленный черновик" in question["text"]
    await olga.taps("К черновику", message=question)
    await olga.sees(lambda m: m["message_id"] > question["message_id"] and "Черновик" in m["text"])
    kept = await alliance.services.announcement_drafts.find(OLGA)
    assert kept is not None
    assert kept.contents["ru"].words == "Про субботник"

    await chooses(olga, "Идут")
    await writes(olga, "Про съезд")
    await goes_out(alliance, olga)
    await olga.sees("Доставлено: 1 из 1")
    assert written(alliance, "Про съезд") == {GOER}


@pytest.mark.usefixtures("event")
async def test_the_event_opens_below_the_message_which_stays(
    alliance: Alliance, olga: Person
) -> None:
    goer = alliance.sandbox.person(GOER)
    await chooses(olga, "Идут")
    await writes(olga, "Парковка со двора")
    await goes_out(alliance, olga)
    letter = await goer.sees("Парковка со двора")

    await goer.taps("Открыть событие", message=letter)

    card = await goer.sees("Вы идёте")
    assert card["message_id"] > letter["message_id"]
    assert any("Парковка" in one["text"] for one in goer.chat())


async def test_a_group_of_nobody_is_not_offered_and_refused_when_forged(
    alliance: Alliance, olga: Person
) -> None:
    event = await alliance.announces(olga.id, "Съезд")
    await olga.taps("Написать", message=await opens(olga, "Съезд"))
    shown = await olga.sees("Кому написать?")
    assert labels(shown) == ["❔ Не ответили · 1", "‹ Назад"]
    forged = WriteButton(event_id=event, group=Group.CAME).pack()
    assert "никого" in ((await olga.forges(forged, shown["message_id"])).text or "")


async def test_a_member_writes_to_nobody_whatever_they_forge(
    alliance: Alliance, event: EventId
) -> None:
    ivan = alliance.sandbox.person(SILENT)
    number = (await ivan.sees("Приглашаем вас"))["message_id"]
    for button in (WriteButton(event_id=event), WriteButton(event_id=event, group=Group.GOING)):
        answer = await ivan.forges(button.pack(), number)
        assert "организаторы" in (answer.text or "")
    hidden = await ivan.forges(OpenButton(event_id=EventId(99)).pack(), number)
    assert "Такого события нет" in (hidden.text or "")


@pytest.mark.usefixtures("event")
@pytest.mark.parametrize("data", ["send:1:5", "drop:1"])
async def test_a_button_of_the_former_preview_is_told_to_be_old(olga: Person, data: str) -> None:
    board = await opens(olga, "Съезд")
    assert "не действует" in ((await olga.forges(data, board["message_id"])).text or "")


async def test_a_message_of_the_former_kind_that_waits_at_the_upgrade_still_arrives(
    alliance: Alliance, event: EventId
) -> None:
    now = alliance.clock.now()

    def wait(tx: Stores) -> None:
        mailing = former_message(tx, event, OLGA, "Возьмите <b>паспорт</b>", now)
        waiting = Notice(
            key=f"mailing:{mailing}:{GOER}",
            recipient=MemberId(GOER),
            subject=EventMessage(event, mailing),
            priority=Priority.BROADCAST,
            not_before=now,
            mailing=mailing,
        )
        tx.outbox.add([waiting], now)

    await alliance.database.write(wait)
    await alliance.restarts()

    letter = await alliance.sandbox.person(GOER).sees("паспорт")
    assert letter["text"] == "✉️ Съезд <НКО>\n\nВозьмите паспорт"
    assert labels(letter) == ["Открыть событие"]
    await alliance.app.worker.drain()
    sql = "SELECT count(*) FROM notices WHERE kind = 'event.message' AND state = 'sent'"
    assert await query(alliance.database, sql) == [(1,)]
