"""Keyboards of a person's settings."""

from collections.abc import Collection
from datetime import timedelta

from aiogram.types import InlineKeyboardMarkup

from bot.domain.events.reminders import OFFERED_LEADS
from bot.domain.people.members import Member
from handlers.people.callbacks import (
    EraseButton,
    LeadButton,
    LeadsButton,
    OwnOrganisationButton,
    ZoneButton,
)
from handlers.ui.buttons import button, keyboard, pairs
from handlers.ui.callbacks import SettingsButton
from handlers.ui.pages import Page
from handlers.ui.texts import Texts


def settings(member: Member, t: Texts, *, consented: bool = True) -> InlineKeyboardMarkup:
    """Return the settings that a person can change, and the way to their organisation.

    Without a consent to the present text there are their data alone.
    """
    own = [t.button("button-me-own", OwnOrganisationButton())]
    chosen = ("language", "zone", "leads", "kinds", "quiet") if consented else ()
    screens = (*chosen, "data", "erase")
    rows = [[button(t.plain(f"button-me-{name}"), _settings(name))] for name in screens]
    return keyboard([own if consented and member.organisation is not None else [], *rows])


def zones(t: Texts, page: Page[tuple[str, str]]) -> InlineKeyboardMarkup:
    """Return a button for each zone of one of the two pages: (IANA name, text)."""
    rows = [[button(words, ZoneButton(zone=name))] for name, words in page.items]
    key, screen = ("button-earlier", "zone") if page.number else ("button-later", "zone_more")
    turn = [button(t.plain(key), _settings(screen))] if page.count > 1 else []
    return keyboard([*rows, turn, [button(t.plain("button-back"), _settings("home"))]])


def leads(t: Texts, chosen: Collection[timedelta] | None) -> InlineKeyboardMarkup:
    """Return the lead times, the chosen ones marked; None means the events' own."""
    choices = [
        t.button(
            "button-lead",
            LeadButton(minutes=_minutes(lead), wanted=lead not in (chosen or ())),
            lead=lead,
            chosen=lead in (chosen or ()),
        )
        for lead in sorted({*OFFERED_LEADS, *(chosen or ())}, reverse=True)
    ]
    usual = t.plain("button-leads-usual", chosen=chosen is None)
    none = t.plain("button-leads-none", chosen=chosen is not None and not chosen)
    return keyboard(
        [
            *pairs(choices),
            [button(usual, LeadsButton(usual=True))],
            [button(none, LeadsButton(usual=False))],
            [button(t.plain("button-back"), _settings("home"))],
        ]
    )


def erase(t: Texts) -> InlineKeyboardMarkup:
    """Return the confirmation of erasing, which cannot be undone, and the way back."""
    yes = t.button("button-erase", EraseButton(), "danger")
    return keyboard([[yes], [button(t.plain("button-back"), _settings("home"))]])


def _minutes(lead: timedelta) -> int:
    return int(lead.total_seconds() // 60)


def _settings(screen: str) -> str:
    return SettingsButton(screen=screen).pack()
