"""Open the forms of polls by their buttons; the services check who may."""

from typing import Literal

from aiogram.types import CallbackQuery

from bot.domain.people.members import Member
from bot.domain.polls.boards import PollBoard
from bot.domain.polls.plans import Candidate, CandidateId, PollKind, PollPlan
from bot.domain.polls.polls import Poll, PollId, PollState
from bot.domain.polls.refusals import NoTie, TieSettled
from bot.ports import Clock
from bot.services.applications.queue import ApplicationQueue
from bot.services.people.handovers import Handovers
from bot.services.polls.polls import Polls
from handlers.forms.opener import Forms, with_forms
from handlers.polls.callbacks.poll_boards import (
    CancelPollButton,
    ChangePollButton,
    ClosePollButton,
    CopyPollButton,
    LotButton,
    RegisterProxyButton,
    RunOffButton,
)
from handlers.polls.forms.creating import POLL
from handlers.polls.forms.ending import END, PollEnd
from handlers.polls.forms.lots import LOT
from handlers.polls.forms.plans import PollDraft, copy_of, draft_of, draft_of_preset
from handlers.polls.forms.proxies import PROXY
from handlers.polls.forms.run_offs import RUN_OFF
from handlers.ui.callbacks import ExcludeButton, NewPollButton
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

FORMS = (POLL, END, RUN_OFF, LOT, PROXY)


async def create(
    query: CallbackQuery,
    callback_data: NewPollButton,
    member: Member,
    polls: Polls,
    application_queue: ApplicationQueue,
    forms: Forms,
) -> None:
    """Begin a new poll, or offer the existing draft; on the selected applications, if any."""
    presets = await polls.presets(member.id)
    admission = next((one for one in presets if one.kind is PollKind.ADMISSION), None)
    candidates = await _chosen(member, application_queue) if callback_data.chosen else ()
    if admission is None or not candidates:
        await forms.make_new(query, POLL)
        return
    draft = draft_of_preset(admission).model_copy(update={"candidates": candidates})
    await forms.make_copy(query, POLL, draft)


async def exclude(
    query: CallbackQuery,
    callback_data: ExcludeButton,
    member: Member,
    polls: Polls,
    handovers: Handovers,
    forms: Forms,
    t: Texts,
) -> None:
    """Begin a motion that excludes an organisation when it is adopted."""
    house = (await handovers.look(member.id, callback_data.organisation_id)).organisation
    presets = await polls.presets(member.id)
    motion = next((one for one in presets if one.kind is PollKind.MOTION), None)
    question = t.plain("poll-exclusion-question", name=house.name)
    draft = PollDraft() if motion is None else draft_of_preset(motion)
    about = {"question": question, "excludes": house.id}
    await forms.make_copy(query, POLL, draft.model_copy(update=about))


async def _chosen(member: Member, queue: ApplicationQueue) -> tuple[Candidate, ...]:
    """Return the selected applications, as the candidates of a draft."""
    chosen = (await queue.waiting(member.id)).chosen
    return tuple(
        Candidate(CandidateId(number), one.details.display_name, one.id)
        for number, one in enumerate(chosen, start=1)
    )


async def copy(
    query: CallbackQuery, callback_data: CopyPollButton, member: Member, polls: Polls, forms: Forms
) -> None:
    """Begin a new poll like another, without its deadline."""
    plan = await polls.plan(member.id, callback_data.poll_id)
    await forms.make_copy(query, POLL, await _titled(copy_of(plan), plan, member, polls))


async def change(
    query: CallbackQuery,
    callback_data: ChangePollButton,
    member: Member,
    polls: Polls,
    forms: Forms,
) -> None:
    """Show a scheduled poll as a draft that can be changed."""
    poll = await _poll(member, polls, callback_data.poll_id)
    poll.require_scheduled()
    plan = await polls.plan(member.id, poll.id)
    draft = await _titled(draft_of(plan), plan, member, polls)
    await forms.open_for(query, POLL, poll.id, draft)


async def end(
    query: CallbackQuery,
    callback_data: ClosePollButton | CancelPollButton,
    member: Member,
    polls: Polls,
    clock: Clock,
    forms: Forms,
) -> None:
    """Ask why a poll is closed early or cancelled; at a meeting also who is present."""
    board, now = await polls.board(member.id, callback_data.poll_id, None), clock.now()
    poll = board.poll
    act: Literal["close", "count", "cancel"] = (
        "close" if isinstance(callback_data, ClosePollButton) else "cancel"
    )
    if act == "close" and poll.awaits_presence(now):
        act = "count"
    elif act == "close":
        poll.require_closable(now, all_voted=board.card.turnout.awaited == 0)
    elif poll.state is not PollState.SCHEDULED:
        poll.require_open(now)
    await forms.open_for(query, END, poll.id, PollEnd(act=act, meeting=poll.needs_presence))


async def run_off(
    query: CallbackQuery, callback_data: RunOffButton, member: Member, polls: Polls, forms: Forms
) -> None:
    """Ask for the end of the second round between the tied candidates."""
    board = await _tied(member, polls, callback_data.poll_id)
    await forms.open_for(query, RUN_OFF, board.poll.id)


async def draw(
    query: CallbackQuery, callback_data: LotButton, member: Member, polls: Polls, forms: Forms
) -> None:
    """Ask who won the lot."""
    board = await _tied(member, polls, callback_data.poll_id)
    await forms.open_for(query, LOT, board.poll.id)


async def entrust(
    query: CallbackQuery,
    callback_data: RegisterProxyButton,
    member: Member,
    polls: Polls,
    clock: Clock,
    forms: Forms,
) -> None:
    """Ask whose ballot the proxy is for."""
    poll = await _poll(member, polls, callback_data.poll_id)
    poll.require_open(clock.now())
    poll.require_proxies()
    await forms.open_for(query, PROXY, poll.id)


async def _titled(draft: PollDraft, plan: PollPlan, member: Member, polls: Polls) -> PollDraft:
    """Return a draft with the title and reminders of its preset, if that still exists."""
    presets = await polls.presets(member.id)
    preset = next((one for one in presets if one.name == plan.preset), None)
    if preset is None:
        return draft
    known = {"preset_title": preset.title, "usual_leads": preset.leads}
    return draft.model_copy(update=known)


async def _poll(member: Member, polls: Polls, poll: int) -> Poll:
    return (await polls.board(member.id, PollId(poll), None)).poll


async def _tied(member: Member, polls: Polls, poll: int) -> PollBoard:
    """Return a poll with an open tie; refuse any other."""
    board = await polls.board(member.id, PollId(poll), None)
    card = board.card
    if card.result is None or card.result.tie is None or card.annulled:
        raise NoTie
    if not board.tie_is_open:
        raise TieSettled
    return board


ROUTES = Routes(
    prepare=with_forms,
    buttons={
        NewPollButton: create,
        ExcludeButton: exclude,
        CopyPollButton: copy,
        ChangePollButton: change,
        ClosePollButton: end,
        CancelPollButton: end,
        RunOffButton: run_off,
        LotButton: draw,
        RegisterProxyButton: entrust,
    },
)
