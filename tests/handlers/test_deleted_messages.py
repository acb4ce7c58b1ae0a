"""People delete messages: what was asked for in one is sent again."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from structlog.testing import capture_logs

from bot.domain.events.rsvps import Answer
from bot.domain.people.members import Role
from handlers.events.callbacks.boards import GuestLinkButton
from handlers.events.callbacks.events import MoreButton, RsvpButton
from handlers.people.callbacks import EraseButton
from handlers.polls.callbacks.polls import VoteButton
from handlers.ui.callbacks import EventButton, EventsButton
from sandbox.chats import Message
from sandbox.people import CallbackAnswer, Person
from sandbox.queries import chat_instance
from tests.alliance import Alliance
from tests.handlers.announcements.test_drafts import begins, opens, photo, texts
from tests.handlers.test_bounds import BUTTONS, some_value
from tests.keyboards import labels
from tests.voters import Voters

GONE = 90_000
"""The number of a message that nobody sees any more."""


def deletes(person: Person, message: Message) -> None:
    chat = person._world.chats[person.id]
    if message["message_id"] in chat.messages:
        person._world.remove(chat, message["message_id"])


@dataclass(frozen=True)
class Taps:
    """How a tap on a message reaches the bot that was deleted right after it.

    Telegram may still tell the whole message, or no more than where it stood (date 0, Bot API).
    """

    bare: bool

    async def __call__(self, person: Person, message: Message, data: str) -> CallbackAnswer:
        world, place = person._world, {name: message[name] for name in ("message_id", "chat")}
        deletes(person, message)
        query_id, answer = world.callbacks.ask(person.id)
        query = {
            "id": query_id,
            "from": person.account.user,
            "message": {**place, "date": 0} if self.bare else message,
            "chat_instance": chat_instance(person.id),
            "data": data,
        }
        world.updates.push("callback_query", query)
        return await asyncio.wait_for(answer, 60)


@pytest.fixture(params=[False, True], ids=["told", "bare"])
def taps(request: pytest.FixtureRequest) -> Taps:
    return Taps(bare=request.param)


@pytest.fixture
async def anna(alliance: Alliance) -> Person:
    return await alliance.has(1, "Анна", *Role)


def after(message: Message, words: str) -> Callable[[Message], bool]:
    return lambda one: one["message_id"] > message["message_id"] and words in one.get("text", "")


async def test_a_screen_is_sent_again(alliance: Alliance, anna: Person, taps: Taps) -> None:
    event = await alliance.announces(1)
    letter = await anna.sees("Приглашаем вас")

    answer = await taps(anna, letter, EventsButton().pack())
    assert not answer.show_alert
    events = await anna.sees(after(letter, "Впереди"))

    await taps(anna, events, EventButton(event_id=event).pack())
    assert "Иду" in labels(await anna.sees(after(events, "Встреча")))


async def test_other_buttons_come_with_the_card_that_they_belong_to(
    alliance: Alliance, anna: Person, taps: Taps
) -> None:
    event = await alliance.announces(1)
    letter = await anna.sees("Приглашаем вас")

    more = MoreButton(event_id=event, shown=True).pack()
    answer = await taps(anna, letter, more)

    assert not answer.show_alert
    assert "Кто идёт" in labels(await anna.sees(after(letter, "Встреча")))


async def test_an_answer_is_taken_all_the_same(
    alliance: Alliance, anna: Person, taps: Taps
) -> None:
    event = await alliance.announces(1)
    letter = await anna.sees("Приглашаем вас")

    answer = await taps(anna, letter, RsvpButton(event_id=event, answer=Answer.GOING).pack())

    assert (answer.show_alert, answer.text) == (False, "Записали: вы идёте. До встречи!")


async def test_a_vote_is_taken_all_the_same(alliance: Alliance, taps: Taps) -> None:
    voters = await Voters(alliance).gather()
    poll = await voters.opens()
    ballot = await voters.gleb.sees("Началось голосование")

    vote = next(
        data
        for row in ballot["reply_markup"]["inline_keyboard"]
        for button in row
        if (data := button.get("callback_data", "")).startswith(f"{VoteButton.__prefix__}:{poll}:")
    )
    answer = await taps(voters.gleb, ballot, vote)

    assert (answer.show_alert, answer.text) == (False, "Голос принят. Спасибо!")


async def test_the_question_whether_to_send_it_on_is_asked_of_what_was_deleted(
    anna: Person,
) -> None:
    said = await anna.says("Завтра субботник")
    deletes(anna, said)

    offer = await anna.sees("Разослать это?")
    assert "reply_to_message" not in offer


async def test_a_panel_that_was_deleted_comes_again_with_the_next_file_of_an_album(
    anna: Person,
) -> None:
    await opens(anna)
    photo(anna, "album", "Первое")
    panel = await anna.sees("Черновик")
    deletes(anna, panel)

    photo(anna, "album", "Второе")

    await anna.sees(after(panel, "Черновик"))


async def test_the_link_for_guests_is_shown_in_a_new_picture(
    alliance: Alliance, anna: Person, taps: Taps
) -> None:
    event = await alliance.announces(1)
    letter = await anna.sees("Приглашаем вас")
    await anna.forges(GuestLinkButton(event_id=event).pack(), letter["message_id"])
    shown = await anna.sees(lambda one: "photo" in one)

    renew = GuestLinkButton(event_id=event, act="ask_renew").pack()
    assert not (await taps(anna, shown, renew)).show_alert
    asked = await anna.sees(after(shown, "Сделать новую ссылку?"))

    renew = GuestLinkButton(event_id=event, act="renew").pack()
    assert not (await taps(anna, shown, renew)).show_alert
    await anna.sees(lambda one: "photo" in one and one["message_id"] > asked["message_id"])


async def test_no_button_of_a_deleted_message_breaks_anything(
    alliance: Alliance, anna: Person, taps: Taps
) -> None:
    await alliance.announces(1)
    letter = await anna.sees("Приглашаем вас")
    await begins(anna)
    gone = {**letter, "message_id": GONE}
    every = [
        ":".join([button.__prefix__, *(some_value(*one) for one in button.model_fields.items())])
        for button in BUTTONS
        if button is not EraseButton
    ]

    with capture_logs() as logged:
        answers = await asyncio.gather(*(taps(anna, gone, data) for data in every))
        await alliance.app.updates.stop()  # handlers go on after they have answered

    broken = [
        (data, answer.text)
        for data, answer in zip(every, answers, strict=True)
        if "сломалось" in (answer.text or "")
    ]
    assert not broken
    assert not [entry for entry in logged if entry["log_level"] == "error"]
    assert not [text for text in texts(anna) if "сломалось" in text]
