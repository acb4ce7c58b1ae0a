"""Typed fields: a text, a number, a duration; the last two also have choices to tap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from aiogram.types import Message

from bot.domain.moments import read_duration
from bot.domain.numbers import read_number
from handlers.forms.context import Filling
from handlers.forms.form import Field
from handlers.forms.lists import Option, option_rows, require_offered
from handlers.ui.buttons import Row
from handlers.ui.texts import Texts, Value

MINUTE = timedelta(minutes=1)


@dataclass(eq=False)
class Text(Field):
    """A text that passes `check`; with `skip` a button leaves it empty, as one that is removed."""

    check: Callable[[str], Any] = str
    skip: bool = False
    nothing: Any = field(default="", kw_only=True)

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the text; a dash if it was left empty."""
        return super().value(draft, t) or "—"

    async def rows(self, form: Filling) -> list[Row]:
        """Return the button that leaves it empty."""
        skip = [[form.button(form.label(f"skip-{self.key}"), "skip")]] if self.skip else []
        return skip + self.removing(form)

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Leave it empty."""
        if key == "skip" and self.skip:
            await self.take(form, self.check(""))
        await super().tap(form, key, value)

    async def typed(self, form: Filling, message: Message) -> bool:
        """Store a text; refuse one that breaks its rule."""
        if message.text is None:
            return False
        await self.take(form, self.check(message.text))
        return True


@dataclass(eq=False)
class Number(Field):
    """A whole number that passes `checked`, typed or from `presets`; `unit` is one of time."""

    check: Callable[[int], int | None] = int
    presets: Sequence[int] = ()
    unit: str = field(default="", kw_only=True)

    def checked(self, form: Filling, number: int) -> int | None:
        """Return the number; refuse one that breaks its rule."""
        return self.check(number)

    def options(self, form: Filling) -> list[Option]:
        """Return the choices."""
        chosen = getattr(form.draft, self.name)
        return [Option(f"{one}", f"{one}", one == chosen) for one in self.presets]

    async def rows(self, form: Filling) -> list[Row]:
        """Return the presets in one row."""
        options = self.options(form)
        return option_rows(form, options, width=len(options) or 1) + self.removing(form)

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store one of the presets."""
        if key == "pick":
            require_offered(value, self.options(form))
            await self.take(form, self.checked(form, int(value)))
        await super().tap(form, key, value)

    async def typed(self, form: Filling, message: Message) -> bool:
        """Store a typed number."""
        if message.text is None:
            return False
        await self.take(form, self.checked(form, read_number(message.text, self.unit)))
        return True


@dataclass(eq=False)
class Duration(Field):
    """A duration that passes `check`, typed or from `presets` in minutes."""

    check: Callable[[timedelta], timedelta] = lambda duration: duration
    presets: Sequence[int] = ()
    width: int = 3

    def options(self, form: Filling) -> list[Option]:
        """Return the choices."""
        label = f"{self.key}-choice"
        return [Option(f"{one}", form.label(label, minutes=one)) for one in self.presets]

    async def rows(self, form: Filling) -> list[Row]:
        """Return the presets."""
        return option_rows(form, self.options(form), width=self.width)

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store one of the presets."""
        if key == "pick":
            require_offered(value, self.options(form))
            await self.take(form, self.check(int(value) * MINUTE))

    async def typed(self, form: Filling, message: Message) -> bool:
        """Store a typed duration, e.g. «1,5 ч»."""
        if message.text is None:
            return False
        await self.take(form, self.check(read_duration(message.text)))
        return True
