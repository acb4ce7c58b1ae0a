"""Sending, forwarding, copying, deleting."""

import re
from datetime import timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MessageEntity,
    MessageOriginChannel,
    MessageOriginUser,
    ReplyParameters,
)

from sandbox.chats import Member
from sandbox.people import Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA, BORIS, CHANNEL, GROUP, Call


def keyboard(**fields: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "b", **fields}]]}


async def description(call: Call, method: str, **params: Any) -> str:
    return str((await call(method, **params)).get("description"))


async def test_a_message_comes_back_as_it_is_seen(bot: Bot) -> None:
    button = InlineKeyboardButton(text="Иду", callback_data="go", style="success")
    markup = InlineKeyboardMarkup(inline_keyboard=[[button], []])
    message = await bot.send_message(ANNA, "<b>Встреча</b> 😀", reply_markup=markup)
    assert (message.message_id, message.text, message.html_text) == (
        1,
        "Встреча 😀",
        "<b>Встреча</b> 😀",
    )
    assert message.reply_markup is not None
    assert message.reply_markup.model_dump()["inline_keyboard"] == [[button.model_dump()]]
    assert message.chat.full_name == "Анна Смирнова"


async def test_entities_may_take_the_place_of_html(bot: Bot) -> None:
    bold = MessageEntity(type="bold", offset=0, length=2)
    message = await bot.send_message(ANNA, "<b", parse_mode=None, entities=[bold])
    assert message.entities is not None
    assert [entity.model_dump() for entity in message.entities] == [bold.model_dump()]


async def test_numbers_grow_within_each_chat(bot: Bot, group: int) -> None:
    sent = [await bot.send_message(chat, "a") for chat in (ANNA, group, ANNA)]
    assert [message.message_id for message in sent] == [1, 1, 2]


async def test_a_reply_shows_what_it_answers(bot: Bot, anna: Person) -> None:
    question = await anna.says("Когда?")
    reply = ReplyParameters(message_id=question["message_id"])
    message = await bot.send_message(ANNA, "Завтра", reply_parameters=reply)
    assert message.reply_to_message is not None
    assert message.reply_to_message.text == "Когда?"


async def test_a_reply_to_nothing_is_refused_unless_allowed(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="message to be replied not found"):
        await bot.send_message(ANNA, "a", reply_parameters=ReplyParameters(message_id=9))
    forgiving = ReplyParameters(message_id=9, allow_sending_without_reply=True)
    assert (await bot.send_message(ANNA, "a", reply_parameters=forgiving)).reply_to_message is None


async def test_a_reply_keyboard_is_for_people_to_see_only(bot: Bot, anna: Person) -> None:
    message = await bot.send_message(ANNA, "Имя?", reply_markup=ForceReply(force_reply=True))
    assert message.reply_markup is None
    assert anna.chat()[0]["reply_markup"] == {"force_reply": True}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n"}, "message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "<b>a", "parse_mode": "HTML"}, "can't parse entities: Can't find end tag"),
        ({"chat_id": ""}, "chat_id is empty"),
        ({"chat_id": 999}, "chat not found"),
        ({"chat_id": "@nobody"}, "chat not found"),
        ({"message_thread_id": 5}, "message thread not found"),
        ({"business_connection_id": "5"}, "business connection not found"),
        ({"reply_markup": keyboard()}, "Text buttons are unallowed in the inline keyboard"),
        ({"reply_markup": keyboard(url="https://a.org", callback_data="a")}, "Exactly one action"),
        ({"reply_markup": keyboard(url="nonsense")}, "inline keyboard button URL 'nonsense'"),
        ({"reply_markup": keyboard(text="", pay=True)}, "Button text must be non-empty"),
        ({"reply_markup": {"keyboard": [[{"text": ""}]]}}, "Text must be non-empty"),
        (
            {"reply_markup": {"inline_keyboard": [[{"text": "b", "callback_data": "x"}]] * 101}},
            "REPLY_MARKUP_TOO_LONG",
        ),
    ],
)
async def test_a_message_that_telegram_would_not_send_is_refused(
    call: Call, anna: Person, params: dict[str, Any], words: str
) -> None:
    answer = await description(call, "sendMessage", **{"chat_id": ANNA, "text": "a", **params})
    assert re.match(f"Bad Request: .*{re.escape(words)}", answer)
    assert anna.chat() == []


async def test_the_length_counts_after_the_entities_are_parsed(bot: Bot) -> None:
    message = await bot.send_message(ANNA, f"<b>{'&amp;' * 4096}</b>")
    assert message.text == "&" * 4096


async def test_disabled_and_copying_buttons_are_actions(call: Call) -> None:
    actions: list[dict[str, Any]] = [{"disabled": {}}, {"copy_text": {"text": "a"}}]
    for action in actions:
        markup = keyboard(**action)
        assert (await call("sendMessage", chat_id=ANNA, text="a", reply_markup=markup))["ok"]


async def test_nobody_is_written_to_who_does_not_want_it(bot: Bot, anna: Person) -> None:
    with pytest.raises(TelegramForbiddenError, match="can't initiate conversation with a user"):
        await bot.send_message(BORIS, "a")
    anna.blocks()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(ANNA, "a")
    anna.unblocks()
    await bot.send_message(ANNA, "a")
    anna.deactivates()
    with pytest.raises(TelegramForbiddenError, match="user is deactivated"):
        await bot.send_message(ANNA, "a")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Member("kicked"), "bot was kicked from the supergroup chat"),
        (Member("left"), "bot is not a member of the supergroup chat"),
    ],
)
async def test_a_group_without_the_bot_is_closed_to_it(
    sandbox: Sandbox, bot: Bot, place: Member, words: str
) -> None:
    sandbox.add_group(GROUP, "Совет", bot=place)
    with pytest.raises(TelegramForbiddenError, match=words):
        await bot.send_message(GROUP, "a")


async def test_an_upgraded_group_tells_its_new_number(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.add_group(-5, "Совет", supergroup=False)
    sandbox.upgrade_group(-5, GROUP)
    with pytest.raises(TelegramMigrateToChat) as moved:
        await bot.send_message(-5, "a")
    assert moved.value.migrate_to_chat_id == GROUP
    assert (await bot.send_message(GROUP, "a")).chat.type == "supergroup"
    told = [update.message for update in await bot.get_updates()]
    assert [one.content_type for one in told if one] == [
        "migrate_to_chat_id",
        "migrate_from_chat_id",
    ]


async def test_a_channel_is_found_by_its_name(bot: Bot, channel: int) -> None:
    message = await bot.send_message("@alliance_news", "Новость")
    assert message.chat.id == channel
    assert message.from_user is None


async def test_a_channel_takes_posts_of_administrators_only(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.add_channel(CHANNEL, "Новости", bot=Member("member"))
    with pytest.raises(TelegramBadRequest, match="need administrator rights in the channel chat"):
        await bot.send_message(CHANNEL, "a")


async def test_places_and_contacts_are_sent(bot: Bot) -> None:
    location = await bot.send_location(ANNA, 55.75, 37.62)
    venue = await bot.send_venue(ANNA, 55.75, 37.62, "Дом НКО", "Ул. Мира, 1")
    contact = await bot.send_contact(ANNA, "+7900", "Анна")
    assert location.location is not None
    assert location.location.latitude == 55.75
    assert venue.venue is not None
    assert venue.venue.title == "Дом НКО"
    assert contact.contact is not None
    with pytest.raises(TelegramBadRequest, match="location"):
        await bot.send_location(ANNA, 91, 0)


async def test_a_chat_action_leaves_no_trace(bot: Bot, anna: Person) -> None:
    assert await bot.send_chat_action(ANNA, "typing")
    assert anna.chat() == []


async def test_a_forward_tells_its_origin(bot: Bot, anna: Person, channel: int) -> None:
    post = await bot.send_message(channel, "Новость")
    own = await anna.says("Моё")
    forwarded = await bot.forward_message(ANNA, channel, post.message_id)
    (second,) = await bot.forward_messages(ANNA, ANNA, [own["message_id"], 99])
    assert isinstance(forwarded.forward_origin, MessageOriginChannel)
    origin = anna.chat()[second.message_id - 1]["forward_origin"]
    assert MessageOriginUser(**origin).sender_user.id == ANNA


async def test_a_copy_has_no_origin_and_may_have_another_caption(bot: Bot, anna: Person) -> None:
    photo = await anna.sends_photo(caption="old")
    copy = await bot.copy_message(ANNA, ANNA, photo["message_id"], caption="<i>new</i>")
    bare = await bot.copy_messages(ANNA, ANNA, [photo["message_id"]], remove_caption=True)
    seen = {message["message_id"]: message for message in anna.chat()}
    assert seen[copy.message_id]["caption"] == "new"
    assert "forward_origin" not in seen[copy.message_id]
    assert "caption" not in seen[bare[0].message_id]


async def test_protected_and_missing_messages_are_not_passed_on(bot: Bot) -> None:
    secret = await bot.send_message(ANNA, "a", protect_content=True)
    with pytest.raises(TelegramBadRequest, match="message can't be copied"):
        await bot.copy_message(ANNA, ANNA, secret.message_id)
    with pytest.raises(TelegramBadRequest, match="message can't be forwarded"):
        await bot.forward_message(ANNA, ANNA, secret.message_id)
    with pytest.raises(TelegramBadRequest, match="message to forward not found"):
        await bot.forward_message(ANNA, ANNA, 99)
    with pytest.raises(TelegramBadRequest, match="there are no messages to forward"):
        await bot.forward_messages(ANNA, ANNA, [98, 99])


async def test_messages_are_deleted_within_48_hours(
    sandbox: Sandbox, bot: Bot, anna: Person
) -> None:
    own = await bot.send_message(ANNA, "a")
    old = await bot.send_message(ANNA, "b")
    theirs = await anna.says("c")
    assert await own.delete()
    assert await bot.delete_messages(ANNA, [theirs["message_id"], 99])
    sandbox.clock.advance(timedelta(hours=48, seconds=1))
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await old.delete()
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await bot.delete_messages(ANNA, [old.message_id])
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await own.delete()
    assert [message["text"] for message in anna.chat()] == ["b"]


async def test_others_messages_in_a_group_are_an_administrators_to_delete(
    sandbox: Sandbox, bot: Bot, boris: Person, group: int
) -> None:
    message = await boris.says("a", chat_id=group)
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await bot.delete_message(group, message["message_id"])
    sandbox.world.chats[group].members[sandbox.world.bot.id] = Member("administrator")
    sandbox.clock.advance(timedelta(days=30))
    assert await bot.delete_message(group, message["message_id"])
