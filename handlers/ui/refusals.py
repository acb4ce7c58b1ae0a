"""Texts of refusals."""

from dataclasses import fields

from bot.domain.refusals import Refusal
from handlers.ui.texts import Texts, Value

ALERT_LIMIT = 200  # characters of a callback answer (Bot API)


class StaleButton(Exception):  # noqa: N818  a fact about the button, named as one
    """The form that the button belongs to is closed."""


def refusal_words(refusal: Refusal, t: Texts) -> str:
    """Return the text of a refusal as plain text; its class name is the key."""
    return t.plain(type(refusal).__name__, **_data(refusal))


def _data(refusal: Refusal) -> dict[str, Value]:
    return {field.name: getattr(refusal, field.name) for field in fields(refusal)}
