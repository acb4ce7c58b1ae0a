"""What the bot will not do with people and their invitations: facts; the locales have words."""

from datetime import datetime

from bot.domain.refusals import Refusal


class InvitationInvalid(Refusal):
    """No such invitation: mistyped, cut off or made up."""


class InvitationUsed(Refusal):
    """The invitation has already let somebody in."""


class InvitationExpired(Refusal):
    """The invitation came too late."""


class AlreadyMember(Refusal):
    """This Telegram account already belongs to a person of the alliance."""

    name: str


class PersonReached(Refusal):
    """Messages reach this person: an invitation would let somebody else in."""

    name: str


class InvitationNeedsAdministrator(Refusal):
    """An organiser cannot invite anybody with a role or who represents an organisation."""


class InvitationNotTrusted(Refusal):
    """An organiser issued it; by now the person has a role or represents an organisation."""


class AccountReplaced(Refusal):
    """The person of this account uses another one now."""

    moment: datetime


class NotYoursToConfirm(Refusal):
    """Whether an account is a person's is for the chair and the secretary to say."""


class RebindingIsDecided(Refusal):
    """Somebody has decided already whether the account is the person's."""


class AccountNotConfirmed(Refusal):
    """A new account took the person over while the poll was open, and nobody has confirmed it."""


class OrganisationNotFound(Refusal):
    """No such organisation."""


class UnknownTimeZone(Refusal):
    """No such time zone in the IANA database."""


class UnknownLanguage(Refusal):
    """The bot does not have it."""


class LastAdministrator(Refusal):
    """Nobody else who has joined is an administrator: nobody could give the role back."""


class AdministratorByConfiguration(Refusal):
    """The configuration names this administrator, and it prevails."""


class RoleNotHeld(Refusal):
    """The person neither has the role nor is to have it."""

    name: str


class RoleNeedsOrganisation(Refusal):
    """Who leads an organisation belongs to it."""


class RoleNotForGuests(Refusal):
    """A guest from outside has no role in the alliance."""

    name: str


class RoleDaysPast(Refusal):
    """Roles are given from today on, and until a day that is not over."""


class RoleDaysTooFar(Refusal):
    """No office is planned more than ten years ahead."""


class RoleDaysReversed(Refusal):
    """A role does not end before it begins."""


class PersonNotFound(Refusal):
    """No such person, or they had their data erased."""


class PersonKnown(Refusal):
    """The organisation has a person of this name already."""

    name: str


class UploadUnreadable(Refusal):
    """The file is too large, or no spreadsheet of people."""


class UploadGone(Refusal):
    """The spreadsheet was loaded already, or another one was looked at since."""


class CellRefused(Refusal):
    """A part of what is known of a person cannot be so."""

    fault: str
