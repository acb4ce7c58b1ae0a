"""Refusals of applications: data only; the locales have the texts."""

from bot.domain.refusals import Refusal, TooLong

# --- What an applicant types ----------------------------------------------------------------------


class InnUnreadable(Refusal):
    """What was typed is not an organisation's ИНН: 10 digits, the last a check digit."""


class InnOfPerson(Refusal):
    """An ИНН of 12 digits is a person's; only organisations apply."""


class OgrnUnreadable(Refusal):
    """What was typed is not an organisation's ОГРН: 13 digits, the last a check digit."""


class PhoneUnreadable(Refusal):
    """What was typed is not a telephone number."""


class EmailUnreadable(Refusal):
    """What was typed is not an e-mail address."""


class AnswerMissing(Refusal):
    """The answer has no visible characters."""


class AnswerTooLong(TooLong):
    """The answer is too long for the application's card."""


class TooManyFiles(Refusal):
    """The application has `most` files already."""

    most: int


# --- Who may apply, and when ----------------------------------------------------------------------


class OrganisationIsMember(Refusal):
    """The organisation with this ИНН or ОГРН is a member already."""

    name: str


class ApplicationIsOpen(Refusal):
    """This person has an application with this ИНН under consideration."""


class TooManyOpenApplications(Refusal):
    """The person has `most` applications under consideration."""

    most: int


class TooManyApplicationsToday(Refusal):
    """The person has sent `most` applications within 24 hours."""

    most: int


class ApplicationIncomplete(Refusal):
    """A required question is not answered."""


class ApplicationNotFound(Refusal):
    """There is no such application, or this person may not see it: both look the same."""


class ApplicationIsSent(Refusal):
    """An application cannot be changed once it is sent; the secretary asks for what is missing."""


class ApplicationIsOver(Refusal):
    """The application was decided on or withdrawn."""


class ApplicationIsDecidedByVote(Refusal):
    """While the council votes on an application, nobody can refuse it without the vote."""

    name: str


class NothingAsked(Refusal):
    """There is no open question of the secretary, or the answer has too many messages."""


class ApplicationNotWaiting(Refusal):
    """The application does not wait in the queue, or is in another poll."""

    name: str


class OrganisationIsVotedOn(Refusal):
    """The council is voting on another application of this organisation."""

    name: str


class AdmissionNotPlanned(Refusal):
    """The configuration has no rules for votes on admissions."""


class NothingChosen(Refusal):
    """No application is selected for the poll."""
