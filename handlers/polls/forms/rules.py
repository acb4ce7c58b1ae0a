"""The options that say by which rules is counted; each rule says where it comes from."""

from dataclasses import dataclass
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
    """List of whom a majority can be counted."""
    return [Option(base, form.label("base-choice", base=base)) for base in Base]


async def recusals(form: Filling) -> list[Option]:
    """List what can become of those who do not take part."""
    return [Option(name, form.label("recusal-choice", effect=name)) for name in LOWERS]


async def competences(form: Filling) -> list[Option]:
    """List whose question it can be."""
    return [Option(name, form.label("exclusive-choice", whose=name)) for name in EXCLUSIVE]


async def modes(form: Filling) -> list[Option]:
    """List how people can take part."""
    return [Option(mode, form.label("mode-choice", mode=mode)) for mode in Mode]


async def known_rules(form: Filling) -> list[Rules]:
    """Return the rules of all presets."""
    found: tuple[Preset, ...] = await form.call(presets)
    return [preset.rules for preset in found]


async def find_clause(form: Filling, rule: str) -> None:
    """Take the clause of the alliance's own rule that says the same, or ask for one.

    Anybody who changes a rule is told that it stands on another clause now.
    """
    former = getattr(form.draft, clause_name(rule))
    clause = clause_for(rule, form.draft, await known_rules(form))
    setattr(form.draft, clause_name(rule), clause)
    if clause and clause != former:
        form.note("poll-draft-clause-changed", clause=clause)
    form.go(SETTINGS if clause else clause_name(rule))


@dataclass(eq=False)
class Rule(Choice):
    """A rule; the alliance has a clause for it, or one is asked for."""

    async def rows(self, form: Filling) -> list[Row]:
        """Return the choices, and the way to another clause."""
        another = form.goes(form.label("another-clause"), clause_name(self.name))
        return [*await super().rows(form), [another]]

    async def take(self, form: Filling, value: Any) -> None:
        """Take the rule, then its clause."""
        setattr(form.draft, self.name, value)
        await find_clause(form, self.name)


@dataclass(eq=False)
class Threshold(Rule):
    """How many are needed; of a majority it is asked of whom."""

    def _shares(self, form: Filling) -> list[Share]:
        return list(dict.fromkeys([getattr(form.draft, self.name), *SHARES]))

    async def offered(self, form: Filling) -> list[Option]:
        """Return the usual shares, and the one that is set, by their places."""
        chosen = getattr(form.draft, self.name)
        return [
            Option(f"{number}", share_words(share, form.t), share == chosen)
            for number, share in enumerate(self._shares(form))
        ]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Take a share that is offered."""
        if key == "pick" and value in {one.id for one in await self.offered(form)}:
            await self.take(form, self._shares(form)[int(value)])
        else:
            await super().tap(form, key, value)

    async def typed(self, form: Filling, message: Message) -> bool:
        """Take e.g. «не меньше 2/3»."""
        if message.text is None:
            return False
        await self.take(form, read_share(message.text))
        return True

    def expected(self, form: Filling) -> str:
        """Ask for a share."""
        return Field.expected(self, form)

    async def take(self, form: Filling, value: Any) -> None:
        """Take a threshold; of a majority it is asked of whom."""
        if self.name != "majority":
            await super().take(form, value)
            return
        form.draft.majority = value
        form.go("base")


@dataclass(eq=False)
class BaseField(Choice):
    """The base of a majority."""

    async def take(self, form: Filling, value: Any) -> None:
        """Take it, then the clause of the majority."""
        form.draft.base = value
        await find_clause(form, "majority")


@dataclass(eq=False)
class Clause(Choice):
    """Where a rule comes from: as the alliance's own rules of this name, or typed."""

    async def offered(self, form: Filling) -> list[Option]:
        """Return the known clauses, by their places."""
        known = known_clauses(self.name.removesuffix("_clause"), await known_rules(form))
        chosen = getattr(form.draft, self.name)
        return [Option(f"{n}", clause, clause == chosen) for n, clause in enumerate(known)]

    def stored(self, one: Option) -> str:
        """Return the clause."""
        return one.words

    async def typed(self, form: Filling, message: Message) -> bool:
        """Take a clause."""
        if message.text is None:
            return False
        await self.take(form, checked_clause(message.text))
        return True

    def expected(self, form: Filling) -> str:
        """Ask for a clause."""
        return Field.expected(self, form)


@dataclass(eq=False)
class CompetenceField(Choice):
    """Whether the question belongs to the highest body alone; then by which clause."""

    async def take(self, form: Filling, value: Any) -> None:
        """Take it; refuse in the council what is not the council's to decide."""
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
    """How people take part; from afar, and by post what the highest body decides, by a clause."""

    async def take(self, form: Filling, value: Any) -> None:
        """Take it, then the clause if there must be one."""
        draft = form.draft
        draft.mode = value
        exclusive = draft.exclusive or draft.kind == PollKind.ELECTION
        if value == Mode.REMOTE and not draft.remote:
            form.go("remote")
        elif value == Mode.CORRESPONDENCE and exclusive and not draft.correspondence:
            form.go("correspondence")
        else:
            form.go(SETTINGS)
