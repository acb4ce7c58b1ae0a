from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.events import Answer, Audience, EventId, Reach
from bot.domain.members import Consent, MemberId, Role, TelegramId
from bot.domain.notices import MessageRef
from bot.domain.people import PersonDetails
from bot.domain.refusals import (
    AudienceEmpty,
    ConsentMissing,
    EventNotFound,
    NotMember,
    OnlyForOrganisers,
    TitleMissing,
)
from bot.services.events import Events
from sandbox.clock import SandboxClock
from storage.database import Database
from storage.stores import Stores
from tests.alliance import a_plan

ANNA, BORIS, GUEST = MemberId(1), MemberId(2), MemberId(3)
CARD = MessageRef(2, 1)


@pytest.fixture
async def events(database: Database, clock: SandboxClock) -> Events:
    """An organiser, a member, and somebody who has not consented."""

    def write(tx: Stores) -> None:
        for number in (1, 2, 3):
            roles = frozenset({Role.ORGANISER} if number != 2 else ())
            member = tx.members.add(PersonDetails(f"Участник {number}", roles=roles), None)
            tx.members.bind(member, TelegramId(number), clock.now())
            if member != GUEST:
                tx.members.save_consent(member, Consent(1, clock.now()))

    await database.write(write)
    return Events(database, clock, leads=(timedelta(days=1),), consent_version=1)


def told(tx: Stores) -> list[tuple[str, int]]:
    sql = "SELECT kind, member_id FROM notices WHERE mailing_id IS NOT NULL ORDER BY id"
    return tx.outbox._db.execute(sql).fetchall()


def counts(tx: Stores) -> dict[str, int]:
    tables = ("events", "notices", "mailings", "audit", "reminders", "rsvps", "cards")
    sql = "SELECT count(*) FROM "
    return {name: tx.outbox._db.execute(sql + name).fetchone()[0] for name in tables}


async def test_publishing_tells_those_who_have_joined_and_is_audited(
    events: Events, database: Database, clock: SandboxClock
) -> None:
    await events.publish(ANNA, a_plan(clock))

    assert await database.read(told) == [("EventAnnounced", 1), ("EventAnnounced", 2)]
    assert (await database.read(counts))["audit"] == 1
    assert await events.reach(ANNA, Audience.EVERYBODY) == Reach(2, 0, 0, not_joined=1)


async def test_moving_and_cancelling_tell_those_who_answered_whatever_they_said(
    events: Events, database: Database, clock: SandboxClock
) -> None:
    plan = a_plan(clock)
    event = await events.publish(ANNA, plan)
    await events.rsvp(BORIS, event, Answer.DECLINED, CARD)

    await events.move(ANNA, event, plan.starts_at + timedelta(days=1))
    await events.cancel(ANNA, event, "Болезнь")

    assert (await database.read(told))[2:] == [("EventMoved", 2), ("EventCancelled", 2)]
    assert (await database.read(counts))["reminders"] == 0


@pytest.mark.parametrize(
    ("actor", "refusal"),
    [(BORIS, OnlyForOrganisers), (GUEST, ConsentMissing), (MemberId(99), NotMember)],
)
async def test_nobody_but_an_organiser_changes_anything(
    events: Events,
    database: Database,
    clock: SandboxClock,
    actor: MemberId,
    refusal: type[Exception],
) -> None:
    plan = a_plan(clock)
    event = await events.publish(ANNA, plan)
    before = await database.read(counts)

    for act in (
        lambda: events.publish(actor, plan),
        lambda: events.move(actor, event, plan.starts_at + timedelta(days=1)),
        lambda: events.cancel(actor, event, ""),
        lambda: events.all_ahead(actor, CARD),
        lambda: events.open_board(actor, event, CARD),
        lambda: events.reach(actor, Audience.EVERYBODY),
    ):
        with pytest.raises(refusal):
            await act()

    assert await database.read(counts) == before


async def test_what_is_refused_leaves_nothing(
    events: Events, database: Database, clock: SandboxClock
) -> None:
    before = await database.read(counts)

    with pytest.raises(TitleMissing):
        await events.publish(ANNA, replace(a_plan(clock), title=" "))
    with pytest.raises(AudienceEmpty):
        await events.publish(ANNA, replace(a_plan(clock), audience=Audience.COUNCIL))
    for event in (EventId(1), EventId(0), EventId(-1)):
        with pytest.raises(EventNotFound):
            await events.rsvp(BORIS, event, Answer.GOING, CARD)

    assert await database.read(counts) == before
