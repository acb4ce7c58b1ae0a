"""The control API under /sandbox/api for the page, the demo and browser tests."""

from aiohttp import web

from sandbox.control.exchange import say_errors, watch_only
from sandbox.control.people import PeopleApi
from sandbox.control.plans import Schedule
from sandbox.control.stage import StageApi
from sandbox.faults import Faults
from sandbox.journal import Journal
from sandbox.world import World


def control_api(
    world: World, journal: Journal, faults: Faults, schedule: Schedule | None
) -> web.Application:
    """Return the application to mount."""
    app = web.Application(middlewares=[say_errors, watch_only(world.show)])
    app.add_routes(PeopleApi(world).routes())
    app.add_routes(StageApi(world, journal, faults, schedule).routes())
    return app
