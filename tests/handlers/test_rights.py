"""Who may do what: every button, command, link and answer, tried by a person of each role.

What came of it stands in `golden/rights.txt`. Each is really pressed, in an alliance with something
of every kind, in the state in which somebody is shown it; one that nobody is shown is made up. A
role may do what it can do with one of the things that were tried. Where a change is meant, write
the file again, and read what has changed:

    GOLDEN=renew python -m pytest tests/handlers/test_rights.py
"""

import logging
import os
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Iterator
from enum import Enum
from itertools import islice, product
from pathlib import Path
from typing import Any, get_args

import pytest
import structlog
from aiogram.filters.callback_data import CallbackData

from bot.services.prompts import Prompt
from handlers.features import ROUTES
from handlers.ui.routes import On
from tests.alliance import a_config
from tests.offices import PEOPLE, SEEDS, full_alliance
from tests.pressing import KEYS, Presses, Said, name_of
from tests.samples.people import NOW, OLGA, Sample
from tests.walking import Screen, Shown, Walk, walk

GOLDEN = Path(__file__).parent / "golden" / "rights.txt"
NUMBERS = range(1, 26)
MOST_MADE_UP = 60

WORDS: dict[str, tuple[str, ...]] = {
    "language": ("ru",),
    "screen": ("home",),
    "act": ("show", "open", "withdraw", "discard", "resume"),
    "sort": ("everybody", "events", "municipalities"),
    "what": ("to_group",),
    "code": ("A" * 22,),
    "zone": ("Asia/Omsk",),
    "marks": ("", "A"),
    "nonce": ("AAAAAAAA",),
    "step": ("title",),
}
"""What is said in fields that take words."""

MADE_UP = {
    "proxy-paper": '{"voter": 1, "holder": 2, "name": "Анна", "step": "number"}',
    "setting": "alliance.name",
}
"""What questions that nobody is asked are about."""

DEEP, ENOUGH = 6, 2
"""How far people walk here: further than to whatever they should find."""

NOTHING = Screen(OLGA, ())
CHANGED = {PEOPLE[role] for role in ("stranger", "invited", "former")}
"""Whom the way to a button makes somebody else: they consent on it."""


class Office:
    """The alliance, and what is shown in it."""

    def __init__(self, presses: Presses, samples: list[Sample]) -> None:
        self.presses = presses
        self._samples = samples
        self._shown: dict[str, list[Shown]] = defaultdict(list)
        self._asked: dict[str, list[tuple[Screen, Prompt]]] = defaultdict(list)

    async def look_round(self) -> None:
        """Find what is shown to whom: on the way from /start, after more, and in notices."""
        for person in sorted(PEOPLE.values(), key=lambda one: one in CHANGED):
            self._add(await walk(self.presses, person, deep=DEEP, enough=ENOUGH))
        for person, said in SEEDS:
            self._add(await walk(self.presses, person, said, deep=DEEP, enough=ENOUGH))
        for number, sample in enumerate(self._samples):
            brought = await self.presses.brings(sample.notice(f"rights:{number}"))
            for button in brought:
                self._shown[button.row].append(Shown(Screen(sample.to, ()), 0, button))

    def _add(self, walked: Walk) -> None:
        for one in walked.shown:
            self._shown[one.said.row].append(one)
        for screen, prompt in walked.asked:
            self._asked[prompt.kind].append((screen, prompt))

    async def press(self, shown: Shown, people: Iterable[int]) -> dict[int, str]:
        """Have people press what one of them is shown, each alone; return what refused them."""
        storage, refused = self.presses.storage, {}
        with storage.savepoint("screen", kept=False):
            said = shown.said
            if shown.screen.first:
                said = (await shown.screen.open(self.presses)).ways[shown.index]
            for person in people:
                with storage.savepoint("press", kept=False):
                    refused[person] = (await self.presses.does(person, said)).refused
        return refused

    async def row(self, name: str, made_up: Iterator[Said]) -> str:
        """Return who may do this, and what refuses the others."""
        shown = self._shown[name]
        tried = [*_by_person(shown), *(Shown(NOTHING, 0, said) for said in made_up)]
        allowed = await self._allowed(tried)
        refused = await self.press(allowed or tried[0], PEOPLE.values())
        for one in shown:
            person = one.screen.person
            if person not in CHANGED and refused.get(person):
                refused[person] = (await self.press(one, [person]))[person] and refused[person]
        return _described(name, refused, concerned=allowed is not None)

    async def _allowed(self, tried: list[Shown]) -> Shown | None:
        """Return one that somebody may do: whom it is shown to, or a person with every office."""
        for one in tried:
            refused = await self.press(one, [one.screen.person])
            if not any(refused.values()):
                return one
        return None

    async def answer(self, kind: str) -> str:
        """Return who may answer a question of a kind, as somebody was asked it."""
        asked = self._asked[kind]
        screen, prompt = asked[0] if asked else (NOTHING, Prompt(kind, 1, MADE_UP.get(kind, "1")))
        refused = {}
        for person in PEOPLE.values():
            with self.presses.storage.savepoint("answer", kept=False):
                await screen.open(self.presses)
                await self.presses.asks(person, prompt)
                refused[person] = (await self.presses.does(person, Said(text="Вера"))).refused
        return _described(f"an answer to «{kind}»", refused, concerned=False)


def _by_person(shown: list[Shown]) -> list[Shown]:
    """Return the first of each person's, then the last."""
    first = {one.screen.person: one for one in reversed(shown)}
    return [*first.values(), *{one.screen.person: one for one in shown}.values()]


def _described(name: str, refused: dict[int, str], *, concerned: bool) -> str:
    """Return a row: who may, then the refusals in the order of the roles.

    «nobody else» is said of what somebody beside those roles may do.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for role, person in PEOPLE.items():
        groups[refused[person]].append(role)
    may = " ".join(groups.pop("", ["nobody else" if concerned else "nobody"]))
    return "\n".join(
        [name, f"    {may}", *(f"    - {k}: {' '.join(v)}" for k, v in groups.items())]
    )


# --- Everything there is ------------------------------------------------------------------------


def made_up_for(key: type[CallbackData] | On) -> Iterator[Said]:
    """Yield data for a button that nobody is shown."""
    button, given = (key.button, dict(key.values)) if isinstance(key, On) else (key, {})
    fields = [
        _values(name, kind) for name, kind in button.model_fields.items() if name not in given
    ]
    names = [name for name in button.model_fields if name not in given]
    for values in islice(product(*fields), MOST_MADE_UP):
        data = button.model_construct(**given, **dict(zip(names, values, strict=True)))
        yield Said(data=data.pack())


def _values(name: str, field: Any) -> tuple[Any, ...]:
    choices = (field.annotation, *get_args(field.annotation))
    words = [word for one in choices for word in get_args(one) if isinstance(word, str)]
    if words:  # those of a Literal
        return tuple(words)
    for one in get_args(field.annotation) or (field.annotation,):
        kind = get_args(one)[0] if hasattr(one, "__metadata__") else one
        if isinstance(kind, type) and issubclass(kind, Enum):
            return tuple(kind)
        if kind is bool:
            return (True, False)
        if kind is int:
            return (0,) if name in {"page", "part", "place"} else tuple(NUMBERS)
    return WORDS.get(name, ("x",))


BUTTON_ROWS = {name_of(key): key for key in KEYS}
COMMANDS = sorted({f"/{name}" for routes in ROUTES for name in routes.commands})
LINKS = sorted({start for routes in ROUTES for start in routes.links})
QUESTIONS = sorted({kind for routes in ROUTES for kind in routes.questions})


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    quiet = structlog.make_filtering_bound_logger(logging.CRITICAL)  # what breaks is asserted below
    structlog.configure(wrapper_class=quiet)
    presses = Presses(tmp_path / "alliance.sqlite3", a_config(tmp_path, "http://127.0.0.1:9"), NOW)
    made = Office(presses, await full_alliance(presses))
    await made.look_round()
    yield made
    presses.close()


async def test_each_button_command_link_and_answer_is_for_whom_it_was_for(office: Office) -> None:
    rows = [await office.row(name, made_up_for(key)) for name, key in BUTTON_ROWS.items()]
    rows += [await office.row(one, iter([Said(text=one)])) for one in COMMANDS]
    rows += [
        await office.row(f"/start {one}…", iter([Said(text=f"/start {one}x")])) for one in LINKS
    ]
    rows += [await office.answer(kind) for kind in QUESTIONS]
    assert office.presses.broken == []
    table = "\n".join([*rows, ""])
    if os.environ.get("GOLDEN") == "renew":
        GOLDEN.write_text(table, "utf-8")
    assert table == GOLDEN.read_text("utf-8")
