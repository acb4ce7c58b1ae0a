"""A story that is played before the page."""

from typing import Any

import aiohttp
import pytest

from sandbox.people import Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA

API = "/sandbox/api"


async def show(http: aiohttp.ClientSession) -> Any:
    async with http.get(f"{API}/show") as response:
        return await response.json()


async def posts(http: aiohttp.ClientSession, path: str, body: Any) -> int:
    async with http.post(f"{API}{path}", json=body) as response:
        await response.json()
        return response.status


async def test_the_page_learns_how_far_a_story_is(
    http: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    assert await show(http) is None
    changes = sandbox.world.changes.listen()
    sandbox.show.at(7, 30)
    assert (await changes.next(1) or b"").startswith(b"event: show\n")
    assert await show(http) == {"chapter": 7, "of": 30, "can_skip": False, "skipped": False}
    sandbox.show.over()
    assert (await changes.next(1) or b"").startswith(b"event: show\n")
    assert await show(http) is None


async def test_the_story_hears_once_that_the_rest_is_to_be_skipped(
    http: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    asked: list[bool] = []
    sandbox.show.skip = lambda: asked.append(True)
    assert await posts(http, "/show/skip", {}) == 200
    assert asked == [], "there is nothing to skip before the show"
    sandbox.show.at(1, 30)
    assert (await show(http))["can_skip"]
    for _ in range(2):
        assert await posts(http, "/show/skip", {}) == 200
    assert asked == [True]
    assert await show(http) == {"chapter": 1, "of": 30, "can_skip": False, "skipped": True}
    sandbox.show.at(2, 30)
    assert (await show(http))["skipped"], "the story may need another chapter to end"
    sandbox.show.over()
    sandbox.show.at(1, 3)
    assert (await show(http))["can_skip"], "another story can be skipped too"


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/messages", {"as": ANNA, "chat": ANNA, "text": "a"}),
        ("/clock", {"advance": 60}),
        ("/faults", {"kind": "drop_after"}),
        ("/blocks", {"as": ANNA, "blocked": True}),
    ],
)
async def test_while_a_story_is_played_the_page_can_only_watch(
    http: aiohttp.ClientSession, sandbox: Sandbox, anna: Person, path: str, body: dict[str, Any]
) -> None:
    sandbox.show.at(1, 30)
    assert await posts(http, path, body) == 423
    assert await posts(http, "/reads", {"as": ANNA, "chat": ANNA}) == 200
    await anna.says("the story's own people act")
    sandbox.show.over()
    assert await posts(http, path, body) == 200
