"""What a member reads on the way in."""

from dataclasses import dataclass

from bot.domain.people.members import Member
from handlers.ui.texts import Texts


@dataclass(frozen=True, slots=True)
class AllianceInfo:
    """What the texts need to know of the alliance."""

    name: str
    privacy_url: str | None
    consent_version: int


def joined(member: Member | None, alliance: AllianceInfo) -> bool:
    """Tell whether somebody may see what is inside; anybody else is welcomed by /start."""
    return member is not None and member.consents_to(alliance.consent_version)


def application_consent(name: str, alliance: AllianceInfo, t: Texts) -> str:
    """Return the request for an applicant's consent; `name` is what Telegram calls them."""
    return t(
        "application-consent",
        name=name,
        alliance=alliance.name,
        url=alliance.privacy_url or "",
        policy=bool(alliance.privacy_url),
    )


def consent_request(name: str, alliance: AllianceInfo, t: Texts) -> str:
    """Return the request for the consent: its own message, as 152-ФЗ art. 9 wants it."""
    return t(
        "consent",
        name=name,
        alliance=alliance.name,
        url=alliance.privacy_url or "",
        policy=bool(alliance.privacy_url),
    )


def welcome(member: Member, alliance: AllianceInfo, t: Texts) -> str:
    """Return the greeting of a member or guest: who they are here, and what they can do."""
    if member.guest:
        return t("guest-welcome", name=member.name, alliance=alliance.name)
    return t(
        "member-welcome",
        name=member.name,
        alliance=alliance.name,
        organisation=member.organisation_name or "",
        represents=bool(member.organisation_name),
        organiser=member.is_organiser,
    )
