"""What a form is: typed fields on a typed draft, a preview, and one call of a service."""

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
PREVIEW, CONFIRM, SETTINGS = "preview", "confirm", "settings"
LEAVING, RESUMING = "leaving", "resuming"
CLOSING = (PREVIEW, CONFIRM, SETTINGS, LEAVING, RESUMING)

Said: TypeAlias = Callable[[Any, Texts], Value]
"""Says in words what a draft holds."""


def given(value: T | None) -> T:
    """Return what a whole draft has."""
    if value is None:
        raise ValueError("the draft is not whole")
    return value


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by Telegram's id of its file, and the words under it as HTML."""

    file: str
    caption: str


@dataclass(frozen=True, slots=True)
class View:
    """What a step shows: words as HTML, and rows of buttons.

    An `inner` screen asks for the rest of what has been begun, and offers nothing to keep. `ways`
    are buttons beside the ways out. A `picture` stands above, in a message of its own.
    """

    words: str
    rows: list[Row] = field(default_factory=list)
    inner: bool = False
    ways: Row = field(default_factory=list)
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """How a form ended: what its message says from then on, with one button to go on.

    `above` that one are others; `then` is what is sent below the message.
    """

    words: str
    label: str
    button: CallbackData
    then: Callable[[], Awaitable[None]] | None = None
    above: Row = field(default_factory=list)


@dataclass(eq=False)
class Field:
    """One thing that a form asks for, on a step of its own.

    `name` is that of the draft's attribute, where None is not given, and of the step; `key` is what
    its texts are called after. `keep` is whether what is given can be left as it is, `removable`
    whether it can be taken back to `nothing`. A part of a form names the field that leads to it as
    `parent`. `when` tells whether it is asked for at all. An option of a `group` stands on a list
    of its own, which the list of options leads to.
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
    """Whether several taps make it up, and another one says that it is done."""

    def __post_init__(self) -> None:
        self.key = self.key or self.name

    def given(self, draft: Any) -> bool:
        """Tell whether the draft has it."""
        return getattr(draft, self.name) is not None

    def value(self, draft: Any, t: Texts) -> Value:
        """Return what the draft has, in words."""
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
        """Take a tap on one of the step's own buttons; anything can be forged."""
        if key == "none" and self.removable:
            await self.take(form, self.nothing)

    async def typed(self, form: "Filling", message: Message) -> bool:
        """Take a message; tell whether it was what the step wants."""
        return False

    def expected(self, form: "Filling") -> str:
        """Return the key of the sentence for what is not what the step wants."""
        return f"{form.form.texts}-{self.key}-expected"

    def close(self, form: "Filling") -> bool:
        """Close an inner screen; tell whether one was open."""
        return False

    async def take(self, form: "Filling", value: Any) -> None:
        """Put what was given into the draft, and go on."""
        setattr(form.draft, self.name, value)
        form.done()

    def removing(self, form: "Filling") -> list[Row]:
        """Return the button that takes back what is given."""
        if not self.removable or not getattr(form.draft, self.name):
            return []
        return [[form.button(form.label(f"no-{self.key}"), "none")]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Form(Generic[D]):
    """A form, declared. Its `name` is kept with each draft and never changes.

    `fields` are asked for in this order; `options` are set from a list behind the preview; `parts`
    are steps that a field leads to. `title` is the field that makes a draft worth keeping, and
    names it. `texts` begins the keys of its texts, `lists` of those of the list of options.
    `confirm` asks once more before `submit`, `discard` ends the form without a result, and `acts`
    are what else its preview does. One with `desk` is only for those who have a desk.
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
        """Tell whether a person may fill it in."""
        return member.has_desk or not self.desk

    def has_steps(self, step: str, left: str) -> bool:
        """Tell whether a draft that was left at these steps can be gone on with."""
        questions = {LEAVING, RESUMING} if self.title else set()
        return {step, left or step} <= {*self.steps, *self.closing, *questions}

    @property
    def groups(self) -> tuple[str, ...]:
        """The lists of options of their own."""
        return tuple(dict.fromkeys(one.group for one in self.options if one.group))

    @property
    def closing(self) -> tuple[str, ...]:
        """The steps of a draft that lacks nothing."""
        confirm = (CONFIRM,) if self.confirm is not None else ()
        settings = (SETTINGS,) if self.options else ()
        return (PREVIEW, *confirm, *settings, *self.groups)

    def value(self, name: str, draft: D, t: Texts) -> Value:
        """Return what a draft has of a field, in words."""
        said = self.values.get(name)
        return self.steps[name].value(draft, t) if said is None else said(draft, t)
