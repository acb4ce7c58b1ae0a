import asyncio
import re

import pytest
from aiogram.exceptions import ClientDecodeError, TelegramForbiddenError
from aiogram.methods import SendMessage
from aiogram.types import Update, User
from structlog.testing import capture_logs

from bot.domain.people.members import Role, TelegramId
from bot.services.events.rsvps import Rsvps
from bot.services.prompts import Prompts
from handlers.pipeline.refusals import Refusals
from sandbox.faults import Fault, FaultKind
from sandbox.people import PATIENCE
from sandbox.server import Sandbox
from tests.alliance import Alliance
from tests.databases import execute
from tests.disks import full
from tests.wording import all_texts


def in_a_group() -> Update:
    """Return an update that nobody is answered to in words."""
    chat = {"id": -1001, "type": "group", "title": "Альянс"}
    message = {"message_id": 1, "date": 1, "chat": chat, "text": "?"}
    return Update.model_validate({"update_id": 1, "message": message})


async def broken(*_: object) -> None:
    raise ZeroDivisionError


async def test_whatever_breaks_is_logged_with_an_id_and_the_bot_goes_on(
    alliance: Alliance, monkeypatch: pytest.MonkeyPatch
) -> None:
    boris = await alliance.has(2, "Борис")

    with monkeypatch.context() as patch, capture_logs() as logged:
        patch.setattr(Rsvps, "upcoming", broken)
        await boris.says("/events")
        said = (await boris.sees("Что-то сломалось"))["text"]
    (id_,) = re.findall(r"код ([0-9A-F]{8})", said)
    (entry,) = [entry for entry in logged if entry["event"] == "update broke"]
    assert (entry["error_id"], entry["exc_info"]) == (id_, True)

    await boris.says("/events")
    await boris.sees("Пока событий нет")


async def test_a_tap_that_breaks_after_its_answer_is_still_apologised_for(
    alliance: Alliance,
) -> None:
    boris = await alliance.has(2, "Борис")
    await boris.says("/me")
    await boris.sees("Язык")
    alliance.sandbox.faults.add(Fault("server_error", "editMessageText", times=1))

    with capture_logs():
        await boris.taps("Язык")
        await boris.sees("Что-то сломалось")


async def test_an_answer_that_telegram_fails_to_take_is_one_line_of_the_log_without_a_traceback(
    alliance: Alliance,
) -> None:
    boris = await alliance.has(2, "Борис")
    alliance.sandbox.faults.add(Fault("server_error", "sendMessage", times=1))

    with capture_logs() as logged:
        await boris.says("/events")
        said = (await boris.sees("Что-то сломалось"))["text"]

    (entry,) = [entry for entry in logged if entry["log_level"] != "info"]
    assert (entry["event"], entry["log_level"]) == ("answer not sent", "warning")
    assert entry["error_id"] in said
    assert not entry.get("exc_info")


@pytest.mark.parametrize("kind", ["drop_before", "drop_after"])
async def test_of_an_answer_that_may_have_arrived_nobody_is_told_that_something_broke(
    alliance: Alliance, kind: FaultKind
) -> None:
    boris = await alliance.has(2, "Борис")
    alliance.sandbox.faults.add(Fault(kind, "sendMessage", times=1))

    with capture_logs() as logged:
        await boris.says("/events")
        await boris.sees("Если ответа не видно")

    (entry,) = [entry for entry in logged if entry["log_level"] != "info"]
    assert (entry["event"], entry["log_level"]) == ("answer lost", "warning")
    assert not entry.get("exc_info")
    assert not any("сломалось" in message["text"] for message in boris.chat())
    arrived = [message for message in boris.chat() if "Пока событий нет" in message["text"]]
    assert len(arrived) == (kind == "drop_after")


async def test_a_tap_that_telegram_lets_nobody_answer_now_is_shown_all_the_same(
    alliance: Alliance,
) -> None:
    boris = await alliance.has(2, "Борис")
    await boris.says("/me")
    await boris.sees("Язык")
    alliance.sandbox.faults.add(Fault("too_many_requests", "answerCallbackQuery"))

    with capture_logs() as logged:
        tap = asyncio.create_task(boris.taps("Язык"))
        await boris.sees("На каком языке", 10)
    tap.cancel()

    noted = [(entry["event"], entry["cause"]) for entry in logged if "cause" in entry]
    assert noted == [("tap not answered", "TelegramRetryAfter")]


async def test_who_cannot_be_recognised_is_told_so_too(
    alliance: Alliance, monkeypatch: pytest.MonkeyPatch
) -> None:
    boris = await alliance.has(2, "Борис")

    monkeypatch.setattr(Prompts, "who_speaks", broken)
    with capture_logs():
        await boris.says("/events")
        await boris.sees("Что-то сломалось")


async def test_a_failing_disk_is_told_and_the_bot_works_again_when_it_does(
    alliance: Alliance,
) -> None:
    await alliance.has(1, "Анна", Role.ORGANISER)
    boris = await alliance.has(2, "Борис")
    event = await alliance.announces(1)
    await boris.sees("Приглашаем вас")
    await alliance.sandbox.person(1).sees("Доставлено: 2 из 2")

    await execute(alliance.database, "UPDATE members SET language = language")
    with full(alliance.config.storage.path):
        answer = await boris.taps("Иду")
        assert "не получается сохранить" in (answer.text or "")
        await boris.says("/events")  # reading goes on
        await boris.sees("Впереди")
    assert await alliance.database.read(lambda tx: tx.rsvps.answered(event)) == []

    card = next(m for m in boris.chat() if "Приглашаем" in m.get("text", ""))
    assert (await boris.taps("Иду", message=card)).text == "Записали: вы идёте. До встречи!"
    await boris.sees("Вы идёте")


async def test_a_tap_that_waited_too_long_for_the_bot_still_counts(
    alliance: Alliance, sandbox: Sandbox
) -> None:
    await alliance.has(1, "Анна", Role.ORGANISER)
    boris = await alliance.has(2, "Борис")
    await alliance.announces(1)
    card = await boris.sees("Приглашаем вас")
    sandbox.world.callbacks._lifetime = 0.0

    with capture_logs() as logged:
        going = asyncio.create_task(boris.taps("Иду", message=card))
        await boris.sees("Вы идёте")
        listing = asyncio.create_task(boris.taps("Все события"))
        await boris.sees("Впереди")
    for tap in (going, listing):
        assert not tap.done(), "nobody could answer it any more"
        tap.cancel()
    assert [entry for entry in logged if entry["log_level"] in ("error", "critical")] == []


async def test_a_refusal_that_a_proxys_page_stands_in_for_is_only_noted(alliance: Alliance) -> None:
    """By a webhook Telegram would otherwise send the update again, and again."""
    stranger = alliance.sandbox.add_person(7, "Чужой", started=True)
    alliance.sandbox.faults.add(Fault("bad_gateway_html", method="sendMessage", times=1))
    with capture_logs() as logged:
        await stranger.says("/me")
        await stranger.says("/me")
        await stranger.watches(lambda chat: len(chat) == 3)
        await alliance.stack.aclose()  # the stop waits for what is under way

    noted = [entry for entry in logged if entry["event"] == "refusal not delivered"]
    assert [entry["cause"] for entry in noted] == ["ClientDecodeError"]


async def test_an_answer_of_telegrams_that_nobody_understands_is_not_quoted_in_the_log() -> None:
    """It would hold what was said: after a secret ballot its number, beside the person's chat."""

    async def handler(*_: object) -> None:
        told = {"chat": {"id": 7}, "text": "Номер бюллетеня: ABCD"}
        raise ClientDecodeError("Failed to deserialize object", ValueError("no date"), told)

    refusals = Refusals(all_texts())
    with capture_logs() as logged:
        await refusals(handler, in_a_group(), {})

    (entry,) = logged
    assert (entry["event"], entry["cause"]) == ("answer not understood", "ValueError")
    assert not entry.get("exc_info")
    assert "ABCD" not in str(entry)


@pytest.mark.parametrize("says", ["/help", "/start"])
async def test_who_blocks_the_bot_before_it_has_answered_is_unreachable_and_no_mishap(
    alliance: Alliance, says: str
) -> None:
    boris = await alliance.has(2, "Борис")
    alliance.sandbox.faults.add(Fault("forbidden", "sendMessage", times=1))

    with capture_logs() as logged:
        await boris.says(says)
        async with asyncio.timeout(PATIENCE):
            while await reachable(alliance):
                pass  # each look waits for the database

    assert [entry["event"] for entry in logged if "answer" in entry["event"]] == [
        "answer not delivered"
    ]
    assert not [entry for entry in logged if entry["log_level"] in {"error", "critical"}]

    await boris.says("/start")
    await boris.sees("Добро пожаловать")
    assert await reachable(alliance)


async def test_a_group_that_shut_the_bot_out_makes_nobody_unreachable(alliance: Alliance) -> None:
    await alliance.has(2, "Борис")

    async def handler(*_: object) -> None:
        raise TelegramForbiddenError(SendMessage(chat_id=-1001, text="a"), "Forbidden: kicked")

    data = {
        "event_from_user": User(id=2, is_bot=False, first_name="Борис"),
        "members": alliance.services.members,
    }
    await Refusals(alliance.app.texts)(handler, in_a_group(), data)

    assert await reachable(alliance)


async def reachable(alliance: Alliance) -> bool:
    member = await alliance.services.members.recognise(TelegramId(2))
    return member is not None and member.reachable
