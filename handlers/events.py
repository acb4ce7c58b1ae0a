"""What members do with events: see what comes, open a card, answer."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message, Update

from bot.domain.events import EventCard, EventId
from bot.domain.members import Member
from bot.services.events import Events
from handlers import keyboards
from handlers.callbacks import EventButton, EventsButton, RsvpButton
from handlers.cards import event_card
from handlers.context import members_only
from handlers.edits import acknowledge, show, tapped
from handlers.filters import in_private
from handlers.pages import page_of
from handlers.texts import Texts


def events_router() -> Router:
    """Return the members' side of events; the button that is tapped most comes first."""
    router = members_only(Router(name="events"))
    router.callback_query.register(rsvp, RsvpButton.filter())
    router.callback_query.register(open_card, EventButton.filter())
    router.callback_query.register(turn_page, EventsButton.filter())
    router.message.register(list_events, Command("events"), in_private)
    return router


async def rsvp(
    query: CallbackQuery,
    callback_data: RsvpButton,
    event_update: Update,
    member: Member,
    events: Events,
    t: Texts,
) -> None:
    """Take an answer; the card follows through the outbox."""
    event = EventId(callback_data.event_id)
    order = event_update.update_id
    await events.rsvp(member.id, event, callback_data.answer, tapped(query), order)
    await acknowledge(query, t.plain("rsvp-taken", answer=callback_data.answer))


async def open_card(
    query: CallbackQuery, callback_data: EventButton, member: Member, events: Events, t: Texts
) -> None:
    """Show an event in place of the list."""
    card = await events.open_card(member.id, EventId(callback_data.event_id), tapped(query))
    await show(query, event_card(card, t), keyboards.event_card(card, t))


async def turn_page(
    query: CallbackQuery, callback_data: EventsButton, member: Member, events: Events, t: Texts
) -> None:
    """Show a page of the list in place of a card or another page."""
    cards = await events.upcoming(member.id, tapped(query))
    page = page_of(cards, callback_data.page)
    await show(query, _list(cards, t), keyboards.event_list(page, t))


async def list_events(message: Message, member: Member, events: Events, t: Texts) -> None:
    """List what comes, with the person's own answers."""
    cards = await events.upcoming(member.id, None)
    keyboard = keyboards.event_list(page_of(cards, 0), t)
    await message.answer(_list(cards, t), reply_markup=keyboard)


def _list(cards: list[EventCard], t: Texts) -> str:
    return t("events-list", count=len(cards)) if cards else t("events-none")
