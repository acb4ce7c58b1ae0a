"""The pass phrase of encrypted backups: from the configuration, or typed where nobody sees it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.commands.common import complain

if TYPE_CHECKING:
    from bot.config.config import Config


def new_phrase(settings: Config) -> str:
    """Return the pass phrase for a new backup; one that is typed is typed twice."""
    known = settings.backup.phrase
    if known is not None:
        return known.get_secret_value()
    return _asked("Pass phrase for the backup (without it nobody can open it)", twice=True)


def phrase_of(file: Path, settings: Config) -> str | None:
    """Return the pass phrase of a backup; None if it is not encrypted."""
    from storage.engine import age  # noqa: PLC0415  few commands need it

    if not file.is_file() or not age.is_encrypted(file):
        return None
    known = settings.backup.phrase
    if known is not None:
        try:
            if age.opens(file, known.get_secret_value()):
                return known.get_secret_value()
        except age.BadFile:  # opening it will refuse it
            return known.get_secret_value()
        complain(f"backup.phrase of the configuration does not open {file}")
    return _asked(f"Pass phrase of {file}", twice=False)


def _asked(question: str, *, twice: bool) -> str:
    typed = typer.prompt(question, hide_input=True, confirmation_prompt=twice, err=True)
    return str(typed).strip()
