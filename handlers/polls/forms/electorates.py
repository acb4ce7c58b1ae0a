"""The option that narrows down who votes."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from bot.domain.people.members import folded
from bot.domain.polls.plans import Body
from handlers.forms.choices import Option, Options
from handlers.forms.desks import desk_of
from handlers.forms.inputs import Typed
from handlers.forms.navigation import GIVEN
from handlers.forms.words import Label, Say, note, window
from handlers.polls.forms.creation import Balloting
from handlers.polls.forms.navigation import DONE, option

SEARCH_LIMIT = 100  # characters of a name that are looked for


def voters_window() -> Window:
    """Return the step: all of the body, ticked off one by one."""
    return window(
        Balloting.voters,
        Say("poll-draft-voters", "body", "count"),
        GIVEN,
        Say("wizard-people-nobody", "search", when="nobody"),
        Options("voters", _voters, _toggle),
        Button(Label("poll-draft-everybody"), id="everybody", on_click=_everybody, when="narrowed"),
        Button(Label("poll-draft-whole-list"), id="whole", on_click=_whole_list, when="search"),
        DONE,
        Typed("wizard-people-expected", _search),
        getters=[option, _facts],
    )


async def _names(manager: DialogManager) -> dict[int, str]:
    desk, body = desk_of(manager), Body(manager.dialog_data["body"])
    return {one.id: one.name for one in await desk.electorates.voters(desk.member.id, body)}


async def _voters(manager: DialogManager) -> list[Option]:
    """Return those who match what is looked for, whoever votes marked."""
    draft = manager.dialog_data
    chosen, words = draft.get("voters"), folded(draft.get("voter_search", "")).split()
    return [
        Option(f"{id_}", name, chosen is None or id_ in chosen)
        for id_, name in (await _names(manager)).items()
        if all(word in folded(name) for word in words)
    ]


async def _toggle(key: str, manager: DialogManager) -> None:
    draft = manager.dialog_data
    everybody = set(await _names(manager))
    before = draft.get("voters")
    chosen = (everybody if before is None else everybody.intersection(before)) ^ {int(key)}
    if not chosen:
        note(manager, desk_of(manager).t.plain("wizard-choose-one"))
        return
    draft["voters"] = None if chosen == everybody else sorted(chosen)


async def _everybody(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data["voters"] = None


async def _whole_list(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop("voter_search", None)


async def _search(text: str, manager: DialogManager) -> None:
    manager.dialog_data["voter_search"] = text[:SEARCH_LIMIT]


async def _facts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    draft = dialog_manager.dialog_data
    search = draft.get("voter_search", "")
    return {
        "body": draft["body"],
        "count": len(await _names(dialog_manager)),
        "search": search,
        "nobody": bool(search) and not await _voters(dialog_manager),
        "narrowed": draft.get("voters") is not None,
    }
