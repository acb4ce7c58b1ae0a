"""Every number in every button and in every deep link is bounded to what it can be."""

from collections.abc import Callable, Iterator
from enum import Enum
from importlib import import_module
from pkgutil import walk_packages
from typing import get_args

import pytest
from aiogram.filters.callback_data import CallbackData
from annotated_types import Ge, Gt
from pydantic.fields import FieldInfo

import handlers
from bot.domain.people.members import Role
from handlers.features import ROUTES
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance
from tests.fields import kinds
from tests.keyboards import taps_each

HUGE = (2**63, 2**64, 10**30)
NO_NUMBERS = ("x", "⅓", "²", "1.5", "1e3", "None", "🎄")
WORDS = {"language": "ru", "marks": "A", "code": "A" * 22}
"""What is said in those fields that take some words only."""


def button_classes() -> list[type[CallbackData]]:
    """Return every class of callback data that any module of the handlers has."""
    for module in walk_packages(handlers.__path__, f"{handlers.__name__}."):
        import_module(module.name)
    found, left = [], CallbackData.__subclasses__()
    while left:
        one = left.pop()
        left += one.__subclasses__()
        if one.__module__.startswith("handlers."):
            found.append(one)
    return sorted(found, key=lambda one: one.__prefix__)


BUTTONS = button_classes()


def some_value(name: str, field: FieldInfo) -> str:
    """Return what a field takes, as a button writes it."""
    for kind in kinds(field):
        if isinstance(kind, type) and issubclass(kind, Enum):
            return str(next(iter(kind)).value)
    return WORDS.get(name, "1")


def numbers(button: type[CallbackData]) -> Iterator[tuple[str, FieldInfo]]:
    for name, field in button.model_fields.items():
        if int in kinds(field):
            yield name, field


def lowest(field: FieldInfo) -> int:
    """Return the least that a field takes; fails if there is no such bound."""
    for bound in field.metadata:
        if isinstance(bound, Gt):
            return int(bound.gt) + 1  # type: ignore[call-overload, no-any-return]
        if isinstance(bound, Ge):
            return int(bound.ge)  # type: ignore[call-overload, no-any-return]
    # an optional one wears its bounds on the inner type
    inner = [one for one in get_args(field.annotation) if hasattr(one, "__metadata__")]
    assert inner, f"{field} is not bounded"
    return lowest(FieldInfo.from_annotation(inner[0]))


def forged(button: type[CallbackData]) -> Iterator[str]:
    """Return the data of a button with each of its numbers once out of bounds."""
    for name, field in numbers(button):
        too_small = lowest(field) - 1
        for wrong in (*HUGE, -(2**63) - 1, -1, too_small, *NO_NUMBERS):
            values = {
                other: str(wrong) if other == name else some_value(other, of)
                for other, of in button.model_fields.items()
            }
            data = ":".join([button.__prefix__, *values.values()])
            if len(data.encode()) <= 64:
                yield data


def test_the_walk_finds_buttons_with_numbers_everywhere() -> None:
    modules = {button.__module__ for button in BUTTONS if any(numbers(button))}
    assert len(BUTTONS) > 80
    assert len(modules) > 10
    assert sum(any(numbers(button)) for button in BUTTONS) > 200


@pytest.mark.parametrize("button", BUTTONS, ids=lambda one: one.__name__)
def test_no_button_takes_a_number_beyond_its_bounds(button: type[CallbackData]) -> None:
    values = [some_value(name, field) for name, field in button.model_fields.items()]
    button.unpack(":".join([button.__prefix__, *values]))  # what is refused below is the number

    for data in forged(button):
        with pytest.raises((TypeError, ValueError)):
            button.unpack(data)


@pytest.fixture
async def chair(alliance: Alliance) -> Person:
    """Somebody whom no role keeps from anything."""
    return await alliance.has(1, "Анна", *Role)


async def test_who_taps_it_is_told_that_the_button_is_old(
    alliance: Alliance, chair: Person
) -> None:
    await chair.says("/help")
    number = (await chair.sees("Вот что умеет бот"))["message_id"]
    # one number each is enough here: that all of them match nothing is tested above
    data = [next(forged(button)) for button in BUTTONS if any(numbers(button))]

    answers = await taps_each(chair, data, number)

    old = alliance.app.texts.for_language("ru").plain("ButtonTooOld")
    assert {answer.text for answer in answers} == {old}
    assert all(answer.show_alert for answer in answers)


# --- Deep links -----------------------------------------------------------------------------------


def answered(count: int) -> Callable[[list[Message]], list[Message] | None]:
    """Return what waits until so many messages have an answer each."""
    return lambda chat: chat if len(chat) == 2 * count else None


async def test_every_deep_link_with_an_impossible_number_is_refused_kindly(
    alliance: Alliance, chair: Person
) -> None:
    kinds_ = sorted({start for routes in ROUTES for start in routes.links})
    assert len(kinds_) >= 6
    words = [str(one) for one in (*HUGE, -1, 0)] + ["x", "1e3", "None", ""]
    words += [f"{number}_{'x' * 16}" for number in (*HUGE, 0, "x")]
    payloads = [prefix + word for prefix in kinds_ for word in words]

    for said, payload in enumerate(payloads, start=1):
        await chair.says(f"/start {payload}")
        if said % len(words) == 0:  # so many that it is no flood
            chat = await chair.watches(answered(said), timeout=60)

    t = alliance.app.texts.for_language("ru")
    refusals = (
        "EventNotFound",
        "PollNotFound",
        "PassInvalid",
        "GuestLinkClosed",
        "OrganisationNotFound",
        "PostNotFound",
        "ResourceGone",
    )
    kind_words = {t.plain(key) for key in (*refusals, "InvitationInvalid")}
    assert {one["text"] for one in chat if not one["mine"]} == kind_words
