"""Options of a poll besides its rules: secrecy, files, reminders, opening."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from aiogram.types import Message

from bot.domain.events.reminders import OFFERED_LEADS
from bot.domain.moments import moment_at
from bot.domain.polls.materials import checked_materials
from bot.domain.polls.plans import Secrecy
from bot.domain.polls.refusals import SecretCannotBeLive
from handlers.forms.context import Filling
from handlers.forms.form import Field
from handlers.forms.lists import Choice, Option, Switch, option_rows, require_offered, turn_page
from handlers.forms.times import Moment
from handlers.polls.forms.plans import MINUTE, checked_opening, leads_of
from handlers.ui.buttons import Row
from handlers.ui.materials import material_of

USUAL = "usual"


async def secrecies(form: Filling) -> list[Option]:
    """List the kinds of secrecy."""
    return [Option(one, form.label("secrecy-choice", secrecy=one)) for one in Secrecy]


@dataclass(eq=False)
class SecrecyField(Choice):
    """Whether ballots are secret; live counts would then reveal who cast which."""

    async def take(self, form: Filling, value: Any) -> None:
        """Store it; secret ballots are not counted live."""
        if value == Secrecy.SECRET and form.draft.live:
            form.draft.live = False
            form.note("poll-draft-no-longer-live")
        await super().take(form, value)


@dataclass(eq=False)
class Live(Switch):
    """Whether the counts show while the poll is open."""

    async def turn(self, form: Filling) -> None:
        """Toggle it; refuse secret ballots."""
        if not form.draft.live and form.draft.secrecy == Secrecy.SECRET:
            raise SecretCannotBeLive
        await super().turn(form)


@dataclass(eq=False)
class Materials(Field):
    """The files to read; a tap removes one."""

    many: bool = field(default=True, kw_only=True)

    def _files(self, form: Filling) -> list[Option]:
        t = form.t
        names = [
            one.name or t.plain("material-unnamed", number=place)
            for place, one in enumerate(form.draft.materials, start=1)
        ]
        return [
            Option(f"{place}", form.label("remove", name=name))
            for place, name in enumerate(names, start=1)
        ]

    async def rows(self, form: Filling) -> list[Row]:
        """Return the files."""
        return option_rows(form, self._files(form))

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Remove a file."""
        if key == "pick":
            require_offered(value, self._files(form))
            files = list(form.draft.materials)
            del files[int(value) - 1]
            form.draft.materials = tuple(files)

    async def typed(self, form: Filling, message: Message) -> bool:
        """Add a file, or one of an album; refuse more than the limit."""
        material = material_of(message)
        if material is None:
            return False
        form.draft.materials = checked_materials([*form.draft.materials, material])
        return True


@dataclass(eq=False)
class PollLeads(Choice):
    """The reminders' lead times before the end, or the usual ones."""

    many: bool = field(default=True, kw_only=True)

    async def offered(self, form: Filling) -> list[Option]:
        """Return the lead times, by their minutes."""
        draft = form.draft
        chosen = leads_of(draft)
        offered = sorted({*OFFERED_LEADS, *(draft.usual_leads or ()), *chosen}, reverse=True)
        choices = [
            Option(f"{one // MINUTE}", form.t.duration(one), one in chosen) for one in offered
        ]
        usual = Option(USUAL, form.t.plain("wizard-leads-as-usual"), draft.leads is None)
        return [*choices, usual]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Add or remove a lead time."""
        turn_page(form, key, value)
        if key != "pick":
            return
        require_offered(value, await self.offered(form))
        if value == USUAL:
            form.draft.leads = None
            return
        leads = {*leads_of(form.draft)} ^ {int(value) * MINUTE}
        form.draft.leads = tuple(sorted(leads, reverse=True))


@dataclass(eq=False)
class Opening(Moment):
    """When the poll opens."""

    def presets(self, form: Filling) -> list[Row]:
        """Offer to open it at once."""
        return [[form.button(form.label("open-at-once"), "now")]]

    async def check_day(self, form: Filling, day: date) -> None:
        """Refuse a day that leaves no time to vote too."""
        await super().check_day(form, day)
        checked_opening(moment_at(day, time.min, form.zone), form.draft)

    async def checked(self, form: Filling, moment: datetime) -> datetime:
        """Return the time; refuse one that leaves no time to vote."""
        return checked_opening(await super().checked(form, moment), form.draft)

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Open it at once."""
        if key == "now":
            await self.take(form, None)
        await super().tap(form, key, value)
