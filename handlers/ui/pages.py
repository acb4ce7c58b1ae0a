"""Pages of lists: a keyboard takes a hundred buttons, but people read far fewer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

PAGE = 8  # lines that a telephone shows without scrolling


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list; `number` counts from 0."""

    items: Sequence[T]
    number: int
    count: int


def page_of(items: Sequence[T], wanted: int, size: int = PAGE) -> Page[T]:
    """Return the wanted page, or the nearest one if the list is shorter now."""
    count = max(1, -(-len(items) // size))
    number = min(max(wanted, 0), count - 1)
    return Page(items[number * size : (number + 1) * size], number, count)
