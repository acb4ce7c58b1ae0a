"""The bot with which the forms of events are tried: what is published goes out at once."""

import pytest

from tests.alliance import UNPACED


@pytest.fixture
def settings() -> dict[str, str]:
    """Leave no time to undo; `test_undoing.py` has its own settings."""
    return UNPACED | {"ANNOUNCEMENTS__UNDO_SECONDS": "0"}
