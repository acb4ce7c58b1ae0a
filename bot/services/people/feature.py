"""What people declare to the bot: services, sweeps, notices."""

from dataclasses import dataclass

from bot.domain.people.members import TelegramId
from bot.services.declarations import Feature, Kit, Sweep
from bot.services.people.appointments import Appointments
from bot.services.people.consents import Consents
from bot.services.people.duplicates import Duplicates
from bot.services.people.group import AllianceGroup
from bot.services.people.handovers import Handovers
from bot.services.people.letters import NOTICES
from bot.services.people.members import Members
from bot.services.people.memberships import Memberships
from bot.services.people.own import OwnOrganisations
from bot.services.people.personnel import Personnel
from bot.services.people.reachability import Reachability
from bot.services.people.rebindings import Rebindings
from bot.services.people.retention import Retention
from bot.services.people.uploads import Uploads


@dataclass(frozen=True)
class PeopleServices:
    """The use cases of people."""

    members: Members
    consents: Consents
    retention: Retention
    reachability: Reachability
    rebindings: Rebindings
    appointments: Appointments
    personnel: Personnel
    duplicates: Duplicates
    uploads: Uploads
    own_organisations: OwnOrganisations
    handovers: Handovers
    memberships: Memberships
    alliance_group: AllianceGroup


def _services(kit: Kit) -> PeopleServices:
    common, alliance = kit.common, kit.config.alliance
    administrators = frozenset(map(TelegramId, alliance.administrators))
    return PeopleServices(
        members=Members(
            kit.storage,
            kit.clock,
            rules=kit.rules,
            administrators=administrators,
            language=alliance.language,
        ),
        consents=Consents(*common, kit.consent, alliance.consent_version),
        retention=Retention(*common, kit.config.privacy.periods),
        reachability=Reachability(*common, valid_for=kit.config.invitations.valid_for),
        rebindings=Rebindings(*common),
        appointments=Appointments(*common, administrators=administrators),
        personnel=Personnel(*common),
        duplicates=Duplicates(*common),
        uploads=Uploads(*common, valid_for=kit.config.invitations.valid_for),
        own_organisations=OwnOrganisations(*common),
        handovers=Handovers(*common),
        memberships=Memberships(*common),
        alliance_group=AllianceGroup(*common),
    )


def _sweeps(use: PeopleServices) -> tuple[Sweep, ...]:
    return (
        Sweep("reachability", 30, use.reachability.send_digest),
        Sweep("roles", 30, use.appointments.apply_planned),
        Sweep("retention", 60, use.retention.sweep),
        Sweep("group tags", 60, use.alliance_group.renew_tags),
    )


FEATURE = Feature(services=_services, sweeps=_sweeps, notices=NOTICES)
