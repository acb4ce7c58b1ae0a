"""/directory: browse and find the organisations of the alliance."""

from collections.abc import Sequence

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.domain.directory.cards import Card, tag_of
from bot.domain.lines import visible
from bot.domain.people.members import Member
from bot.domain.refusals import ButtonTooOld
from bot.services.directory.directory import CardPage, Directory, Overview
from bot.services.prompts import Prompt, Prompts
from handlers.directory.callbacks import (
    BrowseButton,
    CardButton,
    DirectoryButton,
    EditCardButton,
    FieldsButton,
    FilesButton,
    InDirectory,
    PhotoButton,
    PlacesButton,
)
from handlers.directory.cards import below, words_of
from handlers.ui.buttons import Row, button, keyboard, short, turning
from handlers.ui.edits import acknowledge, show
from handlers.ui.lengths import clipped
from handlers.ui.pages import PAGE, Page, page_of
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

FIND = "directory-find"
QUERY_LENGTH = 60
"""UTF-16 units of what was typed in the answer to it."""


async def open_directory(
    message: Message, member: Member, directory: Directory, prompts: Prompts, t: Texts
) -> None:
    """Show the first screen; what is typed next is searched for."""
    overview = await _opened(member, directory, prompts)
    await message.answer(_home(overview, t), reply_markup=_ways(overview, member, t))


async def home(
    query: CallbackQuery, member: Member, directory: Directory, prompts: Prompts, t: Texts
) -> None:
    """Return to the first screen."""
    overview = await _opened(member, directory, prompts)
    await show(query, _home(overview, t), _ways(overview, member, t))


async def _opened(member: Member, directory: Directory, prompts: Prompts) -> Overview:
    overview = await directory.overview(member.id)
    await _expect_query(member, prompts)
    return overview


async def _expect_query(member: Member, prompts: Prompts) -> None:
    """Search for what is typed next, on every screen from which people go on looking."""
    if member.telegram_id is not None:
        await prompts.ask(member.telegram_id, Prompt(FIND, 0))


def _home(overview: Overview, t: Texts) -> str:
    own = overview.own
    empty = own is not None and own.editable and not own.card.version
    return t("directory", count=overview.count, empty=empty)


def _ways(overview: Overview, member: Member, t: Texts) -> InlineKeyboardMarkup:
    rows: list[Row] = [[t.button("button-directory-all", BrowseButton(), count=overview.count)]]
    by = [
        *([t.button("button-directory-fields", FieldsButton())] if overview.fields else []),
        *([t.button("button-directory-places", PlacesButton())] if overview.municipalities else []),
    ]
    rows.append(by)
    if overview.own is not None:
        own = overview.own.card
        if overview.own.editable and not own.version:
            edit = EditCardButton(organisation_id=own.organisation.id)
            rows.append([t.button("button-directory-fill", edit, "primary")])
        else:
            card = CardButton(organisation_id=own.organisation.id)
            rows.append([t.button("button-directory-own", card)])
    if member.is_organiser:
        rows.append([t.button("button-directory-files", FilesButton())])
    return keyboard(rows)


async def choose_field(
    query: CallbackQuery,
    callback_data: FieldsButton,
    member: Member,
    directory: Directory,
    t: Texts,
) -> None:
    """Offer the fields of work in which somebody works, in a place if one was chosen."""
    place = callback_data.place
    page = page_of(await directory.fields_in(member.id, place), callback_data.page)
    rows = [
        [_choice(name, count, BrowseButton(field=tag_of(name), place=place))]
        for name, count in page.items
    ]
    turns, back = turning(page, callback_data, t), _back_to(InDirectory(place=place), t)
    await show(query, t("directory-fields"), keyboard([*rows, turns, [back]]))


async def choose_place(
    query: CallbackQuery,
    callback_data: PlacesButton,
    member: Member,
    directory: Directory,
    t: Texts,
) -> None:
    """Offer the municipalities, those of a field if one was chosen."""
    field = callback_data.field
    page = page_of(await directory.places_of(member.id, field), callback_data.page)
    rows = [
        [_choice(name, count, BrowseButton(field=field, place=tag_of(name)))]
        for name, count in page.items
    ]
    turns, back = turning(page, callback_data, t), _back_to(InDirectory(field=field), t)
    await show(query, t("directory-places"), keyboard([*rows, turns, [back]]))


def _choice(name: str, count: int, data: BrowseButton) -> InlineKeyboardButton:
    return button(short(f"{name} · {count}"), data)


async def browse(
    query: CallbackQuery,
    callback_data: BrowseButton,
    member: Member,
    directory: Directory,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Show a page of organisations, without a filter unless one was chosen."""
    came = callback_data
    found = await directory.page(member.id, came.field, came.place, came.page, PAGE)
    await _expect_query(member, prompts)
    place = InDirectory(field=came.field, place=came.place, page=found.number)
    pages = Page(found.cards, found.number, max(1, -(-found.count // found.size)))
    lines = [[_line(card, place)] for card in found.cards]
    rows = [*lines, turning(pages, came, t), _narrower(found, came, t), [_back(t)]]
    part = " · ".join(filter(None, (found.wanted.field, found.wanted.municipality)))
    words = t("directory-page", part=part, filtered=bool(part), count=found.count)
    await show(query, words, keyboard(rows))


def _narrower(found: CardPage, came: InDirectory, t: Texts) -> Row:
    """Offer the other filter, once one was chosen and several organisations are left."""
    wanted = found.wanted
    if found.count > 1 and wanted.field and not wanted.municipality:
        return [t.button("button-directory-places", PlacesButton(field=came.field))]
    if found.count > 1 and wanted.municipality and not wanted.field:
        return [t.button("button-directory-fields", FieldsButton(place=came.place))]
    return []


def _line(card: Card, came: InDirectory) -> InlineKeyboardButton:
    data = CardButton(**came.model_dump(), organisation_id=card.organisation.id)
    return button(short(card.title), data)


async def find(message: Message, member: Member, directory: Directory, t: Texts) -> None:
    """Show the organisations that were meant; further searches can be typed."""
    text = message.text or ""
    found = await directory.search(member.id, text, PAGE)
    cards = [card for _, card in found.hits]
    shown = clipped(visible(text), QUERY_LENGTH)
    guessed = found.sure < len(cards)
    words = t("directory-found", text=shown, count=len(cards), sure=found.sure, guessed=guessed)
    await message.answer(words, reply_markup=_found(cards, t))


def _found(cards: Sequence[Card], t: Texts) -> InlineKeyboardMarkup:
    return keyboard([*([_line(card, InDirectory())] for card in cards), [_back(t)]])


def _back(t: Texts) -> InlineKeyboardButton:
    return t.button("button-back", DirectoryButton())


def _back_to(came: InDirectory, t: Texts) -> InlineKeyboardButton:
    """Return the way back to what is browsed; without a filter to the first screen."""
    filtered = came.field or came.place
    return t.button("button-back", BrowseButton(**came.model_dump())) if filtered else _back(t)


async def open_card(
    query: CallbackQuery,
    callback_data: CardButton,
    member: Member,
    directory: Directory,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Show a card."""
    view = await directory.card(member.id, callback_data.organisation_id)
    await _expect_query(member, prompts)
    await show(query, words_of(view.card, t), below(view, callback_data, t))


async def send_photo(
    query: CallbackQuery, callback_data: PhotoButton, member: Member, directory: Directory
) -> None:
    """Send the photo of a card below it."""
    view = await directory.card(member.id, callback_data.organisation_id)
    photo = view.card.details.photo
    if not photo or not isinstance(query.message, Message):
        raise ButtonTooOld
    await acknowledge(query)
    await query.message.answer_photo(photo, caption=view.card.title, parse_mode=None)


ROUTES = Routes(
    commands={"directory": open_directory},
    buttons={
        DirectoryButton: home,
        FieldsButton: choose_field,
        PlacesButton: choose_place,
        BrowseButton: browse,
        CardButton: open_card,
        PhotoButton: send_photo,
    },
    questions={FIND: find},
)
