"""Passes: a person's check-in code, and the code on the hall's screen, which changes."""

import hmac
import re
import secrets
from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta

from bot.domain.events.events import EventId
from bot.domain.events.refusals import PassInvalid

PASS_PREFIX = "c_"  # noqa: S105  a pass at the door, no password
SCREEN_PREFIX = "a_"
WINDOW = timedelta(seconds=60)
SCREEN_CODE_LENGTH = 16
"""Characters of the code on the screen: 96 bits, so that nobody can guess it while it is valid."""

PASS = re.compile(rf"{PASS_PREFIX}([A-Za-z0-9_-]{{22}})")
SCREEN = re.compile(rf"{SCREEN_PREFIX}([1-9][0-9]{{0,18}})_([A-Za-z0-9_-]{{{SCREEN_CODE_LENGTH}}})")
LARGEST_ID = 2**63 - 1
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


# --- A person's own pass --------------------------------------------------------------------------


def new_code() -> str:
    """Return 128 random bits as 22 URL-safe characters; the payload is `PASS_PREFIX` with these."""
    return secrets.token_urlsafe(16)


def code_in(payload: str) -> str:
    """Return the code of a deep link's payload `c_…`; refuse anything else."""
    match = PASS.fullmatch(payload)
    if match is None:
        raise PassInvalid
    return match[1]


# --- The code on the hall's screen ----------------------------------------------------------------


def screen_payload(event: EventId, secret: bytes, now: datetime) -> str:
    """Return what the screen shows at `now`: `a_<event id>_<code>`, at most 38 characters.

    A deep link takes 64 of `A-Za-z0-9_-` (Bot API). Without `secret` nobody can predict it.
    """
    return f"{SCREEN_PREFIX}{event}_{_screen_code(event, secret, _window(now))}"


def screen_event(payload: str) -> tuple[EventId, str]:
    """Return event and code of a deep link's payload `a_…`; refuse one of another form.

    Neither is verified here: the event may not exist, and `screen_code_holds` checks the code.
    """
    match = SCREEN.fullmatch(payload)
    if match is None or int(match[1]) > LARGEST_ID:
        raise PassInvalid
    return EventId(int(match[1])), match[2]


def screen_code_holds(event: EventId, secret: bytes, code: str, now: datetime) -> bool:
    """Tell whether the screen of `event` shows `code` at `now`, or did in the window before.

    So a person has between one and two windows after scanning to tap «Start».
    """
    window = _window(now)
    return any(
        hmac.compare_digest(_screen_code(event, secret, shown).encode(), code.encode())
        for shown in (window, window - 1)
    )


def next_turn(now: datetime) -> datetime:
    """Return the moment after `now`, in UTC, at which the screen's code changes next."""
    return EPOCH + (_window(now) + 1) * WINDOW


def _window(now: datetime) -> int:
    """Return the number of the window that `now` lies in; a window includes its start."""
    return (now - EPOCH) // WINDOW


def _screen_code(event: EventId, secret: bytes, window: int) -> str:
    digest = hmac.digest(secret, f"{event}:{window}".encode(), "sha256")
    return urlsafe_b64encode(digest).decode()[:SCREEN_CODE_LENGTH]
