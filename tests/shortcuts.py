"""What a thousand bots in one process need not do each anew; none of it is what a test is about."""

import gc
import ssl
from functools import cache, partial
from types import FunctionType, MethodType
from typing import Any

import pytest
from aiogram.dispatcher.event.handler import CallableObject

TOO_MANY_TO_LOOK_AT = 40_000
"""Objects, of which a bot that has been stopped leaves some 15,000."""

_freeze = gc.freeze
_inspected: dict[object, tuple[bool, set[str], bool]] = {}
_inspect = CallableObject.__post_init__


def _place(callback: Any) -> object | None:
    """Return what all callbacks of one signature share; None if there is no such thing."""
    if isinstance(callback, MethodType):
        return callback.__func__, "method"
    if isinstance(callback, FunctionType):
        return None if hasattr(callback, "__wrapped__") else callback.__code__
    return None if isinstance(callback, type | partial) else type(callback)


def _inspect_once(one: CallableObject) -> None:
    place = _place(one.callback)
    if place not in _inspected:
        _inspect(one)
        if place is not None:
            _inspected[place] = one.awaitable, one.params, one.varkw
    else:
        one.awaitable, one.params, one.varkw = _inspected[place]


def leave_alone() -> None:
    """Have the garbage collector never again look at what is there now."""
    gc.collect()
    _freeze()


def take(patch: pytest.MonkeyPatch) -> None:
    """Take the shortcuts from now on.

    aiogram inspects each of a bot's 2,300 handlers and filters; a connection's TLS reads all
    certificates there are, where none is needed; and whatever a bot freezes stays in memory.
    """
    patch.setattr(CallableObject, "__post_init__", _inspect_once)
    patch.setattr(gc, "freeze", lambda: None)
    patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
