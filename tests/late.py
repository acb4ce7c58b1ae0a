"""A slow network and a busy scheduler: with `make test ARGS=--late` what rests on timing shows.

The sandbox gets each call, and the bot each answer, late by a random time; the sweeps run twenty
times a second, beside whatever a test does.
"""

import asyncio
from datetime import datetime, timedelta
from random import Random

import pytest
from aiohttp import web

from bot.scheduler import OnWholeSeconds
from sandbox.bot_api import BotApi

DELAYS = (0.0, 0.0, 0.005, 0.03)
"""Seconds, one of which a call and its answer take each: many overtake each other."""

TICK = timedelta(milliseconds=50)

_handle = BotApi.handle
_random = Random()  # noqa: S311  no secret


async def handle(api: BotApi, request: web.Request) -> web.StreamResponse:
    """Answer a call as the sandbox does, but late."""
    await asyncio.sleep(_random.choice(DELAYS))
    answer = await _handle(api, request)
    await asyncio.sleep(_random.choice(DELAYS))
    return answer


def soon(_: OnWholeSeconds, _previous: datetime | None, now: datetime) -> datetime:
    """Return when a sweep runs next."""
    return now + TICK


def be_late(patch: pytest.MonkeyPatch) -> None:
    """Delay every sandbox of this process, and hurry every scheduler."""
    patch.setattr(BotApi, "handle", handle)
    patch.setattr(OnWholeSeconds, "get_next_fire_time", soon)
