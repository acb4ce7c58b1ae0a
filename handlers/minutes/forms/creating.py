"""The wizard that draws up minutes: of which polls, and what the record of them lacks."""

from datetime import datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from bot.domain.events.plans import checked_place
from bot.domain.minutes.plans import checked_course, checked_signatory
from bot.domain.moments import moment_at, read_past, read_time
from bot.domain.polls.plans import Mode
from bot.domain.refusals import MomentUnreadable
from bot.services.minutes.minutes import Suggestion
from handlers.forms.choices import Option, Options
from handlers.forms.desks import desk_of
from handlers.forms.flows import fill, goer
from handlers.forms.inputs import Take, Typed
from handlers.forms.moments import Draft
from handlers.forms.navigation import GIVEN, navigation, step_getter
from handlers.forms.words import Getter, Label, Say, Widget, window
from handlers.minutes.forms.creation import Recording, flow
from handlers.minutes.forms.plans import in_draft, kept, moment_in, polls_of, read_signatories
from handlers.minutes.forms.previews import closing_windows
from handlers.ui.lengths import clipped
from handlers.ui.texts import Texts, Value

NAVIGATION = navigation(flow)
SHOWN = 1000
"""So much of how the vote went is shown in the chat."""


def recording_dialog() -> Dialog:
    """Return the wizard."""
    return Dialog(
        _polls_window(),
        _step("place", take=flow.taker("place", checked_place)),
        *(
            _step(name, _as_the_polls(name), take=_moment_taker(name), getters=(_known,))
            for name in ("starts", "ends")
        ),
        *(_step(name, take=_signatory_taker(name)) for name in ("chair", "secretary")),
        _step("counted", _presiding_counted(), take=_take_counted),
        _course_window(),
        *closing_windows(),
        on_start=fill,
    )


def _step(
    name: str, *widgets: Widget, take: Take | None = None, getters: tuple[Getter, ...] = ()
) -> Window:
    return window(
        flow.state(name),
        Say(f"minutes-draft-{name}"),
        GIVEN,
        *widgets,
        *NAVIGATION,
        Typed(f"minutes-draft-{name}-expected", take),
        getters=[step_getter(flow, value_of), *getters],
    )


def _course_window() -> Window:
    to_preview = Button(Label("button-back"), id="back", on_click=goer(Recording.preview))
    return window(
        Recording.course,
        Say("minutes-draft-course"),
        Say("wizard-given", "value", when="given"),
        Button(Label("minutes-draft-course-none"), id="none", on_click=_no_course, when="given"),
        to_preview,
        Typed("minutes-draft-course-expected", _take_course),
        getters=[_course],
    )


async def _course(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    said = dialog_manager.dialog_data.get("course", "")
    return {"given": bool(said), "value": clipped(said, SHOWN)}


async def _take_course(text: str, manager: DialogManager) -> None:
    await flow.give(manager, course=checked_course(text))


async def _no_course(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await flow.give(manager, course="")


def value_of(name: str, draft: Draft, t: Texts) -> Value:
    """Return a field as it is set."""
    match name:
        case "starts" | "ends":
            return moment_in(draft[name])
        case "chair" | "secretary":
            return signatory_words(draft[name])
        case "counted":
            return "; ".join(map(signatory_words, draft[name]))
        case "polls":
            return t.plain("minutes-draft-polls-value", count=len(draft[name]))
        case _:
            return str(draft[name])


def signatory_words(one: list[str]) -> str:
    """Return e.g. «Мария Орлова, директор»."""
    return ", ".join(filter(None, one))


# --- of which polls ---------------------------------------------------------------------------


def _polls_window() -> Window:
    return window(
        Recording.polls,
        Say("minutes-draft-polls"),
        Say("minutes-draft-no-polls", when="nothing"),
        Options("polls", _polls, _toggle),
        Button(Label("wizard-done"), id="done", on_click=_take_polls, when="ticked"),
        *NAVIGATION[1:],
        Typed("wizard-tap-expected"),
        getters=[step_getter(flow, value_of), _ticked],
    )


async def _polls(manager: DialogManager) -> list[Option]:
    desk, ticked = desk_of(manager), manager.dialog_data.get("polls", ())
    return [
        Option(
            f"{one.id}",
            desk.t.plain(
                "minutes-draft-poll",
                day=desk.t.day(one.closed_at or one.closes_at),
                question=" ".join(one.question.split()),
            ),
            one.id in ticked,
        )
        for one in await desk.minutes.counted(desk.member.id)
    ]


async def _toggle(key: str, manager: DialogManager) -> None:
    draft = manager.dialog_data
    polls = sorted({*draft.get("polls", ())} ^ {int(key)})
    if polls:
        draft["polls"] = polls
    else:
        draft.pop("polls", None)


async def _ticked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {
        "ticked": bool(dialog_manager.dialog_data.get("polls")),
        "nothing": not await _polls(dialog_manager),
    }


async def _take_polls(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Take the polls, and what the record knows of their sitting."""
    await begin(manager)
    await flow.forward(manager)


async def begin(manager: DialogManager) -> None:
    """Put what the record knows into the draft; what people said already stays."""
    draft, known = manager.dialog_data, await _suggestion(manager)
    draft.update(draft_of(known) | draft | {"drawn_up": in_draft(desk_of(manager).clock.now())})


def draft_of(known: Suggestion) -> dict[str, Any]:
    """Return what need not be asked: who signs, and by correspondence when it was voted."""
    signatories = {"chair": known.chair, "secretary": known.secretary}
    draft: dict[str, Any] = {name: kept(one) for name, one in signatories.items() if one}
    if known.mode is Mode.CORRESPONDENCE:
        draft |= {"starts": in_draft(known.starts_at), "ends": in_draft(known.ends_at)}
    return draft


async def _suggestion(manager: DialogManager) -> Suggestion:
    desk = desk_of(manager)
    return await desk.minutes.suggestion(desk.member.id, polls_of(manager.dialog_data))


# --- when -------------------------------------------------------------------------------------


def _as_the_polls(name: str) -> Button:
    async def take(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await flow.give(manager, **{name: in_draft(_moment(name, await _suggestion(manager)))})

    return Button(Label(f"minutes-draft-{name}-usual", name), id="usual", on_click=take)


def _moment(name: str, known: Suggestion) -> datetime:
    return known.starts_at if name == "starts" else known.ends_at


def _moment_taker(name: str) -> Take:
    """Take a time of the day of the polls, or a day with a time."""

    async def take(text: str, manager: DialogManager) -> None:
        desk = desk_of(manager)
        known = _moment(name, await _suggestion(manager))
        try:
            at, day = read_time(text), known.astimezone(desk.t.zone).date()
        except MomentUnreadable:
            day, typed = read_past(text, desk.today)
            if typed is None:
                raise
            at = typed
        await flow.give(manager, **{name: in_draft(moment_at(day, at, desk.t.zone))})

    return take


async def _known(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    known = await _suggestion(dialog_manager)
    return {"starts": known.starts_at, "ends": known.ends_at}


# --- who --------------------------------------------------------------------------------------


def _signatory_taker(name: str) -> Take:
    async def take(text: str, manager: DialogManager) -> None:
        await flow.give(manager, **{name: kept(checked_signatory(text))})

    return take


async def _take_counted(text: str, manager: DialogManager) -> None:
    await flow.give(manager, counted=read_signatories(text))


def _presiding_counted() -> Button:
    async def take(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        draft = manager.dialog_data
        await flow.give(manager, counted=[draft["secretary"]])

    return Button(Label("minutes-draft-counted-secretary"), id="secretary", on_click=take)
