"""The members' keyboards: every screen has a way back, and no button is dead."""

from collections.abc import Iterable
from typing import TypeVar

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.events import Answer, EventBoard, EventCard
from bot.domain.members import LANGUAGES
from handlers.callbacks import (
    BoardButton,
    CancelButton,
    ConsentButton,
    CreateButton,
    EraseButton,
    EventButton,
    EventsButton,
    LanguageButton,
    ManageButton,
    MoveButton,
    RsvpButton,
    SettingsButton,
    ZoneButton,
)
from handlers.pages import Page
from handlers.texts import Texts

T = TypeVar("T")

BUTTON_LENGTH = 60  # characters that still fit a telephone's width, more or less

STYLES = {Answer.GOING: "success", Answer.MAYBE: "primary", Answer.DECLINED: "danger"}


def consent(t: Texts, version: int) -> InlineKeyboardMarkup:
    """Return the one button of the consent."""
    data = ConsentButton(version=version).pack()
    return _rows([[_button(t.plain("button-consent"), data, "success")]])


def languages(t: Texts, *, joining: bool) -> InlineKeyboardMarkup:
    """Return one button a language, each in its own words."""
    choices = [
        _button(t.plain(f"language-{code}"), LanguageButton(language=code, joining=joining).pack())
        for code in LANGUAGES
    ]
    back = [] if joining else [[_button(t.plain("button-back"), _settings("home"))]]
    return _rows([choices, *back])


def settings(t: Texts) -> InlineKeyboardMarkup:
    """Return what a person can set."""
    screens = ("language", "zone", "data", "erase")
    return _rows([[_button(t.plain(f"button-me-{name}"), _settings(name))] for name in screens])


def zones(t: Texts, choices: Iterable[tuple[str, str]]) -> InlineKeyboardMarkup:
    """Return one button a zone: (IANA name, words)."""
    rows = [[_button(words, ZoneButton(zone=name).pack())] for name, words in choices]
    return _rows([*rows, [_button(t.plain("button-back"), _settings("home"))]])


def erase(t: Texts) -> InlineKeyboardMarkup:
    """Return the yes that cannot be taken back, and the way back."""
    yes = _button(t.plain("button-erase"), EraseButton().pack(), "danger")
    return _rows([[yes], [_button(t.plain("button-back"), _settings("home"))]])


def to_events(t: Texts) -> InlineKeyboardMarkup:
    """Return the way to the list of what comes."""
    return _rows([[_button(t.plain("button-all-events"), EventsButton().pack())]])


def event_list(page: Page[EventCard], t: Texts) -> InlineKeyboardMarkup:
    """Return one button an event, with the person's own answer, and the way to other pages."""
    rows = [
        [
            _button(
                _short(
                    t.plain(
                        "button-event",
                        day=t.day(card.event.starts_at),
                        title=card.event.title,
                        answer=card.answer or "none",
                    )
                ),
                EventButton(event_id=card.event.id).pack(),
            )
        ]
        for card in page.items
    ]
    turns = [(number, EventsButton(page=number).pack()) for number in _neighbours(page)]
    return _rows([*rows, *_turning(turns, page.number, t)])


def event_card(card: EventCard, t: Texts) -> InlineKeyboardMarkup:
    """Return the answers, the chosen one marked and coloured, and the way to the list."""
    answers = [
        _button(
            t.plain("button-answer", answer=answer, chosen="yes" if chosen else "no"),
            RsvpButton(event_id=card.event.id, answer=answer).pack(),
            STYLES[answer] if chosen else None,
        )
        for answer in Answer
        for chosen in [card.answer is answer]
    ]
    rows = [answers] if card.takes_answers else []
    return _rows([*rows, [_button(t.plain("button-all-events"), EventsButton().pack())]])


def manage(page: Page[EventBoard], t: Texts) -> InlineKeyboardMarkup:
    """Return «Создать событие», one button an event with its counts, and other pages."""
    rows = [
        [
            _button(
                _short(
                    t.plain(
                        "button-board",
                        day=t.day(board.event.starts_at),
                        title=board.event.title,
                        going=board.turnout.going,
                        cancelled="yes" if board.event.is_cancelled else "no",
                    )
                ),
                BoardButton(event_id=board.event.id).pack(),
            )
        ]
        for board in page.items
    ]
    create = _button(t.plain("button-create"), CreateButton().pack(), "primary")
    turns = [(number, ManageButton(page=number).pack()) for number in _neighbours(page)]
    return _rows([[create], *rows, *_turning(turns, page.number, t)])


def board(board: EventBoard, t: Texts) -> InlineKeyboardMarkup:
    """Return what an organiser can do with an event."""
    event = board.event.id
    changes = [
        _button(t.plain("button-move"), MoveButton(event_id=event).pack()),
        _button(t.plain("button-cancel"), CancelButton(event_id=event).pack(), "danger"),
    ]
    rows = [changes] if board.can_change else []
    renew = _button(t.plain("button-renew"), BoardButton(event_id=event).pack())
    back = _button(t.plain("button-back"), ManageButton().pack())
    return _rows([*rows, [renew, back]])


def _neighbours(page: Page[T]) -> list[int]:
    """Return the numbers of the pages before and after, where there are such."""
    return [n for n in (page.number - 1, page.number + 1) if 0 <= n < page.count]


def _turning(
    turns: list[tuple[int, str]], number: int, t: Texts
) -> list[list[InlineKeyboardButton]]:
    """Return the row that turns the pages, if there is more than one."""
    buttons = [
        _button(t.plain("button-earlier" if other < number else "button-later"), data)
        for other, data in turns
    ]
    return [buttons] if buttons else []


def _settings(screen: str) -> str:
    return SettingsButton(screen=screen).pack()


def _button(text: str, data: str, style: str | None = None) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=data, style=style)


def _rows(rows: Iterable[list[InlineKeyboardButton]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=list(rows))


def _short(text: str) -> str:
    return text if len(text) <= BUTTON_LENGTH else text[: BUTTON_LENGTH - 1] + "…"
