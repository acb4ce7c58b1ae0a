"""What the bot will not do with an announcement, as facts; their words live in the locales."""

from bot.domain.refusals import Refusal


class AlbumTooLong(Refusal):
    """An album holds so many files."""

    limit: int


class AlbumMixed(Refusal):
    """Pictures go with videos, documents with documents, and nothing else makes an album."""


class LinksTooMany(Refusal):
    """A message has room for so many buttons."""

    limit: int


class LinkTextMissing(Refusal):
    """A button says something."""


class ContentLanguageUnknown(Refusal):
    """An announcement has one content a language that the bot has."""


class FieldsForOnePerson(Refusal):
    """A group has no name of its own to be addressed by."""


class AnnouncementNotFound(Refusal):
    """No such announcement, or not one for this person."""


class AnnouncementGone(Refusal):
    """It is on its way already: too late to take it back, it can only be recalled."""


class AnnouncementNotSent(Refusal):
    """What has not gone out cannot be corrected, recalled or copied."""


class AnnouncementRecalled(Refusal):
    """A recalled announcement is neither corrected nor copied."""


class ConfirmedByItsAuthor(Refusal):
    """The second yes comes from somebody else."""


class AnnouncementChanged(Refusal):
    """A second yes or no is to what was asked, and that reads otherwise by now."""


class CorrectionImpossible(Refusal):
    """A correction changes the words and the files, not what kind of message it is."""


class NothingCorrected(Refusal):
    """The correction is what stands there already."""


class TemplateNameTaken(Refusal):
    """Templates are told apart by their names."""

    name: str


class TemplateNotFound(Refusal):
    """The template was deleted."""


class KindAlwaysComes(Refusal):
    """Important announcements come to everybody."""
