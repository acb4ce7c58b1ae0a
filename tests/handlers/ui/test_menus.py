"""The menu of commands leaves out what leads nowhere now."""

from unittest.mock import AsyncMock

import pytest

from bot.domain.people.members import Role, TelegramId
from handlers.features import MENU
from handlers.ui.commands import Menus
from tests.people import a_member
from tests.wording import all_texts


@pytest.mark.parametrize(
    ("idle", "role", "offered"),
    [
        (True, None, False),
        (True, Role.SECRETARY, True),  # who plans the next one
        (False, None, True),
    ],
)
async def test_meetings_are_offered_while_there_is_one(
    idle: bool, role: Role | None, offered: bool
) -> None:
    bot = AsyncMock()
    menus = Menus(MENU, {"meeting": AsyncMock(return_value=idle)})
    member = a_member(*((role,) if role else ()), telegram_id=TelegramId(7))
    await menus.show(bot, member, all_texts())
    (commands,) = bot.set_my_commands.call_args.args
    listed = [one.command for one in commands]
    assert ("meeting" in listed) is offered
    assert "events" in listed
