"""The chair's panel: one message, edited in place, and what its buttons do."""

from aiogram.types import CallbackQuery

from bot.domain.meetings.acts import VotingForm
from bot.domain.meetings.plans import ItemId, MeetingId
from bot.domain.meetings.state import Stage
from bot.domain.meetings.views import PanelView
from bot.domain.people.members import Member, MemberId
from bot.services.meetings.conducting import Conducting
from bot.services.meetings.screens import MeetingScreens
from handlers.meetings.callbacks.panels import (
    DropSpeakerButton,
    ItemAct,
    ItemActButton,
    PanelAct,
    PanelActButton,
    PanelButton,
    UpholdButton,
)
from handlers.meetings.panel_cards import panel_card
from handlers.meetings.words import LINE_LENGTH
from handlers.ui.buttons import keyboard
from handlers.ui.edits import replaced, show, tapped
from handlers.ui.lengths import clipped
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts


async def open_panel(
    query: CallbackQuery,
    callback_data: PanelButton,
    member: Member,
    conducting: Conducting,
    t: Texts,
) -> None:
    """Show the panel instead of the tapped screen; it is kept up to date."""
    meeting = MeetingId(callback_data.meeting_id)
    view = await conducting.panel(member.id, meeting, replaced(query))
    await show(query, *panel_card(view, t))


async def show_again(
    query: CallbackQuery, meeting: MeetingId, member: Member, conducting: Conducting, t: Texts
) -> None:
    """Show the panel after an act on a screen beside it."""
    view = await conducting.panel(member.id, meeting, replaced(query))
    await show(query, *panel_card(view, t))


# --- the meeting ----------------------------------------------------------------------------------


async def act_on_meeting(
    query: CallbackQuery,
    callback_data: PanelActButton,
    member: Member,
    conducting: Conducting,
    t: Texts,
) -> None:
    """Open the session, go on, give the floor or end a speech."""
    meeting = MeetingId(callback_data.meeting_id)
    acts = {
        PanelAct.BEGIN: conducting.begin,
        PanelAct.RESUME: conducting.resume,
        PanelAct.FLOOR: conducting.give_floor,
        PanelAct.HUSH: conducting.end_floor,
    }
    await show(query, *panel_card(await acts[callback_data.act](member.id, meeting), t))


async def ask_to_end(
    query: CallbackQuery,
    callback_data: PanelActButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Say what the end means, and ask for confirmation."""
    meeting = MeetingId(callback_data.meeting_id)
    view = await meeting_screens.panel(member.id, meeting, tapped(query))
    left = sum(one.stage is Stage.AHEAD for one in view.agenda)
    yes = callback_data.model_copy(update={"sure": True})
    rows = [
        [t.button("button-meeting-end-yes", yes, "danger")],
        [t.button("button-back", PanelButton(meeting_id=meeting))],
    ]
    await show(query, t("meeting-end", left=left), keyboard(rows))


async def end(
    query: CallbackQuery,
    callback_data: PanelActButton,
    member: Member,
    conducting: Conducting,
    t: Texts,
) -> None:
    """End the meeting."""
    view = await conducting.end(member.id, MeetingId(callback_data.meeting_id))
    await show(query, *panel_card(view, t))


# --- items and votes ------------------------------------------------------------------------------


async def act_on_item(
    query: CallbackQuery,
    callback_data: ItemActButton,
    member: Member,
    conducting: Conducting,
    t: Texts,
) -> None:
    """Call an item, or do what it needs."""
    meeting, item = MeetingId(callback_data.meeting_id), ItemId(callback_data.item_id)
    acts = {
        ItemAct.CALL: conducting.call,
        ItemAct.FINISH: conducting.finish,
        ItemAct.OPEN: conducting.open_vote,
        ItemAct.LAST_CALL: conducting.last_call,
        ItemAct.SECOND_ROUND: conducting.open_second_round,
    }
    await acts[callback_data.act](member.id, meeting, item)
    await show_again(query, meeting, member, conducting, t)


async def open_by_hands(
    query: CallbackQuery,
    callback_data: ItemActButton,
    member: Member,
    conducting: Conducting,
    t: Texts,
) -> None:
    """Open a vote by hands, which tellers count."""
    meeting, item = MeetingId(callback_data.meeting_id), ItemId(callback_data.item_id)
    view = await conducting.open_vote(member.id, meeting, item, VotingForm.HANDS)
    await show(query, *panel_card(view, t))


async def ask_to_close(
    query: CallbackQuery,
    callback_data: ItemActButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Say who has not voted, and ask for confirmation."""
    meeting = MeetingId(callback_data.meeting_id)
    view = await meeting_screens.panel(member.id, meeting, tapped(query))
    yes = callback_data.model_copy(update={"sure": True})
    rows = [
        [t.button("button-meeting-close-yes", yes, "primary")],
        [t.button("button-back", PanelButton(meeting_id=meeting))],
    ]
    await show(query, _closing(view, callback_data.item_id, t), keyboard(rows))


def _closing(view: PanelView, item: int, t: Texts) -> str:
    vote = next((one for one in view.votes if one.item == item), None)
    if vote is None:
        return t("VoteNotOpen")
    return t(
        "meeting-close",
        title=clipped(vote.title, LINE_LENGTH),
        form=vote.form,
        voted=vote.voted,
        awaited=vote.awaited,
        paper=vote.paper,
    )


async def close(
    query: CallbackQuery,
    callback_data: ItemActButton,
    member: Member,
    conducting: Conducting,
    t: Texts,
) -> None:
    """Close a vote and count it; the panel shows the result."""
    meeting, item = MeetingId(callback_data.meeting_id), ItemId(callback_data.item_id)
    await conducting.close_vote(member.id, meeting, item)
    await show_again(query, meeting, member, conducting, t)


# --- speakers and objections ----------------------------------------------------------------------


async def drop_speaker(
    query: CallbackQuery,
    callback_data: DropSpeakerButton,
    member: Member,
    conducting: Conducting,
    t: Texts,
) -> None:
    """Take somebody off the queue of speakers."""
    meeting, person = MeetingId(callback_data.meeting_id), MemberId(callback_data.member_id)
    await conducting.drop_speaker(member.id, meeting, person)
    await show_again(query, meeting, member, conducting, t)


async def uphold(
    query: CallbackQuery,
    callback_data: UpholdButton,
    member: Member,
    conducting: Conducting,
    t: Texts,
) -> None:
    """Uphold an objection."""
    meeting = MeetingId(callback_data.meeting_id)
    await conducting.uphold(member.id, meeting, callback_data.objection)
    await show_again(query, meeting, member, conducting, t)


ROUTES = Routes(
    buttons={
        PanelButton: open_panel,
        PanelActButton: act_on_meeting,
        on(PanelActButton, act=PanelAct.END, sure=False): ask_to_end,
        on(PanelActButton, act=PanelAct.END, sure=True): end,
        ItemActButton: act_on_item,
        on(ItemActButton, act=ItemAct.HANDS): open_by_hands,
        on(ItemActButton, act=ItemAct.CLOSE, sure=False): ask_to_close,
        on(ItemActButton, act=ItemAct.CLOSE, sure=True): close,
        DropSpeakerButton: drop_speaker,
        on(UpholdButton, sure=True): uphold,
    }
)
