"""The text of systemd units that run the bot with hardening."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.domain.sentences import Told

BOT, BACKUP, TIMER = (
    "alliance-bot.service",
    "alliance-bot-backup.service",
    "alliance-bot-backup.timer",
)
KEPT_DAYS = 30
HOMES = tuple(map(Path, ("/home", "/root", "/run/user")))
_USER = re.compile(r"[a-z_][a-z0-9_-]{0,30}")
_UNQUOTABLE = re.compile(r"[\x00-\x1f\"'\\$]")

HARDENING = """\
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
ProtectSystem=strict
PrivateTmp=yes
PrivateDevices=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RemoveIPC=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged
SystemCallErrorNumber=EPERM
UMask=0077
"""


class BadUnit(Told):
    """No unit can be written for this installation; the sentence has the remedy."""


@dataclass(frozen=True, slots=True)
class Installation:
    """The installation's absolute paths, and the system user who runs the bot.

    `command` is the start of the command line; `python` is where its Python is installed. `nightly`
    is the folder in which the bot itself makes a backup every night; then no unit makes one.
    """

    command: tuple[str, ...]
    python: Path
    config: Path
    database: Path
    user: str
    nightly: Path | None = None

    @property
    def backups(self) -> Path:
        """The folder of the nightly backups: not that of the database, which has the keys."""
        return self.nightly or self.config.parent / "backups"

    def checked(self) -> "Installation":
        """Return it; refuse, with `BadUnit`, values that a unit cannot express."""
        if self.user == "root" or not _USER.fullmatch(self.user):
            raise BadUnit("units-user", user=repr(self.user))
        for text in (*self.command, *map(str, (self.config, self.database, self.backups))):
            if _UNQUOTABLE.search(text):
                raise BadUnit("units-character", path=repr(text))
        if self.backups == self.database.parent:
            raise BadUnit("units-shared-folder", path=self.backups)
        return self


def units_of(place: Installation) -> Mapping[str, str]:
    """Return the text of each unit by its file name: the bot, its backup, and the timer."""
    place.checked()
    run = _quoted(*place.command, "run", "--config", str(place.config))
    written = [place.database.parent] if place.nightly is None else _written(place)
    bot = {
        BOT: f"""\
[Unit]
Description=Alliance bot
After=network-online.target
Wants=network-online.target

[Service]
Type=exec
{_common(place)}ExecStart={run}
ReadWritePaths={_paths(*written)}
Restart=always
RestartSec=5
RestartPreventExitStatus=2
TimeoutStopSec=60

[Install]
WantedBy=multi-user.target
"""
    }
    return bot if place.nightly is not None else bot | _backup_units(place)


def _written(place: Installation) -> list[Path]:
    return [place.database.parent, place.backups]


def _backup_units(place: Installation) -> dict[str, str]:
    return {
        BACKUP: f"""\
[Unit]
Description=Backup of the alliance bot's database

[Service]
Type=oneshot
{_common(place)}ExecStart={_backup(place)}
ExecStartPost={_rotation(place)}
ReadWritePaths={_paths(*_written(place))}
""",
        TIMER: """\
[Unit]
Description=Nightly backup of the alliance bot's database

[Timer]
OnCalendar=*-*-* 03:30
RandomizedDelaySec=10m
Persistent=yes

[Install]
WantedBy=timers.target
""",
    }


def _common(place: Installation) -> str:
    """Return the user, the paths and the hardening of either service."""
    paths = (place.python, place.config, place.database)
    at_home = any(path.is_relative_to(home) for path in paths for home in HOMES)
    return (
        f"User={place.user}\n"
        f"WorkingDirectory={str(place.config.parent).replace('%', '%%')}\n"
        f"ProtectHome={'read-only' if at_home else 'yes'}\n{HARDENING}"
    )


def _backup(place: Installation) -> str:
    """Return the backup's command line; the shell adds the date, the paths are arguments."""
    script = 'exec "$@" "$0/$(date +%F).sqlite3"'
    command = (*place.command, "backup", "--force", "--config", str(place.config))
    return _quoted("/bin/sh", "-c", script, str(place.backups), *command)


def _rotation(place: Installation) -> str:
    """Return the command line that deletes old backups: they still connect numbers and ballots."""
    old = ("-maxdepth", "1", "-name", "*.sqlite3", "-mtime", f"+{KEPT_DAYS}", "-delete")
    return _quoted("/usr/bin/find", str(place.backups), *old)


def _quoted(*words: str) -> str:
    """Return the words of a command line, with systemd's special characters escaped."""
    return " ".join(f"'{word.replace('%', '%%').replace('$', '$$')}'" for word in words)


def _paths(*paths: Path) -> str:
    return " ".join("'{}'".format(str(path).replace("%", "%%")) for path in paths)
