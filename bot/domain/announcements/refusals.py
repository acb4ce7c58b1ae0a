"""Refusals of announcements: data only; the locales have the texts."""

from bot.domain.refusals import Refusal


class AlbumTooLong(Refusal):
    """The album has more than `limit` files."""

    limit: int


class AlbumMixed(Refusal):
    """The files cannot share an album: photos go with videos, documents with documents."""


class LinksTooMany(Refusal):
    """There are more than `limit` buttons."""

    limit: int


class LinkTextMissing(Refusal):
    """A link has no text for its button."""


class ContentLanguageUnknown(Refusal):
    """The bot does not have the language of this content."""


class FieldsForOnePerson(Refusal):
    """An announcement to a group or channel has fields for a single person, such as a name."""


class AnnouncementNotFound(Refusal):
    """There is no such announcement, or this person may not see it."""


class AnnouncementGone(Refusal):
    """The announcement is being sent: it can no longer be cancelled, only recalled."""


class AnnouncementNotSent(Refusal):
    """The announcement was not sent yet, so it cannot be corrected, recalled or opened again."""


class AnnouncementRecalled(Refusal):
    """The announcement was recalled, so it can be neither corrected nor opened again."""


class ConfirmedByItsAuthor(Refusal):
    """The second approval must come from somebody else than the author."""


class AnnouncementChanged(Refusal):
    """The announcement has changed since the second approval was asked for."""


class AnnouncementChangedMeanwhile(Refusal):
    """Somebody has changed or corrected the announcement since it was opened to be edited."""


class CorrectionImpossible(Refusal):
    """A correction cannot change the number or kinds of messages."""


class NothingCorrected(Refusal):
    """The correction is the same as the present version."""


class TemplateNameTaken(Refusal):
    """There is another template with this name."""

    name: str


class TemplateNotFound(Refusal):
    """The template was deleted."""


class KindAlwaysComes(Refusal):
    """This kind of announcement cannot be turned off."""
