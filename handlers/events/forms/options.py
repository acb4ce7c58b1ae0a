"""A step for each option of an event that asks for no moment."""

from datetime import timedelta

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from bot.domain.events.plans import (
    Kind,
    checked_capacity,
    checked_guests,
    checked_link,
    checked_quota,
    checked_room,
)
from bot.domain.events.reminders import LEADS
from bot.domain.numbers import read_number
from handlers.events.forms.creation import Creating, flow
from handlers.events.forms.navigation import DONE, TO_SETTINGS, option
from handlers.forms.choices import Option, Options
from handlers.forms.desks import desk_of
from handlers.forms.inputs import Take, TakeMessage, Typed
from handlers.forms.navigation import GIVEN
from handlers.forms.words import Label, Say, Widget, window

GUESTS = range(6)
QUOTAS = (1, 2, 3, 5)
NAMED = "named"
USUAL = "usual"


def option_windows() -> tuple[Window, ...]:
    """Return the steps; each leads back to the list of options."""
    quotas = Options("quota", _quotas, _tap_quota, width=len(QUOTAS))
    guests = Options("guests", _guests, _tap_guests, width=len(GUESTS))
    leads = Options("leads", _leads, _tap_lead, width=2)
    return (
        _step("kind", Options("kind", _kinds, _take_kind), TO_SETTINGS),
        _step("cover", _remover("cover"), TO_SETTINGS, sent=_take_cover),
        _step("point", _remover("point"), TO_SETTINGS, sent=_take_point),
        _step("room", _remover("room", ""), TO_SETTINGS, take=_take_room),
        _step("link", _remover("link", ""), TO_SETTINGS, take=_take_link),
        _step("capacity", _remover("capacity"), TO_SETTINGS, take=_take_capacity),
        _step("quota", quotas, _remover("quota"), TO_SETTINGS, take=_take_quota),
        _step("guests", guests, DONE, take=_take_guests),
        _step("leads", leads, DONE),
    )


def _step(
    name: str, *widgets: Widget, take: Take | None = None, sent: TakeMessage | None = None
) -> Window:
    return window(
        getattr(Creating, name),
        Say(f"wizard-{name}"),
        GIVEN,
        *widgets,
        Typed(f"wizard-{name}-expected" if take or sent else "wizard-tap-expected", take, sent),
        getters=[option],
    )


def _remover(name: str, nothing: str | None = None) -> Button:
    async def remove(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await flow.settle(manager, **{name: nothing})

    return Button(Label(f"wizard-no-{name}"), id="remove", on_click=remove, when="removable")


async def _kinds(manager: DialogManager) -> list[Option]:
    t, chosen = desk_of(manager).t, manager.dialog_data.get("kind", Kind.MEETING)
    return [Option(kind, t.plain("wizard-kind-value", kind=kind), kind == chosen) for kind in Kind]


async def _take_kind(kind: str, manager: DialogManager) -> None:
    await flow.settle(manager, kind=kind)


async def _take_cover(message: Message, manager: DialogManager) -> bool:
    if not message.photo:
        return False
    await flow.settle(manager, cover=message.photo[-1].file_id)  # the largest comes last
    return True


async def _take_point(message: Message, manager: DialogManager) -> bool:
    if message.location is None:
        return False
    await flow.settle(manager, point=[message.location.latitude, message.location.longitude])
    return True


async def _take_room(text: str, manager: DialogManager) -> None:
    await flow.settle(manager, room=checked_room(text))


async def _take_link(text: str, manager: DialogManager) -> None:
    await flow.settle(manager, link=checked_link(text))


async def _take_capacity(text: str, manager: DialogManager) -> None:
    capacity = checked_capacity(read_number(text))
    quota = manager.dialog_data.get("quota")
    most = quota if quota is None or capacity is None else min(quota, capacity)
    await flow.settle(manager, capacity=capacity, quota=most)


async def _quotas(manager: DialogManager) -> list[Option]:
    chosen = manager.dialog_data.get("quota")
    return [Option(f"{quota}", f"{quota}", quota == chosen) for quota in QUOTAS]


async def _take_quota(text: str, manager: DialogManager) -> None:
    quota = checked_quota(read_number(text), manager.dialog_data.get("capacity"))
    await flow.settle(manager, quota=quota)


async def _tap_quota(quota: str, manager: DialogManager) -> None:
    await _take_quota(quota, manager)


async def _guests(manager: DialogManager) -> list[Option]:
    draft = manager.dialog_data
    count = draft.get("guests", 0)
    named = desk_of(manager).t.plain("wizard-guests-named")
    choices = [Option(f"{guests}", f"{guests}", guests == count) for guests in GUESTS]
    return [*choices, Option(NAMED, named, bool(draft.get("guests_named")))]


async def _tap_guests(choice: str, manager: DialogManager) -> None:
    draft = manager.dialog_data
    if choice == NAMED:
        draft["guests_named"] = not draft.get("guests_named")
    else:
        draft["guests"] = int(choice)


async def _take_guests(text: str, manager: DialogManager) -> None:
    await flow.settle(manager, guests=checked_guests(read_number(text)))


async def _leads(manager: DialogManager) -> list[Option]:
    t, chosen = desk_of(manager).t, manager.dialog_data.get("leads")
    choices = [
        Option(f"{minutes}", t.duration(lead), minutes in (chosen or ()))
        for lead in LEADS
        for minutes in [int(lead / timedelta(minutes=1))]
    ]
    return [*choices, Option(USUAL, t.plain("wizard-leads-as-usual"), chosen is None)]


async def _tap_lead(choice: str, manager: DialogManager) -> None:
    draft = manager.dialog_data
    if choice == USUAL:
        draft["leads"] = None
    else:
        draft["leads"] = sorted({*(draft.get("leads") or ())} ^ {int(choice)}, reverse=True)
