"""What members do with events: list them, open a card, answer, undo."""

from aiogram.types import CallbackQuery, Message

from bot.domain.events.cards import EventCard
from bot.domain.people.members import Member, TelegramId
from bot.domain.refusals import ButtonTooOld
from bot.services.events.rsvps import Rsvps
from handlers.events import card_keyboards
from handlers.events.callbacks.events import (
    MapButton,
    MoreButton,
    MuteButton,
    MyEventsButton,
    RsvpButton,
    SeriesRsvpButton,
    WithdrawButton,
)
from handlers.events.cards import answer_taken, event_card
from handlers.ui.callbacks import EventButton, EventsButton
from handlers.ui.edits import acknowledge, replaced, show, show_keyboard, show_whole, tapped
from handlers.ui.lengths import CAPTION_LIMIT
from handlers.ui.pages import page_of
from handlers.ui.routes import Routes
from handlers.ui.texts import AllTexts, Texts


async def rsvp(
    query: CallbackQuery,
    callback_data: RsvpButton,
    update_id: int,
    account: TelegramId,
    rsvps: Rsvps,
    texts: AllTexts,
) -> None:
    """Record an answer; the card is updated through the outbox."""
    answer = callback_data.answer
    order = update_id
    taken = await rsvps.answer_as(account, callback_data.event_id, answer, tapped(query), order)
    await acknowledge(query, answer_taken(taken.standing, texts.for_language(taken.language)))


async def rsvp_series(
    query: CallbackQuery,
    callback_data: SeriesRsvpButton,
    update_id: int,
    member: Member,
    rsvps: Rsvps,
    t: Texts,
) -> None:
    """Record one answer for every date of a series."""
    event, answer = callback_data.event_id, callback_data.answer
    order = update_id
    taken = await rsvps.answer_series(member.id, event, answer, tapped(query), order)
    words = t.plain("rsvp-series-taken", answer=answer, dates=taken.dates)
    waiting = t.plain("rsvp-series-waiting", count=taken.waiting) if taken.waiting else ""
    await acknowledge(query, f"{words} {waiting}".strip())


async def withdraw(
    query: CallbackQuery, callback_data: WithdrawButton, member: Member, rsvps: Rsvps, t: Texts
) -> None:
    """Withdraw an answer."""
    await rsvps.withdraw(member.id, callback_data.event_id, tapped(query))
    await acknowledge(query, t.plain("rsvp-withdrawn"))


async def mute(
    query: CallbackQuery, callback_data: MuteButton, member: Member, rsvps: Rsvps, t: Texts
) -> None:
    """Turn the reminders of one event off or on."""
    muted = callback_data.muted
    await rsvps.mute(member.id, callback_data.event_id, tapped(query), muted=muted)
    await acknowledge(query, t.plain("event-mute-taken", muted=bool(muted)))


async def open_card(
    query: CallbackQuery, callback_data: EventButton, member: Member, rsvps: Rsvps, t: Texts
) -> None:
    """Show an event instead of the list."""
    card = await rsvps.open_card(member.id, callback_data.event_id, replaced(query))
    await show(query, event_card(card, t), card_keyboards.event_card(card, t))


async def show_more(
    query: CallbackQuery, callback_data: MoreButton, member: Member, rsvps: Rsvps, t: Texts
) -> None:
    """Show the other buttons under the card, or the answers again.

    A card shows the present state; news of the event keep their text.
    """
    message = tapped(query)
    card, follows = await rsvps.look_again(member.id, callback_data.event_id, message)
    keyboard = card_keyboards.more if callback_data.shown else card_keyboards.event_card
    anew, below = event_card(card, t), keyboard(card, t)
    if follows:
        fitting = event_card(card, t, limit=CAPTION_LIMIT) if message.caption else anew
        await show_whole(query, fitting, below, resend=anew)
    else:
        await show_keyboard(query, below, resend=anew)


async def show_map(
    query: CallbackQuery, callback_data: MapButton, member: Member, rsvps: Rsvps
) -> None:
    """Send the place as a point on the map."""
    card = await rsvps.look(member.id, callback_data.event_id)
    point = card.event.point
    if point is None or not isinstance(query.message, Message):
        raise ButtonTooOld
    await acknowledge(query)
    await query.message.answer_venue(
        latitude=point.latitude,
        longitude=point.longitude,
        title=card.event.title,
        address=card.event.place,
    )


async def turn_page(
    query: CallbackQuery,
    callback_data: EventsButton | MyEventsButton,
    member: Member,
    rsvps: Rsvps,
    t: Texts,
) -> None:
    """Show a page of one of the two lists instead of a card or another page."""
    mine = isinstance(callback_data, MyEventsButton)
    cards = await rsvps.upcoming(member.id, replaced(query), mine=mine)
    keyboard = card_keyboards.event_list(page_of(cards, callback_data.page), t, mine=mine)
    await show(query, _list(cards, member, t, mine=mine), keyboard)


async def list_events(message: Message, member: Member, rsvps: Rsvps, t: Texts) -> None:
    """List upcoming events, with the person's own answers."""
    cards = await rsvps.upcoming(member.id, None)
    keyboard = card_keyboards.event_list(page_of(cards, 0), t, mine=False)
    await message.answer(_list(cards, member, t, mine=False), reply_markup=keyboard)


def _list(cards: list[EventCard], member: Member, t: Texts, *, mine: bool) -> str:
    if mine:
        return t("events-mine", count=len(cards)) if cards else t("events-none-mine")
    if not cards:
        return t("guest-no-events" if member.guest else "events-none")
    return t("events-list", count=len(cards))


ROUTES = Routes(
    buttons={
        RsvpButton: rsvp,
        EventButton: open_card,
        EventsButton: turn_page,
        MyEventsButton: turn_page,
        MoreButton: show_more,
        SeriesRsvpButton: rsvp_series,
        WithdrawButton: withdraw,
        MuteButton: mute,
        MapButton: show_map,
    },
    commands={"events": list_events},
)
