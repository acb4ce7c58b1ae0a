"""A person's quiet hours: the alliance's, their own, or none."""

from collections.abc import Sequence
from datetime import time

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.people.members import Member
from bot.domain.quiet_hours import QuietHours
from bot.domain.refusals import ButtonTooOld
from bot.services.people.members import Members
from handlers.people.callbacks import QuietButton, QuietHoursButton
from handlers.ui.buttons import Row, button, keyboard, pairs
from handlers.ui.callbacks import SettingsButton
from handlers.ui.edits import show
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts

STARTS = (18, 19, 20, 21, 22, 23, 0, 1)
ENDS = (5, 6, 7, 8, 9, 10, 11, 12)
"""Full hours that are offered; no start is also an end."""

SPANS = ((21, 8), (22, 8), (22, 9), (23, 9))
"""Hours that are offered at once."""

FIRST = QuietHours(time(22), time(9))
"""What the screen shows first for people without quiet hours."""

ROW = 4


def quiet_hours_words(member: Member, t: Texts) -> str:
    """Return a person's choice as text."""
    if member.quiet_hours is None:
        return t.plain("quiet-usual")
    return _span(member.quiet_hours[0], t) if member.quiet_hours else t.plain("quiet-none")


async def quiet_hours(query: CallbackQuery, member: Member, members: Members, t: Texts) -> None:
    """Show the present hours and the others."""
    await _show(query, member, members, t)


async def starts(query: CallbackQuery, member: Member, members: Members, t: Texts) -> None:
    """Offer hours at which they start."""
    base = _base(member, members)
    spans = [(hour, base.end.hour) for hour in STARTS]
    buttons = [_hour("quiet-from", start, (start, end), member, t) for start, end in spans]
    await show(query, t("choose-quiet-start"), keyboard([*_rows(buttons), [_back("quiet", t)]]))


async def ends(query: CallbackQuery, member: Member, members: Members, t: Texts) -> None:
    """Offer hours at which they end."""
    base = _base(member, members)
    spans = [(base.start.hour, hour) for hour in ENDS]
    buttons = [_hour("quiet-until", end, (start, end), member, t) for start, end in spans]
    await show(query, t("choose-quiet-end"), keyboard([*_rows(buttons), [_back("quiet", t)]]))


def _base(member: Member, members: Members) -> QuietHours:
    """Return the hours of which one end is about to be chosen."""
    own = member.quiet_hours
    return own[0] if own else members.usual_quiet_hours or FIRST


async def choose_hours(
    query: CallbackQuery,
    callback_data: QuietHoursButton,
    member: Member,
    members: Members,
    t: Texts,
) -> None:
    """Set quiet hours from one hour until another."""
    if callback_data.start == callback_data.end:
        raise ButtonTooOld
    hours = QuietHours(time(callback_data.start), time(callback_data.end))
    await _show(query, await members.choose_quiet_hours(member.id, [hours]), members, t)


async def choose(
    query: CallbackQuery, callback_data: QuietButton, member: Member, members: Members, t: Texts
) -> None:
    """Use the alliance's quiet hours, or none."""
    wanted = None if callback_data.usual else ()
    await _show(query, await members.choose_quiet_hours(member.id, wanted), members, t)


async def _show(query: CallbackQuery, member: Member, members: Members, t: Texts) -> None:
    usual = members.usual_quiet_hours
    known = _span(usual, t) if usual else t.plain("quiet-none")
    words = t("choose-quiet", quiet=quiet_hours_words(member, t), usual=known)
    await show(query, words, _keyboard(member, t))


def _keyboard(member: Member, t: Texts) -> InlineKeyboardMarkup:
    own = member.quiet_hours
    return keyboard(
        [
            [_choice("button-quiet-usual", own is None, t, usual=True)],
            *pairs(_spanned(span, member, t) for span in SPANS),
            [_end("start", own, t), _end("end", own, t)],
            [_choice("button-quiet-none", own == (), t, usual=False)],
            [_back("home", t)],
        ]
    )


def _spanned(span: tuple[int, int], member: Member, t: Texts) -> InlineKeyboardButton:
    """Return the button that chooses both ends, marked if these are the present ones."""
    hours = _hours(span)
    words = t.plain(
        "button-quiet-span", hours=_span(hours, t), chosen=member.quiet_hours == (hours,)
    )
    return button(words, QuietHoursButton(start=span[0], end=span[1]))


def _end(name: str, own: Sequence[QuietHours] | None, t: Texts) -> InlineKeyboardButton:
    """Return the button that leads to the hours of one end; it shows one that no span has."""
    other = bool(own) and all(own != (_hours(span),) for span in SPANS)
    hour = f"{getattr(own[0], name):%H:%M}" if own else ""
    data = SettingsButton(screen=f"quiet_{name}")
    return t.button(f"button-quiet-{name}", data, chosen=other, hour=hour)


def _hours(span: tuple[int, int]) -> QuietHours:
    start, end = span
    return QuietHours(time(start), time(end))


def _back(screen: str, t: Texts) -> InlineKeyboardButton:
    return t.button("button-back", SettingsButton(screen=screen))


def _hour(
    key: str, hour: int, span: tuple[int, int], member: Member, t: Texts
) -> InlineKeyboardButton:
    """Return the button of an hour, marked if it is the present one."""
    start, end = span
    chosen = member.quiet_hours[0] if member.quiet_hours else None
    in_force = chosen is not None and (chosen.start, chosen.end) == (time(start), time(end))
    words = t.plain(key, hour=f"{hour:02}:00", chosen=in_force)
    return button(words, QuietHoursButton(start=start, end=end))


def _choice(key: str, in_force: bool, t: Texts, *, usual: bool) -> InlineKeyboardButton:  # noqa: FBT001  it is what is marked
    words = t.plain(key, chosen=in_force)
    return button(words, QuietButton(usual=usual))


def _rows(buttons: list[InlineKeyboardButton]) -> list[Row]:
    return [buttons[index : index + ROW] for index in range(0, len(buttons), ROW)]


def _span(hours: QuietHours, t: Texts) -> str:
    return t.plain("quiet-span", start=f"{hours.start:%H:%M}", end=f"{hours.end:%H:%M}")


ROUTES = Routes(
    buttons={
        on(SettingsButton, screen="quiet"): quiet_hours,
        on(SettingsButton, screen="quiet_start"): starts,
        on(SettingsButton, screen="quiet_end"): ends,
        QuietHoursButton: choose_hours,
        QuietButton: choose,
    }
)
