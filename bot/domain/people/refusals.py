"""What the bot will not do with people and their invitations: facts; the locales have words."""

from dataclasses import dataclass

from bot.domain.refusals import Refusal


class InvitationInvalid(Refusal):
    """No such invitation: mistyped, cut off or made up."""


class InvitationUsed(Refusal):
    """The invitation has already let somebody in."""


class InvitationExpired(Refusal):
    """The invitation came too late."""


@dataclass
class AlreadyMember(Refusal):
    """This Telegram account already belongs to a person of the alliance."""

    name: str


@dataclass
class PersonReached(Refusal):
    """Messages reach this person: an invitation would let somebody else in."""

    name: str


class OrganisationNotFound(Refusal):
    """No such organisation."""


class UnknownTimeZone(Refusal):
    """No such time zone in the IANA database."""


class UnknownLanguage(Refusal):
    """The bot does not speak it."""
