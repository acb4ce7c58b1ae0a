"""The fields of buttons about an item of the agenda."""

from typing import Annotated, TypeAlias

from pydantic import Field

from bot.domain.meetings.plans import ItemId
from handlers.ui.ids import OfMeeting

ItemNumber: TypeAlias = Annotated[ItemId, Field(gt=0, lt=10_000)]
"""The number of an item in its meeting."""

ItemOrNone: TypeAlias = Annotated[ItemId, Field(ge=0, lt=10_000)]
"""The number of an item; 0 is none."""


class OfItem(OfMeeting):
    """The first fields of an item's buttons."""

    item_id: ItemNumber
