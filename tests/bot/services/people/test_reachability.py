"""Personal invitations replace each other, and a digest comes once a week if anything changed."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.people.members import MemberId, OrganisationId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.people.reachability import Weekly
from bot.domain.people.refusals import (
    InvitationExpired,
    InvitationUsed,
    OrganisationNotFound,
    PersonReached,
)
from bot.domain.quiet_hours import QuietHours
from bot.domain.refusals import ButtonTooOld, OnlyForOrganisers
from bot.services.people.members import Members
from bot.services.people.reachability import Reachability
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.databases import query
from tests.people import consented

TUESDAY = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)
MONDAY = datetime(2026, 12, 7, 5, 0, tzinfo=UTC)  # 10:00 in Yekaterinburg
WEEK, MINUTE = timedelta(days=7), timedelta(minutes=1)
OLGA, ANNA, BORIS, VERA = map(MemberId, range(1, 5))
FUND, CHOIR = OrganisationId(1), OrganisationId(2)


class Town:
    """Olga organises; Anna and Boris are of the fund, Vera of the choir has not joined."""

    def __init__(self, database: Database, quiet: QuietHours | None = None) -> None:
        self.database, self.clock = database, FixedClock(TUESDAY)
        rules = replace(some_rules(quiet_hours=quiet), weekly=Weekly(0, time(10)))
        self.members = Members(
            database, self.clock, rules=rules, administrators=frozenset(), language="ru"
        )
        self.reachability = Reachability(database, self.clock, rules, valid_for=timedelta(days=30))

    async def is_settled(self) -> None:
        def write(tx: Stores) -> None:
            fund = tx.organisations.add(OrganisationDetails("Фонд", "", "6671000010", None, ""))
            choir = tx.organisations.add(OrganisationDetails("Хор", "", "6671000011", None, ""))
            organiser = frozenset({Role.ORGANISER})
            for name, organisation, roles in (
                ("Ольга", None, organiser),
                ("Анна", fund, frozenset()),
                ("Борис", fund, frozenset()),
                ("Вера", choir, frozenset()),
            ):
                member = tx.members.add(PersonDetails(name, roles=roles), organisation)
                if member != VERA:
                    consented(tx, member, TUESDAY)

        await self.database.write(write)

    async def blocks(self, *people: MemberId, blocked: bool = True) -> None:
        for member in people:
            await self.members.note_reachable(TelegramId(member), reachable=not blocked)

    async def sweeps(self, at: datetime) -> int:
        self.clock.time = at
        return await self.reachability.send_digest()

    async def told(self) -> list[tuple[str, str]]:
        """Return the digests in the outbox: what, and not before when."""
        sql = "SELECT subject, not_before FROM notices WHERE kind = 'people.reachability_changed'"
        return await query(self.database, sql)


@pytest.fixture
async def town(database: Database) -> Town:
    town = Town(database)
    await town.is_settled()
    return town


async def test_a_new_invitation_lets_in_and_the_old_one_does_not(town: Town) -> None:
    first = (await town.reachability.invite(OLGA, VERA)).issued
    second = (await town.reachability.invite(OLGA, VERA)).issued

    with pytest.raises(InvitationExpired):
        await town.members.join(TelegramId(44), first.payload)
    joined = await town.members.join(TelegramId(44), second.payload)

    assert joined.id == VERA
    assert (second.name, second.organisation) == ("Вера", "Хор")
    assert second.expires_at == TUESDAY + timedelta(days=30)


async def test_who_blocked_the_bot_comes_back_from_another_account(town: Town) -> None:
    await town.blocks(ANNA)
    issued = (await town.reachability.invite(OLGA, ANNA)).issued

    back = await town.members.join(TelegramId(77), issued.payload)

    assert (back.id, back.telegram_id, back.reachable) == (ANNA, 77, True)
    assert await town.members.recognise(TelegramId(ANNA)) is None
    with pytest.raises(InvitationUsed):
        await town.members.join(TelegramId(78), issued.payload)


async def test_who_came_back_by_themselves_is_not_replaced_by_the_bearer_of_a_link(
    town: Town,
) -> None:
    await town.blocks(ANNA)
    issued = (await town.reachability.invite(OLGA, ANNA)).issued
    await town.blocks(ANNA, blocked=False)

    with pytest.raises(InvitationUsed):
        await town.members.join(TelegramId(77), issued.payload)


async def test_nobody_is_invited_whom_messages_reach_nor_guests_nor_the_erased(town: Town) -> None:
    with pytest.raises(PersonReached):
        await town.reachability.invite(OLGA, ANNA)
    guest = await town.database.write(lambda tx: tx.members.add_guest("Гость"))
    await town.members.erase(BORIS)
    for nobody in (guest, BORIS, MemberId(99)):
        with pytest.raises(ButtonTooOld):
            await town.reachability.invite(OLGA, nobody)


async def test_only_organisers_see_the_board_and_invite(town: Town) -> None:
    for call in (
        town.reachability.overview(ANNA),
        town.reachability.reach_of(ANNA, FUND),
        town.reachability.invite(ANNA, VERA),
    ):
        with pytest.raises(OnlyForOrganisers):
            await call
    with pytest.raises(OrganisationNotFound):
        await town.reachability.reach_of(OLGA, OrganisationId(9))


async def test_an_invitation_is_audited_without_its_token(town: Town) -> None:
    issued = (await town.reachability.invite(OLGA, VERA)).issued
    sql = "SELECT actor_id, act, subject, details FROM audit"
    (row,) = await query(town.database, sql)
    assert row[:3] == (OLGA, "invitation.issue", f"member:{VERA}")
    assert issued.payload not in str(row)


async def test_the_digest_comes_once_a_week_and_only_when_something_changed(town: Town) -> None:
    assert await town.sweeps(TUESDAY) == 0
    assert await town.sweeps(MONDAY - MINUTE) == 0
    assert await town.sweeps(MONDAY) == 0, "the choir never came: it is not lost"
    assert await town.sweeps(MONDAY + MINUTE) == 0
    assert await town.sweeps(MONDAY + WEEK) == 0, "nothing has changed"
    await town.blocks(ANNA, BORIS)
    assert await town.sweeps(MONDAY + 2 * WEEK - MINUTE) == 0
    assert await town.sweeps(MONDAY + 2 * WEEK) == 1

    subjects = [subject for subject, _ in await town.told()]
    assert subjects == ['{"silent":[1],"reached":[],"blocked":[2,3],"returned":[]}']


async def test_a_digest_missed_while_the_bot_was_down_is_made_up_for_once(town: Town) -> None:
    await town.sweeps(TUESDAY)
    await town.blocks(ANNA, BORIS)
    assert await town.sweeps(MONDAY + 3 * WEEK + timedelta(hours=30)) == 1
    assert await town.sweeps(MONDAY + 3 * WEEK + timedelta(hours=31)) == 0


async def test_a_digest_waits_for_the_end_of_an_organisers_own_quiet_hours(
    database: Database,
) -> None:
    town = Town(database, QuietHours(time(22), time(9)))
    await town.is_settled()
    await town.members.choose_quiet_hours(OLGA, [QuietHours(time(8), time(12))])
    await town.sweeps(TUESDAY)
    await town.blocks(ANNA, BORIS)
    await town.sweeps(MONDAY)
    ((_, not_before),) = await town.told()
    assert datetime.fromisoformat(not_before) == MONDAY + timedelta(hours=2)


async def test_without_a_day_no_digest_is_sent(town: Town) -> None:
    town.reachability._source = some_rules()
    assert await town.sweeps(TUESDAY) == 0
    assert await town.sweeps(MONDAY) == 0
