"""Have aiogram's models built at their first use, not all of them at its import.

aiogram declares its models with pydantic's `defer_build`, and yet calls `model_rebuild` for each of
its four hundred as it is imported, to tell the names of their forward references. That builds them
all: 1.9 of the 2.5 seconds of its import and 100 MB, for the few dozen that a bot uses. Here such a
call only notes the names; pydantic itself then rebuilds a model when it is first used.
"""

from typing import Any

from pydantic import BaseModel

_rebuild = BaseModel.model_rebuild.__func__  # type: ignore[attr-defined]
_names: dict[str, Any] = {}


def _rebuild_when_used(
    cls: type[BaseModel],
    /,
    *,
    _types_namespace: dict[str, Any] | None = None,
    _parent_namespace_depth: int = 2,
    **options: Any,
) -> bool | None:
    """Rebuild a model as pydantic does, but one of aiogram not before it is used."""
    if not cls.__module__.startswith("aiogram."):
        depth = _parent_namespace_depth + 1  # this function stands between
        options |= {"_types_namespace": _types_namespace, "_parent_namespace_depth": depth}
    elif _types_namespace is not None:
        _names.update(_types_namespace)
        return None
    else:
        options["_types_namespace"] = _names
    done: bool | None = _rebuild(cls, **options)
    return done


def defer_models() -> None:
    """Defer from here on; aiogram must not have been imported before."""
    BaseModel.model_rebuild = classmethod(_rebuild_when_used)  # type: ignore[assignment,method-assign]
