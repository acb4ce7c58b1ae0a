"""Set values in the text of config.toml; every line that is not set stays as it is."""

import json
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Value: TypeAlias = str | int | Sequence[str] | Sequence[int]


class NotEditable(Exception):  # noqa: N818  a fact about the file
    """The file says this in a way that only a person can change."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """A section's header, or a key with its value, on the lines from `start` to before `end`."""

    key: str
    section: str
    start: int
    end: int


def with_value(text: str, key: str, value: Value, comment: str = "") -> str:
    """Return the text, which is valid TOML, with `section.key` set to a value.

    A key that is not there is added at the end of its section, below the comment.
    """
    lines = text.split("\n")
    statements = list(_statements(lines))
    section, _, leaf = key.rpartition(".")
    setting = f"{leaf} = {_literal(value)}"
    ending = "\r" if lines[0].endswith("\r") else ""
    added = [f"{line}{ending}" for line in (*_commented(comment), setting)]
    if found := [one for one in statements if one.key == key]:
        start, end = found[0].start, found[0].end
        lines[start:end] = [_replaced("\n".join(lines[start:end]), _literal(value))]
    elif own := [one for one in statements if one.section == section]:
        end = own[-1].end
        spaced = added if own[-1].key == "" else [ending, *added]
        lines[end:end] = spaced
    else:
        while lines and not lines[-1].strip():
            lines.pop()
        gap = [ending] if lines else []
        lines += [*gap, f"[{section}]{ending}", *added, ""]
    return _verified(text, "\n".join(lines), key, value)


def _verified(before: str, after: str, key: str, value: Value) -> str:
    """Return the text after the change, or refuse one that says anything else than is wanted."""
    wanted = part = tomllib.loads(before)
    *sections, leaf = key.split(".")
    for section in sections:
        part = part.setdefault(section, {})
        if not isinstance(part, dict):
            raise NotEditable(key)
    part[leaf] = value if isinstance(value, str | int) else list(value)
    if _parsed(after) != wanted:
        raise NotEditable(key)
    return after


def _statements(lines: Sequence[str]) -> Iterator[_Statement]:
    """Yield headers and keys; a value may go over several lines."""
    section, start = "", 0
    while start < len(lines):
        end = start + 1
        while (tree := _parsed("\n".join(lines[start:end]) + "\n")) is None and end < len(lines):
            end += 1
        first = lines[start].strip()
        if first.startswith("["):
            section = first if first.startswith("[[") else _path(tree)
            yield _Statement("", section, start, end)
        elif tree:
            path = _path(_parsed(f"{first.partition('=')[0]}= 0"))
            yield _Statement(f"{section}.{path}" if section else path, section, start, end)
        start = end


def _path(tree: object) -> str:
    """Return the dotted key whose only value a tree has."""
    keys = []
    while isinstance(tree, dict) and tree:
        ((key, tree),) = tree.items()
        keys.append(key)
    return ".".join(keys)


def _replaced(block: str, literal: str) -> str:
    """Return a key with another value, and the comment that stands behind it."""
    name = block.partition("=")[0]
    value = block
    for place in (place for place, sign in enumerate(block) if sign == "#"):
        if _parsed(block[:place]) is not None:
            value = block[:place]
            break
    return f"{name}= {literal}{block[len(value.rstrip()) :]}"


def _commented(comment: str) -> list[str]:
    return [f"# {line}".rstrip() for line in comment.splitlines()]


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _literal(value: Value) -> str:
    """Return a value as TOML writes it: as JSON does, but for one sign."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
