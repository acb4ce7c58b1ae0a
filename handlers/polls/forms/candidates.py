"""The step that asks who stands: applications, people of the alliance, or names that are typed."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from bot.domain.people.searches import Match
from bot.domain.polls.plans import Candidate, CandidateId, PollKind
from bot.domain.polls.refusals import CandidateNotMember
from handlers.forms.choices import Option, Options, still_there
from handlers.forms.desks import desk_of
from handlers.forms.inputs import Typed
from handlers.forms.words import Label, Say, note, window
from handlers.polls.forms.applications import applications_window, waiting
from handlers.polls.forms.creation import Balloting, flow
from handlers.polls.forms.navigation import LEAVE, step, way_to
from handlers.polls.forms.plans import candidates_of, put_candidates, with_candidate

SEARCH_LIMIT = 100  # characters of a name that are looked for


def candidate_windows() -> tuple[Window, ...]:
    """Return the step, and what lies behind two of its buttons."""
    return _listed(), applications_window(), _people()


# --- who stands so far ------------------------------------------------------------------------


def _listed() -> Window:
    return window(
        Balloting.candidates,
        Say("poll-draft-candidates", "kind", "elects"),
        Say("poll-draft-standing", "count", when="count"),
        Options("standing", _standing, _remove),
        Button(
            Label("poll-draft-from-applications", "waiting"),
            id="open_applications",
            on_click=flow.change,
            when="waiting",
        ),
        Button(
            Label("poll-draft-from-people"), id="open_people", on_click=flow.change, when="elected"
        ),
        Button(Label("wizard-done"), id="done", on_click=_done, when="count"),
        Button(Label("button-back"), id="back", on_click=flow.back, when="behind"),
        *LEAVE,
        Typed("poll-draft-candidates-expected", _take_names),
        getters=[step, _facts],
    )


async def _facts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    draft = dialog_manager.dialog_data
    admission = draft["kind"] == PollKind.ADMISSION
    return {
        "kind": draft["kind"],
        "elects": "yes" if draft["elects"] else "no",
        "count": len(draft.get("candidates", ())),
        "waiting": len(await waiting(dialog_manager)) if admission else 0,
        "elected": not admission,
    }


async def _standing(manager: DialogManager) -> list[Option]:
    t = desk_of(manager).t
    return [
        Option(f"{one.id}", t.plain("poll-draft-remove", name=one.name))
        for one in candidates_of(manager.dialog_data)
    ]


async def _remove(number: str, manager: DialogManager) -> None:
    draft = manager.dialog_data
    put_candidates(draft, [one for one in draft.get("candidates", ()) if f"{one[0]}" != number])


async def _take_names(text: str, manager: DialogManager) -> None:
    """Take names, each on a line of its own; who is to sit in the council is found, not typed."""
    if manager.dialog_data["elects"]:
        raise CandidateNotMember
    lines = [line for line in text.splitlines() if line.strip()]
    checked = [Candidate(CandidateId(0), line).checked() for line in lines or [text]]
    draft = dict(manager.dialog_data)
    for one in checked:
        put_candidates(draft, with_candidate(draft, one.name))
    manager.dialog_data.update(draft)


async def _done(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await flow.forward(manager)


# --- people of the alliance -------------------------------------------------------------------


def _people() -> Window:
    return window(
        Balloting.people,
        Say("poll-draft-people"),
        Say("wizard-people-nobody", "search", when="nobody"),
        Options("people", _found, _toggle_person),
        way_to("candidates"),
        Typed("wizard-people-expected", _search),
        getters=[_searched],
    )


async def _search(text: str, manager: DialogManager) -> None:
    manager.dialog_data["search"] = text[:SEARCH_LIMIT]


async def _matches(manager: DialogManager) -> list[Match]:
    desk = desk_of(manager)
    text = manager.dialog_data.get("search", "")
    found = await desk.electorates.people(desk.member.id, text) if text else []
    return [one for one in found if not one.whole]


async def _found(manager: DialogManager) -> list[Option]:
    standing = {one.member for one in candidates_of(manager.dialog_data)}
    return [
        Option(
            f"{match.people[0]}",
            " · ".join(filter(None, [match.name, match.organisation])),
            match.people[0] in standing,
        )
        for match in await _matches(manager)
    ]


async def _toggle_person(key: str, manager: DialogManager) -> None:
    found = (one for one in await _matches(manager) if f"{one.people[0]}" == key)
    match = still_there(next(found, None))
    draft, member = manager.dialog_data, match.people[0]
    if any(one.member == member for one in candidates_of(draft)):
        put_candidates(draft, [one for one in draft["candidates"] if one[3] != member])
        return
    put_candidates(draft, with_candidate(draft, match.name, member=member))
    note(manager, desk_of(manager).t.plain("poll-draft-added", name=match.name))


async def _searched(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    search = dialog_manager.dialog_data.get("search", "")
    return {"search": search, "nobody": bool(search) and not await _matches(dialog_manager)}
