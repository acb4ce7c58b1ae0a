"""What a noun brings to the Telegram interface, declared."""

from dataclasses import dataclass, field

from handlers.ui.letters import Deliverers, Renderers
from handlers.ui.routes import Routes


@dataclass(frozen=True, slots=True)
class Feature:
    """A noun as Telegram shows it: what its modules answer to, and its letters in words.

    A letter that is more than one message is delivered by a function of its own.
    """

    routes: tuple[Routes, ...]
    letters: Renderers = field(default_factory=dict)
    deliveries: Deliverers = field(default_factory=dict)
