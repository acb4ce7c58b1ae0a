"""What the administration declares to the bot: services."""

from dataclasses import dataclass

from bot.services.administration.audit import AuditLog
from bot.services.administration.backups import BackupRequests
from bot.services.administration.settings import Settings
from bot.services.declarations import Feature, Kit


@dataclass(frozen=True)
class AdministrationServices:
    """The use cases of administrators."""

    settings: Settings
    audit_log: AuditLog
    backup_requests: BackupRequests


def _services(kit: Kit) -> AdministrationServices:
    return AdministrationServices(
        settings=Settings(kit.storage, kit.clock, kit.rules),
        audit_log=AuditLog(*kit.common),
        backup_requests=BackupRequests(*kit.common, folder=kit.config.backup.folder),
    )


FEATURE = Feature(services=_services)
