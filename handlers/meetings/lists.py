"""The general meetings: a list with the buttons of each one's roles, and /meeting."""

from collections.abc import Sequence

from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.domain.meetings.plan_views import MeetingSummary
from bot.domain.meetings.state import Phase
from bot.domain.notices import MessageRef
from bot.domain.people.members import Member
from bot.services.meetings.delegating import Delegating
from bot.services.meetings.planning import MeetingPlanning
from bot.services.meetings.screens import MeetingScreens
from handlers.meetings.callbacks.delegates import MeetingButton, ProposeButton
from handlers.meetings.callbacks.desks import DeskButton
from handlers.meetings.callbacks.panels import PanelButton
from handlers.meetings.callbacks.planning import NewMeetingButton, PlanButton
from handlers.meetings.delegate_cards import delegate_card
from handlers.ui.buttons import Row, button, keyboard, pairs, short, turning
from handlers.ui.callbacks import ManageButton, MeetingsButton, QueueButton
from handlers.ui.edits import show
from handlers.ui.pages import page_of
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

SIZE = 3
"""Meetings on a page; each may have several buttons."""


async def open_command(
    message: Message,
    member: Member,
    meeting_screens: MeetingScreens,
    delegating: Delegating,
    t: Texts,
) -> None:
    """Show the one meeting that is convened or held now, else the list.

    The card is kept up to date from the moment it has been sent.
    """
    home = await meeting_screens.home(member.id)
    if home.view is None:
        words, rows = meeting_list(home.meetings, member, 0, t)
        await message.answer(words, reply_markup=rows)
        return
    words, rows = delegate_card(home.view, t)
    sent = await message.answer(words, reply_markup=rows)
    await delegating.look(member.id, home.view.meeting, MessageRef(sent.chat.id, sent.message_id))


async def turn_page(
    query: CallbackQuery,
    callback_data: MeetingsButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    t: Texts,
) -> None:
    """Show a page of the list instead of the tapped screen."""
    meetings = await meeting_planning.listed(member.id)
    await show(query, *meeting_list(meetings, member, callback_data.page, t))


def meeting_list(
    meetings: Sequence[MeetingSummary], member: Member, wanted: int, t: Texts
) -> tuple[str, InlineKeyboardMarkup]:
    """Return the list and its buttons."""
    page = page_of(meetings, wanted, SIZE)
    rows = [row for one in page.items for row in _rows(one, t)]
    new = [t.button("button-meeting-new", NewMeetingButton(), "primary")]
    manage = ManageButton() if member.is_organiser else QueueButton()
    back = [t.button("button-back", manage)]
    presiding = [new, back] if member.presides else []
    below = keyboard([*rows, turning(page, MeetingsButton(), t), *presiding])
    words = t("meetings", count=len(meetings), plans=member.presides)
    return words, below


def _rows(one: MeetingSummary, t: Texts) -> list[Row]:
    """Return the button that opens a meeting, and those of the person's roles in it."""
    words = t.plain(
        "button-meeting", title=one.title, day=t.day_short(one.starts_at), phase=one.phase
    )
    data = PlanButton(meeting_id=one.id) if one.may_plan else MeetingButton(meeting_id=one.id)
    if one.phase is Phase.PLANNED and not one.may_plan:
        propose = t.plain("button-meeting-propose", title=one.title, day=t.day_short(one.starts_at))
        return [[button(short(propose), ProposeButton(meeting_id=one.id))]]
    roles = []
    if one.is_current and one.may_plan:
        roles.append(t.button("button-meeting-card", MeetingButton(meeting_id=one.id)))
    if one.is_current and one.may_conduct:
        roles.append(t.button("button-meeting-panel", PanelButton(meeting_id=one.id)))
    if one.is_current and one.phase is not Phase.CONVENED and one.may_register:
        roles.append(t.button("button-meeting-desk", DeskButton(meeting_id=one.id)))
    return [[button(short(words), data)], *pairs(roles)]


ROUTES = Routes(buttons={MeetingsButton: turn_page}, commands={"meeting": open_command})
