"""The wizard that registers a доверенность for a voter: who casts whose ballot, by which paper."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.style import Style

from bot.domain.moments import moment_at, read_past, read_start
from bot.domain.people.members import MemberId, folded
from bot.domain.polls.electorates import VoterId, checked_quotable
from bot.domain.polls.refusals import ProxyExpired
from bot.domain.refusals import MomentUnreadable
from handlers.forms.choices import Option, Options, still_there
from handlers.forms.desks import desk_of
from handlers.forms.flows import goer, step_of
from handlers.forms.inputs import Take, Typed
from handlers.forms.moments import LAST_MINUTE
from handlers.forms.words import Label, Say, Widget, window
from handlers.polls.forms.boards import finish_at_board, poll_of
from handlers.ui.texts import Texts

SEARCH_LIMIT = 100  # characters of a name that are looked for
FACTS = ("voter", "holder", "number", "issued", "expires", "scope", "today", "later")
STEPS = ("voter", "holder", "number", "issued", "expires", "scope", "confirm")


class Entrusting(StatesGroup):
    """Whose ballot, who casts it, the paper's number, its days and scope; whether it is right."""

    voter = State()
    holder = State()
    number = State()
    issued = State()
    expires = State()
    scope = State()
    confirm = State()


def entrusting_dialog() -> Dialog:
    """Return the wizard."""
    green = Style(ButtonStyle.SUCCESS)
    return Dialog(
        _step("voter", Options("voter", _voters, _take_voter), take=_search("voter")),
        _step("holder", Options("holder", _holders, _take_holder), take=_search("holder")),
        _step("number", take=_take_number),
        _step("issued", take=_take_issued),
        _step("expires", take=_take_expires),
        _step("scope", take=_take_scope),
        _step("confirm", Button(Label("poll-proxy-yes"), "yes", _register, style=green)),
    )


def _step(name: str, *widgets: Widget, take: Take | None = None) -> Window:
    leave = Button(Label("wizard-stay"), id="leave", on_click=_leave)
    place = STEPS.index(name)
    before = getattr(Entrusting, STEPS[place - 1]) if place else None
    back = [Button(Label("button-back"), id="back", on_click=goer(before))] if before else []
    return window(
        getattr(Entrusting, name),
        Say(f"poll-proxy-{name}", *FACTS),
        Say("wizard-people-nobody", "search", when="nobody"),
        *widgets,
        Row(*back, leave),
        Typed(f"poll-proxy-{name}-expected" if take else "wizard-tap-expected", take),
        getters=[_facts],
    )


# --- whose ballot, and who casts it -----------------------------------------------------------


def _search(who: str) -> Take:
    async def search(text: str, manager: DialogManager) -> None:
        manager.dialog_data[f"{who}_search"] = text[:SEARCH_LIMIT]

    return search


def _sought(who: str, manager: DialogManager) -> str:
    return str(manager.dialog_data.get(f"{who}_search", ""))


async def _givers(manager: DialogManager) -> dict[int, str]:
    desk = desk_of(manager)
    return {
        one.id: one.name for one in await desk.electorates.givers(desk.member.id, poll_of(manager))
    }


async def _voters(manager: DialogManager) -> list[Option]:
    words = folded(_sought("voter", manager)).split()
    return [
        Option(f"{id_}", name)
        for id_, name in (await _givers(manager)).items()
        if all(word in folded(name) for word in words)
    ]


async def _take_voter(key: str, manager: DialogManager) -> None:
    name = still_there((await _givers(manager)).get(int(key)))
    manager.dialog_data.update(voter=int(key), voter_name=name)
    await manager.switch_to(Entrusting.holder)


async def _holders(manager: DialogManager) -> list[Option]:
    text = _sought("holder", manager)
    if not text:
        return []
    desk = desk_of(manager)
    voter = VoterId(manager.dialog_data["voter"])
    found = await desk.proxies.holders(desk.member.id, poll_of(manager), voter, text)
    return [
        Option(f"{one.id}", " · ".join(filter(None, [one.name, one.organisation_name])))
        for one in found
    ]


async def _take_holder(key: str, manager: DialogManager) -> None:
    found = (one for one in await _holders(manager) if one.id == key)
    chosen = still_there(next(found, None))
    manager.dialog_data.update(holder=int(key), holder_name=chosen.words)
    await manager.switch_to(Entrusting.number)


# --- the paper --------------------------------------------------------------------------------


async def _take_number(text: str, manager: DialogManager) -> None:
    manager.dialog_data["number"] = checked_quotable(text)
    await manager.switch_to(Entrusting.issued)


async def _take_issued(text: str, manager: DialogManager) -> None:
    """Take the day, which has been: without a year it is the latest such day."""
    manager.dialog_data["issued"] = _day(read_past, text, manager)
    await manager.switch_to(Entrusting.expires)


async def _take_expires(text: str, manager: DialogManager) -> None:
    desk = desk_of(manager)
    day = _day(read_start, text, manager)
    if _end(day, manager) <= desk.clock.now():
        raise ProxyExpired(_end(day, manager))
    manager.dialog_data["expires"] = day
    await manager.switch_to(Entrusting.scope)


async def _take_scope(text: str, manager: DialogManager) -> None:
    manager.dialog_data["scope"] = checked_quotable(text)
    await manager.switch_to(Entrusting.confirm)


def _day(
    read: Callable[[str, date], tuple[date, time | None]], text: str, manager: DialogManager
) -> str:
    """Return a day for the draft that is typed without a time."""
    day, at = read(text, desk_of(manager).today)
    if at is not None:
        raise MomentUnreadable
    return day.isoformat()


def _end(day: str, manager: DialogManager) -> datetime:
    """Return the moment (UTC) at which a paper runs out that holds through a day."""
    return moment_at(date.fromisoformat(day), LAST_MINUTE, desk_of(manager).t.zone)


def _said(day: str | None, t: Texts) -> str:
    return "" if day is None else t.date(date.fromisoformat(day))


# --- whether it is right ----------------------------------------------------------------------


async def _facts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    desk, draft = desk_of(dialog_manager), dialog_manager.dialog_data
    step = step_of(dialog_manager)
    search = _sought(step, dialog_manager)
    found = {"voter": _voters, "holder": _holders}.get(step)
    return {
        "voter": draft.get("voter_name", ""),
        "holder": draft.get("holder_name", ""),
        "number": draft.get("number", ""),
        "issued": _said(draft.get("issued"), desk.t),
        "expires": _said(draft.get("expires"), desk.t),
        "scope": draft.get("scope", ""),
        "today": f"{desk.today:%d.%m.%Y}",
        "later": f"{desk.today + timedelta(days=30):%d.%m.%Y}",
        "search": search,
        "nobody": bool(search) and found is not None and not await found(dialog_manager),
    }


async def _leave(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await finish_at_board(query, manager, desk_of(manager).t("wizard-unchanged"))


async def _register(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    desk, draft = desk_of(manager), manager.dialog_data
    await desk.proxies.register(
        desk.member.id,
        poll_of(manager),
        VoterId(draft["voter"]),
        MemberId(draft["holder"]),
        draft["number"],
        date.fromisoformat(draft["issued"]),
        _end(draft["expires"], manager),
        draft["scope"],
    )
    await finish_at_board(query, manager, desk.t("poll-proxy-registered"))
