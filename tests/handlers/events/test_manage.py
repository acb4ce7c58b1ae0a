"""An organiser sees at a glance how an event stands, and what can be done with it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.events.audiences import Audience, AudienceCircle
from bot.domain.events.doors import Way
from bot.domain.events.events import EventId
from bot.domain.events.plans import EventPlan
from bot.domain.events.recurrence import Recurrence, Rhythm
from bot.domain.events.rsvps import Answer
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import OrganisationDetails
from bot.services.events.events import Publication
from handlers.events.boards import audience_words
from handlers.events.callbacks.boards import (
    BoardButton,
    BoardMoreButton,
    PublishButton,
    PublishQuestionButton,
)
from sandbox.chats import Message
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance, a_plan
from tests.databases import run
from tests.keyboards import labels

OLGA = MemberId(1)


async def publishes(
    alliance: Alliance, plan: EventPlan, publication: Publication | None = None
) -> EventId:
    events = alliance.services.events
    if publication is None:
        return await events.publish(OLGA, plan)
    return await events.publish(OLGA, plan, publication=publication)


async def opens(olga: Person, title: str = "Встреча") -> Message:
    """Open an event's board from the list."""
    await olga.says("/manage")
    listed = await olga.sees("Впереди 1")
    await olga.taps(title, message=listed)
    return await olga.sees(lambda message: "Обновить" in str(message.get("reply_markup")))


async def works_for(alliance: Alliance, name: str, *people: MemberId) -> None:
    """Put people into an organisation."""

    def write(tx: Stores) -> None:
        inn = f"{sum(map(ord, name)):010}"
        organisation = tx.organisations.add(OrganisationDetails(name, "", inn, None, "Ижевск"))
        for member in people:
            run(tx, "UPDATE members SET organisation_id = ? WHERE id = ?", organisation, member)

    await alliance.database.write(write)


async def test_the_board_counts_people_with_their_guests_and_organisations_as_complaint_7_asks(
    alliance: Alliance,
) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    for number in range(2, 7):
        await alliance.has(number, f"Участник {number}")
    await works_for(alliance, "Ёлка", MemberId(2), MemberId(3))
    await works_for(alliance, "Дубок", MemberId(4))
    await works_for(alliance, "Связи нет", MemberId(6))
    event = await publishes(alliance, replace(a_plan(alliance.clock), capacity=3, guests=1))
    rsvps = alliance.services.rsvps
    await rsvps.answer(MemberId(2), event, Answer.GOING)
    await rsvps.bring(MemberId(2), event, 1)
    await rsvps.answer(MemberId(4), event, Answer.MAYBE)
    await rsvps.answer(MemberId(5), event, Answer.DECLINED)
    await alliance.database.write(
        lambda tx: tx.members.save_reachable(MemberId(6), alliance.clock.now(), reachable=False)
    )

    text = (await opens(olga))["text"]

    for line in (
        *("Для всех", "Свободно 1 место из 3", "Идут: 1 (+1 гость)", "Ждут места: 0"),
        *("Возможно: 1", "Не идут: 1", "Ещё не ответили: 3"),
        *("Ответили организации: 2 из 3", "сообщения не доходят: 1"),
    ):
        assert line in text
    assert "Уже на месте" not in text


async def test_the_board_follows_answers_and_arrivals(alliance: Alliance) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    ivan = await alliance.has(2, "Иван")
    event = await alliance.announces(1)
    await ivan.sees("Приглашаем вас")
    assert "Идут: 0" in (await opens(olga))["text"]

    def arrive(tx: Stores) -> None:
        tx.doors.add_arrival(event, MemberId(2), alliance.clock.now(), Way.NAME, OLGA)

    await alliance.database.write(arrive)
    await ivan.taps("Иду")
    await alliance.goes_on(timedelta(seconds=5))

    board = await olga.sees("Идут: 1")
    assert "Уже на месте: 1" in board["text"]


async def test_the_board_offers_little_at_first_and_the_rest_behind_more(
    alliance: Alliance,
) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    await alliance.announces(1)
    board = await opens(olga)
    assert labels(board) == [
        *("Списки", "Написать", "Изменить", "Перенести", "Вход", "Отменить событие"),
        *("Ещё…", "Обновить", "‹ Назад"),
    ]
    await olga.taps("Ещё…", message=board)
    assert labels(await olga.sees("Что сделать?")) == [
        *("Список в Excel", "Скопировать", "Ссылка для гостей", "‹ Назад")
    ]  # the alliance has neither a group nor a channel here
    await olga.taps("Назад", message=board)
    await olga.sees("Идут: 0")


@pytest.mark.parametrize(
    ("screen", "words"),
    [("Ещё", "Что сделать?"), ("Списки", "Идут: 0 человек"), ("Написать", "Кому написать?")],
)
async def test_what_is_shown_beside_the_board_is_not_overwritten_by_an_answer(
    alliance: Alliance, screen: str, words: str
) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    ivan = await alliance.has(2, "Иван")
    await alliance.announces(1)
    await ivan.sees("Приглашаем вас")
    board = await opens(olga)
    await olga.taps(screen, message=board)
    await olga.sees(words)

    await ivan.taps("Иду")
    await ivan.sees("Вы идёте")
    await alliance.goes_on(timedelta(seconds=5))
    await alliance.app.worker.drain()

    shown = next(one for one in olga.chat() if one["message_id"] == board["message_id"])
    assert words in shown["text"]
    await olga.taps("Назад", message=board)
    await olga.sees("Идут: 1")


async def test_a_cancelled_event_keeps_its_lists_and_nothing_changes_it(alliance: Alliance) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    event = await alliance.announces(1)
    await alliance.services.events.cancel(OLGA, event, "Болезнь <докладчика>")

    board = await opens(olga)

    assert "Причина: Болезнь <докладчика>" in board["text"]
    assert labels(board) == ["Списки", "Написать", "Ещё…", "Обновить", "‹ Назад"]
    await olga.taps("Ещё…", message=board)
    shown = await olga.sees("Что сделать?")
    assert labels(shown) == ["Список в Excel", "Скопировать", "‹ Назад"]


async def test_an_event_that_is_over_is_still_written_about(alliance: Alliance) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    event = await alliance.announces(1)
    board = await opens(olga)
    await alliance.goes_on(timedelta(days=4))

    await olga.forges(BoardButton(event_id=event).pack(), board["message_id"])

    over = await olga.sees("Событие уже прошло")
    assert labels(over) == ["Списки", "Написать", "Вход", "Ещё…", "Обновить", "‹ Назад"]


async def test_a_series_says_how_many_dates_lie_ahead_and_can_end_as_a_whole(
    alliance: Alliance,
) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    weekly = Publication(recurrence=Recurrence(Rhythm.WEEKLY, None, 3))
    event = await publishes(alliance, a_plan(alliance.clock), weekly)
    await olga.says("/manage")
    listed = await olga.sees("Впереди 3 события")
    await olga.forges(BoardButton(event_id=event).pack(), listed["message_id"])

    board = await olga.sees("Идут: 0")
    assert "Серия: впереди 3 даты" in board["text"]
    await olga.taps("Ещё…", message=board)
    assert "Отменить всю серию" in labels(await olga.sees("Что сделать?"))


async def test_a_scheduled_event_is_published_early_only_after_a_second_tap(
    alliance: Alliance,
) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    ivan = await alliance.has(2, "Иван")
    tomorrow = Publication(at=alliance.clock.now() + timedelta(days=1))
    await publishes(alliance, a_plan(alliance.clock), tomorrow)
    await olga.says("/manage")
    listed = await olga.sees("Впереди 1")
    assert any(label.startswith("🕓") for label in labels(listed))
    await olga.taps("Встреча", message=listed)
    board = await olga.sees("Ещё не опубликовано")
    assert "Идут" not in board["text"]
    assert labels(board) == [
        *("Опубликовать сейчас", "Изменить", "Перенести", "Убрать событие", "Обновить", "‹ Назад")
    ]
    await olga.taps("Опубликовать сейчас", message=board)
    await olga.sees("Приглашения получат 2 человека")
    assert ivan.chat() == []
    await olga.taps("Да, опубликовать", message=board)
    await olga.sees("Опубликовано: Встреча")
    await ivan.sees("Приглашаем вас")
    await olga.taps("Назад", message=board)
    await olga.sees("Идут: 0")


async def test_what_everybody_knows_is_not_published_again(alliance: Alliance) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    event = await alliance.announces(1)
    board = await opens(olga)

    answer = await olga.forges(PublishButton(event_id=event).pack(), board["message_id"])

    assert answer.show_alert
    assert "опубликован" in (answer.text or "").lower()


async def test_a_member_sees_no_board_whatever_they_forge(alliance: Alliance) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    ivan = await alliance.has(2, "Иван")
    event = await alliance.announces(1)
    card = await ivan.sees("Приглашаем вас")
    number = card["message_id"]
    for button in (BoardButton, BoardMoreButton, PublishQuestionButton, PublishButton):
        answer = await ivan.forges(button(event_id=event).pack(), number)
        assert "организаторы" in (answer.text or "")
    assert "Приглашаем вас" in ivan.chat()[-1]["text"]


def test_a_board_names_a_few_municipalities_and_counts_the_rest(alliance: Alliance) -> None:
    t = alliance.app.texts.for_language("ru")
    few = Audience(AudienceCircle.MUNICIPALITIES, ("Ижевск", "Глазов"), frozenset({MemberId(1)}))
    many = Audience(AudienceCircle.MUNICIPALITIES, tuple(f"Район <{n}>" for n in range(25)))
    chosen = Audience(AudienceCircle.CHOSEN, chosen=frozenset(map(MemberId, range(3))))

    assert "По муниципалитетам: Ижевск и Глазов\n" in audience_words(few, t)
    assert "Приглашены отдельно: 1" in audience_words(few, t)
    assert audience_words(many, t).endswith("Район &lt;4&gt; и ещё 20")
    assert "По списку: 3 человека" in audience_words(chosen, t)
    assert "отдельно" not in audience_words(chosen, t)
