"""Compact JSON as bytes, with Russian letters unescaped."""

import json
from typing import Any

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def encode(value: Any) -> bytes:
    """Return UTF-8 JSON."""
    return _encode(value).encode()
