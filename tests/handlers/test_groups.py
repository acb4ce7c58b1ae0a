"""In a group the bot keeps its people's affairs to itself."""

import pytest
from structlog.testing import capture_logs

from bot.domain.events.rsvps import Answer
from bot.domain.people.members import Role
from handlers.events.callbacks.boards import BoardButton
from handlers.events.callbacks.events import RsvpButton
from handlers.people.callbacks import ZoneButton
from handlers.ui.callbacks import EventButton, EventsButton, ManageButton, SettingsButton
from tests.alliance import Alliance
from tests.databases import dump, execute

GROUP = -1001
SCREENS = ("home", "language", "zone", "data", "erase")


async def test_a_tap_in_a_group_shows_and_changes_nothing(alliance: Alliance) -> None:
    """Anyone who forges one would lay open counts, cards or their own data before everybody."""
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    event = await alliance.announces(1)
    await olga.sees("Встреча")
    alliance.sandbox.add_group(GROUP, "Чат", members=[1])
    said = await alliance.app.bot.send_message(GROUP, "Всем привет")
    await alliance.stands_still()
    before = await dump(alliance.database)

    buttons = (
        BoardButton(event_id=event),
        ManageButton(),
        EventButton(event_id=event),
        EventsButton(),
        RsvpButton(event_id=event, answer=Answer.GOING),
        ZoneButton(zone="Asia/Omsk"),
        *(SettingsButton(screen=screen) for screen in SCREENS),
    )
    for button in buttons:
        answer = await olga.forges(button.pack(), said.message_id, chat_id=GROUP)
        assert answer.show_alert, button

    assert [message["text"] for message in olga.chat(GROUP)] == ["Всем привет"]
    assert await dump(alliance.database) == before


@pytest.mark.parametrize("command", ["/start", "/events", "/me", "/manage", "/help"])
async def test_a_command_in_a_group_is_left_alone(alliance: Alliance, command: str) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    alliance.sandbox.add_group(GROUP, "Чат", members=[1])

    await olga.says(f"{command}@alliance_bot", chat_id=GROUP)
    await olga.says("/help")
    await olga.sees("/events")  # by then the one before has been handled

    assert len(olga.chat(GROUP)) == 1


async def test_what_breaks_over_a_groups_message_is_not_said_there(alliance: Alliance) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    alliance.sandbox.add_group(GROUP, "Чат", members=[1])
    rename = "ALTER TABLE roles RENAME TO {}"
    await execute(alliance.database, rename.format("lost"))
    with capture_logs():
        await olga.says("/help@alliance_bot", chat_id=GROUP)
        await olga.says("/help")
        await olga.watches(lambda chat: len(chat) == 2)  # by then the one before has been handled

    assert len(olga.chat(GROUP)) == 1
    await execute(alliance.database, "ALTER TABLE lost RENAME TO roles")


@pytest.mark.parametrize("command", ["/here", "/straw Когда? | в среду | в четверг"])
async def test_an_administrator_who_hides_their_name_is_told_why_nothing_happens(
    alliance: Alliance, command: str
) -> None:
    """Telegram names @GroupAnonymousBot as the sender: the bot cannot know whose right it is."""
    olga = await alliance.has(1, "Ольга", Role.ORGANISER, Role.ADMINISTRATOR)
    world = alliance.sandbox.world
    chat = alliance.sandbox.add_group(GROUP, "Чат", members=[1])
    nobody = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    said = world.post(chat, nobody, {"text": command, "sender_chat": chat.info})
    world.updates.push("message", said)

    answer = await olga.sees("Отключите анонимность", chat_id=GROUP)

    assert answer["reply_to_message"]["message_id"] == said["message_id"]
    await olga.says("/help")
    await olga.sees("/events")
    assert len(olga.chat(GROUP)) == 2
