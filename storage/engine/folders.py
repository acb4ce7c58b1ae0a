"""Folders that belong to the bot."""

from pathlib import Path


def make_private(folder: Path) -> None:
    """Create a folder and its parents with access for the owner only; existing ones stay."""
    if not folder.exists():
        make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
