"""Native polls."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InputPollOption

from sandbox.actions import NotPossibleError
from sandbox.people import Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA, GROUP, Call

OPTIONS: list[InputPollOption | str] = [InputPollOption(text=text) for text in ("Да", "Нет")]


async def test_votes_are_counted_and_told(
    bot: Bot, anna: Person, boris: Person, group: int
) -> None:
    message = await bot.send_poll(group, "Когда?", OPTIONS, is_anonymous=False)
    assert message.poll is not None
    await anna.votes(message.message_id, [1], chat_id=group)
    updates = await bot.get_updates()
    (answer,) = [update.poll_answer for update in updates if update.poll_answer]
    assert answer.user is not None
    assert (answer.user.id, answer.option_ids) == (ANNA, [1])
    assert answer.option_persistent_ids == [message.poll.options[1].persistent_id]
    (poll,) = [update.poll for update in updates if update.poll]
    assert [option.voter_count for option in poll.options] == [0, 1]
    seen = boris.chat(group)[0]["poll"]
    assert seen["total_voter_count"] == 1


async def test_a_vote_taken_back_has_no_options(bot: Bot, anna: Person) -> None:
    message = await bot.send_poll(ANNA, "Когда?", OPTIONS, is_anonymous=False)
    await anna.votes(message.message_id, [0])
    await anna.votes(message.message_id, [])
    answers = [update.poll_answer for update in await bot.get_updates() if update.poll_answer]
    assert [answer.option_ids for answer in answers] == [[0], []]
    assert anna.chat()[0]["poll"]["total_voter_count"] == 0


async def test_nobody_learns_who_voted_anonymously(bot: Bot, anna: Person) -> None:
    message = await bot.send_poll(ANNA, "Когда?", OPTIONS)
    await anna.votes(message.message_id, [0])
    assert [update.event_type for update in await bot.get_updates()] == ["poll"]


async def test_a_stopped_poll_takes_no_votes(bot: Bot, anna: Person) -> None:
    message = await bot.send_poll(ANNA, "Когда?", OPTIONS)
    await anna.votes(message.message_id, [0])
    poll = await bot.stop_poll(ANNA, message.message_id)
    assert (poll.is_closed, poll.total_voter_count) == (True, 1)
    with pytest.raises(NotPossibleError, match="poll has already been closed"):
        await anna.votes(message.message_id, [1])
    with pytest.raises(TelegramBadRequest, match="poll has already been closed"):
        await bot.stop_poll(ANNA, message.message_id)


async def test_what_is_no_poll_is_not_stopped(bot: Bot) -> None:
    await bot.send_message(ANNA, "a")
    for number in (1, 99):
        with pytest.raises(TelegramBadRequest, match="message with poll to stop not found"):
            await bot.stop_poll(ANNA, number)


async def test_a_poll_closes_by_the_sandboxs_clock(
    sandbox: Sandbox, bot: Bot, anna: Person
) -> None:
    await bot.send_poll(ANNA, "Когда?", OPTIONS, open_period=600)
    closes = sandbox.clock.now() + timedelta(days=1)
    await bot.send_poll(ANNA, "Когда?", OPTIONS, close_date=closes)
    sandbox.clock.advance(timedelta(hours=1))
    assert [message["poll"]["is_closed"] for message in anna.chat()] == [True, False]
    sandbox.clock.advance(timedelta(days=1))
    assert [message["poll"]["is_closed"] for message in anna.chat()] == [True, True]
    polls = [update.poll for update in await bot.get_updates()]
    assert [poll.is_closed for poll in polls if poll] == [True, True]


@pytest.mark.parametrize(
    ("choice", "words"), [([5], "OPTION_INVALID"), ([0, 1], "OPTIONS_TOO_MUCH")]
)
async def test_impossible_votes_are_refused(
    bot: Bot, anna: Person, choice: list[int], words: str
) -> None:
    message = await bot.send_poll(ANNA, "Когда?", OPTIONS)
    with pytest.raises(NotPossibleError, match=words):
        await anna.votes(message.message_id, choice)


async def test_a_quiz_takes_one_answer_only_once(bot: Bot, anna: Person) -> None:
    message = await bot.send_poll(ANNA, "2×2?", OPTIONS, type="quiz", correct_option_ids=[0])
    await anna.votes(message.message_id, [1])
    with pytest.raises(NotPossibleError, match="REVOTE_NOT_ALLOWED"):
        await anna.votes(message.message_id, [0])


async def test_several_answers_when_allowed(bot: Bot, anna: Person) -> None:
    message = await bot.send_poll(ANNA, "Когда?", OPTIONS, allows_multiple_answers=True)
    await anna.votes(message.message_id, [1, 0])
    poll = anna.chat()[0]["poll"]
    assert [option["voter_count"] for option in poll["options"]] == [1, 1]
    assert poll["total_voter_count"] == 1


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"question": " "}, "poll question must be non-empty"),
        ({"options": [{"text": " "}]}, "poll options must be non-empty"),
        ({"options": [{"text": "a"}] * 13}, "poll can't have more than 12 options"),
        ({"type": "quiz"}, "there must be at least one correct option"),
        ({"correct_option_ids": [2]}, "wrong correct option ID"),
        ({"open_period": 4}, "open_period"),
        ({"close_date": 5}, "poll close date is out of range"),
        ({"open_period": 5, "close_date": 5}, "can't be used together"),
        ({"explanation": "a" * 201}, "poll explanation length must not exceed 200"),
        ({"media": {"type": "photo", "media": "x"}}, "does not play media of polls"),
    ],
)
async def test_a_poll_that_telegram_would_not_send_is_refused(
    call: Call, anna: Person, params: dict[str, Any], words: str
) -> None:
    usual = {"chat_id": ANNA, "question": "q", "options": [{"text": "a"}]}
    answer = await call("sendPoll", **{**usual, **params})
    assert words in answer["description"]
    assert anna.chat() == []


async def test_polls_are_not_copied(bot: Bot, group: int) -> None:
    message = await bot.send_poll(GROUP, "Когда?", OPTIONS)
    with pytest.raises(Exception, match="does not play copy of polls"):
        await bot.copy_message(ANNA, group, message.message_id)
