"""An outbox and what becomes of its notices, without a worker."""

from bot.domain.events.events import EventId
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.features import NOTICES
from bot.services.deliveries import Deliveries, Delivery
from bot.services.events.events import Events
from bot.services.events.rsvps import Rsvps
from sandbox.clock import SandboxClock
from storage.engine.database import Database
from tests.alliance import a_plan, some_rules
from tests.databases import query

ANNA, BORIS = MemberId(1), MemberId(2)
ATTEMPTS = 3


class Mailroom:
    """What the worker sees of the outbox; Anna organises, Boris is a member."""

    def __init__(self, database: Database, clock: SandboxClock) -> None:
        self.database, self.clock, self.rules = database, clock, some_rules()
        self.deliveries = Deliveries(
            database, clock, self.rules, notices=NOTICES, max_attempts=ATTEMPTS, language="ru"
        )
        self.events = Events(database, clock, self.rules)
        self.rsvps = Rsvps(database, clock, self.rules)

    async def publishes(self) -> EventId:
        return await self.events.publish(ANNA, a_plan(self.clock))

    async def state(self, delivery: Delivery) -> tuple[str, int]:
        """Return the state of a notice, and how often it was tried."""
        sql = "SELECT state, attempts FROM notices WHERE id = ?"
        ((state, attempts),) = await query(self.database, sql, delivery.claimed.id)
        return state, attempts


async def send(deliveries: Deliveries, delivery: Delivery) -> None:
    """Have a claimed notice arrive; a new message gets the notice's number."""
    message = delivery.letter.edits or MessageRef(delivery.letter.chat, delivery.claimed.id)
    await deliveries.note_sent(delivery.claimed, message, delivery.letter.content)


async def send_all(deliveries: Deliveries, *, kept: bool = True) -> list[Delivery]:
    """Have all that is due arrive, and return it; unless kept, no message can be edited later."""
    sent: list[Delivery] = []
    while batch := await deliveries.claim(100):
        for delivery in batch:
            if kept:
                await send(deliveries, delivery)
            else:
                await deliveries.note_sent(delivery.claimed, None)
        sent += batch
    return sent
