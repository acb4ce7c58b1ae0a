"""What the bot will not do with an application, as facts; their words live in the locales."""

from bot.domain.refusals import Refusal, TooLong

# --- What an applicant types ----------------------------------------------------------------------


class InnUnreadable(Refusal):
    """What was typed is no ИНН of an organisation: 10 digits, the last of them a check."""


class InnOfPerson(Refusal):
    """An ИНН of 12 digits belongs to a person; organisations apply."""


class OgrnUnreadable(Refusal):
    """What was typed is no ОГРН of an organisation: 13 digits, the last of them a check."""


class PhoneUnreadable(Refusal):
    """What was typed is no telephone number."""


class EmailUnreadable(Refusal):
    """What was typed is no e-mail address."""


class AnswerMissing(Refusal):
    """There is nothing to be seen in what was sent."""


class AnswerTooLong(TooLong):
    """Each answer fits on the application's card."""


class TooManyFiles(Refusal):
    """An application has a few files: the council reads them all."""

    most: int


# --- Who may apply, and when ----------------------------------------------------------------------


class OrganisationIsMember(Refusal):
    """The organisation with this ИНН or ОГРН is of the alliance already."""

    name: str


class ApplicationIsOpen(Refusal):
    """This person's application with this ИНН is under consideration already."""


class TooManyOpenApplications(Refusal):
    """A person has a few applications under consideration at a time."""

    most: int


class TooManyApplicationsToday(Refusal):
    """A person sends a few applications within 24 hours."""

    most: int


class ApplicationIncomplete(Refusal):
    """An application is sent when every question has been answered."""


class ApplicationNotFound(Refusal):
    """No such application, or not one for this person: nobody learns anything by guessing."""


class ApplicationIsSent(Refusal):
    """What has been sent cannot be changed; the secretary asks what is missing."""


class ApplicationIsOver(Refusal):
    """The application was decided on, or withdrawn."""


class ApplicationIsDecidedByVote(Refusal):
    """While the council votes on an organisation, nobody but the council decides on it."""

    name: str


class NothingAsked(Refusal):
    """The secretary has not asked anything, or has had enough of answers."""


class ApplicationNotWaiting(Refusal):
    """Only what waits in the queue is put to the council, and to one poll at a time."""

    name: str


class OrganisationIsVotedOn(Refusal):
    """The council votes on one application of an organisation; another one of it is chosen."""

    name: str


class AdmissionNotPlanned(Refusal):
    """The configuration has no way of voting on admissions."""


class NothingChosen(Refusal):
    """A poll on admissions has somebody to vote on."""
