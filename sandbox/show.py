"""A story played on the page: its progress, and the request to skip the rest."""

from collections.abc import Callable
from typing import Any

from sandbox.changes import Changes


class Show:
    """The progress of a story; while one is shown, visitors of the page can only watch.

    The story's player calls `at` with each chapter and `over` at its end. `skip` is called once,
    when a visitor asks to skip the rest; without it nothing can be skipped.
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
        """Begin a chapter; the first one begins the show."""
        if self._place is None:
            self._skipped = False
        self._place = (chapter, of)
        self._changes.emit("show")

    def over(self) -> None:
        """End the story: visitors can act now."""
        self._place = None
        self._changes.emit("show")

    def ask_to_skip(self) -> None:
        """Ask the player to skip the rest; asking again changes nothing."""
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
