"""A story that is played before the page: how far it is, and the wish to skip the rest."""

from collections.abc import Callable
from typing import Any

from sandbox.changes import Changes


class Show:
    """What the page says of a story; while one is shown, the page's people can only watch.

    Whoever plays the story calls `at` with each chapter and `over` at its end. `skip` is called
    once, when somebody at the page asks to skip the rest; without it nothing can be skipped.
    """

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._place: tuple[int, int] | None = None
        self._skipped = False
        self.skip: Callable[[], None] | None = None

    @property
    def is_on(self) -> bool:
        """Whether a story is being played."""
        return self._place is not None

    def at(self, chapter: int, of: int) -> None:
        """Say that a chapter begins; the first one begins the show."""
        if self._place is None:
            self._skipped = False
        self._place = (chapter, of)
        self._changes.emit("show")

    def over(self) -> None:
        """Say that the story has ended: the page's people can act."""
        self._place = None
        self._changes.emit("show")

    def ask_to_skip(self) -> None:
        """Ask whoever plays the story to skip the rest; asking again changes nothing."""
        if self._place is None or self._skipped or self.skip is None:
            return
        self._skipped = True
        self._changes.emit("show")
        self.skip()

    def as_data(self) -> dict[str, Any] | None:
        """Return the state for the page; `None` when nothing is shown."""
        if self._place is None:
            return None
        chapter, of = self._place
        can_skip = self.skip is not None and not self._skipped
        return {"chapter": chapter, "of": of, "can_skip": can_skip, "skipped": self._skipped}
