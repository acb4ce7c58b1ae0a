"""What applications declare to the bot: services, sweeps, notices."""

from dataclasses import dataclass

from bot.services.applications.applications import Applications
from bot.services.applications.letters import NOTICES
from bot.services.applications.queue import ApplicationQueue
from bot.services.declarations import Feature, Kit


@dataclass(frozen=True)
class ApplicationServices:
    """The use cases of applications."""

    applications: Applications
    application_queue: ApplicationQueue


def _services(kit: Kit) -> ApplicationServices:
    common = kit.common
    return ApplicationServices(
        applications=Applications(*common), application_queue=ApplicationQueue(*common)
    )


FEATURE = Feature(services=_services, notices=NOTICES)
