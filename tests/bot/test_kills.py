"""The bot is killed at any moment of a vote: what a voter was told counts, and counts once."""

import asyncio
import re
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.domain.polls.ballots import Choice
from bot.domain.polls.plans import Candidate, CandidateId, PollKind
from bot.domain.polls.voters import VoterId
from handlers.polls.callbacks.polls import VoteButton
from sandbox.chats import Message
from sandbox.clock import SandboxClock
from sandbox.faults import Fault
from sandbox.people import PATIENCE, CallbackAnswer, Person
from sandbox.server import Sandbox
from sandbox.views import text_of
from tests.effort import effort
from tests.kills import Moment, Tap, Vote, Voting, first
from tests.meetings import POLL, Meeting
from tests.processes import a_free_port, webhook
from tests.voters import QUESTION, SECRET

SURE, CAST, BACK = "Да, проголосовать", "Проголосовать", "‹ Назад"
CHOICE, CANDIDATE = "Ваш выбор:", re.compile(r"Кандидат \d")
COUNTS = "Голос принят"
"""What a card says of a ballot that is cast."""

FAST = {"DELIVERY__PER_SECOND": "1000", "DELIVERY__PER_CHAT_SECOND": "1000"}
ELECTION: dict[str, Any] = {
    "kind": PollKind.ELECTION,
    "seats": 2,
    "candidates": tuple(Candidate(CandidateId(n), f"Кандидат {n}") for n in (1, 2, 3)),
}
WORDS = {
    "for": ["За"],
    "against": ["Против"],
    "abstain": ["Воздержусь"],
    "1,3": ["1. Кандидат 1", "3. Кандидат 3"],
    "2": ["2. Кандидат 2"],
}
"""The buttons that are tapped for a ballot which is written so."""

SEED = 7
KILLS = effort(6, 20)
"""In a long run more than fifty in all."""


@pytest.fixture
def meeting(sandbox: Sandbox, clock: SandboxClock, tmp_path: Path) -> Meeting:
    return Meeting(sandbox, clock, tmp_path)


@pytest.fixture
def vote(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Vote:
    return Vote(sandbox, tmp_path, monkeypatch)


def assert_killed_during_the_vote(vote: Vote, kills: int) -> None:
    """See that at each kill people were voting, and that most bots had taken ballots before."""
    taken = [kill.taken for kill in vote.kills]
    assert len(taken) == kills
    assert all(kill.unfinished for kill in vote.kills)
    assert len({0, *taken}) > len(taken) // 2
    assert taken[-1] < vote.taken, "and the last one left some to take"


def crowds(votings: list[Voting], size: int) -> list[list[Voting]]:
    """Have so many people begin in each life of the bot."""
    return [votings[at : at + size] for at in range(0, len(votings), size)]


def moments(mind: Random, kills: int, taken: int) -> list[Moment]:
    """Draw when to kill; those who begin in each life of the bot make enough for it to do."""
    return [Moment(mind.randint(0, taken), mind.randint(1, 5)) for _ in range(kills)]


# --- named ----------------------------------------------------------------------------------------


def choice_data(voter: VoterId, choice: Choice) -> str:
    return VoteButton(poll_id=POLL, voter_id=voter, choice=choice).pack()


async def changes_mind(vote: Vote, person: Person, voter: VoterId, mind: Random) -> None:
    """Tap two buttons of the ballot at once, twice, each time until there is an answer."""
    ballot = await person.sees(QUESTION, PATIENCE)
    for _ in range(2):
        answers: list[object] = []
        while not any(answers):
            taps = [
                vote.tap(person, ballot["message_id"], choice_data(voter, one), Tap(voter, one))
                for one in mind.sample(list(Choice), 2)
            ]
            answers = await asyncio.gather(*taps)


def may_count(taps: list[Tap]) -> set[str]:
    """Return what a voter's ballot may say: the last tap that was confirmed, or any after it.

    Of a tap that was not answered nobody knows whether the bot has had it.
    """
    last = max(place for place, tap in enumerate(taps) if tap.taken)
    return {tap.ballot for tap in taps[last:] if tap.taken or tap.told is None}


@pytest.mark.parametrize(("mode", "kills"), [("polling", KILLS), ("webhook", KILLS // 2)])
async def test_of_a_named_ballot_the_last_word_that_was_confirmed_survives_any_kill(
    meeting: Meeting, vote: Vote, mode: str, kills: int
) -> None:
    mind = Random(SEED)  # noqa: S311  moments that can be drawn again
    settings = FAST | (webhook(a_free_port()) if mode == "webhook" else {})
    await meeting.opens(voters=2 * (kills + 1))
    votings = [
        changes_mind(vote, person, voter, mind)
        for voter, people in meeting.people.items()
        for person in people
    ]

    async with vote.through(crowds(votings, 4), moments(mind, kills, taken=8), **settings):
        counted = meeting.ballots()
        for voter, ballot in counted.items():
            taps = [tap for tap in vote.taps if str(tap.voter) == voter]
            assert ballot in may_count(taps), taps
        tapped = Counter((tap.voter, tap.ballot) for tap in vote.taps)
        assert meeting.recorded() <= tapped, "no tap is there twice, nor what nobody tapped"
        await meeting.hears_of(f"За: {Counter(counted.values())['for']}")

    assert_killed_during_the_vote(vote, kills)
    meeting.assert_over()


# --- secret ---------------------------------------------------------------------------------------


def newest(person: Person) -> Message:
    """Return the message in which the poll is shown now: its card, a form, a question."""
    return [message for message in person.chat() if QUESTION in text_of(message)][-1]


def sees_it_counts(person: Person) -> bool:
    """Tell whether a card, or the message with a number, says that the ballot is cast."""
    return any(COUNTS in text_of(message) for message in person.chat())


async def turns(person: Person, screen: Message) -> None:
    """Wait until the poll is shown in another way."""
    await person.watches(lambda _: newest(person) != screen, PATIENCE)


def next_tap(screen: Message, words: list[str]) -> tuple[str, str]:
    """Return the words and the data of the button that leads to a ballot of these words.

    A ballot that was filled in before a kill is read before it is confirmed, as a voter would.
    """
    rows = screen["reply_markup"]["inline_keyboard"]
    data = {one["text"]: one.get("callback_data", "") for row in rows for one in row}
    button = next(one for one in (SURE, *words, CAST) if one in data)
    said = next((line for line in text_of(screen).splitlines() if line.startswith(CHOICE)), "")
    if button == SURE and CANDIDATE.findall(said) != CANDIDATE.findall(" ".join(words)):
        button = BACK
    return button, data[button]


async def votes_secretly(vote: Vote, person: Person, voter: VoterId, ballot: str) -> None:
    """Fill in a ballot, cast it for good, and after a kill go on from what the chat shows."""
    await person.sees(QUESTION, PATIENCE)
    while not sees_it_counts(person):
        killed, screen = vote.killed, newest(person)
        button, data = next_tap(screen, WORDS[ballot])
        cast = Tap(voter, ballot) if button == SURE else None
        answer = await vote.tap(person, screen["message_id"], data, cast)
        if answer is not None and cast is not None:
            return
        if answer is not None:
            await first(asyncio.create_task(turns(person, screen)), killed)


@pytest.mark.parametrize(
    ("plan", "ballots", "outcome"),
    [({}, ["for", "against", "abstain"], "За: %(for)s"), (ELECTION, ["1,3", "2"], "за %(2)s")],
    ids=["motion", "election"],
)
async def test_no_secret_ballot_that_was_confirmed_is_lost_or_counted_twice_by_any_kill(
    meeting: Meeting, vote: Vote, plan: dict[str, Any], ballots: list[str], outcome: str
) -> None:
    mind, kills = Random(SEED), KILLS // 2  # noqa: S311  as above
    await meeting.opens(voters=3 * (kills + 1), **SECRET, **plan)
    meant = {voter: mind.choice(ballots) for voter in meeting.people}
    votings = [
        votes_secretly(vote, person, voter, meant[voter])
        for voter, people in meeting.people.items()
        for person in people
    ]

    async with vote.through(crowds(votings, 6), moments(mind, kills, taken=2), **FAST):
        counted, numbers = meeting.ballots(), meeting.numbers()
        assert Counter(counted.values()) == Counter(meant.values()), "all are there, none twice"
        told = {number: meant[voter] for number, voter in numbers.items()}
        assert counted.items() >= told.items(), "what a number is told for is counted"
        assert max(Counter(numbers.values()).values()) == 1, "one number a voter"
        meeting.assert_numbers_go()
        taken = Counter(tap.voter for tap in vote.taps if tap.taken)
        assert max(taken.values()) == 1, "a second tap is told that the ballot is cast already"
        await meeting.hears_of(outcome % Counter(meant.values()))

    assert_killed_during_the_vote(vote, kills)
    meeting.assert_over()


# --- between the commit and the answer ------------------------------------------------------------

ANSWER = "answerCallbackQuery"


async def dies_unanswered(
    telegram: Sandbox, vote: Vote, person: Person, message: int, tap: tuple[str, Tap]
) -> None:
    """Tap, and have the bot be killed at its answer, of which Telegram hears nothing."""
    data, ballot = tap
    telegram.faults.add(Fault("drop_before", ANSWER, times=1))
    assert await vote.tap(person, message, data, ballot) is None


async def test_a_named_ballot_that_was_taken_but_never_confirmed_is_shown_at_the_next_tap(
    sandbox: Sandbox, meeting: Meeting, vote: Vote
) -> None:
    await meeting.opens(voters=2)
    voter, (person, _) = min(meeting.people.items())
    answers: list[CallbackAnswer | None] = []

    async def votes() -> None:
        ballot = (await person.sees(QUESTION, PATIENCE))["message_id"]
        tap = choice_data(voter, Choice.AGAINST), Tap(voter, Choice.AGAINST)
        await dies_unanswered(sandbox, vote, person, ballot, tap)
        assert meeting.recorded() == {(voter, "against"): 1}
        answers.append(await vote.tap(person, ballot, choice_data(voter, Choice.AGAINST)))
        await person.sees("Голос принят: «Против»", PATIENCE)

    async with vote.through([[votes()], []], [Moment(0, 1, ANSWER)], **FAST):
        assert [answer.text for answer in answers if answer] == ["Голос принят. Спасибо!"]
        assert meeting.recorded() == {(voter, "against"): 1}


async def test_a_secret_ballot_that_was_taken_but_never_confirmed_is_said_to_be_cast(
    sandbox: Sandbox, meeting: Meeting, vote: Vote
) -> None:
    await meeting.opens(voters=2, **SECRET)
    voter, (person, _) = min(meeting.people.items())
    answers: list[CallbackAnswer | None] = []

    async def votes() -> None:
        ballot = await person.sees(QUESTION, PATIENCE)
        await vote.tap(person, ballot["message_id"], next_tap(ballot, ["За"])[1])
        asked = await person.sees("Ваш выбор: «За»", PATIENCE)
        sure = next_tap(asked, [])[1]
        await dies_unanswered(sandbox, vote, person, asked["message_id"], (sure, Tap(voter, "for")))
        assert list(meeting.ballots().values()) == ["for"]
        answers.append(await vote.tap(person, asked["message_id"], sure))
        await person.sees(COUNTS, PATIENCE)

    async with vote.through([[votes()], []], [Moment(0, 2, ANSWER)], **FAST):
        (answer,) = answers
        assert answer
        assert "уже подан, и он будет посчитан" in (answer.text or "")
        assert answer.show_alert
        assert list(meeting.ballots().values()) == ["for"]
        await person.watches(lambda _: meeting.numbers() == dict.fromkeys(meeting.ballots(), voter))
