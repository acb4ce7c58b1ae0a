"""Materials: files to read before a decision, stored by Telegram."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.lines import one_line
from bot.domain.refusals import TooManyMaterials

MATERIALS_LIMIT = 5
NAME_LIMIT = 200


class MaterialKind(StrEnum):
    """The kind of message in which Telegram sends a file."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VIDEO = "video"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Material:
    """A file at Telegram: `file` is its id there, `name` its file name, which may be empty."""

    kind: MaterialKind
    file: str
    name: str = ""


def checked_materials(materials: Sequence[Material]) -> tuple[Material, ...]:
    """Return at most `MATERIALS_LIMIT` files, each name on a line of at most `NAME_LIMIT`."""
    if len(materials) > MATERIALS_LIMIT:
        raise TooManyMaterials(MATERIALS_LIMIT)
    return tuple(replace(one, name=one_line(one.name)[:NAME_LIMIT]) for one in materials)
