"""What a noun brings to the Telegram interface, declared."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from handlers.ui.commands import Command, Whom
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

    A letter that is more than one message is delivered by a function of its own. `help` are the
    keys of its lines in the help, by whom they are for.
    """

    routes: tuple[Routes, ...]
    forms: tuple[NamedForm, ...] = ()
    letters: Renderers = field(default_factory=dict)
    deliveries: Deliverers = field(default_factory=dict)
    commands: tuple[Command, ...] = ()
    help: Mapping[Whom, str] = field(default_factory=dict)
