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

from bot.domain.people.members import TelegramId
from bot.services.prompts import Prompt
from handlers.features import ROUTES
from handlers.ui.routes import On
from tests.fields import kinds
from tests.offices import DEEP, PEOPLE, Furnished, full_alliance, with_everything
from tests.polling import a_number
from tests.pressing import KEYS, Presses, Said, name_of
from tests.samples.people import GROUP, NOW, OLGA
from tests.situations import Situation
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

ANSWERS = {
    "announce-at": "завтра в 12:00",
    "announce-links": "Подробнее https://example.org",
    "ballot-number": a_number(),
    "setting": "21:30-08:00",
}
"""What is answered to questions that do not take every word."""

ENOUGH = 2
"""Buttons of a kind that one person presses."""

IN_GROUPS = ("/straw", "/straw!")
"""Commands of groups alone: in private they say so. All else is for somebody."""

STRAW = "Когда? | В мае | В июне"
"""What is said after a command in a group: a question to everybody."""

NOTHING = Screen(OLGA, ())
"""Where buttons that nobody is shown are made up."""

CHANGED = {PEOPLE[role] for role in ("stranger", "invited", "former")}
"""Whom the way to a button makes somebody else: they consent on it."""


class Office:
    """The alliance, and what is shown in it."""

    def __init__(self, presses: Presses, furnished: Furnished) -> None:
        self.presses = presses
        self._furnished = furnished
        self._shown: dict[str, list[Shown]] = defaultdict(list)
        self._asked: dict[str, list[tuple[Screen, Prompt]]] = defaultdict(list)

    async def look_round(self) -> None:
        """Find what is shown to whom: on the way from /start, after more, and in notices."""
        for person in sorted(PEOPLE.values(), key=lambda one: one in CHANGED):
            self._add(await walk(self.presses, person, deep=DEEP, enough=ENOUGH))
        for one in self._furnished.situations:
            await self._press_all(one)
        for number, sample in enumerate(self._furnished.samples):
            brought = await self.presses.brings(sample.notice(f"rights:{number}"))
            for button in brought:
                self._shown[button.row].append(Shown(Screen(sample.to, ()), None, button))

    async def _press_all(self, situation: Situation) -> None:
        """Note what is pressed in a situation, before what is found elsewhere."""
        if situation.said is None:
            first, deep = situation.first, situation.deep
            self._add(await walk(self.presses, situation.person, first, deep, ENOUGH))
        else:
            screen = Screen(situation.person, situation.first)
            self._shown[situation.said.row].insert(0, Shown(screen, None, situation.said))
        said = () if situation.said is None else (situation.said,)
        await self._note_question(Screen(situation.person, (*situation.first, *said)))

    async def _note_question(self, screen: Screen) -> None:
        """Note what a person is asked there."""
        with self.presses.storage.savepoint("question", kept=False):
            await screen.open(self.presses)
            prompt = await self.presses.services.prompts.asked(TelegramId(screen.person))
        if prompt is not None:
            self._asked[prompt.kind].append((screen, prompt))

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
            ways = (await shown.screen.open(self.presses)).ways
            if shown.index is not None:
                said = ways[shown.index]
            for person in people:
                with storage.savepoint("press", kept=False):
                    refused[person] = (await self.presses.does(person, said)).refused
        return refused

    async def row(self, name: str, made_up: Iterator[Said]) -> str:
        """Return who may do this, and what refuses the others."""
        shown = self._shown[name]
        tried = [*_by_person(shown), *(Shown(NOTHING, None, said) for said in made_up)]
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
        allowed = [one for one in asked if not await self._answered(*one, one[0].person)]
        assert asked, f"nobody is asked «{kind}»"
        screen, prompt = (allowed or asked)[0]
        refused = {
            person: await self._answered(screen, prompt, person) for person in PEOPLE.values()
        }
        for own, _ in allowed:
            if own.person in refused:
                refused[own.person] = ""
        return _described(f"an answer to «{kind}»", refused, concerned=bool(allowed))

    async def _answered(self, screen: Screen, prompt: Prompt, person: int) -> str:
        """Return what refuses a person who answers a question that is asked on a screen."""
        with self.presses.storage.savepoint("answer", kept=False):
            await screen.open(self.presses)
            await self.presses.asks(person, prompt)
            said = Said(text=ANSWERS.get(prompt.kind, "Вера"))
            return (await self.presses.does(person, said)).refused


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
    for kind in kinds(field):
        if isinstance(kind, type) and issubclass(kind, Enum):
            return tuple(kind)
        if kind is bool:
            return (True, False)
        if kind is int:
            return (0,) if name in {"page", "part", "place"} else tuple(NUMBERS)
    return WORDS.get(name, ("x",))


BUTTON_ROWS = {name_of(key): key for key in KEYS}
COMMANDS = sorted({f"/{name}" for routes in ROUTES for name in routes.commands})
GROUP_COMMANDS = [
    Said(text=f"/{name} {STRAW}", group=GROUP)
    for name in sorted({name for routes in ROUTES for name in routes.group_commands})
]
LINKS = sorted({start for routes in ROUTES for start in routes.links})
QUESTIONS = sorted({kind for routes in ROUTES for kind in routes.questions})


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    quiet = structlog.make_filtering_bound_logger(logging.CRITICAL)  # what breaks is asserted below
    structlog.configure(wrapper_class=quiet)
    presses = Presses(tmp_path / "alliance.sqlite3", with_everything(tmp_path), NOW)
    made = Office(presses, await full_alliance(presses))
    await made.look_round()
    yield made
    presses.close()


async def test_each_button_command_link_and_answer_is_for_whom_it_was_for(office: Office) -> None:
    rows = [await office.row(name, made_up_for(key)) for name, key in BUTTON_ROWS.items()]
    rows += [await office.row(one, iter([Said(text=one)])) for one in COMMANDS]
    rows += [await office.row(one.row, iter([one])) for one in GROUP_COMMANDS]
    rows += [
        await office.row(f"/start {one}…", iter([Said(text=f"/start {one}x")])) for one in LINKS
    ]
    rows += [await office.answer(kind) for kind in QUESTIONS]
    assert office.presses.broken == []
    assert office.presses.faults == []
    assert [one.split("\n")[0] for one in rows if "\n    nobody\n" in one] == [*IN_GROUPS]
    table = "\n".join([*rows, ""])
    if os.environ.get("GOLDEN") == "renew":
        GOLDEN.write_text(table, "utf-8")
    assert table == GOLDEN.read_text("utf-8")
