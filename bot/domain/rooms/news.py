"""Which news of bookings are only convenient, so that people can turn them off."""

from dataclasses import dataclass
from enum import StrEnum


class RoomNews(StrEnum):
    """News by the kind of the notice, without the noun. The value is stored.

    All other news always come: decisions, cancellations, and what has a deadline.
    """

    EVE = "eve"
    OFFER_LAPSED = "offer_lapsed"
    ACCEPTED = "accepted"

    @property
    def is_for_keepers(self) -> bool:
        """Tell whether only those get it who decide on bookings."""
        return self is RoomNews.ACCEPTED


@dataclass(frozen=True, slots=True)
class RoomNewsSettings:
    """The news that a person can choose, and those that they get of these."""

    offered: tuple[RoomNews, ...]
    wanted: frozenset[RoomNews]
