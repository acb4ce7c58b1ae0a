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
from bot.config.config import Config, unchecked
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


class Settings(Dialogue):
    """The answers of one run; `written` once they are in the file."""

    def __init__(self, language: str, file: Path) -> None:
        super().__init__(language)
        self.written, self._file, self._is_new = False, file, not file.exists()
        with self.understood():
            self._tree, self._variables = unchecked(file)
        self._changes: dict[str, Value] = {}

    def settle(self) -> None:
        """Ask, write, check, and offer the service."""
        with asyncio.Runner() as self._runner:
            self._runner.get_loop()  # made now: Ctrl+C while it is made would show a traceback
            self._settle()

    def _settle(self) -> None:
        self._require_writable()
        self.say("setup-welcome", file=self._file)
        for key in filter(self._variables.__contains__, ASKED):
            variable = self._variables[key]
            self.say("setup-from-environment", "yellow", setting=key, variable=variable)
        config, bot = self._reach_telegram()
        self._ask_administrators(config, bot)
        self._ask_text(NAME, "setup-name")
        self._ask_text(ZONE, "setup-zone")
        if self._is_new:
            self._change(LANGUAGE, self.t.language, None)
        self._write()
        self._check()
        self._offer_service()
        self.say("setup-done", "green", **self._names)

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
            self.refuse("setup-not-writable", file=self._file, reason=reason)

    def _reach_telegram(self) -> tuple[Config, str]:
        """Ask for token and proxies until Telegram answers; return with what, and the username."""
        one, known = self._present(PROXY), self._present(TOKEN)
        proxies = before = list(self._present(PROXIES) or ([one] if one else []))
        token = self._ask_token(known)
        while True:
            config = self._config(token, proxies)
            attempts = self._runner.run(try_ways(config))
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
            self.refuse("setup-not-editable", file=self._file, setting="telegram.api_url")

    def _tell(self, attempts: Sequence[Attempt]) -> None:
        for one in attempts:
            proxy = one.way.proxy.get_secret_value() if one.way.proxy else ""
            way = f"{one.way.api_url}, {_masked(proxy) or self.t.plain('setup-way-direct')}"
            if one.username:
                self.say("setup-way-works", "green", way=way, bot=one.username)
            elif one.refused:
                self.say("setup-way-refuses", "red", way=way)
            else:
                self.say("setup-way-fails", "red", way=way, reason=one.failure)

    def _ask_token(self, present: str | None) -> str:
        """Ask for a token; without a present one, after a refusal or at the first run."""
        if TOKEN in self._variables:
            if present is None:
                self.refuse("setup-variable-wrong", variable=self._variables[TOKEN])
            return present
        shown = f"{present.partition(':')[0]}:…" if present else ""
        return self.ask(
            "setup-token", lambda text: accepted(TOKEN, text), present, shown, hidden=True
        )

    def _ask_proxies(self, present: list[str], *, reached: bool) -> list[str]:
        variable = self._variables.get(PROXIES) or self._variables.get(PROXY)
        if not reached:
            if variable:
                self.refuse("setup-variable-wrong", variable=variable)
            self.say("setup-unreachable", "yellow")
        if variable:
            return present
        shown = ", ".join(map(_masked, present))
        return self.ask(
            "setup-proxies",
            lambda text: accepted(PROXIES, re.split(r"[\s,]+", text)),
            present,
            shown,
        )

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
        if present and not self.agrees("setup-another", present=False, ids=ids):
            return
        number = self._starter(config, bot) or self.ask(
            "setup-administrator", lambda text: accepted(ADMINISTRATORS, [int(text)])[0]
        )
        self._change(ADMINISTRATORS, list(dict.fromkeys([*present, number])), present)

    def _starter(self, config: Config, bot: str) -> int | None:
        """Return who sends /start and says that it is they; anybody can send it."""
        self.say("setup-start", "bold", bot=bot)
        after = 0
        try:
            while (starter := self._runner.run(next_start(config, after))) is not None:
                if self.agrees("setup-is-it-you", person=f"{starter.name}, id {starter.id}"):
                    return starter.id
                after = starter.update
        except TelegramConflictError:
            self.say("setup-start-busy", "yellow")
        except AiogramError as error:
            self.say("setup-start-failed", "yellow", reason=cause_of(error))
        else:
            self.say("setup-start-none", "yellow")
        return None

    def _ask_text(self, key: str, question: str) -> None:
        if key in self._variables:
            return
        present = self._present(key)
        default = present or str(AllianceSection.model_fields[key.split(".")[1]].default)
        text = self.ask(question, lambda text: accepted(key, text), default, default)
        self._change(key, text, default)

    def _write(self) -> None:
        """Write what was answered differently, into the file as it is by now."""
        if not self._changes:
            self.say("setup-unchanged", file=self._file)
            return
        key = ""
        try:
            text = self._text()
            mark, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
            for key, value in self._changes.items():
                text = with_value(text, key, value, self._comment(key.split(".")[1]))
            replace_file(self._file, (mark + text).encode(), 0o600)
        except (NotEditable, ValueError):
            self.refuse("setup-not-editable", file=self._file, setting=key)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.refuse("setup-not-writable", file=self._file, reason=reason)
        self.written = True
        self.say("setup-written", "green", file=self._file)

    def _text(self) -> str:
        if self._file.exists():
            return self._file.read_bytes().decode()
        return "".join(f"# {line}\n" for line in self._comment("file").splitlines())

    def _comment(self, name: str) -> str:
        key = f"setup-comment-{name}"
        return self.t.plain(key) if self.t.has(key) else ""

    def _check(self) -> None:
        self.say("setup-check", "bold")
        try:
            check_all(self._file if self._file.exists() else None, self)
        except typer.Exit:
            self.complain("setup-check-failed", **self._names)
            raise

    def _offer_service(self) -> None:
        is_possible = shutil.which("systemctl") is not None and self._file.exists()
        if not is_possible or not self.agrees("setup-service", present=False):
            return
        folder = self.ask("setup-service-folder", Path, Path(SYSTEMD), SYSTEMD)
        settings, _ = configured(self._file, self)
        try:
            write_units(folder, installation(settings, self._file, self), self)
        except typer.Exit:
            self.complain("setup-service-failed", **self._names)


def _masked(proxy: str) -> str:
    """Return a proxy's address without its user and password."""
    return re.sub(r"//.*@", "//…@", proxy)
