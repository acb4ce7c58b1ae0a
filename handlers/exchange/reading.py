"""What a person is sent of the exchange: the digest, its fields, matching posts."""

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.directory.cards import tag_of
from bot.domain.exchange.readers import ReaderSettings
from bot.domain.people.members import Member
from bot.domain.refusals import ChoiceGone
from bot.services.exchange.reading import ExchangeReading
from handlers.exchange.callbacks import (
    ReaderButton,
    WantDigestButton,
    WantFieldButton,
    WantMatchesButton,
)
from handlers.exchange.cards import to_exchange
from handlers.ui.buttons import Row, button, keyboard, turning
from handlers.ui.edits import show
from handlers.ui.pages import page_of
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

FIELDS_OF_PAGE = 6


async def settings(
    query: CallbackQuery,
    callback_data: ReaderButton,
    member: Member,
    exchange_reading: ExchangeReading,
    t: Texts,
) -> None:
    """Show what the person is sent."""
    chosen = await exchange_reading.settings(member.id)
    await _show(query, chosen, callback_data.page, exchange_reading, t)


async def want_digest(
    query: CallbackQuery,
    callback_data: WantDigestButton,
    member: Member,
    exchange_reading: ExchangeReading,
    t: Texts,
) -> None:
    """Turn the digest on or off."""
    chosen = await exchange_reading.choose_digest(member.id, wanted=callback_data.wanted)
    await _show(query, chosen, 0, exchange_reading, t)


async def want_matches(
    query: CallbackQuery,
    callback_data: WantMatchesButton,
    member: Member,
    exchange_reading: ExchangeReading,
    t: Texts,
) -> None:
    """Turn matching posts on or off."""
    chosen = await exchange_reading.choose_matches(member.id, wanted=callback_data.wanted)
    await _show(query, chosen, 0, exchange_reading, t)


async def want_field(
    query: CallbackQuery,
    callback_data: WantFieldButton,
    member: Member,
    exchange_reading: ExchangeReading,
    t: Texts,
) -> None:
    """Add a field to those of the digest, or remove it."""
    tapped = callback_data
    names = (one.name for one in exchange_reading.fields)
    field = next((name for name in names if tag_of(name) == tapped.tag), None)
    if field is None:
        raise ChoiceGone
    chosen = await exchange_reading.choose_field(member.id, field, wanted=tapped.wanted)
    await _show(query, chosen, tapped.page, exchange_reading, t)


async def _show(
    query: CallbackQuery, chosen: ReaderSettings, page: int, reading: ExchangeReading, t: Texts
) -> None:
    words = t("exchange-reader", digest=chosen.digest, some=bool(chosen.fields))
    await show(query, words, _choices(chosen, page, reading, t))


def _choices(
    chosen: ReaderSettings, number: int, reading: ExchangeReading, t: Texts
) -> InlineKeyboardMarkup:
    digest, matches = not chosen.digest, not chosen.matches
    rows: list[Row] = [
        [t.button("button-exchange-digest", WantDigestButton(wanted=digest), wanted=not digest)],
        [
            t.button(
                "button-exchange-matches", WantMatchesButton(wanted=matches), wanted=not matches
            )
        ],
    ]
    if chosen.digest:
        page = page_of(reading.fields, number, FIELDS_OF_PAGE)
        rows += [[_field(one.name, chosen, page.number, t)] for one in page.items]
        rows.append(turning(page, ReaderButton(page=page.number), t))
    return keyboard([*rows, [to_exchange(t)]])


def _field(name: str, chosen: ReaderSettings, page: int, t: Texts) -> InlineKeyboardButton:
    wanted = name not in chosen.fields
    data = WantFieldButton(tag=tag_of(name), wanted=wanted, page=page)
    return button(t.plain("button-exchange-field", name=name, wanted=not wanted), data)


ROUTES = Routes(
    buttons={
        ReaderButton: settings,
        WantDigestButton: want_digest,
        WantMatchesButton: want_matches,
        WantFieldButton: want_field,
    }
)
