"""Members, rights, pins, reactions, invitations."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import ReactionTypeEmoji

from sandbox.chats import Member
from sandbox.people import Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA, BORIS, GROUP


async def test_a_chat_tells_about_itself(bot: Bot, group: int) -> None:
    private, shared = await bot.get_chat(ANNA), await bot.get_chat(group)
    assert (private.type, private.full_name) == ("private", "Анна Смирнова")
    assert (shared.type, shared.title) == ("supergroup", "Совет")


async def test_a_person_who_never_started_the_bot_is_unknown(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.get_chat(BORIS)


async def test_members_have_their_places(bot: Bot, sandbox: Sandbox, group: int) -> None:
    sandbox.add_person(9, "Вера")
    places = [(await bot.get_chat_member(group, one)).status for one in (ANNA, BORIS, 9, bot.id)]
    assert places == ["administrator", "member", "left", "member"]
    with pytest.raises(TelegramBadRequest, match="user not found"):
        await bot.get_chat_member(group, 999)


async def test_administrators_and_members_are_counted(bot: Bot, group: int) -> None:
    assert [one.user.id for one in await bot.get_chat_administrators(group)] == [ANNA]
    assert await bot.get_chat_member_count(group) == 3
    assert await bot.get_chat_member_count(ANNA) == 2
    with pytest.raises(TelegramBadRequest, match="no administrators in the private chat"):
        await bot.get_chat_administrators(ANNA)


async def test_pins_are_seen_and_taken_off(bot: Bot, anna: Person) -> None:
    first = await bot.send_message(ANNA, "a")
    second = await bot.send_message(ANNA, "b")
    await first.pin()
    await second.pin()
    chat = await bot.get_chat(ANNA)
    assert chat.pinned_message is not None
    assert chat.pinned_message.message_id == second.message_id
    assert anna.chat()[-1]["pinned_message"]["text"] == "b"
    await bot.unpin_chat_message(ANNA)
    assert [message.get("pinned", False) for message in anna.chat()[:2]] == [True, False]
    await bot.unpin_all_chat_messages(ANNA)
    with pytest.raises(TelegramBadRequest, match="message to unpin not found"):
        await bot.unpin_chat_message(ANNA, message_id=first.message_id)
    with pytest.raises(TelegramBadRequest, match="message to pin not found"):
        await bot.pin_chat_message(ANNA, 99)


async def test_pins_in_a_group_need_the_right(bot: Bot, sandbox: Sandbox, group: int) -> None:
    message = await bot.send_message(group, "a")
    chat = sandbox.world.chats[group]
    without = Member("administrator", frozenset({"can_pin_messages"}))
    for place in (Member("member"), without):
        chat.members[bot.id] = place
        with pytest.raises(TelegramBadRequest, match="not enough rights to manage pinned messages"):
            await message.pin()
    chat.members[bot.id] = Member("administrator")
    assert await message.pin()


async def test_a_bot_reacts_once(bot: Bot, anna: Person) -> None:
    message = await anna.says("a")
    number = message["message_id"]
    await bot.set_message_reaction(ANNA, number, [ReactionTypeEmoji(emoji="👍")])
    assert anna.chat()[0]["reactions"] == [{"emoji": "👍", "count": 1}]
    await bot.set_message_reaction(ANNA, number, [])
    assert anna.chat()[0]["reactions"] == []
    with pytest.raises(TelegramBadRequest, match="REACTIONS_TOO_MANY"):
        await bot.set_message_reaction(ANNA, number, [ReactionTypeEmoji(emoji="👍")] * 2)
    with pytest.raises(TelegramBadRequest, match="message to react not found"):
        await bot.set_message_reaction(ANNA, 99, [])


async def test_a_bot_that_left_is_out(bot: Bot, group: int) -> None:
    await bot.leave_chat(group)
    with pytest.raises(TelegramForbiddenError, match="bot is not a member of the supergroup chat"):
        await bot.get_chat(group)
    with pytest.raises(TelegramBadRequest, match="can't be changed in private chats"):
        await bot.leave_chat(ANNA)


async def test_members_are_banned_and_let_in_again(bot: Bot, led_group: int) -> None:
    await bot.ban_chat_member(led_group, BORIS)
    assert (await bot.get_chat_member(led_group, BORIS)).status == "kicked"
    await bot.unban_chat_member(led_group, BORIS, only_if_banned=True)
    assert (await bot.get_chat_member(led_group, BORIS)).status == "left"
    with pytest.raises(TelegramBadRequest, match="user is an administrator of the chat"):
        await bot.ban_chat_member(led_group, ANNA)
    with pytest.raises(TelegramBadRequest, match="user not found"):
        await bot.ban_chat_member(led_group, 999)


async def test_the_owner_is_never_banned(bot: Bot, sandbox: Sandbox, led_group: int) -> None:
    sandbox.world.chats[led_group].members[ANNA] = Member("creator")
    with pytest.raises(TelegramBadRequest, match="can't remove chat owner"):
        await bot.ban_chat_member(led_group, ANNA)
    assert (await bot.get_chat_member(led_group, ANNA)).status == "creator"


async def test_an_ordinary_bot_has_no_rights(bot: Bot, group: int) -> None:
    with pytest.raises(TelegramBadRequest, match="not enough rights to restrict"):
        await bot.ban_chat_member(group, BORIS)
    with pytest.raises(TelegramBadRequest, match="not enough rights to manage chat invite link"):
        await bot.create_chat_invite_link(group)
    with pytest.raises(TelegramBadRequest, match="not enough rights"):
        await bot.approve_chat_join_request(group, BORIS)


async def test_requests_to_join_are_told_and_decided(
    bot: Bot, sandbox: Sandbox, led_group: int
) -> None:
    for number, name in ((9, "Вера"), (10, "Глеб")):
        sandbox.add_person(number, name).asks_to_join(led_group)
    requests = [update.chat_join_request for update in await bot.get_updates()]
    assert [one.from_user.first_name for one in requests if one] == ["Вера", "Глеб"]
    await bot.approve_chat_join_request(led_group, 9)
    await bot.decline_chat_join_request(led_group, 10)
    places = [(await bot.get_chat_member(led_group, one)).status for one in (9, 10)]
    assert places == ["member", "left"]
    with pytest.raises(TelegramBadRequest, match="HIDE_REQUESTER_MISSING"):
        await bot.approve_chat_join_request(led_group, 10)


async def test_invite_links_are_made(bot: Bot, sandbox: Sandbox, led_group: int) -> None:
    primary = await bot.export_chat_invite_link(led_group)
    newer = await bot.export_chat_invite_link(led_group)
    named = await bot.create_chat_invite_link(led_group, name="Гости", creates_join_request=True)
    kept = [link["invite_link"] for link in sandbox.world.chats[led_group].invite_links]
    assert kept == [newer, named.invite_link]
    assert primary != newer
    assert (named.name, named.creates_join_request) == ("Гости", True)
    with pytest.raises(TelegramBadRequest, match="member_limit"):
        await bot.create_chat_invite_link(led_group, creates_join_request=True, member_limit=5)


@pytest.mark.parametrize("kind", ["chat", "member"])
async def test_results_to_a_bot_outside_are_refused(bot: Bot, sandbox: Sandbox, kind: str) -> None:
    sandbox.add_group(GROUP, "Совет", bot=Member("kicked"))
    asked: dict[str, Any] = {"chat_id": GROUP}
    ask = bot.get_chat(**asked) if kind == "chat" else bot.get_chat_member(**asked, user_id=ANNA)
    with pytest.raises(TelegramForbiddenError, match="bot was kicked from the supergroup chat"):
        await ask
