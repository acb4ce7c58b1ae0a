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
    """The bot does not have it."""


class LastAdministrator(Refusal):
    """Nobody else who has joined is an administrator: nobody could give the role back."""


class OnlyAdministratorStays(Refusal):
    """The person is the only administrator, and cannot erase themselves before another one is."""


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


class PersonChangedMeanwhile(Refusal):
    """Somebody else changed the person's data after they were shown."""


class SamePerson(Refusal):
    """Both records are the same one."""


class MergedVotes(Refusal):
    """The record to be given up takes part in a vote that is not over."""


class BothVote(Refusal):
    """Both records take part in votes that are not over."""


class MergedUnconfirmed(Refusal):
    """One of the records has an account that nobody has confirmed yet."""


class OrganisationKnown(Refusal):
    """The alliance has an organisation with this ИНН already."""

    name: str


class UploadUnreadable(Refusal):
    """The file is too large, or no spreadsheet of people."""


class UploadGone(Refusal):
    """The spreadsheet was loaded already, or another one was looked at since."""


class CellRefused(Refusal):
    """A part of what is known of a person cannot be so."""

    fault: str


class OnlyForLeaders(Refusal):
    """Only the leader of the organisation may do that."""


class NotOfOrganisation(Refusal):
    """The person belongs to no organisation of the alliance."""


class ColleagueNotFound(Refusal):
    """The organisation has no such person, or no longer."""


class AccountToConfirm(Refusal):
    """The account is new, and nobody has confirmed yet that it is the person's."""


class SuccessorNotJoined(Refusal):
    """Who takes over an organisation has to confirm it, so the bot must know them."""

    name: str


class HandoverGone(Refusal):
    """The offer was taken back, replaced, answered or has expired."""


class LeaderMustHandOver(Refusal):
    """A leader does not leave before somebody else leads."""


class OrganisationFull(Refusal):
    """The organisation has as many people as the bot keeps."""

    limit: int


class LeaderKnown(Refusal):
    """This person leads the organisation already."""

    name: str


class OrganisationLeft(Refusal):
    """The organisation is no longer a member of the alliance."""

    name: str
