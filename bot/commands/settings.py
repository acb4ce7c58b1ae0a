"""The steps of setup: each question, what tries its answer, and the writing at the end."""

import asyncio
import os
import re
import shlex
import shutil
from collections.abc import Mapping, Sequence
from errno import EACCES, ENOENT
from pathlib import Path
from typing import Any, TypeVar

import typer
from aiogram.exceptions import AiogramError, TelegramConflictError
from pydantic import ValidationError

from bot.commands.checking import check_all
from bot.commands.common import configured, replace_file
from bot.commands.connecting import Attempt, next_start, try_ways
from bot.commands.dialogue import Dialogue
from bot.commands.units import installation, program, write_units
from bot.config.config import Config
from bot.config.editing import NotEditable, Value, with_value
from bot.config.sections import AllianceSection
from bot.config.telegram import Telegram
from handlers.pipeline.connections import cause_of

T = TypeVar("T")

TOKEN, PROXIES, PROXY = "telegram.token", "telegram.proxies", "telegram.proxy"
NAME, ZONE, LANGUAGE = "alliance.name", "alliance.time_zone", "alliance.language"
ADMINISTRATORS = "alliance.administrators"
ASKED = (TOKEN, PROXIES, PROXY, ADMINISTRATORS, NAME, ZONE)
SYSTEMD = "/etc/systemd/system"


def accepted(key: str, value: T) -> T:
    """Return a value that the configuration takes for a key; refuse others by `ValueError`."""
    name, leaf = key.split(".")
    try:
        (Telegram if name == "telegram" else AllianceSection).model_validate({leaf: value})
    except ValidationError as refused:
        if any(error["loc"][0] == leaf for error in refused.errors()):
            raise ValueError(key) from None
    return value


class Settings:
    """The answers of one run; `written` once they are in the file."""

    def __init__(
        self, file: Path, dialogue: Dialogue, tree: Mapping[str, Any], variables: Mapping[str, str]
    ) -> None:
        self.written = False
        self._file, self._dialogue = file, dialogue
        self._tree, self._variables = tree, variables
        self._is_new = not file.exists()
        self._changes: dict[str, Value] = {}

    def settle(self) -> None:
        """Ask, write, check, and offer the service."""
        self._require_writable()
        self._dialogue.say("setup-welcome", file=str(self._file))
        for key in filter(self._variables.__contains__, ASKED):
            variable = self._variables[key]
            self._dialogue.say("setup-from-environment", "yellow", setting=key, variable=variable)
        config, bot = self._reach_telegram()
        self._ask_administrators(config, bot)
        self._ask_text(NAME, "setup-name")
        self._ask_text(ZONE, "setup-zone")
        if self._is_new:
            self._change(LANGUAGE, self._dialogue.t.language, None)
        self._write()
        self._check()
        self._offer_service()
        self._dialogue.say("setup-done", "green", **self._names)

    @property
    def _names(self) -> Mapping[str, str]:
        """The program and the file as a shell takes them."""
        return {"program": shlex.join(program()), "file": shlex.quote(str(self._file))}

    def _present(self, key: str) -> Any:
        """Return the value in force, or None if there is none that is accepted."""
        section, leaf = key.split(".")
        part = self._tree.get(section)
        value = part.get(leaf) if isinstance(part, dict) else None
        try:
            return accepted(key, value) or None
        except ValueError:
            return None

    def _change(self, key: str, value: Value, present: object) -> None:
        if key not in self._variables and (self._is_new or value != present):
            self._changes[key] = value

    def _require_writable(self) -> None:
        folder = self._file.resolve().parent
        if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
            reason = os.strerror(EACCES if folder.is_dir() else ENOENT)
            self._dialogue.refuse("setup-not-writable", file=str(self._file), reason=reason)

    def _reach_telegram(self) -> tuple[Config, str]:
        """Ask for token and proxies until Telegram answers; return with what, and the username."""
        before = self._proxies_before()
        proxies, known = before, self._present(TOKEN)
        token = self._ask_token(known)
        while True:
            config = self._config(token, proxies)
            attempts = asyncio.run(try_ways(config))
            self._tell(attempts)
            bots = [one.username for one in attempts if one.username]
            if not bots and any(one.refused for one in attempts):
                token = self._ask_token(None)
                continue
            wanted = self._ask_proxies(proxies, reached=bool(bots))
            if bots and wanted == proxies:
                self._change(TOKEN, token, known)
                self._change_proxies(proxies, before)
                return config, bots[0]
            proxies = wanted

    def _config(self, token: str, proxies: Sequence[str]) -> Config:
        """Return the configuration that reaches Telegram so; other mistakes are for `check`."""
        part = self._tree.get("telegram")
        kept = {key: part[key] for key in ("api_url", "api_urls") if key in part} if part else {}
        try:
            return Config.model_validate(
                {"telegram": kept | {"token": token, "proxies": tuple(proxies)}}
            )
        except ValidationError:
            self._dialogue.refuse(
                "setup-not-editable", file=str(self._file), setting="telegram.api_url"
            )

    def _tell(self, attempts: Sequence[Attempt]) -> None:
        for one in attempts:
            proxy = one.way.proxy.get_secret_value() if one.way.proxy else ""
            shown = _masked(proxy) or self._dialogue.t.plain("setup-way-direct")
            way = f"{one.way.api_url}, {shown}"
            if one.username:
                self._dialogue.say("setup-way-works", "green", way=way, bot=one.username)
            elif one.refused:
                self._dialogue.say("setup-way-refuses", "red", way=way)
            else:
                self._dialogue.say("setup-way-fails", "red", way=way, reason=one.failure)

    def _ask_token(self, present: str | None) -> str:
        """Ask for a token; without a present one, after a refusal or at the first run."""
        if TOKEN in self._variables:
            if present is None:
                self._dialogue.refuse("setup-variable-wrong", variable=self._variables[TOKEN])
            return present
        shown = f"{present.partition(':')[0]}:…" if present else ""
        return self._dialogue.ask(
            "setup-token", lambda text: accepted(TOKEN, text), present, shown, hidden=True
        )

    def _proxies_before(self) -> list[str]:
        one = self._present(PROXY)
        return list(self._present(PROXIES) or ([one] if one else []))

    def _ask_proxies(self, present: list[str], *, reached: bool) -> list[str]:
        variable = self._variables.get(PROXIES) or self._variables.get(PROXY)
        if not reached:
            if variable:
                self._dialogue.refuse("setup-variable-wrong", variable=variable)
            self._dialogue.say("setup-unreachable", "yellow")
        if variable:
            return present
        shown = ", ".join(map(_masked, present))
        return self._dialogue.ask("setup-proxies", _read_proxies, present, shown)

    def _change_proxies(self, proxies: list[str], before: list[str]) -> None:
        if PROXY in self._variables:
            return
        self._change(PROXIES, proxies, before)
        if self._present(PROXY) not in (None, *proxies):
            self._change(PROXY, "", None)  # the configuration refuses one that is not in the list

    def _ask_administrators(self, config: Config, bot: str) -> None:
        if ADMINISTRATORS in self._variables:
            return
        present = self._present(ADMINISTRATORS) or []
        ids = ", ".join(map(str, present))
        if present and not self._dialogue.agrees("setup-another", present=False, ids=ids):
            return
        number = self._starter(config, bot) or self._dialogue.ask(
            "setup-administrator", lambda text: accepted(ADMINISTRATORS, [int(text)])[0]
        )
        self._change(ADMINISTRATORS, list(dict.fromkeys([*present, number])), present)

    def _starter(self, config: Config, bot: str) -> int | None:
        """Return who sends /start and says that it is they; anybody can send it."""
        self._dialogue.say("setup-start", "bold", bot=bot)
        after = 0
        try:
            while (starter := asyncio.run(next_start(config, after))) is not None:
                about = f"{starter.name}, id {starter.id}"
                if self._dialogue.agrees("setup-is-it-you", person=about):
                    return starter.id
                after = starter.update
        except TelegramConflictError:
            self._dialogue.say("setup-start-busy", "yellow")
        except AiogramError as error:
            self._dialogue.say("setup-start-failed", "yellow", reason=cause_of(error))
        else:
            self._dialogue.say("setup-start-none", "yellow")
        return None

    def _ask_text(self, key: str, question: str) -> None:
        if key in self._variables:
            return
        present = self._present(key)
        default = present or str(AllianceSection.model_fields[key.split(".")[1]].default)
        text = self._dialogue.ask(question, lambda text: accepted(key, text), default, default)
        self._change(key, text, default)

    def _write(self) -> None:
        """Write what was answered differently, into the file as it is by now."""
        if not self._changes:
            self._dialogue.say("setup-unchanged", file=str(self._file))
            return
        key = ""
        try:
            text = self._text()
            mark, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
            for key, value in self._changes.items():
                text = with_value(text, key, value, self._comment(key.split(".")[1]))
            replace_file(self._file, (mark + text).encode(), 0o600)
        except (NotEditable, ValueError):
            self._dialogue.refuse("setup-not-editable", file=str(self._file), setting=key)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self._dialogue.refuse("setup-not-writable", file=str(self._file), reason=reason)
        self.written = True
        self._dialogue.say("setup-written", "green", file=str(self._file))

    def _text(self) -> str:
        if self._file.exists():
            return self._file.read_bytes().decode()
        return "".join(f"# {line}\n" for line in self._comment("file").splitlines())

    def _comment(self, name: str) -> str:
        t = self._dialogue.t
        return t.plain(f"setup-comment-{name}") if t.has(f"setup-comment-{name}") else ""

    def _check(self) -> None:
        self._dialogue.say("setup-check", "bold")
        try:
            check_all(self._file if self._file.exists() else None, self._dialogue)
        except typer.Exit:
            self._dialogue.complain("setup-check-failed", **self._names)
            raise

    def _offer_service(self) -> None:
        if shutil.which("systemctl") is None or not self._file.exists():
            return
        if not self._dialogue.agrees("setup-service", present=False):
            return
        folder = self._dialogue.ask("setup-service-folder", Path, Path(SYSTEMD), SYSTEMD)
        settings, screen = configured(self._file, self._dialogue)
        try:
            write_units(folder, installation(settings, self._file, screen), screen)
        except typer.Exit:
            screen.complain("setup-service-failed", **self._names)


def _masked(proxy: str) -> str:
    """Return a proxy's address without its user and password."""
    return re.sub(r"//.*@", "//…@", proxy)


def _read_proxies(text: str) -> list[str]:
    return accepted(PROXIES, re.split(r"[\s,]+", text))
