"""The field for people of the alliance, found by name and chosen one by one."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiogram.types import Message

from bot.domain.people.members import MemberId, folded
from bot.domain.people.searches import Match
from bot.domain.refusals import ChoiceGone
from handlers.forms.context import Filling
from handlers.forms.form import Field
from handlers.forms.lists import Choice, Option, option_rows, turn_page
from handlers.ui.buttons import Row

SEARCH_LIMIT = 100  # the most characters of a search text


@dataclass(eq=False)
class People(Field):
    """Several people; those in the draft's `fixed` stay chosen.

    `find` returns people by name. Typed text is a search, remembered by the screen only.
    """

    find: Callable[..., Awaitable[list[Match]]] | None = None
    fixed: str = ""
    many: bool = field(default=True, kw_only=True)

    def selected(self, form: Filling) -> set[MemberId]:
        """Return everybody who is chosen."""
        return {*getattr(form.draft, self.name), *self._fixed(form)}

    async def words(self, form: Filling) -> str:
        """Tell how many are chosen, and whether the search found nobody."""
        words, search = form.words(self.key, count=len(self.selected(form))), search_of(form)
        if not search or await self._matches(form):
            return words
        return f"{words}\n{form.words(f'{self.key}-nobody', search=search)}"

    async def rows(self, form: Filling) -> list[Row]:
        """Return the people found, and the buttons that accept or clear the choice."""
        selected = self.selected(form)
        options = [
            Option(key, _called(form, self.key, match), selected.issuperset(match.people))
            for key, match in (await self._matches(form)).items()
        ]
        clear = form.button(form.label(f"{self.key}-clear"), "clear")
        removable = set(getattr(form.draft, self.name)) > self._fixed(form)
        done = form.button(form.t.plain("wizard-done"), "done")
        below = [[done], *([[clear]] if removable else [])]
        return option_rows(form, options, beside=below)

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Add or remove somebody, or accept the choice."""
        turn_page(form, key, value)
        match key:
            case "pick":
                await self._toggle(form, value)
            case "clear":
                setattr(form.draft, self.name, ())
            case "done" if not self.selected(form):
                form.note("wizard-choose-one")
            case "done":
                await self.take(form, getattr(form.draft, self.name))

    async def typed(self, form: Filling, message: Message) -> bool:
        """Search for a name."""
        return look_for(form, message)

    async def _toggle(self, form: Filling, key: str) -> None:
        match = (await self._matches(form)).get(key)
        if match is None:
            raise ChoiceGone
        people, selected = set(match.people), self.selected(form)
        if not selected.issuperset(people):
            selected |= people
        elif people & self._fixed(form):
            form.note(f"{form.form.texts}-{self.key}-invited")
        else:
            selected -= people
        setattr(form.draft, self.name, tuple(sorted(selected)))

    async def _matches(self, form: Filling) -> dict[str, Match]:
        found: list[Match] = await form.call(self.find, search_of(form)) if self.find else []
        return {f"{'all' if one.whole else 'one'}{one.people[0]}": one for one in found}

    def _fixed(self, form: Filling) -> set[MemberId]:
        return set(getattr(form.draft, self.fixed)) if self.fixed else set()


@dataclass(eq=False)
class Searched(Choice):
    """A choice from what a typed name finds; the search is remembered by the screen only."""

    async def question(self, form: Filling) -> str:
        """Return the question."""
        return form.words(self.key)

    async def words(self, form: Filling) -> str:
        """Tell whether the search found nobody."""
        words, search = await self.question(form), search_of(form)
        if not search or await self.offered(form):
            return words
        return f"{words}\n{form.t('wizard-people-nobody', search=search)}"

    async def typed(self, form: Filling, message: Message) -> bool:
        """Search for a name."""
        return look_for(form, message)

    def expected(self, form: Filling) -> str:
        """Ask for a name."""
        return "wizard-people-expected"


def search_of(form: Filling) -> str:
    """Return the search text."""
    return str(form.shown.get("search", ""))


def look_for(form: Filling, message: Message) -> bool:
    """Use a text as the search; tell whether it can be one."""
    if message.text is None:
        return False
    form.shown["search"] = message.text[:SEARCH_LIMIT]
    form.shown.pop("page", None)
    return True


def is_called(name: str, form: Filling) -> bool:
    """Tell whether a name has every word of the search."""
    return all(word in folded(name) for word in folded(search_of(form)).split())


def _called(form: Filling, key: str, match: Match) -> str:
    if match.whole:
        return form.label(f"{key}-all", name=match.name, count=len(match.people))
    return " · ".join(filter(None, [match.name, match.organisation]))
