"""Guests from outside: joining by an event's link."""

from aiogram import Bot
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message, User

from bot.domain.events.guests import PREFIX, code_in, payload_of
from bot.domain.people.members import Member, TelegramId
from bot.services.events.guests import Guests
from bot.services.events.rsvps import Rsvps
from bot.services.people.members import Members
from handlers.events.posts import send_card
from handlers.ui import keyboards
from handlers.ui.callbacks import GuestConsentButton, LanguageButton
from handlers.ui.commands import Menus
from handlers.ui.edits import show
from handlers.ui.keyboards import for_guests
from handlers.ui.routes import Access, Only, Routes, on
from handlers.ui.texts import AllTexts, Texts
from handlers.ui.welcome import AllianceInfo, consent_request, guest_welcome, joined


def is_guest(member: Member | None, alliance: AllianceInfo) -> bool:
    """Tell whether this is a guest who has consented."""
    return member is not None and member.guest and joined(member, alliance)


async def enter(
    message: Message,
    command: CommandObject,
    event_from_user: User,
    guests: Guests,
    rsvps: Rsvps,
    alliance: AllianceInfo,
    texts: AllTexts,
    t: Texts,
) -> None:
    """Handle the link: show the event's card, or ask for consent first."""
    telegram_id, payload = TelegramId(event_from_user.id), command.args or ""
    member, event = await guests.enter(telegram_id, payload)
    if member is not None and member.consents_to(alliance.consent_version):
        await send_card(message, event.id, member, rsvps, t)
        return
    t, version = texts.for_language(event_from_user.language_code), alliance.consent_version
    name = member.name if member else event_from_user.full_name
    below = (
        keyboards.consent(t, version)
        if member
        else keyboards.guest_consent(t, version, code_in(payload))
    )
    await message.answer(consent_request(name, alliance, t), reply_markup=below)


async def give_consent(
    query: CallbackQuery,
    callback_data: GuestConsentButton,
    event_from_user: User,
    guests: Guests,
    texts: AllTexts,
    t: Texts,
) -> None:
    """Record a stranger's consent, which makes them a guest; then ask for the language."""
    telegram_id, name = TelegramId(event_from_user.id), event_from_user.full_name
    payload = payload_of(callback_data.code)
    await guests.consent(telegram_id, name, payload, t.language, callback_data.version)
    t = texts.for_language(event_from_user.language_code)
    await show(query, t("choose-language"), keyboards.languages(t, joining=True))


async def choose_language(
    query: CallbackQuery,
    callback_data: LanguageButton,
    member: Member,
    bot: Bot,
    members: Members,
    rsvps: Rsvps,
    texts: AllTexts,
    alliance: AllianceInfo,
    menus: Menus,
) -> None:
    """Store the language, and show the guest the event that they came for."""
    arrived = await members.choose_language(member.id, callback_data.language)
    t = texts.for_language(arrived.language)
    cards = await rsvps.upcoming(arrived.id, None)
    if cards:
        event = cards[0].event
        words = t("guest-arrived", name=arrived.name, title=event.title, starts=event.starts_at)
        await show(query, words, keyboards.to_card(cards[0], t))
    else:
        await show(query, guest_welcome(arrived, alliance, t), for_guests(t))
    await menus.show(bot, arrived, texts)


ROUTES = Routes(
    access=Access.ANYBODY,
    buttons={
        GuestConsentButton: give_consent,
        on(LanguageButton, joining=True): Only(is_guest, choose_language),
    },
    links={PREFIX: enter},
)
