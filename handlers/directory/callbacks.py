"""Buttons of the directory."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import BaseModel, Field

from bot.domain.directory.letters import DirectoryLetterId
from bot.domain.people.members import OrganisationId
from handlers.ui.ids import Id, OfOrganisation, PageNumber

Tag = Annotated[int, Field(ge=0, lt=2**32)]
"""A field or a municipality, as `bot.domain.directory.cards.tag_of` has it; 0 is none."""


class FileKind(StrEnum):
    """The files that the directory is handed out as."""

    TABLE = "table"
    BOOKLET = "booklet"
    SITE = "site"


class InDirectory(BaseModel):
    """The part of the directory that is browsed: a field, a municipality, a page from 0."""

    field: Tag = 0
    place: Tag = 0
    page: PageNumber = 0


class DirectoryButton(CallbackData, prefix="dir"):
    """The first screen of the directory."""


class FieldsButton(CallbackData, prefix="dirf"):
    """A page, from 0, of the fields of work, to choose one; in a place if one was chosen before."""

    place: Tag = 0
    page: PageNumber = 0


class PlacesButton(CallbackData, prefix="dirp"):
    """A page, from 0, of the municipalities, to choose one; of a field if one was chosen before."""

    field: Tag = 0
    page: PageNumber = 0


class BrowseButton(CallbackData, InDirectory, prefix="dirl"):
    """A page of organisations."""


class CardButton(CallbackData, InDirectory, prefix="dirc"):
    """An organisation's card, opened from that page."""

    organisation_id: Id[OrganisationId]


class PhotoButton(CallbackData, OfOrganisation, prefix="dirph"):
    """The photo of a card, in a message of its own."""


class PictureButton(CallbackData, OfOrganisation, prefix="dirk"):
    """A card as a picture to forward."""


class WriteToButton(CallbackData, OfOrganisation, prefix="dirw"):
    """Write to an organisation through the bot."""


class AnswerButton(CallbackData, prefix="dira"):
    """Answer a letter."""

    letter_id: Id[DirectoryLetterId]


class EditCardButton(CallbackData, OfOrganisation, prefix="dire"):
    """Open the form for the card of one's own organisation."""


class ConfirmCardButton(CallbackData, OfOrganisation, prefix="diry"):
    """«Всё верно»: the card is still right."""


class FilesButton(CallbackData, prefix="dirx"):
    """The directory as a file of this kind; without one, the kinds to choose from."""

    kind: FileKind | None = None
