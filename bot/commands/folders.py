"""Replace a folder as a whole: a kill leaves the former files or the new ones, never a mixture."""

import ctypes
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.domain.sentences import Told

EXCHANGE = 2
"""Both systems call it so: RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""
HERE = -100
"""AT_FDCWD of Linux: a relative path begins at the current folder."""


class FolderNotReplaced(Told):
    """The folder cannot be written; the sentence says why and what to do."""


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put a folder with these files in place; everybody may read them.

    Refuse a folder that has anything else, because that would be deleted.
    """
    try:
        target = folder.resolve()
        _require_only(target, files)
        draft = target.with_name(f".{target.name}.new")
        shutil.rmtree(draft, ignore_errors=True)
        try:
            _write(draft, files)
            _put(draft, target)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except OSError as error:
        reason = str(error.strerror)
        raise FolderNotReplaced("file-not-written", path=folder, error=reason) from error


def _require_only(folder: Path, names: Iterable[str]) -> None:
    known = set(names)
    others = sorted(one.name for one in folder.iterdir()) if folder.exists() else []
    for name in others:
        if name not in known:
            raise FolderNotReplaced("folder-has-others", path=folder, name=name)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    folder.chmod(0o755)
    for name, content in files.items():
        with (folder / name).open("xb") as out:
            (folder / name).chmod(0o644)
            out.write(content)
            out.flush()
            os.fsync(out.fileno())


def _put(draft: Path, target: Path) -> None:
    """Rename the draft; a folder that is in its place already gets the draft's name."""
    if target.exists():
        draft.chmod(stat.S_IMODE(target.stat().st_mode))
        _exchange(draft, target)
    else:
        draft.rename(target)
    parent = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(parent)
    finally:
        os.close(parent)


def _exchange(one: Path, other: Path) -> None:
    """Exchange the names of two folders at once, which Python itself has no call for."""
    system, paths = ctypes.CDLL(None, use_errno=True), (os.fsencode(one), os.fsencode(other))
    if sys.platform == "darwin":
        failed = system.renamex_np(*paths, EXCHANGE)
    else:
        failed = system.renameat2(HERE, paths[0], HERE, paths[1], EXCHANGE)
    if failed:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
