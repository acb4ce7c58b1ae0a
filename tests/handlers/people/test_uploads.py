"""/admin → «Загрузить таблицу»: a spreadsheet is looked at before it is loaded."""

from asyncio import Event
from collections.abc import Callable

import pytest

from bot.documents.workbooks import Sheet, workbook_of
from bot.domain.people.members import Role
from bot.domain.people.rows import Column
from handlers.people.callbacks import ImportSampleButton, InvitationsButton, LoadButton
from handlers.ui.callbacks import ImportButton
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance
from tests.crashes import BROKEN, dies_after, dies_at
from tests.databases import dump, query
from tests.keyboards import labels

Dies = Callable[[object, str], Event]
GOOD = ("Фонд «Закат»", "", "6671000024", "", "", "Вера <b>Лис</b>", "", "", "", "да", "совет")
OTHER = ("Фонд «Закат»", "", "6671000024", "", "", "Глеб Ли", "", "", "", "", "")
BAD = ("Хор", "", "123", "", "", "Ян", "", "12", "", "", "")


def workbook(*rows: tuple[str, ...]) -> bytes:
    columns = [column.value for column in Column][: len(GOOD)]
    return workbook_of(Sheet("Люди", columns, rows, [20] * len(columns)))


@pytest.fixture
async def dina(alliance: Alliance) -> Person:
    return await alliance.has(1, "Дина", Role.ADMINISTRATOR)


async def sends(dina: Person, content: bytes, name: str = "people.xlsx") -> None:
    await dina.says("/admin")
    await dina.sees("Бот работает")
    await dina.taps("Загрузить таблицу")
    await dina.sees("Пришлите таблицу")
    await dina.sends("document", content, name=name)


async def people(alliance: Alliance) -> list[str]:
    rows = await query(alliance.database, "SELECT name FROM members ORDER BY id")
    return [name for (name,) in rows]


async def test_a_table_is_looked_at_then_loaded_and_its_bad_rows_stay_out(
    alliance: Alliance, dina: Person
) -> None:
    await sends(dina, workbook(GOOD, OTHER, BAD))
    preview = await dina.sees("Вот что изменится")
    for words in ("Вера <b>Лис</b>", "Глеб Ли", "Строка 4", "ИНН", "Телефон"):
        assert words in preview["text"]
    assert await people(alliance) == ["Дина"]

    await dina.taps("Загрузить", message=preview)
    await dina.sees("Таблица загружена")
    assert await people(alliance) == ["Дина", "Вера <b>Лис</b>", "Глеб Ли"]
    acts = await query(alliance.database, "SELECT actor_id, act FROM audit ORDER BY id")
    assert acts == [(1, "member.roles"), (1, "import")]


async def test_the_same_table_twice_changes_nothing(alliance: Alliance, dina: Person) -> None:
    await sends(dina, workbook(GOOD))
    preview = await dina.sees("Вот что изменится")
    await dina.taps("Загрузить", message=preview)
    await dina.sees("Таблица загружена")
    answer = await dina.taps("Загрузить", message=preview)
    assert "пришлите" in (answer.text or "").lower(), "it is loaded once"
    await sends(dina, workbook(GOOD))
    again = await dina.sees(lambda m: "без изменений: 2" in m.get("text", ""))
    assert "Загрузить" not in labels(again)
    assert len(await people(alliance)) == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0", "people.xlsx — не таблица: сохраните файл"),
        (b"PK\x03\x04 damaged", "не таблица"),
        (b" ", "пуст: заполните"),
        (workbook(), "одни заголовки"),
        (b"\n".join([b"inn"] * 50_000), "длиннее 10000 строк: загрузите его по частям"),
    ],
)
async def test_what_is_no_table_of_people_is_refused_with_the_reason(
    alliance: Alliance, dina: Person, content: bytes, reason: str
) -> None:
    await sends(dina, content)
    refused = await dina.sees("не получилось прочитать")
    assert reason in refused["text"]
    assert await people(alliance) == ["Дина"]


async def test_invitations_come_as_a_file_for_everybody_who_has_not_joined(
    alliance: Alliance, dina: Person
) -> None:
    await sends(dina, workbook(GOOD, OTHER))
    await dina.taps("Загрузить", message=await dina.sees("Вот что изменится"))
    await dina.sees("Таблица загружена")
    await dina.taps("Приглашения файлом")

    def is_file(message: Message) -> bool:
        return "document" in message

    sent = await dina.sees(is_file)
    page = dina.downloads(sent).decode()
    assert page.count("?start=i_") >= 2
    assert "Вера &lt;b&gt;Лис" in page
    (row,) = await query(
        alliance.database, "SELECT actor_id, details FROM audit WHERE act = 'invitation.issue'"
    )
    assert row == (1, '{"issued": 2}')


@pytest.mark.parametrize(
    ("dies", "service", "method"),
    [
        (dies_at, "uploads", "preview"),
        (dies_after, "uploads", "preview"),
        (dies_after, "prompts", "forget"),
    ],
)
async def test_a_file_whose_preview_was_cut_off_can_be_sent_again(
    alliance: Alliance, dina: Person, dies: Dies, service: str, method: str
) -> None:
    await dina.says("/admin")
    await dina.sees("Бот работает")
    await dina.taps("Загрузить таблицу")
    await dina.sees("Пришлите таблицу")
    died = dies(getattr(alliance.services, service), method)
    await dina.sends("document", workbook(GOOD), name="people.xlsx")
    await died.wait()
    await dina.sees(BROKEN)
    assert await people(alliance) == ["Дина"]
    if method == "preview":
        await dina.sends("document", workbook(GOOD), name="people.xlsx")
    preview = await dina.sees("Вот что изменится")
    await dina.taps("Загрузить", message=preview)
    await dina.sees("Таблица загружена")
    assert await people(alliance) == ["Дина", "Вера <b>Лис</b>"]


@pytest.mark.parametrize("dies", [dies_at, dies_after])
async def test_a_loading_that_was_cut_off_is_done_once_whatever_is_pressed_again(
    alliance: Alliance, dina: Person, dies: Dies
) -> None:
    await sends(dina, workbook(GOOD))
    preview = await dina.sees("Вот что изменится")
    died = dies(alliance.services.uploads, "apply")
    await dina.taps("Загрузить", message=preview)
    await died.wait()
    await dina.sees(BROKEN)
    done = len(await people(alliance)) == 2
    assert done is (dies is dies_after)
    answer = await dina.taps("Загрузить", message=preview)
    if done:
        assert "уже загружена" in (answer.text or "")
    else:
        await dina.sees("Таблица загружена")
    assert await people(alliance) == ["Дина", "Вера <b>Лис</b>"]
    imports = "SELECT count(*) FROM audit WHERE act = 'import'"
    assert await query(alliance.database, imports) == [(1,)]


async def test_nobody_else_imports_anything_whatever_they_forge(
    alliance: Alliance, dina: Person
) -> None:
    await sends(dina, workbook(GOOD))
    await dina.sees("Вот что изменится")
    olga = await alliance.has(2, "Ольга", Role.ORGANISER, Role.CHAIR)
    await olga.says("/admin")
    refused = await olga.sees("только администраторы")
    await alliance.stands_still()
    before = await dump(alliance.database)
    for data in (ImportButton(), ImportSampleButton(), LoadButton(), InvitationsButton()):
        answer = await olga.forges(data.pack(), refused["message_id"])
        assert "только администраторы" in (answer.text or "")
    assert await dump(alliance.database) == before
