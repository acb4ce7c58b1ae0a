"""Changing messages."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaAnimation,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
)

from sandbox.people import Person
from sandbox.pictures import PIXEL
from tests.sandbox.conftest import ANNA

BUTTON = InlineKeyboardButton(text="Иду", callback_data="go")
KEYBOARD = InlineKeyboardMarkup(inline_keyboard=[[BUTTON]])
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


async def test_a_new_text_takes_the_keyboard_away_unless_it_is_given_again(bot: Bot) -> None:
    message = await bot.send_message(ANNA, "a", reply_markup=KEYBOARD)
    kept = await message.edit_text("b", reply_markup=KEYBOARD)
    assert not isinstance(kept, bool)
    assert kept.reply_markup is not None
    assert kept.reply_markup.model_dump() == KEYBOARD.model_dump()
    bare = await message.edit_text("c")
    assert not isinstance(bare, bool)
    assert bare.reply_markup is None
    assert bare.edit_date is not None


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot) -> None:
    message = await bot.send_message(ANNA, "<b>a</b>", reply_markup=KEYBOARD)
    with pytest.raises(TelegramBadRequest) as refused:
        await message.edit_text("<strong>a</strong> ", reply_markup=KEYBOARD)
    assert refused.value.message == NOT_MODIFIED
    with pytest.raises(TelegramBadRequest, match="not modified"):
        await message.edit_reply_markup(reply_markup=KEYBOARD)
    await message.edit_text("a", reply_markup=KEYBOARD)
    await message.edit_reply_markup()
    with pytest.raises(TelegramBadRequest, match="not modified"):
        await message.edit_text("a")


async def test_what_was_handed_out_before_stays_as_it_was(bot: Bot, anna: Person) -> None:
    message = await bot.send_message(ANNA, "a")
    before = anna.chat()[0]
    await message.edit_text("b")
    assert before["text"] == "a"


async def test_a_caption_is_edited_and_taken_away(bot: Bot, anna: Person) -> None:
    message = await bot.send_photo(ANNA, BufferedInputFile(PIXEL, "a.png"), caption="a")
    await message.edit_caption(caption="<i>b</i>", show_caption_above_media=True)
    assert anna.chat()[0]["caption"] == "b"
    assert anna.chat()[0]["show_caption_above_media"]
    await message.edit_caption()
    assert "caption" not in anna.chat()[0]
    assert "photo" in anna.chat()[0]


async def test_media_is_replaced_with_its_caption(bot: Bot, anna: Person) -> None:
    message = await bot.send_photo(ANNA, BufferedInputFile(PIXEL, "a.png"), caption="a")
    await message.edit_media(InputMediaDocument(media=BufferedInputFile(b"x", "x.txt")))
    (seen,) = anna.chat()
    assert seen["document"]["file_name"] == "x.txt"
    assert "photo" not in seen
    assert "caption" not in seen


async def test_what_is_not_there_cannot_be_edited(bot: Bot) -> None:
    text = await bot.send_message(ANNA, "a")
    photo = await bot.send_photo(ANNA, BufferedInputFile(PIXEL, "a.png"))
    place = await bot.send_location(ANNA, 1, 1)
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await photo.edit_text("b")
    with pytest.raises(TelegramBadRequest, match="there is no caption in the message to edit"):
        await text.edit_caption(caption="b")
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await place.edit_media(InputMediaDocument(media=BufferedInputFile(b"x", "x.txt")))
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_text("b", chat_id=ANNA, message_id=99)
    with pytest.raises(TelegramBadRequest, match="message identifier is not specified"):
        await bot.edit_message_text("b", chat_id=ANNA)
    with pytest.raises(TelegramBadRequest, match="chat_id is empty"):
        await bot.edit_message_text("b", message_id=1)


async def test_only_own_messages_are_edited(bot: Bot, anna: Person) -> None:
    theirs = await anna.says("a")
    forwarded = await bot.forward_message(ANNA, ANNA, theirs["message_id"])
    await bot.pin_chat_message(ANNA, theirs["message_id"])
    for number in (theirs["message_id"], forwarded.message_id, forwarded.message_id + 1):
        with pytest.raises(TelegramBadRequest, match="message can't be edited"):
            await bot.edit_message_text("b", chat_id=ANNA, message_id=number)


async def test_a_message_in_a_chat_that_blocked_the_bot_is_not_edited(
    bot: Bot, anna: Person
) -> None:
    message = await bot.send_message(ANNA, "a")
    anna.blocks()
    with pytest.raises(TelegramForbiddenError, match="blocked"):
        await message.edit_text("b")


async def test_a_part_of_an_album_stays_of_a_kind_with_the_rest(bot: Bot) -> None:
    photo, document = InputMediaPhoto, InputMediaDocument
    pictures = await bot.send_media_group(ANNA, [photo(media=a_file()), photo(media=a_file())])

    await bot.edit_message_media(
        InputMediaVideo(media=a_file()), chat_id=ANNA, message_id=pictures[0].message_id
    )
    for media, words in (
        (document(media=a_file()), "can't change media type in the album"),
        (InputMediaAnimation(media=a_file()), "content type can't be used in an album"),
    ):
        with pytest.raises(TelegramBadRequest, match=words):
            await bot.edit_message_media(media, chat_id=ANNA, message_id=pictures[1].message_id)


def a_file() -> BufferedInputFile:
    return BufferedInputFile(PIXEL, "a.png")
