"""/admin: how the bot is, for those who see to it without a shell."""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from importlib.metadata import version

from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.domain.health import State, Stored, SweepState
from bot.services.health import Health
from handlers.administration.callbacks import AdminSettingsButton, AuditButton, BackupsButton
from handlers.ui.administrators import require_administrator
from handlers.ui.buttons import keyboard
from handlers.ui.callbacks import AdminButton, FindPersonToManageButton, ImportButton
from handlers.ui.edits import show
from handlers.ui.lengths import clipped
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

MEGABYTE = 1024 * 1024
SHOWN_SWEEPS = 5
ERROR_LIMIT = 150
"""UTF-16 units of what a sweep failed of: the screen stays far below 4096."""


async def open_state(message: Message, health: Health, t: Texts) -> None:
    """Show how the bot is in a message of its own."""
    await message.answer(state_words(await health.state(), t), reply_markup=_ways(t))


async def refresh(query: CallbackQuery, health: Health, t: Texts) -> None:
    """Show how the bot is by now."""
    await show(query, state_words(await health.state(), t), _ways(t))


def state_words(state: State, t: Texts) -> str:
    """Return the state in words, as HTML: what is wrong first, then each figure."""
    return "\n".join(_lines(state, t))


def _lines(state: State, t: Texts) -> Iterator[str]:
    yield t("admin-state", at=state.at, well=not state.troubles)
    yield ""
    yield t(
        "admin-telegram",
        asked=state.reached is not None,
        ago=_age(timedelta(seconds=state.reached or 0), t),
    )
    yield from _stored(state, state.stored, t)
    yield from _sweeps(state.broken_sweeps, t)
    yield t("admin-version", version=_version(), running=_age(timedelta(seconds=state.running), t))


def _stored(state: State, stored: Stored | None, t: Texts) -> Iterator[str]:
    if stored is None:
        yield t("admin-database-unreadable")
        return
    yield t("admin-outbox", waiting=stored.waiting, oldest=_age(state.outbox_age, t))
    yield t("admin-put-aside", count=stored.put_aside)
    yield t("admin-database", size=t.number(stored.size / MEGABYTE))
    yield t("admin-backup", known=stored.backed_up is not None, at=stored.backed_up or state.at)


def _sweeps(broken: tuple[SweepState, ...], t: Texts) -> Iterator[str]:
    """Say that all sweeps work, or name those that do not: the first few of them."""
    yield t("admin-sweeps", broken=len(broken))
    for sweep in broken[:SHOWN_SWEEPS]:
        yield t(
            "admin-sweep",
            name=sweep.name,
            failed=sweep.error is not None,
            error=clipped(sweep.error or "", ERROR_LIMIT),
            ago=_age(timedelta(seconds=sweep.succeeded), t),
        )


def _age(duration: timedelta, t: Texts) -> str:
    """Return how long something has lasted; below two minutes in seconds."""
    seconds = int(duration.total_seconds())
    if seconds < 2 * 60:
        return t.plain("admin-seconds", seconds=seconds)
    return t.duration(duration)


@cache
def _version() -> str:
    return version("alliance-bot")


def _ways(t: Texts) -> InlineKeyboardMarkup:
    return keyboard(
        [
            [t.button("button-admin-people", FindPersonToManageButton())],
            [t.button("button-admin-import", ImportButton())],
            [
                t.button("button-admin-settings", AdminSettingsButton()),
                t.button("button-admin-audit", AuditButton()),
            ],
            [t.button("button-admin-backups", BackupsButton())],
            [t.button("button-admin-refresh", AdminButton())],
        ]
    )


ROUTES = Routes(
    prepare=require_administrator, buttons={AdminButton: refresh}, commands={"admin": open_state}
)
