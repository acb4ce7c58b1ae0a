"""The screen of a form's open step: remark, progress, the step's own part, and navigation."""

from collections.abc import Awaitable, Callable, Container
from dataclasses import dataclass
from html import escape
from typing import Any

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.forms.context import Filling
from handlers.forms.form import (
    CHANGES,
    CONFIRM,
    LEAVING,
    PREVIEW,
    RESUMING,
    SETTINGS,
    Ending,
    Field,
    Picture,
    View,
)
from handlers.forms.lists import Switch, paged_rows
from handlers.ui.buttons import Row, keyboard, pairs
from handlers.ui.pages import PAGE
from handlers.ui.texts import Markup


@dataclass(frozen=True, slots=True)
class Screen:
    """What a form's message shows: text as HTML, buttons, and the picture above it."""

    words: str
    rows: InlineKeyboardMarkup
    picture: Picture | None = None


async def screen(form: Filling) -> Screen:
    """Return the screen of the open step."""
    view = await _view(form)
    sign = "✅" if form.went_well else "⚠️"
    remark = f"{sign} {escape(form.remark, quote=False)}\n" if form.remark else ""
    words = [remark, _step_line(form), view.words]
    return Screen("\n".join(filter(None, words)), keyboard(view.rows), view.picture)


async def _view(form: Filling) -> View:
    match form.step:
        case step if step == PREVIEW:
            view: View = await form.call(form.form.preview)
            return view
        case step if step == CHANGES:
            return _changes(form)
        case step if step == CONFIRM and form.form.confirm is not None:
            asked: View = await form.call(form.form.confirm)
            return asked
        case step if step == SETTINGS or step in form.form.groups:
            return _settings(form, "" if step == SETTINGS else step)
        case step if step in {LEAVING, RESUMING}:
            return _question(form)
        case step:
            return await _asking(form, form.form.steps[step])


def _step_line(form: Filling) -> str:
    """Return the progress of an incomplete draft."""
    names = [one.name for one in form.asked]
    if form.step not in names or form.missing is None or len(names) == 1:
        return ""
    return form.t("form-step", number=names.index(form.step) + 1, count=len(names)) + "\n"


async def _asking(form: Filling, asked: Field) -> View:
    """Return a field's step, with its present value and the navigation."""
    view = await asked.view(form)
    option = asked in form.form.options
    given = asked.keep and not view.inner and (option or asked.given(form.draft))
    words = [view.words]
    if given:
        value = form.form.value(asked.name, form.draft, form.t)
        words.append(form.t("wizard-given", value=value))
    return View("\n".join(words), [*view.rows, *_ways_out(form, asked, view, given=given)])


def _ways_out(form: Filling, asked: Field, view: View, *, given: bool) -> list[Row]:
    back = form.t.plain("button-back")
    if asked.parent:
        return [[form.goes(back, asked.parent)]]
    if asked in form.form.options:
        label = form.t.plain("wizard-done") if asked.many else back
        return [[*view.ways, form.goes(label, form.list_of(asked))]]
    rows = [[form.button(form.t.plain("wizard-keep"), "keep")]] if given else []
    behind = form.before is not None or (view.inner and asked.keep)
    ways = [*view.ways, *([form.button(back, "back")] if behind else [])]
    return [*rows, [*ways, leave_button(form)]]


def edit_rows(form: Filling, but: Container[str] = ()) -> list[Row]:
    """Return a preview's buttons that lead to the fields, two a row."""
    names = (one.name for one in form.asked if one.name not in but)
    return pairs(form.goes(form.label(f"edit-{name}"), name) for name in names)


def unchanged(at: Callable[[Any, str], Ending]) -> Callable[..., Awaitable[Ending]]:
    """Return what ends a form without a result; `at` returns its ending with the words."""

    async def discard(form: Filling) -> Ending:
        return at(form, form.t("wizard-unchanged"))

    return discard


def leave_button(form: Filling) -> InlineKeyboardButton:
    """Return the button that leaves the form without a result."""
    key = "wizard-leave" if form.subject is None else "wizard-stay"
    return form.button(form.t.plain(key), "leave")


def preview_rows(form: Filling, acts: list[Row]) -> list[Row]:
    """Return the buttons of a preview: `acts`, a way to each field, and the way out.

    Fields that do not fit beside the acts have a list of their own.
    """
    ways = _ways_to_fields(form)
    if sum(map(len, acts)) + len(ways) > PAGE:
        ways = [form.goes(form.t.plain("wizard-changes"), CHANGES)]
    return [*acts, *pairs(ways), [leave_button(form)]]


def _ways_to_fields(form: Filling) -> Row:
    """Return a button for each part to which only the preview leads, then for each field."""
    parts = [one for one in form.form.parts if one.parent == PREVIEW and form.has(one)]
    key = f"{form.form.lists}-change"
    return [form.goes(form.t.plain(f"{key}-{one.key}"), one.name) for one in (*parts, *form.asked)]


def _changes(form: Filling) -> View:
    """List the fields that can be changed."""
    rows = paged_rows(form, _ways_to_fields(form), width=2)
    back = form.goes(form.t.plain("button-back"), PREVIEW)
    return View(form.t("wizard-changes-which"), [*rows, [back]])


def _settings(form: Filling, group: str) -> View:
    """List the options of a group, or all, with their values; each button opens a step."""
    t, lists = form.t, form.form.lists
    options = [one for one in form.form.options if form.has(one) and group in {"", one.group}]
    lines = [
        t(
            "wizard-setting",
            name=t.plain(f"{lists}-option-{one.key}"),
            value=form.form.value(one.name, form.draft, t),
        )
        for one in options
    ]
    listed = [one for one in options if one.group == group]
    steps = [
        form.goes(t.plain(f"{lists}-option-{one.key}"), one.name)
        for one in listed
        if not isinstance(one, Switch)
    ]
    groups = [] if group else form.form.groups
    steps += [form.goes(t.plain(f"{lists}-group-{name}"), name) for name in groups]
    switches = [[one.button(form)] for one in listed if isinstance(one, Switch)]
    back = (
        form.goes(t.plain("button-back"), SETTINGS)
        if group
        else form.goes(t.plain(f"{lists}-to-preview"), PREVIEW)
    )
    words = t("wizard-settings", settings=Markup("\n".join(lines)))
    return View(words, [*pairs(steps), *switches, [back]])


def _question(form: Filling) -> View:
    """Ask before a draft is lost."""
    t = form.t
    title = str(getattr(form.draft, form.form.title))
    back = form.button(t.plain("wizard-return"), "resume")
    if form.step == RESUMING:
        over = form.button(t.plain("wizard-start-over"), "over")
        return View(t("wizard-resuming", title=title), [[back, over]])
    if form.subject is None:
        key, label = "wizard-leaving", t.plain("wizard-discard")
    else:
        key, label = form.form.unchanged, t.plain("wizard-discard-changes")
    return View(t(key, title=title), [[form.button(label, "discard", style="danger"), back]])
