"""The texts for people who join."""

from dataclasses import dataclass

from bot.domain.people.consents import ConsentText, version_of
from bot.domain.people.members import LANGUAGES, Member
from handlers.ui.commands import CommandMenu
from handlers.ui.texts import AllTexts, Texts

LAST_NUMBERED = 6125746628080125013
"""The hash of the texts, without an alliance, of the last release that numbered them by hand."""


@dataclass(frozen=True, slots=True)
class AllianceInfo:
    """What the texts need to know about the alliance."""

    name: str
    privacy_url: str | None
    consent_version: int
    contact: str = ""
    """Whom to ask: a name at Telegram, a telephone number, or words; empty if nobody is named."""
    pages: str = ""
    """The address of the web pages, without a slash at its end; empty if none are served."""


def joined(member: Member | None, alliance: AllianceInfo) -> bool:
    """Tell whether somebody may use the bot; anybody else is greeted by /start."""
    return member is not None and member.consents_to(alliance.consent_version)


def consent_text(name: str, privacy_url: str | None, texts: AllTexts) -> ConsentText:
    """Return all that people of the alliance `name` are asked to accept.

    One version covers the texts for members and applicants in all languages: it is simple, and an
    applicant's consent holds for the member. Its price is that a change in one asks everybody. The
    name does not count: administrators may correct it, and it is the same alliance.
    """
    words = _all_words(name, privacy_url, texts)
    version, plain = (version_of(_all_words("—", url, texts)) for url in (privacy_url, None))
    return ConsentText(version, words, plain == LAST_NUMBERED)


def _all_words(name: str, privacy_url: str | None, texts: AllTexts) -> str:
    alliance = AllianceInfo(name, privacy_url, 0)
    return "\n\n".join(
        ask("—", alliance, texts.for_language(language))
        for language in LANGUAGES
        for ask in (consent_request, application_consent)
    )


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
