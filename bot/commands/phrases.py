"""The pass phrase of encrypted backups: from the configuration, or typed where nobody sees it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.commands.common import Screen

if TYPE_CHECKING:
    from bot.config.config import Config


def new_phrase(settings: Config, screen: Screen) -> str:
    """Return the pass phrase for a new backup; one that is typed is typed twice."""
    known = settings.backup.phrase
    if known is not None:
        return known.get_secret_value()
    return _asked(screen.t.plain("phrase-new"), again=screen.t.plain("phrase-again"))


def phrase_of(file: Path, settings: Config, screen: Screen) -> str | None:
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
        screen.complain("phrase-other", file=file)
    return _asked(screen.t.plain("phrase-of-file", file=str(file)))


def _asked(question: str, *, again: str = "") -> str:
    confirmation = again or False
    typed = typer.prompt(question, hide_input=True, confirmation_prompt=confirmation, err=True)
    return str(typed).strip()
