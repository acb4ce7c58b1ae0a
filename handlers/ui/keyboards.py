"""Keyboards: every screen has a way back, and no button is dead."""

from collections.abc import Collection, Iterable
from datetime import timedelta

from aiogram.types import InlineKeyboardMarkup

from bot.domain.events.cards import EventCard
from bot.domain.events.reminders import LEADS
from bot.domain.people.members import LANGUAGES
from handlers.events.callbacks.events import EventButton, EventsButton
from handlers.people.callbacks.members import (
    ConsentButton,
    EraseButton,
    GuestConsentButton,
    LanguageButton,
    LeadButton,
    LeadsButton,
    SettingsButton,
    ZoneButton,
)
from handlers.ui.buttons import button, keyboard, pairs
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
    back = [] if joining else [[button(t.plain("button-back"), _settings("home"))]]
    return keyboard([choices, *back])


def settings(t: Texts) -> InlineKeyboardMarkup:
    """Return what a person can set."""
    screens = ("language", "zone", "leads", "kinds", "quiet", "data", "erase")
    return keyboard([[button(t.plain(f"button-me-{name}"), _settings(name))] for name in screens])


def zones(t: Texts, choices: Iterable[tuple[str, str]]) -> InlineKeyboardMarkup:
    """Return one button a zone: (IANA name, words)."""
    rows = [[button(words, ZoneButton(zone=name).pack())] for name, words in choices]
    return keyboard([*rows, [button(t.plain("button-back"), _settings("home"))]])


def leads(t: Texts, chosen: Collection[timedelta] | None) -> InlineKeyboardMarkup:
    """Return the lead times, the chosen ones marked; None is as events have them."""
    choices = [
        button(
            t.plain("button-lead", lead=lead, chosen=_yes(lead in (chosen or ()))),
            LeadButton(minutes=_minutes(lead), wanted=lead not in (chosen or ())).pack(),
        )
        for lead in LEADS
    ]
    usual = t.plain("button-leads-usual", chosen=_yes(chosen is None))
    none = t.plain("button-leads-none", chosen=_yes(chosen is not None and not chosen))
    return keyboard(
        [
            *pairs(choices),
            [button(usual, LeadsButton(usual=True).pack())],
            [button(none, LeadsButton(usual=False).pack())],
            [button(t.plain("button-back"), _settings("home"))],
        ]
    )


def erase(t: Texts) -> InlineKeyboardMarkup:
    """Return the yes that cannot be taken back, and the way back."""
    yes = button(t.plain("button-erase"), EraseButton().pack(), "danger")
    return keyboard([[yes], [button(t.plain("button-back"), _settings("home"))]])


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


def _settings(screen: str) -> str:
    return SettingsButton(screen=screen).pack()


def _minutes(lead: timedelta) -> int:
    return int(lead.total_seconds() // 60)


def _yes(chosen: bool) -> str:  # noqa: FBT001  it is what is asked
    return "yes" if chosen else "no"
