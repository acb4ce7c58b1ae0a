"""Turn kinds of announcements off and on: below each announcement, and on a screen of /me."""

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.domain.announcements.announcements import Kind
from bot.domain.people.members import Member
from bot.services.announcements.subscriptions import Subscriptions
from handlers.announcements.callbacks.announcement_boards import KindButton
from handlers.announcements.callbacks.announcements import UnsubscribeButton
from handlers.ui.buttons import button, keyboard
from handlers.ui.callbacks import RoomNewsButton, SettingsButton
from handlers.ui.edits import acknowledge, show, show_keyboard
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts


async def turn(
    query: CallbackQuery,
    callback_data: UnsubscribeButton,
    member: Member,
    subscriptions: Subscriptions,
    t: Texts,
) -> None:
    """Turn this kind off, or on `again`; the tapped button then offers the opposite."""
    kind, again = callback_data.kind, callback_data.again
    choose = subscriptions.subscribe if again else subscriptions.unsubscribe
    await choose(member.id, kind)
    key = "subscribed" if again else "unsubscribed"
    words = t.plain(key, kind=t.plain("announcement-kind", kind=kind))
    await _turn(query, kind, words, t, again=not again)


async def _turn(query: CallbackQuery, kind: Kind, words: str, t: Texts, *, again: bool) -> None:
    """Answer the tap, and let the tapped button offer the opposite; the others stay."""
    shown = query.message.reply_markup if isinstance(query.message, Message) else None
    if shown is None:
        await acknowledge(query, words)
        return
    turned = t.button(
        "button-subscribe" if again else "button-unsubscribe",
        UnsubscribeButton(kind=kind, again=again),
    )
    rows = [
        [turned if one.callback_data == query.data else one for one in row]
        for row in shown.inline_keyboard
    ]
    await show_keyboard(query, keyboard(rows), words)


async def kinds(
    query: CallbackQuery, member: Member, subscriptions: Subscriptions, t: Texts
) -> None:
    """Show the kinds, with a mark on those that the person gets."""
    below = _kinds(await subscriptions.kinds(member.id), member, t)
    await show(query, t("choose-kinds"), below)


async def choose_kind(
    query: CallbackQuery,
    callback_data: KindButton,
    member: Member,
    subscriptions: Subscriptions,
    t: Texts,
) -> None:
    """Turn a kind on or off; important ones cannot be turned off."""
    choose = subscriptions.subscribe if callback_data.wanted else subscriptions.unsubscribe
    below = _kinds(await choose(member.id, callback_data.kind), member, t)
    await show(query, t("choose-kinds"), below)


def _kinds(wanted: frozenset[Kind], member: Member, t: Texts) -> InlineKeyboardMarkup:
    """Return the kinds; who books nothing in the house has no choice about it."""
    back = t.button("button-back", SettingsButton(screen="home"))
    choices = [kind for kind in Kind if not kind.always_comes]
    rooms = [] if member.guest else [t.button("button-me-rooms", RoomNewsButton())]
    return keyboard([*([_kind(kind, kind in wanted, t)] for kind in choices), rooms, [back]])


def _kind(kind: Kind, wanted: bool, t: Texts) -> InlineKeyboardButton:  # noqa: FBT001  it is what is marked
    words = t.plain("button-kind", name=t.plain("announcement-kind", kind=kind), wanted=wanted)
    return button(words, KindButton(kind=kind, wanted=not wanted))


ROUTES = Routes(
    buttons={
        UnsubscribeButton: turn,
        on(SettingsButton, screen="kinds"): kinds,
        KindButton: choose_kind,
    }
)
