"""An open form, as it is stored."""

import secrets
from typing import Any

from pydantic import BaseModel, Field


def new_nonce() -> str:
    """Return eight random letters."""
    return secrets.token_urlsafe(6)


class OpenForm(BaseModel):
    """A stored open form.

    `draft` has the values so far, `begun` those at the opening; `subject` is the id of the object
    that is changed, None for a new one. `left` is the step to return to from a question about the
    draft, `shown` what the screen remembers until the next step: a page, a month, a search text.
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
    """The message above it with the step's picture."""
    album: str | None = None
    """The album that the screen has already followed to the end of the chat."""
    album_step: str = ""
    """The step that was open when the first file of that album came."""

    @property
    def open(self) -> OpenForm | None:
        """Return the form shown in the chat."""
        return self.forms[-1] if self.forms and self.message is not None else None
