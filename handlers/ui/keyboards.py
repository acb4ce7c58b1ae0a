"""Keyboards: every screen has a way back, and no button is dead."""

from aiogram.types import InlineKeyboardMarkup

from bot.domain.events.cards import EventCard
from bot.domain.people.members import LANGUAGES
from handlers.ui.buttons import Row, button, keyboard
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
    data = ConsentButton(version=version).pack()
    return keyboard([[button(t.plain("button-consent"), data, "success")]])


def guest_consent(t: Texts, version: int, code: str) -> InlineKeyboardMarkup:
    """Return the one button of the consent for a stranger who came by a link for guests."""
    data = GuestConsentButton(version=version, code=code).pack()
    return keyboard([[button(t.plain("button-consent"), data, "success")]])


def languages(t: Texts, *, joining: bool) -> InlineKeyboardMarkup:
    """Return one button a language, each in its own words."""
    choices = [
        button(t.plain(f"language-{code}"), LanguageButton(language=code, joining=joining).pack())
        for code in LANGUAGES
    ]
    back = (
        [] if joining else [[button(t.plain("button-back"), SettingsButton(screen="home").pack())]]
    )
    return keyboard([choices, *back])


def to_events(t: Texts) -> InlineKeyboardMarkup:
    """Return the way to the list of what comes."""
    return keyboard([[button(t.plain("button-all-events"), EventsButton().pack())]])


def to_card(card: EventCard, t: Texts) -> InlineKeyboardMarkup:
    """Return the way to the event's card and to the list of what comes."""
    event = EventButton(event_id=card.event.id).pack()
    return keyboard(
        [
            [button(t.plain("button-open-event"), event)],
            [button(t.plain("button-all-events"), EventsButton().pack())],
        ]
    )


def to_apply(t: Texts) -> InlineKeyboardMarkup:
    """Return a stranger's way to an application."""
    return keyboard([[button(t.plain("button-apply"), ApplyButton().pack(), "primary")]])


def for_guests(t: Texts) -> InlineKeyboardMarkup:
    """Return a guest's ways: to the events that they were invited to, and to an application."""
    events = button(t.plain("button-all-events"), EventsButton().pack())
    mine = button(t.plain("button-my-application"), ApplyButton().pack())
    return keyboard([[events], [mine]])


def presiding_row(t: Texts) -> Row:
    """Return what chair and secretary do when there is no poll yet, and after all of them."""
    new = button(t.plain("button-poll-new"), NewPollButton().pack())
    return [new, button(t.plain("button-minutes"), MinutesListButton().pack())]
