"""The driver: what people do, and what they wait for."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
)

from sandbox.actions import NotPossibleError
from sandbox.chats import Member
from sandbox.files import Kind
from sandbox.people import Person
from sandbox.pictures import PIXEL
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA, BORIS, GROUP, Call


def a_keyboard(**data: str) -> InlineKeyboardMarkup:
    row = [InlineKeyboardButton(text=text, callback_data=one) for text, one in data.items()]
    return InlineKeyboardMarkup(inline_keyboard=[row])


@pytest.fixture
async def polling(bot: Bot) -> AsyncIterator[None]:
    """Let a real aiogram bot poll: it greets, edits on a tap, echoes inline queries."""
    dispatcher = Dispatcher()

    @dispatcher.message(F.text.startswith("/start"))
    async def start(message: Message) -> None:
        await message.answer(
            f"Здравствуйте! {message.text}", reply_markup=a_keyboard(Иду="go", Нет="no")
        )

    @dispatcher.callback_query(F.data == "go")
    async def go(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text("Вы идёте")
        await query.answer("Записали", show_alert=True)

    @dispatcher.callback_query()
    async def other(query: CallbackQuery) -> None:
        await query.answer(f"{query.data}")

    @dispatcher.inline_query()
    async def inline(query: InlineQuery) -> None:
        content = InputTextMessageContent(message_text=f"/echo {query.query}")
        await query.answer(
            [InlineQueryResultArticle(id="1", title="t", input_message_content=content)]
        )

    task = asyncio.create_task(
        dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False)
    )
    yield
    await dispatcher.stop_polling()
    await task


@pytest.mark.usefixtures("polling")
async def test_a_conversation_with_a_real_bot(anna: Person) -> None:
    await anna.says("/start")
    await anna.sees("Здравствуйте")
    answer = await anna.taps("Иду")
    assert (answer.text, answer.show_alert) == ("Записали", True)
    message = await anna.sees("Вы идёте")
    assert "edit_date" in message
    assert "reply_markup" not in message


@pytest.mark.usefixtures("polling")
async def test_forged_data_reaches_the_bot(anna: Person) -> None:
    await anna.says("/start")
    message = await anna.sees("Здравствуйте")
    answer = await anna.forges("vote:1:everything", message["message_id"])
    assert answer.text == "vote:1:everything"


@pytest.mark.usefixtures("polling")
async def test_an_inline_query_is_answered_and_a_result_sent(anna: Person, group: int) -> None:
    (result,) = await anna.queries("weather", chat_id=group)
    message = await anna.picks(result, chat_id=group)
    assert message["via_bot"]["username"] == "alliance_bot"
    assert message["text"] == "/echo weather"


@pytest.mark.usefixtures("polling")
async def test_a_deep_link_under_a_card_opens_the_private_chat(
    bot: Bot, boris: Person, group: int
) -> None:
    link = InlineKeyboardButton(text="Голосовать", url="https://t.me/alliance_bot?start=poll_5")
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[link]])
    await bot.send_message(group, "Голосование", reply_markup=keyboard)
    await boris.taps("Голосовать", chat_id=group)
    await boris.sees("/start poll_5")


async def test_a_deep_link_in_the_answer_to_a_tap_opens_the_private_chat(
    bot: Bot, boris: Person, group: int
) -> None:
    await bot.send_message(group, "Событие", reply_markup=a_keyboard(Иду="go"))
    tap = asyncio.create_task(boris.taps("Иду", chat_id=group))
    (update,) = await bot.get_updates(timeout=30)
    assert update.callback_query is not None
    url = "https://t.me/alliance_bot?start=e_5"
    await bot.answer_callback_query(update.callback_query.id, url=url)

    assert (await tap).url == url
    assert boris.chat()[-1]["text"] == "/start e_5"


async def test_a_tap_takes_the_newest_message_with_the_button(bot: Bot, anna: Person) -> None:
    await bot.send_message(ANNA, "1", reply_markup=a_keyboard(Да="old"))
    await bot.send_message(ANNA, "2", reply_markup=a_keyboard(Да="new"))
    await bot.send_message(ANNA, "3", reply_markup=a_keyboard(Нет="none"))
    tap = asyncio.create_task(anna.taps("Да"))
    (update,) = await bot.get_updates(timeout=30)
    assert update.callback_query is not None
    assert update.callback_query.data == "new"
    await bot.answer_callback_query(update.callback_query.id)
    assert (await tap).text is None


async def test_a_missing_button_fails_with_the_whole_chat(bot: Bot, anna: Person) -> None:
    await bot.send_message(ANNA, "Голосуем?", reply_markup=a_keyboard(За="1"))
    with pytest.raises(AssertionError, match=r"see a button with 'Против'[^\0]*Голосуем\? \[За\]"):
        await anna.taps("Против", timeout=0)


async def test_a_tap_that_nobody_answers_fails(bot: Bot, anna: Person) -> None:
    message = await bot.send_message(ANNA, "a", reply_markup=a_keyboard(За="1"))
    with pytest.raises(AssertionError, match="did not answer the tap on '1'"):
        await anna.taps("За", message=message.message_id, timeout=0)


async def test_a_message_that_does_not_come_fails_with_the_whole_chat(
    bot: Bot, anna: Person
) -> None:
    await bot.send_message(ANNA, "Привет")
    with pytest.raises(AssertionError, match=r"Анна did not see 'Встреча' in\n#1 Альянс: Привет"):
        await anna.sees("Встреча", timeout=0)


async def test_a_person_does_not_wait_for_their_own_words(anna: Person) -> None:
    await anna.says("Встреча")
    with pytest.raises(AssertionError):
        await anna.sees("Встреча", timeout=0)


async def test_waiting_ends_when_the_message_comes(bot: Bot, anna: Person) -> None:
    waiting = asyncio.create_task(anna.sees(lambda message: message.get("caption") == "c"))
    await bot.send_message(ANNA, "text")
    message = await bot.send_message(ANNA, "b")
    await bot.copy_message(ANNA, ANNA, (await anna.sends_photo())["message_id"], caption="c")
    assert (await waiting)["message_id"] > message.message_id


async def test_a_condition_of_the_whole_chat_can_be_waited_for(bot: Bot, anna: Person) -> None:
    message = await bot.send_message(ANNA, "a")
    waiting = asyncio.create_task(anna.watches(lambda chat: not chat))
    await message.delete()
    assert await waiting


async def test_people_send_all_kinds_of_things(bot: Bot, anna: Person) -> None:
    await anna.sends_photo(caption="see example.org")
    await anna.sends_document("list.csv", b"a;b")
    await anna.sends_sticker()
    await anna.sends_contact()
    await anna.sends_location()
    messages = [update.message for update in await bot.get_updates()]
    kinds = [message.content_type for message in messages if message]
    assert kinds == ["photo", "document", "sticker", "contact", "location"]
    assert messages[3] is not None
    assert messages[3].contact is not None
    assert messages[3].contact.user_id == ANNA


async def test_an_ordinary_bot_hears_only_what_is_meant_for_it(
    bot: Bot, boris: Person, group: int
) -> None:
    own = await bot.send_message(group, "Привет")
    for text in ("о погоде", "/start", "/start@alliance_bot", "/start@other_bot", "@alliance_bot!"):
        await boris.says(text, chat_id=group)
    await boris.says("да", chat_id=group, reply_to=own.message_id)
    heard = [update.message.text for update in await bot.get_updates() if update.message]
    assert heard == ["/start", "/start@alliance_bot", "@alliance_bot!", "да"]


async def test_an_administrator_bot_hears_everything(
    bot: Bot, boris: Person, led_group: int
) -> None:
    await boris.says("о погоде", chat_id=led_group)
    assert len(await bot.get_updates()) == 1


async def test_channel_posts_come_from_the_channel(bot: Bot, anna: Person, channel: int) -> None:
    await anna.says("Новость", chat_id=channel)
    (update,) = await bot.get_updates()
    assert update.channel_post is not None
    assert update.channel_post.sender_chat is not None
    assert update.channel_post.sender_chat.id == channel


async def test_joining_and_leaving_is_told(bot: Bot, sandbox: Sandbox, led_group: int) -> None:
    await bot.get_updates(allowed_updates=["message", "chat_member"])
    person = sandbox.add_person(9, "Вера")
    person.joins(led_group)
    person.leaves(led_group)
    updates = await bot.get_updates()
    statuses = [one.chat_member.new_chat_member.status for one in updates if one.chat_member]
    assert statuses == ["member", "left"]
    notices = [one.message.content_type for one in updates if one.message]
    assert notices == ["new_chat_members", "left_chat_member"]


async def test_adding_and_removing_the_bot_is_told(
    bot: Bot, anna: Person, sandbox: Sandbox
) -> None:
    sandbox.add_group(GROUP, "Совет", administrators={ANNA}, bot=Member("left"))
    anna.places_bot(GROUP, Member("member"))
    anna.places_bot(GROUP, Member("kicked"))
    changes = [update.my_chat_member for update in await bot.get_updates()]
    assert [one.new_chat_member.status for one in changes if one] == ["member", "kicked"]


async def test_reactions_are_told_to_a_bot_that_asks(bot: Bot, anna: Person) -> None:
    await bot.get_updates(allowed_updates=["message_reaction"])
    message = await bot.send_message(ANNA, "a")
    await anna.reacts(message.message_id, "👍")
    (update,) = await bot.get_updates()
    assert update.message_reaction is not None
    assert update.message_reaction.old_reaction == []
    assert anna.chat()[0]["reactions"] == [{"emoji": "👍", "count": 1}]


async def test_who_has_blocked_the_bot_cannot_write_or_tap(bot: Bot, anna: Person) -> None:
    message = await bot.send_message(ANNA, "a", reply_markup=a_keyboard(За="1"))
    anna.blocks()
    with pytest.raises(NotPossibleError, match="blocked"):
        await anna.says("a")
    with pytest.raises(NotPossibleError, match="blocked"):
        await anna.forges("1", message.message_id)


async def test_people_stay_out_of_chats_that_are_not_theirs(
    anna: Person, boris: Person, channel: int
) -> None:
    with pytest.raises(NotPossibleError, match="not in the chat"):
        await anna.says("a", chat_id=BORIS)
    with pytest.raises(NotPossibleError, match="may not post"):
        await boris.says("a", chat_id=channel)
    with pytest.raises(NotPossibleError, match="empty"):
        await anna.says("  ")


async def test_a_blocked_bot_that_was_never_started_hears_nothing(
    call: Call, boris: Person
) -> None:
    boris.blocks()
    assert (await call("getUpdates"))["result"] == []


async def test_an_album_comes_as_messages_of_one_group_and_its_caption_with_the_first(
    bot: Bot, anna: Person
) -> None:
    bold = {"type": "bold", "offset": 0, "length": 4}
    await anna.sends_album([("photo", PIXEL), ("video", b"film")], "Фото", entities=[bold])

    first, second = [update.message for update in await bot.get_updates()]

    assert first is not None
    assert second is not None
    assert first.media_group_id == second.media_group_id is not None
    assert (first.caption, second.caption) == ("Фото", None)
    assert first.photo
    assert second.video
    with pytest.raises(NotPossibleError):
        await anna.sends_album([("photo", PIXEL)])


async def test_a_forward_says_who_wrote_it_and_a_file_keeps_its_kind(
    bot: Bot, anna: Person
) -> None:
    kinds: tuple[Kind, ...] = ("voice", "audio", "animation", "document")
    for kind in kinds:
        await anna.sends(kind, b"x", "Слова")
    await anna.forwards(anna.chat()[0])

    *files, forward = [update.message for update in await bot.get_updates()]

    assert forward is not None
    assert all(getattr(file, kind) for file, kind in zip(files, kinds, strict=True))
    assert [file is not None and file.document is not None for file in files] == [
        *(False, False),
        *(True, True),  # an animation is a document for old clients too
    ]
    assert forward.voice is not None
    assert forward.forward_origin is not None
    assert forward.caption == "Слова"
