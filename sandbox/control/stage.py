"""The other part of the control API: clock, schedule, journal, faults, show, changes."""

from dataclasses import fields
from datetime import timedelta

from aiohttp import web

from sandbox.actions import NotPossibleError
from sandbox.changes import Listener
from sandbox.control.exchange import field, json_response, read_object, whole
from sandbox.control.plans import Plans, Schedule
from sandbox.faults import Fault, Faults
from sandbox.journal import Journal
from sandbox.world import World

HEARTBEAT_SECONDS = 15.0


class StageApi:
    """Serves everything that does not belong to a person."""

    def __init__(
        self, world: World, journal: Journal, faults: Faults, schedule: Schedule | None
    ) -> None:
        self._world = world
        self._journal = journal
        self._faults = faults
        self._plans = Plans(schedule, world.changes)

    def routes(self) -> list[web.AbstractRouteDef]:
        """Return the routes."""
        return [
            web.get("/clock", self.clock),
            web.post("/clock", self.advance),
            web.get("/schedule", self.schedule),
            web.get("/journal", self.journal),
            web.get("/faults", self.faults),
            web.post("/faults", self.add_fault),
            web.delete("/faults", self.clear_faults),
            web.delete("/faults/{number}", self.remove_fault),
            web.get("/links", self.links),
            web.get("/show", self.show),
            web.post("/show/skip", self.skip_show),
            web.get("/changes", self.changes),
        ]

    async def clock(self, request: web.Request) -> web.Response:
        """Return the time."""
        clock = self._world.clock
        now = clock.now().isoformat(timespec="seconds")
        return json_response({"now": now, "offset": clock.offset.total_seconds()})

    async def advance(self, request: web.Request) -> web.Response:
        """Move the clock forwards."""
        seconds = field(await read_object(request), "advance")
        if isinstance(seconds, bool) or not isinstance(seconds, int | float) or seconds <= 0:
            raise NotPossibleError("advance must be a positive number of seconds")
        try:
            self._world.clock.advance(timedelta(seconds=seconds))
        except (ValueError, OverflowError) as error:
            raise NotPossibleError(f"the clock cannot go there: {error}") from error
        return await self.clock(request)

    async def schedule(self, request: web.Request) -> web.Response:
        """Return the bot's schedule."""
        return json_response(await self._plans.read())

    async def journal(self, request: web.Request) -> web.Response:
        """Return the calls of the bot."""
        query = request.query
        chat, method = query.get("chat") or None, query.get("method") or None
        return json_response(self._journal.read(chat, method, whole(query.get("since", 0))))

    async def faults(self, request: web.Request) -> web.Response:
        """List the faults that are switched on."""
        return json_response(self._faults.listed())

    async def add_fault(self, request: web.Request) -> web.Response:
        """Switch a fault on."""
        body = await read_object(request)
        unknown = body.keys() - {one.name for one in fields(Fault)}
        if unknown or "kind" not in body:
            raise NotPossibleError(f"a fault needs its kind and has no {', '.join(unknown) or '…'}")
        try:
            fault = Fault(**body)
        except (TypeError, ValueError) as wrong:
            raise NotPossibleError(str(wrong)) from wrong
        return json_response({"id": self._faults.add(fault)})

    async def clear_faults(self, request: web.Request) -> web.Response:
        """Switch all faults off."""
        self._faults.clear()
        return json_response({})

    async def remove_fault(self, request: web.Request) -> web.Response:
        """Switch one fault off."""
        if not self._faults.remove(whole(request.match_info["number"])):
            raise NotPossibleError("there is no such fault")
        return json_response({})

    async def links(self, request: web.Request) -> web.Response:
        """Return the pages beside Telegram."""
        return json_response([{"title": title, "url": url} for title, url in self._world.links])

    async def show(self, request: web.Request) -> web.Response:
        """Return the progress of a story that is played; null when none is."""
        return json_response(self._world.show.as_data())

    async def skip_show(self, request: web.Request) -> web.Response:
        """Ask to skip the rest of the story."""
        self._world.show.ask_to_skip()
        return await self.show(request)

    async def changes(self, request: web.Request) -> web.StreamResponse:
        """Stream the changes of the world as server-sent events."""
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-cache"}
        response = web.StreamResponse(headers=headers)
        listener = self._world.changes.listen()
        try:
            await response.prepare(request)
            await response.write(b": welcome\n\n")
            with self._plans.listened_to():
                while (event := await _next(listener)) is not None:
                    await response.write(event)
        except ConnectionResetError:
            return response
        finally:
            self._world.changes.forget(listener)
        return response


async def _next(listener: Listener) -> bytes | None:
    try:
        return await listener.next(HEARTBEAT_SECONDS)
    except TimeoutError:
        return b": alive\n\n"
