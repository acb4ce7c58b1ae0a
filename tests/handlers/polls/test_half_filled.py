"""A ballot that is filled in more quickly than its message is edited: no tap is lost."""

import asyncio

from bot.domain.notices import MessageRef
from bot.domain.polls.plans import PollKind
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from handlers.polls.callbacks.polls import MarkButton
from handlers.polls.half_filled import KEPT, MOST_MESSAGES, MOST_TAPS, HalfFilledBallots
from sandbox.chats import Message
from sandbox.faults import Fault
from sandbox.people import Person
from sandbox.queries import CallbackAnswer
from tests.handlers.polls.test_ballots import counted
from tests.keyboards import callback, labels
from tests.voters import SECRET, Voters, of

PEOPLE = ("Анна", "Игорь", "Ольга")


async def at_once(person: Person, message: Message, *words: str) -> list[CallbackAnswer]:
    """Tap several buttons as they stand in a message, before any of them is answered."""
    taps = (person.forges(callback(message, one), message["message_id"]) for one in words)
    return await asyncio.gather(*taps)


async def test_no_mark_is_lost_that_is_tapped_before_the_message_is_edited(voters: Voters) -> None:
    poll = await voters.opens(**of(PollKind.ELECTION, *PEOPLE, seats=2))
    ballot = await voters.gleb.sees("Началось голосование")

    answers = await at_once(voters.gleb, ballot, "1. Анна", "3. Ольга", "Проголосовать")

    await voters.gleb.sees("Голос принят: Анна и Ольга")
    assert [answer.text for answer in answers[:2]] == ["Выбрано 1 из 2", "Выбрано 2 из 2"]
    assert await counted(voters.alliance, poll) == ["10,12"]


async def test_a_tap_too_many_is_refused_in_words_and_drops_no_other(voters: Voters) -> None:
    await voters.opens(**of(PollKind.ELECTION, *PEOPLE, seats=2))
    ballot = await voters.gleb.sees("Началось голосование")

    answers = await at_once(voters.gleb, ballot, "1. Анна", "2. Игорь", "3. Ольга")

    assert "Можно выбрать не больше 2 кандидатов." in (answers[2].text or "")
    form = await voters.gleb.sees("Выбрано 2 из 2")
    assert [label for label in labels(form) if "✓" in label] == ["✓ 1. Анна", "✓ 2. Игорь"]


async def test_the_last_screen_shows_all_that_was_tapped(voters: Voters) -> None:
    """However the edits overtake each other."""
    names = [f"Фонд {n}" for n in range(1, 7)]
    await voters.opens(**of(PollKind.ADMISSION, *names))
    ballot = await voters.gleb.sees("приём в альянс")
    slow = Fault("latency", "editMessageText", seconds=0.2, jitter=1.0)
    voters.alliance.sandbox.faults.add(slow)

    await at_once(voters.gleb, ballot, *(f"{n}. За" for n in range(1, 7)))

    form = await voters.gleb.sees("Отмечено всё.")
    assert sum("✓" in label for label in labels(form)) == 6


async def test_of_a_secret_ballot_the_review_shows_every_tap_and_no_more_is_cast(
    voters: Voters,
) -> None:
    poll = await voters.opens(**SECRET, **of(PollKind.ELECTION, *PEOPLE, seats=2))
    ballot = await voters.gleb.sees("Началось голосование")
    slow = Fault("latency", "editMessageText", seconds=0.2, times=1)
    voters.alliance.sandbox.faults.add(slow)
    await at_once(voters.gleb, ballot, "1. Анна", "2. Игорь", "Проголосовать")
    await voters.alliance.has_handled_all()
    review = await voters.gleb.sees("Ваш выбор: Анна и Игорь")

    sure = callback(review, "Да, проголосовать")
    await voters.gleb.forges(callback(ballot, "2. Игорь"), ballot["message_id"])
    await voters.gleb.sees("Выбрано 1 из 2")
    await voters.gleb.forges(sure, ballot["message_id"])

    await voters.gleb.sees("Номер бюллетеня")
    assert await counted(voters.alliance, poll) == ["10,11"]


async def test_casting_twice_casts_the_same_ballot(voters: Voters) -> None:
    poll = await voters.opens(**of(PollKind.ELECTION, *PEOPLE, seats=2))
    ballot = await voters.gleb.sees("Началось голосование")
    await voters.gleb.taps("1. Анна")
    form = await voters.gleb.sees("Выбрано 1 из 2")

    await at_once(voters.gleb, form, "2. Игорь", "Проголосовать", "Проголосовать")

    await voters.gleb.sees("Голос принят: Анна и Игорь")
    assert await counted(voters.alliance, poll) == ["10,11"]
    assert ballot["message_id"] == form["message_id"]


async def test_what_the_message_shows_is_the_starting_point_after_a_restart(voters: Voters) -> None:
    await voters.opens(**of(PollKind.ELECTION, *PEOPLE, seats=2))
    await voters.gleb.sees("Началось голосование")
    await voters.gleb.taps("3. Ольга")
    await voters.gleb.sees("Выбрано 1 из 2")

    await voters.alliance.restarts()
    await voters.gleb.taps("1. Анна")

    form = await voters.gleb.sees("Выбрано 2 из 2")
    assert [label for label in labels(form) if "✓" in label] == ["✓ 1. Анна", "✓ 3. Ольга"]


async def test_a_ballot_that_is_opened_again_begins_with_what_is_shown(voters: Voters) -> None:
    await voters.opens(**of(PollKind.ELECTION, *PEOPLE, seats=2))
    await voters.gleb.sees("Началось голосование")
    await voters.gleb.taps("1. Анна")
    await voters.gleb.sees("Выбрано 1 из 2")
    await voters.gleb.taps("Назад")
    await voters.gleb.sees("Выбрано 0 из 2")

    await voters.gleb.taps("2. Игорь")

    form = await voters.gleb.sees("Выбрано 1 из 2")
    assert [label for label in labels(form) if "✓" in label] == ["✓ 2. Игорь"]


async def test_no_button_of_a_ballot_has_a_colour(voters: Voters) -> None:
    """«За» is not green and «Против» not red: a binding ballot favours nothing."""
    await voters.opens(**SECRET, **of(PollKind.ADMISSION, "Фонд А", "Фонд Б"))
    shown = [await voters.gleb.sees("приём в альянс")]
    await voters.gleb.taps("1. За")
    await voters.gleb.taps("2. Против")
    shown.append(await voters.gleb.sees("Отмечено всё."))
    await voters.gleb.taps("Проголосовать")
    shown.append(await voters.gleb.sees("Ваш выбор"))

    styles = [
        button.get("style")
        for message in shown
        for row in message["reply_markup"]["inline_keyboard"]
        for button in row
    ]
    assert styles == [None] * len(styles)
    assert not any(sign in message["text"] for message in shown for sign in "✅❌🟢🔴")


def tap(marks: str = "", tapped: int = 1, voter: int = 3) -> MarkButton:
    return MarkButton(poll_id=PollId(7), voter_id=VoterId(voter), marks=marks, tap=tapped)


def test_what_is_remembered_is_of_one_ballot_in_one_message() -> None:
    ballots, message = HalfFilledBallots(), MessageRef(1, 2)
    first = ballots.add(message, tap())

    assert ballots.add(message, tap(tapped=5)) is first
    assert first.taps == [1, 5]
    assert ballots.add(MessageRef(1, 3), tap()) is not first
    assert ballots.find(message, 7, 4) is None
    assert ballots.add(message, tap(voter=4)) is not first


def test_memory_holds_so_many_messages_and_taps_and_no_more() -> None:
    ballots = HalfFilledBallots()
    for number in range(MOST_MESSAGES + 1):
        ballots.add(MessageRef(1, number), tap())

    assert ballots.find(MessageRef(1, 0), 7, 3) is None
    assert ballots.find(MessageRef(1, 1), 7, 3) is not None
    for _ in range(MOST_TAPS):
        filled = ballots.add(MessageRef(1, 1), tap("AQ"))
    assert (filled.base, filled.taps) == ("AQ", [1])


def test_what_was_marked_long_ago_is_forgotten_and_the_buttons_are_believed() -> None:
    clock = [0.0]
    ballots = HalfFilledBallots(lambda: clock[0])
    ballots.add(MessageRef(1, 2), tap())
    clock[0] = KEPT + 1

    assert ballots.find(MessageRef(1, 2), 7, 3) is None
    assert ballots.add(MessageRef(1, 2), tap("AQ")).base == "AQ"
