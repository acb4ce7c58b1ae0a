"""What announcements declare to the bot: services, sweeps, notices."""

from dataclasses import dataclass
from datetime import timedelta

from bot.services.announcements.announcements import Announcements
from bot.services.announcements.circles import Circles
from bot.services.announcements.corrections import Corrections
from bot.services.announcements.drafts import AnnouncementDrafts
from bot.services.announcements.letters import NOTICES
from bot.services.announcements.reports import AnnouncementReports
from bot.services.announcements.subscriptions import Subscriptions
from bot.services.announcements.templates import Templates
from bot.services.declarations import Feature, Kit, Sweep
from bot.services.mailings import NOTICES as PROGRESS
from bot.services.mailings import Mailings


@dataclass(frozen=True)
class AnnouncementServices:
    """The use cases of announcements."""

    announcements: Announcements
    announcement_drafts: AnnouncementDrafts
    announcement_reports: AnnouncementReports
    corrections: Corrections
    circles: Circles
    subscriptions: Subscriptions
    templates: Templates
    mailings: Mailings


def _services(kit: Kit) -> AnnouncementServices:
    common = kit.common
    return AnnouncementServices(
        announcements=Announcements(
            *common,
            undo=timedelta(seconds=kit.config.announcements.undo_seconds),
            second_yes=kit.config.announcements.second_yes,
        ),
        announcement_drafts=AnnouncementDrafts(*common),
        announcement_reports=AnnouncementReports(*common),
        corrections=Corrections(*common),
        circles=Circles(*common),
        subscriptions=Subscriptions(*common),
        templates=Templates(*common),
        mailings=Mailings(*common),
    )


def _sweeps(use: AnnouncementServices) -> tuple[Sweep, ...]:
    return (
        Sweep("announcements", 1, use.announcements.send_due),
        Sweep("mailings", 2, use.mailings.sweep),
    )


FEATURE = Feature(services=_services, sweeps=_sweeps, notices={**NOTICES, **PROGRESS})
