"""The format of the control API: JSON in, JSON out, refusals as {"error": sentence}."""

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Middleware

from sandbox.actions import NotPossibleError
from sandbox.encoding import encode
from sandbox.errors import ApiError
from sandbox.show import Show

LOCKED = 423
WATCHING = ("/reads", "/show/skip")
"""The paths that are allowed to people who may only watch."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def json_response(value: Any, status: int = 200) -> web.Response:
    """Answer with JSON."""
    return web.Response(body=encode(value), status=status, content_type="application/json")


async def read_object(request: web.Request) -> dict[str, Any]:
    """Read the body; refuse anything but a JSON object."""
    try:
        body = json.loads(await request.read())
    except ValueError as wrong:
        raise NotPossibleError("the body is no JSON") from wrong
    if not isinstance(body, dict):
        raise NotPossibleError("the body is no JSON object")
    return body


def field(body: Mapping[str, Any], name: str) -> Any:
    """Return a field of the body; refuse when it is missing."""
    if name not in body:
        raise NotPossibleError(f"{name} is missing")
    return body[name]


def whole(value: Any) -> int:
    """Return a whole number; refuse anything else."""
    try:
        return int(value)
    except (TypeError, ValueError) as wrong:
        raise NotPossibleError(f"{value!r} is no whole number") from wrong


def watch_only(show: Show) -> Middleware:
    """Return a middleware that lets visitors of the page only watch while a story is played.

    Their acts would change what the story's people see, and break it.
    """

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        is_deed = request.method != "GET" and not request.path.endswith(WATCHING)
        if show.is_on and is_deed:
            return json_response({"error": "a story is being played: watch, or skip it"}, LOCKED)
        return await handler(request)

    return guard


@web.middleware
async def say_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn every refusal into {"error": sentence}."""
    try:
        return await handler(request)
    except NotPossibleError as refused:
        return json_response({"error": str(refused)}, 400)
    except ApiError as refused:
        return json_response({"error": refused.refusal.description}, 400)
    except web.HTTPException as refused:
        return json_response({"error": refused.reason}, refused.status)
