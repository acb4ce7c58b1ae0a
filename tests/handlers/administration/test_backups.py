"""/admin → «Копии базы»: a copy now, or what there is to do first; and how one is restored."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.backups import BackupPlan
from bot.domain.people.members import Role
from handlers.administration.callbacks import BackUpNowButton, BackupsButton, RestoreHelpButton
from sandbox.people import Person
from storage.engine.shelves import file_of
from tests.alliance import Alliance
from tests.keyboards import labels

ZONE = ZoneInfo("Asia/Yekaterinburg")


@pytest.fixture
async def dina(alliance: Alliance) -> Person:
    dina = await alliance.has(1, "Дина", Role.ADMINISTRATOR)
    await dina.says("/admin")
    await dina.sees("Бот работает")
    await dina.taps("Копии базы")
    await dina.sees("🗄 Копии базы")
    return dina


async def test_without_a_folder_it_is_said_what_to_write_and_nothing_is_offered(
    dina: Person,
) -> None:
    shown = await dina.sees("впишите в config.toml")
    assert "[backup]" in shown["text"]
    assert "Сделать копию сейчас" not in labels(shown)
    answer = await dina.forges(BackUpNowButton().pack(), shown["message_id"])
    assert "уже не действует" in (answer.text or "")
    await dina.taps("Как восстановить")
    await dina.sees(".venv/bin/alliance-bot restore backups/alliance-2026-12-01.sqlite3.age")


async def test_nobody_else_makes_a_copy_whatever_they_forge(alliance: Alliance) -> None:
    for number, role in enumerate((Role.ORGANISER, Role.CHAIR, Role.SECRETARY, Role.COUNCIL), 1):
        person = await alliance.has(number, f"Анна {number}", role)
        await person.says("/admin")
        refused = await person.sees("только администраторы")
        for button in (BackupsButton(), BackUpNowButton(), RestoreHelpButton()):
            answer = await person.forges(button.pack(), refused["message_id"])
            assert "только администраторы" in (answer.text or ""), (role, button)


class TestWithFolder:
    """An alliance that keeps copies."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        return tmp_path / "backups"

    @pytest.fixture
    def settings(self, settings: dict[str, str], folder: Path) -> dict[str, str]:
        phrase = {"BACKUP__PHRASE": "пять слов для проверки копий"}
        return settings | phrase | {"BACKUP__FOLDER": str(folder)}

    async def test_a_copy_is_made_and_its_place_told(
        self, alliance: Alliance, dina: Person, folder: Path
    ) -> None:
        await dina.taps("Сделать копию сейчас")
        await dina.sees("Напишем, когда она будет готова")
        ready = await dina.sees("Копия готова")
        night = BackupPlan(hour=3, daily=1, weekly=0).night(alliance.clock.now(), ZONE)
        copy = file_of(folder, night)
        assert copy.name in ready["text"]
        assert copy.stat().st_size > 0
        assert str(folder) in ready["text"]
