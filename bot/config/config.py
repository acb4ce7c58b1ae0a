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
from bot.config.values import WRONG_FORM, BadValue, nearest
from bot.domain.sentences import Part, Sentence, sentence

__all__ = ["DEFAULT_FILE", "BadConfiguration", "Config", "load", "unchecked"]

DEFAULT_FILE = Path("config.toml")
_PREFIX = "ALLIANCE_"
_RANGES = {"greater_than", "greater_than_equal", "less_than", "less_than_equal"}


class BadConfiguration(Exception):  # noqa: N818 - a fact, as every refusal here
    """The bot cannot start with this; each problem says where it is, what it is, and the remedy."""

    def __init__(self, *problems: Sentence) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


def load(path: Path | None = None, environ: Mapping[str, str] = os.environ) -> Config:
    """Read the file, override it by `ALLIANCE_SECTION__KEY` variables, and validate it.

    Without a path ./config.toml is read if there is one. In variables, lists are JSON. Refuses,
    with `BadConfiguration`, whatever is missing, malformed or unknown in the file or `ALLIANCE_…`.
    """
    file = path or DEFAULT_FILE
    tree = _read(file)
    if tree is None and path:
        raise BadConfiguration(sentence("file-missing", path=file))
    place: Part = file if tree is not None else sentence("config-not-there", path=file)
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
        problem = sentence("config-is-folder", path=file)
    except UnicodeDecodeError:
        problem = sentence("config-not-utf-8", path=file)
    except PermissionError as error:  # once the bot is a service, the file belongs to its user
        problem = sentence("config-closed", path=file, error=str(error.strerror))
    except OSError as error:
        problem = sentence("config-not-read", path=file, error=str(error.strerror))
    except ValueError as error:
        line = re.search(r"at line (\d+)", str(error))
        number = line[1] if line else ""
        problem = sentence("config-not-toml", path=file, line=number, known=line is not None)
    raise BadConfiguration(problem)


def _variable(key: str) -> str:
    return _PREFIX + key.upper().replace(".", "__")


def _override(
    tree: dict[str, Any], environ: Mapping[str, str]
) -> tuple[dict[str, str], list[Sentence]]:
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


def _unknown(name: str, known: Iterable[str], separator: str) -> Sentence:
    close = nearest(name, known, separator)
    return sentence("config-unknown", name=name, close=close or "", known=close is not None)


def _problem(error: ErrorDetails, file: Part, places: Mapping[str, str]) -> Sentence:
    """Return one line: where the value is, its key, what is wrong, and the key's remedy."""
    keys, parts = known_keys(), [str(part) for part in error["loc"]]
    prefixes = [".".join(parts[:count]) for count in range(len(parts), 0, -1)]
    key = next((prefix for prefix in prefixes if prefix in keys), prefixes[0])
    place: Part = places.get(key, file)
    if error["type"] == "extra_forbidden":
        unknown = _unknown(key, [*keys, *known_sections()], ".")
        return sentence("config-in-place", place=place, problem=unknown)
    if key not in keys:
        return sentence("config-no-section", place=place, key=key)
    about = {"place": place, "key": key, "remedy": remedy_of(keys[key])}
    if error["type"] == "missing":
        return sentence("config-missing", **about, variable=_variable(key))
    entry = next((int(index) + 1 for index in parts[key.count(".") + 1 :]), 0)
    return sentence("config-wrong", **about, entry=entry, problem=_complaint(error))


def remedy_of(field: FieldInfo) -> Sentence:
    """Return what to write for a key, from its description: the sentence and its examples."""
    key, *examples = (field.description or "").split()
    return Sentence(key, dict(zip(("first", "second"), examples, strict=False)))


def _complaint(error: ErrorDetails) -> Sentence:
    if error["type"] == "value_error":
        refused = error["ctx"]["error"]
        return refused.sentence if isinstance(refused, BadValue) else WRONG_FORM
    return sentence("config-out-of-range") if error["type"] in _RANGES else WRONG_FORM
