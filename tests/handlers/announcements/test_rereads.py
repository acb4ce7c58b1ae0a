"""Somebody opens an announcement again in the chat; corrections and recalls find that copy too."""

from datetime import timedelta
from functools import partial
from typing import Any

from bot.domain.announcements.announcements import AnnouncementId
from bot.domain.announcements.contents import Content, Link
from sandbox.chats import Message
from sandbox.pictures import PIXEL
from tests.announcing import ANNA, Office, a_piece, a_plan, a_text
from tests.keyboards import labels

NOTE = "Организатор отозвал это объявление."
OLDER = "Вы открыли это объявление ещё раз — оно ниже."


def words(message: Message) -> str:
    return message.get("text") or message.get("caption") or ""


def shows(office: Office, text: str) -> list[int]:
    """Return the numbers of the messages in Boris's chat that say something."""
    return [one["message_id"] for one in office.boris.chat() if words(one) == text]


async def reads(office: Office, title: str, count: int = 1) -> None:
    """Have Boris open it in his list, and wait until it has come."""
    said = await office.boris.says("/announcements")
    listed = await office.boris.sees(
        lambda m: m["message_id"] > said["message_id"] and any(title in b for b in labels(m))
    )
    for _ in range(count):
        newer = partial(_is_after, office.boris.chat()[-1]["message_id"])
        await office.boris.taps(title, message=listed)
        await office.boris.sees(newer)
        await office.alliance.app.worker.drain()
        await office.alliance.restarts()


def _is_after(number: int, message: Message) -> bool:
    return int(message["message_id"]) > number


async def has_gone_out(office: Office, **more: Any) -> AnnouncementId:
    announcement = await office.sends(a_plan(**more))
    await office.is_told("Объявление разослано")
    return announcement


async def test_both_copies_are_corrected_and_both_are_deleted(office: Office) -> None:
    announcement = await has_gone_out(office, words="Сбор в 17:00")
    await reads(office, "Сбор в 17:00")
    assert len(shows(office, "Сбор в 17:00")) == 2

    await office.corrects(announcement, ru=a_text("Сбор в 19:00", Link("Карта", "https://ya.ru")))
    await office.boris.watches(lambda chat: sum(words(m) == "Сбор в 19:00" for m in chat) == 2)
    await office.is_told("Объявление исправлено")
    await office.anna.sees("Доставлено: 2 из 2")
    assert shows(office, "Сбор в 17:00") == []
    again = [one for one in office.boris.chat() if words(one) == "Сбор в 19:00"]
    assert [labels(one) for one in again] == [["Карта", "Отписаться"]] * 2

    await office.recalls(announcement)
    await office.boris.watches(lambda chat: not any("Сбор в 19:00" in words(m) for m in chat))
    await office.is_told("Объявление отозвано")


async def test_read_again_and_again_it_stands_in_the_chat_twice(office: Office) -> None:
    await has_gone_out(office, words="Сбор в 17:00")

    await reads(office, "Сбор в 17:00", count=4)

    first, last = shows(office, "Сбор в 17:00")
    assert first < last == office.boris.chat()[-1]["message_id"]


async def test_an_album_read_again_is_corrected_with_its_buttons_and_makes_way_whole(
    office: Office,
) -> None:
    sent = await office.anna.sends_album([("photo", PIXEL)] * 2, "Подпись")
    content = Content(tuple(map(a_piece, sent)))
    announcement = await has_gone_out(office, contents={"ru": content})
    await office.boris.sees("К этим файлам")
    await reads(office, "Подпись")
    await office.boris.watches(lambda chat: sum("К этим" in words(m) for m in chat) == 2)
    await reads(office, "Подпись")
    await office.boris.watches(lambda chat: sum("К этим" in words(m) for m in chat) == 2)
    assert len(shows(office, "Подпись")) == 2
    assert sum("photo" in one for one in office.boris.chat()) == 4

    other = a_piece(await office.anna.sends("photo", PIXEL, "Другая"))
    await office.corrects(announcement, ru=Content((other, content.pieces[1])))

    await office.boris.watches(lambda chat: sum(words(m) == "Другая" for m in chat) == 2)
    assert shows(office, "Подпись") == []


async def test_an_old_one_that_cannot_be_deleted_says_that_a_newer_one_is_below(
    office: Office,
) -> None:
    photo = a_piece(await office.anna.sends("photo", PIXEL, "Афиша"))
    announcement = await has_gone_out(office, contents={"ru": Content((photo,))})
    await reads(office, "Афиша")
    await office.alliance.goes_on(timedelta(hours=49))

    await reads(office, "Афиша")

    assert len(shows(office, "Афиша")) == 2
    (older,) = [one for one in office.boris.chat() if words(one) == OLDER]
    assert older["photo"][-1]["file_id"] != photo.file
    assert labels(older) == []
    await office.recalls(announcement)
    await office.boris.watches(lambda chat: not any(words(m) == "Афиша" for m in chat))
    assert len(shows(office, NOTE)) == 1, "the first one; the newest could still be deleted"


async def test_a_place_opened_again_after_two_days_comes_though_the_older_one_stays(
    office: Office,
) -> None:
    place = a_piece(await office.anna.sends_location())
    await has_gone_out(office, contents={"ru": Content((place,))})
    await reads(office, "—")
    await office.alliance.goes_on(timedelta(hours=49))

    await reads(office, "—")

    assert sum("location" in one for one in office.boris.chat()) == 3


async def test_whoever_unblocks_the_bot_finds_the_correction_in_their_chat(
    office: Office,
) -> None:
    announcement = await has_gone_out(office, words="Сбор в 17:00")
    await reads(office, "Сбор в 17:00")
    office.boris.blocks()
    await office.alliance.app.worker.drain()
    await office.alliance.restarts()
    await office.corrects(announcement, ru=a_text("Сбор в 19:00"))
    await office.is_told("Бот заблокирован или аккаунт удалён: 1")

    office.boris.unblocks()

    await office.boris.watches(lambda chat: sum(words(m) == "Сбор в 19:00" for m in chat) == 2)
    report = await office.alliance.services.announcement_reports.report(ANNA, announcement)
    assert (report.mailings[-1].sent, report.mailings[-1].unreachable) == (2, 0)
