"""The chair's panel: one message, edited in place, and what its buttons do."""

from aiogram.types import CallbackQuery

from bot.domain.meetings.chairs import ChairAct, ChairSaid
from bot.domain.meetings.plans import MeetingId
from bot.domain.meetings.state import Stage
from bot.domain.meetings.views import VoteTurnout
from bot.domain.people.members import Member
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
from handlers.meetings.words import LINE_LENGTH, joined
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
    view = await conducting.panel(member.id, callback_data.meeting_id, replaced(query))
    await show(query, *panel_card(view, t))


# --- acts -----------------------------------------------------------------------------------------


async def act_on_meeting(
    query: CallbackQuery,
    callback_data: PanelActButton,
    member: Member,
    conducting: Conducting,
    t: Texts,
) -> None:
    """Open or end the session, go on, give the floor or end a speech; show the panel after it."""
    said = ChairSaid(ChairAct(callback_data.act))
    await _do(query, callback_data.meeting_id, said, member, conducting, t)


async def act_on_item(
    query: CallbackQuery,
    callback_data: ItemActButton,
    member: Member,
    conducting: Conducting,
    t: Texts,
) -> None:
    """Call an item, or do what it needs; show the panel after it."""
    said = ChairSaid(ChairAct(callback_data.act), callback_data.item_id)
    await _do(query, callback_data.meeting_id, said, member, conducting, t)


async def drop_speaker(
    query: CallbackQuery,
    callback_data: DropSpeakerButton,
    member: Member,
    conducting: Conducting,
    t: Texts,
) -> None:
    """Take somebody off the queue of speakers."""
    said = ChairSaid(ChairAct.DROP, people=(callback_data.member_id,))
    await _do(query, callback_data.meeting_id, said, member, conducting, t)


async def uphold(
    query: CallbackQuery,
    callback_data: UpholdButton,
    member: Member,
    conducting: Conducting,
    t: Texts,
) -> None:
    """Uphold an objection."""
    said = ChairSaid(ChairAct.UPHOLD, objection=callback_data.objection)
    await _do(query, callback_data.meeting_id, said, member, conducting, t)


async def _do(
    query: CallbackQuery,
    meeting: int,
    said: ChairSaid,
    member: Member,
    conducting: Conducting,
    t: Texts,
) -> None:
    view = await conducting.act(member.id, MeetingId(meeting), said, replaced(query))
    await show(query, *panel_card(view, t))


# --- questions ------------------------------------------------------------------------------------


async def ask_to_end(
    query: CallbackQuery,
    callback_data: PanelActButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Say what the end means, and ask for confirmation."""
    meeting = callback_data.meeting_id
    view = await meeting_screens.panel(member.id, meeting, tapped(query))
    left = sum(one.stage is Stage.AHEAD for one in view.agenda)
    yes = callback_data.model_copy(update={"sure": True})
    rows = [
        [t.button("button-meeting-end-yes", yes, "danger")],
        [t.button("button-back", PanelButton(meeting_id=meeting))],
    ]
    await show(query, t("meeting-end", left=left), keyboard(rows))


async def ask_to_close(
    query: CallbackQuery,
    callback_data: ItemActButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Say who has not voted, and ask for confirmation."""
    meeting = callback_data.meeting_id
    view = await meeting_screens.panel(member.id, meeting, tapped(query))
    yes = callback_data.model_copy(update={"sure": True})
    rows = [
        [t.button("button-meeting-close-yes", yes, "primary")],
        [t.button("button-back", PanelButton(meeting_id=meeting))],
    ]
    words = joined((_closing(one, t) for one in view.votes), "\n\n") or t("VoteNotOpen")
    await show(query, words, keyboard(rows))


def _closing(vote: VoteTurnout, t: Texts) -> str:
    words = t(
        "meeting-close",
        title=clipped(vote.title, LINE_LENGTH),
        form=vote.form,
        voted=vote.voted,
        awaited=vote.awaited,
        paper=vote.paper,
    )
    return joined([words, t("meeting-thin") if vote.thin else ""], "\n\n")


ROUTES = Routes(
    buttons={
        PanelButton: open_panel,
        PanelActButton: act_on_meeting,
        on(PanelActButton, act=PanelAct.END, sure=False): ask_to_end,
        ItemActButton: act_on_item,
        on(ItemActButton, act=ItemAct.CLOSE, sure=False): ask_to_close,
        DropSpeakerButton: drop_speaker,
        on(UpholdButton, sure=True): uphold,
    }
)
