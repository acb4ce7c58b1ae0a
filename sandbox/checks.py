"""Building blocks of the checks of requests: each converts a value to its type, or refuses it.

Nested values are strict JSON, except that a number may be a string (Telegram's parser allows it,
and clients rely on it). `forms` reads values that a form can only send as text.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sandbox.files import Upload

Files = Mapping[str, Upload]
Check = Callable[[Any, Files], Any]

ATTACHMENT = "attach://"
WHOLE = re.compile(r"-?\d{1,19}")
INT64 = 2**63


class Mismatch(Exception):  # noqa: N818 - it is always caught and turned into a refusal
    """A value does not fit: its path, the broken rule, and a text."""

    def __init__(self, rule: str, words: str) -> None:
        super().__init__(words)
        self.path: list[str] = []
        self.rule = rule
        self.words = words


def anything(value: Any, _: Files) -> Any:
    """Accept any JSON value."""
    return value


def whole(value: Any, _: Files) -> int:
    """Accept a 64-bit integer, or one as a string."""
    if type(value) is int:
        number = value
    elif isinstance(value, str) and WHOLE.fullmatch(value):
        number = int(value)
    else:
        raise Mismatch("type", "must be an integer")
    if not -INT64 <= number < INT64:
        raise Mismatch("range", "must fit into 64 bits")
    return number


def fraction(value: Any, _: Files) -> float:
    """Accept a finite number, or one as a string."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise Mismatch("type", "must be a number")
    try:
        number = float(value)
    except ValueError as wrong:
        raise Mismatch("type", "must be a number") from wrong
    if not abs(number) < float("inf"):
        raise Mismatch("type", "must be a finite number")
    return number


def truth(value: Any, _: Files) -> bool:
    """Accept true and false."""
    if type(value) is not bool:
        raise Mismatch("type", "must be true or false")
    return value


def text(value: Any, _: Files) -> str:
    """Accept a string."""
    if type(value) is not str:
        raise Mismatch("type", "must be a string")
    return value


def file(value: Any, files: Files) -> Upload:
    """Accept an uploaded file, in its own field or as `attach://<field>`."""
    if isinstance(value, Upload):
        return value
    if isinstance(value, str) and value.startswith(ATTACHMENT):
        upload = files.get(value.removeprefix(ATTACHMENT))
        if upload is None:
            raise Mismatch("file", "names an attached file that is not there")
        return upload
    raise Mismatch("type", "must be an uploaded file")


def file_or_id(value: Any, files: Files) -> Upload | str:
    """Accept an uploaded file, a file_id or a URL."""
    if isinstance(value, str) and not value.startswith(ATTACHMENT):
        return value
    return file(value, files)


def chat(value: Any, files: Files) -> int | str:
    """Accept a chat's id or its @username."""
    if isinstance(value, str) and not WHOLE.fullmatch(value):
        return value
    return whole(value, files)


def one_of(allowed: Sequence[Any]) -> Check:
    """Accept one of these values."""
    exact = {(type(one), one) for one in allowed}

    def check(value: Any, _: Files) -> Any:
        if not isinstance(value, str | int) or (type(value), value) not in exact:
            listed = ", ".join(str(one) for one in allowed)
            raise Mismatch("enum", f"must be one of: {listed}")
        return value

    return check


def sized(low: int, high: int, unit: str) -> Check:
    """Accept a string with a length in range, in characters or bytes."""

    def check(value: Any, files: Files) -> str:
        string = text(value, files)
        size = len(string.encode()) if unit == "bytes" else len(string)
        if not low <= size <= high:
            rule = "short" if size < low else "long"
            raise Mismatch(rule, f"must have {low} to {high} {unit}")
        return string

    return check


def ranged(low: int, high: int) -> Check:
    """Accept an integer from `low` to `high`."""

    def check(value: Any, files: Files) -> int:
        number = whole(value, files)
        if not low <= number <= high:
            raise Mismatch("range", f"must be from {low} to {high}")
        return number

    return check


def listed(item: Check, low: int, high: int | None) -> Check:
    """Accept an array whose items all pass."""

    def check(value: Any, files: Files) -> list[Any]:
        if type(value) is not list:
            raise Mismatch("type", "must be an array")
        if len(value) < low:
            raise Mismatch("few", f"must have at least {low} items")
        if high is not None and len(value) > high:
            raise Mismatch("many", f"must have at most {high} items")
        result = []
        for index, one in enumerate(value):
            try:
                result.append(item(one, files))
            except Mismatch as mismatch:
                mismatch.path.insert(0, str(index))
                raise
        return result

    return check


def fields(properties: Mapping[str, Check], required: Sequence[str]) -> Check:
    """Accept an object that has the required fields and no unknown ones."""

    def check(value: Any, files: Files) -> dict[str, Any]:
        if type(value) is not dict:
            raise Mismatch("type", "must be an object")
        result = {}
        for name, one in value.items():
            if one is None:
                continue
            try:
                result[name] = properties.get(name, _unknown)(one, files)
            except Mismatch as mismatch:
                mismatch.path.insert(0, name)
                raise
        for name in required:
            if name not in result:
                raise _missing(name)
        return result

    return check


def _unknown(_: Any, __: Files) -> Any:
    raise Mismatch("unknown", "is unknown")


def _missing(name: str) -> Mismatch:
    mismatch = Mismatch("required", "is required")
    mismatch.path.append(name)
    return mismatch


@dataclass(frozen=True, slots=True)
class Variant:
    """One of several kinds of object, recognised by constant and by required fields."""

    constants: Mapping[str, Any]
    required: Sequence[str]
    check: Check

    def fits(self, value: Mapping[str, Any]) -> bool:
        """Tell whether the object is of this kind."""
        return all(value.get(name) == one for name, one in self.constants.items()) and all(
            name in value for name in self.required
        )


def variants(kinds: Sequence[Variant]) -> Check:
    """Accept an object of one of these kinds."""

    def check(value: Any, files: Files) -> Any:
        if type(value) is not dict:
            raise Mismatch("type", "must be an object")
        for kind in kinds:
            if kind.fits(value):
                return kind.check(value, files)
        raise Mismatch("type", "is of no known kind, or lacks a required field")

    return check


def first_of(checks: Sequence[Check]) -> Check:
    """Accept a value that passes one of several checks."""

    def check(value: Any, files: Files) -> Any:
        for one in checks:
            try:
                return one(value, files)
            except Mismatch:
                continue
        raise Mismatch("type", "fits none of the allowed types")

    return check
