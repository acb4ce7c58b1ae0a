"""A straw poll in a group: asked, counted, closed at its time, and told."""

import asyncio
import signal
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.domain.people.members import Consent, MemberId, Role, TelegramId
from bot.domain.people.people import PersonDetails
from bot.domain.polls.straw_polls import StrawPlan, StrawPoll, StrawPollId, StrawPollLetter
from handlers.polls.letters import render_straw_poll
from handlers.polls.straw_polls import COUNTS_WITHIN, StrawPollClosing
from handlers.ui.letters import Sight
from sandbox.chats import Message
from sandbox.clock import SandboxClock
from sandbox.faults import Fault, Mishap
from sandbox.people import PATIENCE, Person
from sandbox.server import Sandbox
from storage.engine.database import open_database
from storage.stores import Stores
from tests.alliance import Alliance
from tests.crashes import dies_after, dies_at
from tests.forks import a_forked_bot

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


async def counted(alliance: Alliance, voters: int) -> None:
    """Wait until the bot has heard of so many answers: it is told in updates."""
    async with asyncio.timeout(PATIENCE):
        while (poll := await kept(alliance)) is None or poll.voters != voters:
            pass  # each look waits for the database


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


async def test_what_came_of_a_poll_that_telegram_closed_itself_is_waited_for(
    alliance: Alliance,
) -> None:
    """Its last counts come as an update, which may stand behind others."""
    olga, boris = await a_group(alliance)
    await olga.says("/straw Чай или кофе? | чай | кофе | 2h", chat_id=GROUP)
    poll = await boris.sees(lambda message: "poll" in message, chat_id=GROUP)
    await alliance.app.updates.stop()  # nothing is heard for now
    await boris.votes(poll, [0], chat_id=GROUP)

    await alliance.goes_on(3 * HOUR)
    await alliance.app.scheduler.run_all()
    assert (found := await kept(alliance)) is not None
    assert found.closed_at is None

    await alliance.restarts()
    assert "чай: 1" in (await boris.sees("Опрос завершён", chat_id=GROUP))["text"]


async def test_a_poll_of_whose_closing_nothing_is_heard_ends_with_the_last_counts(
    alliance: Alliance,
) -> None:
    olga, boris = await a_group(alliance)
    await olga.says("/straw Чай или кофе? | чай | кофе | 2h", chat_id=GROUP)
    poll = await boris.sees(lambda message: "poll" in message, chat_id=GROUP)
    await boris.votes(poll, [0], chat_id=GROUP)
    await counted(alliance, 1)
    await alliance.app.updates.stop()  # for good
    await alliance.app.scheduler.stop()  # the poll is closed by the test alone
    alliance.clock.advance(3 * HOUR)
    times = iter((0.0, COUNTS_WITHIN / 2, COUNTS_WITHIN))
    closing = StrawPollClosing(alliance.app.bot, alliance.services.straw_polls, lambda: next(times))

    assert [await closing.close_due() for _ in range(3)] == [1, 1, 1]

    assert "чай: 1" in (await boris.sees("Опрос завершён", chat_id=GROUP))["text"]
    assert len(alliance.sandbox.journal.read(method="stopPoll")) == 1, "it is closed: not again"


async def test_of_a_poll_that_was_deleted_the_last_counts_stand(alliance: Alliance) -> None:
    olga, boris = await a_group(alliance)
    await olga.says("/straw Чай или кофе? | чай | кофе | 2h", chat_id=GROUP)
    poll = await boris.sees(lambda message: "poll" in message, chat_id=GROUP)
    await boris.votes(poll, [0], chat_id=GROUP)
    await counted(alliance, 1)
    await alliance.app.bot.delete_message(GROUP, poll["message_id"])

    await alliance.goes_on(3 * HOUR)

    assert "чай: 1" in (await boris.sees("Опрос завершён", chat_id=GROUP))["text"]


async def test_a_poll_that_cannot_be_stopped_now_is_stopped_later(alliance: Alliance) -> None:
    olga, boris = await a_group(alliance)
    await olga.says("/straw Чай или кофе? | чай | кофе | 1h", chat_id=GROUP)
    poll = await boris.sees(lambda message: "poll" in message, chat_id=GROUP)
    await boris.votes(poll, [1], chat_id=GROUP)
    await counted(alliance, 1)
    alliance.sandbox.world.polls.get(poll["poll"]["id"]).closes_at = None  # Telegram is slower
    alliance.sandbox.faults.add(Fault("server_error", "stopPoll", times=1))
    await alliance.app.scheduler.stop()  # the sweeps run when time passes, and only then

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


# --- its sending is interrupted -------------------------------------------------------------------

ASKED = "/straw Чай или кофе? | чай | кофе | 2h"
INTERRUPTED = "Отправка опроса прервалась"


def polls_in(person: Person) -> list[Message]:
    return [message for message in person.chat(GROUP) if "poll" in message]


async def asks_again(olga: Person) -> None:
    """Tap the offer to ask the group again."""
    told = await olga.sees(INTERRUPTED)
    assert "Чай или кофе?" in told["text"]
    await olga.taps("Провести ещё раз", message=told)
    await olga.sees("Опрос снова в группе")


@pytest.mark.parametrize("stands", [True, False])
async def test_who_asked_is_told_after_a_crash_in_the_sending_and_can_ask_again(
    alliance: Alliance, stands: bool
) -> None:
    olga, boris = await a_group(alliance)
    straw_polls = alliance.services.straw_polls
    died = dies_at(straw_polls, "note_posted") if stands else dies_after(straw_polls, "begin")
    await olga.says(ASKED, chat_id=GROUP)
    await asyncio.wait_for(died.wait(), 60)
    assert len(polls_in(olga)) == stands

    await alliance.restarts()
    await asks_again(olga)
    await boris.votes(polls_in(boris)[-1], [0], chat_id=GROUP)
    await alliance.restarts()
    await alliance.goes_on(3 * HOUR)

    assert "чай: 1" in (await boris.sees("Опрос завершён", chat_id=GROUP))["text"]
    assert all(one["poll"]["is_closed"] for one in polls_in(olga)), "Telegram closes the other"
    assert len([one for one in olga.chat() if INTERRUPTED in one.get("text", "")]) == 0


async def test_who_asked_is_told_at_once_when_the_line_breaks(alliance: Alliance) -> None:
    olga, _ = await a_group(alliance)
    alliance.sandbox.faults.add(Fault("drop_after", "sendPoll", times=1))

    await olga.says(ASKED, chat_id=GROUP)

    await asks_again(olga)
    assert len(polls_in(olga)) == 2


async def test_an_interrupted_poll_is_asked_again_once_and_by_its_author(
    alliance: Alliance,
) -> None:
    olga, _ = await a_group(alliance)
    vera = await alliance.has(3, "Вера", Role.SECRETARY)
    alliance.sandbox.faults.add(Fault("drop_before", "sendPoll", times=1))
    await olga.says(ASKED, chat_id=GROUP)
    told = await olga.sees(INTERRUPTED)
    data = told["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await vera.says("/help")
    theirs = (await vera.sees("Вот что умеет бот"))["message_id"]
    assert (await vera.forges(data, theirs)).show_alert

    await asyncio.gather(*(olga.forges(data, told["message_id"]) for _ in range(3)))

    assert len(polls_in(olga)) == 1


async def test_a_poll_whose_bot_was_killed_while_it_was_sent_is_asked_again(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox.add_group(GROUP, "Чат", members=[1])
    olga = sandbox.add_person(1, "Ольга", started=True)
    async with open_database(tmp_path / "alliance.sqlite3", clock.now()) as database:
        await database.write(partial(an_organiser, now=clock.now()))
    strike = sandbox.faults.strike

    async with a_forked_bot(tmp_path, sandbox.url) as bot:

        def killed(method: str, chat: str) -> Mishap:
            if method == "sendPoll":
                bot.kill()
            return strike(method, chat)

        monkeypatch.setattr(sandbox.faults, "strike", killed)
        await olga.says(ASKED, chat_id=GROUP)
        assert await bot.is_gone() == -signal.SIGKILL
    monkeypatch.undo()

    async with a_forked_bot(tmp_path, sandbox.url):
        await olga.sees(INTERRUPTED, PATIENCE)
        await asks_again(olga)


def an_organiser(tx: Stores, now: datetime) -> None:
    olga = tx.members.add(PersonDetails("Ольга", roles=frozenset({Role.ORGANISER})), None)
    tx.members.bind(olga, TelegramId(1), now)
    tx.members.save_consent(olga, Consent(1, now))


async def test_the_result_is_told_in_english_too(alliance: Alliance) -> None:
    plan, now = StrawPlan("Tea?", ("yes", "no")), alliance.clock.now()
    poll = StrawPoll(StrawPollId(1), plan, GROUP, MemberId(1), now, counts=(1, 0), voters=1)

    t = alliance.app.texts.for_language("en")
    words = render_straw_poll(StrawPollLetter(poll), t, Sight("bot")).text

    assert "The poll is over:</b> Tea?" in words
    assert "<b>1</b> person answered." in words
