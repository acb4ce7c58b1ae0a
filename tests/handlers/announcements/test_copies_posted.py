"""Announcements in the alliance's group and channel: posted, pinned, corrected, recalled."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from bot.domain.announcements.contents import Link
from bot.domain.announcements.copies import Fate
from bot.domain.announcements.refusals import FieldsForOnePerson
from bot.domain.mailings import Occasion
from sandbox.chats import Member as Place
from sandbox.chats import Message
from tests.alliance import UNPACED
from tests.alliance import a_plan as an_event
from tests.announcing import ANNA, CHANNEL, GROUP, Newsroom, a_plan, a_text
from tests.handlers.announcements.test_boards import opens_board
from tests.handlers.announcements.test_drafts import begins, goes_out, presses
from tests.keyboards import labels

POSTED: dict[str, Any] = {"to_group": True, "to_channel": True}


@pytest.fixture
def settings() -> dict[str, str]:
    return UNPACED | {"ALLIANCE__GROUP": str(GROUP), "ALLIANCE__CHANNEL": str(CHANNEL)}


@pytest.fixture(autouse=True)
def chats(newsroom: Newsroom) -> None:
    """Give the alliance a group and a channel."""
    sandbox = newsroom.alliance.sandbox
    sandbox.add_group(GROUP, "Альянс", members=[1], bot=Place("administrator"))
    sandbox.add_channel(CHANNEL, "Новости", members=[1])


async def pinned(newsroom: Newsroom, chat: int) -> None:
    """Wait until something is pinned in a chat."""
    known = newsroom.alliance.sandbox.world.chats[chat]
    await newsroom.anna.watches(lambda _: bool(known.pinned), chat_id=chat)


async def test_it_is_posted_and_pinned_with_links_that_open_the_bot(newsroom: Newsroom) -> None:
    event = await newsroom.alliance.services.events.publish(ANNA, an_event(newsroom.alliance.clock))
    words = a_text("Общее собрание", Link("Сайт", "https://example.org"))

    await newsroom.sends(a_plan(contents={"ru": words}, event=event, pinned=True, **POSTED))

    chats = newsroom.alliance.sandbox.world.chats
    for chat in (GROUP, CHANNEL):
        post = await newsroom.anna.sees("Общее собрание", chat_id=chat)
        assert labels(post) == ["Сайт", "Открыть событие"]
        await pinned(newsroom, chat)
        assert chats[chat].pinned == [post["message_id"]]
    private = await newsroom.boris.sees("Общее собрание")
    assert labels(private) == ["Сайт", "Открыть событие", "Отписаться"]


async def test_a_post_that_cannot_be_pinned_stands_and_the_report_says_so(
    newsroom: Newsroom,
) -> None:
    newsroom.anna.places_bot(GROUP, Place("member"))

    announcement = await newsroom.sends(a_plan("Новость", pinned=True, to_group=True))

    await newsroom.anna.sees("Новость", chat_id=GROUP)
    await newsroom.is_told("Не удалось отправить: 1")
    report = await newsroom.alliance.services.announcement_reports.report(ANNA, announcement)
    assert report.mailings[0].failed == 1
    assert report.mailings[0].sent == 3
    assert await newsroom.fate(announcement, GROUP) is Fate.STANDING


async def test_posts_are_corrected_and_recalled_with_the_copies(newsroom: Newsroom) -> None:
    announcement = await newsroom.sends(a_plan("Сбор в 17:00", **POSTED))
    for chat in (GROUP, CHANNEL):
        await newsroom.anna.sees("Сбор в 17:00", chat_id=chat)
    await newsroom.is_told("Объявление разослано")

    await newsroom.corrects(announcement, ru=a_text("Сбор в 19:00"))
    for chat in (GROUP, CHANNEL):
        await newsroom.anna.sees("Сбор в 19:00", chat_id=chat)
    await newsroom.is_told("Объявление исправлено")
    await newsroom.recalls(announcement)

    for chat in (GROUP, CHANNEL):
        await newsroom.anna.watches(lambda posts: not any("text" in p for p in posts), chat_id=chat)
    await newsroom.is_told("Объявление отозвано")
    report = await newsroom.alliance.services.announcement_reports.report(ANNA, announcement)
    occasions = [mailing.occasion for mailing in report.mailings]
    assert occasions == [Occasion.ANNOUNCEMENT, Occasion.CORRECTION, Occasion.RECALL]
    assert [mailing.sent for mailing in report.mailings] == [4, 4, 4]


async def test_a_group_is_not_addressed_by_name(newsroom: Newsroom) -> None:
    with pytest.raises(FieldsForOnePerson):
        await newsroom.alliance.services.announcements.send(
            ANNA, a_plan("Здравствуйте, {name}!", to_group=True)
        )
    await newsroom.alliance.goes_on(timedelta(minutes=1))
    assert not newsroom.boris.chat()


# --- as an organiser taps it ----------------------------------------------------------------------


async def composed(newsroom: Newsroom, text: str, *places: str) -> None:
    """Write an announcement, choose where else it is posted, and let it go out."""
    await begins(newsroom.anna, text)
    await presses(newsroom.anna, "Ещё настройки", "Группа и канал")
    for place in places:
        await presses(newsroom.anna, place)
        await newsroom.anna.sees(partial(_is_marked, place))
    await presses(newsroom.anna, "Назад")
    await goes_out(newsroom.alliance, newsroom.anna)
    await newsroom.is_told(f"Объявление разослано: {text}")


def _is_marked(place: str, message: Message) -> bool:
    return f"✓ {place}" in labels(message)


async def test_an_organiser_posts_it_in_group_and_channel_pins_it_and_puts_it_right(
    newsroom: Newsroom,
) -> None:
    anna, chats = newsroom.anna, newsroom.alliance.sandbox.world.chats
    await composed(newsroom, "Сбор в 17:00", "В группу", "В канал", "Закрепить там")
    posts = {}
    for chat in (GROUP, CHANNEL):
        posts[chat] = await anna.sees("Сбор в 17:00", chat_id=chat)
        await pinned(newsroom, chat)
        assert chats[chat].pinned == [posts[chat]["message_id"]]

    await opens_board(anna, "Сбор в 17:00")
    await presses(anna, "Исправить")
    await anna.sees("Пришлите исправленное сообщение")
    await anna.says("Сбор в 19:00")
    await presses(anna, "Да, исправить в 4 чатах")
    for chat in (GROUP, CHANNEL):
        after = await anna.sees("Сбор в 19:00", chat_id=chat)
        assert after["message_id"] == posts[chat]["message_id"]
    await newsroom.boris.sees("Сбор в 19:00")
    await newsroom.is_told("Объявление исправлено")

    await opens_board(anna, "Сбор в 19:00")
    await presses(anna, "Отозвать")
    await anna.sees("Удалим его у всех, кто получил: 4")
    await presses(anna, "Да, отозвать")
    await newsroom.is_told("Объявление отозвано")
    for chat in (GROUP, CHANNEL):
        assert not any("Сбор" in one.get("text", "") for one in anna.chat(chat))


async def test_what_was_posted_two_days_ago_gives_way_to_a_note_in_the_group_too(
    newsroom: Newsroom,
) -> None:
    await composed(newsroom, "Старая новость", "В группу")
    await newsroom.anna.sees("Старая новость", chat_id=GROUP)
    await newsroom.alliance.goes_on(timedelta(days=3))

    await opens_board(newsroom.anna, "Старая новость")
    await presses(newsroom.anna, "Отозвать", "Да, отозвать")

    await newsroom.anna.sees("Организатор отозвал это объявление", chat_id=GROUP)
    await newsroom.is_told("Объявление отозвано")
    assert not any("Старая" in one.get("text", "") for one in newsroom.anna.chat(GROUP))


async def test_what_names_each_person_is_stopped_before_it_is_posted(newsroom: Newsroom) -> None:
    await begins(newsroom.anna, "Здравствуйте, {name}!")
    await presses(newsroom.anna, "Ещё настройки", "Группа и канал", "В группу")
    await newsroom.anna.sees(partial(_is_marked, "В группу"))
    await presses(newsroom.anna, "Назад")
    panel = await newsroom.anna.sees("подставляются только в личных сообщениях")

    refused = await newsroom.anna.taps("Посмотреть и отправить", message=panel)

    assert "только в личных сообщениях" in (refused.text or "")
