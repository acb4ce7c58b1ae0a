"""What members do with events: see what comes, open a card, answer."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.domain.events import EventCard, EventId
from bot.domain.members import Member
from bot.services.events import Events
from handlers import keyboards
from handlers.callbacks import EventButton, EventsButton, RsvpButton
from handlers.cards import event_card
from handlers.context import members_only
from handlers.edits import acknowledge, show, tapped
from handlers.filters import in_private
from handlers.texts import Texts


def events_router() -> Router:
    """Return the members' side of events; the button that is tapped most comes first."""
    router = members_only(Router(name="events"))
    router.callback_query.register(rsvp, RsvpButton.filter())
    router.callback_query.register(open_card, EventButton.filter())
    router.callback_query.register(back_to_list, EventsButton.filter())
    router.message.register(list_events, Command("events"), in_private)
    return router


async def rsvp(
    query: CallbackQuery, callback_data: RsvpButton, member: Member, events: Events, t: Texts
) -> None:
    """Take an answer; the card follows through the outbox."""
    event = EventId(callback_data.event_id)
    await events.rsvp(member.id, event, callback_data.answer, tapped(query))
    await acknowledge(query, t.plain("rsvp-taken", answer=callback_data.answer))


async def open_card(
    query: CallbackQuery, callback_data: EventButton, member: Member, events: Events, t: Texts
) -> None:
    """Show an event in place of the list."""
    card = await events.open_card(member.id, EventId(callback_data.event_id), tapped(query))
    await show(query, event_card(card, t), keyboards.event_card(card, t))


async def back_to_list(query: CallbackQuery, member: Member, events: Events, t: Texts) -> None:
    """Show the list in place of a card."""
    cards = await events.upcoming(member.id, tapped(query))
    await show(query, _list(cards, t), keyboards.event_list(cards, t))


async def list_events(message: Message, member: Member, events: Events, t: Texts) -> None:
    """List what comes, with the person's own answers."""
    cards = await events.upcoming(member.id, None)
    await message.answer(_list(cards, t), reply_markup=keyboards.event_list(cards, t))


def _list(cards: list[EventCard], t: Texts) -> str:
    return t("events-list", count=len(cards)) if cards else t("events-none")
