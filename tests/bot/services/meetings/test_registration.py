"""Desks, proxies, those afar, ballots sent before, passes and the hall's code."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.domain.events.passes import PASS_PREFIX, screen_payload
from bot.domain.events.refusals import PassInvalid, ScreenTurned
from bot.domain.meetings import refusals
from bot.domain.meetings.terms import Motion, ProxyPaper
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import PersonDetails
from bot.domain.people.refusals import BothVote, MergedVotes
from bot.domain.polls.proxy_refusals import ProxyGiven
from bot.domain.polls.refusals import BallotInvalid
from bot.domain.polls.tallies import Outcome
from bot.domain.polls.voters import VoterId
from bot.services.people.duplicates import Duplicates
from bot.services.people.erasing import erase_person
from storage.stores import Stores
from tests.general_meetings import (
    BUDGET,
    CHAIR,
    ELECTION,
    FROM_AFAR,
    MINUTE,
    MIXED,
    OUTSIDER,
    REGISTRAR,
    SECRETARY,
    STARTS,
    GeneralMeeting,
)
from tests.people import joined

PAPER = ProxyPaper("7", date(2026, 12, 1), STARTS + timedelta(days=1), "все вопросы", "Глава 4")
FOURTH, FIFTH = VoterId(4), VoterId(5)


async def test_a_desk_finds_organisations_by_words_of_names_and_numbers(
    meeting: GeneralMeeting,
) -> None:
    await meeting.registers()
    for query in ("фонд 003", "глава 3", "6600000003"):
        view = await meeting.registration.desk(SECRETARY, meeting.id, query)
        assert [one.voter for one in view.voters] == [3], query
    view = await meeting.registration.desk(SECRETARY, meeting.id)
    assert (view.count, view.attendance.entitled) == (5, 5)
    third = await meeting.registration.voter(SECRETARY, meeting.id, VoterId(3))
    assert [(one.name, one.ground, one.document) for one in third.people] == [
        ("Глава 3", "leader", ""),
        ("Делегат 3", "delegate", "приказ № 5"),
    ]


async def test_a_holder_of_a_proxy_casts_the_ballot_and_the_vote_is_verified(
    meeting: GeneralMeeting,
) -> None:
    await meeting.registers()
    await meeting.arrive(1, 2, 3)
    await meeting.registration.arrive(SECRETARY, meeting.id, FOURTH, OUTSIDER, proxy=PAPER)
    await meeting.conducting.begin(SECRETARY, meeting.id)
    await meeting.elects()
    poll = await meeting.opens()
    await meeting.ballots.cast(OUTSIDER, poll, FOURTH, "for")
    with pytest.raises(ProxyGiven):
        await meeting.casts(4, poll)
    await meeting.closes()
    assert (await meeting.verdict()).holds


async def test_no_ballot_is_offered_to_a_leader_before_the_proxy_is_revoked(
    meeting: GeneralMeeting,
) -> None:
    """The holder of the proxy leaves during a vote, and the leader comes instead."""
    await meeting.registers()
    await meeting.arrive(1, 2, 3)
    await meeting.registration.arrive(SECRETARY, meeting.id, FOURTH, OUTSIDER, proxy=PAPER)
    await meeting.conducting.begin(SECRETARY, meeting.id)
    await meeting.elects()
    poll, leader = await meeting.opens(), meeting.leaders[FOURTH]
    await meeting.registration.depart(SECRETARY, meeting.id, FOURTH, OUTSIDER)
    await meeting.arrive(4)
    code = await meeting.code(4)
    (mine,) = (await meeting.delegating.look(leader, meeting.id)).mine
    assert (mine.may_vote, mine.entrusted) == ((), (poll,))
    assert [one.refused for one in (await meeting.pages.ballot(code)).ballots] == ["ProxyGiven"]
    await meeting.proxies.revoke(leader, poll, FOURTH, OUTSIDER)
    (mine,) = (await meeting.delegating.look(leader, meeting.id)).mine
    assert (mine.may_vote, mine.entrusted) == ((poll,), ())
    assert [one.refused for one in (await meeting.pages.ballot(code)).ballots] == [""]
    await meeting.casts(4, poll)
    await meeting.closes()
    assert (await meeting.verdict()).holds


async def test_one_person_holds_as_many_proxies_as_the_charter_allows(
    meeting: GeneralMeeting,
) -> None:
    await meeting.registers()
    for voter in (VoterId(1), VoterId(2)):
        await meeting.registration.arrive(SECRETARY, meeting.id, voter, OUTSIDER, proxy=PAPER)
    with pytest.raises(refusals.HolderFull):
        await meeting.registration.arrive(SECRETARY, meeting.id, VoterId(3), OUTSIDER, proxy=PAPER)
    tomorrow = replace(PAPER, issued_on=date(2026, 12, 21))
    with pytest.raises(refusals.MandateInvalid):
        await meeting.registration.arrive(
            SECRETARY, meeting.id, VoterId(3), REGISTRAR, proxy=tomorrow
        )


async def test_who_is_afar_speaks_and_votes_and_is_gone_after_the_grace(
    meeting: GeneralMeeting,
) -> None:
    await meeting.registers(**FROM_AFAR)
    await meeting.arrive(1, 2)
    afar = meeting.leaders[FOURTH]
    view = await meeting.delegating.look(afar, meeting.id)
    assert view.may_register_afar == (FOURTH,)
    await meeting.attending.arrive_afar(afar, meeting.id, FOURTH)
    await meeting.conducting.begin(SECRETARY, meeting.id)
    await meeting.elects()
    poll = await meeting.opens()
    await meeting.delegating.ask_floor(afar, meeting.id)
    await meeting.casts(4, poll)
    meeting.clock.time += 4 * MINUTE
    assert (await meeting.attending.ping(afar, meeting.id)).count == 1
    meeting.clock.time += 4 * MINUTE
    assert await meeting.attending.drop_lost() == 0
    meeting.clock.time += 2 * MINUTE
    assert await meeting.attending.drop_lost() == 1
    assert FOURTH not in (await meeting.state()).present
    with pytest.raises(refusals.NotRegistered):
        await meeting.casts(4, poll, "against")
    await meeting.attending.arrive_afar(afar, meeting.id, FOURTH)
    await meeting.casts(4, poll, "against")
    await meeting.closes()
    assert (await meeting.verdict()).holds


async def test_who_speaks_up_or_votes_openly_from_afar_is_not_lost(meeting: GeneralMeeting) -> None:
    """A secret ballot tells nothing of when it was cast, so it is no sign of life either."""
    await meeting.registers(**FROM_AFAR)
    await meeting.arrive(1, 2)
    afar = meeting.leaders[FOURTH]
    await meeting.attending.arrive_afar(afar, meeting.id, FOURTH)
    await meeting.conducting.begin(SECRETARY, meeting.id)
    await meeting.elects()
    meeting.clock.time += 4 * MINUTE
    await meeting.delegating.ask_floor(afar, meeting.id)
    meeting.clock.time += 4 * MINUTE
    assert await meeting.attending.drop_lost() == 0
    poll = await meeting.opens()
    await meeting.casts(4, poll)
    await meeting.closes()
    meeting.clock.time += 3 * MINUTE
    assert await meeting.attending.drop_lost() == 0
    poll = await meeting.opens(ELECTION)
    await meeting.casts(4, poll, "3")
    meeting.clock.time += 3 * MINUTE
    assert await meeting.attending.drop_lost() == 1


async def test_who_is_erased_is_not_there_from_afar_any_more(meeting: GeneralMeeting) -> None:
    """Nothing would be heard of them, and their organisation would count for the quorum."""
    await meeting.registers(**FROM_AFAR)
    await meeting.arrive(1, 2)
    for voter in (FOURTH, FIFTH):
        await meeting.attending.arrive_afar(meeting.leaders[voter], meeting.id, voter)
    await meeting.conducting.begin(SECRETARY, meeting.id)
    await meeting.elects()
    there = (meeting.leaders[VoterId(2)], meeting.leaders[FOURTH])

    def erase(tx: Stores) -> None:
        for person in there:
            erase_person(tx, person, meeting.rules, meeting.clock.now())

    await meeting.database.write(erase)
    assert sorted((await meeting.state()).present) == [1, 2, FIFTH]
    assert (await meeting.verdict()).holds


async def test_nobody_is_lost_in_a_break_and_the_grace_counts_from_its_end(
    meeting: GeneralMeeting,
) -> None:
    await meeting.registers(**FROM_AFAR)
    await meeting.arrive(1, 2)
    await meeting.attending.arrive_afar(meeting.leaders[FOURTH], meeting.id, FOURTH)
    await meeting.conducting.begin(SECRETARY, meeting.id)
    await meeting.elects()
    await meeting.conducting.procedural(CHAIR, meeting.id, Motion.BREAK, minutes=30)
    meeting.clock.time += 30 * MINUTE
    assert await meeting.attending.drop_lost() == 0
    await meeting.conducting.resume(CHAIR, meeting.id)
    meeting.clock.time += 5 * MINUTE
    assert await meeting.attending.drop_lost() == 0
    meeting.clock.time += MINUTE
    assert await meeting.attending.drop_lost() == 1


async def test_nobody_registers_from_afar_at_a_meeting_in_the_hall(meeting: GeneralMeeting) -> None:
    await meeting.registers()
    with pytest.raises(refusals.RemoteNotAllowed):
        await meeting.attending.arrive_afar(meeting.leaders[FOURTH], meeting.id, FOURTH)
    with pytest.raises(refusals.NotRegistered):
        await meeting.attending.ping(meeting.leaders[FOURTH], meeting.id)


async def test_ballots_sent_before_are_cast_at_the_opening_and_count_once(
    meeting: GeneralMeeting,
) -> None:
    await meeting.registers(**MIXED)
    sent: dict[str, Any] = {"received_at": STARTS - timedelta(days=1)}
    leader = meeting.leaders[FIFTH]
    post = meeting.postings.take
    with pytest.raises(BallotInvalid):
        await post(SECRETARY, meeting.id, FIFTH, leader, ballots={BUDGET: "maybe"}, **sent)
    with pytest.raises(refusals.PostingInSecret):
        await post(SECRETARY, meeting.id, FIFTH, leader, ballots={ELECTION: "3"}, **sent)
    await post(SECRETARY, meeting.id, FIFTH, leader, ballots={BUDGET: "for"}, **sent)
    await meeting.arrive(1, 2)
    await meeting.conducting.begin(SECRETARY, meeting.id)
    await meeting.elects()
    poll = await meeting.opens()
    with pytest.raises(refusals.PostedAlready):
        await meeting.casts(5, poll, "against")
    await meeting.casts(1, poll)
    panel = await meeting.closes()
    assert panel.outcome is not None
    result = panel.outcome.result
    assert (result.quorum.present, result.items[0].counts.in_favour) == (3, 2)
    assert result.outcome is Outcome.ADOPTED
    assert (await meeting.verdict()).holds


async def test_a_scanned_pass_says_whose_it_is_and_registers_nobody(
    meeting: GeneralMeeting,
) -> None:
    made = await meeting.convenes()
    event = made.event
    assert event is not None
    meeting.clock.time = STARTS - 60 * MINUTE
    await meeting.registration.open(SECRETARY, meeting.id)
    code = "A" * 22
    await meeting.database.write(lambda tx: tx.doors.add_pass(event, CHAIR, code))
    found, voter = await meeting.registration.scan(SECRETARY, PASS_PREFIX + code)
    assert (found, voter.voter, voter.is_here) == (meeting.id, VoterId(1), False)
    with pytest.raises(PassInvalid):
        await meeting.registration.scan(SECRETARY, PASS_PREFIX + "B" * 22)


async def test_a_leader_registers_with_the_code_of_the_halls_screen(
    meeting: GeneralMeeting,
) -> None:
    made = await meeting.convenes()
    event = made.event
    assert event is not None
    meeting.clock.time = STARTS - 60 * MINUTE
    await meeting.registration.open(SECRETARY, meeting.id)
    secret = await meeting.database.read(lambda tx: tx.events.secret(event))
    payload = screen_payload(event, secret, meeting.clock.time)
    await meeting.attending.arrive_self(CHAIR, payload)
    assert set((await meeting.state()).present) == {1}
    with pytest.raises(refusals.NotOnRoll):
        await meeting.attending.arrive_self(OUTSIDER, payload)
    meeting.clock.time += 10 * MINUTE
    with pytest.raises(ScreenTurned):
        await meeting.attending.arrive_self(meeting.leaders[VoterId(2)], payload)


async def test_who_became_a_delegate_since_the_opening_of_the_registration_needs_a_proxy(
    meeting: GeneralMeeting,
) -> None:
    await meeting.registers()

    def write(tx: Stores) -> MemberId:
        house = tx.members.get(CHAIR)
        assert house is not None
        return joined(tx, PersonDetails("Новый", delegate=True), STARTS, house.organisation)

    new = await meeting.database.write(write)
    with pytest.raises(refusals.MandateMissing):
        await meeting.registration.arrive(SECRETARY, meeting.id, VoterId(1), new, "приказ")


async def test_a_record_by_which_somebody_is_registered_is_not_given_up_before_the_meeting_ends(
    meeting: GeneralMeeting,
) -> None:
    """The log names the record: the one that is kept would not be there, and have no ballot."""
    there = meeting.leaders[VoterId(3)]

    def write(tx: Stores) -> tuple[MemberId, MemberId]:
        member = tx.members.get(there)
        assert member is not None
        admin = PersonDetails("Админ", roles=frozenset({Role.ADMINISTRATOR}))
        twin = tx.members.add(PersonDetails("Глава 3, он же"), member.organisation)
        return joined(tx, admin, meeting.clock.now()), twin

    admin, twin = await meeting.database.write(write)
    use = Duplicates(meeting.database, meeting.clock, meeting.rules)
    await meeting.begins(1, 2, 3)
    for act in (use.preview, use.merge):
        with pytest.raises(MergedVotes):
            await act(admin, twin, there)
    with pytest.raises(BothVote):
        await use.merge(admin, meeting.leaders[VoterId(2)], there)
    poll = await meeting.opens()
    await meeting.casts(3, poll)
    await meeting.closes()
    await meeting.conducting.end(CHAIR, meeting.id)
    assert (await use.merge(admin, twin, there)).id == twin
    assert (await meeting.verdict()).holds
