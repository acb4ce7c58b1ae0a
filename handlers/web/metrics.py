"""`/metrics`: the figures for Prometheus."""

import math
from collections.abc import Iterator

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, ProcessCollector
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.exposition import generate_latest
from prometheus_client.registry import Collector
from prometheus_client.utils import floatToGoString

from bot.domain.health import BOUNDS, Durations, State
from bot.services.health import Health
from handlers.web.listener import Listener


class MetricsPage:
    """Answers with the present figures."""

    def __init__(self, health: Health) -> None:
        self._health = health

    def add_to(self, listener: Listener) -> None:
        """Register the page at a server."""
        listener.add_get("/metrics", self._answer)

    async def _answer(self, _: web.Request) -> web.Response:
        body = exposition(await self._health.state())
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})


def exposition(state: State) -> bytes:
    """Return the figures in Prometheus' format, with those of the process."""
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    registry.register(_StateCollector(state))
    return generate_latest(registry)


class _StateCollector(Collector):
    def __init__(self, state: State) -> None:
        self._state = state

    def collect(self) -> Iterator[Metric]:
        """Yield every figure."""
        state = self._state
        yield _gauge("healthy", "1 while the bot really works", not state.troubles)
        age = math.inf if state.reached is None else state.reached
        yield _gauge("telegram_answered_age_seconds", "Since Telegram last answered", age)
        yield _gauge(
            "outbox_oldest_age_seconds",
            "How long the first of what is due has waited",
            state.outbox_age.total_seconds(),
        )
        yield _counter("sends", "Messages sent and edited", state.sends)
        yield _counter("too_many_requests", "429s that Telegram answered", state.slow_downs)
        yield _taps(state.taps)
        yield from _of_database(state)
        yield from _of_sweeps(state)
        yield from _of_ways(state)


def _gauge(name: str, told: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"alliance_{name}", told, value=value)


def _counter(name: str, told: str, value: float) -> CounterMetricFamily:
    return CounterMetricFamily(f"alliance_{name}", told, value=value)


def _taps(taps: Durations) -> HistogramMetricFamily:
    bounds = [*map(floatToGoString, BOUNDS), "+Inf"]
    counts = [sum(taps.counts[: place + 1]) for place in range(len(bounds))]
    return HistogramMetricFamily(
        "alliance_tap_seconds",
        "From the arrival of a tap until all of it was answered",
        buckets=list(zip(bounds, counts, strict=True)),
        sum_value=taps.total,
    )


def _of_database(state: State) -> Iterator[Metric]:
    if (stored := state.stored) is None:
        return
    yield _gauge("outbox_waiting", "Messages that are due and not sent yet", stored.waiting)
    yield _gauge("put_aside", "Due items that keep failing", stored.put_aside)
    yield _gauge("database_bytes", "Size of the database", stored.size)


def _of_sweeps(state: State) -> Iterator[Metric]:
    ages = GaugeMetricFamily(
        "alliance_sweep_succeeded_age_seconds", "Since a sweep last succeeded", labels=["sweep"]
    )
    failures = CounterMetricFamily(
        "alliance_sweep_failures", "How often a sweep has failed", labels=["sweep"]
    )
    for sweep in state.sweeps:
        ages.add_metric([sweep.name], sweep.succeeded)
        failures.add_metric([sweep.name], sweep.failures)
    yield from (ages, failures)


def _of_ways(state: State) -> Iterator[Metric]:
    in_use = GaugeMetricFamily("alliance_way_in_use", "1 for the way in use", labels=["way"])
    failures = CounterMetricFamily(
        "alliance_way_failures", "How often a way to Telegram has failed", labels=["way"]
    )
    for way in state.ways:
        in_use.add_metric([way.name], way.in_use)
        failures.add_metric([way.name], way.failures)
    yield from (in_use, failures)
