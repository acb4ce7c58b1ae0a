"""The texts for people who join."""

from dataclasses import dataclass

from bot.domain.people.members import Member
from handlers.ui.commands import CommandMenu
from handlers.ui.texts import Texts


@dataclass(frozen=True, slots=True)
class AllianceInfo:
    """What the texts need to know about the alliance."""

    name: str
    privacy_url: str | None
    consent_version: int
    contact: str = ""
    """Whom to ask: a name at Telegram, a telephone number, or words; empty if nobody is named."""


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


def stranger_welcome(alliance: AllianceInfo, t: Texts) -> str:
    """Return what the alliance is, and how to join it."""
    return t(
        "stranger-welcome",
        alliance=alliance.name,
        contact=alliance.contact,
        known=bool(alliance.contact),
    )


def guest_welcome(member: Member, alliance: AllianceInfo, t: Texts) -> str:
    """Return the greeting of a guest."""
    return t("guest-welcome", name=member.name, alliance=alliance.name)


def welcome(member: Member, alliance: AllianceInfo, menu: CommandMenu, t: Texts) -> str:
    """Return the greeting of a member or guest: their name, and what they can do."""
    if member.guest:
        return guest_welcome(member, alliance, t)
    greeting = t(
        "member-welcome",
        name=member.name,
        organisation=member.organisation_name or "",
        represents=bool(member.organisation_name),
    )
    return f"{greeting}\n\n{menu.ways(member, t)}"
