"""The texts for people who join."""

from dataclasses import dataclass

from bot.domain.people.members import Member
from handlers.ui.texts import Texts


@dataclass(frozen=True, slots=True)
class AllianceInfo:
    """What the texts need to know about the alliance."""

    name: str
    privacy_url: str | None
    consent_version: int


def joined(member: Member | None, alliance: AllianceInfo) -> bool:
    """Tell whether somebody may use the bot; anybody else is greeted by /start."""
    return member is not None and member.consents_to(alliance.consent_version)


def application_consent(name: str, alliance: AllianceInfo, t: Texts) -> str:
    """Return the request for an applicant's consent; `name` is the one at Telegram."""
    return t(
        "application-consent",
        name=name,
        alliance=alliance.name,
        url=alliance.privacy_url or "",
        policy=bool(alliance.privacy_url),
    )


def consent_request(name: str, alliance: AllianceInfo, t: Texts) -> str:
    """Return the request for consent: a separate message, as 152-ФЗ art. 9 requires."""
    return t(
        "consent",
        name=name,
        alliance=alliance.name,
        url=alliance.privacy_url or "",
        policy=bool(alliance.privacy_url),
    )


def welcome(member: Member, alliance: AllianceInfo, t: Texts) -> str:
    """Return the greeting of a member or guest: their name and role, and what they can do."""
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
