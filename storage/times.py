"""How moments are stored: UTC, ISO-8601, one width, so that they compare as text."""

from datetime import UTC, datetime
from functools import lru_cache


@lru_cache(maxsize=256)  # one transaction stores one moment in several places
def stamp(moment: datetime) -> str:
    """Return an aware moment as stored text; a naive one is refused."""
    if moment.tzinfo is None:
        raise ValueError("a stored moment must be aware")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str) -> datetime:
    """Return a stored text as an aware moment in UTC."""
    return datetime.fromisoformat(text)
