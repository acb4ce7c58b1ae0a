"""A proxy paper that was good at the desk never stops the meeting's votes."""

from datetime import date, datetime, timedelta

import pytest

from bot.domain.meetings.plans import AgendaPoint, ItemKind
from bot.domain.meetings.terms import ProxyPaper, VotingForm
from bot.domain.people.affairs import Ended
from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.people.people import PersonDetails
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal
from bot.services.people.leaving import end_membership
from storage.stores import Stores
from tests.general_meetings import (
    BUDGET,
    DAY,
    OUTSIDER,
    REGISTRAR,
    REPORT,
    SECRETARY,
    STARTS,
    GeneralMeeting,
)
from tests.people import joined

FOURTH = VoterId(4)
MOTIONS = tuple(
    AgendaPoint(id=item, kind=ItemKind.VOTE, title=f"Вопрос {item}") for item in (REPORT, BUDGET)
)
HOUR = timedelta(hours=1)


async def colleague_of_the_fourth(meeting: GeneralMeeting) -> MemberId:
    """Write down somebody of the fourth organisation who is no delegate."""

    def write(tx: Stores) -> MemberId:
        return joined(tx, PersonDetails("Коллега"), meeting.clock.now(), OrganisationId(FOURTH))

    return await meeting.database.write(write)


async def comes_by_proxy(
    meeting: GeneralMeeting, person: MemberId, expires_at: datetime = STARTS + DAY
) -> None:
    paper = ProxyPaper("7", date(2026, 12, 1), expires_at, "все вопросы", "Глава 4")
    await meeting.registration.arrive(SECRETARY, meeting.id, FOURTH, person, proxy=paper)


async def begins(meeting: GeneralMeeting) -> None:
    await meeting.conducting.begin(SECRETARY, meeting.id)
    await meeting.elects()


async def decides_in_both_ways(meeting: GeneralMeeting) -> None:
    """Hold a vote by hands, and one by ballots in which the fourth organisation is silent."""
    await meeting.opens(REPORT, VotingForm.HANDS)
    await meeting.counts(3, 0, 0, item=REPORT)
    await meeting.closes(REPORT)
    poll = await meeting.opens()
    with pytest.raises(Refusal):
        await meeting.ballots.cast(OUTSIDER, poll, FOURTH, "for")
    for voter in (1, 2, 3):
        await meeting.casts(voter, poll)
    panel = await meeting.closes()
    assert panel.outcome is not None
    (item,) = panel.outcome.result.items
    assert (item.counts.in_favour, item.majority.base) == (3, 4)
    assert (await meeting.verdict()).holds


async def test_who_came_by_proxy_and_is_a_delegate_by_the_opening_votes_as_one(
    meeting: GeneralMeeting,
) -> None:
    await meeting.registers(agenda=MOTIONS)
    colleague = await colleague_of_the_fourth(meeting)
    await meeting.arrive(1, 2, 3)
    await meeting.database.write(lambda tx: tx.members.save_office(colleague, delegate=True))
    await comes_by_proxy(meeting, colleague)
    await begins(meeting)
    poll = await meeting.opens()
    await meeting.ballots.cast(colleague, poll, FOURTH, "against")
    for voter in (1, 2, 3):
        await meeting.casts(voter, poll)
    panel = await meeting.closes()
    assert panel.outcome is not None
    counts = panel.outcome.result.items[0].counts
    assert (counts.in_favour, counts.against) == (3, 1)
    assert await meeting.database.read(lambda tx: tx.electorates.of_poll(poll).proxies) == ()
    assert (await meeting.verdict()).holds


async def test_who_came_by_proxy_and_leads_the_organisation_by_the_opening_votes_by_hands(
    meeting: GeneralMeeting,
) -> None:
    await meeting.registers(agenda=MOTIONS)
    colleague = await colleague_of_the_fourth(meeting)
    await meeting.arrive(1, 2, 3)
    await comes_by_proxy(meeting, colleague)
    house = OrganisationId(FOURTH)
    await meeting.database.write(lambda tx: tx.organisations.save_leader(house, colleague))
    await begins(meeting)
    await meeting.opens(REPORT, VotingForm.HANDS)
    await meeting.counts(4, 0, 0, item=REPORT)
    await meeting.closes(REPORT)
    await meeting.ballots.cast(colleague, await meeting.opens(), FOURTH, "for")
    assert (await meeting.verdict()).holds


async def test_a_paper_that_has_expired_by_the_opening_leaves_its_voter_silent(
    meeting: GeneralMeeting,
) -> None:
    await meeting.registers(agenda=MOTIONS)
    await meeting.arrive(1, 2, 3)
    await comes_by_proxy(meeting, OUTSIDER, STARTS + HOUR)
    await begins(meeting)
    meeting.clock.time = STARTS + 2 * HOUR
    await decides_in_both_ways(meeting)


async def test_of_two_papers_the_one_that_is_good_at_the_opening_is_in_force(
    meeting: GeneralMeeting,
) -> None:
    await meeting.registers(agenda=MOTIONS)
    await meeting.arrive(1, 2, 3)
    await comes_by_proxy(meeting, OUTSIDER, STARTS + HOUR)
    await comes_by_proxy(meeting, REGISTRAR)
    await begins(meeting)
    meeting.clock.time = STARTS + 2 * HOUR
    await meeting.ballots.cast(REGISTRAR, await meeting.opens(), FOURTH, "for")
    assert (await meeting.verdict()).holds


async def test_a_member_that_has_left_the_alliance_by_the_opening_is_silent(
    meeting: GeneralMeeting,
) -> None:
    await meeting.registers(agenda=MOTIONS)
    await meeting.arrive(1, 2, 3)
    await comes_by_proxy(meeting, OUTSIDER)
    await begins(meeting)

    def leave(tx: Stores) -> None:
        house = tx.organisations.get(OrganisationId(FOURTH))
        assert house is not None
        end_membership(tx, house, Ended.EXCLUDED, "Решение", meeting.rules, meeting.clock.now())

    await meeting.database.write(leave)
    await decides_in_both_ways(meeting)
