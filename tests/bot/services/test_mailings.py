"""The progress message of anyone who told many: edited when something changed, closed once."""

import pytest

from bot.domain.letters import ReportLetter
from bot.domain.notices import MailingProgressed, MessageRef
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import PersonDetails
from bot.features import NOTICES
from bot.ports import ChatUnreachable, Undelivered
from bot.services.deliveries import Deliveries, Delivery
from bot.services.events.events import Events
from bot.services.mailings import Mailings
from bot.services.people.members import Members
from sandbox.clock import SandboxClock
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import a_plan, some_rules
from tests.databases import query
from tests.outboxes import send
from tests.people import joined

ANNA = MemberId(1)
PEOPLE = 3


class Broadcaster:
    """An organiser who has told three people, herself among them; nothing has been sent yet."""

    def __init__(self, database: Database, clock: SandboxClock) -> None:
        self.database, self.clock = database, clock
        rules = some_rules()
        self.deliveries = Deliveries(
            database, clock, rules, notices=NOTICES, max_attempts=3, language="ru"
        )
        self.mailings = Mailings(database, clock, rules)
        self.events = Events(database, clock, rules)
        self.members = Members(
            database, clock, rules=rules, administrators=frozenset(), language="ru"
        )

    async def claims(self) -> list[Delivery]:
        """Take the next notice, which is the most urgent one."""
        return await self.deliveries.claim(1)

    async def sends(self, count: int) -> list[Delivery]:
        """Send the next notices, one after the other."""
        sent = []
        for _ in range(count):
            for delivery in await self.claims():
                await send(self.deliveries, delivery)
                sent.append(delivery)
        return sent

    async def fails(self, problem: Undelivered) -> None:
        """Have the next notice not arrive."""
        (delivery,) = await self.claims()
        await self.deliveries.note_undelivered(delivery.claimed, problem)

    async def unfinished(self) -> int:
        return len(await self.database.read(lambda tx: tx.mailings.unfinished()))


@pytest.fixture
async def broadcaster(database: Database, clock: SandboxClock) -> Broadcaster:
    def write(tx: Stores) -> None:
        for number in range(1, PEOPLE + 1):
            roles = frozenset({Role.ORGANISER} if number == ANNA else ())
            joined(tx, PersonDetails(f"Участник {number}", roles=roles), clock.now())

    await database.write(write)
    made = Broadcaster(database, clock)
    await made.events.publish(ANNA, a_plan(clock))
    return made


def shown(delivery: Delivery) -> int:
    """Return how many are settled by the progress that is shown."""
    content = delivery.letter.content
    assert isinstance(content, ReportLetter)
    assert delivery.letter.edits is not None
    return content.report.settled


async def test_the_progress_is_sent_first_and_edited_only_when_something_changed(
    broadcaster: Broadcaster,
) -> None:
    (first,) = await broadcaster.sends(1)
    assert isinstance(first.claimed.notice.subject, MailingProgressed)
    assert first.letter.edits is None

    await broadcaster.mailings.sweep()  # what was never shown is shown, the zero too
    await broadcaster.sends(1)
    assert await broadcaster.mailings.sweep() == 0, "nothing has happened since"

    await broadcaster.sends(1)  # an invitation
    assert await broadcaster.mailings.sweep() == 1
    assert await broadcaster.mailings.sweep() == 0
    (edit,) = await broadcaster.sends(1)
    assert shown(edit) == 1
    assert edit.letter.edits == MessageRef(1, first.claimed.id)


async def test_many_sweeps_before_the_edit_make_one_edit_with_the_newest_figures(
    broadcaster: Broadcaster,
) -> None:
    await broadcaster.sends(1)
    for _ in range(2):
        await broadcaster.mailings.sweep()
        (edit, *_) = await broadcaster.claims()
        await broadcaster.deliveries.note_sent(edit.claimed, edit.letter.edits)
        await broadcaster.sends(1)

    await broadcaster.mailings.sweep()
    (edit,) = await broadcaster.sends(1)

    assert shown(edit) == 2


async def test_the_report_is_shown_once_and_closes_the_mailing(broadcaster: Broadcaster) -> None:
    await broadcaster.sends(1 + PEOPLE)
    assert await broadcaster.mailings.sweep() == 1
    assert await broadcaster.unfinished() == 0
    assert await broadcaster.mailings.sweep() == 0

    (report,) = await broadcaster.sends(1)
    assert shown(report) == PEOPLE
    assert isinstance(report.letter.content, ReportLetter)
    assert report.letter.content.report.done
    assert await broadcaster.claims() == []


async def test_who_was_not_reached_is_counted_in_the_report(broadcaster: Broadcaster) -> None:
    await broadcaster.sends(1 + 1)
    await broadcaster.fails(ChatUnreachable("blocked"))
    await broadcaster.sends(1)
    await broadcaster.mailings.sweep()

    (report,) = await broadcaster.sends(1)
    assert isinstance(report.letter.content, ReportLetter)
    figures = report.letter.content.report
    assert (figures.sent, figures.unreachable, figures.total) == (2, 1, PEOPLE)


async def test_an_organiser_who_blocked_the_bot_leaves_no_mailing_open(
    broadcaster: Broadcaster,
) -> None:
    await broadcaster.fails(ChatUnreachable("blocked"))  # the progress itself
    await broadcaster.sends(PEOPLE)
    assert await broadcaster.unfinished() == 1, "a sweep has yet to see it"

    assert await broadcaster.mailings.sweep() == 0
    assert await broadcaster.unfinished() == 0
    assert await broadcaster.claims() == []


async def test_an_organiser_who_blocks_the_bot_meanwhile_is_not_written_to_again(
    broadcaster: Broadcaster,
) -> None:
    await broadcaster.sends(1 + 1)
    await broadcaster.mailings.sweep()
    await broadcaster.fails(ChatUnreachable("blocked"))  # the edit
    await broadcaster.sends(PEOPLE)
    await broadcaster.mailings.sweep()

    assert await broadcaster.unfinished() == 0
    assert await broadcaster.claims() == []


async def test_an_organiser_who_erased_themselves_leaves_no_mailing_open(
    broadcaster: Broadcaster,
) -> None:
    await broadcaster.members.erase(ANNA)
    await broadcaster.sends(PEOPLE)

    await broadcaster.mailings.sweep()
    assert await broadcaster.unfinished() == 0
    assert await broadcaster.claims() == []


async def chats_of(database: Database, table: str) -> list[tuple[int]]:
    sql = f"SELECT chat_id FROM {table} WHERE chat_id IS NOT NULL"  # noqa: S608  names of our own
    return await query(database, sql)


@pytest.mark.parametrize("on_its_way", [False, True])
async def test_erasing_oneself_leaves_no_telegram_id_even_if_a_message_is_on_its_way(
    broadcaster: Broadcaster, on_its_way: bool
) -> None:
    deliveries = await broadcaster.claims()  # the progress
    if not on_its_way:
        await broadcaster.deliveries.note_sent(deliveries[0].claimed, MessageRef(1, 1))
        deliveries = []
    deliveries += await broadcaster.deliveries.claim(100)
    await broadcaster.members.erase(ANNA)

    for delivery in deliveries:
        await broadcaster.deliveries.note_sent(
            delivery.claimed, MessageRef(delivery.letter.chat, 9)
        )

    assert await chats_of(broadcaster.database, "mailings") == []
    assert (1,) not in await chats_of(broadcaster.database, "shown_messages")
