"""A form that somebody has begun to fill in, as it is kept."""

import secrets
from typing import Any

from pydantic import BaseModel, Field


def new_nonce() -> str:
    """Return eight letters that nobody guesses."""
    return secrets.token_urlsafe(6)


class OpenForm(BaseModel):
    """A form that somebody has begun to fill in.

    `draft` is what has been given so far, `begun` what the form was opened with; `subject` is the
    id of what is changed, None while something new is made. `left` is the step to come back to
    from a question about the draft, `shown` what the screen remembers until the next step: a page,
    a month, the text of a search.
    """

    form: str
    nonce: str = Field(default_factory=new_nonce)
    step: str
    left: str = ""
    subject: int | None = None
    draft: dict[str, Any]
    begun: dict[str, Any] | None = None
    shown: dict[str, Any] = {}


class OpenForms(BaseModel):
    """A person's forms: the last one is open if `message` shows it, the others are set aside."""

    forms: list[OpenForm] = []
    message: int | None = None
    picture: int | None = None
    """The message above it with a picture that belongs to the step."""
    album: str | None = None
    """The album whose first picture the screen has followed to the end of the chat."""

    @property
    def open(self) -> OpenForm | None:
        """Return the form that stands in the chat."""
        return self.forms[-1] if self.forms and self.message is not None else None
