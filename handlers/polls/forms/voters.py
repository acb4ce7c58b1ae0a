"""The option for voters: the whole body, or some of it, with a clause and a reason."""

from dataclasses import dataclass, field
from typing import Any

from bot.domain.people.members import Member
from bot.domain.polls.plans import Body
from bot.domain.polls.voters import VoterId
from bot.services.polls.electorates import Electorates
from handlers.forms.context import Filling
from handlers.forms.fields import Text
from handlers.forms.lists import Option, require_offered, turn_page
from handlers.forms.people import Searched, is_called, search_of
from handlers.ui.buttons import Row


async def _voters(form: Filling, electorates: Electorates, member: Member) -> dict[VoterId, str]:
    voters = await electorates.voters(member.id, Body(form.draft.body))
    return {one.id: one.name for one in voters}


@dataclass(eq=False)
class Voters(Searched):
    """Who votes: the whole body, from which people are removed one by one."""

    many: bool = field(default=True, kw_only=True)

    async def question(self, form: Filling) -> str:
        """Tell how many there are in all, and why some of them have no ballot."""
        draft, count = form.draft, len(await form.call(_voters))
        words = form.words("voters", body=draft.body, count=count)
        if draft.voters is None:
            return words
        clause, reason = draft.omission_clause, draft.omission_reason
        given = bool(clause and reason)
        return f"{words}\n\n{form.words('omission', given=given, clause=clause, reason=reason)}"

    async def offered(self, form: Filling) -> list[Option]:
        """Return the people who match the query; voters are marked."""
        chosen = form.draft.voters
        return [
            Option(f"{id_}", name, chosen is None or id_ in chosen)
            for id_, name in (await form.call(_voters)).items()
            if is_called(name, form)
        ]

    async def below(self, form: Filling) -> list[Row]:
        """Return the way to clause and reason, and the ways back to the whole body."""
        everybody = form.button(form.label("everybody"), "all")
        whole = form.button(form.label("whole-list"), "whole")
        why = form.goes(form.label("omission-why"), "omission_clause")
        rows = [[why], [everybody]] if form.draft.voters is not None else []
        return [*rows, [whole] if search_of(form) else []]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Add or remove somebody, or choose everybody."""
        turn_page(form, key, value)
        if key == "all":
            form.draft.voters = None
        elif key == "whole":
            form.shown.pop("search", None)
        elif key == "pick":
            require_offered(value, await self.offered(form))
            self._toggle(form, VoterId(int(value)), set(await form.call(_voters)))

    def _toggle(self, form: Filling, voter: VoterId, everybody: set[VoterId]) -> None:
        before = form.draft.voters
        chosen = (everybody if before is None else everybody.intersection(before)) ^ {voter}
        if not chosen:
            form.note("wizard-choose-one")
            return
        form.draft.voters = None if chosen == everybody else tuple(sorted(chosen))


@dataclass(eq=False)
class OmissionClause(Text):
    """The charter's clause by which some of the body have no ballot."""

    async def take(self, form: Filling, value: Any) -> None:
        """Store it, then ask for the reason."""
        form.draft.omission_clause = value
        form.go("omission_reason")
