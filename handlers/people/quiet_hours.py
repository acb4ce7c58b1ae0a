"""A person's quiet hours: the alliance's, their own, or none."""

from datetime import time

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.people.members import Member
from bot.domain.quiet_hours import QuietHours
from bot.domain.refusals import ButtonTooOld
from bot.services.people.members import Members
from handlers.people.callbacks import QuietButton, QuietHoursButton
from handlers.ui.buttons import Row, button, keyboard
from handlers.ui.callbacks import SettingsButton
from handlers.ui.edits import show
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts

STARTS = (18, 19, 20, 21, 22, 23, 0, 1)
ENDS = (5, 6, 7, 8, 9, 10, 11, 12)
"""Full hours that the screen offers; no start is also an end."""

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
    await show(query, words, _keyboard(member, usual, t))


def _keyboard(member: Member, usual: QuietHours | None, t: Texts) -> InlineKeyboardMarkup:
    own = member.quiet_hours
    chosen = own[0] if own else None
    base = chosen or usual or FIRST
    starts = [_hour("quiet-from", hour, (hour, base.end.hour), chosen, t) for hour in STARTS]
    ends = [_hour("quiet-until", hour, (base.start.hour, hour), chosen, t) for hour in ENDS]
    return keyboard(
        [
            [_choice("button-quiet-usual", own is None, t, usual=True)],
            *_rows(starts),
            *_rows(ends),
            [_choice("button-quiet-none", own == (), t, usual=False)],
            [t.button("button-back", SettingsButton(screen="home"))],
        ]
    )


def _hour(
    key: str, hour: int, span: tuple[int, int], chosen: QuietHours | None, t: Texts
) -> InlineKeyboardButton:
    """Return the button of an hour, marked if it is the present one."""
    start, end = span
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
        QuietHoursButton: choose_hours,
        QuietButton: choose,
    }
)
