"""The form in which an organisation edits its card."""

from dataclasses import asdict, replace
from functools import partial

from aiogram.types import CallbackQuery
from pydantic import BaseModel

from bot.domain.directory.cards import (
    FIELDS_LIMIT,
    Card,
    CardDetails,
    ContactKind,
    checked_about,
    checked_contact,
    checked_site,
)
from bot.domain.people.members import Member, OrganisationId
from bot.services.directory.directory import Directory
from bot.services.directory.editing import DirectoryEditing
from handlers.directory.callbacks import CardButton, EditCardButton
from handlers.directory.cards import words_of
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Text
from handlers.forms.form import Ending, Form, View
from handlers.forms.lists import ChoicePart, Option
from handlers.forms.opener import Forms, with_forms
from handlers.forms.places import Photo
from handlers.forms.screens import edit_rows, leave_button, unchanged
from handlers.ui.routes import Routes


class CardDraft(BaseModel):
    """A card as it is being edited, from the version that was opened."""

    version: int = 0
    about: str = ""
    fields: tuple[str, ...] = ()
    site: str = ""
    phone: str = ""
    email: str = ""
    photo: str = ""

    @property
    def details(self) -> CardDetails:
        """The card's contents; a contact that was left empty is not shown."""
        contacts = ((ContactKind.PHONE, self.phone), (ContactKind.EMAIL, self.email))
        shown = tuple((kind, value) for kind, value in contacts if value)
        return CardDetails(self.about, self.fields, self.site, self.photo, shown)


def _draft_of(card: Card) -> CardDraft:
    contacts = {kind.value: value for kind, value in card.details.contacts}
    return CardDraft.model_validate({**asdict(card.details), **contacts, "version": card.version})


async def _options(_form: Filling, directory: Directory) -> list[Option]:
    return [Option(f"{number}", one.name) for number, one in enumerate(directory.fields)]


async def _card_of(form: Filling, directory_editing: DirectoryEditing, member: Member) -> Card:
    return await directory_editing.own(member.id, OrganisationId(form.concerned))


async def _preview(form: FormContext[CardDraft]) -> View:
    card: Card = await form.call(_card_of)
    words = words_of(replace(card, details=form.draft.details), form.t)
    save = form.button(form.label("save"), "submit", style="success")
    return View(form.words("preview", card=words), [*edit_rows(form), [save], [leave_button(form)]])


async def _save(
    form: FormContext[CardDraft], directory_editing: DirectoryEditing, member: Member
) -> Ending:
    organisation, draft = OrganisationId(form.concerned), form.draft
    await directory_editing.save(member.id, organisation, draft.details, draft.version)
    return _at_card(form, form.words("saved"))


def _at_card(form: FormContext[CardDraft], words: str) -> Ending:
    button = CardButton(organisation_id=OrganisationId(form.concerned))
    return Ending(words, form.t.plain("button-directory-card"), button)


CARD = Form(
    name="directory-card",
    draft=CardDraft,
    fields=(
        Text("about", checked_about, removable=True),
        ChoicePart(
            "fields", _options, named=True, most=FIELDS_LIMIT, excess="FieldsUnknown", keep=False
        ),
        Text("site", checked_site, removable=True),
        *(Text(kind.value, partial(checked_contact, kind), removable=True) for kind in ContactKind),
        Photo("photo", keep=False, removable=True, nothing=""),
    ),
    preview=_preview,
    submit=_save,
    discard=unchanged(_at_card),
    desk=False,
    texts="directory-edit",
)


async def edit(
    query: CallbackQuery,
    callback_data: EditCardButton,
    member: Member,
    directory_editing: DirectoryEditing,
    forms: Forms,
) -> None:
    """Open the form for one's own card."""
    organisation = callback_data.organisation_id
    card = await directory_editing.own(member.id, organisation)
    await forms.open_for(query, CARD, organisation, _draft_of(card))


ROUTES = Routes(prepare=with_forms, buttons={EditCardButton: edit})
