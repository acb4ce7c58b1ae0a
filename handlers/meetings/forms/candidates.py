"""The candidates of an item: people found by name, or names that are typed."""

from dataclasses import dataclass, field, replace
from typing import Any

from aiogram.types import Message

from bot.domain.meetings.plans import ItemKind
from bot.domain.people.members import Member, folded
from bot.domain.people.searches import Match
from bot.domain.polls.plans import Candidate, CandidateId, PollKind
from bot.domain.refusals import ChoiceGone
from bot.services.polls.electorates import Electorates
from bot.services.polls.polls import Polls
from handlers.forms.context import Filling
from handlers.forms.form import Field
from handlers.forms.lists import Option, option_rows, turn_page
from handlers.forms.people import look_for, search_of
from handlers.meetings.forms.fields import match_words
from handlers.ui.buttons import Row
from handlers.ui.texts import Texts, Value


async def presets(form: Filling, polls: Polls, member: Member) -> list[Option]:
    """List the rules of the alliance that fit the kind of the item."""
    elects = form.draft.kind is ItemKind.ELECTION
    wanted = PollKind.ELECTION if elects else PollKind.MOTION
    return [
        Option(one.name, form.label("preset-choice", name=one.name, title=one.title))
        for one in await polls.presets(member.id)
        if one.kind is wanted
    ]


async def find(form: Filling, electorates: Electorates, member: Member) -> list[Match]:
    """Find people who may stand, by name."""
    text = search_of(form)
    return await electorates.people(member.id, text) if text else []


@dataclass(eq=False)
class CandidatesFound(Field):
    """The candidates so far; typed text is a search, and can be taken as a name."""

    many: bool = field(default=True, kw_only=True)

    async def words(self, form: Filling) -> str:
        """Tell how many there are, and whether the search found nobody."""
        words = form.words("candidates", count=len(form.draft.candidates))
        search = search_of(form)
        if not search or await form.call(find):
            return words
        return f"{words}\n{form.t('wizard-people-nobody', search=search)}"

    async def rows(self, form: Filling) -> list[Row]:
        """Return the candidates, the people found, and the typed name."""
        standing = [Option(f"c{one.id}", one.name, chosen=True) for one in form.draft.candidates]
        taken = {one.member for one in form.draft.candidates}
        found: list[Match] = await form.call(find)
        people = [
            Option(f"p{one.people[0]}", match_words(one))
            for one in found
            if one.people[0] not in taken
        ]
        search = search_of(form)
        typed = [form.button(form.label("add-typed", name=search), "typed")] if search else []
        done = [form.button(form.t.plain("wizard-done"), "done")]
        return [*option_rows(form, [*standing, *people]), typed, done]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Remove a candidate, add somebody, or accept the list."""
        turn_page(form, key, value)
        draft = form.draft
        match key:
            case "done":
                form.done()
            case "typed" if search_of(form):
                _add(form, Candidate(CandidateId(0), search_of(form)).checked())
                form.shown.pop("search", None)
            case "pick" if value.startswith("c"):
                draft.candidates = tuple(o for o in draft.candidates if f"c{o.id}" != value)
            case "pick":
                await self._add_found(form, value)

    async def _add_found(self, form: Filling, value: str) -> None:
        found: list[Match] = await form.call(find)
        one = next((one for one in found if f"p{one.people[0]}" == value), None)
        if one is None:
            raise ChoiceGone
        alike = any(folded(c.name) == folded(one.name) for c in form.draft.candidates)
        name = f"{one.name} ({one.organisation})" if alike and one.organisation else one.name
        _add(form, Candidate(CandidateId(0), name, member=one.people[0]))

    async def typed(self, form: Filling, message: Message) -> bool:
        """Search for a name."""
        return look_for(form, message)

    def expected(self, form: Filling) -> str:
        """Ask for a name."""
        return "wizard-people-expected"

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the names."""
        return t.listed([one.name for one in draft.candidates])


def _add(form: Filling, one: Candidate) -> None:
    """Add a candidate under the next number."""
    number = CandidateId(max((c.id for c in form.draft.candidates), default=0) + 1)
    form.draft.candidates = (*form.draft.candidates, replace(one, id=number))
