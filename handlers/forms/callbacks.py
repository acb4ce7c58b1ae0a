"""The button of every screen of every form."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import StringConstraints

NONCE_LENGTH = 8
STEP_LIMIT = 16
KEY_LIMIT = 8
VALUE_LIMIT = 24


class FormButton(CallbackData, prefix="form"):
    """A tap: on which step of which open form, and which of its buttons.

    `nonce` identifies one open form; the field that reads `value` checks it.
    """

    nonce: Annotated[str, StringConstraints(max_length=NONCE_LENGTH)]
    step: Annotated[str, StringConstraints(max_length=STEP_LIMIT)]
    key: Annotated[str, StringConstraints(max_length=KEY_LIMIT)] = ""
    value: Annotated[str, StringConstraints(max_length=VALUE_LIMIT)] = ""
