"""Questions in the terminal: asked until the answer can be read, with the present value kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import typer

from bot.commands.common import Screen, complain

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
    ) -> T:
        """Ask until `read` takes the answer; an empty one keeps the present value, if any.

        What `read` refuses, with a `ValueError`, is told by the sentence `key-wrong`.
        """
        return self._asked(self.t.plain(key), f"{key}-wrong", read, present, shown, hidden=hidden)

    def agrees(self, key: str, /, *, present: bool | None = None, **values: str) -> bool:
        """Ask for yes or no, in the words of either language."""
        question = self.t.plain("setup-yes-no", question=self.t.plain(key, **values))
        words = {None: "", True: self.t.plain("setup-yes"), False: self.t.plain("setup-no")}
        return self._asked(question, "setup-answer-wrong", self._read_yes, present, words[present])

    def _asked(
        self,
        question: str,
        wrong: str,
        read: Callable[[str], T],
        present: T | None,
        shown: str,
        *,
        hidden: bool = False,
    ) -> T:
        while True:
            typed = typer.prompt(question, shown, hide_input=hidden, show_default=bool(shown))
            if typed == shown and present is not None:
                return present
            try:
                return read(typed.strip())
            except ValueError:
                complain(self.t.plain(wrong))

    def _read_yes(self, text: str) -> bool:
        for key, answer in (("setup-yes", True), ("setup-no", False)):
            word = self.t.plain(key)
            if text.casefold() in {word, word[0], str(key.removeprefix("setup-"))}:
                return answer
        raise ValueError(text)
