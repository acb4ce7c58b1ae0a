"""Telegram's refusals, in its own words."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal as data: the HTTP status (also `error_code`), its text, and `parameters`.

    A call was `needless` if the bot could have known that it changes nothing.
    """

    code: int
    description: str
    parameters: dict[str, Any] = field(default_factory=dict)
    needless: bool = False


class ApiError(Exception):
    """A Bot API call was refused."""

    def __init__(
        self, code: int, description: str, *, needless: bool = False, **parameters: Any
    ) -> None:
        super().__init__(description)
        self.refusal = Refusal(code, description, parameters, needless)


def bad_request(text: str, *, needless: bool = False) -> ApiError:
    """Refuse with 400."""
    return ApiError(400, f"Bad Request: {text}", needless=needless)


def forbidden(text: str) -> ApiError:
    """Refuse with 403."""
    return ApiError(403, f"Forbidden: {text}")


def conflict(text: str) -> ApiError:
    """Refuse with 409."""
    return ApiError(409, f"Conflict: {text}")


def too_many_requests(retry_after: int) -> ApiError:
    """Refuse with 429 for `retry_after` whole seconds."""
    text = f"Too Many Requests: retry after {retry_after}"
    return ApiError(429, text, retry_after=retry_after)


def not_played(what: str) -> ApiError:
    """Return a refusal for a feature that Telegram has and the sandbox lacks."""
    return ApiError(501, f"Not Implemented: the sandbox does not play {what}")
