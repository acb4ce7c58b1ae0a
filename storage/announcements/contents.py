"""Contents as stored JSON, without default values."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from bot.domain.announcements.contents import Content

CONTENTS: TypeAdapter[dict[str, Content]] = TypeAdapter(dict[str, Content])


def dump_contents(contents: Mapping[str, Content]) -> str:
    """Return contents by language as stored text."""
    return CONTENTS.dump_json(dict(contents), exclude_defaults=True).decode()


@lru_cache(maxsize=64)  # two thousand copies have the same content
def contents_from(text: str) -> dict[str, Content]:
    """Return a stored text as contents by language."""
    found: dict[str, Any] = CONTENTS.validate_json(text)
    return found
