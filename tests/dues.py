"""All kinds of what falls due."""

import bot.features  # noqa: F401  defines every kind
from bot.domain.due_times import DueKind


def due_kinds() -> list[DueKind]:
    """Return the kinds of all nouns."""
    return [kind for kinds in DueKind.__subclasses__() for kind in kinds]
