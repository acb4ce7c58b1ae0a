"""`/healthz`: whether the bot works, for monitoring."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from aiohttp import web

from bot.domain.health import State, SweepState, Trouble
from bot.services.health import Health
from handlers.web.listener import Listener

HEADERS = {"Cache-Control": "no-store"}


class HealthPage:
    """Answers 200 while the bot works, and 503 with the reasons while it does not."""

    def __init__(self, health: Health) -> None:
        self._health = health

    def add_to(self, listener: Listener) -> None:
        """Register the page at a server."""
        listener.add_get("/healthz", self._answer)

    async def _answer(self, _: web.Request) -> web.Response:
        state = await self._health.state()
        status = HTTPStatus.SERVICE_UNAVAILABLE if state.troubles else HTTPStatus.OK
        return web.json_response(described(state), status=status, headers=HEADERS)


def described(state: State) -> dict[str, Any]:
    """Return the state for JSON; ages are in seconds."""
    stored = state.stored
    return {
        "status": "failing" if state.troubles else "ok",
        "troubles": list(_reasons(state)),
        "running_seconds": round(state.running),
        "telegram_answered_seconds_ago": _rounded(state.reached),
        "ways": [
            {
                "name": way.name,
                "in_use": way.in_use,
                "failures": way.failures,
                "answered_seconds_ago": _rounded(way.answered),
            }
            for way in state.ways
        ],
        "outbox": {
            "waiting": stored and stored.waiting,
            "oldest_seconds": round(state.outbox_age.total_seconds()),
        },
        "put_aside": stored and stored.put_aside,
        "database_bytes": stored and stored.size,
        "sweeps": {sweep.name: _sweep(sweep) for sweep in state.sweeps},
        "taps": {
            "count": state.taps.count,
            "mean_seconds": round(state.taps.total / max(state.taps.count, 1), 3),
        },
        "sends": state.sends,
        "slow_downs": state.slow_downs,
    }


def _sweep(sweep: SweepState) -> dict[str, Any]:
    return {
        "succeeded_seconds_ago": round(sweep.succeeded),
        "failures": sweep.failures,
        "error": sweep.error,
    }


def _rounded(seconds: float | None) -> int | None:
    return None if seconds is None else round(seconds)


def _reasons(state: State) -> Iterator[str]:
    for trouble in state.troubles:
        match trouble:
            case Trouble.TELEGRAM:
                since = "since the start" if state.reached is None else f"for {state.reached:.0f} s"
                yield f"Telegram has not answered {since}"
            case Trouble.OUTBOX:
                yield f"a message has waited for {state.outbox_age.total_seconds():.0f} s"
            case Trouble.DATABASE:
                yield "the database cannot be read"
            case Trouble.SWEEP:
                for sweep in state.broken_sweeps:
                    why = sweep.error or f"it has not ended well for {sweep.succeeded:.0f} s"
                    yield f"the sweep «{sweep.name}» fails: {why}"
