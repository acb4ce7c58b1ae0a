"""Which button opens which wizard for polls."""

from typing import Any

from aiogram import Bot, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.domain.polls.cards import PollBoard
from bot.domain.polls.plans import PollKind, PollPlan
from bot.domain.polls.polls import Poll, PollId, PollState
from bot.domain.polls.refusals import NoTie, TieSettled
from handlers.forms.desks import Desk
from handlers.forms.openings import make_copy, make_new, open_for
from handlers.polls.callbacks.poll_boards import (
    CancelPollButton,
    ChangePollButton,
    ClosePollButton,
    CopyPollButton,
    LotButton,
    RegisterProxyButton,
    RunOffButton,
)
from handlers.polls.forms.applications import chosen
from handlers.polls.forms.creation import Balloting, flow
from handlers.polls.forms.ending import Ending
from handlers.polls.forms.lots import Drawing
from handlers.polls.forms.plans import copy_of, draft_of, draft_of_preset, in_minutes
from handlers.polls.forms.proxies import Entrusting
from handlers.polls.forms.run_offs import RunningOff
from handlers.ui.callbacks import NewPollButton


def opening_router() -> Router:
    """Return what opens the wizards; the services refuse whoever does not preside."""
    router = Router(name="poll-openings")
    router.callback_query.register(create, NewPollButton.filter())
    router.callback_query.register(copy, CopyPollButton.filter())
    router.callback_query.register(change, ChangePollButton.filter())
    router.callback_query.register(close, ClosePollButton.filter())
    router.callback_query.register(cancel, CancelPollButton.filter())
    router.callback_query.register(run_off, RunOffButton.filter())
    router.callback_query.register(draw, LotButton.filter())
    router.callback_query.register(entrust, RegisterProxyButton.filter())
    return router


async def create(
    query: CallbackQuery,
    callback_data: NewPollButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Begin a new poll, or offer the draft of one; on what is chosen of the queue, if anything."""
    presets = await desk.polls.presets(desk.member.id)
    admission = next((one for one in presets if one.kind is PollKind.ADMISSION), None)
    candidates = await chosen(desk) if callback_data.chosen else []
    if admission is None or not candidates:
        await make_new(query, bot, dialog_manager, flow)
        return
    draft = draft_of_preset(admission) | {"candidates": candidates}
    await make_copy(query, bot, dialog_manager, flow, draft)


async def copy(
    query: CallbackQuery,
    callback_data: CopyPollButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Begin a new poll like another; it lacks a deadline."""
    plan = await desk.polls.plan(desk.member.id, PollId(callback_data.poll_id))
    draft = copy_of(plan) | await _titled(desk, plan)
    await make_copy(query, bot, dialog_manager, flow, draft)


async def change(
    query: CallbackQuery,
    callback_data: ChangePollButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Show a scheduled poll as a draft that can be changed."""
    poll = await _poll(desk, callback_data.poll_id)
    poll.require_scheduled()
    draft = draft_of(poll.plan, desk.t.zone) | await _titled(desk, poll)
    await open_for(query, bot, dialog_manager, Balloting.preview, subject=poll.id, draft=draft)


async def close(
    query: CallbackQuery,
    callback_data: ClosePollButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Ask why a poll closes before its deadline."""
    poll = await _poll(desk, callback_data.poll_id)
    poll.require_open(desk.clock.now())
    await open_for(query, bot, dialog_manager, Ending.reason, subject=poll.id, act="close")


async def cancel(
    query: CallbackQuery,
    callback_data: CancelPollButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Ask why a poll is called off."""
    poll = await _poll(desk, callback_data.poll_id)
    if poll.state is not PollState.SCHEDULED:
        poll.require_open(desk.clock.now())
    await open_for(query, bot, dialog_manager, Ending.reason, subject=poll.id, act="cancel")


async def run_off(
    query: CallbackQuery,
    callback_data: RunOffButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Ask until when those who are level are voted on again."""
    board = await _tied(desk, callback_data.poll_id)
    await open_for(query, bot, dialog_manager, RunningOff.day, subject=board.poll.id)


async def draw(
    query: CallbackQuery,
    callback_data: LotButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Ask who won the lot."""
    board = await _tied(desk, callback_data.poll_id)
    await open_for(query, bot, dialog_manager, Drawing.winners, subject=board.poll.id)


async def entrust(
    query: CallbackQuery,
    callback_data: RegisterProxyButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Ask whose ballot is handed over."""
    poll = await _poll(desk, callback_data.poll_id)
    poll.require_open(desk.clock.now())
    await open_for(query, bot, dialog_manager, Entrusting.voter, subject=poll.id)


async def _titled(desk: Desk, plan: PollPlan) -> dict[str, Any]:
    """Return what a plan's preset is called and when it reminds, if there still is such a one."""
    presets = await desk.polls.presets(desk.member.id)
    preset = next((one for one in presets if one.name == plan.preset), None)
    if preset is None:
        return {"preset_title": ""}
    return {"preset_title": preset.title, "usual_leads": in_minutes(preset.leads)}


async def _poll(desk: Desk, poll: int) -> Poll:
    return (await desk.polls.board(desk.member.id, PollId(poll), None)).poll


async def _tied(desk: Desk, poll: int) -> PollBoard:
    """Return a poll whose tie is to be settled; refuse any other."""
    board = await desk.polls.board(desk.member.id, PollId(poll), None)
    if board.card.result is None or board.card.result.tie is None:
        raise NoTie
    if not board.tie_is_open:
        raise TieSettled
    return board
