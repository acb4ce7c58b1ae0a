"""The alliance's group: join requests, tags, and the list of those who left the alliance."""

from aiogram import Bot
from aiogram.enums import ChatMemberStatus
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    CallbackQuery,
    ChatJoinRequest,
    ChatMemberUnion,
    ChatMemberUpdated,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)

from bot.domain.letters import Letter
from bot.domain.people.group import RemovalLetter, TagLetter
from bot.domain.people.members import Member, TelegramId
from bot.services.people.group import AllianceGroup
from handlers.people.callbacks import LeftoversButton, RemoveFromGroupButton
from handlers.ui.buttons import button, keyboard, listed, short
from handlers.ui.callbacks import ReachabilityButton
from handlers.ui.edits import show
from handlers.ui.keyboards import to_apply
from handlers.ui.letters import Deliverers, Sight
from handlers.ui.pages import page_of
from handlers.ui.routes import Access, Routes, on
from handlers.ui.texts import AllTexts, Texts
from handlers.ui.welcome import AllianceInfo

LOOKED_UP = 20
"""So many people of the list are looked up at Telegram each time it is opened."""

NEVER_THERE = ("user not found", "PARTICIPANT_ID_INVALID", "member not found")
PRESENT = {
    ChatMemberStatus.CREATOR,
    ChatMemberStatus.ADMINISTRATOR,
    ChatMemberStatus.MEMBER,
    ChatMemberStatus.RESTRICTED,
}


async def ask_to_join(
    request: ChatJoinRequest,
    bot: Bot,
    alliance_group: AllianceGroup,
    texts: AllTexts,
    alliance: AllianceInfo,
) -> None:
    """Let people of the alliance in; tell others in private how to apply.

    Telegram lets the bot write to a stranger only until their request is decided.
    """
    account = request.from_user.id
    admitted = await alliance_group.asks_to_join(TelegramId(account), request.chat.id)
    if admitted is None:
        return
    if admitted:
        await bot.approve_chat_join_request(request.chat.id, account)
        return
    t = texts.for_language(request.from_user.language_code)
    words = t("group-for-members", alliance=alliance.name)
    await bot.send_message(request.user_chat_id, words, reply_markup=to_apply(t))
    await bot.decline_chat_join_request(request.chat.id, account)


async def note_presence(update: ChatMemberUpdated, alliance_group: AllianceGroup) -> None:
    """Note who joins the group and who leaves it."""
    seen = update.new_chat_member
    account, present = TelegramId(seen.user.id), is_present(seen)
    await alliance_group.note_presence(account, update.chat.id, present=present)


def is_present(seen: ChatMemberUnion) -> bool:
    """Tell whether a membership of a chat means that the person is in it."""
    return seen.status in PRESENT and getattr(seen, "is_member", True)


async def set_tag(bot: Bot, letter: Letter, content: TagLetter, _t: Texts, _sight: Sight) -> None:
    """Set or clear a person's tag in the group."""
    await bot.set_chat_member_tag(letter.chat, content.account, tag=content.tag)


async def remove_from_group(
    bot: Bot, letter: Letter, content: RemovalLetter, _t: Texts, _sight: Sight
) -> None:
    """Remove a person from the group; they may ask to join again."""
    await bot.unban_chat_member(letter.chat, content.account)


# --- the list -------------------------------------------------------------------------------------


async def list_leftovers(
    query: CallbackQuery,
    callback_data: LeftoversButton,
    member: Member,
    bot: Bot,
    alliance_group: AllianceGroup,
    t: Texts,
) -> None:
    """Show who left the alliance and is still in its group, as Telegram says now."""
    chat = alliance_group.chat
    for one in (await alliance_group.leftovers(member.id))[:LOOKED_UP]:
        if one.telegram_id is not None and await _is_gone(bot, chat, one.telegram_id):
            await alliance_group.note_presence(one.telegram_id, chat, present=False)
    people = await alliance_group.leftovers(member.id)
    await show(query, *_list(people, callback_data.page, t))


async def _is_gone(bot: Bot, chat: int | None, account: int) -> bool:
    """Tell whether Telegram says that somebody is not in the group; unknown is no."""
    try:
        seen = await bot.get_chat_member(chat or 0, account)
    except TelegramBadRequest as error:
        return any(reason in error.message for reason in NEVER_THERE)
    return not is_present(seen)


def _list(people: list[Member], wanted: int, t: Texts) -> tuple[str, InlineKeyboardMarkup]:
    rows = listed(page_of(people, wanted), _line, LeftoversButton(), t)
    back = [t.button("button-back", ReachabilityButton())]
    return t("group-leftovers", count=len(people)), keyboard([*rows, back])


def _line(member: Member, t: Texts) -> InlineKeyboardButton:
    label = t.plain("button-group-remove", name=member.name)
    return button(short(label), RemoveFromGroupButton(member_id=member.id))


async def ask_to_remove(
    query: CallbackQuery,
    callback_data: RemoveFromGroupButton,
    member: Member,
    alliance_group: AllianceGroup,
    t: Texts,
) -> None:
    """Ask once more before somebody is removed from the group."""
    people = await alliance_group.leftovers(member.id)
    whom = next((one.name for one in people if one.id == callback_data.member_id), "")
    yes = callback_data.model_copy(update={"sure": True})
    rows = [
        [t.button("button-group-remove-sure", yes, "danger")] if whom else [],
        [t.button("button-back", LeftoversButton())],
    ]
    await show(query, t("group-remove", name=whom, known=bool(whom)), keyboard(rows))


async def remove(
    query: CallbackQuery,
    callback_data: RemoveFromGroupButton,
    member: Member,
    alliance_group: AllianceGroup,
    t: Texts,
) -> None:
    """Have somebody removed, and show who remains on the list."""
    people = await alliance_group.remove(member.id, callback_data.member_id)
    await show(query, *_list(people, 0, t))


UPDATES = Routes(
    access=Access.ANYBODY, updates={"chat_join_request": ask_to_join, "chat_member": note_presence}
)
ROUTES = Routes(
    buttons={
        LeftoversButton: list_leftovers,
        on(RemoveFromGroupButton, sure=False): ask_to_remove,
        on(RemoveFromGroupButton, sure=True): remove,
    }
)
DELIVERIES: Deliverers = {TagLetter: set_tag, RemovalLetter: remove_from_group}
