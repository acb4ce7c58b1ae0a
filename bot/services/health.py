"""The bot's health: figures counted at runtime, and the state made from them."""

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.domain.health import Durations, State, Stored, SweepState, WayState
from bot.ports import Clock, Storage, StorageUnavailable, Transaction
from bot.services.declarations import Sweep
from bot.services.transactions import Service, reading

PATIENCE = 5.0
"""How many seconds the database may take for its figures."""


@dataclass(slots=True)
class _Sweep:
    seconds: int
    succeeded: float
    failures: int = 0
    error: str | None = None


class Figures:
    """Runtime figures, counted where things happen."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.monotonic = monotonic
        self.started = monotonic()
        self._reached: float | None = None
        self.taps = Durations()
        self.sends = 0
        self.slow_downs = 0
        self.ways: Callable[[], tuple[WayState, ...]] = tuple
        self._sweeps: dict[str, _Sweep] = {}

    def telegram_answered(self) -> None:
        """Note that Telegram has answered getUpdates."""
        self._reached = self.monotonic()

    def tapped(self, seconds: float) -> None:
        """Note how long a tap took, from its arrival until it was answered completely."""
        self.taps = self.taps.and_one(seconds)

    def watch(self, sweeps: Iterable[Sweep]) -> None:
        """Expect these sweeps to run from now on."""
        now = self.monotonic()
        self._sweeps = {sweep.name: _Sweep(sweep.seconds, now) for sweep in sweeps}

    def sweep_ended(self, name: str, error: str | None = None) -> None:
        """Note how a sweep ended; the `error` is shown unchanged, so it must not quote anybody."""
        sweep = self._sweeps[name]
        sweep.error = error
        if error is None:
            sweep.succeeded = self.monotonic()
        else:
            sweep.failures += 1

    @property
    def running(self) -> float:
        """Seconds since the start."""
        return self.monotonic() - self.started

    @property
    def reached(self) -> float | None:
        """Seconds since Telegram answered; None if it has not yet."""
        return None if self._reached is None else self.monotonic() - self._reached

    def sweeps(self) -> tuple[SweepState, ...]:
        """Return the state of each sweep."""
        now = self.monotonic()
        return tuple(
            SweepState(name, one.seconds, now - one.succeeded, one.failures, one.error)
            for name, one in self._sweeps.items()
        )


class Health(Service):
    """The bot's health; `figures` are counted at runtime."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        super().__init__(storage, clock)
        self.figures = Figures()

    async def state(self) -> State:
        """Return the bot's present state, even if the database cannot be read."""
        try:
            async with asyncio.timeout(PATIENCE):
                stored: Stored | None = await self._stored()
        except (StorageUnavailable, TimeoutError):
            stored = None
        figures = self.figures
        return State(
            at=self._clock.now(),
            running=figures.running,
            reached=figures.reached,
            sweeps=figures.sweeps(),
            ways=figures.ways(),
            stored=stored,
            taps=figures.taps,
            sends=figures.sends,
            slow_downs=figures.slow_downs,
        )

    @reading
    def _stored(self, tx: Transaction) -> Stored:
        return tx.health.stored(self._clock.now())
