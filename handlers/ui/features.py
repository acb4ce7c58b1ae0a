"""What a noun brings to the Telegram interface, declared."""

from dataclasses import dataclass

from handlers.ui.routes import Routes


@dataclass(frozen=True, slots=True)
class Feature:
    """A noun as Telegram shows it: all that its modules answer to."""

    routes: tuple[Routes, ...]
