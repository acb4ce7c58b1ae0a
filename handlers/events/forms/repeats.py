"""The option that repeats an event: the rhythm, then on the same step its end."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from aiogram.types import Message

from bot.domain.events.recurrence import Recurrence, Rhythm, occurrences
from bot.domain.moments import read_end
from bot.domain.numbers import read_number
from bot.domain.refusals import MomentUnreadable
from handlers.events.forms.values import first_day, rule_words
from handlers.forms.context import Filling
from handlers.forms.form import View
from handlers.forms.lists import Choice, Option

COUNTS = (4, 8, 12)
RHYTHM = "rhythm"


async def rhythms(form: Filling) -> list[Option]:
    """List the ways in which an event can be repeated."""
    first = first_day(form.draft, form.t)
    rules = {rhythm: rule_words(rhythm, first, form.t) for rhythm in Rhythm}
    return [Option(rhythm, words[:1].upper() + words[1:]) for rhythm, words in rules.items()]


@dataclass(eq=False)
class Repeat(Choice):
    """A rhythm and its end. The previous setting stays until a new rhythm has an end."""

    async def view(self, form: Filling) -> View:
        """Return the rhythms, or the question for the chosen rhythm's end."""
        if RHYTHM not in form.shown:
            return await super().view(form)
        t = form.t
        rule = rule_words(Rhythm(form.shown[RHYTHM]), first_day(form.draft, t), t)
        counts = [
            form.button(form.label("times", count=count), "times", f"{count}") for count in COUNTS
        ]
        another = form.button(form.label("another-rhythm"), "another")
        return View(form.words("ending", rule=rule), [counts], inner=True, ways=[another])

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store a rhythm or an end."""
        if key == "times" and RHYTHM in form.shown and value in map(str, COUNTS):
            self._end(form, None, int(value))
        elif key == "another":
            form.shown.clear()
        else:
            await super().tap(form, key, value)

    async def take(self, form: Filling, value: Any) -> None:
        """Ask for the end of a rhythm, or stop repeating."""
        if value is not None:
            form.shown[RHYTHM] = str(value)
            return
        form.draft.until = form.draft.count = None
        await super().take(form, None)

    async def typed(self, form: Filling, message: Message) -> bool:
        """Read a day («до 30 июня») or a number of times («10»)."""
        if message.text is None or RHYTHM not in form.shown:
            return False
        try:
            until, _ = read_end(message.text, form.today)
        except MomentUnreadable:
            self._end(form, None, read_number(message.text))
        else:
            self._end(form, until, None)
        return True

    def expected(self, form: Filling) -> str:
        """Ask for an end, or for a tap."""
        return "wizard-ending-expected" if RHYTHM in form.shown else super().expected(form)

    def _end(self, form: Filling, until: date | None, count: int | None) -> None:
        """Store the end, unless it makes the series too short or too long."""
        draft, rhythm = form.draft, Rhythm(form.shown[RHYTHM])
        occurrences(Recurrence(rhythm, until, count), draft.starts_at, form.zone)
        draft.rhythm, draft.until, draft.count = rhythm, until, count
        form.done()
