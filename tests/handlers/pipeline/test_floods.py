"""A flood takes nothing from anybody else: the others are answered while the flooder waits.

Where a chat is allowed one message in a thousand seconds, anyone who is answered after a flood was
answered while the flood's own answers wait for their turn.
"""

import asyncio
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram.types import Update, User
from structlog.testing import capture_logs
from structlog.typing import EventDict

import bot.app
import handlers.pipeline.floods
from bot.delivery.rates import Rates
from bot.domain.people.members import Role
from bot.domain.polls.ballots import Choice
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import TooFast
from handlers.events.callbacks.events import MyEventsButton
from handlers.pipeline.floods import MOST_IN_LINE, MOST_WAITING, Floods, wait_aside
from handlers.polls.callbacks.polls import VoteButton
from handlers.ui.callbacks import EventsButton
from handlers.ui.texts import AllTexts
from sandbox.chats import Message
from sandbox.clock import SandboxClock
from sandbox.faults import Fault
from sandbox.people import PATIENCE, Person
from sandbox.queries import CallbackAnswer
from tests.alliance import Alliance
from tests.handlers.events.forms.steps import comes_to
from tests.processes import a_free_port, webhook
from tests.voters import QUESTION, Voters

SLOWLY = {"DELIVERY__PER_SECOND": "1000", "DELIVERY__PER_CHAT_SECOND": "0.001"}
BURST = Rates().answer_burst
FLOOD = 60


@pytest.fixture(params=["polling", "webhook"])
def settings(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Of a bot in each mode that writes to a chat a few times, and then hardly ever."""
    for name in ("PATIENCE", "UPDATES_END", "WORK_ENDS", "SENDS_END"):
        monkeypatch.setattr(bot.app, name, 0.1)
    return SLOWLY | (webhook(a_free_port()) if request.param == "webhook" else {})


by_polling = pytest.mark.parametrize("alliance", ["polling"], indirect=True)


async def floods(person: Person, text: str = "/start", *, times: int = FLOOD) -> None:
    for _ in range(times):
        await person.says(text)


def said(chat: list[Message]) -> list[str]:
    """Return what the bot wrote."""
    return [message["text"] for message in chat if message["from"]["is_bot"]]


def by_person(logged: list[EventDict], event: str) -> list[int]:
    return sorted(entry["telegram_id"] for entry in logged if entry["event"] == event)


async def waiting(alliance: Alliance, turns: int) -> None:
    """Wait until at least so many answers wait for their turn."""
    async with asyncio.timeout(PATIENCE):
        while alliance.app._limiter.waiting < turns:  # noqa: ASYNC110  nothing tells of it
            await asyncio.sleep(0)


async def taps_all(person: Person, buttons: list[str], message: Message) -> list[CallbackAnswer]:
    """Tap a message's buttons by turns, all at once, and return what each tap was answered."""
    chosen = (buttons[turn % len(buttons)] for turn in range(FLOOD))
    taps = (person.forges(button, message["message_id"]) for button in chosen)
    return await asyncio.gather(*taps)


async def test_strangers_who_flood_the_bot_hold_up_nobody(alliance: Alliance) -> None:
    boris = await alliance.has(2, "Борис")
    strangers = [alliance.sandbox.add_person(number, "Чужой") for number in range(50, 54)]

    with capture_logs() as logged:
        for stranger in strangers:
            await floods(stranger)
        await boris.says("/events")
        await boris.sees("Пока событий нет")

        for stranger in strangers:
            await stranger.watches(lambda chat: len(said(chat)) == BURST)
        await waiting(alliance, len(strangers) * (MOST_WAITING + 1))  # and the word that tells them
        await alliance.stack.aclose()

    ids = [stranger.id for stranger in strangers]
    assert by_person(logged, "too much at once") == ids, "each is logged once"
    assert by_person(logged, "a flood is over") == ids


def update(number: int, kind: str) -> Update:
    """Return an update of Boris's."""
    boris = {"id": 2, "is_bot": False, "first_name": "Борис", "language_code": "ru"}
    chat = {"id": 2, "type": "private", "first_name": "Борис"}
    events: dict[str, dict[str, Any]] = {
        "message": {"message_id": number, "date": 0, "chat": chat, "from": boris, "text": "/me"},
        "callback_query": {"id": str(number), "from": boris, "chat_instance": "1", "data": "mine"},
        "poll_answer": {
            "poll_id": "1",
            "user": boris,
            "option_ids": [0],
            "option_persistent_ids": [],
        },
    }
    return Update.model_validate({"update_id": number, kind: events[kind]})


class Handling:
    """A handler that is busy until it is told to go on, behind the bound of one person."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._floods = Floods(AllTexts("ru", zone, SandboxClock()))
        self._tasks: list[asyncio.Task[Any]] = []
        self.goes_on = asyncio.Event()
        self.begun: list[int] = []

    async def handle(self, update: Update, _: dict[str, Any]) -> None:
        self.begun.append(update.update_id)
        await self.goes_on.wait()

    def come(self, *updates: Update) -> list[asyncio.Task[Any]]:
        boris = User(id=2, is_bot=False, first_name="Борис")
        tasks = [
            asyncio.create_task(self._floods(self.handle, one, {"event_from_user": boris}))
            for one in updates
        ]
        self._tasks += tasks
        return tasks

    async def ends(self) -> None:
        self.goes_on.set()
        await asyncio.gather(*self._tasks, return_exceptions=True)


@pytest.fixture
def handling() -> Handling:
    return Handling(ZoneInfo("Asia/Yekaterinburg"))


async def test_a_person_s_updates_are_handled_in_order_one_after_the_other(
    handling: Handling,
) -> None:
    handling.come(*(update(number, "message") for number in range(1, 10)))
    await asyncio.sleep(0)
    assert handling.begun == [1]

    await handling.ends()

    assert handling.begun == list(range(1, 10))


async def test_what_takes_too_long_does_not_hold_up_what_the_person_does_next(
    handling: Handling, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handlers.pipeline.floods, "LONGEST_TURN", 0)
    handling.come(update(1, "message"), update(2, "message"))
    for _ in range(10):
        await asyncio.sleep(0)
    assert handling.begun == [1, 2]

    await handling.ends()


async def test_of_what_is_left_out_each_tap_is_refused_and_of_the_messages_the_first(
    handling: Handling,
) -> None:
    handling.come(*(update(number, "message") for number in range(MOST_IN_LINE)))
    await asyncio.sleep(0)

    with capture_logs() as logged:
        first, second, tap, other = handling.come(
            update(200, "message"),
            update(201, "message"),
            update(202, "callback_query"),
            update(203, "poll_answer"),
        )
        await handling.ends()

    assert isinstance(first.exception(), TooFast)
    assert second.result() is None
    assert isinstance(tap.exception(), TooFast)
    assert other.exception() is None
    assert handling.begun == [*range(MOST_IN_LINE), 203], "nothing that can be repeated"
    assert [(entry["event"], entry.get("left_out")) for entry in logged] == [
        ("too much at once", None),
        ("a flood is over", 3),
    ]


async def test_the_next_update_is_begun_while_an_answer_waits_for_its_turn(
    handling: Handling, monkeypatch: pytest.MonkeyPatch
) -> None:
    handle = handling.handle

    async def answer(event: Update, data: dict[str, Any]) -> None:
        wait_aside()
        await handle(event, data)

    monkeypatch.setattr(handling, "handle", answer)
    tasks = handling.come(*(update(number, "message") for number in range(MOST_WAITING + 2)))
    await asyncio.sleep(0)
    await handling.ends()

    assert handling.begun == list(range(MOST_WAITING))
    assert isinstance(tasks[-2].exception(), TooFast)
    assert tasks[-1].result() is None


@by_polling
async def test_of_many_taps_all_are_answered_and_only_the_newest_screen_waits(
    alliance: Alliance,
) -> None:
    boris, anna = await alliance.has(2, "Борис"), await alliance.has(1, "Анна", Role.ORGANISER)
    await alliance.announces(1)
    await boris.sees("Приглашаем вас")
    await boris.says("/events")
    lists = await boris.sees("Впереди")

    answers = await taps_all(boris, [EventsButton().pack(), MyEventsButton().pack()], lists)
    await anna.says("/events")
    await anna.sees("Впереди")

    assert {answer.show_alert for answer in answers} == {False}
    await waiting(alliance, 1)
    assert alliance.app._limiter.waiting <= 2, "the newest text and the newest keyboard"


@by_polling
async def test_votes_are_taken_however_much_the_voter_has_in_work(alliance: Alliance) -> None:
    voters = await Voters(alliance).gather()
    poll = await voters.opens()
    ballot = await voters.vera.sees(QUESTION)
    await floods(voters.vera, "/events", times=150)

    choices = (Choice.FOR, Choice.AGAINST)
    votes = [
        VoteButton(poll_id=poll, voter_id=VoterId(1), choice=choice).pack() for choice in choices
    ]
    answers = await taps_all(voters.vera, votes, ballot)

    assert {answer.text for answer in answers} == {"Голос принят. Спасибо!", "Голос изменён."}


async def test_a_stop_ends_though_answers_wait_and_others_hang(alliance: Alliance) -> None:
    stranger, boris = alliance.sandbox.add_person(50, "Чужой"), await alliance.has(2, "Борис")
    alliance.sandbox.faults.add(Fault("latency", "sendMessage", chat=boris.id, seconds=3600))
    await floods(stranger)
    await boris.says("/events")
    await waiting(alliance, MOST_WAITING)
    await boris.says("/events")

    with capture_logs() as logged:
        async with asyncio.timeout(PATIENCE):
            await alliance.stack.aclose()

    given_up = [entry["cause"] for entry in logged if entry["event"] == "answer given up"]
    assert given_up.count("TurnedAway") >= MOST_WAITING
    assert "updates given up" in [entry["event"] for entry in logged], "the answer that hangs"


@by_polling
async def test_a_form_is_filled_in_within_one_burst_of_answers(alliance: Alliance) -> None:
    await alliance.has(2, "Борис")
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    await olga.says("/manage")
    await olga.sees("Впереди")

    preview = await comes_to(olga, alliance, "preview")

    assert "Встреча" in preview["text"]
