"""The story as printed on the console: who does what, and what they see."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from rich.console import Console
from rich.text import Text

from handlers.ui.texts import Texts, Value
from sandbox.chats import Message
from sandbox.views import text_of

INDENT = "  "
FRAME = "  │ "
WIDEST = 100


class Transcript:
    """Prints the story on a console: in colour on a terminal, as plain text in a log."""

    def __init__(self, console: Console, t: Texts) -> None:
        self._console = console
        self._t = t
        self._acting = ""

    @contextmanager
    def muted(self) -> Iterator[None]:
        """Print nothing within the block."""
        self._console.quiet = True
        try:
            yield
        finally:
            self._console.quiet = False

    def open_chapter(self, number: int, key: str, now: datetime) -> None:
        """Begin a chapter at a moment of the story."""
        title = Text(f"{number}. {self._t.plain(key)}", style="bold")
        self._acting = ""
        self._print()
        self._print(title.append(f" · {self._t.moment(now)}", style="not bold dim"))
        self._print(Text("─" * min(self._width, WIDEST), style="dim"))

    def tell(self, key: str, *, style: str = "", **values: Value) -> None:
        """Print a sentence of the narrator, set apart if it has a style of its own."""
        if self._acting or style:
            self._print()
        self._acting = ""
        for line in self._t.plain(key, **values).split("\n"):
            self._print(*self._wrapped(line, INDENT, style))

    def act(self, name: str, deed: str, **values: Value) -> None:
        """Print what a person does."""
        self._acting = name
        line = Text.assemble((f"{name} ", "bold cyan"), self._t.plain(deed, **values))
        self._print(Text(), *self._wrapped(line, INDENT))

    def show(self, name: str, message: Message) -> None:
        """Show a message with its buttons as a person sees it."""
        key = "demo-sees-edited" if "edit_date" in message else "demo-sees"
        if name != self._acting:
            self._print()
        self._acting = name
        self._print(Text(f"{INDENT}{name} {self._t.plain(key)}", style="dim"))
        for line in [*self._attached(message), *text_of(message).splitlines()]:
            self._print(*self._wrapped(line, FRAME))
        for row in message.get("reply_markup", {}).get("inline_keyboard", []):
            self._print(*self._wrapped(" ".join(f"[{b['text']}]" for b in row), FRAME, "green"))

    def pop_up(self, words: str) -> None:
        """Show the alert that a tap brings up."""
        self._print(*self._wrapped(self._t.plain("demo-pops", words=words), FRAME, "magenta"))

    def fail(self, wanted: str, seen: str) -> None:
        """Print what people should have seen, and what they saw."""
        for key, words in (("demo-failed", wanted), ("demo-failed-seen", seen)):
            self.tell(key, style="bold red")
            for line in words.split("\n"):
                self._print(*self._wrapped(line, FRAME))

    def _attached(self, message: Message) -> Iterator[str]:
        if "photo" in message:
            yield self._t.plain("demo-picture")
        if "document" in message:
            yield self._t.plain("demo-file", name=message["document"].get("file_name", ""))

    @property
    def _width(self) -> int:
        return self._console.width

    def _wrapped(self, line: Text | str, margin: str, style: str = "") -> list[Text]:
        room = min(self._width, WIDEST) - len(margin)
        text = Text(line, style=style) if isinstance(line, str) else line
        parts = text.wrap(self._console, room) if text else [text]
        return [Text.assemble((margin, "dim"), part) for part in parts]

    def _print(self, *lines: Text) -> None:
        for line in lines or (Text(),):
            line.rstrip()
            self._console.print(line, soft_wrap=True)
