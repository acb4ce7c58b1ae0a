"""Read values that a form can only send as text: true and false, and nested values as JSON."""

import json
from typing import Any

from sandbox import checks
from sandbox.checks import Check, Files, Mismatch

YES = frozenset({"true", "yes", "1"})
NO = frozenset({"false", "no", "0"})


def reader(check: Check, nested: bool) -> Check:  # noqa: FBT001 - both kinds are spelled out by the caller's name
    """Wrap the check of a request's own parameter, so that it also reads its text form."""
    if nested:
        return _json(check)
    return _truth if check is checks.truth else check


def _json(check: Check) -> Check:
    def read(value: Any, files: Files) -> Any:
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError as wrong:
                raise Mismatch("json", "can't be parsed as JSON") from wrong
        return check(value, files)

    return read


def _truth(value: Any, files: Files) -> bool:
    if isinstance(value, str):
        word = value.lower()
        if word in YES or word in NO:
            return word in YES
    return checks.truth(value, files)
