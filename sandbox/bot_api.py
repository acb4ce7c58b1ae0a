"""The Bot API over HTTP: find the method, check the call, apply faults, and record it."""

import asyncio
import inspect
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from sandbox.bodies import Given, read
from sandbox.encoding import encode
from sandbox.errors import ApiError, Refusal, not_played
from sandbox.faults import FaultKind, Faults
from sandbox.guard import file_response
from sandbox.journal import Journal
from sandbox.methods import METHODS
from sandbox.schema import Schema
from sandbox.world import World

UNAUTHORIZED = Refusal(401, "Unauthorized")
NO_METHOD = Refusal(404, "Not Found: method not found")
INSTEAD: Mapping[FaultKind | None, Refusal] = {
    "drop_before": Refusal(0, "the connection was dropped before the call was read"),
    "bad_gateway_html": Refusal(502, "Bad Gateway"),
}
"""The journal's text for calls that a fault kept from being executed."""
BAD_GATEWAY = """<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body>
</html>
"""


class BotApi:
    """Serves `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, world: World, schema: Schema, journal: Journal, faults: Faults) -> None:
        self._world = world
        self._schema = schema
        self._journal = journal
        self._faults = faults
        world.webhook.run = self._run_reply

    def routes(self) -> list[web.AbstractRouteDef]:
        """Return the routes."""
        return [
            web.route("*", "/bot{token}/{method}", self.handle),
            web.get("/file/bot{token}/{path:.+}", self.download),
        ]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one call."""
        if request.match_info["token"] != self._world.bot.token:
            return _refuse(UNAUTHORIZED)
        method = self._schema.name(request.match_info["method"])
        if method is None:
            return _refuse(NO_METHOD)
        try:
            given = await read(request)
        except ApiError as error:
            self._journal.write(self._world.clock.now(), method, {}, None, error.refusal)
            return _refuse(error.refusal)
        mishap = self._faults.strike(method, str(given.fields.get("chat_id")))
        if mishap.delay:
            await asyncio.sleep(mishap.delay / 2)
        result, refusal = await self._play(method, given, mishap.error(), mishap.kind)
        if mishap.delay:
            await asyncio.sleep(mishap.delay / 2)
        if mishap.kind in {"drop_before", "drop_after"} and request.transport is not None:
            request.transport.abort()
        if mishap.kind == "bad_gateway_html":
            return web.Response(status=502, text=BAD_GATEWAY, content_type="text/html")
        return _refuse(refusal) if refusal else _answer({"ok": True, "result": result})

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Answer with a file's bytes."""
        if request.match_info["token"] != self._world.bot.token:
            return _refuse(UNAUTHORIZED)
        file = self._world.files.at(request.match_info["path"])
        if file is None:
            return _refuse(Refusal(404, "Not Found"))
        return file_response(file.upload)

    async def _play(
        self, method: str, given: Given, error: ApiError | None, kind: FaultKind | None
    ) -> tuple[Any, Refusal | None]:
        """Execute a call unless a fault replaces it, and record it."""
        params: Mapping[str, Any] = given.fields
        result, refusal = None, error.refusal if error else INSTEAD.get(kind)
        if refusal is None:
            try:
                params = self._schema.params(method, given.fields, given.files)
                result = await self._run(method, params)
            except ApiError as refused:
                refusal = refused.refusal
        if method != "getUpdates":
            self._journal.write(self._world.clock.now(), method, params, result, refusal)
        return result, refusal

    async def _run(self, method: str, params: Mapping[str, Any]) -> Any:
        handler = METHODS.get(method)
        if handler is None:
            raise not_played(method)
        result = handler(self._world, params)
        return await result if inspect.isawaitable(result) else result

    async def _run_reply(self, given: Given) -> None:
        """Execute the call in the body of a webhook's reply; its result is dropped."""
        fields = dict(given.fields)
        name = str(fields.pop("method"))
        method = self._schema.name(name)
        if method is None:
            self._journal.write(self._world.clock.now(), name, fields, None, NO_METHOD)
        else:
            await self._play(method, Given(fields, given.files), None, None)


def _answer(body: dict[str, Any], status: int = 200) -> web.Response:
    return web.Response(body=encode(body), status=status, content_type="application/json")


def _refuse(refusal: Refusal) -> web.Response:
    body: dict[str, Any] = {
        "ok": False,
        "error_code": refusal.code,
        "description": refusal.description,
    }
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    response = _answer(body, refusal.code or 500)
    if "retry_after" in refusal.parameters:
        response.headers["Retry-After"] = str(refusal.parameters["retry_after"])
    return response
