"""The options with the counting rules, each with its clause."""

from dataclasses import dataclass, field
from typing import Any

from aiogram.types import Message

from bot.domain.polls.majorities import (
    AT_LEAST_HALF,
    MORE_THAN_HALF,
    Base,
    Bound,
    Rules,
    Share,
    checked_clause,
)
from bot.domain.polls.plans import Body, Mode, PollKind
from bot.domain.polls.presets import Preset
from bot.domain.polls.refusals import ExclusiveInCouncil
from bot.domain.polls.shares import read_share
from handlers.forms.context import Filling
from handlers.forms.form import SETTINGS, Field
from handlers.forms.lists import Choice, Option
from handlers.polls.forms.fields import presets
from handlers.polls.forms.plans import clause_for, clause_name, known_clauses
from handlers.polls.forms.values import share_words
from handlers.ui.buttons import Row

SHARES = (
    MORE_THAN_HALF,
    AT_LEAST_HALF,
    Share(2, 3, Bound.AT_LEAST),
    Share(2, 3, Bound.MORE_THAN),
    Share(3, 4, Bound.AT_LEAST),
)
LOWERS = {"lowers": True, "counts": False}
EXCLUSIVE = {"any": False, "highest": True}


async def bases(form: Filling) -> list[Option]:
    """List the possible bases of a majority."""
    return [Option(base, form.label("base-choice", base=base)) for base in Base]


async def recusals(form: Filling) -> list[Option]:
    """List the possible effects of a recusal."""
    return [Option(name, form.label("recusal-choice", effect=name)) for name in LOWERS]


async def competences(form: Filling) -> list[Option]:
    """List who may decide a question."""
    return [Option(name, form.label("exclusive-choice", whose=name)) for name in EXCLUSIVE]


async def modes(form: Filling) -> list[Option]:
    """List how people can take part."""
    return [Option(mode, form.label("mode-choice", mode=mode)) for mode in Mode]


async def known_rules(form: Filling) -> list[Rules]:
    """Return the rules of all presets."""
    found: tuple[Preset, ...] = await form.call(presets)
    return [preset.rules for preset in found]


async def find_clause(form: Filling, rule: str) -> None:
    """Store the clause of the alliance's rule with this value, or ask for one.

    A person who changes a rule is told that it now has another clause.
    """
    former = getattr(form.draft, clause_name(rule))
    clause = clause_for(rule, form.draft, await known_rules(form))
    setattr(form.draft, clause_name(rule), clause)
    if clause and clause != former:
        form.note("poll-draft-clause-changed", clause=clause)
    form.go(SETTINGS if clause else clause_name(rule))


@dataclass(eq=False)
class Rule(Choice):
    """A rule; its clause is the alliance's, or is asked for."""

    async def below(self, form: Filling) -> list[Row]:
        """Return the button for another clause."""
        return [[form.goes(form.label("another-clause"), clause_name(self.name))]]

    async def take(self, form: Filling, value: Any) -> None:
        """Store the rule, then its clause."""
        setattr(form.draft, self.name, value)
        await find_clause(form, self.name)


@dataclass(eq=False)
class Threshold(Rule):
    """How many votes are needed; for a majority the base is asked for next."""

    def _shares(self, form: Filling) -> list[Share]:
        return list(dict.fromkeys([getattr(form.draft, self.name), *SHARES]))

    async def offered(self, form: Filling) -> list[Option]:
        """Return the usual shares, and the present one, by their indexes."""
        chosen = getattr(form.draft, self.name)
        return [
            Option(f"{number}", share_words(share, form.t), share == chosen)
            for number, share in enumerate(self._shares(form))
        ]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store an offered share."""
        if key == "pick" and value in {one.id for one in await self.offered(form)}:
            await self.take(form, self._shares(form)[int(value)])
        else:
            await super().tap(form, key, value)

    async def typed(self, form: Filling, message: Message) -> bool:
        """Store a typed share, e.g. «не меньше 2/3»."""
        if message.text is None:
            return False
        await self.take(form, read_share(message.text))
        return True

    def expected(self, form: Filling) -> str:
        """Ask for a share."""
        return Field.expected(self, form)

    async def take(self, form: Filling, value: Any) -> None:
        """Store a share; for a majority the base is asked for next."""
        if self.name != "majority":
            await super().take(form, value)
            return
        form.draft.majority = value
        form.go("base")


@dataclass(eq=False)
class BaseField(Choice):
    """The base of a majority."""

    async def take(self, form: Filling, value: Any) -> None:
        """Store it, then the majority's clause."""
        form.draft.base = value
        await find_clause(form, "majority")


@dataclass(eq=False)
class Clause(Choice):
    """The clause of a rule: one of the alliance's for this rule, or typed."""

    named: bool = field(default=True, kw_only=True)

    async def offered(self, form: Filling) -> list[Option]:
        """Return the known clauses, by their indexes."""
        known = known_clauses(self.name.removesuffix("_clause"), await known_rules(form))
        chosen = getattr(form.draft, self.name)
        return [Option(f"{n}", clause, clause == chosen) for n, clause in enumerate(known)]

    async def typed(self, form: Filling, message: Message) -> bool:
        """Store a typed clause."""
        if message.text is None:
            return False
        await self.take(form, checked_clause(message.text))
        return True

    def expected(self, form: Filling) -> str:
        """Ask for a clause."""
        return Field.expected(self, form)


@dataclass(eq=False)
class CompetenceField(Choice):
    """Whether only the highest body may decide the question, and by which clause."""

    async def take(self, form: Filling, value: Any) -> None:
        """Store it; refuse in the council what only the highest body may decide."""
        draft = form.draft
        if value and draft.body == Body.COUNCIL:
            raise ExclusiveInCouncil
        draft.exclusive = value
        if value and not draft.competence:
            form.go("competence")
        else:
            form.done()


@dataclass(eq=False)
class ModeField(Choice):
    """How people take part; remote, and by correspondence in the highest body, need a clause."""

    async def take(self, form: Filling, value: Any) -> None:
        """Store it, then the clause if one is needed."""
        draft = form.draft
        draft.mode = value
        exclusive = draft.exclusive or draft.kind == PollKind.ELECTION
        if value == Mode.REMOTE and not draft.remote:
            form.go("remote")
        elif value == Mode.CORRESPONDENCE and exclusive and not draft.correspondence:
            form.go("correspondence")
        else:
            form.go(SETTINGS)
