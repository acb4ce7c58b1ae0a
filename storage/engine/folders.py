"""Folders that belong to the bot, and what stands in them."""

import os
import re
from pathlib import Path

UNFINISHED = re.compile(r"\..+\.([0-9]+)\.partial(-journal|-wal|-shm)?")


def make_private(folder: Path) -> None:
    """Create a folder and its parents with access for the owner only; existing ones stay."""
    if not folder.exists():
        make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def synced(path: Path) -> None:
    """Have what was written to a file or folder be on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def unfinished_beside(target: Path) -> Path:
    """Return the name of a file that this process writes, and that gets the target's name."""
    return target.with_name(f".{target.name}.{os.getpid()}.partial")


def remove_unfinished(folder: Path, suffix: str) -> None:
    """Delete files of such names, with the target's suffix, whose processes have been killed."""
    for file in folder.glob(f".*{suffix}.*.partial*"):
        written = UNFINISHED.fullmatch(file.name)
        if written is not None and not _is_running(int(written[1])):
            file.unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:  # somebody else's
        return True
    return True
