"""The code at the door of a room: a deep link to check in."""

import re

from bot.domain.rooms.refusals import ResourceGone
from bot.domain.rooms.resources import Resource, ResourceId

DOOR_PREFIX = "r_"
DOOR = re.compile(rf"{DOOR_PREFIX}([1-9][0-9]{{0,18}})_([A-Za-z0-9_-]{{16}})")
LARGEST_ID = 2**63 - 1


def door_payload(resource: Resource) -> str:
    """Return what the QR code at the door says: `r_<id>_<code>`, at most 38 characters."""
    return f"{DOOR_PREFIX}{resource.id}_{resource.door_code}"


def door_in(payload: str) -> tuple[ResourceId, str]:
    """Return the resource and the code of a payload `r_…`; refuse any other payload."""
    match = DOOR.fullmatch(payload)
    if match is None or int(match[1]) > LARGEST_ID:
        raise ResourceGone
    return ResourceId(int(match[1])), match[2]
