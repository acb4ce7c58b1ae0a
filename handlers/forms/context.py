"""The context of an open form during an update: data for its fields, and moves between steps."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from functools import cache
from typing import Any, Generic, TypeAlias
from zoneinfo import ZoneInfo

from aiogram.dispatcher.event.handler import CallableObject
from aiogram.types import InlineKeyboardButton

from bot.domain.people.members import Member
from bot.domain.refusals import ButtonTooOld
from bot.ports import Clock
from handlers.forms.callbacks import KEY_LIMIT, VALUE_LIMIT, FormButton
from handlers.forms.form import LEAVING, PREVIEW, RESUMING, SETTINGS, D, Ending, Field, Form
from handlers.forms.opened import OpenForm, new_nonce
from handlers.ui.buttons import button, short
from handlers.ui.edits import acknowledge
from handlers.ui.routes import Data
from handlers.ui.texts import Texts, Value


@cache
def _callable(function: Callable[..., Any]) -> CallableObject:
    return CallableObject(function)


class FormContext(Generic[D]):
    """The context of an open form during an update: draft, texts, and moves between steps."""

    def __init__(self, form: Form[D], opened: OpenForm, data: Data) -> None:
        self.form = form
        self.opened = opened
        self.draft: D = form.draft.model_validate(opened.draft)
        self.data = data
        self.remark, self.went_well = "", False
        self.ending: Ending | None = None
        self.answered = self.follows = False
        self.t: Texts = data["t"]
        self.member: Member = data["member"]

    # --- for fields ---------------------------------------------------------------------------

    @property
    def now(self) -> datetime:
        """The present time."""
        clock: Clock = self.data["clock"]
        return clock.now()

    @property
    def zone(self) -> ZoneInfo:
        """The alliance's zone."""
        return self.t.zone

    @property
    def today(self) -> date:
        """The present day in the alliance's zone."""
        return self.now.astimezone(self.zone).date()

    @property
    def subject(self) -> int | None:
        """The id of the object that is changed; None for a new one."""
        return self.opened.subject

    @property
    def concerned(self) -> int:
        """The id of the object that the form was opened for."""
        if self.opened.subject is None:
            raise ButtonTooOld
        return self.opened.subject

    @property
    def begun(self) -> D:
        """The draft at the opening of the form."""
        return self.form.draft.model_validate(self.opened.begun or {})

    @property
    def shown(self) -> dict[str, Any]:
        """What the screen remembers until the next step."""
        return self.opened.shown

    @property
    def chat(self) -> int:
        """The private chat with the form."""
        chat: int = self.data["event_chat"].id
        return chat

    @property
    def key(self) -> str:
        """The draft's key for the services, so that it is submitted once."""
        return f"{self.member.id}:{self.opened.nonce}"

    async def call(self, function: Callable[..., Awaitable[Any]], *arguments: Any) -> Any:
        """Call a function of the noun with this context, and other arguments by name."""
        return await _callable(function).call(self, *arguments, **self.data)

    def words(self, key: str, **values: Value) -> str:
        """Return a text of this form as HTML."""
        return self.t(f"{self.form.texts}-{key}", **values)

    def label(self, key: str, **values: Value) -> str:
        """Return the text of a button of this form."""
        return self.t.plain(f"{self.form.texts}-{key}", **values)

    def button(
        self, text: str, key: str = "-", value: str = "", style: str | None = None
    ) -> InlineKeyboardButton:
        """Return a button of the open step; without a key, one that does nothing."""
        if len(key) > KEY_LIMIT or len(value) > VALUE_LIMIT:
            raise ValueError(f"{key}:{value} does not fit a button")
        data = FormButton(nonce=self.opened.nonce, step=self.step, key=key, value=value)
        return button(short(text), data, style)

    def goes(self, text: str, step: str) -> InlineKeyboardButton:
        """Return a button that leads to a step."""
        return self.button(text, "go", step)

    async def answer(self, words: str) -> None:
        """Answer the tap before something that takes seconds."""
        self.answered = True
        await acknowledge(self.data["query"], words)

    def follow(self) -> None:
        """Send the next screen at the end of the chat, below the person's message."""
        self.follows = True

    def note(self, key: str, **values: Value) -> None:
        """Begin the next screen with a remark."""
        self.remark, self.went_well = self.t.plain(key, **values), False

    def confirm(self, key: str, **values: Value) -> None:
        """Begin the next screen with a confirmation of what was done."""
        self.remark, self.went_well = self.t.plain(key, **values), True

    # --- moves between steps ------------------------------------------------------------------

    @property
    def step(self) -> str:
        """The name of the open step."""
        return self.opened.step

    @property
    def asked(self) -> list[Field]:
        """The fields that this draft needs."""
        return [one for one in self.form.fields if self.has(one)]

    def has(self, one: Field) -> bool:
        """Tell whether a field applies to this draft."""
        return one.when is None or one.when(self)

    @property
    def missing(self) -> str | None:
        """The first field that has no value; None when the draft is complete."""
        return next((one.name for one in self.asked if not one.given(self.draft)), None)

    @property
    def before(self) -> str | None:
        """The step to which the open field leads back; None if nothing is before it.

        Of a complete draft that is the preview; a value that can be kept leads there by itself.
        """
        names = [one.name for one in self.asked]
        if self.step not in names:
            return None
        index = names.index(self.step)
        if self.missing is None:
            return None if self.asked[index].keep else PREVIEW
        return names[index - 1] if index else None

    @property
    def is_worth_keeping(self) -> bool:
        """Tell whether the draft has a value that the person would miss."""
        if not self.form.title:
            return False
        if self.subject is not None:
            return self.draft != self.begun
        return getattr(self.draft, self.form.title) is not None

    def go(self, step: str) -> None:
        """Go to an existing step; an incomplete draft goes to the first missing field before it."""
        field = self.form.steps.get(step)
        if self.has(field) if field is not None else step in self.form.closing:
            self.opened.step = step if self._is_open_to(step) else self.missing or step
            self.opened.shown = {}

    def _is_open_to(self, step: str) -> bool:
        """Tell whether the draft has all values that are asked for before a step."""
        field, names = self.form.steps.get(step), [one.name for one in self.asked]
        if field is not None and field.parent:
            return self._is_open_to(field.parent)
        if self.missing is None:
            return True
        return step in names and names.index(step) <= names.index(self.missing)

    def done(self) -> None:
        """Leave the open step: back to the options, or to the next missing field."""
        steps = self.form.steps
        field = steps.get(self.step)
        if field is not None and field.parent in steps:
            field = steps[field.parent]
        self.go(self.list_of(field))

    def list_of(self, field: Field | None) -> str:
        """Return the step to which a field leads back: its list of options, or the preview."""
        if field is None or field not in self.form.options:
            return PREVIEW
        return field.group or SETTINGS

    def set_aside(self, question: str) -> None:
        """Ask a question about the draft, and remember the step to return to."""
        if self.step not in {LEAVING, RESUMING}:
            self.opened.left = self.step
        self.opened.step = question

    def start_over(self) -> None:
        """Begin again with an empty draft and a new key."""
        self.draft = self.form.draft()
        self.opened.begun, self.opened.left = None, ""
        self.opened.nonce = new_nonce()
        self.go(PREVIEW)

    def resume(self) -> None:
        """Return to the step where the draft was left."""
        self.opened.step = self.opened.left or self.missing or PREVIEW

    def keep(self) -> None:
        """Write the draft into the stored form."""
        self.opened.draft = self.draft.model_dump(mode="json")


Filling: TypeAlias = FormContext[Any]
"""An open form with any type of draft."""
