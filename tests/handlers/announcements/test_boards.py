"""What was announced: reports, corrections, recalls, templates, and what members read again."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from openpyxl import load_workbook

from bot.domain.people.people import OrganisationDetails
from sandbox.chats import Message
from sandbox.people import Person
from sandbox.pictures import PIXEL
from tests.alliance import Alliance
from tests.announcing import a_text
from tests.handlers.announcements.test_drafts import begins, goes_out, opens, presses, texts
from tests.keyboards import callbacks, labels


async def sends(alliance: Alliance, olga: Person, text: str) -> None:
    """Announce something, and wait for the report."""
    await begins(olga, text)
    await goes_out(alliance, olga)
    await olga.sees(f"Объявление разослано: {text}")


async def opens_list(olga: Person) -> None:
    """Go from the command to the organisers' list."""
    said = await olga.says("/announcements")
    shown = await olga.sees(
        lambda m: m["message_id"] > said["message_id"] and "Для организаторов" in labels(m)
    )
    await olga.taps("Для организаторов", message=shown)


async def opens_board(olga: Person, title: str) -> Message:
    """Go from the command to the board of an announcement."""
    await opens_list(olga)
    shown = await olga.sees("Рядом с названием")
    await olga.taps(title, message=shown)
    return await olga.sees(lambda m: "Отправлено:" in m.get("text", "") and title in m["text"])


async def test_an_error_is_corrected_in_place_and_the_versions_are_kept(
    alliance: Alliance, olga: Person
) -> None:
    await sends(alliance, olga, "Собрание в пятницу")
    ivan = alliance.sandbox.person(2)
    before = await ivan.sees("Собрание в пятницу")
    await opens_board(olga, "Собрание в пятницу")
    await presses(olga, "Исправить")
    await olga.sees("Пришлите исправленное сообщение")
    await olga.says("Собрание в субботу")
    await olga.sees("Исправим его на том же месте у всех, кто получил: 3")
    await presses(olga, "Да, исправить в 3 чатах")
    await olga.sees("Объявление исправлено: Собрание в")

    after = await ivan.sees("Собрание в субботу")
    assert after["message_id"] == before["message_id"]
    assert "Собрание в пятницу" not in texts(ivan)
    assert labels(after) == labels(before)
    await opens_board(olga, "Собрание в субботу")
    await presses(olga, "Версии")
    shown = await olga.sees("Версий: 2\n")
    assert shown["text"].index("Собрание в субботу") < shown["text"].index("Собрание в пятницу")


async def test_a_correction_that_is_none_or_cannot_be_is_refused_before_it_is_sent(
    alliance: Alliance, olga: Person
) -> None:
    await sends(alliance, olga, "Собрание в пятницу")
    await opens_board(olga, "Собрание в пятницу")
    await presses(olga, "Исправить")
    await olga.sees("Пришлите исправленное сообщение")
    await olga.says("Собрание в пятницу")
    panel = await olga.sees("Исправление объявления")
    same = await olga.taps("Посмотреть и исправить", message=panel)
    assert "Пришлите исправленное" in (same.text or "")
    await presses(olga, "✏️ Русский")
    await olga.sees("Пришлите исправленное сообщение")
    await olga.sends_location()
    panel = await olga.sees("· место на карте")
    other = await olga.taps("Посмотреть и исправить", message=panel)
    assert "Исправить можно слова" in (other.text or "")


async def test_what_another_organiser_corrected_meanwhile_is_not_overwritten(
    alliance: Alliance, olga: Person
) -> None:
    await sends(alliance, olga, "Собрание в пятницу")
    await opens_board(olga, "Собрание в пятницу")
    await presses(olga, "Исправить")
    await olga.sees("Пришлите исправленное сообщение")
    (one,) = await alliance.database.read(lambda tx: tx.announcements.all())
    theirs = {"ru": a_text("Собрание в четверг")}
    await alliance.services.corrections.correct(one.created_by, one.id, theirs)
    await olga.says("Собрание в субботу")
    panel = await olga.sees("Исправление объявления")
    refused = await olga.taps("Посмотреть и исправить", message=panel)
    assert "уже изменили" in (refused.text or "")
    (one,) = await alliance.database.read(lambda tx: tx.announcements.all())
    assert one.contents == theirs


async def test_what_was_changed_meanwhile_is_not_sent_at_its_old_time(
    alliance: Alliance, olga: Person
) -> None:
    await begins(olga, "Скоро съезд")
    await presses(olga, "Когда", "Завтра 12:00", "Назад", "Посмотреть и отправить", "Да, отправить")
    await olga.sees("Запланировано:")
    await opens_list(olga)
    await presses(olga, "Запланированные · 1", "· Скоро съезд", "✏️ Изменить")
    await olga.sees("Черновик объявления")
    (one,) = await alliance.database.read(lambda tx: tx.announcements.all())
    later = replace(one.plan, at=one.sends_at + timedelta(days=3))
    await alliance.services.announcements.change(one.created_by, one.id, later)
    await presses(olga, "Посмотреть и отправить")
    question = await olga.sees("Запланировать?")
    refused = await olga.taps("Да, отправить", message=question)
    assert "уже изменили" in (refused.text or "")
    (one,) = await alliance.database.read(lambda tx: tx.announcements.all())
    assert one.at == later.at


async def test_a_recall_asks_once_more_and_deletes_every_copy(
    alliance: Alliance, olga: Person
) -> None:
    await sends(alliance, olga, "Ошибочная новость")
    await opens_board(olga, "Ошибочная новость")
    await presses(olga, "Отозвать")
    await olga.sees("Удалим его у всех, кто получил: 3")
    assert "Ошибочная новость" in texts(alliance.sandbox.person(2))
    await presses(olga, "Да, отозвать")
    await olga.sees("Объявление отозвано: Ошибочная новость")
    for number in (2, 3):
        assert "Ошибочная новость" not in texts(alliance.sandbox.person(number))


async def test_a_recall_after_two_days_says_that_a_note_takes_the_place(
    alliance: Alliance, olga: Person
) -> None:
    await sends(alliance, olga, "Старая новость")
    await alliance.goes_on(timedelta(days=3))
    await opens_board(olga, "Старая новость")
    await presses(olga, "Отозвать")
    asked = await olga.sees("прошло больше двух суток")
    assert "они останутся" not in asked["text"]
    await presses(olga, "Да, отозвать")
    await alliance.sandbox.person(2).sees("Организатор отозвал это объявление")
    assert "Старая новость" not in texts(alliance.sandbox.person(2))


async def test_a_recall_after_two_days_says_what_cannot_even_be_replaced(
    alliance: Alliance, olga: Person
) -> None:
    await opens(olga)
    await olga.sends("voice", PIXEL, "Послушайте")
    await olga.sees("· голосовое")
    await goes_out(alliance, olga)
    await olga.sees("Объявление разослано")
    await alliance.goes_on(timedelta(days=3))
    await opens_board(olga, "Послушайте")
    await presses(olga, "Отозвать")
    await olga.sees("они останутся")
    await presses(olga, "Да, отозвать")
    await olga.sees("Не удалось отправить: 3")


async def test_it_is_sent_on_to_those_who_came_later_and_to_them_alone(
    alliance: Alliance, olga: Person
) -> None:
    await sends(alliance, olga, "Добро пожаловать")
    await opens_board(olga, "Добро пожаловать")
    await presses(olga, "Отправить присоединившимся позже")
    await olga.sees("уже получили")
    await presses(olga, "Назад")
    vera = await alliance.has(7, "Вера")
    await presses(olga, "Отправить присоединившимся позже")
    await olga.sees("Получат:\n1 человек")
    await presses(olga, "Да, отправить")
    await vera.sees("Добро пожаловать")
    await olga.sees("Объявление отправлено присоединившимся позже")
    assert texts(alliance.sandbox.person(2)).count("Добро пожаловать") == 1


async def test_the_report_counts_by_reason_and_organisation_and_comes_as_a_workbook(
    alliance: Alliance, olga: Person
) -> None:
    house = OrganisationDetails("Фонд «Ёлка»", "", "6671000010", None, "Реж")
    await alliance.puts(2, house)
    alliance.sandbox.person(2).blocks()
    await sends(alliance, olga, "=Новость")
    said = await olga.sees("Доставлено: 2 из 3")
    await olga.taps("Кто получил", message=said)
    board = await olga.sees("Ничего не получили организации: 1")
    assert "✅ Доставлено: 2 из 3" in board["text"]
    assert "🚫" in board["text"]
    await olga.taps("По организациям", message=board)
    await olga.sees("🔇 Фонд «Ёлка»: 0 из 1")
    await olga.taps("Назад", message=board)
    await presses(olga, "В Excel")
    message = await olga.sees(lambda m: "document" in m)
    rows = rows_of(alliance, message, "Люди")
    assert [row[0] for row in rows] == ["Имя", "Ольга", "Участник 3", "Участник 2"]
    assert rows[3][1:3] == ("Фонд «Ёлка»", "недоступен")
    assert rows_of(alliance, message, "Организации")[1] == ("Фонд «Ёлка»", 1, 0)


def rows_of(alliance: Alliance, message: Message, sheet: str) -> Sequence[tuple[object, ...]]:
    """Return the rows of a worksheet in a file that was sent."""
    file = alliance.sandbox.world.files.get(message["document"]["file_id"])
    assert file is not None
    workbook = load_workbook(io.BytesIO(file.upload.data))
    return list(workbook[sheet].iter_rows(values_only=True))


async def test_a_scheduled_one_is_listed_changed_and_cancelled(
    alliance: Alliance, olga: Person
) -> None:
    await begins(olga, "Скоро съезд")
    await presses(olga, "Когда", "Завтра 12:00", "Назад", "Посмотреть и отправить")
    await olga.sees("Запланировать?")
    await presses(olga, "Да, отправить")
    await olga.sees("Запланировано:")
    await opens_list(olga)
    await presses(olga, "Запланированные · 1", "· Скоро съезд")
    await olga.sees("Уйдёт:")
    await presses(olga, "✏️ Изменить")
    panel = await olga.sees("Черновик объявления")
    assert "Скоро съезд" in panel["text"]
    await olga.taps("Ещё настройки", message=panel)
    await presses(olga, "Без звука")
    await olga.sees("🔕 Без звука")
    await presses(olga, "‹ Назад", "Посмотреть и отправить", "Да, отправить")
    changed = await olga.sees("Запланировано:")
    await olga.taps("Отменить отправку", message=changed)
    await olga.sees("никто ничего не получил")
    await alliance.goes_on(timedelta(days=3))
    await alliance.app.worker.drain()
    assert texts(alliance.sandbox.person(2)) == []


async def test_a_template_speaks_to_each_by_name_and_is_previewed_with_real_values(
    alliance: Alliance, olga: Person
) -> None:
    await begins(olga, "Здравствуйте, {name}!")
    await presses(olga, "Ещё настройки", "В шаблоны")
    await olga.sees("Как назвать шаблон?")
    await olga.says("Приветствие <b>")
    saved = await olga.sees("Шаблон «Приветствие <b>» сохранён")
    await olga.taps("Назад", message=saved)
    await presses(olga, "Удалить черновик", "Да, удалить")
    await olga.sees("Черновик удалён")
    await opens_list(olga)
    await presses(olga, "Шаблоны", "Приветствие", "Показать")
    await olga.sees("Здравствуйте, Ольга!")
    await presses(olga, "Взять")
    await olga.sees("Черновик объявления")
    await goes_out(alliance, olga)
    await alliance.sandbox.person(2).sees("Здравствуйте, Участник 2!")
    await alliance.sandbox.person(3).sees("Здравствуйте, Участник 3!")


async def test_members_read_again_what_came_to_them_and_find_it(
    alliance: Alliance, olga: Person
) -> None:
    for number in range(3):
        await sends(alliance, olga, f"Новость номер {number}")
    late = await alliance.has(7, "Вера")
    ivan = alliance.sandbox.person(2)
    await ivan.says("/announcements")
    listed = await ivan.sees("всё, что вам приходило")
    assert labels(listed)[0].endswith("Новость номер 2"), "the newest first"
    assert "Для организаторов" not in labels(listed)
    await ivan.taps("Новость номер 1", message=listed)
    await ivan.watches(lambda chat: [m.get("text") for m in chat].count("Новость номер 1") == 2)
    await ivan.taps("Найти", message=listed)
    await ivan.sees("Какие слова искать?")
    await ivan.says("НОМЕР 0")
    found = await ivan.sees("Вот что нашлось")
    assert sum("Новость" in label for label in labels(found)) == 1
    await late.says("/announcements")
    await late.sees("Пока вам ничего не присылали")


async def test_members_and_strangers_learn_nothing_of_boards_whatever_they_forge(
    alliance: Alliance, olga: Person
) -> None:
    await sends(alliance, olga, "Для совета")
    board = await opens_board(olga, "Для совета")
    datas = callbacks(board)
    ivan = alliance.sandbox.person(2)
    seen = await ivan.sees("Для совета")
    late = await alliance.has(7, "Вера")
    await late.says("/me")
    page = await late.sees("Вера")
    stranger = alliance.sandbox.add_person(9, "Чужой", started=True)
    await stranger.says("/announcements")
    hello = await stranger.sees("Вы ещё не с нами")
    for data in (*datas, "report:1", "tmpls:0", "tmpl:1:use", "halt:1:stop"):
        assert "организаторы" in ((await ivan.forges(data, seen["message_id"])).text or ""), data
        answer = await stranger.forges(data, hello["message_id"])
        assert "Вы ещё не с нами" in (answer.text or "")
    hidden = await late.forges("read:1", page["message_id"])
    assert "Такого объявления нет" in (hidden.text or "")
    for data in ("annact:1:nothing", "annact:999:recall", "ann:0", "tmpl:7:use"):
        assert (await olga.forges(data, board["message_id"])).show_alert, data
