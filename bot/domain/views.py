"""Kinds of views that messages show."""

from enum import StrEnum
from typing import ClassVar

VIEWS: dict[str, type["View"]] = {}
"""All kinds of views, by what they show; complete once `bot.features` is imported."""


class View(StrEnum):
    """What a message shows: each noun has a subclass. The values are stored.

    A subclass says what it shows by `subject`, a permanent word that is stored as well. `own` is
    the view with a person's own answer, `counts` are those that say how many have answered.
    `changed` is the kind of the notice that brings a message up to date, under a key that begins
    with `key`.
    """

    subject: ClassVar[str]
    own: ClassVar[str]
    counts: ClassVar[tuple[str, ...]]
    changed: ClassVar[str]
    key: ClassVar[str]

    def __init_subclass__(
        cls, *, subject: str, own: str, counts: tuple[str, ...], changed: str, key: str
    ) -> None:
        super().__init_subclass__()
        cls.subject, cls.own, cls.counts = subject, own, counts
        cls.changed, cls.key = changed, key
        VIEWS[subject] = cls
