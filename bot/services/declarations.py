"""What a noun declares to the bot: services, sweeps, notices."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from bot.config.config import Config
from bot.domain.people.consents import ConsentText
from bot.ports import Clock, Storage
from bot.services.current import CurrentRules
from bot.services.notices import NoticesByKind
from bot.services.rules import RulesSource


@dataclass(frozen=True, slots=True)
class Kit:
    """The dependencies from which services are made."""

    storage: Storage
    clock: Clock
    rules: CurrentRules
    config: Config
    consent: ConsentText

    @property
    def common(self) -> tuple[Storage, Clock, RulesSource]:
        """The dependencies that most services need, in the order of their constructors."""
        return self.storage, self.clock, self.rules


@dataclass(frozen=True, slots=True)
class Sweep:
    """A job that runs every `seconds` (a divisor of 60), on the whole second."""

    name: str
    seconds: int
    run: Callable[[], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Feature:
    """The declarations of a noun.

    `services` returns a dataclass whose fields are passed to handlers by name; `sweeps` gets the
    services of all nouns.
    """

    services: Callable[[Kit], Any] | None = None
    sweeps: Callable[[Any], tuple[Sweep, ...]] = lambda _: ()
    notices: NoticesByKind = field(default_factory=dict)
