"""Checks of `alliance-bot check`: files that others can read, and unencrypted connections."""

import os
import shlex
import stat
from pathlib import Path
from urllib.parse import urlsplit

from bot.checks import Finding
from bot.config.config import Config
from bot.config.values import is_loopback
from bot.domain.sentences import sentence

ANYBODY = stat.S_IRWXO
"""The permissions of other users; those of the owner's group are not checked."""


def check_files(config: Config, file: Path | None) -> Finding:
    """Check whether other users can read the token (in `file`) or the database."""
    database = config.storage.path
    kept = [database.with_name(database.name + suffix) for suffix in ("", "-wal", "-shm")]
    folders = [one for one in (database.parent,) if _is_open(one)]
    files = [one for one in (file, *kept) if one is not None and _is_open(one)]
    if not folders and not files:
        return Finding("files", sentence("check-files-private"))
    remedies = [
        f"chmod {mode} {shlex.join(map(str, found))}"
        for mode, found in (("700", folders), ("600", files))
        if found
    ]
    shown = ", ".join(f"{one} ({_rights(one):04o})" for one in (*folders, *files))
    seen = sentence("check-files-open", files=shown)
    return Finding("files", seen, sentence("check-command", command=" && ".join(remedies)))


def check_address(config: Config) -> Finding:
    """Check whether the token and all messages go over a network unencrypted."""
    telegram = config.telegram
    addresses = list(dict.fromkeys(way.api_url for way in telegram.ways))
    if bare := next(filter(_is_overheard, addresses), None):
        key = "telegram.api_urls" if telegram.api_urls else "telegram.api_url"
        remedy = sentence("check-address-remedy", key=key)
        return Finding("address", sentence("check-address-open", url=bare), remedy)
    return Finding("address", sentence("check-address-private", urls=", ".join(addresses)))


def _is_overheard(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme != "https" and not is_loopback(parts.hostname or "")


def _rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _is_open(path: Path) -> bool:
    """Tell whether any user can read or change it; Windows has other permissions."""
    try:
        return os.name == "posix" and bool(_rights(path) & ANYBODY)
    except OSError:  # it does not exist yet, or its folder is closed to us too
        return False
