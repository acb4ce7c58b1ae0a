"""Choices to tap: one of several, or several of many."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from aiogram.types import InlineKeyboardButton

from bot.domain.refusals import ChoiceGone
from handlers.forms.context import Filling
from handlers.forms.form import Field
from handlers.ui.buttons import Row
from handlers.ui.pages import PAGE

BLANK = " "


@dataclass(frozen=True, slots=True)
class Option:
    """An option to choose; its id is ASCII and short."""

    id: str
    words: str
    chosen: bool = False


ListOptions = Callable[..., Awaitable[list[Option]]]


def require_offered(value: str, options: Iterable[Option]) -> None:
    """Refuse an option that is no longer on the list when it is tapped."""
    if value not in {option.id for option in options}:
        raise ChoiceGone


def option_rows(
    form: Filling, options: Sequence[Option], *, width: int = 1, beside: Sequence[Row] = ()
) -> list[Row]:
    """Return a button for each option, chosen ones marked; long lists have pages.

    Pages are shorter by the buttons `beside` them, which are added below.
    """
    buttons = [
        form.button(f"✓ {one.words}" if one.chosen else one.words, "pick", one.id)
        for one in options
    ]
    room = PAGE - sum(map(len, beside))
    return [*paged_rows(form, buttons, width=width, room=room), *beside]


def paged_rows(form: Filling, buttons: Row, *, width: int = 1, room: int = PAGE) -> list[Row]:
    """Return buttons in rows, no more than there is room for; long lists have pages."""
    size = room if len(buttons) <= room else width * max(1, room // width)
    last = max(0, (len(buttons) - 1) // size)
    page = min(form.shown.get("page", 0), last)
    shown = buttons[page * size : (page + 1) * size]
    lines = [shown[n : n + width] for n in range(0, len(shown), width)]
    if not last:
        return lines
    turns = [
        form.button("‹", "page", f"{page - 1}") if page else form.button(BLANK),
        form.button(f"{page + 1} / {last + 1}"),
        form.button("›", "page", f"{page + 1}") if page < last else form.button(BLANK),
    ]
    return [*lines, turns]


def turn_page(form: Filling, key: str, value: str) -> None:
    """Show another page of a list; refuse numbers of a thousand or more."""
    if key == "page" and value.isdecimal() and len(value) < 4:  # noqa: PLR2004  see above
        form.shown["page"] = int(value)


@dataclass(eq=False)
class Choice(Field):
    """One of the `options`, or `many` of them; `read` turns an id into the stored value.

    With `named` the words of an option are stored instead of its id.
    """

    options: ListOptions | None = None
    read: Callable[[str], Any] = str
    width: int = 1
    named: bool = field(default=False, kw_only=True)

    async def offered(self, form: Filling) -> list[Option]:
        """Return the present options, with those that are chosen."""
        options: list[Option] = await form.call(self.options) if self.options else []
        has = getattr(form.draft, self.name)
        chosen = set(has or ()) if self.many else {has}
        return [replace(one, chosen=self.stored(one) in chosen) for one in options]

    def stored(self, one: Option) -> Any:
        """Return the stored value of an option."""
        return one.words if self.named else self.read(one.id)

    def expected(self, form: Filling) -> str:
        """Ask for a tap."""
        return "wizard-tap-expected"

    async def rows(self, form: Filling) -> list[Row]:
        """Return the options, and what stands below them."""
        options, below = await self.offered(form), await self.below(form)
        return option_rows(form, options, width=self.width, beside=below)

    async def below(self, form: Filling) -> list[Row]:
        """Return the buttons below the options."""
        return self.removing(form)

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Choose one of the options; of `many` add or remove it."""
        turn_page(form, key, value)
        if key == "pick":
            options = await self.offered(form)
            require_offered(value, options)
            if not self.many:
                tapped = next(one for one in options if one.id == value)
                await self.take(form, self.stored(tapped))
                return
            chosen = [self.stored(one) for one in options if one.chosen != (one.id == value)]
            setattr(form.draft, self.name, tuple(chosen))
        await super().tap(form, key, value)


@dataclass(eq=False)
class ChoicePart(Choice):
    """Many of the options, behind a button of another field; at least one.

    There may be no more than `most`; `excess` is the key of the text that says so.
    """

    many: bool = field(default=True, kw_only=True)
    most: int | None = field(default=None, kw_only=True)
    excess: str = field(default="", kw_only=True)

    async def below(self, form: Filling) -> list[Row]:
        """Return the button that accepts the choice."""
        return [*await super().below(form), [form.button(form.t.plain("wizard-done"), "done")]]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Accept the choice, or toggle an option."""
        if key == "done" and not getattr(form.draft, self.name):
            form.note("wizard-choose-one")
        elif key == "done":
            await self.take(form, getattr(form.draft, self.name))
        before = getattr(form.draft, self.name)
        await super().tap(form, key, value)
        if self.most is not None and len(getattr(form.draft, self.name) or ()) > self.most:
            setattr(form.draft, self.name, before)
            form.note(self.excess, most=self.most)


@dataclass(eq=False)
class Switch(Field):
    """An option that is on or off, toggled in the list of options itself."""

    def button(self, form: Filling) -> InlineKeyboardButton:
        """Return the button that toggles it; its text says what it would become."""
        so = bool(getattr(form.draft, self.name))
        label = form.t.plain(f"{form.form.lists}-switch-{self.key}", **{self.key: so})
        return form.button(label, "switch", self.name)

    async def turn(self, form: Filling) -> None:
        """Toggle it."""
        setattr(form.draft, self.name, not getattr(form.draft, self.name))
