"""/here: an administrator says what a chat is; it is in force at once, without a restart."""

from typing import Any

import pytest

from bot.domain.administration.settings import Setting
from bot.domain.events.events import EventId
from bot.domain.people.members import MemberId, Role
from handlers.administration.callbacks import HereButton
from sandbox.chats import Member as Place
from sandbox.people import Person
from tests.alliance import Alliance
from tests.databases import query

GROUP, COUNCIL, CHANNEL, OTHER = -1001, -1002, -1003, -1004


@pytest.fixture
async def dina(alliance: Alliance) -> Person:
    """Let an administrator who also organises be in chats that are nothing to the bot yet."""
    alliance.sandbox.add_group(GROUP, "Наш <альянс>", members=[1, 2])
    alliance.sandbox.add_group(COUNCIL, "Совет", members=[1, 2])
    alliance.sandbox.add_group(OTHER, "Новый чат", members=[1, 2])
    alliance.sandbox.add_channel(CHANNEL, "Новости", administrators=[1])
    return await alliance.has(1, "Дина", Role.ADMINISTRATOR, Role.ORGANISER)


async def chooses(dina: Person, chat: int, words: str) -> dict[str, Any]:
    await dina.says("/here", chat_id=chat)
    await dina.sees("что это за чат", chat_id=chat)
    answer = await dina.taps(words, chat_id=chat)
    assert not answer.text, answer
    return await dina.sees("— теперь", chat_id=chat)


async def forwards_a_post(dina: Person) -> None:
    await dina.says("/here")
    await dina.sees("перешлите сюда любой его пост")
    post = await dina.says("Мы открылись", chat_id=CHANNEL)
    await dina.forwards(post, source=CHANNEL)
    await dina.sees("что это за чат")


async def log_of(alliance: Alliance) -> list[tuple[Any, ...]]:
    sql = "SELECT actor_id, subject, details FROM audit WHERE act = 'setting.change' ORDER BY id"
    return await query(alliance.database, sql)


async def test_a_group_is_the_alliances_as_soon_as_an_administrator_says_so(
    alliance: Alliance, dina: Person
) -> None:
    event = await alliance.announces(1)
    posts = alliance.services.posts
    before = posts.has_group
    said = await chooses(dina, GROUP, "Группа альянса")
    assert "Наш <альянс>" in said["text"]
    assert (before, posts.has_group) == (False, True)
    assert [one["text"] for one in dina.chat(GROUP) if "Проверка" in one.get("text", "")] == []

    await posts.post(MemberId(1), EventId(event), channel=False)
    await dina.sees("Встреча", chat_id=GROUP)
    assert await log_of(alliance) == [
        (1, "setting:alliance.group", '{"old": "", "new": "Наш <альянс> (-1001)"}')
    ]


async def test_what_was_chosen_stays_after_a_restart(alliance: Alliance, dina: Person) -> None:
    await chooses(dina, COUNCIL, "Группа совета")
    await alliance.restarts()
    assert alliance.services.settings.rules.council_group == COUNCIL


async def test_a_chat_that_replaces_another_names_it_and_waits_for_a_yes(
    alliance: Alliance, dina: Person
) -> None:
    await chooses(dina, GROUP, "Группа альянса")
    await dina.says("/here", chat_id=OTHER)
    await dina.sees("сейчас «Наш <альянс>»", chat_id=OTHER)
    await dina.taps("Группа альянса", chat_id=OTHER)
    await dina.sees("Заменить на этот чат?", chat_id=OTHER)
    assert alliance.services.settings.rules.group == GROUP
    await dina.taps("Да, заменить", chat_id=OTHER)
    await dina.sees("— теперь группа альянса", chat_id=OTHER)
    assert alliance.services.settings.rules.group == OTHER


async def test_a_chat_has_one_purpose_and_loses_it_when_it_is_nothing(
    alliance: Alliance, dina: Person
) -> None:
    settings = alliance.services.settings
    await chooses(dina, GROUP, "Группа альянса")
    await chooses(dina, GROUP, "Группа совета")
    assert (settings.rules.group, settings.rules.council_group) == (None, GROUP)
    await dina.says("/here", chat_id=GROUP)
    await dina.watches(lambda chat: "что это" in chat[-1]["text"], chat_id=GROUP)
    await dina.taps("Ничего", chat_id=GROUP)
    await dina.sees("ничего не значит", chat_id=GROUP)
    assert settings.rules.council_group is None


async def test_a_channel_is_chosen_by_forwarding_one_of_its_posts(
    alliance: Alliance, dina: Person
) -> None:
    await forwards_a_post(dina)
    await dina.taps("Канал альянса")
    await dina.sees("теперь канал альянса")
    assert alliance.services.settings.rules.channel == CHANNEL
    assert [one["text"] for one in dina.chat(CHANNEL)] == ["Мы открылись"]


async def test_a_chat_in_which_the_bot_cannot_write_is_not_chosen(
    alliance: Alliance, dina: Person
) -> None:
    await forwards_a_post(dina)
    dina.places_bot(CHANNEL, Place("left"))
    answer = await dina.taps("Канал альянса")
    assert "не может писать" in (answer.text or "")
    assert alliance.services.settings.rules.channel is None


async def test_members_are_refused_in_private_and_strangers_not_answered(
    alliance: Alliance, dina: Person
) -> None:
    boris = await alliance.has(2, "Борис", Role.ORGANISER)
    stranger = alliance.sandbox.add_person(7, "Чужой", started=True)
    stranger.joins(GROUP)
    await stranger.says("/here", chat_id=GROUP)
    await boris.says("/here", chat_id=GROUP)
    await boris.sees("только администраторы")
    await dina.says("/here", chat_id=GROUP)
    question = await dina.sees("что это за чат", chat_id=GROUP)
    assert [one["message_id"] for one in dina.chat(GROUP) if one["from"]["is_bot"]] == [
        question["message_id"]
    ]
    assert stranger.chat() == []
    for person, words in ((boris, "только администраторы"), (stranger, "Вы ещё не с нами")):
        answer = await person.taps("Группа альянса", message=question, chat_id=GROUP)
        assert words in (answer.text or "")
    assert alliance.services.settings.rules.group is None


async def test_nothing_forged_makes_a_person_or_a_strange_chat_the_alliances(
    alliance: Alliance, dina: Person
) -> None:
    await dina.says("/here")
    refused = await dina.sees("Группу выбирают в ней самой")
    forged = (
        HereButton(place=Setting.QUIET_HOURS, number=-GROUP),
        HereButton(place=Setting.GROUP, number=999),
        HereButton(place=Setting.GROUP, number=-CHANNEL),
        HereButton(place=Setting.CHANNEL, number=-GROUP),
    )
    for button in forged:
        answer = await dina.forges(button.pack(), refused["message_id"])
        assert "не может писать" in (answer.text or ""), button
    assert await log_of(alliance) == []


async def test_a_group_that_becomes_a_supergroup_is_followed_with_what_waits_for_it(
    alliance: Alliance, dina: Person
) -> None:
    alliance.sandbox.add_group(-5, "Чат", members=[1], supergroup=False)
    await chooses(dina, -5, "Группа альянса")
    alliance.sandbox.upgrade_group(-5, -100555)
    event = await alliance.announces(1)
    await alliance.services.posts.post(MemberId(1), event, channel=False)
    await dina.sees("Встреча", chat_id=-100555)
    await dina.says("/here", chat_id=-100555)
    await dina.sees("группа альянса: этот чат", chat_id=-100555)
    assert alliance.services.settings.rules.group == -100555
