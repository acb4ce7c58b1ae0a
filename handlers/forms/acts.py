"""What a tap or a message does to an open form: it fills in a field, goes on, or ends it."""

from aiogram.types import Message

from bot.domain.refusals import Refusal
from handlers.forms.context import Filling
from handlers.forms.form import CHANGES, CONFIRM, LEAVING, PREVIEW, RESUMING, SETTINGS
from handlers.forms.lists import Switch, turn_page
from handlers.ui.refusals import refusal_words


async def act(form: Filling, key: str, value: str) -> None:
    """Do what a button of the open step says; what no button says does nothing."""
    step, whole = form.step, form.missing is None
    match key:
        case "leave" if form.is_worth_keeping:
            form.set_aside(LEAVING)
        case "leave":
            form.ending = await form.call(form.form.discard)
        case "discard" if step == LEAVING:
            form.ending = await form.call(form.form.discard)
        case "submit" if step == _last_step(form) and whole:
            form.ending = await form.call(form.form.submit)
        case "act" if step == PREVIEW and whole and value in form.form.acts:
            await form.call(form.form.acts[value])
        case _:
            await _go(form, key, value)


def _last_step(form: Filling) -> str:
    """Return the step that submits: something new may be asked about once more."""
    return CONFIRM if form.form.confirm is not None and form.subject is None else PREVIEW


async def _go(form: Filling, key: str, value: str) -> None:
    """Go where a button leads, or give it to the field that is open."""
    asked = form.form.steps.get(form.step)
    match key:
        case "switch":
            await _turn(form, value)
        case "resume" if form.step in {LEAVING, RESUMING}:
            form.resume()
        case "over" if form.step == RESUMING:
            form.start_over()
        case "go":
            form.go(value)
        case "page" if form.step == CHANGES:
            turn_page(form, key, value)
        case "keep":
            form.done()
        case "back" if asked is None or not asked.close(form):
            form.go(form.before or form.asked[0].name)
        case _ if asked is not None:
            await asked.tap(form, key, value)


async def _turn(form: Filling, name: str) -> None:
    """Turn a switch of the list of options."""
    option = form.form.steps.get(name)
    if (
        form.step in {SETTINGS, *form.form.groups}
        and isinstance(option, Switch)
        and form.has(option)
    ):
        await option.turn(form)


async def take(form: Filling, message: Message) -> bool:
    """Give a message to the open step; what it does not want gets one sentence.

    Return whether it is of the kind that the step wants.
    """
    asked = form.form.steps.get(form.step)
    try:
        taken = asked is not None and await asked.typed(form, message)
    except Refusal as refusal:
        form.remark, form.went_well = refusal_words(refusal, form.t), False
        return True
    if not taken:
        form.note("wizard-tap-expected" if asked is None else asked.expected(form))
    return taken
