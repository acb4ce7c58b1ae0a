"""The field for the lead times of reminders."""

from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.events.reminders import OFFERED_LEADS
from handlers.forms.context import Filling
from handlers.forms.fields import MINUTE
from handlers.forms.lists import Choice, Option, require_offered, turn_page

USUAL = "usual"


@dataclass(eq=False)
class Leads(Choice):
    """The draft's `leads`; None are the usual ones."""

    many: bool = field(default=True, kw_only=True)

    def usual(self, form: Filling) -> tuple[timedelta, ...]:
        """Return the usual lead times, if they are known while the form is filled in."""
        return ()

    def _chosen(self, form: Filling) -> tuple[timedelta, ...]:
        chosen: tuple[timedelta, ...] | None = form.draft.leads
        return self.usual(form) if chosen is None else chosen

    async def offered(self, form: Filling) -> list[Option]:
        """Return the lead times, by their minutes."""
        chosen = self._chosen(form)
        offered = sorted({*OFFERED_LEADS, *self.usual(form), *chosen}, reverse=True)
        choices = [
            Option(f"{one // MINUTE}", form.t.duration(one), one in chosen) for one in offered
        ]
        as_usual = form.t.plain("wizard-leads-as-usual")
        return [*choices, Option(USUAL, as_usual, form.draft.leads is None)]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Add or remove a lead time."""
        turn_page(form, key, value)
        if key != "pick":
            return
        require_offered(value, await self.offered(form))
        if value == USUAL:
            form.draft.leads = None
            return
        leads = {*self._chosen(form)} ^ {int(value) * MINUTE}
        form.draft.leads = tuple(sorted(leads, reverse=True))
