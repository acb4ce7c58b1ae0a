"""/admin → «Копии базы»: a copy now, and how one is restored."""

from pathlib import Path

from aiogram.types import CallbackQuery

from bot.domain.backups import BackupEndedLetter
from bot.domain.people.members import Member
from bot.domain.refusals import ButtonTooOld
from bot.services.administration.backups import BackupRequests
from bot.services.health import Health
from handlers.administration.callbacks import BackUpNowButton, BackupsButton, RestoreHelpButton
from handlers.ui.administrators import require_administrator
from handlers.ui.buttons import keyboard
from handlers.ui.callbacks import AdminButton
from handlers.ui.edits import show
from handlers.ui.letters import Rendered, Renderers, Sight
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

MEGABYTE = 1_000_000


async def open_backups(
    query: CallbackQuery, backup_requests: BackupRequests, health: Health, t: Texts
) -> None:
    """Show when the last copy was made and where the copies lie, or what there is to do first."""
    folder, state = backup_requests.folder, await health.state()
    at = state.stored.backed_up if state.stored else None
    last = t("admin-backup", known=at is not None, at=at or state.at)
    about = t("backups-none") if folder is None else t("backups-folder", folder=str(folder))
    now = t.button("button-backup-now", BackUpNowButton())
    rows = [
        [now] if folder is not None else [],
        [t.button("button-backup-restore", RestoreHelpButton())],
        [t.button("button-back", AdminButton())],
    ]
    await show(query, "\n\n".join([t("backups"), last, about]), keyboard(rows))


async def back_up(
    query: CallbackQuery, member: Member, backup_requests: BackupRequests, t: Texts
) -> None:
    """Ask for a copy; the administrator is told once it is there."""
    if backup_requests.folder is None:
        raise ButtonTooOld
    await backup_requests.ask(member.id)
    back = t.button("button-back", BackupsButton())
    await show(query, t("backup-asked"), keyboard([[back]]))


async def explain(query: CallbackQuery, backup_requests: BackupRequests, t: Texts) -> None:
    """Say how a copy is restored, with the commands."""
    folder = backup_requests.folder or Path("backups")
    back = t.button("button-back", BackupsButton())
    await show(query, t("backup-restore", folder=str(folder)), keyboard([[back]]))


def render_ended(letter: BackupEndedLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return what became of a copy."""
    if letter.fault:
        reason = f"failure-{letter.fault}"
        return Rendered("\n\n".join([t("backup-failed"), *([t(reason)] if t.has(reason) else [])]))
    path, size = Path(letter.file.path), -(-letter.file.size // MEGABYTE)
    return Rendered(t("backup-ready", size=size, name=path.name, folder=str(path.parent)))


LETTERS: Renderers = {BackupEndedLetter: render_ended}
ROUTES = Routes(
    prepare=require_administrator,
    buttons={BackupsButton: open_backups, BackUpNowButton: back_up, RestoreHelpButton: explain},
)
