"""A person's own data: handed out as a file, and erased at their wish."""

import io
import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.domain.people.consents import ConsentText
from bot.domain.people.members import MemberId, Role, TelegramId
from storage.stores import Stores
from tests.alliance import Alliance
from tests.handlers.announcements.test_boards import opens_board
from tests.handlers.announcements.test_drafts import begins, goes_out, opens, presses, texts
from tests.keyboards import labels

NAME = "Анна Орлова"


async def test_own_data_comes_as_a_file_that_names_what_is_kept(alliance: Alliance) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    anna = await alliance.has(2, NAME)
    await alliance.announces(1, "Собрание")
    await anna.sees("Собрание")
    await anna.taps("Иду")
    await anna.says("/me")
    await anna.sees("Часовой пояс")
    await anna.taps("Скачать мои данные")
    await anna.sees("То же самое для программ")
    page, kept_file = (
        alliance.sandbox.world.files.get(message["document"]["file_id"])
        for message in anna.chat()[-2:]
    )
    assert page is not None
    assert kept_file is not None
    assert "<dd>иду</dd>" in page.upload.data.decode()
    kept = json.loads(kept_file.upload.data)
    assert kept["person"]["name"] == NAME
    assert [(answer["title"], answer["answer"]) for answer in kept["answers"]] == [
        ("Собрание", "going")
    ]


async def test_erasing_asks_once_more_and_leaves_nothing_of_the_person(alliance: Alliance) -> None:
    organiser = await alliance.has(1, "Ольга", Role.ORGANISER)
    anna = await alliance.has(2, NAME)
    event = await alliance.announces(1)
    await anna.sees("Встреча")
    await anna.taps("Иду")
    await organiser.says("/manage")
    await organiser.sees("Впереди")
    await organiser.taps("Встреча")
    await organiser.sees("Идут: 1")
    await anna.says("/me")
    await anna.sees("Часовой пояс")
    await anna.taps("Удалить мои данные")
    await anna.sees("Вернуть это нельзя")
    member = await alliance.services.members.recognise(TelegramId(2))
    assert member is not None, "nothing is erased before the second tap"
    await anna.taps("Да, удалить навсегда")
    await anna.sees("ваши данные удалены")
    await organiser.sees("Идут: 0")

    def left(tx: Stores) -> tuple[object, ...]:
        return (
            tx.members.by_telegram(TelegramId(2)),
            tx.rsvps.get(event, MemberId(member.id)),
            NAME in str(tx.members.everything(member.id)),
            [person.id for person in tx.members.all()],
        )

    assert await alliance.database.read(left) == (None, None, False, [1])
    await anna.says("/events")
    await anna.sees("Вы ещё не с нами")


async def test_an_announcement_stays_and_names_its_erased_author_nowhere(
    alliance: Alliance,
) -> None:
    olga = await alliance.has(1, NAME, Role.ORGANISER)
    vera = await alliance.has(2, "Вера", Role.ORGANISER)
    await begins(olga, "Завтра субботник")
    await goes_out(alliance, olga)
    await olga.sees("Доставлено: 2 из 2")
    await opens_board(olga, "Завтра субботник")
    await presses(olga, "Исправить")
    await olga.sees("Пришлите исправленное")
    await olga.says("Послезавтра субботник")
    await presses(olga, "Да, исправить в 2 чатах")
    await vera.sees("Послезавтра субботник")
    await begins(olga, "Собрание в четверг")
    await presses(olga, "Когда", "Завтра 09:00")
    await olga.sees(lambda message: "Повторять…" in labels(message))
    await olga.taps("Назад")
    await presses(olga, "Посмотреть и отправить", "Да, отправить")
    await olga.sees("Запланировано")
    before = len(vera.chat())

    await olga.says("/me")
    await presses(olga, "Удалить мои данные")
    await olga.sees("объявления, которые вы отправили от лица альянса, — без имени")
    await presses(olga, "Да, удалить навсегда")
    await olga.sees("ваши данные удалены")
    await alliance.goes_on(timedelta(days=2))

    await vera.sees("Собрание в четверг")
    await opens_board(vera, "Послезавтра субботник")
    await presses(vera, "Версии")
    await vera.sees("Версий: 2\n\n")
    await presses(vera, "Назад", "По организациям")
    await vera.sees("Среди получателей нет")
    await presses(vera, "Назад", "В Excel")
    sheet = await vera.sees(lambda message: "document" in message)
    await vera.says("/announcements")
    said = [text for text in texts(vera)[before:] if NAME in text]
    assert said == []
    book = load_workbook(io.BytesIO(vera.downloads(sheet)))
    cells = [str(cell) for page in book for row in page.values for cell in row]
    assert "Вера" in cells
    assert not any(NAME in cell for cell in cells)
    with closing(sqlite3.connect(alliance.config.storage.path)) as db:
        assert not any("Орлов" in line or "орлов" in line for line in db.iterdump())
        acts = db.execute("SELECT actor_id FROM audit WHERE act LIKE 'announcement.%'")
        assert {actor for (actor,) in acts} == {1}, (
            "what was done is known, by whom in person is not"
        )


async def test_who_is_mentioned_in_an_announcement_is_so_no_more_once_erased(
    alliance: Alliance,
) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    anna = await alliance.has(2, NAME)
    await opens(olga)
    entities = [
        {"type": "text_mention", "offset": 0, "length": 8, "user": {"id": 2}},
        {"type": "bold", "offset": 0, "length": 8},
    ]
    await olga.says("Напишите ей", entities=entities)
    await olga.sees("Черновик")
    await goes_out(alliance, olga)
    got = await anna.sees("Напишите ей")
    assert {one["type"] for one in got["entities"]} == {"text_mention", "bold"}
    await olga.sees("Объявление разослано")

    def contents() -> str:
        with closing(sqlite3.connect(alliance.config.storage.path)) as db:
            (row,) = db.execute("SELECT contents FROM announcement_versions").fetchall()
            return str(row[0])

    assert NAME not in contents(), "an id is enough to mention somebody"
    assert "text_mention" in contents()
    member = await alliance.services.members.recognise(TelegramId(2))
    assert member is not None
    await alliance.services.members.erase(member.id)
    assert "text_mention" not in contents()
    assert "bold" in contents()


async def test_who_never_consented_can_fetch_and_erase_what_was_imported_of_them(
    alliance: Alliance,
) -> None:
    anna = await alliance.has(2, NAME)
    await alliance.loses_consent(2)
    await anna.says("/events")
    await anna.sees("Сначала нужно ваше согласие")
    await anna.says("/me")
    await anna.sees("Часовой пояс")
    await anna.taps("Скачать мои данные")
    await anna.sees(lambda message: "document" in message)
    await anna.taps("Удалить мои данные")
    await anna.sees("Удалить ваши данные?")
    await anna.taps("Да, удалить")
    await anna.says("/me")
    await anna.sees("Вы ещё не с нами")


async def test_a_changed_consent_is_asked_for_and_the_former_one_holds_for_notices_meanwhile(
    alliance: Alliance, monkeypatch: pytest.MonkeyPatch
) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    anna = await alliance.has(2, NAME)
    monkeypatch.setattr("bot.app.consent_text", lambda *_: ConsentText(2, "…"))
    await alliance.restarts()
    await anna.sees("Текст согласия на обработку персональных данных изменился")
    organiser = await alliance.services.members.recognise(TelegramId(1))
    assert organiser is not None
    await alliance.services.members.give_consent(organiser.id, 2)
    await alliance.announces(1)
    await anna.sees("Встреча")
    answer = await anna.taps("Иду")
    assert "Сначала нужно ваше согласие" in (answer.text or "")
    await anna.taps("Даю согласие")
    await anna.sees("Спасибо, согласие записано")  # not: which language?
    await anna.taps("Иду")
    await alliance.restarts()
    assert not [one for one in texts(anna) if "изменился" in one], "nobody is asked twice"


async def test_who_is_erased_is_neither_on_the_disk_nor_in_the_log_while_the_bot_runs(
    alliance: Alliance, capfd: pytest.CaptureFixture[str]
) -> None:
    anna = await alliance.has(2, NAME)
    await anna.says("/me")
    await anna.sees(NAME)
    await anna.taps("Удалить мои данные")
    await anna.sees("Вернуть это нельзя")
    await anna.taps("Да, удалить навсегда")
    await anna.sees("ваши данные удалены")

    await alliance.goes_on(timedelta(seconds=2))
    assert await alliance.database.truncate_wal()

    assert holding(alliance.config.storage.path.parent, NAME, NAME.casefold()) == []
    said = capfd.readouterr()
    assert NAME not in said.out + said.err


def holding(folder: Path, *words: str) -> list[str]:
    """Return the names of the files that hold one of the words in their bytes."""
    contents = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    assert contents
    return [name for name, held in contents.items() if any(one.encode() in held for one in words)]
