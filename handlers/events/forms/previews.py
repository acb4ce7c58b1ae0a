"""The preview of an event form, and its submission."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.events.cards import EventBoard, EventCard
from bot.domain.events.events import EventId
from bot.domain.events.plans import EventPlan
from bot.domain.events.recurrence import occurrences
from bot.domain.people.members import Member
from bot.domain.refusals import Refusal
from bot.services.events.events import Events
from bot.services.events.retractions import Retractions
from handlers.events.callbacks.boards import UndoPublicationButton
from handlers.events.cards import event_card
from handlers.events.forms.endings import at_board, board_of, concerned, unchanged
from handlers.events.forms.plans import EventDraft, card_of, plan_of, publication_of, recurrence_of
from handlers.forms.context import FormContext
from handlers.forms.form import SETTINGS, Ending, Picture, View
from handlers.forms.screens import preview_rows
from handlers.ui.buttons import Row, button
from handlers.ui.lengths import CAPTION_LIMIT
from handlers.ui.refusals import refusal_words

EventForm = FormContext[EventDraft]

DATES = 4
"""How many dates of a series are listed."""

UNSEEN = ("point", "link")
"""Data that the card does not show to everybody, so the preview mentions them."""


async def preview(form: EventForm, events: Events, member: Member) -> View:
    """Show the card as members will see it, and tell who will be notified."""
    plan = plan_of(form.draft)
    board: EventBoard | None = None if form.subject is None else await form.call(board_of)
    taken = 0 if board is None else board.turnout.going + board.turnout.guests
    card = card_of(plan, member.id, form.now, taken)
    words_of_card = form.words("preview", card=event_card(card, form.t))
    wrong, more = _series(form, plan) if board is None else _change(form, plan, board)
    words = [
        form.words("preview-wrong", wrong=wrong) if wrong else "",
        form.words("preview-above") if plan.cover else words_of_card,
        _unseen(form),
        "" if board is not None else more,
        _publication(form),
        await _reach(form, events, plan) if board is None else more,
    ]
    return View("\n".join(filter(None, words)), _rows(form), picture=_picture(form, card))


def _picture(form: EventForm, card: EventCard) -> Picture | None:
    """Return the cover with the card as its caption, as people will get it."""
    cover, t = card.event.cover, form.t
    if cover is None:
        return None
    opening = t("notice-event-announced") if form.subject is None else ""
    return Picture(cover, event_card(card, t, opening=opening, limit=CAPTION_LIMIT))


def _rows(form: EventForm) -> list[Row]:
    if form.subject is not None:
        label = "save"
    else:
        label = "publish" if form.draft.publish_at is None else "schedule"
    act = form.button(form.label(label), "submit", style="success")
    return preview_rows(form, [[act], [form.goes(form.label("more"), SETTINGS)]])


def _unseen(form: EventForm) -> str:
    t, draft = form.t, form.draft
    lines = [
        t.plain("wizard-unseen", name=name, value=form.form.value(name, draft, t))
        for name in UNSEEN
        if getattr(draft, name)
    ]
    return form.words("preview-unseen", unseen="\n".join(lines)) if lines else ""


def _publication(form: EventForm) -> str:
    at = form.draft.publish_at
    return "" if at is None else form.words("preview-publication", publication=at)


async def _reach(form: EventForm, events: Events, plan: EventPlan) -> str:
    """Return how many people the invitation reaches."""
    reach = await events.reach(form.member.id, plan.audience)
    lines = [
        form.words("preview-reach", people=reach.people, organisations=reach.organisations),
        form.words("reach-unreachable", unreachable=reach.unreachable) if reach.unreachable else "",
        form.words("reach-not-joined", not_joined=reach.not_joined) if reach.not_joined else "",
    ]
    return "\n".join(filter(None, lines))


def _series(form: EventForm, plan: EventPlan) -> tuple[str, str]:
    """Return what keeps the draft from being published, and the dates of a series."""
    t, recurrence = form.t, recurrence_of(form.draft)
    try:
        plan.checked(form.now)
        publication_of(form.draft)
        dates = occurrences(recurrence, plan.starts_at, t.zone) if recurrence else []
    except Refusal as refusal:
        return refusal_words(refusal, t), ""
    if not dates:
        return "", ""
    named = "; ".join(t.day(day) for day in dates[:DATES])
    rule = form.form.value("rhythm", form.draft, t)
    return "", form.words("preview-series", rule=rule, dates=named, count=len(dates))


def _change(form: EventForm, plan: EventPlan, board: EventBoard) -> tuple[str, str]:
    """Return what keeps a change from being saved, what people are told, and who loses a seat."""
    old = board.event
    try:
        old.changed(plan, form.now, form.zone)
        publication_of(form.draft)
    except Refusal as refusal:
        return refusal_words(refusal, form.t), ""
    moved = (plan.starts_at, plan.place, plan.room) != (old.starts_at, old.place, old.room)
    taken = board.turnout.going + board.turnout.guests
    unseated = max(0, taken - (plan.capacity or taken))
    told = form.words("preview-told", told=concerned(board))
    lines = [
        told if moved and not old.is_scheduled else "",
        form.words("preview-unseated", unseated=unseated) if unseated else "",
    ]
    return "", "\n".join(filter(None, lines))


async def submit(form: EventForm, events: Events, retractions: Retractions) -> Ending:
    """Publish a new event, or change one; notices go through the outbox.

    A new one can be taken back for a while.
    """
    if form.subject is not None:
        return await _save(form, events, EventId(form.subject))
    plan, publication = plan_of(form.draft), publication_of(form.draft)
    event = await events.publish(form.member.id, plan, form.key, publication)
    if publication.at is not None:
        words = form.words("scheduled", title=plan.title, at=publication.at)
        return at_board(form, words, event)
    if not await retractions.is_open(form.member.id, event):
        return at_board(form, form.words("published", title=plan.title), event)
    seconds = round(events.undo / timedelta(seconds=1))
    words = form.words("publishing", title=plan.title, seconds=seconds)
    undo = button(form.label("undo"), UndoPublicationButton(event_id=event), "danger")
    return replace(at_board(form, words, event), above=[undo])


async def _save(form: EventForm, events: Events, event: EventId) -> Ending:
    """Change the fields that differ from those when the organiser began."""
    seen = form.begun
    if form.draft == seen:
        return await unchanged(form)
    plan, at = plan_of(form.draft), publication_of(form.draft).at
    publish_at = None if at == seen.publish_at else at
    await events.change(form.member.id, event, plan, publish_at, plan_of(seen))
    return at_board(form, form.words("saved", title=plan.title))
