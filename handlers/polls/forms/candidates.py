"""The field for candidates: applications, people of the alliance, or typed names."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from aiogram.types import Message

from bot.domain.applications.ids import ApplicationId
from bot.domain.people.members import Member, folded
from bot.domain.people.searches import Match
from bot.domain.polls.plans import Candidate, CandidateId, PollKind
from bot.domain.polls.refusals import CandidateNotMember
from bot.domain.refusals import ChoiceGone
from bot.services.applications.queue import ApplicationQueue
from bot.services.polls.electorates import Electorates
from handlers.forms.context import Filling
from handlers.forms.form import Field
from handlers.forms.lists import Choice, Option, option_rows, require_offered, turn_page
from handlers.forms.people import Searched, search_of
from handlers.polls.forms.plans import with_candidate
from handlers.ui.buttons import Row


async def waiting(
    form: Filling, application_queue: ApplicationQueue, member: Member
) -> list[Option]:
    """Return the applications in the queue, with a mark on those that are candidates."""
    standing = {one.application for one in form.draft.candidates}
    queue = await application_queue.waiting(member.id)
    return [
        Option(f"{one.id}", one.details.display_name, one.id in standing)
        for one in (card.application for card in queue.cards)
        if one.is_queued or one.id in standing
    ]


async def find(_: Filling, text: str, electorates: Electorates, member: Member) -> list[Match]:
    """Find people of the alliance by name."""
    found = await electorates.people(member.id, text) if text else []
    return [one for one in found if not one.whole]


@dataclass(eq=False)
class CandidatesField(Field):
    """The candidates so far; two more buttons lead to further ones."""

    def given(self, draft: Any) -> bool:
        """Tell whether there are candidates."""
        return bool(draft.candidates)

    async def words(self, form: Filling) -> str:
        """Tell how many candidates there are."""
        draft = form.draft
        elects = draft.elects
        words = form.words("candidates", kind=draft.kind, elects=elects)
        count = len(draft.candidates)
        return f"{words}\n{form.words('standing', count=count)}" if count else words

    def _standing(self, form: Filling) -> list[Option]:
        return [
            Option(f"{one.id}", form.label("remove", name=one.name))
            for one in form.draft.candidates
        ]

    async def rows(self, form: Filling) -> list[Row]:
        """Return the candidates, and the ways to add more."""
        below: list[Row] = []
        if form.draft.kind != PollKind.ADMISSION:
            below.append([form.goes(form.label("from-people"), "people")])
        elif count := len(await form.call(waiting)):
            label = form.label("from-applications", waiting=count)
            below.append([form.goes(label, "applications")])
        if form.draft.candidates:
            below.append([form.button(form.t.plain("wizard-done"), "done")])
        return option_rows(form, self._standing(form), beside=below)

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Remove a candidate, or accept the list."""
        turn_page(form, key, value)
        if key == "pick":
            require_offered(value, self._standing(form))
            _keep(form, lambda one: f"{one.id}" != value)
        elif key == "done":
            form.done()

    async def typed(self, form: Filling, message: Message) -> bool:
        """Add typed names, one a line; candidates for the council must be found instead."""
        if message.text is None:
            return False
        if form.draft.elects:
            raise CandidateNotMember
        lines = [line for line in message.text.splitlines() if line.strip()]
        standing = form.draft.candidates
        for line in lines or [message.text]:
            name = Candidate(CandidateId(0), line).checked().name
            standing = with_candidate(standing, name)
        form.draft.candidates = standing
        return True


@dataclass(eq=False)
class ApplicationsField(Choice):
    """Candidates from the queue of applications."""

    async def offered(self, form: Filling) -> list[Option]:
        """Return the applications."""
        options: list[Option] = await form.call(waiting)
        return options

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Add or remove an application."""
        turn_page(form, key, value)
        if key != "pick":
            return
        options = await self.offered(form)
        require_offered(value, options)
        option = next(one for one in options if one.id == value)
        draft, application = form.draft, ApplicationId(int(value))
        if option.chosen:
            _keep(form, lambda one: one.application != application)
        else:
            draft.candidates = with_candidate(draft.candidates, option.words, application)


@dataclass(eq=False)
class FoundPeople(Searched):
    """Candidates from the people of the alliance."""

    async def offered(self, form: Filling) -> list[Option]:
        """Return the people found, with a mark on candidates."""
        standing = {one.member for one in form.draft.candidates}
        found: list[Match] = await form.call(find, search_of(form))
        return [
            Option(
                f"{match.people[0]}",
                " · ".join(filter(None, [match.name, match.organisation])),
                match.people[0] in standing,
            )
            for match in found
        ]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Add or remove somebody."""
        turn_page(form, key, value)
        if key != "pick":
            return
        found: list[Match] = await form.call(find, search_of(form))
        match = next((one for one in found if f"{one.people[0]}" == value), None)
        if match is None:
            raise ChoiceGone
        draft, member = form.draft, match.people[0]
        if any(one.member == member for one in draft.candidates):
            _keep(form, lambda one: one.member != member)
            return
        standing = await self._told_apart(form, match)
        name = _with_origin(match) if standing != draft.candidates else match.name
        draft.candidates = with_candidate(standing, name, member=member)
        form.confirm("poll-draft-added", name=name)

    async def _told_apart(self, form: Filling, added: Match) -> tuple[Candidate, ...]:
        """Return the candidates; a namesake of the new one gets the organisation's name added."""
        standing: tuple[Candidate, ...] = form.draft.candidates
        alike = {one.member for one in standing if _is_called(one, added.name)}
        if not alike:
            return standing
        found: list[Match] = await form.call(find, added.name)
        names = {one.people[0]: _with_origin(one) for one in found}
        return tuple(
            replace(one, name=names[one.member]) if one.member in names.keys() & alike else one
            for one in standing
        )


def _is_called(one: Candidate, name: str) -> bool:
    """Tell whether a candidate has this name, with or without an organisation after it."""
    return folded(one.name).partition(" (")[0] == folded(name)


def _with_origin(match: Match) -> str:
    return f"{match.name} ({match.organisation})" if match.organisation else match.name


def _keep(form: Filling, stays: Callable[[Candidate], bool]) -> None:
    form.draft.candidates = tuple(one for one in form.draft.candidates if stays(one))
