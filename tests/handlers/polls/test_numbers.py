"""The number of a secret ballot: told, told again until the close, and gone from the chat soon."""

import re
from datetime import timedelta

import pytest

from bot.domain.people.members import TelegramId
from bot.domain.polls.ballots import Choice
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from handlers.polls.callbacks.polls import MyNumberButton, VoteButton
from sandbox.chats import Message
from sandbox.people import Person
from storage.polls.keys import PollKeys
from tests.databases import query
from tests.keyboards import labels
from tests.voters import DAY, SECRET, Voters

NUMBER = re.compile(r"(?:[A-Z2-7]{4}-){6}[A-Z2-7]{2}")
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
TEN_MINUTES = 10 * MINUTE
COMING = "Сейчас покажем номер бюллетеня"


def numbers_in(chat: list[Message]) -> list[str]:
    """Return the numbers of secret ballots that stand in a chat."""
    return [number for message in chat for number in NUMBER.findall(message["text"])]


async def votes(person: Person) -> str:
    """Cast a secret ballot; return its number."""
    await person.sees("Голосование тайное")
    await person.taps("За")
    await person.sees("Ваш выбор: «За»")
    await person.taps("Да, проголосовать")
    await person.watches(lambda chat: bool(numbers_in(chat)))
    return numbers_in(person.chat())[0]


async def asks_again(person: Person) -> None:
    """Ask for one's number by the buttons of the card."""
    await person.sees(lambda message: "Ещё…" in labels(message))
    await person.taps("Ещё…")
    await person.sees(lambda message: "Мой номер" in labels(message))
    await person.taps("Мой номер")


async def removals(voters: Voters) -> int:
    rows = await query(
        voters.alliance.database, "SELECT 1 FROM notices WHERE kind = 'poll.number_shown'"
    )
    return len(rows)


async def owed(voters: Voters) -> int:
    rows = await query(
        voters.alliance.database, "SELECT 1 FROM notices WHERE kind = 'poll.number_owed'"
    )
    return len(rows)


async def votes_silently(voters: Voters, poll: PollId, member: int) -> str:
    """Cast a secret ballot of a council member; the bot does not come to telling its number."""
    taken = await voters.alliance.services.ballots.cast_as(
        TelegramId(member), poll, VoterId(member), "for", None, 7
    )
    assert taken.cast.number is not None
    return taken.cast.number


async def test_a_number_is_deleted_from_the_chat_after_ten_minutes_and_nothing_tells_of_it(
    voters: Voters,
) -> None:
    await voters.opens(**SECRET)
    await votes(voters.gleb)
    told = next(one for one in voters.gleb.chat() if numbers_in([one]))
    assert "через десять минут бот удалит это сообщение" in told["text"]
    await voters.alliance.goes_on(TEN_MINUTES - timedelta(seconds=5))
    assert numbers_in(voters.gleb.chat())

    await voters.alliance.goes_on(timedelta(seconds=6))

    await voters.gleb.watches(lambda chat: not numbers_in(chat))
    assert all(one["message_id"] != told["message_id"] for one in voters.gleb.chat())
    await voters.alliance.stands_still()
    assert await removals(voters) == 0


async def test_a_number_is_shown_again_until_the_close_and_no_longer(voters: Voters) -> None:
    poll = await voters.opens(**SECRET)
    number = await votes(voters.gleb)
    await voters.alliance.goes_on(TEN_MINUTES)
    await voters.gleb.watches(lambda chat: not numbers_in(chat))

    await asks_again(voters.gleb)
    await voters.gleb.watches(lambda chat: numbers_in(chat) == [number])

    await voters.closes()
    await voters.gleb.watches(lambda chat: not numbers_in(chat))
    button = MyNumberButton(poll_id=poll, voter_id=VoterId(3)).pack()
    card = await voters.gleb.sees("Итог")
    answer = await voters.gleb.forges(button, card["message_id"])
    assert answer.text is not None
    assert "завершено" in answer.text or "закончилось" in answer.text
    await voters.gleb.watches(lambda chat: not any("Мой номер" in labels(one) for one in chat))


async def test_a_number_is_told_to_nobody_who_may_not_cast_the_ballot(voters: Voters) -> None:
    poll = await voters.opens(**SECRET)
    await votes(voters.gleb)
    button = MyNumberButton(poll_id=poll, voter_id=VoterId(3)).pack()
    ballot = await voters.dina.sees("Голосование тайное")

    await voters.dina.forges(button, ballot["message_id"])
    await voters.dina.forges(
        MyNumberButton(poll_id=poll, voter_id=VoterId(4)).pack(), ballot["message_id"]
    )

    assert numbers_in(voters.dina.chat()) == []


async def test_who_taps_again_because_the_bot_was_stopped_is_told_the_number(
    voters: Voters,
) -> None:
    """The ballot was kept, and the bot died before it could say so."""
    poll = await voters.opens(**SECRET)
    ballot = await voters.gleb.sees("Голосование тайное")
    cast = await voters.alliance.services.ballots.cast_as(
        TelegramId(voters.gleb.id), poll, VoterId(3), "for", None, 7
    )
    assert numbers_in(voters.gleb.chat()) == []

    again = VoteButton(poll_id=poll, voter_id=VoterId(3), choice=Choice.FOR).pack()
    answer = await voters.gleb.forges(again, ballot["message_id"])

    assert "уже подан, и он будет посчитан" in (answer.text or "")
    await voters.gleb.watches(lambda chat: numbers_in(chat) == [cast.cast.number])


async def test_the_number_of_the_ballot_that_closed_the_vote_is_told_though_the_bot_was_stopped(
    voters: Voters,
) -> None:
    """Nobody can ask for it any more; the key stays until it was told, and no longer."""
    poll = await voters.opens(**SECRET, closes_when_all_voted=True)
    for member in (1, 2, 4):
        await votes_silently(voters, poll, member)
    number = await votes_silently(voters, poll, 3)
    assert await voters.gleb.sees("Итог")
    assert numbers_in(voters.gleb.chat()) == []
    await voters.alliance.restarts()

    await voters.alliance.goes_on(MINUTE)

    await voters.gleb.watches(lambda chat: numbers_in(chat) == [number])
    await voters.alliance.goes_on(TEN_MINUTES)
    await voters.gleb.watches(lambda chat: not numbers_in(chat))
    await voters.alliance.stands_still()
    assert (await owed(voters), await removals(voters)) == (0, 0)
    await voters.alliance.database.truncate_wal()
    assert PollKeys(voters.alliance.config.storage.path).polls() == []


async def test_a_number_that_was_told_as_the_vote_closed_is_not_told_again(voters: Voters) -> None:
    poll = await voters.opens(**SECRET, closes_when_all_voted=True)
    for member in (1, 2, 4):
        await votes_silently(voters, poll, member)
    number = await votes(voters.gleb)
    await voters.alliance.app.updates.stop()  # that it was told is kept after it is shown
    await voters.alliance.stands_still()
    assert await owed(voters) == 0
    await voters.alliance.goes_on(MINUTE)
    await voters.alliance.stands_still()
    assert numbers_in(voters.gleb.chat()) == [number]


async def test_an_hour_after_the_close_the_key_is_destroyed_though_a_number_could_not_be_told(
    voters: Voters,
) -> None:
    poll = await voters.opens(**SECRET, closes_when_all_voted=True)
    for member in (1, 2, 4):
        await votes_silently(voters, poll, member)
    await voters.alliance.stands_still()
    await votes_silently(voters, poll, 3)
    keys = PollKeys(voters.alliance.config.storage.path)
    await voters.alliance.database.truncate_wal()
    assert keys.polls() == [poll]

    voters.alliance.clock.advance(HOUR)
    await voters.alliance.restarts()
    await voters.gleb.sees("Итог")
    await voters.alliance.stands_still()

    assert await owed(voters) == 0
    await voters.alliance.database.truncate_wal()
    assert keys.polls() == []
    assert numbers_in(voters.gleb.chat()) == []


async def test_no_number_is_put_into_the_chat_before_it_is_noted_when_it_goes(
    voters: Voters, monkeypatch: pytest.MonkeyPatch
) -> None:
    await voters.opens(**SECRET)

    async def dies(*_: object) -> None:
        raise RuntimeError("the bot dies here")

    monkeypatch.setattr(voters.alliance.services.ballot_numbers, "show", dies)
    await voters.gleb.sees("Голосование тайное")
    await voters.gleb.taps("За")
    await voters.gleb.sees("Ваш выбор: «За»")
    await voters.gleb.taps("Да, проголосовать")

    await voters.gleb.sees(COMING)
    await voters.gleb.sees("Что-то сломалось")
    assert numbers_in(voters.gleb.chat()) == []


async def test_a_number_that_is_too_old_to_be_deleted_is_taken_out_of_its_message(
    voters: Voters,
) -> None:
    await voters.opens(**SECRET)
    await votes(voters.gleb)

    await voters.alliance.goes_on(2 * DAY + TEN_MINUTES)

    await voters.gleb.sees("Номер бюллетеня убран")
    assert numbers_in(voters.gleb.chat()) == []


async def test_a_number_in_the_chat_of_somebody_who_blocked_the_bot_goes_once_they_are_back(
    voters: Voters,
) -> None:
    await voters.opens(**SECRET)
    await votes(voters.gleb)
    voters.gleb.blocks()
    await voters.alliance.goes_on(TEN_MINUTES)
    await voters.alliance.stands_still()
    assert numbers_in(voters.gleb.chat())
    assert await removals(voters) == 1

    voters.gleb.unblocks()
    await voters.alliance.restarts()
    await voters.gleb.says("/start")
    await voters.gleb.sees("Добро пожаловать")
    await voters.alliance.goes_on(DAY)
    await voters.gleb.watches(lambda chat: not numbers_in(chat))
