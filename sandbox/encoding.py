"""JSON as bytes, compact, with Russian letters as they are."""

import json
from typing import Any

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def encode(value: Any) -> bytes:
    """Give UTF-8 JSON."""
    return _encode(value).encode()
