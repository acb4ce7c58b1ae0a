"""Questions in the terminal: asked until the answer can be read, with the present value kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import typer

from bot.commands.common import Screen

T = TypeVar("T")


class Dialogue(Screen):
    """A screen that asks what the locales have under a key."""

    def ask(
        self,
        key: str,
        read: Callable[[str], T],
        present: T | None = None,
        shown: str = "",
        *,
        hidden: bool = False,
        question: str = "",
    ) -> T:
        """Ask until `read` takes the answer; an empty one keeps the present value, if any.

        What `read` refuses, with a `ValueError`, is told by the sentence `key-wrong`.
        """
        question = question or self.t.plain(key)
        while True:
            typed = typer.prompt(question, shown, hide_input=hidden, show_default=bool(shown))
            if typed == shown and present is not None:
                return present
            try:
                return read(typed.strip())
            except ValueError:
                self.complain(f"{key}-wrong")

    def agrees(self, key: str, /, *, present: bool | None = None, **values: str) -> bool:
        """Ask for yes or no, in the words of either language."""
        question = self.t.plain("setup-yes-no", question=self.t.plain(key, **values))
        shown = "" if present is None else self.t.plain("setup-yes" if present else "setup-no")
        return self.ask("setup-answer", self._read_yes, present, shown, question=question)

    def _read_yes(self, text: str) -> bool:
        for key, answer in (("setup-yes", True), ("setup-no", False)):
            word = self.t.plain(key)
            if text.casefold() in {word, word[0], str(key.removeprefix("setup-"))}:
                return answer
        raise ValueError(text)
