"""Keyboards that several nouns use: every screen has a way back."""

from aiogram.types import InlineKeyboardMarkup

from bot.domain.events.cards import EventCard
from bot.domain.people.members import LANGUAGES
from handlers.ui.buttons import Row, keyboard
from handlers.ui.callbacks import (
    ApplyButton,
    ConsentButton,
    EventButton,
    EventsButton,
    GuestConsentButton,
    LanguageButton,
    MeetingsButton,
    MinutesListButton,
    NewPollButton,
    SettingsButton,
)
from handlers.ui.texts import Texts


def consent(t: Texts, version: int) -> InlineKeyboardMarkup:
    """Return the consent button."""
    data = ConsentButton(version=version)
    return keyboard([[t.button("button-consent", data, "success")]])


def guest_consent(t: Texts, version: int, code: str) -> InlineKeyboardMarkup:
    """Return the consent button for a stranger who came by a guest link."""
    data = GuestConsentButton(version=version, code=code)
    return keyboard([[t.button("button-consent", data, "success")]])


def languages(t: Texts, *, joining: bool) -> InlineKeyboardMarkup:
    """Return a button for each language, named in that language."""
    choices = [
        t.button(f"language-{code}", LanguageButton(language=code, joining=joining))
        for code in LANGUAGES
    ]
    back = [] if joining else [[t.button("button-back", SettingsButton(screen="home"))]]
    return keyboard([choices, *back])


def to_events(t: Texts) -> InlineKeyboardMarkup:
    """Return the way to the list of upcoming events."""
    return keyboard([[t.button("button-all-events", EventsButton())]])


def to_card(card: EventCard, t: Texts) -> InlineKeyboardMarkup:
    """Return the way to the event's card and to the list of upcoming events."""
    event = EventButton(event_id=card.event.id)
    return keyboard(
        [[t.button("button-open-event", event)], [t.button("button-all-events", EventsButton())]]
    )


def to_apply(t: Texts) -> InlineKeyboardMarkup:
    """Return a stranger's way to an application."""
    return keyboard([[t.button("button-apply", ApplyButton(), "primary")]])


def for_guests(t: Texts) -> InlineKeyboardMarkup:
    """Return a guest's ways: to their events, and to an application."""
    events = t.button("button-all-events", EventsButton())
    mine = t.button("button-my-application", ApplyButton())
    return keyboard([[events], [mine]])


def presiding_row(t: Texts) -> Row:
    """Return the buttons of chair and secretary, shown with and without polls."""
    new = t.button("button-poll-new", NewPollButton())
    return [new, t.button("button-minutes", MinutesListButton())]


def meetings_row(t: Texts) -> Row:
    """Return the way to the general meetings, for chair and secretary."""
    return [t.button("button-meetings", MeetingsButton())]
