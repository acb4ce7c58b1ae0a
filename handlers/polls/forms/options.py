"""Options of a poll besides its rules: secrecy, files, reminders, opening."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.domain.moments import moment_at
from bot.domain.polls.plans import Secrecy
from bot.domain.polls.refusals import SecretCannotBeLive
from handlers.forms.context import Filling
from handlers.forms.leads import Leads
from handlers.forms.lists import Choice, Option, Switch
from handlers.forms.times import Moment
from handlers.polls.forms.plans import checked_opening
from handlers.ui.buttons import Row

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
class PollLeads(Leads):
    """The reminders' lead times before the end."""

    def usual(self, form: Filling) -> tuple[timedelta, ...]:
        """Return those of the poll's preset."""
        return form.draft.usual_leads or ()


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
