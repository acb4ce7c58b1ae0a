"""What fails is tried again at growing intervals, put aside, and told to administrators once."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.domain.announcements.announcements import AnnouncementDue
from bot.domain.failures import DELAYS, FailedItem, FailureId, ItemPutAsideLetter
from bot.domain.people.members import Consent, MemberId, Role, TelegramId
from bot.domain.people.people import PersonDetails
from bot.domain.polls.dues import PollDue
from bot.features import NOTICES
from bot.ports import StorageUnavailable, Transaction
from bot.services.deliveries import Deliveries
from bot.services.sweeping import BATCH, Failures, each_due
from bot.services.transactions import Service
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.databases import query

NOON = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)
ADMINISTRATOR, DEPUTY, UNFINISHED, ORGANISER = map(MemberId, range(1, 5))
SECOND = timedelta(seconds=1)


class Errands(Service):
    """Items that are due until they are done; some break."""

    def __init__(self, database: Database) -> None:
        self.clock = FixedClock(NOON)
        super().__init__(database, self.clock)
        self.due = [1]
        self.broken: dict[int, Exception] = {}
        self.tried: Counter[int] = Counter()

    def _due(self, _tx: Transaction) -> list[int]:
        return list(self.due)

    @each_due(AnnouncementDue.SENDING, _due)
    def run(self, tx: Transaction, errand: int) -> int:
        self.tried[errand] += 1
        tx.audit.add(None, "errand", str(errand), self.clock.time)
        if errand in self.broken:
            raise self.broken[errand]
        self.due.remove(errand)
        return 1

    async def fails_until_put_aside(self) -> None:
        self.broken[1] = ValueError("what people wrote")
        for delay in (*DELAYS, timedelta()):
            await self.run()
            self.clock.time += delay


class Workshop:
    """Two administrators, one who never consented, an organiser; and errands."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.errands = Errands(database)
        self.failures = Failures(database, self.errands.clock)
        self.deliveries = Deliveries(
            database,
            self.errands.clock,
            some_rules(),
            notices=NOTICES,
            max_attempts=3,
            language="ru",
        )

    async def has_people(self) -> None:
        def write(tx: Stores) -> None:
            for number in (ADMINISTRATOR, DEPUTY, UNFINISHED, ORGANISER):
                role = Role.ORGANISER if number == ORGANISER else Role.ADMINISTRATOR
                person = PersonDetails(f"Участник {number}", roles=frozenset({role}))
                member = tx.members.add(person, None)
                tx.members.bind(member, TelegramId(member), NOON)
                if number != UNFINISHED:
                    tx.members.save_consent(member, Consent(1, NOON))

        await self.database.write(write)

    async def told(self) -> list[tuple[int, ItemPutAsideLetter]]:
        letters = [delivery.letter for delivery in await self.deliveries.claim(9)]
        contents = [(one.chat, one.content) for one in letters]
        return [(chat, one) for chat, one in contents if isinstance(one, ItemPutAsideLetter)]

    async def failed(self) -> list[FailedItem]:
        known = await self.database.read(lambda tx: tx.failures.of_kind(AnnouncementDue.SENDING))
        return list(known.values())


@pytest.fixture
async def workshop(database: Database) -> Workshop:
    made = Workshop(database)
    await made.has_people()
    return made


async def test_what_fails_is_tried_again_at_growing_intervals_then_no_more(
    workshop: Workshop,
) -> None:
    errands = workshop.errands
    errands.broken[1] = ValueError()
    await errands.run()
    for number, delay in enumerate(DELAYS, start=1):
        errands.clock.time += delay - SECOND
        await errands.run()
        assert errands.tried[1] == number, "too early"
        errands.clock.time += SECOND
        await errands.run()
        assert errands.tried[1] == number + 1

    errands.clock.time += timedelta(days=30)
    await errands.run()

    assert errands.tried[1] == len(DELAYS) + 1
    assert sorted(DELAYS) == list(DELAYS)


async def test_a_clock_put_back_makes_nothing_wait_longer(workshop: Workshop) -> None:
    errands = workshop.errands
    errands.broken[1] = ValueError()
    await errands.run()
    errands.clock.time -= timedelta(hours=1)

    await errands.run()

    assert errands.tried[1] == 2


async def test_administrators_are_told_once_with_the_number_that_the_log_gives(
    workshop: Workshop,
) -> None:
    with capture_logs() as logged:
        await workshop.errands.fails_until_put_aside()

    told = await workshop.told()
    assert [chat for chat, _ in told] == [ADMINISTRATOR, DEPUTY]
    (letter,) = {letter for _, letter in told}
    assert (letter.item.subject, letter.item.attempts) == (1, len(DELAYS) + 1)
    assert {(one["failure_id"], one["subject"]) for one in logged} == {(letter.id, 1)}
    assert logged[-1]["again_at"] is None


async def test_a_restart_tries_it_once_more_and_tells_nobody_again(workshop: Workshop) -> None:
    await workshop.errands.fails_until_put_aside()
    await workshop.told()

    assert await workshop.failures.take_up() == 1
    await workshop.errands.run()
    await workshop.errands.run()

    assert workshop.errands.tried[1] == len(DELAYS) + 2
    assert await workshop.told() == []


async def test_what_was_done_after_all_is_told_to_nobody(workshop: Workshop) -> None:
    await workshop.errands.fails_until_put_aside()
    workshop.errands.broken.clear()
    await workshop.failures.take_up()

    assert await workshop.errands.run() == 1

    assert await workshop.failed() == []
    assert await workshop.told() == []


async def test_what_is_due_no_longer_is_forgotten(workshop: Workshop) -> None:
    await workshop.errands.fails_until_put_aside()
    workshop.errands.due.clear()

    await workshop.errands.run()

    assert await workshop.failed() == []


async def test_nothing_that_people_wrote_is_kept_of_an_error(workshop: Workshop) -> None:
    await workshop.errands.fails_until_put_aside()

    (item,) = await workshop.failed()

    assert item.error.startswith("ValueError at test_sweeping.py:")


async def test_a_failing_item_leaves_nothing_behind_and_its_neighbours_are_done(
    workshop: Workshop,
) -> None:
    workshop.errands.due = [1, 2, 3]
    workshop.errands.broken[2] = LookupError()

    assert await workshop.errands.run() == 2

    sql = "SELECT subject FROM audit WHERE act = 'errand' ORDER BY id"
    done = await query(workshop.database, sql)
    assert done == [("1",), ("3",)]


async def test_a_disk_that_refuses_is_no_fault_of_the_item(workshop: Workshop) -> None:
    workshop.errands.broken[1] = StorageUnavailable("disk full")

    with pytest.raises(StorageUnavailable):
        await workshop.errands.run()

    assert await workshop.failed() == []


async def test_many_items_share_few_commits(workshop: Workshop) -> None:
    workshop.errands.due = list(range(1, 3 * BATCH))
    statements: list[str] = []
    connection = workshop.database._writer._connection
    await connection.run(lambda db: db.set_trace_callback(statements.append))

    assert await workshop.errands.run() == 3 * BATCH - 1

    await connection.run(lambda db: db.set_trace_callback(None))
    assert statements.count("COMMIT") == 3


async def test_a_number_is_never_given_twice(workshop: Workshop) -> None:
    item = FailedItem(PollDue.CLOSING, 1).failed("ValueError", NOON)

    def write(tx: Stores) -> list[FailureId]:
        first = tx.failures.save(item)
        again = tx.failures.save(item.failed("KeyError", NOON))
        tx.failures.forget(PollDue.CLOSING, [item.subject])
        return [first, again, tx.failures.save(item)]

    first, again, other = await workshop.database.write(write)

    assert first == again
    assert other > first
