"""Options of an event that have their own rules."""

from dataclasses import dataclass, field

from bot.domain.events.plans import Kind, checked_quota
from handlers.forms.context import Filling
from handlers.forms.fields import Number
from handlers.forms.lists import Option, option_rows, require_offered
from handlers.ui.buttons import Row

NAMED = "named"
USUAL = "usual"


async def kinds(form: Filling) -> list[Option]:
    """List the kinds of events."""
    return [Option(kind, form.label("kind-value", kind=kind)) for kind in Kind]


@dataclass(eq=False)
class Capacity(Number):
    """The number of seats; fewer than an organisation's quota lower the quota."""

    async def take(self, form: Filling, value: int | None) -> None:
        """Store the number of seats."""
        quota = form.draft.quota
        if quota is not None and value is not None:
            form.draft.quota = min(quota, value)
        await super().take(form, value)


@dataclass(eq=False)
class Quota(Number):
    """How many seats one organisation may take, at most all of them."""

    def checked(self, form: Filling, number: int) -> int | None:
        """Return the number; refuse more than there are seats."""
        return checked_quota(number, form.draft.capacity)


@dataclass(eq=False)
class GuestsField(Number):
    """How many guests each person may bring, and whether they are named."""

    many: bool = field(default=True, kw_only=True)

    def options(self, form: Filling) -> list[Option]:
        """Return the numbers, and whether names are asked for."""
        named = Option(NAMED, form.label("guests-named"), form.draft.guests_named)
        return [*super().options(form), named]

    async def rows(self, form: Filling) -> list[Row]:
        """Return the numbers in one row."""
        return option_rows(form, self.options(form), width=len(self.presets))

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store one of the two, and stay on the step."""
        if key != "pick":
            return
        require_offered(value, self.options(form))
        if value == NAMED:
            form.draft.guests_named = not form.draft.guests_named
        else:
            form.draft.guests = int(value)
