"""A delegate in a meeting: the card, the floor, conflicts of interest, presence from afar."""

from aiogram import Bot
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.domain.events.passes import SCREEN_PREFIX
from bot.domain.events.refusals import ScreenTurned
from bot.domain.meetings.refusals import NotOnRoll
from bot.domain.meetings.views import DelegateView
from bot.domain.notices import MessageRef
from bot.domain.people.members import Member
from bot.services.meetings.attending import Attending
from bot.services.meetings.delegating import Delegating
from bot.services.meetings.screens import MeetingScreens
from handlers.meetings.callbacks.delegates import (
    AfarButton,
    AskFloorButton,
    LeaveButton,
    LeaveQueueButton,
    MeetingButton,
    OwnButton,
    PingButton,
    RecuseButton,
)
from handlers.meetings.delegate_cards import choice_of_voter, delegate_card, own_card, recusable
from handlers.meetings.words import LINE_LENGTH, NAME_LENGTH
from handlers.ui.buttons import keyboard
from handlers.ui.edits import acknowledge, put, replaced, show, tapped
from handlers.ui.lengths import clipped
from handlers.ui.routes import Only, PassOn, Routes, on
from handlers.ui.texts import Texts


async def open_card(
    query: CallbackQuery,
    callback_data: MeetingButton,
    member: Member,
    delegating: Delegating,
    t: Texts,
) -> None:
    """Show the meeting instead of the tapped screen; it is kept up to date."""
    view = await delegating.look(member.id, callback_data.meeting_id, replaced(query))
    await show(query, *delegate_card(view, t))


async def open_own(
    query: CallbackQuery,
    callback_data: OwnButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Show what is needed less often instead of the card."""
    meeting = callback_data.meeting_id
    await show(
        query, *own_card(await meeting_screens.delegate(member.id, meeting, tapped(query)), t)
    )


async def _done(query: CallbackQuery, view: DelegateView, words: str, t: Texts) -> None:
    """Answer a tap with a sentence, and show the card after it."""
    await acknowledge(query, words)
    await put(query, *delegate_card(view, t))


# --- the floor ------------------------------------------------------------------------------------


async def ask_floor(
    query: CallbackQuery,
    callback_data: AskFloorButton,
    member: Member,
    delegating: Delegating,
    t: Texts,
) -> None:
    """Ask for the floor, or to speak to a point of order."""
    meeting, point = callback_data.meeting_id, callback_data.point
    view = await delegating.ask_floor(member.id, meeting, replaced(query), point=point)
    await _done(query, view, t.plain("meeting-floor-asked", point=point), t)


async def leave_queue(
    query: CallbackQuery,
    callback_data: LeaveQueueButton,
    member: Member,
    delegating: Delegating,
    t: Texts,
) -> None:
    """No longer want the floor."""
    view = await delegating.leave_queue(member.id, callback_data.meeting_id, replaced(query))
    await _done(query, view, t.plain("meeting-floor-left"), t)


# --- conflicts of interest ------------------------------------------------------------------------


async def ask_to_recuse(
    query: CallbackQuery,
    callback_data: RecuseButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Say what a declared conflict of interest means, and ask for confirmation."""
    meeting = callback_data.meeting_id
    view = await meeting_screens.delegate(member.id, meeting, tapped(query))
    if not callback_data.voter_id:
        await show(query, *choice_of_voter(recusable(view), callback_data, t))
        return
    title = next((one.title for one in view.agenda if one.id == callback_data.item_id), "")
    name = next((one.name for one in view.mine if one.voter == callback_data.voter_id), "")
    words = t("meeting-recuse", title=clipped(title, LINE_LENGTH), name=clipped(name, NAME_LENGTH))
    yes = t.button("button-meeting-recuse-yes", callback_data.model_copy(update={"sure": True}))
    back = t.button("button-back", OwnButton(meeting_id=meeting))
    await show(query, words, keyboard([[yes], [back]]))


async def recuse(
    query: CallbackQuery,
    callback_data: RecuseButton,
    member: Member,
    delegating: Delegating,
    t: Texts,
) -> None:
    """Declare a conflict of interest, and show the card again."""
    meeting, item = callback_data.meeting_id, callback_data.item_id
    voter = callback_data.voter_id
    view = await delegating.recuse(member.id, meeting, item, voter, replaced(query))
    await _done(query, view, t.plain("meeting-recused"), t)


# --- presence -------------------------------------------------------------------------------------


async def ping(
    query: CallbackQuery, callback_data: PingButton, member: Member, attending: Attending, t: Texts
) -> None:
    """«Я на связи»: note that somebody afar is still there."""
    heard = await attending.ping(member.id, callback_data.meeting_id)
    words = t.plain("meeting-pinged", count=heard.count, until=t.time(heard.until))
    await acknowledge(query, words)


async def arrive_afar(
    query: CallbackQuery, callback_data: AfarButton, member: Member, attending: Attending, t: Texts
) -> None:
    """Register oneself from afar, and show the card."""
    meeting, voter = callback_data.meeting_id, callback_data.voter_id
    view = await attending.arrive_afar(member.id, meeting, voter, replaced(query))
    await _done(query, view, t.plain("meeting-arrived-afar"), t)


async def check_in(
    message: Message,
    command: CommandObject,
    bot: Bot,
    member: Member,
    attending: Attending,
    delegating: Delegating,
    t: Texts,
) -> None:
    """Register who scanned the hall's screen; a screen of another event is the event's matter."""
    try:
        view = await attending.arrive_self(member.id, command.args or "")
    except (ScreenTurned, NotOnRoll) as refusal:
        raise PassOn from refusal
    words, rows = delegate_card(view, t)
    await message.answer(t("meeting-checked-in"))
    sent = await bot.send_message(message.chat.id, words, reply_markup=rows)
    await delegating.look(member.id, view.meeting, MessageRef(sent.chat.id, sent.message_id))


async def ask_to_leave(
    query: CallbackQuery,
    callback_data: LeaveButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Say what leaving means, and ask for confirmation."""
    meeting = callback_data.meeting_id
    view = await meeting_screens.delegate(member.id, meeting, tapped(query))
    if not callback_data.voter_id:
        await show(query, *choice_of_voter(view.mine, callback_data, t))
        return
    name = next((one.name for one in view.mine if one.voter == callback_data.voter_id), "")
    yes = t.button("button-meeting-leave-yes", callback_data.model_copy(update={"sure": True}))
    back = t.button("button-back", OwnButton(meeting_id=meeting))
    words = t("meeting-leave", name=clipped(name, NAME_LENGTH))
    await show(query, words, keyboard([[yes], [back]]))


async def leave(
    query: CallbackQuery, callback_data: LeaveButton, member: Member, attending: Attending, t: Texts
) -> None:
    """Leave the meeting, and show the card again."""
    meeting, voter = callback_data.meeting_id, callback_data.voter_id
    view = await attending.leave(member.id, meeting, voter, replaced(query))
    await _done(query, view, t.plain("meeting-left"), t)


ROUTES = Routes(
    buttons={
        MeetingButton: open_card,
        OwnButton: open_own,
        AskFloorButton: ask_floor,
        LeaveQueueButton: leave_queue,
        RecuseButton: ask_to_recuse,
        on(RecuseButton, sure=True): recuse,
        PingButton: ping,
        AfarButton: arrive_afar,
        LeaveButton: ask_to_leave,
        on(LeaveButton, sure=True): leave,
    },
    links={SCREEN_PREFIX: Only(lambda _member, _alliance: True, check_in)},
)
