"""The queue of applications: what the chair and the secretary do before the council votes."""

from dataclasses import replace
from datetime import timedelta

from aiogram.types import CallbackQuery, Message

from bot.domain.applications.cards import ApplicationCard
from bot.domain.applications.ids import ApplicationId
from bot.domain.people.members import Member
from bot.domain.polls.plans import PollPlan
from bot.services.applications.queue import ApplicationQueue
from bot.services.polls.polls import Polls
from bot.services.prompts import Prompt, Prompts
from handlers.applications import keyboards
from handlers.applications.callbacks import (
    AskApplicantButton,
    ChooseApplicationButton,
    PutToVoteButton,
    QueuedButton,
    RefuseApplicationButton,
)
from handlers.applications.cards import application_card, queue_words
from handlers.forms.prompts import ask
from handlers.ui.callbacks import QueueButton
from handlers.ui.edits import show
from handlers.ui.routes import Only, Routes, on
from handlers.ui.texts import Texts
from handlers.ui.voting_rules import rule_words
from handlers.ui.welcome import AllianceInfo

ASK, REFUSE = "application-ask", "application-refuse"


def presides_only(member: Member | None, _alliance: AllianceInfo) -> bool:
    """Tell whether somebody is chair or secretary but not an organiser."""
    return member is not None and member.presides and not member.is_organiser


async def open_desk(
    message: Message, member: Member, application_queue: ApplicationQueue, t: Texts
) -> None:
    """Show the queue in a new message, to chair and secretary who are no organisers."""
    queue = await application_queue.waiting(member.id)
    await message.answer(queue_words(queue, t), reply_markup=keyboards.queue(queue, 0, t))


async def list_waiting(
    query: CallbackQuery,
    callback_data: QueueButton,
    member: Member,
    application_queue: ApplicationQueue,
    t: Texts,
) -> None:
    """Show a page of the queue."""
    queue = await application_queue.waiting(member.id)
    await show(query, queue_words(queue, t), keyboards.queue(queue, callback_data.page, t))


async def open_application(
    query: CallbackQuery,
    callback_data: QueuedButton,
    member: Member,
    application_queue: ApplicationQueue,
    t: Texts,
) -> None:
    """Show an application in place of the queue."""
    card = await application_queue.look(member.id, callback_data.application_id)
    await show(query, application_card(card, t), keyboards.queued(card, t))


async def choose(
    query: CallbackQuery,
    callback_data: ChooseApplicationButton,
    member: Member,
    application_queue: ApplicationQueue,
    t: Texts,
) -> None:
    """Select or deselect an application for the next poll, and return to the queue."""
    application = callback_data.application_id
    queue = await application_queue.choose(member.id, application, chosen=callback_data.chosen)
    await show(query, queue_words(queue, t), keyboards.queue(queue, 0, t))


async def choose_deadline(
    query: CallbackQuery, member: Member, application_queue: ApplicationQueue, t: Texts
) -> None:
    """Ask how long the council may take."""
    plan = await application_queue.plan(member.id)
    await show(query, t("queue-deadline", names=_names(plan)), keyboards.deadlines(t))


async def preview(
    query: CallbackQuery,
    callback_data: PutToVoteButton,
    member: Member,
    application_queue: ApplicationQueue,
    polls: Polls,
    t: Texts,
) -> None:
    """Preview the poll: the question, its end, and what the rules mean."""
    plan = await _plan(callback_data, member, application_queue, t)
    foreseen = await polls.preview(member.id, plan)
    words = t(
        "queue-preview",
        names=_names(plan),
        until=plan.closes_at,
        rules=rule_words(plan, foreseen.explanation, t),
        silent=t.listed(list(foreseen.silent)),
        missing=len(foreseen.silent),
    )
    number = int(plan.closes_at.timestamp() * 1000)  # not of another preview
    await show(query, words, keyboards.ballot_preview(callback_data.days, number, t))


async def open_poll(
    query: CallbackQuery,
    callback_data: PutToVoteButton,
    member: Member,
    application_queue: ApplicationQueue,
    polls: Polls,
    t: Texts,
) -> None:
    """Open the poll: once, however often this button is tapped."""
    draft = f"admission:{member.id}:{callback_data.number}"
    plan = await _plan(callback_data, member, application_queue, t, draft)
    await polls.open(member.id, plan, draft)
    words = t("queue-vote-opened", names=_names(plan), until=plan.closes_at)
    await show(query, words, keyboards.back_to_queue(t))


async def _plan(
    callback_data: PutToVoteButton,
    member: Member,
    application_queue: ApplicationQueue,
    t: Texts,
    draft: str | None = None,
) -> PollPlan:
    plan = await application_queue.plan(member.id, timedelta(days=callback_data.days), draft)
    names = [candidate.name for candidate in plan.candidates]
    return replace(plan, question=t.plain("queue-question", count=len(names), name=names[0]))


def _names(plan: PollPlan) -> str:
    """Return the organisations in the poll, one a line."""
    return "\n".join(f"• {candidate.name}" for candidate in plan.candidates)


async def ask_for_question(
    query: CallbackQuery,
    callback_data: AskApplicantButton,
    member: Member,
    application_queue: ApplicationQueue,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Expect the question to the applicant."""
    application = callback_data.application_id
    card = await application_queue.look(member.id, application)
    words = t("queue-ask", name=_name(card), reachable=card.reachable)
    back = QueuedButton(application_id=application)
    await ask(query, member, prompts, Prompt(ASK, application), words, t, back)


async def ask_applicant(
    message: Message, prompt: Prompt, member: Member, application_queue: ApplicationQueue, t: Texts
) -> None:
    """Pass the question on."""
    application = ApplicationId(prompt.subject)
    card = await application_queue.ask(member.id, application, message.text or "")
    below = keyboards.to_queued(card.application, t)
    await message.answer(t("queue-asked", name=_name(card)), reply_markup=below)


async def ask_for_reason(
    query: CallbackQuery,
    callback_data: RefuseApplicationButton,
    member: Member,
    application_queue: ApplicationQueue,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Expect the reason of a refusal without a vote."""
    application = callback_data.application_id
    card = await application_queue.look(member.id, application)
    words, back = t("queue-refuse", name=_name(card)), QueuedButton(application_id=application)
    await ask(query, member, prompts, Prompt(REFUSE, application), words, t, back)


async def refuse(
    message: Message, prompt: Prompt, member: Member, application_queue: ApplicationQueue, t: Texts
) -> None:
    """Refuse the application with the typed reason."""
    application = ApplicationId(prompt.subject)
    card = await application_queue.refuse(member.id, application, message.text or "")
    below = keyboards.to_queued(card.application, t)
    await message.answer(t("queue-refused", name=_name(card)), reply_markup=below)


def _name(card: ApplicationCard) -> str:
    return card.application.details.display_name


ROUTES = Routes(
    buttons={
        QueueButton: list_waiting,
        QueuedButton: open_application,
        ChooseApplicationButton: choose,
        on(PutToVoteButton, days=0): choose_deadline,
        on(PutToVoteButton, sure=True): open_poll,
        PutToVoteButton: preview,
        AskApplicantButton: ask_for_question,
        RefuseApplicationButton: ask_for_reason,
    },
    commands={"manage": Only(presides_only, open_desk)},
    questions={ASK: ask_applicant, REFUSE: refuse},
)
