"""Deep links that nobody handed out, opened by every sort of person."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.events.audiences import COUNCIL
from bot.domain.people.members import MemberId, Role, TelegramId
from sandbox.chats import Message
from tests.alliance import Alliance, a_plan
from tests.databases import dump

ANNA = MemberId(1)
SECRET = "Тайный совет"
CODES = ("1_" + "x" * 16, "9" * 19 + "_" + "x" * 16)
WORDS = ("", "0", "1", "-1", "x" * 22, "9" * 19, "9" * 60, *CODES)
LINKS = [prefix + word for prefix in ("c_", "a_", "e_", "g_", "i_", "z_") for word in WORDS]


def has_grown(messages: int, chat: list[Message]) -> bool:
    return len(chat) >= messages


@pytest.mark.parametrize("who", ["stranger", "guest", "member", "organiser"])
async def test_made_up_links_break_nothing_and_tell_nothing(alliance: Alliance, who: str) -> None:
    await alliance.has(1, "Анна", Role.ORGANISER)
    await alliance.has(2, "Вера", Role.COUNCIL)
    plan = replace(a_plan(alliance.clock, SECRET, timedelta(hours=3)), audience=COUNCIL)
    await alliance.services.events.publish(ANNA, plan)
    if who == "guest":
        open_to_all = await alliance.services.events.publish(ANNA, a_plan(alliance.clock, "Урок"))
        code = (await alliance.services.guests.link(ANNA, open_to_all)).guest_code
        await alliance.services.guests.consent(TelegramId(7), "Гость", f"g_{code}", "ru", 1)
    elif who != "stranger":
        roles = [Role.ORGANISER] if who == "organiser" else []
        await alliance.knows(7, "Борис", *roles)
    person = alliance.sandbox.add_person(7, "Некто", started=True)
    await alliance.stands_still()
    before = await dump(alliance.database)

    for number, link in enumerate(LINKS, 1):  # one by one: together they would be a flood
        await person.says(f"/start {link}"[:70])
        await person.watches(partial(has_grown, 2 * number))

    texts = [message.get("text", "") for message in person.chat()]
    assert not [text for text in texts if "сломалось" in text]
    if who == "organiser":
        return  # the links of an event are theirs to open
    assert not [text for text in texts if SECRET in text]
    assert await dump(alliance.database) == before
