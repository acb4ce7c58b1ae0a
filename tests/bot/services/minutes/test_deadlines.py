"""Chair and secretary are reminded of the deadlines of minutes, each once."""

from datetime import date, datetime, timedelta

from bot.domain.minutes.plans import IssuedMinutes
from bot.domain.people.members import MemberId
from bot.domain.refusals import OnlyForPresiding
from bot.services.minutes.deadlines import MinutesDeadlines
from tests.bot.services.minutes.test_minutes import FILES, a_plan, drawn, service, voted
from tests.councils import CHAIR, CLOSES, DAY, SECRETARY, Assembly
from tests.halls import refused

BOTH = {CHAIR: 1, SECRETARY: 1}


def deadlines(assembly: Assembly) -> MinutesDeadlines:
    return MinutesDeadlines(assembly.database, assembly.clock, assembly.rules)


async def issued(assembly: Assembly) -> IssuedMinutes:
    poll = await voted(assembly)
    return await service(assembly).issue(CHAIR, a_plan(poll), await drawn(assembly, poll), FILES)


async def test_minutes_that_are_not_drawn_up_in_time_are_reminded_of_once(
    assembly: Assembly,
) -> None:
    await voted(assembly)
    within = assembly.rules.voting.minutes_within
    assembly.clock.time = CLOSES + within - timedelta(seconds=1)
    assert await deadlines(assembly).remind_drawing_up() == 0
    assembly.clock.time = CLOSES + within

    assert [await deadlines(assembly).remind_drawing_up() for _ in range(3)] == [1, 0, 0]
    assert await assembly.told("minutes.drawing_up_due") == BOTH


async def test_of_minutes_that_are_issued_nobody_is_reminded(assembly: Assembly) -> None:
    await issued(assembly)
    assembly.clock.time += 30 * DAY

    assert await deadlines(assembly).remind_drawing_up() == 0


async def test_after_six_months_it_is_told_that_decisions_can_be_challenged_no_longer(
    assembly: Assembly,
) -> None:
    await issued(assembly)
    zone = assembly.rules.zone
    assembly.clock.time = datetime(2027, 6, 4, 23, tzinfo=zone)
    assert await deadlines(assembly).tell_challenge_over() == 0
    assembly.clock.time = datetime(2027, 6, 5, 9, tzinfo=zone)

    assert [await deadlines(assembly).tell_challenge_over() for _ in range(2)] == [1, 0]
    assert await assembly.told("minutes.challenge_over") == BOTH


async def test_a_registration_is_reminded_of_two_days_before_and_on_the_last_day(
    assembly: Assembly,
) -> None:
    minutes = await issued(assembly)
    use = deadlines(assembly)
    assert (await use.track_registration(SECRETARY, minutes.id))[1] == date(2026, 12, 15)
    assert (await use.track_registration(CHAIR, minutes.id))[1] == date(2026, 12, 15)

    zone = assembly.rules.zone
    told = []
    for day in (12, 13, 14, 15, 16):
        assembly.clock.time = datetime(2026, 12, day, 9, tzinfo=zone)
        told.append(await use.remind_registration())
    assert told == [0, 1, 0, 1, 0]
    assert await assembly.told("minutes.registration_due") == {CHAIR: 2, SECRETARY: 2}


async def test_only_who_presides_tracks_a_registration(assembly: Assembly) -> None:
    minutes = await issued(assembly)
    with refused(OnlyForPresiding):
        await deadlines(assembly).track_registration(MemberId(3), minutes.id)
