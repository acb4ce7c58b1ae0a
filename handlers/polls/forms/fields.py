"""The fields that each poll needs."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from bot.domain.people.members import Member
from bot.domain.polls.plans import PollKind, checked_closing
from bot.domain.polls.presets import Preset
from bot.services.polls.polls import Polls
from handlers.forms.context import Filling
from handlers.forms.fields import Text
from handlers.forms.lists import Choice, Option, require_offered
from handlers.forms.times import Moment
from handlers.polls.forms.plans import usual_closing, with_preset
from handlers.ui.buttons import Row


async def presets(_: Filling, polls: Polls, member: Member) -> tuple[Preset, ...]:
    """Return the presets of the alliance."""
    return await polls.presets(member.id)


@dataclass(eq=False)
class PresetField(Choice):
    """The rules of the vote; they settle most of the draft."""

    async def offered(self, form: Filling) -> list[Option]:
        """Return the presets, by their indexes."""
        chosen = form.draft.preset
        return [
            Option(f"{number}", one.title or one.name, one.name == chosen)
            for number, one in enumerate(await form.call(presets))
        ]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Apply a preset; typed values stay if the preset asks for them."""
        if key != "pick":
            await super().tap(form, key, value)
            return
        found: tuple[Preset, ...] = await form.call(presets)
        require_offered(value, [Option(f"{number}", "") for number in range(len(found))])
        form.draft = with_preset(form.draft, found[int(value)])
        form.done()


@dataclass(eq=False)
class Question(Text):
    """The question; admissions and elections usually have the same one."""

    async def rows(self, form: Filling) -> list[Row]:
        """Offer the usual text."""
        kind = form.draft.kind
        if kind == PollKind.MOTION:
            return []
        return [[form.button(form.label("usual-question", kind=kind), "usual")]]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store the usual text."""
        if key == "usual" and form.draft.kind != PollKind.MOTION:
            words = form.t.plain("poll-usual-question", kind=form.draft.kind)
            await self.take(form, words)


@dataclass(eq=False)
class ClosingField(Moment):
    """Until when ballots are taken."""

    is_end: ClassVar[bool] = True

    def presets(self, form: Filling) -> list[Row]:
        """Offer the usual end of a poll by this preset."""
        usual = usual_closing(form.draft, form.now)
        if usual is None:
            return []
        return [[form.button(form.label("usual-closing", usual_closing=usual), "usual")]]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store that time."""
        usual = usual_closing(form.draft, form.now) if key == "usual" else None
        if usual is not None:
            await self.take(form, usual)
        await super().tap(form, key, value)

    async def checked(self, form: Filling, moment: datetime) -> datetime:
        """Return the time; refuse one that leaves too little or too much time to vote."""
        opens_at = form.draft.opens_at or form.now
        checked_closing(await super().checked(form, moment), opens_at)
        return moment
