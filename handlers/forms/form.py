"""Forms: typed fields on a typed draft, a preview, and one call of a service to submit."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, cast

from aiogram.filters.callback_data import CallbackData
from aiogram.types import Message
from pydantic import BaseModel

from bot.domain.people.members import Member
from handlers.forms.callbacks import STEP_LIMIT
from handlers.ui.buttons import Row
from handlers.ui.texts import Texts, Value

if TYPE_CHECKING:
    from handlers.forms.context import Filling

D = TypeVar("D", bound=BaseModel)
T = TypeVar("T")
PREVIEW, CHANGES, CONFIRM, SETTINGS = "preview", "changes", "confirm", "settings"
LEAVING, RESUMING = "leaving", "resuming"
CLOSING = (PREVIEW, CHANGES, CONFIRM, SETTINGS, LEAVING, RESUMING)

Said: TypeAlias = Callable[[Any, Texts], Value]
"""Returns the text of a draft's value."""


def given(value: T | None) -> T:
    """Return a value that a complete draft has."""
    if value is None:
        raise ValueError("the draft is not whole")
    return value


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its file id at Telegram, and its caption as HTML."""

    file: str
    caption: str


@dataclass(frozen=True, slots=True)
class View:
    """What a step shows: text as HTML, and rows of buttons.

    An `inner` screen asks for the second part of a value, so there is nothing to keep yet. `ways`
    are buttons next to those that leave the step. A `picture` is shown above, in a separate
    message.
    """

    words: str
    rows: list[Row] = field(default_factory=list)
    inner: bool = False
    ways: Row = field(default_factory=list)
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a form: the final text of its message, with one button to go on.

    `above` are rows of buttons above that one; `then` is sent below the message.
    """

    words: str
    label: str
    button: CallbackData
    then: Callable[[], Awaitable[None]] | None = None
    above: Row = field(default_factory=list)


@dataclass(eq=False)
class Field:
    """One value of a form, with a step of its own.

    `name` is the name of the draft's attribute (None means no value) and of the step; its texts
    have keys with `key`. With `keep` a present value can be kept, with `removable` it can be reset
    to `nothing`. A part of a form names the field that leads to it as `parent`. `when` tells
    whether it is asked for at all. The options of a `group` have a list of their own, to which the
    list of options leads.
    """

    name: str
    _: KW_ONLY
    key: str = ""
    keep: bool = True
    removable: bool = False
    nothing: Any = None
    parent: str = ""
    when: Callable[["Filling"], bool] | None = None
    group: str = ""
    many: bool = False
    """Whether it takes several taps, and a further one to finish."""

    def __post_init__(self) -> None:
        self.key = self.key or self.name

    def given(self, draft: Any) -> bool:
        """Tell whether the draft has a value."""
        return getattr(draft, self.name) is not None

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the draft's value as text."""
        return cast("Value", getattr(draft, self.name))

    async def words(self, form: "Filling") -> str:
        """Return the question of the step, as HTML."""
        return form.words(self.key)

    async def rows(self, form: "Filling") -> list[Row]:
        """Return the step's own buttons."""
        return self.removing(form)

    async def view(self, form: "Filling") -> View:
        """Return what the step shows."""
        return View(await self.words(form), await self.rows(form))

    async def tap(self, form: "Filling", key: str, value: str) -> None:
        """Handle a tap on one of the step's own buttons; its data may be forged."""
        if key == "none" and self.removable:
            await self.take(form, self.nothing)

    async def typed(self, form: "Filling", message: Message) -> bool:
        """Handle a message; tell whether the step accepted it."""
        return False

    def expected(self, form: "Filling") -> str:
        """Return the text key for a message that the step does not accept."""
        return f"{form.form.texts}-{self.key}-expected"

    def close(self, form: "Filling") -> bool:
        """Close an inner screen; tell whether one was open."""
        return False

    async def take(self, form: "Filling", value: Any) -> None:
        """Store the value in the draft, and go on."""
        setattr(form.draft, self.name, value)
        form.done()

    def removing(self, form: "Filling") -> list[Row]:
        """Return the button that removes the value."""
        if not self.removable or not getattr(form.draft, self.name):
            return []
        return [[form.button(form.label(f"no-{self.key}"), "none")]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Form(Generic[D]):
    """The declaration of a form. Its `name` is stored with each draft and never changes.

    `fields` are asked for in this order; `options` are set from a list behind the preview; `parts`
    are steps that a field leads to. `title` is the field that names a draft and makes it worth
    keeping. `texts` is the prefix of its text keys, `lists` that of the list of options. `confirm`
    asks for confirmation before `submit`, `discard` ends the form without a result, and `acts` are
    further buttons of the preview. One with `desk` is only for people with `Member.has_desk`.
    """

    name: str
    draft: type[D]
    fields: tuple[Field, ...]
    preview: Callable[..., Awaitable[View]]
    submit: Callable[..., Awaitable[Ending]]
    discard: Callable[..., Awaitable[Ending]]
    confirm: Callable[..., Awaitable[View]] | None = None
    acts: Mapping[str, Callable[..., Awaitable[None]]] = field(default_factory=dict)
    options: tuple[Field, ...] = ()
    parts: tuple[Field, ...] = ()
    desk: bool = True
    title: str = ""
    texts: str = "wizard"
    lists: str = "wizard"
    unchanged: str = "wizard-leaving-changes"
    values: Mapping[str, Said] = field(default_factory=dict)
    steps: dict[str, Field] = field(init=False)

    def __post_init__(self) -> None:
        every = (*self.fields, *self.options, *self.parts)
        steps = {one.name: one for one in every}
        taken = (*CLOSING, *self.groups)
        wrong = [name for name in steps if len(name) > STEP_LIMIT or name in taken]
        if wrong or len(steps) < len(every):
            raise ValueError(f"form {self.name}: steps {wrong or list(steps)}")
        object.__setattr__(self, "steps", steps)

    def is_for(self, member: Member) -> bool:
        """Tell whether a person may use it."""
        return member.has_desk or not self.desk

    def has_steps(self, step: str, left: str) -> bool:
        """Tell whether a draft that was left at these steps can be continued."""
        questions = {LEAVING, RESUMING} if self.title else set()
        return {step, left or step} <= {*self.steps, *self.closing, *questions}

    @property
    def groups(self) -> tuple[str, ...]:
        """The options that have lists of their own."""
        return tuple(dict.fromkeys(one.group for one in self.options if one.group))

    @property
    def closing(self) -> tuple[str, ...]:
        """The steps of a complete draft."""
        confirm = (CONFIRM,) if self.confirm is not None else ()
        settings = (SETTINGS,) if self.options else ()
        return (PREVIEW, CHANGES, *confirm, *settings, *self.groups)

    def value(self, name: str, draft: D, t: Texts) -> Value:
        """Return the draft's value of a field, as text."""
        said = self.values.get(name)
        return self.steps[name].value(draft, t) if said is None else said(draft, t)
