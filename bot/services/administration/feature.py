"""What the administration declares to the bot: services."""

from dataclasses import dataclass

from bot.services.administration.audit import AuditLog
from bot.services.administration.settings import Settings
from bot.services.declarations import Feature, Kit


@dataclass(frozen=True)
class AdministrationServices:
    """The use cases of administrators."""

    settings: Settings
    audit_log: AuditLog


def _services(kit: Kit) -> AdministrationServices:
    return AdministrationServices(
        settings=Settings(kit.storage, kit.clock, kit.rules), audit_log=AuditLog(*kit.common)
    )


FEATURE = Feature(services=_services)
