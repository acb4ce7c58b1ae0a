"""Somebody opens an announcement again in the chat; corrections and recalls find that copy too."""

from datetime import timedelta
from functools import partial
from typing import Any

from bot.domain.announcements.announcements import AnnouncementId
from bot.domain.announcements.contents import Content, Link
from sandbox.chats import Message
from sandbox.pictures import PIXEL
from tests.announcing import ANNA, Newsroom, a_piece, a_plan, a_text
from tests.keyboards import labels

NOTE = "Организатор отозвал это объявление."
OLDER = "Вы открыли это объявление ещё раз — оно ниже."


def words(message: Message) -> str:
    return message.get("text") or message.get("caption") or ""


def shows(newsroom: Newsroom, text: str) -> list[int]:
    """Return the numbers of the messages in Boris's chat that say something."""
    return [one["message_id"] for one in newsroom.boris.chat() if words(one) == text]


async def reads(newsroom: Newsroom, title: str, count: int = 1) -> None:
    """Have Boris open it in his list, and wait until it has come."""
    said = await newsroom.boris.says("/announcements")
    listed = await newsroom.boris.sees(
        lambda m: m["message_id"] > said["message_id"] and any(title in b for b in labels(m))
    )
    for _ in range(count):
        newer = partial(_is_after, newsroom.boris.chat()[-1]["message_id"])
        await newsroom.boris.taps(title, message=listed)
        await newsroom.boris.sees(newer)
        await newsroom.alliance.app.worker.drain()
        await newsroom.alliance.restarts()


def _is_after(number: int, message: Message) -> bool:
    return int(message["message_id"]) > number


async def has_gone_out(newsroom: Newsroom, **more: Any) -> AnnouncementId:
    announcement = await newsroom.sends(a_plan(**more))
    await newsroom.is_told("Объявление разослано")
    return announcement


async def test_both_copies_are_corrected_and_both_are_deleted(newsroom: Newsroom) -> None:
    announcement = await has_gone_out(newsroom, words="Сбор в 17:00")
    await reads(newsroom, "Сбор в 17:00")
    assert len(shows(newsroom, "Сбор в 17:00")) == 2

    await newsroom.corrects(announcement, ru=a_text("Сбор в 19:00", Link("Карта", "https://ya.ru")))
    await newsroom.boris.watches(lambda chat: sum(words(m) == "Сбор в 19:00" for m in chat) == 2)
    await newsroom.is_told("Объявление исправлено")
    await newsroom.anna.sees("Доставлено: 2 из 2")
    assert shows(newsroom, "Сбор в 17:00") == []
    again = [one for one in newsroom.boris.chat() if words(one) == "Сбор в 19:00"]
    assert [labels(one) for one in again] == [["Карта", "Отписаться"]] * 2

    await newsroom.recalls(announcement)
    await newsroom.boris.watches(lambda chat: not any("Сбор в 19:00" in words(m) for m in chat))
    await newsroom.is_told("Объявление отозвано")


async def test_read_again_and_again_it_stands_in_the_chat_twice(newsroom: Newsroom) -> None:
    await has_gone_out(newsroom, words="Сбор в 17:00")

    await reads(newsroom, "Сбор в 17:00", count=4)

    first, last = shows(newsroom, "Сбор в 17:00")
    assert first < last == newsroom.boris.chat()[-1]["message_id"]


async def test_an_album_read_again_is_corrected_with_its_buttons_and_makes_way_whole(
    newsroom: Newsroom,
) -> None:
    sent = await newsroom.anna.sends_album([("photo", PIXEL)] * 2, "Подпись")
    content = Content(tuple(map(a_piece, sent)))
    announcement = await has_gone_out(newsroom, contents={"ru": content})
    await newsroom.boris.sees("К этим файлам")
    await reads(newsroom, "Подпись")
    await newsroom.boris.watches(lambda chat: sum("К этим" in words(m) for m in chat) == 2)
    await reads(newsroom, "Подпись")
    await newsroom.boris.watches(lambda chat: sum("К этим" in words(m) for m in chat) == 2)
    assert len(shows(newsroom, "Подпись")) == 2
    assert sum("photo" in one for one in newsroom.boris.chat()) == 4

    other = a_piece(await newsroom.anna.sends("photo", PIXEL, "Другая"))
    await newsroom.corrects(announcement, ru=Content((other, content.pieces[1])))

    await newsroom.boris.watches(lambda chat: sum(words(m) == "Другая" for m in chat) == 2)
    assert shows(newsroom, "Подпись") == []


async def test_an_old_one_that_cannot_be_deleted_says_that_a_newer_one_is_below(
    newsroom: Newsroom,
) -> None:
    photo = a_piece(await newsroom.anna.sends("photo", PIXEL, "Афиша"))
    announcement = await has_gone_out(newsroom, contents={"ru": Content((photo,))})
    await reads(newsroom, "Афиша")
    await newsroom.alliance.goes_on(timedelta(hours=49))

    await reads(newsroom, "Афиша")

    assert len(shows(newsroom, "Афиша")) == 2
    (older,) = [one for one in newsroom.boris.chat() if words(one) == OLDER]
    assert older["photo"][-1]["file_id"] != photo.file
    assert labels(older) == []
    await newsroom.recalls(announcement)
    await newsroom.boris.watches(lambda chat: not any(words(m) == "Афиша" for m in chat))
    assert len(shows(newsroom, NOTE)) == 1, "the first one; the newest could still be deleted"


async def test_a_place_opened_again_after_two_days_comes_though_the_older_one_stays(
    newsroom: Newsroom,
) -> None:
    place = a_piece(await newsroom.anna.sends_location())
    await has_gone_out(newsroom, contents={"ru": Content((place,))})
    await reads(newsroom, "—")
    await newsroom.alliance.goes_on(timedelta(hours=49))

    await reads(newsroom, "—")

    assert sum("location" in one for one in newsroom.boris.chat()) == 3


async def test_who_unblocks_the_bot_finds_the_correction_in_their_chat(newsroom: Newsroom) -> None:
    announcement = await has_gone_out(newsroom, words="Сбор в 17:00")
    await reads(newsroom, "Сбор в 17:00")
    newsroom.boris.blocks()
    await newsroom.alliance.app.worker.drain()
    await newsroom.alliance.restarts()
    await newsroom.corrects(announcement, ru=a_text("Сбор в 19:00"))
    await newsroom.is_told("Заблокировали бота или удалили аккаунт: 1")

    newsroom.boris.unblocks()

    await newsroom.boris.watches(lambda chat: sum(words(m) == "Сбор в 19:00" for m in chat) == 2)
    report = await newsroom.alliance.services.announcement_reports.report(ANNA, announcement)
    assert (report.mailings[-1].sent, report.mailings[-1].unreachable) == (2, 0)
