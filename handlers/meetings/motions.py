"""Procedural motions: two taps when nobody is against, else figures are typed."""

from aiogram.types import CallbackQuery, InlineKeyboardButton

from bot.domain.meetings.plans import ItemId, MeetingId
from bot.domain.meetings.terms import Motion
from bot.domain.meetings.views import ItemLine, PanelView
from bot.domain.people.members import Member
from bot.services.meetings.conducting import Conducting
from bot.services.meetings.screens import MeetingScreens
from handlers.forms.form import D, Form
from handlers.forms.opener import Forms, with_forms
from handlers.meetings.callbacks.panels import (
    AdoptButton,
    AmendButton,
    CancelVoteButton,
    CountHandsButton,
    MotionButton,
    OfficeButton,
    PanelScreen,
    PanelScreenButton,
    SplitButton,
    SuspendButton,
)
from handlers.meetings.forms.motions import MOTION, MotionDraft, is_left
from handlers.meetings.forms.offices import OFFICE, OfficeDraft
from handlers.meetings.forms.parts import AMENDMENT, SECTIONING, PartsDraft
from handlers.meetings.forms.reasons import SUSPENSION, VOTE_CANCELLATION, ReasonDraft
from handlers.meetings.panel_cards import panel_card, short_title
from handlers.ui.buttons import Row, button, keyboard, pairs, short
from handlers.ui.edits import replaced, show, tapped
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts

BREAKS = (10, 15, 30, 60)
CHOSEN = 8
"""So many items are offered at most; others are reached as these are dealt with."""

OF_ITEM = (Motion.REMOVE, Motion.REORDER)


async def ask(
    query: CallbackQuery,
    callback_data: MotionButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Ask of which item, or how long; then whether somebody is against."""
    came, meeting = callback_data, callback_data.meeting_id
    view = await meeting_screens.panel(member.id, meeting, tapped(query))
    if came.motion in OF_ITEM and not came.item_id:
        rows = [[one] for one in _items(view, came)]
    elif came.motion is Motion.BREAK and not came.minutes:
        rows = pairs(_breaks(came, t))
    else:
        rows = _hands(came, t)
    line = next((one for one in view.agenda if one.id == came.item_id), None)
    words = t(
        "meeting-motion-ask",
        motion=came.motion,
        title=short_title(line) if line else "",
        told=line is not None,
        minutes=came.minutes,
        present=view.attendance.present,
    )
    motions = PanelScreenButton(meeting_id=meeting, screen=PanelScreen.MOTIONS)
    await show(query, words, keyboard([*rows, [t.button("button-back", motions)]]))


def _items(view: PanelView, came: MotionButton) -> list[InlineKeyboardButton]:
    def choice(one: ItemLine) -> InlineKeyboardButton:
        return button(short(short_title(one)), came.model_copy(update={"item_id": one.id}))

    left = [one for one in view.agenda if is_left(one) and not one.is_current]
    return [choice(one) for one in left[:CHOSEN]]


def _breaks(came: MotionButton, t: Texts) -> list[InlineKeyboardButton]:
    return [
        t.button(
            "button-meeting-break", came.model_copy(update={"minutes": minutes}), minutes=minutes
        )
        for minutes in BREAKS
    ]


def _hands(came: MotionButton, t: Texts) -> list[Row]:
    said = came.model_dump()
    adopt = t.button("button-meeting-unanimous", AdoptButton(**said), "success")
    return [[adopt], [t.button("button-meeting-count-hands", CountHandsButton(**said))]]


async def adopt(
    query: CallbackQuery,
    callback_data: AdoptButton,
    member: Member,
    conducting: Conducting,
    t: Texts,
) -> None:
    """Record a motion that nobody was against, and show the panel."""
    came = callback_data
    view = await conducting.procedural(
        member.id,
        MeetingId(came.meeting_id),
        came.motion,
        item=ItemId(came.item_id) if came.item_id else None,
        minutes=came.minutes,
        message=replaced(query),
    )
    await show(query, *panel_card(view, t))


# --- forms ----------------------------------------------------------------------------------------


async def count_hands(
    query: CallbackQuery,
    callback_data: CountHandsButton | MotionButton,
    member: Member,
    conducting: Conducting,
    forms: Forms,
) -> None:
    """Open the form for a motion: its words if it needs any, and the figures."""
    came = callback_data
    draft = MotionDraft(motion=came.motion, item=came.item_id, minutes=came.minutes)
    await _open(query, MOTION, callback_data.meeting_id, draft, member, conducting, forms)


async def elect(
    query: CallbackQuery,
    callback_data: OfficeButton,
    member: Member,
    conducting: Conducting,
    forms: Forms,
) -> None:
    """Open the form that elects people to an office."""
    draft = OfficeDraft(office=callback_data.office)
    await _open(query, OFFICE, callback_data.meeting_id, draft, member, conducting, forms)


async def suspend(
    query: CallbackQuery,
    callback_data: SuspendButton,
    member: Member,
    conducting: Conducting,
    forms: Forms,
) -> None:
    """Open the form that suspends the meeting."""
    meeting = callback_data.meeting_id
    await _open(query, SUSPENSION, meeting, ReasonDraft(), member, conducting, forms)


async def cancel_vote(
    query: CallbackQuery,
    callback_data: CancelVoteButton,
    member: Member,
    conducting: Conducting,
    forms: Forms,
) -> None:
    """Open the form that cancels a vote."""
    meeting, draft = callback_data.meeting_id, ReasonDraft(item=callback_data.item_id)
    await _open(query, VOTE_CANCELLATION, meeting, draft, member, conducting, forms)


async def amend(
    query: CallbackQuery,
    callback_data: AmendButton,
    member: Member,
    conducting: Conducting,
    forms: Forms,
) -> None:
    """Open the form for an amendment."""
    draft = PartsDraft(item=callback_data.item_id)
    await _open(query, AMENDMENT, callback_data.meeting_id, draft, member, conducting, forms)


async def split(
    query: CallbackQuery,
    callback_data: SplitButton,
    member: Member,
    conducting: Conducting,
    forms: Forms,
) -> None:
    """Open the form that splits an item into sections."""
    draft = PartsDraft(item=callback_data.item_id)
    await _open(query, SECTIONING, callback_data.meeting_id, draft, member, conducting, forms)


async def _open(
    query: CallbackQuery,
    form: Form[D],
    meeting: MeetingId,
    draft: D,
    member: Member,
    conducting: Conducting,
    forms: Forms,
) -> None:
    await conducting.panel(member.id, meeting)
    await forms.open_for(query, form, meeting, draft)


ROUTES = Routes(
    prepare=with_forms,
    buttons={
        MotionButton: ask,
        **{on(MotionButton, motion=one): count_hands for one in (Motion.ADD, Motion.BLOCK)},
        on(MotionButton, motion=Motion.OTHER): count_hands,
        AdoptButton: adopt,
        CountHandsButton: count_hands,
        OfficeButton: elect,
        SuspendButton: suspend,
        CancelVoteButton: cancel_vote,
        AmendButton: amend,
        SplitButton: split,
    },
)
