"""Joining: invitation, consent, language; and /help."""

from aiogram import Bot
from aiogram.enums import ChatMemberStatus
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, User

from bot.domain.people.invitations import PREFIX
from bot.domain.people.members import Member, TelegramId
from bot.domain.refusals import NotMember
from bot.services.people.members import Members
from handlers.ui import keyboards
from handlers.ui.callbacks import ConsentButton, LanguageButton
from handlers.ui.commands import CommandMenu, Menus
from handlers.ui.edits import show
from handlers.ui.filters import is_private
from handlers.ui.keyboards import for_guests, to_apply
from handlers.ui.routes import Access, Routes, on
from handlers.ui.texts import AllTexts, Texts
from handlers.ui.welcome import AllianceInfo, consent_request, stranger_welcome, welcome

GONE = {ChatMemberStatus.KICKED, ChatMemberStatus.LEFT}
"""Telegram's status of the bot in a chat where it cannot write."""


async def start(
    message: Message,
    command: CommandObject,
    event_from_user: User,
    members: Members,
    texts: AllTexts,
    alliance: AllianceInfo,
    menu: CommandMenu,
    t: Texts,
) -> None:
    """Greet a person who comes with or without an invitation."""
    telegram_id = TelegramId(event_from_user.id)
    payload = command.args or ""
    if payload.startswith(PREFIX):
        member: Member | None = await members.join(telegram_id, payload)
    else:
        member = await members.start(telegram_id, event_from_user.full_name)
    if member is None:
        await message.answer(stranger_welcome(alliance, t), reply_markup=to_apply(t))
    elif member.consents_to(alliance.consent_version):
        below = for_guests(t) if member.guest else None
        await message.answer(welcome(member, alliance, menu, t), reply_markup=below)
    else:
        known = member.consent_version is not None
        t = texts.for_language(member.language if known else event_from_user.language_code)
        await message.answer(
            consent_request(member.name, alliance, t),
            reply_markup=keyboards.consent(t, alliance.consent_version),
        )


async def give_consent(
    query: CallbackQuery,
    callback_data: ConsentButton,
    member: Member | None,
    event_from_user: User,
    members: Members,
    texts: AllTexts,
    t: Texts,
) -> None:
    """Record the consent, then ask for the language, in the telephone's language.

    A person who consented to an earlier text has chosen the language.
    """
    if member is None:
        raise NotMember
    await members.give_consent(member.id, callback_data.version)
    if member.consent_version is not None:
        below = for_guests(t) if member.guest else keyboards.to_events(t)
        await show(query, t("consent-renewed"), below)
        return
    t = texts.for_language(event_from_user.language_code)
    await show(query, t("choose-language"), keyboards.languages(t, joining=True))


async def choose_language(
    query: CallbackQuery,
    callback_data: LanguageButton,
    member: Member | None,
    bot: Bot,
    members: Members,
    texts: AllTexts,
    alliance: AllianceInfo,
    menu: CommandMenu,
    menus: Menus,
) -> None:
    """Store the language; the person has now joined."""
    if member is None:
        raise NotMember
    member.require_consent(alliance.consent_version)
    arrived = await members.choose_language(member.id, callback_data.language)
    t = texts.for_language(arrived.language)
    await show(query, welcome(arrived, alliance, menu, t), keyboards.to_events(t))
    await menus.show(bot, arrived, texts)


async def help_(
    message: Message, member: Member | None, alliance: AllianceInfo, menu: CommandMenu, t: Texts
) -> None:
    """Tell what the bot can do for this person."""
    if member is None:
        await message.answer(stranger_welcome(alliance, t), reply_markup=to_apply(t))
    else:
        await message.answer(menu.help(member, alliance.contact, t))


async def note_membership(update: ChatMemberUpdated, members: Members) -> None:
    """Note that somebody has blocked or unblocked the bot."""
    if is_private(update):
        reachable = update.new_chat_member.status not in GONE
        await members.note_reachable(TelegramId(update.from_user.id), reachable=reachable)


ROUTES = Routes(
    access=Access.ANYBODY,
    buttons={ConsentButton: give_consent, on(LanguageButton, joining=True): choose_language},
    commands={"start": start, "help": help_},
    links={PREFIX: start},
    updates={"my_chat_member": note_membership},
)
