"""What a noun brings to the bot, declared: services, sweeps, notices."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from bot.config.config import Config
from bot.ports import Clock, Storage
from bot.services.notices import NoticesByKind
from bot.services.rules import AllianceRules


@dataclass(frozen=True, slots=True)
class Kit:
    """What services are made of."""

    storage: Storage
    clock: Clock
    rules: AllianceRules
    config: Config

    @property
    def common(self) -> tuple[Storage, Clock, AllianceRules]:
        """What most services need, in the order of their constructors."""
        return self.storage, self.clock, self.rules


@dataclass(frozen=True, slots=True)
class Sweep:
    """Something to look after every `seconds` (a divisor of 60), on the whole second."""

    name: str
    seconds: int
    run: Callable[[], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Feature:
    """A noun as the bot sees it.

    `services` returns a dataclass, whose fields handlers get by their names; `sweeps` is given all
    nouns' services.
    """

    services: Callable[[Kit], Any] | None = None
    sweeps: Callable[[Any], tuple[Sweep, ...]] = lambda _: ()
    notices: NoticesByKind = field(default_factory=dict)
