"""A straw poll in a group: asked, counted, closed at its time, and told."""

from datetime import timedelta

import pytest

from bot.domain.people.members import MemberId, Role
from bot.domain.polls.straw_polls import StrawPlan, StrawPoll, StrawPollId, StrawPollLetter
from handlers.polls.straw_polls import straw_poll_letter
from sandbox.faults import Fault
from sandbox.people import Person
from tests.alliance import Alliance

GROUP = -1001
HOUR = timedelta(hours=1)


async def a_group(alliance: Alliance) -> tuple[Person, Person]:
    """Bring an organiser and a member together in a group."""
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    boris = await alliance.has(2, "Борис")
    alliance.sandbox.add_group(GROUP, "Чат", members=[1, 2])
    return olga, boris


async def kept(alliance: Alliance) -> StrawPoll | None:
    return await alliance.database.read(lambda tx: tx.straw_polls.get(StrawPollId(1)))


async def counted(alliance: Alliance, person: Person, voters: int) -> None:
    """Wait until the bot has heard of so many answers: it is told in updates."""
    for _ in range(50):
        poll = await kept(alliance)
        if poll is not None and poll.voters == voters:
            return
        await person.says("/help")
        await person.sees("Вот что я умею")
    raise AssertionError("the bot did not hear of the answers")


async def test_a_poll_is_asked_answered_closed_at_its_time_and_told(alliance: Alliance) -> None:
    olga, boris = await a_group(alliance)
    await olga.says("/straw Когда встреча? | в среду | в <четверг> | 2h", chat_id=GROUP)
    poll = await boris.sees(lambda message: "poll" in message, chat_id=GROUP)
    assert poll["poll"]["question"] == "Когда встреча?"
    assert [option["text"] for option in poll["poll"]["options"]] == ["в среду", "в <четверг>"]
    assert poll["poll"]["is_anonymous"] is False
    await boris.votes(poll, [1], chat_id=GROUP)
    await olga.votes(poll, [1], chat_id=GROUP)

    await alliance.goes_on(HOUR)
    assert (found := await kept(alliance)) is not None
    assert found.closed_at is None
    await alliance.goes_on(HOUR + timedelta(seconds=1))

    told = await boris.sees("Опрос завершён", chat_id=GROUP)
    assert "Когда встреча?" in told["text"]
    assert "Ответили 2 человека." in told["text"]
    assert "▱▱▱▱▱▱▱▱▱▱ в среду: 0" in told["text"]
    assert "▰▰▰▰▰▰▰▰▰▰ в <четверг>: 2" in told["text"]
    closed = await boris.sees(lambda message: "poll" in message, chat_id=GROUP)
    assert closed["poll"]["is_closed"]
    assert (found := await kept(alliance)) is not None
    assert (found.counts, found.voters) == ((0, 2), 2)
    await alliance.goes_on(HOUR)
    assert len([m for m in boris.chat(GROUP) if "завершён" in m.get("text", "")]) == 1


async def test_an_anonymous_poll_is_asked_with_an_exclamation_mark(alliance: Alliance) -> None:
    olga, boris = await a_group(alliance)

    await olga.says("/straw! Довольны ли вы? | да | нет", chat_id=GROUP)

    poll = await boris.sees(lambda message: "poll" in message, chat_id=GROUP)
    assert poll["poll"]["is_anonymous"] is True


async def test_a_poll_outlives_a_restart(alliance: Alliance) -> None:
    olga, boris = await a_group(alliance)
    await olga.says("/straw Чай или кофе? | чай | кофе | 2h", chat_id=GROUP)
    poll = await boris.sees(lambda message: "poll" in message, chat_id=GROUP)
    await boris.votes(poll, [0], chat_id=GROUP)

    await alliance.restarts()
    await alliance.goes_on(3 * HOUR)

    told = await boris.sees("Опрос завершён", chat_id=GROUP)
    assert "чай: 1" in told["text"]


async def test_of_a_poll_that_was_deleted_the_last_counts_stand(alliance: Alliance) -> None:
    olga, boris = await a_group(alliance)
    await olga.says("/straw Чай или кофе? | чай | кофе | 2h", chat_id=GROUP)
    poll = await boris.sees(lambda message: "poll" in message, chat_id=GROUP)
    await boris.votes(poll, [0], chat_id=GROUP)
    await counted(alliance, boris, 1)
    await alliance.app.bot.delete_message(GROUP, poll["message_id"])

    await alliance.goes_on(3 * HOUR)

    assert "чай: 1" in (await boris.sees("Опрос завершён", chat_id=GROUP))["text"]


async def test_a_poll_that_cannot_be_stopped_now_is_stopped_later(alliance: Alliance) -> None:
    olga, boris = await a_group(alliance)
    await olga.says("/straw Чай или кофе? | чай | кофе | 1h", chat_id=GROUP)
    poll = await boris.sees(lambda message: "poll" in message, chat_id=GROUP)
    await boris.votes(poll, [1], chat_id=GROUP)
    alliance.sandbox.faults.add(Fault("server_error", "stopPoll", times=1))

    await alliance.goes_on(2 * HOUR)
    assert (found := await kept(alliance)) is not None
    assert found.closed_at is None
    await alliance.goes_on(timedelta(seconds=2))

    assert "кофе: 1" in (await boris.sees("Опрос завершён", chat_id=GROUP))["text"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("/straw", "Напишите в группе так: /straw Вопрос"),
        ("/straw Вопрос | один", "Вариантов может быть от 2 до 12"),
    ],
)
async def test_what_is_wrong_is_told_in_private(alliance: Alliance, text: str, says: str) -> None:
    olga, _ = await a_group(alliance)

    await olga.says(text, chat_id=GROUP)

    await olga.sees(says)
    assert len(olga.chat(GROUP)) == 1


async def test_only_those_with_a_desk_may_ask(alliance: Alliance) -> None:
    olga, boris = await a_group(alliance)
    vera = await alliance.has(3, "Вера", Role.SECRETARY)
    stranger = alliance.sandbox.add_person(7, "Чужой")
    for one in (vera, stranger):
        one.joins(GROUP)

    await stranger.says("/straw Вопрос? | да | нет", chat_id=GROUP)
    await boris.says("/straw Вопрос? | да | нет", chat_id=GROUP)
    await boris.sees("Это могут делать организаторы")
    assert not [message for message in olga.chat(GROUP) if "poll" in message]

    await vera.says("/straw Вопрос? | да | нет", chat_id=GROUP)
    await olga.sees(lambda message: "poll" in message, chat_id=GROUP)


async def test_in_a_private_chat_there_is_nobody_to_ask(alliance: Alliance) -> None:
    olga, _ = await a_group(alliance)

    await olga.says("/straw Вопрос? | да | нет")

    await olga.sees("Такой опрос проводят в группе")


async def test_a_poll_that_telegram_does_not_take_leaves_no_trace(alliance: Alliance) -> None:
    olga, _ = await a_group(alliance)
    alliance.sandbox.faults.add(Fault("forbidden", "sendPoll", times=1))

    await olga.says("/straw Вопрос? | да | нет", chat_id=GROUP)

    await olga.sees("Telegram не дал боту провести опрос")
    assert await kept(alliance) is None


async def test_the_result_is_told_in_english_too(alliance: Alliance) -> None:
    plan, now = StrawPlan("Tea?", ("yes", "no")), alliance.clock.now()
    poll = StrawPoll(StrawPollId(1), plan, GROUP, MemberId(1), now, counts=(1, 0), voters=1)

    words = straw_poll_letter(StrawPollLetter(poll), alliance.app.texts.for_language("en"))

    assert "The poll is over:</b> Tea?" in words
    assert "<b>1</b> person answered." in words
