"""The form for something that can be booked."""

from datetime import timedelta
from typing import Any

from aiogram.types import CallbackQuery
from pydantic import BaseModel

from bot.domain.people.members import Member, MemberId
from bot.domain.rooms.hours import read_week
from bot.domain.rooms.refusals import LengthOutOfRange
from bot.domain.rooms.resources import (
    MOST_AHEAD,
    MOST_COUNT,
    MOST_PEOPLE,
    Resource,
    ResourceId,
    ResourceKind,
    ResourcePlan,
    checked_equipment,
    checked_key_holder,
    checked_name,
    within_range,
)
from bot.services.rooms.managing import RoomManaging
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Duration, Number, Text
from handlers.forms.form import SETTINGS, Ending, Form, View, given
from handlers.forms.lists import Choice, Option
from handlers.forms.opener import Forms, with_forms
from handlers.forms.screens import preview_rows
from handlers.rooms.callbacks import ChangeRoomButton, NewRoomButton, RoomButton
from handlers.rooms.cards import week_of
from handlers.rooms.forms.fields import Keeper, MaybeDuration, find
from handlers.ui.callbacks import HouseButton
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts, Value

MINUTE = timedelta(minutes=1)
USUAL_HOURS = "9-21"
LONGEST = timedelta(days=31)
A_DAY = timedelta(days=1)
QUARTER = timedelta(minutes=15)


class ResourceDraft(BaseModel):
    """A resource as it is entered, from the version that was opened."""

    version: int = 0
    kind: ResourceKind | None = None
    name: str | None = None
    capacity: int | None = None
    count: int | None = None
    hours: str = USUAL_HOURS
    equipment: str = ""
    key_holder: str = ""
    buffer: timedelta | None = None
    longest: timedelta | None = None
    ahead: int | None = None
    claim: timedelta | None = None
    keeper: MemberId | None = None
    keeper_name: str = ""


ResourceForm = FormContext[ResourceDraft]


def draft_of_resource(resource: Resource) -> ResourceDraft:
    """Return a resource as a draft."""
    plan = resource.plan
    hours = "; ".join(
        f"{day} {one.opens // 60}:{one.opens % 60:02}-{one.closes // 60}:{one.closes % 60:02}"
        for day, one in zip(
            ("mon", "tue", "wed", "thu", "fri", "sat", "sun"), plan.week.days, strict=True
        )
        if one is not None
    )
    return ResourceDraft(
        version=resource.version,
        kind=plan.kind,
        name=plan.name,
        capacity=plan.capacity,
        count=plan.count,
        hours=hours,
        equipment=plan.equipment,
        key_holder=plan.key_holder,
        buffer=plan.buffer or None,
        longest=plan.longest,
        ahead=plan.ahead.days,
        claim=plan.claim_within,
        keeper=plan.keeper,
    )


def plan_of(draft: ResourceDraft) -> ResourcePlan:
    """Return the plan of a complete draft; what was not chosen is as usual."""
    kind = given(draft.kind)
    room, thing = kind is ResourceKind.ROOM, kind is ResourceKind.THING
    return ResourcePlan(
        kind=kind,
        name=given(draft.name),
        count=1 if room else given(draft.count),
        capacity=draft.capacity if room else None,
        equipment=draft.equipment,
        key_holder=draft.key_holder,
        keeper=draft.keeper,
        week=read_week(draft.hours),
        buffer=draft.buffer or timedelta(0),
        longest=draft.longest or (7 * A_DAY if thing else 8 * timedelta(hours=1)),
        ahead=(draft.ahead or 90) * A_DAY,
        claim_within=None if thing else draft.claim,
    )


# --- checks and options ---------------------------------------------------------------------------


def checked_hours(text: str) -> str:
    """Return opening hours as they were typed, if they can be read."""
    read_week(text)
    return text


def checked_span(least: timedelta, most: timedelta) -> Any:
    """Return a check for durations within a range."""

    def check(length: timedelta) -> timedelta:
        if not least <= length <= most:
            raise LengthOutOfRange(least, most)
        return length

    return check


def _capacity(number: int) -> int:
    return within_range(number, 1, MOST_PEOPLE)


def _count(number: int) -> int:
    return within_range(number, 1, MOST_COUNT)


def _ahead(number: int) -> int:
    return within_range(number, 1, MOST_AHEAD)


def _is_room(form: Filling) -> bool:
    return bool(form.draft.kind is ResourceKind.ROOM)


def _is_no_room(form: Filling) -> bool:
    return not _is_room(form)


def _is_used_there(form: Filling) -> bool:
    return bool(form.draft.kind is not ResourceKind.THING)


async def _kinds(form: Filling) -> list[Option]:
    return [Option(one, form.label("kind-value", kind=one)) for one in ResourceKind]


def _or_none(name: str) -> Any:
    """Return what says a value, or what it means that there is none."""

    def said(draft: ResourceDraft, t: Texts) -> Value:
        value: Value | None = getattr(draft, name)
        return t.plain("room-edit-none", name=name) if value is None else value

    return said


VALUES = {
    "kind": lambda draft, t: t.plain("room-edit-kind-value", kind=given(draft.kind)),
    "hours": lambda draft, t: week_of(read_week(draft.hours), t),
    "buffer": _or_none("buffer"),
    "longest": _or_none("longest"),
    "ahead": _or_none("ahead"),
    "claim": _or_none("claim"),
    "keeper": lambda draft, t: (
        draft.keeper_name or t.plain("room-edit-keeper-value", chosen=draft.keeper is not None)
    ),
}


async def _preview(form: ResourceForm) -> View:
    draft, t = form.draft, form.t
    plan = plan_of(draft)
    words = form.words(
        "preview",
        kind=plan.kind,
        name=plan.name,
        room=plan.kind is ResourceKind.ROOM,
        number=plan.capacity or plan.count,
        hours=week_of(plan.week, t),
        longest=plan.longest,
        ahead=plan.ahead,
    )
    save = form.button(form.label("save"), "submit", style="success")
    more = form.goes(form.label("more"), SETTINGS)
    return View(words, preview_rows(form, [[save], [more]]))


async def _save(form: ResourceForm, room_managing: RoomManaging, member: Member) -> Ending:
    plan = plan_of(form.draft)
    if form.subject is None:
        resource = await room_managing.add(member.id, plan)
    else:
        resource = ResourceId(form.subject)
        await room_managing.change(member.id, resource, plan, form.draft.version)
    words = form.words("saved", name=plan.name)
    return Ending(words, form.t.plain("button-room"), RoomButton(resource_id=resource))


async def _discard(form: ResourceForm) -> Ending:
    words = form.t("wizard-unchanged")
    if form.subject is None:
        return Ending(words, form.t.plain("button-house-back"), HouseButton())
    button = RoomButton(resource_id=ResourceId(form.subject))
    return Ending(words, form.t.plain("button-room"), button)


RESOURCE = Form(
    name="room-edit",
    draft=ResourceDraft,
    fields=(
        Choice("kind", _kinds, ResourceKind),
        Text("name", checked_name),
        Number("capacity", _capacity, presets=(10, 20, 40, 100), when=_is_room),
        Number("count", _count, presets=(1, 2, 5, 10), when=_is_no_room),
    ),
    options=(
        Text("hours", checked_hours, nothing=USUAL_HOURS),
        Text("equipment", checked_equipment, removable=True),
        Text("key_holder", checked_key_holder, key="key", removable=True),
        Keeper("keeper", find, int, removable=True),
        MaybeDuration("buffer", checked_span(MINUTE, A_DAY), presets=(15, 30, 60)),
        Duration("longest", checked_span(QUARTER, LONGEST), presets=(120, 240, 480, 1440)),
        Number("ahead", _ahead, presets=(14, 30, 90, 180), unit="DAY"),
        MaybeDuration(
            "claim", checked_span(MINUTE, A_DAY), presets=(15, 30, 60), when=_is_used_there
        ),
    ),
    values=VALUES,
    preview=_preview,
    submit=_save,
    discard=_discard,
    texts="room-edit",
    lists="room-edit",
)


async def new(
    query: CallbackQuery, member: Member, room_managing: RoomManaging, forms: Forms
) -> None:
    """Begin something new."""
    await room_managing.require_organising(member.id)
    await forms.make_copy(query, RESOURCE, ResourceDraft(claim=30 * MINUTE))


async def change(
    query: CallbackQuery,
    callback_data: ChangeRoomButton,
    member: Member,
    room_managing: RoomManaging,
    forms: Forms,
) -> None:
    """Show a resource as a draft that can be changed."""
    resource = await room_managing.resource(member.id, callback_data.resource_id)
    await forms.open_for(query, RESOURCE, resource.id, draft_of_resource(resource))


ROUTES = Routes(prepare=with_forms, buttons={NewRoomButton: new, ChangeRoomButton: change})
