"""Handle one person's updates in their order, and so that a flood of them delays nobody else."""

import asyncio
from contextvars import ContextVar

import structlog
from aiogram.types import CallbackQuery, Message, Update, User

from bot.domain.refusals import TooFast
from handlers.pipeline.intake import let_go
from handlers.pipeline.routing import FoundRoutes
from handlers.pipeline.steps import Next
from handlers.ui.routes import Data
from handlers.ui.texts import AllTexts

log = structlog.get_logger(__name__)

LONGEST_TURN = 5.0
"""Seconds after which a person's next update is begun though this one is not handled yet."""

MOST_WAITING = 10
"""Updates of one person whose answers are queued for sending."""

MOST_IN_LINE = 100
"""Updates of one person in total: handled, queued for sending, and waiting to begin."""


class _Person:
    """A person's updates in progress."""

    def __init__(self) -> None:
        self.in_work = 0
        self.waiting = 0
        self.left_out = 0
        self.turn = asyncio.Lock()


class _Work:
    """An update in progress; while its answer is queued, the person's next update is handled."""

    def __init__(self, person: _Person) -> None:
        self._person = person
        self._holds = self._waits = False
        self._overdue: asyncio.TimerHandle | None = None

    async def begin(self) -> None:
        """Wait until those before are handled.

        Waiting updates of a flood are confirmed to Telegram at once: unconfirmed, they would hide
        other people's updates.
        """
        if self._person.turn.locked():
            let_go(confirmed=self._person.in_work > MOST_WAITING)
        await self._person.turn.acquire()
        self._holds = True
        self._overdue = asyncio.get_running_loop().call_later(LONGEST_TURN, self.wait)
        _work.set(self)

    def wait(self) -> None:
        """Let the next one begin."""
        if self._holds:
            self._holds, self._waits = False, True
            self._person.waiting += 1
            self._person.turn.release()

    def end(self) -> None:
        """Let the next one begin, unless it has already."""
        if self._overdue is not None:
            self._overdue.cancel()
        if self._holds:
            self._person.turn.release()
        if self._waits:
            self._person.waiting -= 1
        self._holds = self._waits = False


_work: ContextVar[_Work | None] = ContextVar("work", default=None)


def wait_aside() -> None:
    """Let other updates go on, the same person's too: this one only waits to be sent."""
    let_go(confirmed=True)
    if (work := _work.get()) is not None:
        work.wait()


class Floods:
    """Handles a person's updates one after the other, and drops those of a flood.

    Of two on their way at once the answers could arrive in either order: an earlier screen would
    replace a later one. Updates that are one short transaction, above all votes, are not limited,
    because many people tap at the same time. Acts are done even while earlier answers are queued,
    up to a limit. A dropped tap is always answered, so that the person can repeat it. Of dropped
    messages only the first is answered, because answering each would be a flood too. Other kinds
    are never dropped, because they cannot be repeated.
    """

    def __init__(self, texts: AllTexts) -> None:
        self._texts = texts
        self._people: dict[int, _Person] = {}

    async def __call__(self, handler: Next, update: Update, data: Data) -> None:
        """Handle the update in its turn, or drop it."""
        user: User | None = data["event_from_user"]
        found: FoundRoutes | None = data.get("found")
        if user is None or (found is not None and found.in_one_hop):
            await handler(update, data)
            return
        person = self._people.setdefault(user.id, _Person())
        person.in_work += 1
        work = _Work(person)
        try:
            if person.in_work > MOST_IN_LINE and self._leaves_out(person, update, user, data):
                return
            await work.begin()
            if person.waiting >= MOST_WAITING and self._leaves_out(person, update, user, data):
                return
            await handler(update, data)
        finally:
            work.end()
            person.in_work -= 1
            self._forget_idle(user, person)

    async def settled(self, chat: int) -> None:
        """Wait until what is done in a person's own chat is handled, or takes long.

        A tap shows what it has read before it is answered: an edit of the outbox that is newer
        comes after it then. One that is older is edited once more: see `bot/services/shown.py`.
        """
        person = self._people.get(chat)
        if person is not None:
            async with person.turn:
                pass

    def _leaves_out(self, person: _Person, update: Update, user: User, data: Data) -> bool:
        """Tell whether an update is dropped silently; a tap, and the first message, is refused."""
        said = update.event
        if not isinstance(said, Message | CallbackQuery):
            return False
        person.left_out += 1
        if person.left_out == 1:
            log.warning("too much at once", telegram_id=user.id, kind=type(said).__name__)
        elif isinstance(said, Message):
            return True
        data["t"] = self._texts.for_language(user.language_code)
        raise TooFast

    def _forget_idle(self, user: User, person: _Person) -> None:
        if person.in_work:
            return
        del self._people[user.id]
        if person.left_out:
            log.warning("a flood is over", telegram_id=user.id, left_out=person.left_out)
