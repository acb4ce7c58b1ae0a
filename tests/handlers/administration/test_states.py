"""/admin: how the bot is, for administrators only."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.health import State, Stored, SweepState
from bot.domain.people.members import LANGUAGES, Role, TelegramId
from handlers.administration.states import state_words
from handlers.features import MENU
from handlers.ui.callbacks import AdminButton
from handlers.ui.lengths import MESSAGE_LIMIT, length
from handlers.ui.texts import Texts
from tests.alliance import Alliance
from tests.clocks import FixedClock
from tests.databases import execute
from tests.keyboards import labels

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
WELL = State(
    at=NOW,
    running=7200.0,
    reached=3.0,
    sweeps=(SweepState("polls", 1, 0.5),),
    stored=Stored(0, None, 0, 12_900_000, NOW - timedelta(hours=6)),
)


async def test_an_administrator_sees_how_the_bot_is_and_refreshes_it(alliance: Alliance) -> None:
    dina = await alliance.has(1, "Дина", Role.ADMINISTRATOR)
    await dina.says("/admin")
    shown = await dina.sees("Последняя копия базы")
    for line in ("Telegram:", "Очередь сообщений:", "Отложено", "База:", "Регулярные", "Версия:"):
        assert line in shown["text"]
    assert len(labels(shown)) <= 8

    await alliance.stands_still()
    await execute(
        alliance.database,
        "INSERT INTO failed_items (kind, subject, attempts, error, put_aside_at) "
        "VALUES ('announcement', 1, 5, 'KeyError', ?)",
        alliance.clock.now().isoformat(timespec="microseconds"),
    )
    await dina.taps("Обновить")
    again = await dina.sees("Отложено после ошибок: 1")
    assert again["message_id"] == shown["message_id"], "one message, edited in place"


async def test_nobody_but_administrators_sees_it_whatever_they_forge(alliance: Alliance) -> None:
    for number, role in enumerate((Role.ORGANISER, Role.CHAIR, Role.SECRETARY, Role.COUNCIL), 1):
        person = await alliance.has(number, f"Анна {number}", role)
        await person.says("/admin")
        refused = await person.sees("только администраторы")
        answer = await person.forges(AdminButton().pack(), refused["message_id"])
        assert "только администраторы" in (answer.text or "")


async def test_who_loses_the_role_sees_nothing_from_then_on(alliance: Alliance) -> None:
    dina = await alliance.has(1, "Дина", Role.ADMINISTRATOR)
    await dina.says("/admin")
    await dina.sees("Бот работает")
    await execute(alliance.database, "DELETE FROM roles")
    assert "только администраторы" in ((await dina.taps("Обновить")).text or "")


async def test_the_command_stands_in_the_menu_and_the_help_of_administrators_only(
    alliance: Alliance,
) -> None:
    dina = await alliance.has(1, "Дина", Role.ADMINISTRATOR)
    olga = await alliance.has(2, "Ольга", Role.ORGANISER)
    await dina.says("/help")
    assert "/admin" in (await dina.sees("Вот что умеет бот"))["text"]
    await olga.says("/help")
    assert "/admin" not in (await olga.sees("Вот что умеет бот"))["text"]
    for number, listed in ((1, True), (2, False)):
        member = await alliance.services.members.recognise(TelegramId(number))
        menu = MENU.listed(member, alliance.app.texts.for_language("ru"))
        assert ("admin" in [one.command for one in menu]) is listed


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trouble_is_named_in_both_languages(language: str) -> None:
    t = Texts(language, ZoneInfo("Asia/Yekaterinburg"), FixedClock(NOW))
    well = state_words(WELL, t)
    assert "🛠" in well
    assert "12.3" in well or "12,3" in well

    broken = tuple(SweepState(f"sweep {n}", 1, 99.0, 1, "E" * 500) for n in range(30))
    silent = (SweepState("outbox", 1, 999.0),)
    waiting = Stored(7, NOW - timedelta(hours=1), 2, 4096)
    worst = replace(WELL, reached=None, sweeps=silent + broken, stored=waiting)
    words = state_words(worst, t)
    assert "⚠️" in words
    assert "outbox" in words
    assert length(words) < MESSAGE_LIMIT
    assert "⚠️" in state_words(replace(WELL, stored=None), t)
