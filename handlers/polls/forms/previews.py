"""The last steps of the form for polls: what the rules mean, who is told, the opening."""

from bot.domain.polls.boards import Preview
from bot.domain.polls.plans import PollPlan
from bot.domain.polls.polls import PollId
from bot.domain.refusals import Refusal
from bot.services.polls.polls import Polls
from handlers.forms.context import FormContext
from handlers.forms.form import CONFIRM, PREVIEW, SETTINGS, Ending, View
from handlers.forms.screens import preview_rows
from handlers.polls.cards import omission_words
from handlers.polls.forms.endings import at_board, unchanged
from handlers.polls.forms.plans import PollDraft, plan_of
from handlers.polls.forms.values import named
from handlers.polls.plans import QUESTION_LENGTH, plan_words
from handlers.ui.buttons import Row
from handlers.ui.lengths import clipped
from handlers.ui.refusals import refusal_words
from handlers.ui.texts import Texts

PollForm = FormContext[PollDraft]

NAMED = 5
"""Voters who cannot be reached and are listed; the rest are counted."""


async def _looked_at(form: PollForm, polls: Polls) -> tuple[Preview | None, str]:
    """Return the effect of the plan, or what is wrong with it."""
    try:
        return await polls.preview(form.member.id, plan_of(form.draft)), ""
    except Refusal as refusal:
        return None, form.t("wizard-preview-wrong", wrong=refusal_words(refusal, form.t))


async def preview(form: PollForm) -> View:
    """Show the poll as voters will see it, and tell whom it reaches."""
    t, plan = form.t, plan_of(form.draft)
    seen, wrong = await form.call(_looked_at)
    explained = None if seen is None else seen.explanation
    words = [wrong, t("poll-preview", card=plan_words(plan, explained, t))]
    if seen is not None and seen.explanation.entitled:
        entitled = seen.explanation.entitled
        words.append(omission_words(seen.omitted, plan.omission, t))
        words.append(_thin(plan, seen, t))
        words.append(t("poll-preview-reach", entitled=entitled, told=seen.told, untold=seen.untold))
    words += _unheard(form, seen)
    return View("\n".join(filter(None, words)), _rows(form, plan, whole=seen is not None))


def _thin(plan: PollPlan, seen: Preview, t: Texts) -> str:
    """Return a warning that a secret ballot hides little among so few voters."""
    thin = plan.is_thin(seen.explanation.entitled)
    return t("poll-thin", entitled=seen.explanation.entitled) if thin else ""


def _unheard(form: PollForm, seen: Preview | None) -> list[str]:
    """Return who would have no ballot, and who cannot be reached."""
    if seen is None:
        return []
    t = form.t
    silent, unreachable = named(seen.silent, t, NAMED), named(seen.unreachable, t, NAMED)
    return [
        t("poll-preview-silent", silent=silent) if silent else "",
        t("poll-preview-unreachable", unreachable=unreachable) if unreachable else "",
    ]


def _rows(form: PollForm, plan: PollPlan, *, whole: bool) -> list[Row]:
    t = form.t
    act = []
    if form.subject is not None:
        act = [form.button(t.plain("wizard-save"), "submit", style="success")]
    elif whole:
        label = t.plain("poll-open" if plan.opens_at is None else "poll-schedule")
        act = [form.button(label, "go", CONFIRM, style="success")]
    return preview_rows(form, [act, [form.goes(t.plain("wizard-more"), SETTINGS)]])


async def confirm(form: PollForm) -> View:
    """Ask for confirmation before a poll is opened."""
    t, plan = form.t, plan_of(form.draft)
    seen, wrong = await form.call(_looked_at)
    back = form.goes(t.plain("button-back"), PREVIEW)
    if seen is None or form.subject is not None:
        return View(wrong, [[back]])
    question, entitled = clipped(plan.question, QUESTION_LENGTH), seen.explanation.entitled
    if plan.opens_at is None:
        words, label = t("poll-confirm", question=question, entitled=entitled), "poll-open-yes"
    else:
        words = t("poll-confirm-later", question=question, entitled=entitled, opens=plan.opens_at)
        label = "poll-schedule-yes"
    yes = form.button(t.plain(label), "submit", style="success")
    omitted = omission_words(seen.omitted, plan.omission, t)
    said = [words, omitted, _thin(plan, seen, t), *_unheard(form, seen)]
    return View("\n".join(filter(None, said)), [[yes], [back]])


async def submit(form: PollForm, polls: Polls) -> Ending:
    """Open a poll, now or later, or change one that is not open yet."""
    t, plan = form.t, plan_of(form.draft)
    if form.subject is None:
        poll = await polls.open(form.member.id, plan, form.key)
        words = (
            t("poll-opened", question=plan.question)
            if plan.opens_at is None
            else t("poll-scheduled", question=plan.question, at=plan.opens_at)
        )
        return at_board(form, words, poll)
    if form.draft == form.begun:
        return await unchanged(form)
    await polls.change(form.member.id, PollId(form.subject), plan)
    return at_board(form, t("poll-saved", question=plan.question))
