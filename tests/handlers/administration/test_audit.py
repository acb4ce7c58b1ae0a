"""/admin → «Журнал»: who did what, when and about whom, in words, for administrators only."""

import ast
import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from bot.domain.administration.audit import KINDS, Period
from bot.domain.mailings import Halt
from bot.domain.people.members import LANGUAGES, MemberId, Role
from handlers.administration.audit import act_key
from handlers.administration.callbacks import (
    AuditButton,
    AuditFileButton,
    AuditKindsButton,
    AuditPersonButton,
)
from handlers.ui.lengths import MESSAGE_LIMIT, length
from handlers.ui.texts import Texts
from sandbox.people import Person
from tests.alliance import Alliance
from tests.clocks import FixedClock
from tests.databases import execute, query
from tests.keyboards import labels

SERVICES = Path(__file__).parents[3] / "bot" / "services"
CODE = re.compile(r"[a-z_]+\.[a-z_]+")


def written_acts() -> set[str]:
    """Return every act that a service may write: all its dotted words, and those put together."""
    found = {"import", "mailing.resumed", *(f"mailing.{halt}" for halt in Halt)}
    for module in SERVICES.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= {node.value} if CODE.fullmatch(node.value) else set()
    return found


def test_every_act_that_a_service_writes_has_words_and_a_kind() -> None:
    assert len(written_acts()) > 60
    known = {word for words in KINDS.values() for word in words}
    assert {act.partition(".")[0] for act in written_acts()} <= known
    for language in LANGUAGES:
        t = Texts(language, ZoneInfo("UTC"), FixedClock(datetime(2026, 12, 1, tzinfo=UTC)))
        assert [act for act in sorted(written_acts()) if not t.has(act_key(act))] == []


async def acts(alliance: Alliance, *rows: tuple[int | None, str, str, dict[str, str]]) -> None:
    for actor, act, subject, details in rows:
        await execute(
            alliance.database,
            "INSERT INTO audit (at, actor_id, act, subject, details) VALUES (?, ?, ?, ?, ?)",
            alliance.clock.now().isoformat(timespec="microseconds"),
            actor,
            act,
            subject,
            json.dumps(details),
        )


@pytest.fixture
async def dina(alliance: Alliance) -> Person:
    dina = await alliance.has(1, "Дина", Role.ADMINISTRATOR)
    await alliance.has(2, "Борис <Б>", Role.ORGANISER)
    await dina.says("/admin")
    await dina.sees("Бот работает")
    return dina


async def test_an_administrator_reads_the_log_in_words_and_by_kind_person_and_period(
    alliance: Alliance, dina: Person
) -> None:
    await alliance.announces(2, "Съезд <НКО>")
    roles = {"before": "", "after": "organiser"}
    await acts(alliance, (1, "member.roles", "member:2", roles), (None, "x.new", "y", {}))
    await acts(alliance, (1, "member.correct", "member:2", {"parts": "name, phone"}))
    await dina.taps("Журнал")
    shown = await dina.sees("Журнал: всё, за месяц")
    assert "Борис <Б>: событие опубликовано — Съезд <НКО>" in shown["text"]
    assert "Дина: изменены роли — Борис <Б> (было: —; стало: организатор)" in shown["text"]
    assert "исправлены данные человека — Борис <Б> (имя, телефон)" in shown["text"]
    assert "Бот: x.new" in shown["text"], "an act of another release has its code"
    assert len(labels(shown)) <= 8

    await dina.taps("О чём…")
    await dina.sees("О чём показать")
    await dina.taps("события", message=shown)
    assert "изменены роли" not in (await dina.sees("Журнал: события"))["text"]
    await dina.taps("О чём…", message=shown)
    await dina.sees("О чём показать")
    await dina.taps("Назад", message=shown)
    await dina.sees("Журнал: события")
    await dina.taps("Показать за год")
    await dina.sees("Журнал: события, за год")
    await dina.taps("Чьи…")
    await dina.sees("Чьи записи")
    await dina.says("Дина")
    await dina.sees("Нашёлся 1 человек")
    await dina.taps("Дина")
    mine = await dina.sees("за всё время, Дина")
    assert "изменены роли" in mine["text"]
    assert "событие опубликовано" not in mine["text"]


async def test_a_long_log_turns_its_pages_and_stays_short(alliance: Alliance, dina: Person) -> None:
    long = ("Ы" * 900, "<b>" * 300)
    await acts(alliance, *((1, "poll.close", "poll:1", {"reason": one * 10}) for one in long * 10))
    await dina.taps("Журнал")
    shown = await dina.sees("голосование завершено")
    assert length(shown["text"]) < MESSAGE_LIMIT
    await dina.forges(AuditButton(page=9_999).pack(), shown["message_id"])
    await dina.watches(lambda chat: "Раньше" not in labels(chat[-1]))


async def test_an_erased_person_stays_erased_in_the_log(alliance: Alliance, dina: Person) -> None:
    await acts(alliance, (1, "member.correct", "member:2", {}), (2, "event.export", "event:9", {}))
    await alliance.services.members.erase(MemberId(2))
    await dina.taps("Журнал")
    shown = await dina.sees("исправлены данные")
    assert "Борис" not in shown["text"]
    assert "Удалённый человек: выгружен список" in shown["text"]


async def test_the_file_has_the_same_acts_and_no_formula(alliance: Alliance, dina: Person) -> None:
    await acts(alliance, (1, "poll.close", "poll:1", {"reason": "=HYPERLINK(1)"}))
    await dina.taps("Журнал")
    await dina.sees("Журнал: всё")
    await dina.taps("Файлом Excel")
    sent = await dina.sees(lambda message: "document" in message)
    sheet = load_workbook(io.BytesIO(dina.downloads(sent))).worksheets[0]
    cells = list(sheet.iter_rows(values_only=True))
    assert cells[0] == ("Когда", "Кто", "Что", "О ком или о чём", "Подробности")
    assert cells[1][1:] == ("Дина", "голосование завершено", "№ 1", "=HYPERLINK(1)")
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "d", "n"}
    found = await query(alliance.database, "SELECT actor_id FROM audit WHERE act = 'audit.export'")
    assert found == [(1,)]


async def test_nobody_else_reads_the_log_whatever_they_forge(alliance: Alliance) -> None:
    for number, role in enumerate((Role.ORGANISER, Role.CHAIR, Role.SECRETARY, Role.COUNCIL), 1):
        person = await alliance.has(number, f"Анна {number}", role)
        await person.says("/admin")
        refused = await person.sees("только администраторы")
        for button in (
            AuditButton(),
            AuditKindsButton(period=Period.WEEK, person=MemberId(0)),
            AuditPersonButton(),
            AuditFileButton(period=Period.ALWAYS, person=MemberId(0)),
        ):
            answer = await person.forges(button.pack(), refused["message_id"])
            assert "только администраторы" in (answer.text or ""), (role, button)
    assert await query(alliance.database, "SELECT 1 FROM audit WHERE act = 'audit.export'") == []
