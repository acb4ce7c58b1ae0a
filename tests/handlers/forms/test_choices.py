"""A key that no list of a wizard offers is refused kindly, and the draft stays as it was."""

import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from typing import Any

import pytest

from bot.domain.people.members import Role
from bot.services.events.events import Events
from bot.services.polls.electorates import Electorates
from bot.services.polls.proxies import Proxies
from handlers.polls.callbacks.poll_boards import RegisterProxyButton
from handlers.ui.callbacks import NewMinutesButton
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance
from tests.handlers.events.forms.steps import comes_to
from tests.handlers.polls.forms.balloting import ELECTION, begins, opened, votes
from tests.keyboards import callbacks, labels
from tests.polling import RULES

GONE = "Этого в списке уже нет."
FORGED = ("pick:999", "pick:", "pick:x", "pick:²", "pick:-1", "pick:99999999")


@pytest.fixture
async def maria(alliance: Alliance) -> Person:
    """Let the chair, who announces events too, look at the list of polls; others have joined."""
    maria = await alliance.has(1, "Мария Орлова", Role.CHAIR, Role.ORGANISER)
    for number, name in ((2, "Пётр"), (3, "Анна"), (4, "Борис")):
        await alliance.has(number, name, Role.COUNCIL)
    await maria.says("/polls")
    await maria.sees("Сейчас голосований нет")
    return maria


async def voters(alliance: Alliance, maria: Person) -> Message:
    """Open the list of those who can hand their ballot over."""
    button = RegisterProxyButton(poll_id=await opened(alliance, rules=RULES)).pack()
    await maria.forges(button, maria.chat()[1]["message_id"])
    return await maria.sees(lambda m: "Анна" in labels(m))


async def holders(alliance: Alliance, maria: Person) -> Message:
    """Open the list of those who could cast it."""
    await voters(alliance, maria)
    await maria.taps("Анна")
    await maria.sees("Кто проголосует?")
    await maria.says("бор")
    return await maria.sees(lambda m: "Борис" in labels(m))


async def candidates(_: Alliance, maria: Person) -> Message:
    """Open the list of those who can stand."""
    await begins(maria, ELECTION)
    await maria.taps("Написать: «Об избрании")
    await maria.taps("Найти")
    await maria.says("бор")
    return await maria.sees(lambda m: "Борис" in labels(m))


async def polls(alliance: Alliance, maria: Person) -> Message:
    """Open the list of polls that minutes can be of."""
    poll = await opened(alliance)
    await votes(alliance, poll, "for", 1, 2, 3, 4)
    button = NewMinutesButton(poll_id=poll).pack()
    await maria.forges(button, maria.chat()[1]["message_id"])
    return await maria.sees("Протокол каких голосований составляем?")


async def guests(alliance: Alliance, maria: Person) -> Message:
    """Open the list of those whom an event can be for."""
    await maria.says("/manage")
    await maria.sees("Впереди")
    await comes_to(maria, alliance, "Кого зовём?")
    await maria.taps("Выбрать людей")
    await maria.says("бор")
    return await maria.sees(lambda m: "Борис" in labels(m))


LISTS = [voters, holders, candidates, polls, guests]
Opens = Callable[[Alliance, Person], Awaitable[Message]]


async def drafts(alliance: Alliance, maria: Person, shown: Message) -> list[tuple[Any, ...]]:
    """Return what is drafted, once a tap on nothing has waited for the step to be kept."""
    waited = await maria.forges(f"{picks(shown)}{FORGED[0]}", shown["message_id"])
    assert GONE in (waited.text or "")
    with closing(sqlite3.connect(alliance.config.storage.path)) as db:
        return db.execute("SELECT key, state, data FROM drafts ORDER BY key").fetchall()


def picks(message: Message) -> str:
    """Return the data of the first choice of a list, without its key."""
    return next(data for data in callbacks(message) if ":pick:" in data).partition("pick:")[0]


@pytest.mark.parametrize("opens", LISTS)
async def test_a_key_that_is_not_on_the_list_is_refused_and_changes_nothing(
    alliance: Alliance, maria: Person, opens: Opens
) -> None:
    shown = await opens(alliance, maria)
    before = await drafts(alliance, maria, shown)
    for key in FORGED:
        answer = await maria.forges(picks(shown) + key, shown["message_id"])
        assert answer.show_alert, key
        assert GONE in (answer.text or ""), key
    assert await drafts(alliance, maria, shown) == before
    assert shown in maria.chat()


@pytest.mark.parametrize(
    ("opens", "service", "method"),
    [
        (voters, Electorates, "givers"),
        (holders, Proxies, "holders"),
        (candidates, Electorates, "people"),
        (guests, Events, "search_people"),
    ],
)
async def test_what_goes_from_the_list_while_it_is_tapped_is_refused_and_changes_nothing(
    alliance: Alliance,
    maria: Person,
    opens: Opens,
    service: type,
    method: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = await opens(alliance, maria)
    before = await drafts(alliance, maria, shown)

    async def gone(*_: Any) -> list[Any]:
        return []

    monkeypatch.setattr(service, method, gone)
    data = next(data for data in callbacks(shown) if ":pick:" in data)
    answer = await maria.forges(data, shown["message_id"])
    assert answer.show_alert
    assert GONE in (answer.text or "")
    monkeypatch.undo()
    assert await drafts(alliance, maria, shown) == before
