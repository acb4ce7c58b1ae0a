"""Anybody can forge what a button carries: nothing may come of it."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData
from annotated_types import Le, Lt
from pydantic.fields import FieldInfo

import handlers
from bot.domain.events.audiences import COUNCIL
from bot.domain.events.rsvps import Answer
from bot.domain.people.members import MemberId, Role
from handlers.events.callbacks.events import RsvpButton
from handlers.forms.callbacks import KEY_LIMIT, NONCE_LENGTH, STEP_LIMIT, VALUE_LIMIT
from tests.alliance import Alliance, a_plan
from tests.databases import dump
from tests.fields import kinds
from tests.keyboards import taps_each

BUTTONS = [
    one
    for module in walk_packages(handlers.__path__, f"{handlers.__name__}.")
    if "callbacks" in module.name.split(".")
    for one in vars(import_module(module.name)).values()
    if isinstance(one, type) and issubclass(one, CallbackData) and one.__module__ == module.name
]
ORGANISERS = {"manage", "board", "create", "move", "cancel"}
HARMLESS = (
    r"(events|mine|news|seats|apply|dirp|meets|rooms|bkm|exs):(-?\d+)?|bkn|pfind|again|dirf?|ex"
)
"""Lists and questions that anybody in the alliance may open."""
MEMBERS = {"rsvp", "all", "undo", "guests", "names", "who", "mute", "ics", "map", "more", "lead"}


def garbage(prefix: str) -> Iterator[str]:
    yield from (prefix, f"{prefix}:", f"{prefix}:abc", f"{prefix}:1:2:3:4", f"{prefix}:-1")
    yield from (f"{prefix}:{10**40}", f"{prefix}:{2**63}", f"{prefix}:1:king", f"{prefix}:0:going")
    yield from (f"{prefix}:99999", f"{prefix}:99999:going", f"{prefix}:⅓", f"{prefix}:1 OR 1=1")


def test_every_button_is_known_here() -> None:
    assert {one.__prefix__ for one in BUTTONS} >= ORGANISERS | MEMBERS
    assert len(BUTTONS) >= 12


def test_no_two_buttons_are_taken_for_one_another() -> None:
    assert len({one.__prefix__ for one in BUTTONS}) == len(BUTTONS)


WORDS: dict[str, Any] = {
    "language": "ru",
    "screen": "language",
    "act": "resume",
    "what": "to_channel",
    "sort": "circle",
    "word": "administrator",
    "answer": Answer.DECLINED,
    "page": 10**9,
    "zone": "America/Argentina/ComodRivadavia",
    "number": 10**13,
    "marks": "A" * 18,
    "code": "A" * 22,
    "nonce": "A" * NONCE_LENGTH,
    "step": "A" * STEP_LIMIT,
    "key": "A" * KEY_LIMIT,
    "value": "A" * VALUE_LIMIT,
}
"""The longest that is said in a field; a draft's number counts milliseconds."""


def widest(name: str, field: FieldInfo) -> Any:
    """Return the value of a field that takes the most bytes."""
    for kind in kinds(field):
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return max(kind, key=lambda word: len(word.encode()))
    if field.annotation is bool:
        return True
    below: list[Any] = [bound.lt for bound in field.metadata if isinstance(bound, Lt)]
    most: list[Any] = [bound.le for bound in field.metadata if isinstance(bound, Le)]
    largest = min([2**63 - 1, *(bound - 1 for bound in below), *most])
    known = WORDS.get(name, largest)
    return min(known, largest) if isinstance(known, int) else known


def test_the_longest_data_fits_a_button() -> None:
    for one in BUTTONS:
        values = {name: widest(name, field) for name, field in one.model_fields.items()}
        assert len(one(**values).pack().encode()) <= 64, one


async def test_forged_data_is_refused_and_changes_nothing(alliance: Alliance) -> None:
    anna = await alliance.has(1, "Анна", Role.ORGANISER)
    boris = await alliance.has(2, "Борис")
    secret = await council_meeting(alliance)
    await anna.sees("Рассылаем")
    await boris.says("/help")
    help_ = await boris.sees("Вот что умеет бот")
    await alliance.stands_still()
    before = await dump(alliance.database)

    forged = {data for button in BUTTONS for data in garbage(button.__prefix__)}
    forged |= {f"rsvp:{secret}:going", f"event:{secret}", f"board:{secret}", "manage", "create"}
    forged |= {f"move:{secret}", f"cancel:{secret}", "lang:de:0", "lang:de:1", "zone:Mars/Olympus"}
    forged |= {"", "🎄" * 16, "\x02aiogd\x02", "unknown", "abcdef\x1dcreate", "consent:2"}
    forged -= {"", "erase"}  # what is one's own to do
    forged = {data for data in forged if not re.fullmatch(HARMLESS, data)}

    number = help_["message_id"]
    answers = await taps_each(boris, forged, number)

    for data, answer in zip(forged, answers, strict=True):
        assert answer.show_alert, (data, answer)
        assert answer.text
        assert "код" not in answer.text, f"{data} is refused, not broken"
    assert await dump(alliance.database) == before


async def council_meeting(alliance: Alliance) -> int:
    """Publish an event that is not for everybody."""
    await alliance.knows(3, "Вера", Role.COUNCIL)
    plan = replace(a_plan(alliance.clock), audience=COUNCIL)
    return await alliance.services.events.publish(MemberId(1), plan)


@pytest.mark.parametrize(
    ("who", "says"),
    [("stranger", "Вы ещё не с нами"), ("undecided", "Сначала нужно ваше согласие")],
)
async def test_no_button_does_anything_for_those_who_are_not_in(
    alliance: Alliance, who: str, says: str
) -> None:
    await alliance.has(1, "Анна", Role.ORGANISER)
    await alliance.announces(1)
    person = alliance.sandbox.add_person(7, "Чужой", started=True)
    if who == "undecided":
        await alliance.knows(7, "Чужой", Role.ORGANISER)
        await alliance.loses_consent(7)
    await person.says("/help")
    message = await person.sees("")
    await alliance.stands_still()
    before = await dump(alliance.database)

    for data in (
        *("rsvp:1:going", "event:1", "events:0", "board:1", "manage:0", "create", "move:1"),
        *("cancel:1", "me:zone", "zone:Asia/Omsk", "lang:en:0", "lang:en:1"),
        *(("me:home", "me:data", "erase") if who == "stranger" else ()),  # one's own data
    ):
        answer = await person.forges(data, message["message_id"])
        assert answer.show_alert
        assert (answer.text or "").startswith(says), data
    for command in ("/events", "/manage"):
        await person.says(command)
        await person.sees(says)

    assert await dump(alliance.database) == before


async def test_nobody_answers_or_changes_anything_for_somebody_else(alliance: Alliance) -> None:
    await alliance.has(1, "Анна", Role.ORGANISER)
    boris, vera = await alliance.has(2, "Борис"), await alliance.has(3, "Вера")
    event = await alliance.announces(1)
    card = await boris.sees("Приглашаем вас")
    await vera.sees("Приглашаем вас")
    await boris.taps("Иду")
    await boris.sees("Вы идёте")

    await vera.forges(f"rsvp:{event}:declined", card["message_id"])

    answers = await alliance.database.read(lambda tx: tx.rsvps.answered(event))
    assert {member.name: rsvp.answer for member, rsvp in answers} == {
        "Борис": Answer.GOING,
        "Вера": Answer.DECLINED,
    }
    assert any("Вы идёте" in message["text"] for message in boris.chat())


async def test_double_taps_at_once_count_as_one(alliance: Alliance) -> None:
    await alliance.has(1, "Анна", Role.ORGANISER)
    boris = await alliance.has(2, "Борис")
    event = await alliance.announces(1)
    await boris.sees("Приглашаем вас")

    taps = [boris.taps("Иду") for _ in range(5)] + [boris.taps("Возможно") for _ in range(5)]
    answers = await asyncio.gather(*taps)

    assert {answer.show_alert for answer in answers} == {False}
    given = await alliance.database.read(lambda tx: tx.rsvps.answered(event))
    assert len(given) == 1
    last = given[0][1].answer
    words = {Answer.GOING: "Вы идёте", Answer.MAYBE: "Возможно, вы придёте"}
    await boris.sees(words[last])


async def test_buttons_of_what_is_cancelled_or_over_say_so(alliance: Alliance) -> None:
    await alliance.has(1, "Анна", Role.ORGANISER)
    boris = await alliance.has(2, "Борис")
    event = await alliance.announces(1)
    card = await boris.sees("Приглашаем вас")
    going = RsvpButton(event_id=event, answer=Answer.GOING).pack()
    await alliance.services.events.cancel(MemberId(1), event, "Болезнь")
    assert "отменено" in ((await boris.forges(going, card["message_id"])).text or "")

    later = await alliance.announces(1, "Субботник", after=timedelta(hours=1))
    card = await boris.sees("Субботник")
    await alliance.goes_on(timedelta(hours=4))
    going = RsvpButton(event_id=later, answer=Answer.GOING).pack()
    assert "уже прошло" in ((await boris.forges(going, card["message_id"])).text or "")
    assert await alliance.database.read(lambda tx: tx.rsvps.answered(later)) == []
