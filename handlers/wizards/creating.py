"""The wizard that makes an event, as it looks: a window a step, and a preview."""

from datetime import date, timedelta
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group, Row
from aiogram_dialog.widgets.style import Style

from bot.domain.events import Audience, checked_description, checked_place, checked_title
from bot.domain.moments import moment_at
from handlers.cards import event_card
from handlers.texts import Texts, Value
from handlers.wizards import creation as flow
from handlers.wizards.creation import Creating
from handlers.wizards.desks import desk_of
from handlers.wizards.inputs import Typed
from handlers.wizards.plans import (
    LAST_MINUTE,
    Draft,
    card_of,
    field_before,
    first_missing,
    plan_of,
    start_of,
)
from handlers.wizards.starts import day_window, time_window
from handlers.wizards.words import Label, Say, window

DURATIONS = (60, 90, 120, 180, 240, 480)  # minutes
CHANGEABLE = ("title", "description", "day", "duration", "place", "audience")


async def _step(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    draft, field = dialog_manager.dialog_data, flow.step_of(dialog_manager)
    given = field in draft
    return {
        "given": given,
        "value": _value(field, draft, desk_of(dialog_manager).t) if given else None,
        "behind": field_before(field) is not None and first_missing(draft) is not None,
    }


def _value(field: str, draft: Draft, t: Texts) -> Value:
    match field:
        case "day" if "time" not in draft:
            return t.day(moment_at(date.fromisoformat(draft["day"]), LAST_MINUTE, t.zone))
        case "day" | "time":
            return start_of(draft, t.zone)
        case "duration":
            return timedelta(minutes=draft["duration"])
        case "audience":
            return t.plain("event-audience", audience=draft["audience"])
        case "description" if not draft["description"]:
            return t.plain("wizard-none")
        case _:
            return str(draft[field])


async def _reached(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    desk = desk_of(dialog_manager)
    return {
        audience: (await desk.events.reach(desk.member.id, audience)).people
        for audience in Audience
    }


async def _preview(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    desk = desk_of(dialog_manager)
    plan = plan_of(dialog_manager.dialog_data, desk.t.zone)
    reach = await desk.events.reach(desk.member.id, plan.audience)
    return {
        "card": event_card(card_of(plan, desk.member.id), desk.t),
        "people": reach.people,
        "organisations": reach.organisations,
        "unreachable": reach.unreachable,
        "not_joined": reach.not_joined,
    }


async def _titled(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"title": dialog_manager.dialog_data["title"]}


GIVEN = Say("wizard-given", "value", when="given")
NAVIGATION = (
    Button(Label("wizard-keep"), id="keep", on_click=flow.keep, when="given"),
    Row(
        Button(Label("button-back"), id="back", on_click=flow.back, when="behind"),
        Button(Label("wizard-leave"), id="leave", on_click=flow.leave),
    ),
)


def _typed_windows() -> tuple[Window, ...]:
    return (
        window(
            Creating.title,
            Say("wizard-title"),
            GIVEN,
            *NAVIGATION,
            Typed("wizard-title-expected", flow.taker("title", checked_title)),
            getters=[_step],
        ),
        window(
            Creating.description,
            Say("wizard-description"),
            GIVEN,
            Button(Label("wizard-skip-description"), id="skip", on_click=flow.skip_description),
            *NAVIGATION,
            Typed("wizard-description-expected", flow.taker("description", checked_description)),
            getters=[_step],
        ),
        window(
            Creating.place,
            Say("wizard-place"),
            GIVEN,
            *NAVIGATION,
            Typed("wizard-place-expected", flow.taker("place", checked_place)),
            getters=[_step],
        ),
    )


def _tapped_windows() -> tuple[Window, ...]:
    return (
        day_window(
            Creating.day, flow.take_start, Say("wizard-day"), GIVEN, *NAVIGATION, getters=[_step]
        ),
        time_window(Creating.time, flow.take_start, GIVEN, *NAVIGATION, getters=[_step]),
        window(
            Creating.duration,
            Say("wizard-duration"),
            GIVEN,
            Group(
                *(
                    Button(
                        Label("wizard-duration-choice", minutes=minutes),
                        id=f"minutes_{minutes}",
                        on_click=flow.tap_duration,
                    )
                    for minutes in DURATIONS
                ),
                width=3,
            ),
            *NAVIGATION,
            Typed("wizard-duration-expected", flow.take_duration),
            getters=[_step],
        ),
        window(
            Creating.audience,
            Say("wizard-audience"),
            GIVEN,
            *(
                Button(
                    Label(f"wizard-audience-{audience}", audience),
                    id=f"audience_{audience}",
                    on_click=flow.tap_audience,
                )
                for audience in Audience
            ),
            *NAVIGATION,
            Typed("wizard-tap-expected"),
            getters=[_step, _reached],
        ),
    )


def _closing_windows() -> tuple[Window, ...]:
    discard = Button(
        Label("wizard-discard"),
        id="discard",
        on_click=flow.discard,
        style=Style(ButtonStyle.DANGER),
    )
    return (
        window(
            Creating.preview,
            Say("wizard-preview", "card", "people", "organisations"),
            Say("wizard-reach-unreachable", "unreachable", when="unreachable"),
            Say("wizard-reach-not-joined", "not_joined", when="not_joined"),
            Button(
                Label("wizard-publish"),
                id="publish",
                on_click=flow.publish,
                style=Style(ButtonStyle.SUCCESS),
            ),
            Group(
                *(
                    Button(
                        Label(f"wizard-change-{field}"), id=f"change_{field}", on_click=flow.change
                    )
                    for field in CHANGEABLE
                ),
                width=2,
            ),
            Button(Label("wizard-leave"), id="leave", on_click=flow.leave),
            Typed("wizard-tap-expected"),
            getters=[_preview],
        ),
        window(
            Creating.leaving,
            Say("wizard-leaving", "title"),
            Row(discard, Button(Label("wizard-return"), id="return", on_click=flow.resume)),
            Typed("wizard-tap-expected"),
            getters=[_titled],
        ),
        window(
            Creating.resuming,
            Say("wizard-resuming", "title"),
            Row(
                Button(Label("wizard-return"), id="return", on_click=flow.resume),
                Button(Label("wizard-start-over"), id="over", on_click=flow.start_over),
            ),
            Typed("wizard-tap-expected"),
            getters=[_titled],
        ),
    )


def creating_dialog() -> Dialog:
    """Return the wizard."""
    return Dialog(*_typed_windows(), *_tapped_windows(), *_closing_windows())
