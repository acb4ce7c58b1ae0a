"""Keyboards: every screen has a way back, and no button is dead."""

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
    MinutesListButton,
    NewPollButton,
    SettingsButton,
)
from handlers.ui.texts import Texts


def consent(t: Texts, version: int) -> InlineKeyboardMarkup:
    """Return the one button of the consent."""
    data = ConsentButton(version=version)
    return keyboard([[t.button("button-consent", data, "success")]])


def guest_consent(t: Texts, version: int, code: str) -> InlineKeyboardMarkup:
    """Return the one button of the consent for a stranger who came by a link for guests."""
    data = GuestConsentButton(version=version, code=code)
    return keyboard([[t.button("button-consent", data, "success")]])


def languages(t: Texts, *, joining: bool) -> InlineKeyboardMarkup:
    """Return one button a language, each in its own words."""
    choices = [
        t.button(f"language-{code}", LanguageButton(language=code, joining=joining))
        for code in LANGUAGES
    ]
    back = [] if joining else [[t.button("button-back", SettingsButton(screen="home"))]]
    return keyboard([choices, *back])


def to_events(t: Texts) -> InlineKeyboardMarkup:
    """Return the way to the list of what comes."""
    return keyboard([[t.button("button-all-events", EventsButton())]])


def to_card(card: EventCard, t: Texts) -> InlineKeyboardMarkup:
    """Return the way to the event's card and to the list of what comes."""
    event = EventButton(event_id=card.event.id)
    return keyboard(
        [[t.button("button-open-event", event)], [t.button("button-all-events", EventsButton())]]
    )


def to_apply(t: Texts) -> InlineKeyboardMarkup:
    """Return a stranger's way to an application."""
    return keyboard([[t.button("button-apply", ApplyButton(), "primary")]])


def for_guests(t: Texts) -> InlineKeyboardMarkup:
    """Return a guest's ways: to the events that they were invited to, and to an application."""
    events = t.button("button-all-events", EventsButton())
    mine = t.button("button-my-application", ApplyButton())
    return keyboard([[events], [mine]])


def presiding_row(t: Texts) -> Row:
    """Return what chair and secretary do when there is no poll yet, and after all of them."""
    new = t.button("button-poll-new", NewPollButton())
    return [new, t.button("button-minutes", MinutesListButton())]
