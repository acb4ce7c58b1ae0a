"""/here: an administrator says what a group is; a forwarded post says what a channel is.

A channel's posts have no author whom the bot could know, so nothing is asked in a channel.
"""

from aiogram import Bot
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, MessageOriginChannel

from bot.domain.administration.settings import CHATS, GROUPS, ChatNotUsable, Setting, SettingState
from bot.domain.people.members import Member
from bot.domain.refusals import Refusal
from bot.services.administration.settings import Settings
from bot.services.prompts import Prompt, Prompts
from handlers.administration.callbacks import HereButton
from handlers.ui.administrators import require_administrator
from handlers.ui.buttons import keyboard
from handlers.ui.edits import show
from handlers.ui.filters import hides_name
from handlers.ui.refusals import refusal_words
from handlers.ui.routes import Access, Routes
from handlers.ui.texts import Texts

FORWARD = "here"
NOT_USABLE = (TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat)


async def here(
    message: Message, member: Member | None, bot: Bot, settings: Settings, t: Texts
) -> None:
    """Ask an administrator what the group is; refuse others in private, strangers not at all."""
    if hides_name(message):
        await message.reply(t("name-hidden"))
    if member is None:
        return
    try:
        member.require_administrator()
    except Refusal as refusal:
        if member.telegram_id is not None and member.has_joined:
            await bot.send_message(member.telegram_id, refusal_words(refusal, t), parse_mode=None)
        return
    words, below = _question(message.chat.id, message.chat.title or "", GROUPS, settings, t)
    await message.reply(words, reply_markup=below)


async def explain(message: Message, member: Member, prompts: Prompts, t: Texts) -> None:
    """Say in a private chat where /here is written, and wait for a channel's post."""
    await wait_for_post(member, prompts)
    await message.answer(t("here-private"))


async def wait_for_post(member: Member, prompts: Prompts) -> None:
    """Wait for a post that shows which channel is meant."""
    if member.telegram_id is not None:
        await prompts.ask(member.telegram_id, Prompt(FORWARD, 0))


async def ask_of_channel(message: Message, settings: Settings, t: Texts) -> None:
    """Ask whether the channel of a forwarded post is the alliance's."""
    origin = message.forward_origin
    if not isinstance(origin, MessageOriginChannel):
        await message.answer(t("here-private"))
        return
    chat = origin.chat
    words, below = _question(chat.id, chat.title or "", (Setting.CHANNEL,), settings, t)
    await message.answer(words, reply_markup=below)


def _question(
    chat: int, title: str, places: tuple[Setting, ...], settings: Settings, t: Texts
) -> tuple[str, InlineKeyboardMarkup]:
    states = [settings.state(place) for place in places]
    lines = [t("here-ask", chat=title), *(_present(state, chat, t) for state in states)]
    rows = [
        [
            t.button(
                "button-here",
                HereButton(place=state.setting, number=-chat),
                place=state.setting.name.lower(),
            )
        ]
        for state in states
        if not state.fixed
    ]
    nothing = t.button("button-here-nothing", HereButton(number=-chat))
    return "\n".join(lines), keyboard([*rows, [nothing]])


def _present(state: SettingState, chat: int, t: Texts) -> str:
    return t(
        "here-present",
        place=state.setting.name.lower(),
        fixed=state.fixed,
        known=state.value is not None,
        this=state.value == chat,
        title=state.title,
        titled=bool(state.title),
        setting=state.setting.value,
    )


async def choose(
    query: CallbackQuery,
    callback_data: HereButton,
    member: Member,
    bot: Bot,
    settings: Settings,
    t: Texts,
) -> None:
    """Keep what the chat is, once the bot has written there; ask before another is replaced."""
    chat, place = -callback_data.number, callback_data.place
    former = -callback_data.former or None
    if place is None:
        await settings.bind(member.id, None, chat, "", None)
        await show(query, t("here-nothing"), None)
        return
    if place not in CHATS:
        raise ChatNotUsable
    state = settings.state(place)
    if not state.fixed and state.value not in (None, chat, former):
        await _ask_to_replace(query, callback_data, state, t)
        return
    title = await _tried(bot, chat, place, t)
    await settings.bind(member.id, place, chat, title, former)
    await show(query, t("here-done", place=place.name.lower(), chat=title), None)


async def _ask_to_replace(
    query: CallbackQuery, asked: HereButton, state: SettingState, t: Texts
) -> None:
    yes = asked.model_copy(update={"former": -state.value})
    words = t("here-replace", place=state.setting.name.lower(), title=state.title)
    no = HereButton(number=asked.number)
    rows = [[t.button("button-here-replace", yes, "danger")], [t.button("button-here-nothing", no)]]
    await show(query, words, keyboard(rows))


async def _tried(bot: Bot, chat: int, place: Setting, t: Texts) -> str:
    """Write in the chat, without a sound, and take it back; return the chat's title."""
    try:
        found = await bot.get_chat(chat)
        if (found.type == ChatType.CHANNEL) is not (place is Setting.CHANNEL):
            raise ChatNotUsable
        sent = await bot.send_message(chat, t("here-trial"), disable_notification=True)
        await bot.delete_message(chat, sent.message_id)
    except NOT_USABLE as error:
        raise ChatNotUsable from error
    return found.title or ""


async def follow(message: Message, settings: Settings) -> None:
    """Follow a group that has become a supergroup."""
    if message.migrate_to_chat_id is not None:
        await settings.follow(message.chat.id, message.migrate_to_chat_id)


ROUTES = Routes(
    prepare=require_administrator,
    buttons={HereButton: choose},
    commands={"here": explain},
    questions={FORWARD: ask_of_channel},
    in_groups=(HereButton,),
)
GROUP_ROUTES = Routes(
    access=Access.ANYBODY, group_commands={"here": here}, events={"migrate_to_chat_id": follow}
)
