"""The fields of buttons, for tests that make up data for every button."""

from typing import Any, get_args

from pydantic.fields import FieldInfo


def kinds(field: FieldInfo) -> tuple[Any, ...]:
    """Return the types that a field takes, each of a union; an id is a number."""
    return tuple(_plain(one) for one in get_args(field.annotation) or (field.annotation,))


def _plain(kind: Any) -> Any:
    bare = get_args(kind)[0] if hasattr(kind, "__metadata__") else kind
    return getattr(bare, "__supertype__", bare)
