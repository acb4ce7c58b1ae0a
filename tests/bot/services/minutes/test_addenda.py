"""Who asks after the minutes that they say that they were against is appended to them."""

from dataclasses import replace

import pytest

from bot.domain.minutes.files import FiledKind, IssuedFiles
from bot.domain.minutes.plans import IssuedMinutes
from bot.domain.minutes.refusals import MinutesOutdated, NothingToAppend
from bot.domain.people.members import MemberId
from bot.domain.polls.refusals import ClockBehind
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import OnlyForPresiding
from bot.services.minutes.addenda import MinutesAddenda
from bot.services.polls.verification import verify
from tests.bot.services.minutes.test_minutes import FILES, a_plan, drawn, service
from tests.councils import AGAINST, CHAIR, COUNCIL, DAY, FOR, HOUR, SECRET, SECRETARY, Assembly
from tests.halls import refused

ANNA, BORIS = MemberId(6), MemberId(7)
PAPER = IssuedFiles(b"PK addendum", b"%PDF addendum")
SECOND = IssuedFiles(b"PK second", b"%PDF second")


def addenda(assembly: Assembly) -> MinutesAddenda:
    return MinutesAddenda(assembly.database, assembly.clock, assembly.rules)


async def issued(assembly: Assembly, **plan: object) -> IssuedMinutes:
    """Issue minutes of a vote in which two were against, of whom nobody has asked for anything."""
    poll = await assembly.opens(**plan)
    for member in COUNCIL[:5]:
        await assembly.casts(member, poll, FOR)
    for member in (ANNA, BORIS):
        await assembly.casts(member, poll, AGAINST)
    await assembly.closes(poll)
    assembly.clock.time += 2 * DAY
    return await service(assembly).issue(CHAIR, a_plan(poll), await drawn(assembly, poll), FILES)


async def states(assembly: Assembly, minutes: IssuedMinutes, who: MemberId, words: str) -> None:
    await assembly.ballots.state(who, minutes.polls[0], VoterId(who), words)


@pytest.mark.parametrize("secrecy", [{}, SECRET], ids=["named", "secret"])
async def test_who_asks_after_the_minutes_is_appended_once(
    assembly: Assembly, secrecy: dict[str, object]
) -> None:
    minutes = await issued(assembly, **secrecy)
    await states(assembly, minutes, ANNA, "Дорого")
    assert await assembly.told("minutes.addendum_due") == {CHAIR: 1, SECRETARY: 1}

    addendum = await addenda(assembly).draft(CHAIR, minutes.id)
    (item,) = addendum.items
    assert [(one.voter, item.words[one.voter]) for one in item.voters] == [
        (VoterId(ANNA), "Дорого")
    ]
    assert (addendum.number, addendum.chair) == (1, "Член совета 1")
    filed = await addenda(assembly).issue(SECRETARY, addendum, PAPER, "Дополнение 1")

    assert [(one.kind, one.name) for one in filed] == [
        (FiledKind.ADDENDUM, "Дополнение 1.pdf"),
        (FiledKind.ADDENDUM, "Дополнение 1.docx"),
    ]
    with refused(NothingToAppend):
        await addenda(assembly).draft(CHAIR, minutes.id)
    (ballot,) = (await assembly.ballots.look(ANNA, minutes.polls[0])).ballots
    assert (ballot.stated, ballot.late) == (True, False)
    assert (await assembly.database.read(verify)).holds


async def test_who_asks_later_still_is_in_the_next_addendum(assembly: Assembly) -> None:
    minutes = await issued(assembly)
    await states(assembly, minutes, ANNA, "Дорого")
    first = await addenda(assembly).draft(CHAIR, minutes.id)
    await addenda(assembly).issue(CHAIR, first, PAPER, "Дополнение 1")
    await states(assembly, minutes, BORIS, "И я")

    second = await addenda(assembly).draft(CHAIR, minutes.id)

    assert second.number == 2
    assert [one.voter for one in second.items[0].voters] == [VoterId(BORIS)]
    await addenda(assembly).issue(CHAIR, second, SECOND, "Дополнение 2")


async def test_who_is_in_the_minutes_is_not_appended(assembly: Assembly) -> None:
    poll = await assembly.opens()
    for member in COUNCIL[:5]:
        await assembly.casts(member, poll, FOR)
    await assembly.casts(ANNA, poll, AGAINST)
    await assembly.ballots.state(ANNA, poll, VoterId(ANNA), "Дорого")
    await assembly.closes(poll)
    minutes = await drawn(assembly, poll)
    kept = await service(assembly).issue(CHAIR, a_plan(poll), minutes, FILES)

    with refused(NothingToAppend):
        await addenda(assembly).draft(CHAIR, kept.id)
    assert await assembly.told("minutes.addendum_due") == {}


async def test_an_addendum_that_the_record_has_left_behind_is_not_filed(assembly: Assembly) -> None:
    minutes = await issued(assembly)
    await states(assembly, minutes, ANNA, "Дорого")
    addendum = await addenda(assembly).draft(CHAIR, minutes.id)
    await states(assembly, minutes, BORIS, "И я")

    with refused(MinutesOutdated):
        await addenda(assembly).issue(CHAIR, addendum, PAPER, "Дополнение 1")


async def test_only_who_presides_appends(assembly: Assembly) -> None:
    minutes = await issued(assembly)
    await states(assembly, minutes, ANNA, "Дорого")
    addendum = await addenda(assembly).draft(CHAIR, minutes.id)

    with refused(OnlyForPresiding):
        await addenda(assembly).draft(ANNA, minutes.id)
    with refused(OnlyForPresiding):
        await addenda(assembly).issue(ANNA, replace(addendum), PAPER, "Дополнение 1")


async def test_with_the_clock_put_back_nothing_is_appended(assembly: Assembly) -> None:
    minutes = await issued(assembly)
    await states(assembly, minutes, ANNA, "Дорого")
    addendum = await addenda(assembly).draft(CHAIR, minutes.id)
    assembly.clock.time -= HOUR

    with refused(ClockBehind):
        await addenda(assembly).issue(SECRETARY, addendum, PAPER, "Дополнение 1")
