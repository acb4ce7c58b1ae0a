"""The step that asks whom an event is for: a circle, municipalities, or people one by one."""

from typing import Any
from zlib import crc32

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from bot.domain.events.audiences import COUNCIL, DELEGATES, EVERYBODY, Audience, Circle
from bot.domain.people.searches import Match
from handlers.events.forms.creation import Creating, flow
from handlers.events.forms.navigation import NAVIGATION, step
from handlers.forms.choices import Option, Options, still_there
from handlers.forms.desks import desk_of
from handlers.forms.flows import goer, suffix
from handlers.forms.inputs import Typed
from handlers.forms.navigation import GIVEN
from handlers.forms.words import Label, Say, note, window

CIRCLES = (EVERYBODY, DELEGATES, COUNCIL)
SEARCH_LIMIT = 100  # characters of a name that are looked for

BACK = Button(Label("button-back"), id="audience", on_click=goer(Creating.audience))


def audience_windows() -> tuple[Window, ...]:
    """Return the step, and what lies behind two of its buttons."""
    return _circles(), _municipalities(), _people()


def _circles() -> Window:
    return window(
        Creating.audience,
        Say("wizard-audience"),
        GIVEN,
        *(
            Button(
                Label(f"wizard-audience-{audience.circle}", audience.circle),
                id=f"audience_{audience.circle}",
                on_click=_tap_circle,
            )
            for audience in CIRCLES
        ),
        Button(
            Label("wizard-by-municipality"),
            id="open_municipalities",
            on_click=flow.change,
            when="municipalities",
        ),
        Button(Label("wizard-by-hand"), id="open_people", on_click=flow.change),
        *NAVIGATION,
        Typed("wizard-tap-expected"),
        getters=[step, _reached],
    )


async def _reached(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    desk = desk_of(dialog_manager)
    events, member = desk.events, desk.member.id
    counts: dict[str, Any] = {
        one.circle: (await events.reach(member, one)).people for one in CIRCLES
    }
    return {**counts, "municipalities": bool(await events.municipalities(member))}


async def _tap_circle(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await flow.give(manager, audience=suffix(button))


# --- municipalities ---------------------------------------------------------------------------


def _municipalities() -> Window:
    return window(
        Creating.municipalities,
        Say("wizard-municipalities", "people"),
        Options("towns", _towns, _toggle_town),
        Button(Label("wizard-done"), id="done", on_click=_take_towns),
        BACK,
        Typed("wizard-tap-expected"),
        getters=[_reached_there],
    )


def _code(name: str) -> str:
    """Return a short id of a name: the list may have changed by the time of the tap."""
    return f"{crc32(name.encode()):08x}"


async def _towns(manager: DialogManager) -> list[Option]:
    chosen = manager.dialog_data.get("municipalities", [])
    return [Option(_code(name), name, name in chosen) for name in await _names(manager)]


async def _names(manager: DialogManager) -> list[str]:
    desk = desk_of(manager)
    return await desk.events.municipalities(desk.member.id)


async def _toggle_town(code: str, manager: DialogManager) -> None:
    chosen = manager.dialog_data.get("municipalities", [])
    manager.dialog_data["municipalities"] = [
        name for name in await _names(manager) if (name in chosen) != (_code(name) == code)
    ]


async def _take_towns(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if not manager.dialog_data.get("municipalities"):
        note(manager, desk_of(manager).t.plain("wizard-choose-one"))
        return
    await flow.give(manager, audience=str(Circle.MUNICIPALITIES))


async def _reached_there(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    desk = desk_of(dialog_manager)
    names = tuple(dialog_manager.dialog_data.get("municipalities", ()))
    reach = await desk.events.reach(desk.member.id, Audience(Circle.MUNICIPALITIES, names))
    return {"people": reach.people}


# --- people, one by one -----------------------------------------------------------------------


def _people() -> Window:
    return window(
        Creating.people,
        Say("wizard-people", "count"),
        Say("wizard-people-nobody", "search", when="nobody"),
        Options("people", _found, _toggle_people),
        Button(Label("wizard-done"), id="done", on_click=_take_people),
        Button(Label("wizard-people-clear"), id="clear", on_click=_clear_people, when="removable"),
        BACK,
        Typed("wizard-people-expected", _search),
        getters=[_chosen],
    )


async def _search(text: str, manager: DialogManager) -> None:
    manager.dialog_data["search"] = text[:SEARCH_LIMIT]


async def _matches(manager: DialogManager) -> dict[str, Match]:
    desk = desk_of(manager)
    text = manager.dialog_data.get("search", "")
    found = await desk.events.search_people(desk.member.id, text)
    return {f"{'all' if one.whole else 'one'}{one.people[0]}": one for one in found}


async def _found(manager: DialogManager) -> list[Option]:
    t, selected = desk_of(manager).t, _selected(manager)
    return [
        Option(
            key,
            t.plain("wizard-people-all", name=match.name, count=len(match.people))
            if match.whole
            else " · ".join(filter(None, [match.name, match.organisation])),
            selected.issuperset(match.people),
        )
        for key, match in (await _matches(manager)).items()
    ]


def _selected(manager: DialogManager) -> set[int]:
    draft = manager.dialog_data
    return {*draft.get("chosen", ()), *draft.get("invited", ())}


async def _toggle_people(key: str, manager: DialogManager) -> None:
    match = still_there((await _matches(manager)).get(key))
    people, selected = set(match.people), _selected(manager)
    if not selected.issuperset(people):
        selected |= people
    elif people.intersection(manager.dialog_data.get("invited", ())):
        note(manager, desk_of(manager).t.plain("wizard-people-invited"))
    else:
        selected -= people
    manager.dialog_data["chosen"] = sorted(selected)


async def _clear_people(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data["chosen"] = []


async def _take_people(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if not _selected(manager):
        note(manager, desk_of(manager).t.plain("wizard-choose-one"))
        return
    await flow.give(manager, audience=str(Circle.CHOSEN))


async def _chosen(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    draft, search = dialog_manager.dialog_data, dialog_manager.dialog_data.get("search", "")
    return {
        "count": len(_selected(dialog_manager)),
        "search": search,
        "nobody": bool(search) and not await _matches(dialog_manager),
        "removable": set(draft.get("chosen", ())) > set(draft.get("invited", ())),
    }
