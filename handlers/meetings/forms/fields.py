"""Fields of several forms of meetings: figures, people, a reason, the paper of a proxy."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from aiogram.types import Message

from bot.domain.meetings.figures import read_figures
from bot.domain.meetings.plans import MeetingId
from bot.domain.moments import end_of_day, read_start
from bot.domain.people.members import Member, MemberId
from bot.domain.people.searches import Match
from bot.domain.polls.proxy_refusals import ProxyExpired
from bot.domain.refusals import ChoiceGone, MomentUnreadable
from bot.services.meetings.screens import MeetingScreens
from handlers.forms.context import Filling
from handlers.forms.fields import Text
from handlers.forms.form import Field
from handlers.forms.lists import Option, option_rows, turn_page
from handlers.forms.people import Searched, look_for, search_of
from handlers.ui.buttons import Row
from handlers.ui.texts import Texts, Value

UNANIMOUS: tuple[int, ...] = ()
"""Figures of a show of hands in which nobody was against."""

HANDS = 3


@dataclass(eq=False)
class HandsField(Field):
    """A show of hands: for, against, abstained; one tap says that nobody was against."""

    async def rows(self, form: Filling) -> list[Row]:
        """Return the button for the usual case."""
        words = form.t.plain("meeting-hands-unanimous")
        return [[form.button(words, "all", style="success")]]

    async def words(self, form: Filling) -> str:
        """Return the question."""
        return form.t("meeting-hands")

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store that nobody was against."""
        if key == "all":
            await self.take(form, UNANIMOUS)

    async def typed(self, form: Filling, message: Message) -> bool:
        """Store the three figures."""
        if message.text is None:
            return False
        await self.take(form, read_figures(message.text, HANDS))
        return True

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the figures as text."""
        return hands_words(getattr(draft, self.name), t)

    def expected(self, form: Filling) -> str:
        """Ask for figures."""
        return "meeting-hands-expected"


def hands_words(figures: tuple[int, ...], t: Texts) -> str:
    """Return a show of hands as text."""
    if not figures:
        return t.plain("meeting-hands-unanimous-value")
    in_favour, against, abstained = figures
    values: dict[str, Value] = {"in_favour": in_favour, "against": against, "abstained": abstained}
    return t.plain("meeting-hands-value", **values)


# --- people ---------------------------------------------------------------------------------------


async def find(
    form: Filling, text: str, meeting_screens: MeetingScreens, member: Member
) -> list[Match]:
    """Find people by name, among all of the alliance."""
    if not text:
        return []
    return await meeting_screens.people(member.id, MeetingId(form.concerned), text)


def match_words(match: Match) -> str:
    """Return a person as they stand on a button."""
    return " · ".join(filter(None, [match.name, match.organisation]))


@dataclass(eq=False)
class PersonFound(Searched):
    """One person, found by name; the name is stored as `<field>_name`."""

    async def offered(self, form: Filling) -> list[Option]:
        """Return the people found."""
        found: list[Match] = await form.call(find, search_of(form))
        return [Option(f"{one.people[0]}", match_words(one)) for one in found]

    def stored(self, one: Option) -> Any:
        """Return the id and the name."""
        return MemberId(int(one.id)), one.words

    async def take(self, form: Filling, value: Any) -> None:
        """Store both."""
        number, name = value
        setattr(form.draft, f"{self.name}_name", name)
        await super().take(form, number)

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the name."""
        return str(getattr(draft, f"{self.name}_name"))


@dataclass(eq=False)
class PeopleFound(Field):
    """Some people, found by name one after another; their names are stored as `names`."""

    def given(self, draft: Any) -> bool:
        """Tell whether the choice was accepted."""
        return bool(draft.accepted)

    async def words(self, form: Filling) -> str:
        """Tell who is chosen, and whether the search found nobody."""
        chosen = "\n".join(f"• {name}" for name in form.draft.names)
        words = form.words(self.key, chosen=chosen, count=len(form.draft.people))
        search = search_of(form)
        if not search or await form.call(find, search):
            return words
        return f"{words}\n{form.t('wizard-people-nobody', search=search)}"

    async def rows(self, form: Filling) -> list[Row]:
        """Return those who are chosen and those found, and the button that accepts them."""
        draft = form.draft
        chosen = [
            Option(f"{person}", name, chosen=True)
            for person, name in zip(draft.people, draft.names, strict=True)
        ]
        found: list[Match] = await form.call(find, search_of(form))
        others = [
            Option(f"{one.people[0]}", match_words(one))
            for one in found
            if one.people[0] not in draft.people
        ]
        done = [[form.button(form.t.plain("wizard-done"), "done")]] if draft.people else []
        return [*option_rows(form, [*chosen, *others]), *done]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Add or remove somebody, or accept the choice."""
        turn_page(form, key, value)
        draft = form.draft
        if key == "done" and draft.people:
            draft.accepted = True
            form.done()
        elif key == "pick" and value in map(str, draft.people):
            place = [f"{one}" for one in draft.people].index(value)
            draft.people = draft.people[:place] + draft.people[place + 1 :]
            draft.names = draft.names[:place] + draft.names[place + 1 :]
        elif key == "pick":
            await self._add(form, value)

    async def _add(self, form: Filling, value: str) -> None:
        found: list[Match] = await form.call(find, search_of(form))
        one = next((one for one in found if f"{one.people[0]}" == value), None)
        if one is None:
            raise ChoiceGone
        form.draft.people = (*form.draft.people, one.people[0])
        form.draft.names = (*form.draft.names, one.name)

    async def typed(self, form: Filling, message: Message) -> bool:
        """Search for a name."""
        return look_for(form, message)

    def expected(self, form: Filling) -> str:
        """Ask for a name."""
        return "wizard-people-expected"

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the names."""
        return t.listed(list(draft.names))


# --- texts ----------------------------------------------------------------------------------------


@dataclass(eq=False)
class Reason(Text):
    """A reason: typed, or one of the usual ones (`usual` are their keys)."""

    usual: tuple[str, ...] = ()

    async def rows(self, form: Filling) -> list[Row]:
        """Return the usual reasons."""
        return [[form.button(form.label(f"usual-{one}"), "usual", one)] for one in self.usual]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store a usual reason."""
        if key == "usual" and value in self.usual:
            await self.take(form, self.check(form.label(f"usual-{value}")))
        await super().tap(form, key, value)


@dataclass(eq=False)
class PaperDay(Field):
    """A date of a proxy's paper, typed without a time; the last one must not be over."""

    read: Callable[[str, date], tuple[date, time | None]] = read_start
    is_last: bool = False

    async def words(self, form: Filling) -> str:
        """Return the question with an example."""
        return form.words(self.key, today=f"{form.today:%d.%m.%Y}")

    async def typed(self, form: Filling, message: Message) -> bool:
        """Store a day."""
        if message.text is None:
            return False
        day, at = self.read(message.text, form.today)
        if at is not None:
            raise MomentUnreadable
        ends = end_of_day(day, form.zone)
        if self.is_last and ends <= form.now:
            raise ProxyExpired(ends - timedelta(microseconds=1))
        await self.take(form, day)
        return True

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the day as text."""
        return t.date(getattr(draft, self.name))
