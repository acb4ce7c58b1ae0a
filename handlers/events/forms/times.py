"""Two options that ask when: until when people answer, and when an event is published."""

from datetime import timedelta

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row

from bot.domain.events.plans import checked_deadline, checked_publication
from bot.domain.events.refusals import DeadlineOutOfRange
from handlers.events.forms.creation import Creating, flow
from handlers.events.forms.navigation import TO_SETTINGS, mode, option
from handlers.forms.desks import desk_of
from handlers.forms.flows import goer, suffix
from handlers.forms.moments import earliest_of, moment_of
from handlers.forms.navigation import GIVEN
from handlers.forms.starts import day_window, time_window
from handlers.forms.words import Label, Say

DAYS_BEFORE = (1, 3)

Fields = dict[str, str]


def deadline_windows() -> tuple[Window, ...]:
    """Return the steps that ask until when people can say that they come."""
    presets = [
        Button(Label("wizard-days-before", days=days), id=f"before_{days}", on_click=_tap_before)
        for days in DAYS_BEFORE
    ]
    none = Button(Label("wizard-no-deadline"), id="remove", on_click=_no_deadline)
    another = Button(Label("wizard-another-day"), id="another", on_click=goer(Creating.deadline))
    return (
        day_window(
            Creating.deadline,
            _take_deadline,
            Say("wizard-deadline"),
            GIVEN,
            Row(*presets, none),
            TO_SETTINGS,
            name="deadline",
            getters=[option],
        ),
        time_window(
            Creating.deadline_time,
            _take_deadline,
            Row(another, TO_SETTINGS),
            name="deadline_time",
            day_name="asked_day",
        ),
    )


async def _take_deadline(fields: Fields, manager: DialogManager) -> None:
    desk = desk_of(manager)
    starts_at = moment_of(manager.dialog_data, desk.t.zone)
    until = earliest_of(fields, desk.t.zone)
    if until > starts_at:
        raise DeadlineOutOfRange(starts_at)
    if "time" not in fields:
        await _ask_time(fields, manager, Creating.deadline_time)
        return
    checked_deadline(until, starts_at, desk.clock.now())
    await flow.settle(manager, deadline=(starts_at - until).total_seconds())


async def _tap_before(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    desk, before = desk_of(manager), timedelta(days=int(suffix(button)))
    starts_at = moment_of(manager.dialog_data, desk.t.zone)
    checked_deadline(starts_at - before, starts_at, desk.clock.now())
    await flow.settle(manager, deadline=before.total_seconds())


async def _no_deadline(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await flow.settle(manager, deadline=None)


def publication_windows() -> tuple[Window, ...]:
    """Return the steps that ask when people shall hear of a new event."""
    now = Button(Label("wizard-publish-at-once"), id="now", on_click=_publish_at_once, when="fresh")
    another = Button(Label("wizard-another-day"), id="another", on_click=goer(Creating.publication))
    return (
        day_window(
            Creating.publication,
            _take_publication,
            Say("wizard-publication"),
            GIVEN,
            now,
            TO_SETTINGS,
            name="publication",
            getters=[mode, option],
        ),
        time_window(
            Creating.publication_time,
            _take_publication,
            Row(another, TO_SETTINGS),
            name="publication_time",
            day_name="asked_day",
        ),
    )


async def _take_publication(fields: Fields, manager: DialogManager) -> None:
    zone = desk_of(manager).t.zone
    starts_at = moment_of(manager.dialog_data, zone)
    checked_publication(earliest_of(fields, zone), starts_at)
    if "time" not in fields:
        await _ask_time(fields, manager, Creating.publication_time)
        return
    await flow.settle(manager, publish_day=fields["day"], publish_time=fields["time"])


async def _publish_at_once(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await flow.settle(manager, publish_day=None, publish_time=None)


async def _ask_time(fields: Fields, manager: DialogManager, state: State) -> None:
    manager.dialog_data["asked_day"] = fields["day"]
    await manager.switch_to(state)
