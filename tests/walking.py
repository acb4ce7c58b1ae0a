"""Walks of people through the bot from /start: what they see, tap by tap, and what refuses them."""

from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import takewhile

from bot.domain.people.members import TelegramId
from bot.services.prompts import Prompt
from tests.pressing import Outcome, Presses, Said

START = Said(text="/start")
DEEP = 3
"""Taps from /start within which everything must be."""

ENOUGH = 4
"""Buttons of a kind that one person presses: lists have many that do the same."""


@dataclass(frozen=True)
class Screen:
    """Where a person is: what they said first, and which of the ways on they took each time."""

    person: int
    first: tuple[Said, ...]
    taken: tuple[int, ...] = ()

    async def open(self, presses: Presses) -> Outcome:
        """Go there."""
        outcome = Outcome("")
        for said in self.first:
            outcome = await presses.does(self.person, said)
        for index in self.taken:
            outcome = await presses.does(self.person, outcome.ways[index])
        return outcome

    def then(self, index: int) -> "Screen":
        """Return where one of the ways on leads."""
        return Screen(self.person, self.first, (*self.taken, index))


class Standpoint:
    """Where somebody stands. To go elsewhere, only the taps that differ are undone and made."""

    def __init__(self, presses: Presses, person: int, first: Sequence[Said]) -> None:
        self._presses = presses
        self._start = Screen(person, tuple(first))
        self._taken: tuple[int, ...] = ()
        self._outcomes: list[Outcome] = []
        self._undoings: list[ExitStack] = []

    async def go(self, taken: tuple[int, ...]) -> Outcome:
        """Go to the screen to which these ways lead."""
        if not self._outcomes:
            self._mark()
            self._outcomes.append(await self._start.open(self._presses))
        pairs = zip(self._taken, taken, strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        self._leave(shared + 1)
        for index in taken[shared:]:
            self._mark()
            said = self._outcomes[-1].ways[index]
            self._outcomes.append(await self._presses.does(self._start.person, said))
        self._taken = taken
        return self._outcomes[-1]

    def leave(self) -> None:
        """Undo everything."""
        self._leave(0)

    def _mark(self) -> None:
        undoing = ExitStack()
        undoing.enter_context(self._presses.storage.savepoint("step", kept=False))
        self._undoings.append(undoing)

    def _leave(self, kept: int) -> None:
        while len(self._undoings) > kept:
            self._undoings.pop().close()
            self._outcomes.pop()


@dataclass(frozen=True)
class Shown:
    """Something that can be tapped, and where; without an `index` no screen shows it."""

    screen: Screen
    index: int | None
    said: Said


@dataclass
class Walk:
    """What a person found: how far each kind of button is, what is shown, what refused a tap.

    `asked` are the questions that a tap opened, which what is typed next answers.
    """

    found: dict[str, int] = field(default_factory=dict)
    shown: list[Shown] = field(default_factory=list)
    asked: list[tuple[Screen, Prompt]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


async def walk(
    presses: Presses,
    person: int,
    first: Sequence[Said] = (START,),
    deep: int = DEEP,
    enough: int = ENOUGH,
) -> Walk:
    """Press all that a person is shown, nearest first; nothing that they do is kept."""
    walked, pressed, kinds = Walk(), set[str](), Counter[str]()
    screens = [Screen(person, tuple(first))]
    for depth in range(1, deep + 1):
        further: list[Screen] = []
        there = Standpoint(presses, person, first)
        for screen in screens:
            for index, said in enumerate((await there.go(screen.taken)).ways):
                walked.found.setdefault(said.row, depth)
                if said.known in pressed or kinds[said.row] >= enough:
                    continue
                pressed.add(said.known)
                kinds[said.row] += 1
                walked.shown.append(Shown(screen, index, said))
                if await _tapped(presses, screen.then(index), said, walked):
                    further.append(screen.then(index))
        there.leave()
        screens = further
    return walked


async def _tapped(presses: Presses, there: Screen, said: Said, walked: Walk) -> bool:
    """Tap it, and note what refused it, or asks; tell whether there are ways on."""
    with presses.storage.savepoint("tap", kept=False):
        outcome = await presses.does(there.person, said)
        prompt = await presses.services.prompts.asked(TelegramId(there.person))
    if outcome.refused or outcome.alert:
        told = outcome.refused or "alert"
        walked.refused.append(f"{said.data or said.text}: {told} {outcome.texts[:1]}")
    if prompt is not None:
        walked.asked.append((there, prompt))
    return bool(outcome.ways)
