"""Refusals about people and invitations: data only; the locales have the texts."""

from datetime import datetime

from bot.domain.refusals import Refusal


class InvitationInvalid(Refusal):
    """There is no such invitation: mistyped, cut off or made up."""


class InvitationUsed(Refusal):
    """The invitation was used before."""


class InvitationExpired(Refusal):
    """The invitation has expired."""


class AlreadyMember(Refusal):
    """This Telegram account already belongs to a person of the alliance."""

    name: str


class PersonReached(Refusal):
    """The bot can write to this person already: an invitation would let somebody else in."""

    name: str


class InvitationNeedsAdministrator(Refusal):
    """Organisers cannot invite people who have a role or represent an organisation."""


class InvitationNotTrusted(Refusal):
    """An organiser issued the invitation, and the person now has a role or an organisation."""


class AccountReplaced(Refusal):
    """The person of this account has moved to another one."""

    moment: datetime


class NotYoursToConfirm(Refusal):
    """The person may not decide about this new account."""


class RebindingIsDecided(Refusal):
    """The new account was confirmed or rejected before."""


class AccountNotConfirmed(Refusal):
    """The account changed while the poll was open, and nobody has confirmed it yet."""


class OrganisationNotFound(Refusal):
    """There is no such organisation."""


class UnknownTimeZone(Refusal):
    """There is no such time zone in the IANA database."""


class UnknownLanguage(Refusal):
    """The bot does not have this language."""
