"""Guests that people bring: counted by taps, or named in a message."""

from aiogram.types import CallbackQuery, Message

from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Standing
from bot.domain.people.members import Member
from bot.services.events.rsvps import Rsvps
from bot.services.prompts import Prompt, Prompts
from handlers.events import card_keyboards
from handlers.events.callbacks.events import GuestNamesButton, GuestsButton
from handlers.events.cards import answer_taken
from handlers.forms.prompts import ask
from handlers.ui.callbacks import EventButton
from handlers.ui.edits import acknowledge, tapped
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

GUEST_NAMES = "guest-names"


async def bring(
    query: CallbackQuery, callback_data: GuestsButton, member: Member, rsvps: Rsvps, t: Texts
) -> None:
    """Set the number of guests; the card is updated through the outbox."""
    count = callback_data.count
    standing = await rsvps.bring(member.id, callback_data.event_id, count, tapped(query))
    await acknowledge(query, _taken(standing, count, t))


async def ask_names(
    query: CallbackQuery,
    callback_data: GuestNamesButton,
    member: Member,
    rsvps: Rsvps,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask for the guests' names."""
    card = await rsvps.look(member.id, callback_data.event_id)
    words = t("guest-names-question", most=card.event.guests, title=card.event.title)
    back = EventButton(event_id=card.event.id)
    await ask(query, member, prompts, Prompt(GUEST_NAMES, card.event.id), words, t, back)


async def bring_named(
    message: Message, prompt: Prompt, member: Member, rsvps: Rsvps, t: Texts
) -> None:
    """Store the guests named, one a line; a word for «nobody» removes them."""
    lines = [line for line in (message.text or "").splitlines() if line.strip()]
    nobody = " ".join(lines).strip().casefold() in t.plain("guest-names-nobody").split()
    names = [] if nobody else lines or [""]
    event = EventId(prompt.subject)
    standing = await rsvps.bring_named(member.id, event, names)
    words = _taken(standing, len(names), t)
    await message.answer(words, reply_markup=card_keyboards.to_event(event, t), parse_mode=None)


def _taken(standing: Standing, guests: int, t: Texts) -> str:
    """Return with whom the person comes, and whether they wait."""
    words = t.plain("guests-taken", count=guests)
    return f"{words} {answer_taken(standing, t)}" if standing.number else words


ROUTES = Routes(
    buttons={GuestsButton: bring, GuestNamesButton: ask_names}, questions={GUEST_NAMES: bring_named}
)
