"""The fields of minutes: the polls, and data that their record lacks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram.types import Message

from bot.domain.minutes.minutes import Signatory
from bot.domain.minutes.plans import read_decisions
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
from handlers.ui.texts import AllTexts, Texts, Value
from handlers.ui.voting_rules import titled

SHOWN = 1000
"""How much of the course of the vote is shown in the chat."""


async def _offices(_: Filling, texts: AllTexts) -> Mapping[str, str]:
    """Return the names of the offices in the minutes, in the alliance's own language."""
    t = texts.for_language(None)
    return {role: t.plain("minutes-office", role=role) for role in ("chair", "secretary")}


def _in_office(name: str | None, office: str) -> Signatory | None:
    return Signatory(name, office) if name else None


def signatory_words(one: Signatory) -> str:
    """Return e.g. «Мария Орлова, директор»."""
    return ", ".join(filter(None, [one.name, one.written_position]))


async def known(form: Filling, minutes: PollMinutes, member: Member) -> Suggestion:
    """Return what the record tells about the ticked polls."""
    return await minutes.suggestion(member.id, sorted(form.draft.polls))


async def counted_polls(form: Filling, minutes: PollMinutes, member: Member) -> list[Option]:
    """List the polls that can have minutes."""
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
    """The polls of one meeting; once accepted, the data of their record are added."""

    async def words(self, form: Filling) -> str:
        """Tell if there are none."""
        words = form.words("polls")
        return words if await self.offered(form) else f"{words}\n{form.words('no-polls')}"

    async def below(self, form: Filling) -> list[Row]:
        """Return the button that accepts the polls, once one is ticked."""
        return [[form.button(form.t.plain("wizard-done"), "done")]] if form.draft.polls else []

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Tick a poll, or accept the ticked ones."""
        await super().tap(form, key, value)
        draft = form.draft
        draft.polls = tuple(sorted(draft.polls or ())) or None
        if key == "done" and draft.polls is not None:
            await self._begin(form)
            form.done()

    async def _begin(self, form: Filling) -> None:
        """Add the data of the record to the draft; what people entered stays."""
        draft, found = form.draft, await form.call(known)
        offices: Mapping[str, str] = await form.call(_offices)
        draft.chair = draft.chair or _in_office(found.chair, offices["chair"])
        draft.secretary = draft.secretary or _in_office(found.secretary, offices["secretary"])
        if found.mode is Mode.CORRESPONDENCE:
            draft.starts = draft.starts or found.starts_at
            draft.ends = draft.ends or found.ends_at


@dataclass(eq=False)
class SittingTime(Field):
    """When the meeting began or ended: a time of the polls' day, or a day with a time."""

    async def _known(self, form: Filling) -> datetime:
        found: Suggestion = await form.call(known)
        return found.starts_at if self.name == "starts" else found.ends_at

    async def rows(self, form: Filling) -> list[Row]:
        """Offer the time of the vote."""
        usual = form.label(f"{self.key}-usual", **{self.key: await self._known(form)})
        return [[form.button(usual, "usual")]]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store the time of the vote."""
        if key == "usual":
            await self.take(form, await self._known(form))

    async def typed(self, form: Filling, message: Message) -> bool:
        """Store the typed time."""
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
class Convener(Text):
    """Who convened the meeting; a button names the chair."""

    async def rows(self, form: Filling) -> list[Row]:
        """Offer the people who may have presided."""
        return [[form.button(form.label("convened-chair"), "usual")]]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store the person."""
        if key == "usual" and form.draft.chair is not None:
            await self.take(form, signatory_words(form.draft.chair))


@dataclass(eq=False)
class Notified(Field):
    """The day on which people were notified; for a vote by correspondence that of its opening."""

    async def rows(self, form: Filling) -> list[Row]:
        """Offer the day of the opening, on which the bot sent out the ballots."""
        found: Suggestion = await form.call(known)
        usual = form.label("notified-usual", at=form.t.date(found.starts_at))
        offered = found.mode is Mode.CORRESPONDENCE
        return [[form.button(usual, "usual")]] if offered else []

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store the day of the opening."""
        if key == "usual":
            found: Suggestion = await form.call(known)
            await self.take(form, found.starts_at.astimezone(form.zone).date())

    async def typed(self, form: Filling, message: Message) -> bool:
        """Store a day in the past."""
        if message.text is None:
            return False
        day, _ = read_past(message.text, form.today)
        await self.take(form, day)
        return True


@dataclass(eq=False)
class Materials(Text):
    """The materials sent with the notification: those of the votes, none, or others."""

    async def rows(self, form: Filling) -> list[Row]:
        """Offer the files of the votes, and the answer that there were none."""
        found: Suggestion = await form.call(known)
        none = [form.button(form.label("materials-none"), "none")]
        if not found.materials:
            return [none]
        return [[form.button(form.label("materials-usual"), "usual")], none]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store the names of the files, or that there were none."""
        if key == "none":
            await self.take(form, await form.call(_no_materials))
        if key == "usual":
            found: Suggestion = await form.call(known)
            await self.take(form, self.check("; ".join(found.materials)))


async def _no_materials(_: Filling, texts: AllTexts) -> str:
    return texts.for_language(None).plain("minutes-no-materials")


@dataclass(eq=False)
class Counters(Text):
    """The people who counted; a button names the secretary."""

    async def rows(self, form: Filling) -> list[Row]:
        """Offer the secretary."""
        return [[form.button(form.label("counted-secretary"), "usual")]]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store the secretary."""
        if key == "usual" and form.draft.secretary is not None:
            await self.take(form, (form.draft.secretary,))

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the names and the positions."""
        return "; ".join(map(signatory_words, draft.counted))


@dataclass(eq=False)
class CourseField(Text):
    """The course of the vote, quoted word for word."""

    def given(self, draft: Any) -> bool:
        """Tell whether the minutes have it."""
        return bool(draft.course)

    def value(self, draft: Any, t: Texts) -> Value:
        """Return its beginning."""
        return clipped(draft.course, SHOWN)


@dataclass(eq=False)
class DecisionsField(Field):
    """The wording of decisions whose question is not worded as one."""

    async def typed(self, form: Filling, message: Message) -> bool:
        """Store the typed wordings; those of other items stay."""
        if message.text is None:
            return False
        said = read_decisions(message.text, form.draft.polls)
        await self.take(form, {**form.draft.decisions, **said})
        return True

    def given(self, draft: Any) -> bool:
        """Tell whether there is any wording."""
        return bool(draft.decisions)

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the wordings."""
        return clipped("\n".join(draft.decisions.values()), SHOWN)


@dataclass(eq=False)
class Authorities(Text):
    """The documents of the voters' rights; a button adds none to those that are known."""

    async def rows(self, form: Filling) -> list[Row]:
        """Offer to add no document to those that are known."""
        return [[form.button(form.label("authority-known"), "known")]]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store no document."""
        if key == "known":
            await self.take(form, {})

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the documents with the names."""
        said = (": ".join(filter(None, pair)) for pair in draft.authority.items())
        return clipped("\n".join(said), SHOWN)
