"""/admin → «Настройки»: what administrators change at run time is in force at once."""

from datetime import time, timedelta
from functools import partial

import pytest

from bot.domain.administration.settings import Setting
from bot.domain.people.members import Role
from bot.domain.quiet_hours import QuietHours
from handlers.administration.callbacks import (
    AdminSettingButton,
    AdminSettingsButton,
    ChooseSettingButton,
    ResetSettingButton,
)
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance
from tests.databases import query, statements_of
from tests.keyboards import labels

LOG = "SELECT actor_id, subject, details FROM audit WHERE act = 'setting.change' ORDER BY id"


@pytest.fixture
async def dina(alliance: Alliance) -> Person:
    dina = await alliance.has(1, "Дина", Role.ADMINISTRATOR)
    await dina.says("/admin")
    await dina.sees("Бот работает")
    await dina.taps("Настройки")
    await dina.sees("Настройки альянса")
    return dina


async def test_a_setting_is_in_force_at_once_and_stays_after_a_restart(
    alliance: Alliance, dina: Person
) -> None:
    await dina.taps("Напоминать о событиях")
    shown = await dina.sees("За сколько до начала")
    assert len(labels(shown)) <= 8
    await dina.taps("7 дней")
    await dina.sees("7 дней, 1 день и 2 часа")
    leads = (timedelta(days=7), timedelta(days=1), timedelta(hours=2))
    assert alliance.services.settings.rules.leads.usual == leads
    assert await query(alliance.database, LOG) == [
        (1, "setting:reminders.event_leads", '{"old": "", "new": "7d0h0m, 1d0h0m, 0d2h0m"}')
    ]
    await alliance.restarts()
    assert alliance.services.settings.rules.leads.usual == leads

    await dina.taps("Вернуть обычное")
    await dina.sees("Напоминать о событиях: 1 день и 2 часа")
    assert list(alliance.services.settings.rules.leads.usual) == list(leads[1:])


async def test_what_the_configuration_says_is_shown_and_not_changed(
    alliance: Alliance, dina: Person
) -> None:
    listed = await dina.sees("Тихие часы: нет — в config.toml")
    assert "Тихие часы" not in labels(listed)
    for button in (
        AdminSettingButton(setting=Setting.QUIET_HOURS),
        ChooseSettingButton(setting=Setting.QUIET_HOURS, version=0, choice=1),
        ResetSettingButton(setting=Setting.QUIET_HOURS, version=0),
    ):
        answer = await dina.forges(button.pack(), listed["message_id"])
        assert "Задано в config.toml" in (answer.text or ""), button
    assert await query(alliance.database, LOG) == []


async def test_of_two_administrators_at_once_the_second_is_told(
    alliance: Alliance, dina: Person
) -> None:
    emma = await alliance.has(2, "Эмма", Role.ADMINISTRATOR)
    await emma.says("/admin")
    await emma.sees("Бот работает")
    await emma.taps("Настройки")
    await emma.sees("Настройки альянса")
    for person in (dina, emma):
        await person.taps("Сводка о связи")
        await person.sees("В какой день")
    await dina.taps("пятница")
    await dina.sees("Сводка о связи: пятница")
    assert "изменил другой администратор" in ((await emma.taps("вторник")).text or "")
    weekly = alliance.services.settings.rules.weekly
    assert weekly is not None
    assert weekly.weekday == 4


async def test_nobody_else_sees_or_changes_settings_whatever_they_forge(alliance: Alliance) -> None:
    for number, role in enumerate((Role.ORGANISER, Role.CHAIR, Role.SECRETARY, Role.COUNCIL), 2):
        person = await alliance.has(number, f"Анна {number}", role)
        await person.says("/admin")
        refused = await person.sees("только администраторы")
        for button in (
            AdminSettingsButton(),
            AdminSettingButton(setting=Setting.DIGEST_DAY),
            ChooseSettingButton(setting=Setting.DIGEST_DAY, version=0, choice=0),
            ResetSettingButton(setting=Setting.DIGEST_DAY, version=0),
        ):
            answer = await person.forges(button.pack(), refused["message_id"])
            assert "только администраторы" in (answer.text or ""), (role, button)


async def test_a_value_or_a_setting_that_is_not_offered_is_refused(
    alliance: Alliance, dina: Person
) -> None:
    listed = await dina.sees("Настройки альянса")
    for button in (
        AdminSettingButton(setting=Setting.GROUP),
        ChooseSettingButton(setting=Setting.GROUP, version=0, choice=0),
        ChooseSettingButton(setting=Setting.DIGEST_DAY, version=0, choice=99),
        ChooseSettingButton(setting=Setting.EVENT_LEADS, version=0, choice=61),
    ):
        answer = await dina.forges(button.pack(), listed["message_id"])
        assert "уже не действует" in (answer.text or ""), button
    assert await query(alliance.database, LOG) == []


async def test_a_tap_of_a_member_reads_no_settings(alliance: Alliance) -> None:
    boris = await alliance.has(2, "Борис")
    await alliance.stands_still()
    said = await statements_of(alliance.database, boris.says("/me"))
    await boris.sees("Борис")
    assert not [one for one in said if "settings" in one or "moved_chats" in one]


def refuses(times: int, chat: list[Message]) -> bool:
    return sum("не подойдёт" in one["text"] for one in chat) == times


class TestUnsaid:
    """An alliance whose file does not say its quiet hours."""

    @pytest.fixture
    def settings(self) -> dict[str, str]:
        return {}

    @pytest.fixture
    async def alliance(self, alliance: Alliance) -> Alliance:
        alliance.config.reminders.model_fields_set.discard("quiet_hours")
        return alliance

    async def test_quiet_hours_are_chosen_or_typed(self, alliance: Alliance, dina: Person) -> None:
        await dina.taps("Тихие часы")
        await dina.sees("Выберите или напишите")
        for number, refused in enumerate(("с ночи до утра", "<b>🎄", "9" * 4000), 1):
            await dina.says(refused)
            await dina.watches(partial(refuses, number))
        await dina.says("21:30-08:00")
        await dina.sees("Тихие часы: 21:30–08:00")
        rules = alliance.services.settings.rules
        assert rules.quiet_hours == QuietHours(time(21, 30), time(8))
        await dina.taps("23:00–08:00")
        await dina.sees("Тихие часы: 23:00–08:00")
