"""Anyone who has not voted is reminded, at a decent hour; anyone who has, never."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.people.members import MemberId
from bot.domain.polls.letters import BallotLetter
from bot.domain.polls.notices import BallotReminder
from tests.councils import CHAIR, CLOSES, COUNCIL, DAY, GENERAL, HOUR, ISSUED, Assembly
from tests.outboxes import send_all

LAST = HOUR / 2


async def at(assembly: Assembly, moment: datetime) -> int:
    assembly.clock.time = moment
    return await assembly.reminders.sweep()


async def reminded(assembly: Assembly) -> set[int]:
    """Send all that is due and return whom a reminder reached."""
    reached = set()
    for delivery in await send_all(assembly.deliveries, kept=False):
        content = delivery.letter.content
        if isinstance(content, BallotLetter) and isinstance(content.subject, BallotReminder):
            reached.add(delivery.claimed.notice.recipient or 0)
    return reached


@pytest.mark.parametrize("lead", [DAY, 3 * HOUR, LAST])
async def test_those_who_have_not_voted_are_reminded_at_each_lead(
    assembly: Assembly, lead: timedelta
) -> None:
    poll = await assembly.opens()
    for member in COUNCIL[:6]:
        await assembly.casts(member, poll)
    await reminded(assembly)
    assembly.clock.time = CLOSES - lead - timedelta(seconds=1)
    await assembly.reminders.sweep()
    await reminded(assembly)
    assert await at(assembly, CLOSES - lead) == 3

    assert await reminded(assembly) == set(COUNCIL[6:])
    assert await assembly.reminders.sweep() == 0


async def test_only_the_last_one_is_the_last_call(assembly: Assembly) -> None:
    await assembly.opens()
    for lead in (DAY, 3 * HOUR, LAST):
        await at(assembly, CLOSES - lead)
    rows = await assembly.rows(
        "SELECT DISTINCT subject ->> 'last', subject ->> 'lead' FROM notices"
        " WHERE kind = 'poll.ballot_reminder' ORDER BY id"
    )
    assert [last for last, _ in rows] == [0, 0, 1]


async def test_who_votes_while_a_reminder_is_on_its_way_does_not_get_it(assembly: Assembly) -> None:
    poll = await assembly.opens()
    await reminded(assembly)
    assert await at(assembly, CLOSES - DAY) == len(COUNCIL)
    await assembly.casts(4, poll)

    assert await reminded(assembly) == set(COUNCIL) - {4}


async def test_after_downtime_one_reminder_says_it_all(assembly: Assembly) -> None:
    await assembly.opens()
    assert await at(assembly, CLOSES - 2 * HOUR) == len(COUNCIL)


async def test_a_poll_that_is_over_reminds_nobody(assembly: Assembly) -> None:
    cancelled, closed = await assembly.opens(), await assembly.opens()
    await assembly.polls.cancel(CHAIR, cancelled, "Ошибка")
    await assembly.polls.close(CHAIR, closed, "Пора")
    assert await at(assembly, CLOSES - DAY) == 0

    late = await assembly.opens(closes_at=CLOSES + 2 * DAY)
    assert await at(assembly, (await assembly.found(late)).closes_at) == 0


async def test_leads_of_a_poll_are_its_own(assembly: Assembly) -> None:
    await assembly.opens(leads=(2 * HOUR,))
    assert await at(assembly, CLOSES - DAY) == 0
    assert await at(assembly, CLOSES - 2 * HOUR) == len(COUNCIL)


async def test_a_reminder_waits_for_the_morning_unless_the_vote_is_over_by_then(
    assembly: Assembly,
) -> None:
    morning = datetime(2026, 12, 3, 4, 0, tzinfo=UTC)  # 9:00 in Yekaterinburg
    await assembly.opens(leads=(8 * HOUR,), closes_at=morning + 2 * HOUR)
    assert await at(assembly, morning - 6 * HOUR) == len(COUNCIL)
    rows = await assembly.rows(
        "SELECT DISTINCT not_before FROM notices WHERE kind = 'poll.ballot_reminder'"
    )
    assert rows == [(morning.isoformat(timespec="microseconds"),)]

    night = morning + DAY
    await assembly.opens(leads=(2 * HOUR,), closes_at=night - HOUR)
    assert await at(assembly, night - 3 * HOUR) == 0


async def test_the_recused_are_not_reminded_and_of_a_proxy_its_holder_is(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL)
    first, second = await assembly.database.read(lambda tx: tx.electorates.voters(poll)[:2])
    await assembly.entrusts(
        MemberId(11), poll, first.id, MemberId(15), "7", ISSUED, CLOSES, "Голосовать"
    )
    await assembly.ballots.recuse(MemberId(13), poll, second.id)
    await reminded(assembly)
    await at(assembly, CLOSES - DAY)

    assert await reminded(assembly) == {15, 16}


async def test_nobody_is_reminded_of_a_ballot_that_has_just_come(assembly: Assembly) -> None:
    """An election lasts three hours and a minute, and the usual leads are a day and three hours."""
    closes_at = assembly.clock.time + 3 * HOUR + timedelta(minutes=1)
    poll = await assembly.opens(closes_at=closes_at)

    dues = "SELECT lead_seconds FROM due_times WHERE subject_id = ? AND kind = 'ballot_reminders'"
    assert await assembly.rows(dues, poll) == [(LAST.total_seconds(),)]
