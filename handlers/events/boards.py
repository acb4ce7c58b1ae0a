"""The organisers' board of an event: its text and its buttons."""

from collections.abc import Iterable
from functools import partial

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.events.audiences import Audience, AudienceCircle
from bot.domain.events.cards import EventBoard
from bot.domain.events.events import Event, EventId
from bot.domain.events.rsvps import Group
from handlers.events.callbacks.boards import (
    AnswersButton,
    BoardButton,
    BoardMoreButton,
    CancelButton,
    CancelSeriesButton,
    ChangeButton,
    CopyButton,
    CreateButton,
    GuestLinkButton,
    MoveButton,
    PostButton,
    PublishButton,
    PublishQuestionButton,
    SheetButton,
)
from handlers.events.callbacks.doors import DoorButton
from handlers.events.cards import event_head
from handlers.ui.buttons import Row, button, keyboard, listed, pairs, titled
from handlers.ui.callbacks import (
    AnnounceButton,
    HouseButton,
    ManageButton,
    PollsButton,
    QueueButton,
    ReachabilityButton,
    TourButton,
    WriteButton,
)
from handlers.ui.keyboards import meetings_row, presiding_row
from handlers.ui.pages import Page
from handlers.ui.texts import Markup, Texts

PLACES = 5
"""Municipalities that a board lists; the rest are counted."""


def event_board(board: EventBoard, t: Texts) -> Markup:
    """Return an organiser's summary: the event, its audience, the counts."""
    event = board.event
    told = [] if event.is_scheduled else [_answers(board, t), _organisations(board, t)]
    parts = [event_head(event, t), _state(board, t), _plan(board, t), *told]
    return Markup("\n\n".join(filter(None, parts)))


def _state(board: EventBoard, t: Texts) -> str:
    """Return why the event takes no answers; empty if it does."""
    event = board.event
    if event.is_cancelled:
        return t("event-cancelled", reason=event.reason, given=bool(event.reason))
    if event.is_scheduled and event.publish_at is not None:
        return t("board-scheduled", at=event.publish_at)
    return t("event-over") if board.over else ""


def _plan(board: EventBoard, t: Texts) -> str:
    event = board.event
    lines: list[str] = [audience_words(event.audience, t)]
    if event.capacity is not None and board.free is not None:
        lines.append(t("board-seats", seats=event.capacity, free=board.free))
    if event.quota is not None:
        lines.append(t("event-quota", quota=event.quota))
    if event.rsvp_until is not None:
        lines.append(t("event-deadline", until=event.rsvp_until))
    if event.series is not None:
        lines.append(t("board-series", count=board.series_ahead))
    return "\n".join(lines)


def audience_words(audience: Audience, t: Texts) -> Markup:
    """Return the audience; a long list of municipalities is cut."""
    names = list(audience.municipalities)
    more = len(names) - PLACES
    named = t.listed(names) if more <= 0 else ", ".join(names[:PLACES])
    circle = t(
        "board-audience",
        audience=audience.circle,
        places=named,
        more=max(0, more),
        chosen=len(audience.chosen),
    )
    if audience.circle is AudienceCircle.CHOSEN or not audience.chosen:
        return Markup(circle)
    return Markup(f"{circle}\n{t('board-chosen', count=len(audience.chosen))}")


def _answers(board: EventBoard, t: Texts) -> str:
    """Return how many answered what; counts of zero at the end are left out."""
    counts = board.turnout
    lines = [t("board-going", going=counts.going, guests=counts.guests)]
    if counts.waiting or board.event.is_limited:
        lines.append(t("board-waiting", count=counts.waiting))
    lines += [
        t("board-maybe", count=counts.maybe),
        t("board-declined", count=counts.declined),
        t("board-silent", count=counts.silent),
    ]
    if board.arrived:
        lines.append(t("board-arrived", count=board.arrived))
    return "\n".join(lines)


def _organisations(board: EventBoard, t: Texts) -> str:
    counts = board.turnout
    if not counts.organisations_told:
        return ""
    answered, told = counts.organisations, counts.organisations_told
    lines = [t("board-organisations", answered=answered, told=told)]
    if counts.organisations_unreached:
        lines.append(t("board-unreached", count=counts.organisations_unreached))
    return "\n".join(lines)


def board_keyboard(board: EventBoard, t: Texts) -> InlineKeyboardMarkup:
    """Return an organiser's most important buttons; the others are behind «Ещё»."""
    event = board.event.id
    renew = t.button("button-renew", BoardButton(event_id=event))
    back = t.button("button-back", ManageButton())
    if board.event.is_scheduled:
        return keyboard([*_scheduled(board, t), [renew], [back]])
    people = [
        t.button("board-lists", AnswersButton(event_id=event, group=Group.GOING)),
        t.button("board-write", WriteButton(event_id=event)),
    ]
    more = t.button("board-more", BoardMoreButton(event_id=event))
    return keyboard([people, *_changes(board, t), [more, renew], [back]])


def _scheduled(board: EventBoard, t: Texts) -> list[Row]:
    if not board.can_change:
        return []
    publish = PublishQuestionButton(event_id=board.event.id)
    return [
        [t.button("board-publish", publish, "primary")],
        *_plans(board.event, t),
        [t.button("board-remove", CancelButton(event_id=board.event.id), "danger")],
        *_series(board, t),
    ]


def _changes(board: EventBoard, t: Texts) -> list[Row]:
    event = board.event.id
    door = t.button("board-door", DoorButton(event_id=event))
    if not board.can_change:
        return [] if board.event.is_cancelled else [[door]]
    cancel = t.button("button-cancel", CancelButton(event_id=event), "danger")
    return [*_plans(board.event, t), [door, cancel]]


def _plans(event: Event, t: Texts) -> list[Row]:
    change = t.button("board-change", ChangeButton(event_id=event.id))
    move = t.button("button-move", MoveButton(event_id=event.id))
    return [[change, move]]


def _series(board: EventBoard, t: Texts) -> list[Row]:
    """Return the button that cancels the rest of a series, if there are later dates."""
    if board.series_ahead <= 1 or not board.can_change:
        return []
    data = CancelSeriesButton(event_id=board.event.id)
    return [[t.button("board-cancel-series", data, "danger")]]


def more_keyboard(
    board: EventBoard, t: Texts, *, group: bool, channel: bool
) -> InlineKeyboardMarkup:
    """Return an organiser's less used buttons, and the way back.

    `group` and `channel` tell whether the alliance has them.
    """
    event = board.event.id
    sheet = t.button("board-sheet", SheetButton(event_id=event))
    copy = t.button("board-copy", CopyButton(event_id=event))
    to_group = t.button("board-post-group", PostButton(event_id=event, channel=False))
    to_channel = t.button("board-post-channel", PostButton(event_id=event, channel=True))
    open_to_many = [
        *([to_group] if group else []),
        *([to_channel] if channel else []),
        t.button("board-guest-link", GuestLinkButton(event_id=event)),
    ]
    ahead = open_to_many if board.can_change else []
    return keyboard([*pairs([sheet, copy, *ahead]), *_series(board, t), [_to_board(event, t)]])


def publish_keyboard(board: EventBoard, t: Texts) -> InlineKeyboardMarkup:
    """Return the confirmation of telling everybody at once, and the way back."""
    event = board.event.id
    data = PublishButton(event_id=event)
    return keyboard([[t.button("board-publish-yes", data, "primary")], [_to_board(event, t)]])


def to_board(event: int, t: Texts, above: Iterable[Row] = ()) -> InlineKeyboardMarkup:
    """Return the way back to an event's board, below other rows."""
    return keyboard([*above, [_to_board(event, t)]])


def _to_board(event: int, t: Texts) -> InlineKeyboardButton:
    return t.button("button-back", BoardButton(event_id=EventId(event)))


def manage_keyboard(
    page: Page[EventBoard], t: Texts, *, presides: bool = False, tour: bool = False
) -> InlineKeyboardMarkup:
    """Return «Создать событие», the events, and the council's buttons for who `presides`.

    Who takes no `tour` is not offered one. Beside it there is no room for the buttons of votes and
    minutes: one button leads to the list of votes, which has them.
    """
    create = t.button("button-create", CreateButton(), "primary")
    announce = t.button("button-announce", AnnounceButton())
    reach = t.button("button-reach", ReachabilityButton())
    queue = [t.button("button-queue", QueueButton())] if presides else []
    below = pairs([announce, reach, *queue, t.button("button-house-open", HouseButton())])
    council = [t.button("button-votes", PollsButton())] if tour else presiding_row(t)
    votes = [council, meetings_row(t)] if presides else []
    steps = [t.button("button-tour", TourButton())] if tour else []
    return keyboard([steps, [create], *listed(page, _line, ManageButton(), t), *below, *votes])


def _line(board: EventBoard, t: Texts) -> InlineKeyboardButton:
    event = board.event
    words = partial(
        t.plain,
        "button-board",
        day=t.day_short(event.starts_at),
        going=board.turnout.going + board.turnout.guests,
        state=event.state,
    )
    return button(titled(event.title, words), BoardButton(event_id=event.id))
