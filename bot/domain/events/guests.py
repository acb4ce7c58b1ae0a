"""Guests from outside: the link that opens one event to everybody who has it."""

import re

from bot.domain.events.refusals import GuestLinkClosed

PREFIX = "g_"
PAYLOAD = re.compile(rf"{PREFIX}([A-Za-z0-9_-]{{22}})")
NAME_LIMIT = 150
"""How many characters of a guest's Telegram name are kept."""


def payload_of(code: str) -> str:
    """Return the payload of the deep link with an event's code."""
    return PREFIX + code


def code_in(payload: str) -> str:
    """Return the code of a deep link's payload `g_…`; refuse anything else."""
    match = PAYLOAD.fullmatch(payload)
    if match is None:
        raise GuestLinkClosed
    return match[1]
