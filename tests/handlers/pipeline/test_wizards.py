from types import ModuleType
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackQueryFilter
from aiogram_dialog.utils import CB_SEP

from handlers.events.callbacks import boards
from handlers.events.forms import opening as events_opening
from handlers.minutes import callbacks as minutes
from handlers.minutes.forms import opening as minutes_opening
from handlers.pipeline.wizards import WIZARDS_OWN
from handlers.polls.callbacks import poll_boards
from handlers.polls.forms import opening as polls_opening


def test_the_buttons_of_a_wizard_are_told_by_aiogram_dialogs_own_mark() -> None:
    assert WIZARDS_OWN == CB_SEP


@pytest.mark.parametrize(
    ("opening", "buttons"),
    [(events_opening, boards), (polls_opening, poll_boards), (minutes_opening, minutes)],
)
def test_every_button_that_opens_a_wizard_is_let_through_to_it(
    opening: ModuleType, buttons: ModuleType
) -> None:
    handlers: list[Any] = opening.opening_router().callback_query.handlers
    filters = [one.callback for handler in handlers for one in handler.filters]
    opened = [one.callback_data for one in filters if isinstance(one, CallbackQueryFilter)]

    assert set(opened) == set(buttons.OPENING)
    assert len(opened) == len(handlers)
