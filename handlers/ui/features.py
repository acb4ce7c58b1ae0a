"""What a noun brings to the Telegram interface, declared."""

from dataclasses import dataclass, field
from typing import Protocol

from handlers.ui.letters import Deliverers, Renderers
from handlers.ui.routes import Routes


class NamedForm(Protocol):
    """A form of `handlers/forms/form.py`."""

    @property
    def name(self) -> str:
        """The name that is kept with its drafts."""
        ...


@dataclass(frozen=True, slots=True)
class HandlerFeature:
    """A noun as Telegram shows it: what it answers to, its forms, and its letters in words.

    A letter that is more than one message is delivered by a function of its own.
    """

    routes: tuple[Routes, ...]
    forms: tuple[NamedForm, ...] = ()
    letters: Renderers = field(default_factory=dict)
    deliveries: Deliverers = field(default_factory=dict)
