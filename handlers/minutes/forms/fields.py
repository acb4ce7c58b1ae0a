"""The fields of minutes: of which polls, and what the record of them lacks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram.types import Message

from bot.domain.minutes.minutes import Signatory
from bot.domain.moments import moment_at, read_past, read_time
from bot.domain.people.members import Member
from bot.domain.polls.plans import Mode
from bot.domain.polls.polls import PollId
from bot.domain.refusals import MomentUnreadable
from bot.services.minutes.minutes import PollMinutes, Suggestion
from handlers.forms.context import Filling
from handlers.forms.fields import Text
from handlers.forms.form import Field
from handlers.forms.lists import Choice, Option
from handlers.ui.buttons import Row
from handlers.ui.lengths import clipped
from handlers.ui.texts import Texts, Value
from handlers.ui.voting_rules import titled

SHOWN = 1000
"""So much of how the vote went is shown in the chat."""


def signatory_words(one: Signatory) -> str:
    """Return e.g. «Мария Орлова, директор»."""
    return ", ".join(filter(None, [one.name, one.position]))


async def known(form: Filling, minutes: PollMinutes, member: Member) -> Suggestion:
    """Return what the record knows of the polls that are ticked."""
    return await minutes.suggestion(member.id, sorted(form.draft.polls))


async def counted_polls(form: Filling, minutes: PollMinutes, member: Member) -> list[Option]:
    """List the polls that minutes can be of."""
    t = form.t
    return [
        Option(
            f"{one.id}",
            t.plain(
                "minutes-draft-poll",
                day=t.day(one.closed_at or one.closes_at),
                question=titled(" ".join(one.question.split()), t, second=one.second_round),
            ),
        )
        for one in await minutes.counted(member.id)
    ]


def read_poll(number: str) -> PollId:
    """Return the id of an option."""
    return PollId(int(number))


@dataclass(eq=False)
class PollsField(Choice):
    """The polls of one sitting; once they are taken, so is what the record knows of it."""

    async def words(self, form: Filling) -> str:
        """Say so if there are none."""
        words = form.words("polls")
        return words if await self.offered(form) else f"{words}\n{form.words('no-polls')}"

    async def rows(self, form: Filling) -> list[Row]:
        """Return the polls; once one is ticked, the button that takes them."""
        done = [[form.button(form.t.plain("wizard-done"), "done")]] if form.draft.polls else []
        return [*await super().rows(form), *done]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Tick a poll, or take those that are ticked."""
        await super().tap(form, key, value)
        draft = form.draft
        draft.polls = tuple(sorted(draft.polls or ())) or None
        if key == "done" and draft.polls is not None:
            await self._begin(form)
            form.done()

    async def _begin(self, form: Filling) -> None:
        """Put what the record knows into the draft; what people said already stays."""
        draft, found = form.draft, await form.call(known)
        draft.chair = draft.chair or found.chair
        draft.secretary = draft.secretary or found.secretary
        if found.mode is Mode.CORRESPONDENCE:
            draft.starts = draft.starts or found.starts_at
            draft.ends = draft.ends or found.ends_at


@dataclass(eq=False)
class SittingTime(Field):
    """When the sitting began or ended: a time of the day of the polls, or a day with a time."""

    async def _known(self, form: Filling) -> datetime:
        found: Suggestion = await form.call(known)
        return found.starts_at if self.name == "starts" else found.ends_at

    async def rows(self, form: Filling) -> list[Row]:
        """Offer the time of the vote itself."""
        usual = form.label(f"{self.key}-usual", **{self.key: await self._known(form)})
        return [[form.button(usual, "usual")]]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Take the time of the vote itself."""
        if key == "usual":
            await self.take(form, await self._known(form))

    async def typed(self, form: Filling, message: Message) -> bool:
        """Take what is typed."""
        if message.text is None:
            return False
        try:
            at = read_time(message.text)
            day = (await self._known(form)).astimezone(form.zone).date()
        except MomentUnreadable:
            day, typed = read_past(message.text, form.today)
            if typed is None:
                raise
            at = typed
        await self.take(form, moment_at(day, at, form.zone))
        return True


@dataclass(eq=False)
class Signer(Text):
    """Somebody who signs."""

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the name and the position."""
        return signatory_words(getattr(draft, self.name))


@dataclass(eq=False)
class Counters(Text):
    """Those who counted; a button names the secretary."""

    async def rows(self, form: Filling) -> list[Row]:
        """Offer the secretary."""
        return [[form.button(form.label("counted-secretary"), "usual")]]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Take the secretary."""
        if key == "usual" and form.draft.secretary is not None:
            await self.take(form, (form.draft.secretary,))

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the names and the positions."""
        return "; ".join(map(signatory_words, draft.counted))


@dataclass(eq=False)
class CourseField(Text):
    """How the vote went, word for word."""

    def given(self, draft: Any) -> bool:
        """Tell whether it stands in the minutes."""
        return bool(draft.course)

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the beginning."""
        return clipped(draft.course, SHOWN)
