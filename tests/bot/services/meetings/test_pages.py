"""The pages: the hall sees nothing early, secrets are revocable, codes open one's own ballots."""

from dataclasses import asdict

import pytest

from bot.domain.digests import digest_of
from bot.domain.meetings import refusals
from bot.domain.meetings.chairs import ChairAct, ChairSaid
from bot.domain.meetings.codes import PageKind, new_ballot_code, read_ballot_code
from bot.domain.meetings.terms import Office
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from storage.stores import Stores
from tests.databases import dump
from tests.general_meetings import (
    BUDGET,
    CHAIR,
    CLERK,
    ELECTION,
    MINUTE,
    OUTSIDER,
    REGISTRAR,
    REPORT,
    SECRETARY,
    GeneralMeeting,
)

ONE = ((1, 0, 0),)
MEMBERS = (OUTSIDER, REGISTRAR)


async def screen(meeting: GeneralMeeting) -> str:
    return await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.SCREEN)


async def test_the_screen_shows_the_turnout_and_no_result_before_the_close(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    secret = await screen(meeting)
    poll = await meeting.opens()
    await meeting.casts(1, poll, "against")
    view = await meeting.pages.screen(secret)
    assert view.outcome is None
    (vote,) = view.votes
    assert (vote.present, vote.voted, vote.awaited) == (3, 1, 2)
    await meeting.counting.issue_slip(OUTSIDER, meeting.id, BUDGET, VoterId(2))
    await meeting.counting.count(OUTSIDER, meeting.id, BUDGET, *ONE)
    assert "in_favour" not in str(asdict(await meeting.pages.screen(secret)))
    await meeting.counting.count(MEMBERS[1], meeting.id, BUDGET, *ONE)
    await meeting.closes()
    view = await meeting.pages.screen(secret)
    assert view.votes == ()
    assert view.outcome is not None
    assert view.outcome.result.items[0].counts.against == 1
    assert view.head == (await meeting.state()).heads[-1]


async def test_screen_panel_and_minutes_show_the_head_after_an_item_without_a_vote(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    secret = await screen(meeting)
    await meeting.conducting.call(CHAIR, meeting.id, REPORT)
    before = (await meeting.pages.screen(secret)).head
    panel = await meeting.conducting.finish(CHAIR, meeting.id, REPORT)
    after = (await meeting.state()).last
    assert before != after
    assert (await meeting.pages.screen(secret)).head == panel.head == after
    assert (await meeting.minutes.summary(SECRETARY, meeting.id)).heads == (before, after)


async def test_the_screen_names_nobody_but_those_who_speak(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    secret = await screen(meeting)
    await meeting.delegating.ask_floor(meeting.leaders[VoterId(2)], meeting.id)
    said = str(asdict(await meeting.pages.screen(secret)))
    assert "Глава" not in said
    assert "Фонд" not in said
    await meeting.conducting.give_floor(CHAIR, meeting.id)
    speech = (await meeting.pages.screen(secret)).speech
    assert speech is not None
    assert (speech.name, speech.organisation) == ("Глава 2", "Фонд 002")
    assert speech.until - speech.since == 3 * MINUTE


async def test_a_page_opens_by_its_own_secret_until_that_is_revoked(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    secret = await screen(meeting)
    desk = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK)
    for wrong in (desk, secret[:-1], "", "\ud800", "x" * 10_000):
        with pytest.raises(refusals.PageClosed):
            await meeting.pages.screen(wrong)
    with pytest.raises(refusals.PageClosed):
        await meeting.pages.desk(secret)
    (page, _) = (await meeting.planning.look(SECRETARY, meeting.id)).pages
    await meeting.pages.revoke_page(SECRETARY, page.id)
    with pytest.raises(refusals.PageClosed):
        await meeting.pages.screen(secret)
    assert (await meeting.pages.desk(desk)).count == 5


async def test_only_who_records_the_election_of_a_chair_gets_a_page_for_the_chair(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    third = meeting.leaders[VoterId(3)]
    secret = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, CLERK)
    elected = ChairSaid(ChairAct.ELECT, people=(third,), office=Office.SECRETARY)
    assert await meeting.chair_pages.chair_acts(secret, elected) == ""
    with pytest.raises(refusals.OnlyForConducting):
        await meeting.chair_pages.chair(secret)
    secret = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, CHAIR)
    handed = await meeting.chair_pages.chair_acts(
        secret, ChairSaid(ChairAct.ELECT, people=(CLERK,))
    )
    assert (await meeting.chair_pages.chair(handed)).panel.officers[Office.CHAIR] == ("Глава 2",)


async def test_a_desk_page_registers_prints_a_code_and_lets_leave(meeting: GeneralMeeting) -> None:
    await meeting.registers()
    desk = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK)
    voter, leader = VoterId(1), meeting.leaders[VoterId(1)]
    assert (await meeting.pages.desk_arrive(desk, voter, leader)).is_here
    printed = await meeting.pages.desk_code(desk, voter, leader)
    assert (printed.organisation, printed.person) == ("Фонд 001", "Глава 1")
    assert (await meeting.pages.ballot(printed.code)).organisation == "Фонд 001"
    assert not (await meeting.pages.desk_depart(desk, voter, leader)).is_here


async def test_codes_for_all_are_one_for_each_organisation_that_is_here(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    await meeting.code(2)
    printed = await meeting.registration.issue_codes(SECRETARY, meeting.id)
    assert [one.voter for one in printed] == [1, 3]
    assert await meeting.registration.issue_codes(SECRETARY, meeting.id) == ()


async def test_a_sheet_that_did_not_arrive_is_printed_again_and_its_codes_are_void(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    at_desk = (SECRETARY, meeting.id)
    (first, *_), poll = await meeting.registration.issue_codes(*at_desk), await meeting.opens()
    await meeting.casts_by_code(first.code, poll, "against")
    assert await meeting.registration.issue_codes(*at_desk) == ()
    seen = (await meeting.registration.desk(*at_desk)).version
    await meeting.arrive(4)
    again = await meeting.registration.issue_codes(*at_desk, seen)
    assert [one.voter for one in again] == [1, 2, 3, 4]
    assert await meeting.registration.issue_codes(*at_desk, seen) == ()  # a second tap
    with pytest.raises(refusals.CodeInvalid):
        await meeting.pages.ballot(first.code)
    (ballot,) = (await meeting.pages.ballot(again[0].code)).ballots
    assert (ballot.voted, ballot.refused) == (True, "")
    assert (await meeting.verdict()).holds


async def test_no_code_and_no_secret_is_in_the_database(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    code, secret = await meeting.code(1), await screen(meeting)
    whole = "\n".join(await dump(meeting.database))
    assert code not in whole
    assert code.replace("-", "") not in whole
    assert secret not in whole
    assert digest_of(code).hex().upper() in whole.upper()


async def test_the_ballot_page_shows_ones_own_ballots_and_why_there_is_none(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    await meeting.arrive(4)
    code = await meeting.code(1)
    assert (await meeting.pages.ballot(code)).ballots == ()
    poll = await meeting.opens()
    await meeting.casts_by_code(code, poll, "against")
    (shown,) = (await meeting.pages.ballot(code)).ballots
    assert (shown.voted, str(shown.ballot), shown.refused) == (True, "against", "")
    await meeting.conducting.suspend(CHAIR, meeting.id, "Свет")
    view = await meeting.pages.ballot(code)
    assert [one.refused for one in view.ballots] == ["MeetingPaused"]
    assert view.pause is not None
    await meeting.conducting.resume(CHAIR, meeting.id)
    await meeting.closes()
    secret = await meeting.opens(ELECTION)
    await meeting.casts_by_code(code, secret, "3")
    view = await meeting.pages.ballot(code)
    assert [(one.refused, one.ballot) for one in view.ballots] == [("BallotFinal", None)]
    assert len(view.outcomes) == 1


TAPPED = 700_000_000
"""An update's number, as Telegram gives it."""


@pytest.mark.parametrize(
    ("later", "kept"),
    [
        (TAPPED - 1, "against"),  # it was tapped before the ballot that the page replaced
        (TAPPED, "against"),  # Telegram brings the first tap once more, after a restart
        (TAPPED + 1, "abstain"),
    ],
)
async def test_a_ballot_of_the_page_replaces_one_of_the_chat_and_is_replaced_by_a_later_tap(
    meeting: GeneralMeeting, later: int, kept: str
) -> None:
    await meeting.begins(1, 2, 3)
    code = await meeting.code(1)
    poll = await meeting.opens()
    await taps(meeting, poll, "for", TAPPED)
    assert (await meeting.casts_by_code(code, poll, "against")).changed
    assert await kept_of_first(meeting, poll) == "against"
    await taps(meeting, poll, "abstain", later)
    assert await kept_of_first(meeting, poll) == kept
    assert (await meeting.verdict()).holds


async def test_a_tap_in_the_chat_replaces_a_ballot_of_the_page(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    code = await meeting.code(1)
    poll = await meeting.opens()
    await meeting.casts_by_code(code, poll, "against")
    await taps(meeting, poll, "for", TAPPED)
    assert await kept_of_first(meeting, poll) == "for"
    assert not (await meeting.casts_by_code(code, poll, "for")).changed
    await taps(meeting, poll, "abstain", TAPPED - 1)
    assert await kept_of_first(meeting, poll) == "for"
    assert (await meeting.verdict()).holds


async def taps(meeting: GeneralMeeting, poll: PollId, said: str, update: int) -> None:
    """Have the first voter's leader cast its ballot in the chat."""
    meeting.clock.time += MINUTE
    voter = VoterId(1)
    await meeting.ballots.cast(meeting.leaders[voter], poll, voter, said, order=update)


async def kept_of_first(meeting: GeneralMeeting, poll: PollId) -> str:
    def read(tx: Stores) -> str:
        found = tx.polls.get(poll)
        assert found is not None
        return tx.ballots.written(found)["1"]

    return await meeting.database.read(read)


def test_a_code_has_a_hundred_bits_and_is_read_as_it_may_be_typed() -> None:
    code = new_ballot_code()
    assert len(code.replace("-", "")) * 5 == 100
    assert read_ballot_code(code.lower().replace("-", "")) == code
    assert read_ballot_code(f"  {code.replace('-', ' - ')} ") == code
    for wrong in (code[:-1], code + "A", "", "-" * 24):
        with pytest.raises(refusals.CodeInvalid):
            read_ballot_code(wrong)
