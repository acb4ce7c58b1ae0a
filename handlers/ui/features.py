"""What a noun declares to the Telegram interface."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from handlers.ui.commands import Command, Whom
from handlers.ui.inline import InlineSource
from handlers.ui.letters import Deliverers, Renderers
from handlers.ui.routes import Routes


class NamedForm(Protocol):
    """A form of `handlers/forms/form.py`."""

    @property
    def name(self) -> str:
        """The name that is stored with its drafts."""
        ...


@dataclass(frozen=True, slots=True)
class HandlerFeature:
    """A noun's declarations: its routes, its forms, and the renderers of its letters.

    Letters of several messages have delivery functions instead. `inline` are the sources of results
    in inline and guest mode. `help` are the keys of its lines in
    the help, by their readers.
    """

    routes: tuple[Routes, ...]
    forms: tuple[NamedForm, ...] = ()
    inline: tuple[InlineSource, ...] = ()
    letters: Renderers = field(default_factory=dict)
    deliveries: Deliverers = field(default_factory=dict)
    commands: tuple[Command, ...] = ()
    help: Mapping[Whom, str] = field(default_factory=dict)
