"""How a card of an organisation looks in a message."""

from collections.abc import Iterator

from aiogram.types import InlineKeyboardMarkup

from bot.domain.directory.cards import Card, ContactKind
from bot.services.directory.directory import CardView
from handlers.directory.callbacks import (
    BrowseButton,
    EditCardButton,
    InDirectory,
    PhotoButton,
    PictureButton,
    WriteToButton,
)
from handlers.ui.buttons import Row, keyboard
from handlers.ui.texts import Markup, Texts


def words_of(card: Card, t: Texts) -> Markup:
    """Return a card as HTML: at most some 2500 characters."""
    return Markup("\n".join(_lines(card, t)))


def _lines(card: Card, t: Texts) -> Iterator[str]:
    organisation, details = card.organisation, card.details
    yield t("directory-card", title=card.title)
    if organisation.name != card.title:
        yield t("directory-card-name", name=organisation.name)
    if details.about:
        yield ""
        yield t("directory-card-about", about=details.about)
    yield ""
    if details.fields:
        yield t("directory-card-fields", fields=" · ".join(details.fields))
    if organisation.municipality:
        yield t("directory-card-place", place=organisation.municipality)
    if card.leader:
        yield t("directory-card-leader", name=card.leader)
    if details.site:
        yield t("directory-card-site", site=details.site)
    for kind in ContactKind:
        if value := details.contact(kind):
            yield t("directory-card-contact", kind=kind.value, value=value)
    yield t("directory-card-inn", inn=organisation.inn)


def below(view: CardView, came: InDirectory, t: Texts) -> InlineKeyboardMarkup:
    """Return the buttons of a card, with the way back to the page from which it was opened."""
    id_ = view.card.organisation.id
    rows: list[Row] = []
    if view.writable:
        rows.append(
            [t.button("button-directory-write", WriteToButton(organisation_id=id_), "primary")]
        )
    if view.editable:
        rows.append([t.button("button-directory-edit", EditCardButton(organisation_id=id_))])
    if view.card.details.photo:
        rows.append([t.button("button-directory-photo", PhotoButton(organisation_id=id_))])
    rows.append([t.button("button-directory-picture", PictureButton(organisation_id=id_))])
    back = BrowseButton(field=came.field, place=came.place, page=came.page)
    rows.append([t.button("button-directory-list", back)])
    return keyboard(rows)
