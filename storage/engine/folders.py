"""Folders of the bot's own."""

from pathlib import Path


def make_private(folder: Path) -> None:
    """Make a folder and what is missing above it, for the owner alone; what is there stays."""
    if not folder.exists():
        make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
