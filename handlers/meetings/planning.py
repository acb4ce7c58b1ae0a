"""The secretary before a meeting: the plan and its items, convening, the proof of the notice."""

from typing import Any

from aiogram.types import CallbackQuery

from bot.domain.meetings.refusals import ItemUnknown
from bot.domain.people.members import Member
from bot.services.meetings.agendas import MeetingAgendas
from bot.services.meetings.planning import MeetingPlanning
from handlers.forms.opener import Forms, with_forms
from handlers.meetings.callbacks.planning import (
    AddItemButton,
    CallOffButton,
    ChangeItemButton,
    ConveneButton,
    DropItemButton,
    ItemButton,
    NewMeetingButton,
    PlanButton,
    RaiseItemButton,
    TermsButton,
)
from handlers.meetings.forms.items import ITEM, ItemDraft, draft_of_item
from handlers.meetings.forms.plans import PLAN, draft_of_plan
from handlers.meetings.forms.reasons import CALLING_OFF, ReasonDraft
from handlers.meetings.plan_cards import plan_card, to_plan
from handlers.meetings.reading import point_words
from handlers.meetings.words import LINE_LENGTH, NAME_LENGTH
from handlers.ui.buttons import keyboard
from handlers.ui.edits import show
from handlers.ui.lengths import clipped
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts

NAMES_SHOWN = 20


async def open_plan(
    query: CallbackQuery,
    callback_data: PlanButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    t: Texts,
) -> None:
    """Show the plan instead of the tapped screen."""
    view = await meeting_planning.look(member.id, callback_data.meeting_id)
    await show(query, *plan_card(view, callback_data.page, t))


# --- the form of the plan -------------------------------------------------------------------------


async def create(
    query: CallbackQuery, member: Member, meeting_planning: MeetingPlanning, forms: Forms
) -> None:
    """Begin a new meeting, or offer the draft of one."""
    await meeting_planning.policy(member.id)
    await forms.make_new(query, PLAN)


async def change_terms(
    query: CallbackQuery,
    callback_data: TermsButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    forms: Forms,
) -> None:
    """Open the form with what is planned."""
    meeting = callback_data.meeting_id
    view = await meeting_planning.look(member.id, meeting)
    await forms.open_for(query, PLAN, meeting, draft_of_plan(view.meeting.plan))


# --- items ----------------------------------------------------------------------------------------


async def open_item(
    query: CallbackQuery,
    callback_data: ItemButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    t: Texts,
) -> None:
    """Show an item of the plan."""
    meeting, item = callback_data.meeting_id, callback_data.item_id
    view = await meeting_planning.look(member.id, meeting)
    point = next((one for one in view.meeting.plan.agenda if one.id == item), None)
    if point is None:
        raise ItemUnknown
    data: dict[str, Any] = {"meeting_id": meeting, "item_id": item}
    rows = [
        [t.button("button-meeting-item-change", ChangeItemButton(**data), "primary")],
        [
            t.button("button-meeting-item-up", RaiseItemButton(**data)),
            t.button("button-meeting-item-drop", DropItemButton(**data)),
        ],
        [t.button("button-meeting-to-plan", PlanButton(meeting_id=meeting))],
    ]
    await show(query, point_words(point, t), keyboard(rows))


async def add_item(
    query: CallbackQuery,
    callback_data: AddItemButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    forms: Forms,
) -> None:
    """Open the form for another item."""
    meeting = callback_data.meeting_id
    await meeting_planning.look(member.id, meeting)
    await forms.open_for(query, ITEM, meeting, ItemDraft())


async def change_item(
    query: CallbackQuery,
    callback_data: ChangeItemButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    forms: Forms,
) -> None:
    """Open the form with an item."""
    meeting = callback_data.meeting_id
    view = await meeting_planning.look(member.id, meeting)
    point = next((one for one in view.meeting.plan.agenda if one.id == callback_data.item_id), None)
    if point is None:
        raise ItemUnknown
    await forms.open_for(query, ITEM, meeting, draft_of_item(point))


async def raise_item(
    query: CallbackQuery,
    callback_data: RaiseItemButton,
    member: Member,
    meeting_agendas: MeetingAgendas,
    t: Texts,
) -> None:
    """Put an item before the one above it, and show the plan."""
    item = callback_data.item_id
    view = await meeting_agendas.raise_item(member.id, callback_data.meeting_id, item)
    await show(query, *plan_card(view, 0, t))


async def ask_to_drop(
    query: CallbackQuery,
    callback_data: DropItemButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    t: Texts,
) -> None:
    """Ask whether to take an item off."""
    meeting, item = callback_data.meeting_id, callback_data.item_id
    view = await meeting_planning.look(member.id, meeting)
    title = next((one.title for one in view.meeting.plan.agenda if one.id == item), "")
    yes = callback_data.model_copy(update={"sure": True})
    rows = [
        [t.button("button-meeting-item-drop-yes", yes, "danger")],
        [t.button("button-back", ItemButton(meeting_id=meeting, item_id=item))],
    ]
    await show(query, t("meeting-item-drop", title=clipped(title, LINE_LENGTH)), keyboard(rows))


async def drop_item(
    query: CallbackQuery,
    callback_data: DropItemButton,
    member: Member,
    meeting_agendas: MeetingAgendas,
    t: Texts,
) -> None:
    """Take an item off, and show the plan."""
    item = callback_data.item_id
    view = await meeting_agendas.drop_item(member.id, callback_data.meeting_id, item)
    await show(query, *plan_card(view, 0, t))


# --- the notice -----------------------------------------------------------------------------------


async def ask_to_convene(
    query: CallbackQuery,
    callback_data: ConveneButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    t: Texts,
) -> None:
    """Say whom the notice would reach, and ask for confirmation."""
    meeting = callback_data.meeting_id
    preview = await meeting_planning.preview(member.id, meeting)
    shown = [clipped(name, NAME_LENGTH) for name in preview.silent[:NAMES_SHOWN]]
    words = t(
        "meeting-convene",
        organisations=preview.organisations,
        people=preview.people,
        unreachable=preview.unreachable,
        silent=len(preview.silent),
        names=t.listed(shown),
        more=len(preview.silent) - len(shown),
    )
    yes = callback_data.model_copy(update={"sure": True})
    rows = [
        [t.button("button-meeting-convene-yes", yes, "primary")],
        [t.button("button-meeting-to-plan", PlanButton(meeting_id=meeting))],
    ]
    await show(query, words, keyboard(rows))


async def convene(
    query: CallbackQuery,
    callback_data: ConveneButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    t: Texts,
) -> None:
    """Freeze the agenda and send the notice."""
    meeting = callback_data.meeting_id
    await meeting_planning.convene(member.id, meeting)
    await show(query, t("meeting-convened"), to_plan(meeting, t))


async def call_off(
    query: CallbackQuery,
    callback_data: CallOffButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    forms: Forms,
) -> None:
    """Open the form that calls the meeting off."""
    meeting = callback_data.meeting_id
    await meeting_planning.look(member.id, meeting)
    await forms.open_for(query, CALLING_OFF, meeting, ReasonDraft())


ROUTES = Routes(
    prepare=with_forms,
    buttons={
        PlanButton: open_plan,
        NewMeetingButton: create,
        TermsButton: change_terms,
        ItemButton: open_item,
        AddItemButton: add_item,
        ChangeItemButton: change_item,
        RaiseItemButton: raise_item,
        DropItemButton: ask_to_drop,
        on(DropItemButton, sure=True): drop_item,
        ConveneButton: ask_to_convene,
        on(ConveneButton, sure=True): convene,
        CallOffButton: call_off,
    },
)
