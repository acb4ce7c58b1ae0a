"""Load config.toml and the environment into a frozen `Config`, or refuse them."""

import json
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from bot.config.sections import Config, known_keys, known_sections
from bot.config.values import WRONG_FORM, nearest

__all__ = ["DEFAULT_FILE", "BadConfiguration", "Config", "load", "unchecked"]

DEFAULT_FILE = Path("config.toml")
_PREFIX = "ALLIANCE_"
_RANGES = {"greater_than", "greater_than_equal", "less_than", "less_than_equal"}


class BadConfiguration(Exception):  # noqa: N818 - a fact, as every refusal here
    """The bot cannot start with this; `str()` has a line for each problem: where, what, remedy."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))


def load(path: Path | None = None, environ: Mapping[str, str] = os.environ) -> Config:
    """Read the file, override it by `ALLIANCE_SECTION__KEY` variables, and validate it.

    Without a path ./config.toml is read if there is one. In variables, lists are JSON. Refuses,
    with `BadConfiguration`, whatever is missing, malformed or unknown in the file or `ALLIANCE_…`.
    """
    file = path or DEFAULT_FILE
    tree = _read(file)
    if tree is None and path:
        raise BadConfiguration(f"{file} does not exist: check its name and folder")
    place = str(file) if tree is not None else f"{file} (copy config.example.toml to begin)"
    tree = {"telegram": {}} | (tree or {})
    places, problems = _override(tree, environ)
    try:
        config = Config.model_validate(tree)
    except ValidationError as refused:
        problems += [_problem(error, place, places) for error in refused.errors()]
    else:
        if not problems:
            return config
    # Raised outside `except`, so that no ValidationError with the values is attached.
    raise BadConfiguration(*problems)


def unchecked(
    file: Path, environ: Mapping[str, str] = os.environ
) -> tuple[dict[str, Any], Mapping[str, str]]:
    """Return what the file and the variables say, unchecked, and which key has which variable."""
    tree = _read(file) or {}
    places, _ = _override(tree, environ)
    return tree, places


def _read(file: Path) -> dict[str, Any] | None:
    """Parse the file; None if it does not exist."""
    try:
        return tomllib.loads(file.read_text("utf-8-sig"))  # Notepad writes a byte order mark
    except FileNotFoundError:
        return None
    except IsADirectoryError:
        problem = f"{file} is a folder: name the file in it"
    except UnicodeDecodeError:
        problem = f"{file} is not in UTF-8: save it again with the encoding UTF-8"
    except OSError as error:
        problem = f"{file} cannot be read ({error.strerror}): let the bot's user read it"
    except ValueError as error:
        line = re.search(r"at line \d+", str(error))
        problem = (
            f"{file}: {line[0] if line else 'at the last line'} the text is not TOML: put words "
            'between quotes, as in name = "Alliance", and write each key and section once'
        )
    raise BadConfiguration(problem)


def _variable(key: str) -> str:
    return _PREFIX + key.upper().replace(".", "__")


def _override(tree: dict[str, Any], environ: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Apply the variables; return which key came from which variable, and the unknown ones."""
    fields = known_keys()
    known = {_variable(key): key for key in fields}
    mine = sorted(name for name in environ if name.upper().startswith(_PREFIX))
    places = {known[name]: name for name in mine if name in known}
    for key, name in places.items():
        *sections, leaf = key.split(".")
        part: Any = tree
        for section in sections:
            part = part.setdefault(section, {}) if isinstance(part, dict) else None
        if isinstance(part, dict):
            part[leaf] = _value(environ[name], fields[key])
    return places, [_unknown(name, known, "__") for name in mine if name not in known]


def _value(text: str, field: FieldInfo) -> object:
    if get_origin(field.annotation) is not tuple:
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text  # not a list, and so refused


def _unknown(name: str, known: Iterable[str], separator: str) -> str:
    close = nearest(name, known, separator)
    remedy = f"did you mean {close}?" if close else "remove it, config.example.toml has all keys"
    return f"{name} is not a setting of the bot: {remedy}"


def _problem(error: ErrorDetails, file: str, places: Mapping[str, str]) -> str:
    """Return one line: where the value is, its key, what is wrong, and the key's remedy."""
    keys, parts = known_keys(), [str(part) for part in error["loc"]]
    prefixes = [".".join(parts[:count]) for count in range(len(parts), 0, -1)]
    key = next((prefix for prefix in prefixes if prefix in keys), prefixes[0])
    place = places.get(key, file)
    if error["type"] == "extra_forbidden":
        return f"{place}: {_unknown(key, [*keys, *known_sections()], '.')}"
    if key not in keys:
        return f"{place}: {key} is not a section: write [{key}] on a line of its own"
    rest = parts[key.count(".") + 1 :]
    entry = "".join(f", entry {int(index) + 1}," for index in rest[:1])
    remedy = keys[key].description
    if error["type"] == "missing":
        return f"{place}: {key} is missing: {remedy} (or set {_variable(key)})"
    return f"{place}: {key}{entry} {_complaint(error)}: {remedy}"


def _complaint(error: ErrorDetails) -> str:
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    return "is out of range" if error["type"] in _RANGES else WRONG_FORM
