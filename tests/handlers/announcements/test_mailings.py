"""Anyone who tells many sees how it goes, can pause it, go on, and stop it after a second yes."""

from datetime import time

import pytest

from bot.domain.people.members import Role, TelegramId
from bot.domain.quiet_hours import QuietHours
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance
from tests.handlers.announcements.test_drafts import begins, goes_out, texts
from tests.keyboards import labels


@pytest.fixture
async def olga(alliance: Alliance) -> Person:
    """Let Anna get it at once, while Vera has quiet hours for some time yet."""
    await alliance.has(2, "Анна")
    await alliance.has(3, "Вера")
    vera = await alliance.services.members.recognise(TelegramId(3))
    assert vera is not None
    hour = _end(alliance) - 6
    around = QuietHours(time((hour - 2) % 24), time(_end(alliance)))
    await alliance.services.members.choose_quiet_hours(vera.id, [around])
    return await alliance.has(1, "Ольга", Role.ORGANISER)


def _end(alliance: Alliance) -> int:
    """Return the hour at which Vera's quiet hours end, by the alliance's clock."""
    return (alliance.clock.now().astimezone(alliance.config.alliance.time_zone).hour + 6) % 24


async def under_way(alliance: Alliance, olga: Person) -> Message:
    """Announce something that one person has yet to get."""
    panel = await begins(olga, "Новость")
    assert f"позже, после {_end(alliance):02}:00 по своему времени: 1" in panel["text"]
    await goes_out(alliance, olga)
    await alliance.sandbox.person(2).sees("Новость")
    return await olga.sees(lambda m: "2 из 3" in m.get("text", "") and "Пауза" in labels(m))


async def test_a_mailing_is_paused_and_gone_on_with(alliance: Alliance, olga: Person) -> None:
    progress = await under_way(alliance, olga)
    assert "1 человек получит позже" in progress["text"]
    await olga.taps("Пауза", message=progress)
    paused = await olga.sees("⏸ На паузе")
    assert "Продолжить" in labels(paused)
    await olga.taps("Продолжить", message=paused)
    await olga.sees(lambda m: m["message_id"] == paused["message_id"] and "Пауза" in labels(m))


async def test_a_mailing_is_stopped_only_after_a_second_yes(
    alliance: Alliance, olga: Person
) -> None:
    progress = await under_way(alliance, olga)
    await olga.taps("Остановить", message=progress)
    question = await olga.sees("Кто ещё не получил, не получит")
    await olga.taps("Да, остановить", message=question)
    await olga.sees("Отправлять не понадобилось: 1")
    again = await olga.forges("halt:1:stopped", question["message_id"])
    assert "уже закончилась" in (again.text or "")
    assert "Новость" not in texts(alliance.sandbox.person(3))


@pytest.mark.parametrize("data", ["halt:1:pause", "halt:1:stop", "halt:1:stopped", "halt:1:x"])
async def test_nobody_else_holds_a_mailing_up_and_no_made_up_act_does_anything(
    alliance: Alliance, olga: Person, data: str
) -> None:
    await under_way(alliance, olga)
    anna = alliance.sandbox.person(2)
    letter = await anna.sees("Новость")
    answer = await anna.forges(data, letter["message_id"])
    assert answer.show_alert
    assert "код" not in (answer.text or "")
    report = await alliance.database.read(
        lambda tx: tx.mailings.get(tx.mailings.unfinished()[0], alliance.clock.now())
    )
    assert report is not None
    assert (report.halt, report.settled) == (None, 2)
