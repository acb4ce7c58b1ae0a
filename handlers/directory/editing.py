"""The form in which an organisation edits its card."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from aiogram.types import CallbackQuery, Message
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
from handlers.forms.form import Ending, Field, Form, View
from handlers.forms.lists import ChoicePart, Option
from handlers.forms.opener import Forms, with_forms
from handlers.forms.screens import leave_button
from handlers.ui.buttons import pairs
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

PARTS = ("about", "fields", "site", "phone", "email", "photo")


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
    details = card.details
    return CardDraft(
        version=card.version,
        about=details.about,
        fields=details.fields,
        site=details.site,
        phone=details.contact(ContactKind.PHONE),
        email=details.contact(ContactKind.EMAIL),
        photo=details.photo,
    )


async def _options(_form: Filling, directory: Directory) -> list[Option]:
    return [Option(f"{number}", one.name) for number, one in enumerate(directory.fields)]


@dataclass(eq=False)
class WorkFields(ChoicePart):
    """Some of the alliance's fields of work."""

    def stored(self, one: Option) -> Any:
        """Return the name of the field."""
        return one.words

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Mark or unmark a field; there may be no more than a few."""
        before = form.draft.fields
        await super().tap(form, key, value)
        if len(form.draft.fields) > FIELDS_LIMIT:
            form.draft.fields = before
            form.note("FieldsUnknown", most=FIELDS_LIMIT)


@dataclass(eq=False)
class Photo(Field):
    """A photo that is sent; a file of any other kind is refused."""

    async def typed(self, form: Filling, message: Message) -> bool:
        """Take the largest size of the photo."""
        if not message.photo:
            return False
        await self.take(form, message.photo[-1].file_id)
        return True


async def _card_of(form: Filling, directory_editing: DirectoryEditing, member: Member) -> Card:
    return await directory_editing.own(member.id, OrganisationId(form.concerned))


async def _preview(form: FormContext[CardDraft]) -> View:
    card: Card = await form.call(_card_of)
    words = words_of(replace(card, details=form.draft.details), form.t)
    edits = pairs(form.goes(form.label(f"edit-{name}"), name) for name in PARTS)
    save = form.button(form.label("save"), "submit", style="success")
    return View(form.words("preview", card=words), [*edits, [save], [leave_button(form)]])


async def _save(
    form: FormContext[CardDraft], directory_editing: DirectoryEditing, member: Member
) -> Ending:
    organisation, draft = OrganisationId(form.concerned), form.draft
    await directory_editing.save(member.id, organisation, draft.details, draft.version)
    return _at_card(form, form.words("saved"))


async def _unchanged(form: FormContext[CardDraft]) -> Ending:
    return _at_card(form, form.t("wizard-unchanged"))


def _at_card(form: FormContext[CardDraft], words: str) -> Ending:
    return Ending(
        words, form.t.plain("button-directory-card"), CardButton(organisation_id=form.concerned)
    )


def _said(name: str, draft: CardDraft, _: Texts) -> str:
    return getattr(draft, name) or "—"


CARD = Form(
    name="directory-card",
    draft=CardDraft,
    fields=(
        Text("about", check=checked_about, removable=True, nothing=""),
        WorkFields("fields", options=_options, keep=False),
        Text("site", check=checked_site, removable=True, nothing=""),
        Text(
            "phone", check=partial(checked_contact, ContactKind.PHONE), removable=True, nothing=""
        ),
        Text(
            "email", check=partial(checked_contact, ContactKind.EMAIL), removable=True, nothing=""
        ),
        Photo("photo", keep=False, removable=True, nothing=""),
    ),
    preview=_preview,
    submit=_save,
    discard=_unchanged,
    desk=False,
    texts="directory-edit",
    values={name: partial(_said, name) for name in PARTS},
)


async def edit(
    query: CallbackQuery,
    callback_data: EditCardButton,
    member: Member,
    directory_editing: DirectoryEditing,
    forms: Forms,
) -> None:
    """Open the form for one's own card."""
    organisation = OrganisationId(callback_data.organisation_id)
    card = await directory_editing.own(member.id, organisation)
    await forms.open_for(query, CARD, organisation, _draft_of(card))


ROUTES = Routes(prepare=with_forms, buttons={EditCardButton: edit})
