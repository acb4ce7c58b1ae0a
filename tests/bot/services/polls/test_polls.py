"""Chair and secretary plan, open, close and call off polls; a tie waits for them, not for luck."""

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.mailings import Occasion
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import PersonDetails
from bot.domain.polls.ballots import read_ballot
from bot.domain.polls.majorities import Base, Bound, Majority, Quorum, Share
from bot.domain.polls.plans import CandidateId
from bot.domain.polls.polls import Closing, PollId, PollState
from bot.domain.polls.refusals import (
    CompetenceMissing,
    ElectorateEmpty,
    ExclusiveBySimpleMajority,
    ExclusiveInCouncil,
    LotInvalid,
    NoTie,
    PollIsCancelled,
    PollIsClosed,
    PollIsOpen,
    PollNotFound,
    PollNotOpenYet,
    QuorumTooSmall,
    ReasonMissing,
    TieSettled,
)
from bot.domain.polls.seals import numbers_digest, sealed, verify_chain
from bot.domain.polls.tallies import Outcome
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ConsentMissing, MailingOver, OnlyForPresiding
from bot.ports import Transaction
from bot.services.access import known_member
from bot.services.mailings import Mailings
from bot.services.people.appointments import Appointments
from bot.services.people.leaving import depart
from bot.services.polls.polls import Polls
from bot.services.polls.verification import verify
from bot.services.polls.views import poll_card
from tests.councils import (
    AGAINST,
    CHAIR,
    CLOSES,
    COUNCIL,
    COUNCIL_GROUP,
    DAY,
    FOR,
    GENERAL,
    GROUP,
    NOON,
    OMISSION,
    OUTSIDER,
    SECRET,
    SECRETARY,
    Assembly,
    a_poll,
    an_election,
)
from tests.databases import execute, run
from tests.halls import refused
from tests.polling import RULES, THIRD

ONE, TWO, THREE = map(CandidateId, (1, 2, 3))

# --- who may ------------------------------------------------------------------------------------


@pytest.mark.parametrize("act", ["presets", "preview", "open", "plan", "board", "close", "cancel"])
@pytest.mark.parametrize("actor", [MemberId(3), OUTSIDER, MemberId(11)])
async def test_only_chair_and_secretary_preside(
    assembly: Assembly, act: str, actor: MemberId
) -> None:
    poll = await assembly.opens()
    more: dict[str, tuple[Any, ...]] = {
        "presets": (),
        "preview": (a_poll(),),
        "open": (a_poll(),),
        "close": (poll, "Пора"),
        "cancel": (poll, "Пора"),
    }
    with refused(OnlyForPresiding):
        await getattr(assembly.polls, act)(actor, *more.get(act, (poll,)))


async def test_a_chair_who_has_not_consented_to_the_text_in_force_opens_nothing(
    assembly: Assembly,
) -> None:
    assembly.polls._source = replace(assembly.rules, consent_version=2)
    with refused(ConsentMissing):
        await assembly.opens()


# --- planning -----------------------------------------------------------------------------------


async def test_the_preview_says_what_the_rules_come_to_and_whom_nothing_reaches(
    assembly: Assembly,
) -> None:
    def some_are_silent(tx: Any) -> None:
        for member in (4, 11, 12):
            run(tx, "UPDATE members SET telegram_id = NULL, joined_at = NULL WHERE id = ?", member)
        for member in (5, 13):
            tx.members.save_reachable(MemberId(member), NOON, reachable=False)

    await assembly.database.write(some_are_silent)
    council = await assembly.polls.preview(CHAIR, a_poll())
    meeting = await assembly.polls.preview(CHAIR, a_poll(**GENERAL))

    assert (council.entitled, council.explanation.votes, council.explanation.quorum) == (9, 5, 5)
    assert council.explanation.base is Base.PARTICIPANTS
    assert council.silent == ("Член совета 4",)
    assert council.unreachable == ("Член совета 5",)
    assert (council.told, council.untold, council.members) == (7, 2, 11)
    assert (meeting.entitled, meeting.silent, meeting.unreachable) == (3, ("Фонд 001",), ())


async def test_a_poll_without_voters_is_neither_previewed_nor_opened(assembly: Assembly) -> None:
    nobody = a_poll(voters=(VoterId(99),), omission=OMISSION)
    with refused(ElectorateEmpty):
        await assembly.polls.preview(CHAIR, nobody)
    with refused(ElectorateEmpty):
        await assembly.polls.open(CHAIR, nobody)

    assert await assembly.rows("SELECT id FROM polls") == []


async def test_a_plan_can_leave_only_some_of_the_voters(assembly: Assembly) -> None:
    poll = await assembly.opens(voters=(VoterId(3), VoterId(5)), omission=OMISSION)

    voters = await assembly.database.read(lambda tx: tx.electorates.voters(poll))
    assert [voter.id for voter in voters] == [3, 5]
    assert await assembly.told("poll.ballot_opened") == {3: 1, 5: 1}


async def test_the_same_draft_opens_one_poll(assembly: Assembly) -> None:
    first = await assembly.polls.open(CHAIR, a_poll(), "draft:1")
    again = await assembly.polls.open(SECRETARY, a_poll(question="Другое"), "draft:1")

    assert first == again
    assert await assembly.rows("SELECT count(*) FROM polls") == [(1,)]


# --- opening ------------------------------------------------------------------------------------


async def test_at_the_opening_each_of_the_council_gets_the_ballot_and_the_group_the_card(
    assembly: Assembly,
) -> None:
    await assembly.opens()

    assert await assembly.told("poll.ballot_opened") == dict.fromkeys(COUNCIL, 1)
    assert await assembly.told("poll.posted") == {COUNCIL_GROUP: 1}
    mailings = await assembly.rows("SELECT occasion, title, created_by FROM mailings")
    assert mailings == [(Occasion.BALLOTS, "Утвердить план", CHAIR)]


async def test_in_the_general_meeting_leaders_and_delegates_get_it(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL)

    assert await assembly.told("poll.ballot_opened") == dict.fromkeys(range(11, 17), 1)
    assert await assembly.told("poll.posted") == {GROUP: 1}
    voter = (await assembly.database.read(lambda tx: tx.electorates.voters(poll)))[0]
    assert (voter.name, voter.inn) == ("Фонд 001", "6600000001")
    assert [person.name for person in voter.people] == ["Глава 1", "Делегат 1"]


async def test_who_joins_the_council_later_has_no_vote_in_an_open_poll(assembly: Assembly) -> None:
    poll = await assembly.opens()
    await assembly.database.write(
        lambda tx: tx.members.add_role(OUTSIDER, Role.COUNCIL, NOON.date())
    )
    card = await assembly.ballots.look(OUTSIDER, poll)

    assert card.turnout.entitled == len(COUNCIL)
    assert card.ballots == ()


async def test_a_scheduled_poll_opens_at_its_time_with_the_voters_of_that_time(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(opens_at=NOON + DAY)
    assert (await assembly.found(poll)).state is PollState.SCHEDULED
    with refused(PollNotFound):
        await assembly.ballots.look(MemberId(3), poll)
    with refused(PollNotFound):
        await assembly.casts(3, poll)
    await assembly.database.write(
        lambda tx: tx.members.add_role(OUTSIDER, Role.COUNCIL, NOON.date())
    )
    assembly.clock.time = NOON + DAY - timedelta(seconds=1)
    assert await assembly.polls.open_due() == 0

    assembly.clock.time = NOON + DAY
    assert await assembly.polls.open_due() == 1
    found = await assembly.found(poll)
    assert (found.state, found.opened_at) == (PollState.OPEN, NOON + DAY)
    assert (
        len(await assembly.database.read(lambda tx: tx.electorates.voters(poll)))
        == len(COUNCIL) + 1
    )
    assert await assembly.polls.open_due() == 0


async def test_a_poll_that_could_not_be_opened_in_time_is_called_off_and_its_author_told(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(opens_at=NOON + DAY)
    assembly.clock.time = CLOSES
    assert await assembly.polls.open_due() == 0

    found = await assembly.found(poll)
    assert (found.state, found.reason) == (PollState.CANCELLED, "")
    assert await assembly.told("poll.cancelled") == {CHAIR: 1}
    assert await assembly.polls.open_due() == 0


async def test_only_a_scheduled_poll_can_be_changed(assembly: Assembly) -> None:
    poll = await assembly.opens(opens_at=NOON + DAY)
    changed = a_poll(question="Утвердить смету", opens_at=NOON + 2 * DAY)
    board = await assembly.polls.change(SECRETARY, poll, changed)
    assert (board.poll.question, board.poll.opens_at) == ("Утвердить смету", NOON + 2 * DAY)

    opened = await assembly.polls.change(CHAIR, poll, replace(changed, opens_at=None))
    assert opened.poll.state is PollState.OPEN
    with refused(PollIsOpen):
        await assembly.polls.change(CHAIR, poll, changed)


# --- results hidden until the close -------------------------------------------------------------


@pytest.mark.parametrize("secrecy", [{}, SECRET], ids=["named", "secret"])
async def test_nobody_at_all_sees_how_the_votes_stand_before_the_close(
    assembly: Assembly, secrecy: dict[str, Any]
) -> None:
    poll = await assembly.opens(**secrecy)
    for member in COUNCIL[:4]:
        await assembly.casts(member, poll, FOR)
    board = await assembly.polls.board(CHAIR, poll)
    cards = [board.card, *[await assembly.ballots.look(member, poll) for member in COUNCIL]]

    assert [card.result for card in cards] == [None] * len(cards)
    assert {card.turnout.voted for card in cards} == {4}
    assert {line.outcome for line in await assembly.ballots.listed(CHAIR)} == {None}
    shown = [ballot for card in cards for ballot in card.ballots if ballot.ballot is not None]
    assert len(shown) == (0 if secrecy else 4)  # each their own, and nobody else's


async def test_a_live_poll_shows_how_the_votes_stand(assembly: Assembly) -> None:
    poll = await assembly.opens(live=True)
    await assembly.casts(3, poll, FOR)
    card = await assembly.ballots.look(MemberId(4), poll)

    assert card.result is not None
    assert card.result.items[0].counts.in_favour == 1


async def test_the_board_names_who_is_awaited_and_who_is_out_of_reach(assembly: Assembly) -> None:
    poll = await assembly.opens()
    for member in COUNCIL[:7]:
        await assembly.casts(member, poll)
    await assembly.database.write(
        lambda tx: tx.members.save_reachable(MemberId(9), NOON, reachable=False)
    )
    board = await assembly.polls.board(SECRETARY, poll)

    assert board.silent == ("Член совета 8", "Член совета 9")
    assert board.unreachable == ("Член совета 9",)


# --- closing and cancelling ---------------------------------------------------------------------


async def test_a_poll_closed_by_hand_needs_a_reason_and_counts_what_is_there(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens()
    await assembly.casts(3, poll)
    with refused(ReasonMissing):
        await assembly.polls.close(CHAIR, poll, " ")
    board = await assembly.polls.close(CHAIR, poll, "Все, кто мог, проголосовали")

    assert (board.poll.closing, board.poll.reason) == (
        Closing.BY_HAND,
        "Все, кто мог, проголосовали",
    )
    assert (await assembly.declared(poll)).result.outcome is Outcome.NO_QUORUM


async def test_the_head_of_the_chain_is_posted_at_the_opening_where_others_keep_it(
    assembly: Assembly,
) -> None:
    await assembly.opens()
    assert await assembly.told("poll.opening_posted") == {COUNCIL_GROUP: 1}

    rules = replace(assembly.rules, council_group=None)
    await Polls(assembly.database, assembly.clock, rules).open(CHAIR, a_poll())
    told = await assembly.told("poll.opening_posted")
    assert told == {COUNCIL_GROUP: 1, CHAIR: 1, SECRETARY: 1}


async def test_closing_twice_gives_one_result(assembly: Assembly) -> None:
    poll = await assembly.opens()
    await assembly.polls.close(CHAIR, poll, "Пора")
    with refused(PollIsClosed):
        await assembly.polls.close(SECRETARY, poll, "Пора")
    assembly.clock.time = CLOSES
    assert await assembly.polls.close_due() == 0

    assert await assembly.rows("SELECT count(*) FROM results") == [(1,)]
    assert await assembly.rows("SELECT count(*) FROM entries WHERE kind = 'closed'") == [(1,)]


async def test_after_downtime_a_poll_is_closed_as_of_its_deadline(assembly: Assembly) -> None:
    poll = await assembly.opens()
    assembly.clock.time = CLOSES + 10 * DAY
    assert await assembly.polls.close_due() == 1

    found = await assembly.found(poll)
    assert (found.closing, found.closed_at) == (Closing.DEADLINE, CLOSES)


async def test_a_poll_whose_record_was_tampered_with_is_not_counted_and_holds_up_no_other(
    assembly: Assembly,
) -> None:
    broken, sound = await assembly.opens(), await assembly.opens()
    await assembly.casts(3, broken)
    await execute(assembly.database, "UPDATE ballots SET ballot = 'maybe'")
    assembly.clock.time = CLOSES
    assert await assembly.polls.close_due() == 1

    assert (await assembly.found(broken)).state is PollState.OPEN
    assert (await assembly.found(sound)).state is PollState.CLOSED


async def test_a_cancelled_poll_tells_who_had_a_ballot_and_has_no_result(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens()
    await assembly.casts(3, poll)
    board = await assembly.polls.cancel(SECRETARY, poll, "Ошибка в вопросе")

    assert (board.poll.state, board.card.result) == (PollState.CANCELLED, None)
    assert await assembly.told("poll.cancelled") == dict.fromkeys(COUNCIL, 1)
    with refused(PollIsCancelled):
        await assembly.casts(4, poll)
    assembly.clock.time = CLOSES
    assert await assembly.polls.close_due() == 0


async def test_from_the_deadline_on_a_poll_can_be_neither_cancelled_nor_closed_by_hand(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens()
    assembly.clock.time = CLOSES
    for act in (assembly.polls.cancel, assembly.polls.close):
        with refused(PollIsClosed):
            await act(CHAIR, poll, "Пора")


async def test_a_scheduled_poll_is_cancelled_without_a_word_to_voters(assembly: Assembly) -> None:
    poll = await assembly.opens(opens_at=NOON + DAY)
    with refused(PollNotOpenYet):
        await assembly.polls.close(CHAIR, poll, "Пора")
    await assembly.polls.cancel(CHAIR, poll, "Передумали")

    assert await assembly.told("poll.cancelled") == {}


# --- the outcome --------------------------------------------------------------------------------


async def test_the_outcome_goes_to_those_who_vote_or_to_everybody_and_the_seal_to_the_group(
    assembly: Assembly,
) -> None:
    for tells, told in ((False, COUNCIL), (True, range(1, 17))):
        poll = await assembly.opens(tells_members=tells)
        await assembly.polls.close(CHAIR, poll, "Пора")
        rows = await assembly.rows(
            "SELECT addressee FROM notices WHERE kind = 'poll.outcome_declared' AND subject = ?",
            f'{{"poll":{poll}}}',
        )
        assert sorted(row[0] for row in rows) == list(told)
    assert await assembly.told("poll.sealed") == {COUNCIL_GROUP: 2}


async def test_without_a_group_the_seal_goes_to_chair_and_secretary(assembly: Assembly) -> None:
    assembly.polls._source = replace(assembly.rules, council_group=None)
    poll = await assembly.opens()
    await assembly.polls.close(CHAIR, poll, "Пора")

    assert await assembly.told("poll.posted") == {}
    assert await assembly.told("poll.sealed") == {CHAIR: 1, SECRETARY: 1}


async def test_an_outcome_waits_until_quiet_hours_are_over(assembly: Assembly) -> None:
    midnight = datetime(2026, 12, 2, 19, 0, tzinfo=NOON.tzinfo)  # in Yekaterinburg
    poll = await assembly.opens(closes_at=midnight)
    await assembly.closes(poll)

    rows = await assembly.rows(
        "SELECT DISTINCT not_before FROM notices WHERE kind = 'poll.outcome_declared'"
    )
    assert rows == [("2026-12-03T04:00:00.000000+00:00",)]


async def test_the_seal_is_that_of_the_ballots_and_the_chain_is_whole(assembly: Assembly) -> None:
    poll = await assembly.opens(**SECRET)
    for member, text in zip(COUNCIL, [FOR, AGAINST] * 4, strict=False):
        await assembly.casts(member, poll, text)
    await assembly.closes(poll)
    declared, written = await assembly.declared(poll), await assembly.written(poll)
    ((salt,),) = await assembly.rows("SELECT salt FROM results")

    assert declared.seal == sealed(poll, salt, written)
    assert declared.seal.numbers == numbers_digest(poll, written)
    entries = await assembly.database.read(lambda tx: tx.entries.all())
    assert verify_chain(entries, declared.head) == ()
    closing = next(entry for entry in entries if entry.number == declared.head.number)
    assert closing.kind == "closed"
    assert declared.seal.ballots in closing.payload
    assert salt not in "".join(entry.payload for entry in entries)
    plan = (await assembly.found(poll)).plan
    assert all(read_ballot(plan, text) for text in written.values())


async def test_who_is_elected_sits_in_the_council_from_that_day_on(assembly: Assembly) -> None:
    election = an_election(MemberId(15), MemberId(11), MemberId(13), seats=2, elects_council=True)
    poll = await assembly.opened_earlier(**election)
    for member in COUNCIL[:6]:
        await assembly.casts(member, poll, "1,2")
    await assembly.closes(poll)

    assert (await assembly.declared(poll)).result.having(Outcome.ELECTED) == (ONE, TWO)
    seats = {seat.member: seat.since for seat in await assembly.ballots.council(MemberId(3))}
    assert seats[MemberId(15)] == seats[MemberId(11)] == CLOSES.date()
    assert seats[CHAIR] is None
    assert MemberId(13) not in seats
    told = "SELECT member_id FROM notices WHERE kind = 'people.roles_changed' ORDER BY member_id"
    assert await assembly.rows(told) == [(11,), (15,)]


async def test_who_is_elected_again_stays_after_the_day_on_which_the_former_term_was_to_end(
    assembly: Assembly,
) -> None:
    again, end = MemberId(5), CLOSES.date() + 10 * DAY
    await assembly.database.write(
        lambda tx: tx.planned_roles.replace(again, Role.COUNCIL, None, end)
    )
    poll = await assembly.opened_earlier(**an_election(again, elects_council=True))
    for member in COUNCIL:
        await assembly.casts(member, poll, "1")
    await assembly.closes(poll)
    assembly.clock.time += 20 * DAY
    common = assembly.database, assembly.clock, assembly.rules
    await Appointments(*common, administrators=frozenset()).apply_planned()

    assert again in {seat.member for seat in await assembly.ballots.council(MemberId(3))}


async def test_who_was_erased_during_the_vote_gets_no_seat(assembly: Assembly) -> None:
    poll = await assembly.opened_earlier(**an_election(MemberId(15), elects_council=True))
    for member in COUNCIL:
        await assembly.casts(member, poll, "1")
    now = assembly.clock.time
    await assembly.database.write(lambda tx: tx.members.erase(MemberId(15), now))
    await assembly.closes(poll)

    assert (await assembly.declared(poll)).result.having(Outcome.ELECTED) == (ONE,)
    assert await assembly.rows("SELECT * FROM roles WHERE member_id = ?", MemberId(15)) == []


async def test_the_outcome_names_who_was_elected_and_left_though_they_came_back(
    assembly: Assembly,
) -> None:
    people = (MemberId(15), MemberId(11))
    poll = await assembly.opened_earlier(**an_election(*people, seats=2, elects_council=True))
    for member in COUNCIL[:6]:
        await assembly.casts(member, poll, "1,2")
    now = assembly.clock.time

    def leave_and_return(tx: Transaction) -> None:
        left = known_member(tx, MemberId(11))
        depart(tx, left, assembly.rules, now)
        tx.members.add(PersonDetails(left.name), left.organisation)

    await assembly.database.write(leave_and_return)
    await assembly.closes(poll)

    assert (await assembly.declared(poll)).result.having(Outcome.ELECTED) == (ONE, TWO)
    found = await assembly.found(poll)
    card = await assembly.database.read(lambda tx: poll_card(tx, found, None, CLOSES))
    assert card.absent == (TWO,)
    elected = "SELECT details FROM audit WHERE act = 'council.elect'"
    assert await assembly.rows(elected) == [('{"member": 15}',)]


# --- ties ---------------------------------------------------------------------------------------


async def a_tie(assembly: Assembly) -> PollId:
    """One of three is elected, the other two are level for the second seat."""
    third = Majority(THIRD, Base.PARTICIPANTS, "Устав, п. 5.4")
    people = (MemberId(15), MemberId(11), MemberId(13))
    election = an_election(*people, seats=2, elects_council=True)
    poll = await assembly.opened_earlier(**election, rules=replace(RULES, majority=third))
    for member, text in zip(COUNCIL, ["1,2", "1,3"] * 4, strict=False):
        await assembly.casts(member, poll, text)
    await assembly.closes(poll)
    return poll


async def test_a_tie_is_reported_as_a_tie_and_seats_nobody_by_itself(assembly: Assembly) -> None:
    poll = await a_tie(assembly)
    result = (await assembly.declared(poll)).result

    assert result.tie is not None
    assert (result.tie.candidates, result.tie.seats) == ((TWO, THREE), 1)
    assert (await assembly.polls.board(CHAIR, poll)).tie_is_open
    seats = {seat.member for seat in await assembly.ballots.council(CHAIR)}
    assert MemberId(15) in seats
    assert not {MemberId(11), MemberId(13)} & seats


async def test_a_second_round_is_between_those_who_are_level_once(assembly: Assembly) -> None:
    poll = await a_tie(assembly)
    until = assembly.clock.time + DAY
    second = await assembly.ties.run_off(CHAIR, poll, until)
    assert await assembly.ties.run_off(SECRETARY, poll, until) == second

    found = await assembly.found(second)
    assert [candidate.id for candidate in found.candidates] == [TWO, THREE]
    assert (found.seats, found.run_off_of, found.state) == (1, poll, PollState.OPEN)
    board = await assembly.polls.board(CHAIR, poll)
    assert (board.card.run_off, board.tie_is_open) == (second, False)
    with refused(TieSettled):
        await assembly.ties.record_lot(CHAIR, poll, frozenset({TWO}), "Монетой")


async def test_a_second_round_that_was_called_off_leaves_the_tie_to_be_settled(
    assembly: Assembly,
) -> None:
    poll = await a_tie(assembly)
    until = assembly.clock.time + DAY
    rounds = []
    for _ in range(2):
        rounds.append(await assembly.ties.run_off(CHAIR, poll, until))
        await assembly.polls.cancel(CHAIR, rounds[-1], "Не тот срок")
        assert (await assembly.polls.board(CHAIR, poll)).tie_is_open
    third = await assembly.ties.run_off(CHAIR, poll, until)

    assert len({*rounds, third}) == 3
    assert await assembly.ties.run_off(SECRETARY, poll, until) == third
    assert (await assembly.polls.board(CHAIR, poll)).card.run_off == third
    with refused(TieSettled):
        await assembly.ties.record_lot(CHAIR, poll, frozenset({TWO}), "Монетой")


async def test_after_a_second_round_that_was_called_off_a_lot_can_settle_the_tie(
    assembly: Assembly,
) -> None:
    poll = await a_tie(assembly)
    second = await assembly.ties.run_off(CHAIR, poll, assembly.clock.time + DAY)
    await assembly.polls.cancel(CHAIR, second, "Решили бросить жребий")

    board = await assembly.ties.record_lot(CHAIR, poll, frozenset({TWO}), "Монетой")

    assert not board.tie_is_open


async def test_a_second_round_without_a_quorum_leaves_the_tie_to_be_settled(
    assembly: Assembly,
) -> None:
    poll = await a_tie(assembly)
    second = await assembly.ties.run_off(CHAIR, poll, assembly.clock.time + DAY)
    await assembly.casts(3, second, "2")
    await assembly.closes(second)
    assert (await assembly.polls.board(CHAIR, poll)).tie_is_open
    third = await assembly.ties.run_off(CHAIR, poll, assembly.clock.time + DAY)

    assert third != second
    assert (await assembly.polls.board(CHAIR, poll)).card.run_off == third
    assert not (await assembly.polls.board(CHAIR, second)).tie_is_open


async def test_the_tie_of_a_second_round_is_settled_by_a_third_one(assembly: Assembly) -> None:
    poll = await a_tie(assembly)
    second = await assembly.ties.run_off(CHAIR, poll, assembly.clock.time + DAY)
    for member, text in zip(COUNCIL[:8], "23" * 4, strict=True):
        await assembly.casts(member, second, text)
    await assembly.closes(second)
    third = await assembly.ties.run_off(CHAIR, second, assembly.clock.time + DAY)

    assert (await assembly.found(third)).run_off_of == second
    assert (await assembly.polls.board(CHAIR, poll)).card.run_off == second
    with refused(TieSettled):
        await assembly.ties.record_lot(CHAIR, second, frozenset({TWO}), "Монетой")


async def test_a_recorded_lot_fills_the_seat_and_is_told(assembly: Assembly) -> None:
    poll = await a_tie(assembly)
    for winners in (frozenset[CandidateId](), frozenset({ONE}), frozenset({TWO, THREE})):
        with refused(LotInvalid):
            await assembly.ties.record_lot(CHAIR, poll, winners, "Монетой")
    with refused(ReasonMissing):
        await assembly.ties.record_lot(CHAIR, poll, frozenset({THREE}), "")
    board = await assembly.ties.record_lot(CHAIR, poll, frozenset({THREE}), "Тянул сторож")

    assert board.card.lot is not None
    assert (board.card.lot.winners, board.tie_is_open) == ((THREE,), False)
    seats = {seat.member for seat in await assembly.ballots.council(CHAIR)}
    assert MemberId(13) in seats
    assert await assembly.told("poll.tie_settled") == dict.fromkeys(COUNCIL, 1)
    with refused(TieSettled):
        await assembly.ties.record_lot(CHAIR, poll, frozenset({TWO}), "Ещё раз")
    with refused(TieSettled):
        await assembly.ties.run_off(CHAIR, poll, assembly.clock.time + DAY)


async def test_without_a_tie_there_is_neither_a_second_round_nor_a_lot(assembly: Assembly) -> None:
    poll = await assembly.opens()
    for state in ("open", "closed"):
        if state == "closed":
            await assembly.polls.close(CHAIR, poll, "Пора")
        with refused(NoTie):
            await assembly.ties.run_off(CHAIR, poll, assembly.clock.time + DAY)
        with refused(NoTie):
            await assembly.ties.record_lot(CHAIR, poll, frozenset({ONE}), "Монетой")


# --- the schema holds what the services promise -------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET payload = '{}' WHERE number = 1",
        "DELETE FROM entries WHERE number = (SELECT max(number) FROM entries)",
        "INSERT INTO entries SELECT number + 7, kind, payload, previous, digest FROM entries",
        "REPLACE INTO entries SELECT * FROM entries WHERE number = 1",
        "UPDATE results SET outcome = 'rejected'",
        "DELETE FROM results",
        "REPLACE INTO results SELECT * FROM results",
        "UPDATE ballots SET ballot = 'against' WHERE poll_id = 1",
        "DELETE FROM ballots WHERE poll_id = 1",
        "INSERT INTO ballots VALUES (1, 9, 'for', 9, '2026-12-01', 0)",
        "INSERT INTO ballots VALUES (2, 9, 'for', 9, '2026-12-01', 0)",  # the poll is secret
        "INSERT INTO roll VALUES (1, 9)",
        "INSERT INTO secret_ballots VALUES (1, printf('%032d', 7), 'for', NULL)",
        "UPDATE secret_ballots SET ballot = 'against'",
        "DELETE FROM secret_ballots",
        "UPDATE encrypted_ballots SET content = zeroblob(200)",
        "INSERT INTO encrypted_ballots VALUES (1, zeroblob(200))",
        "INSERT INTO ballot_numbers VALUES (2, printf('%032d', 7))",
        "INSERT INTO ballot_counts VALUES (3, 'for', 7)",
        "UPDATE results SET salt = printf('%064d', 0)",
        "UPDATE roll SET voter_id = 9",
        "INSERT INTO voters (poll_id, voter_id, name) VALUES (2, 99, 'Чужой')",
        "UPDATE voters SET name = 'Чужой'",
        "DELETE FROM voters WHERE poll_id = 2",
        "INSERT INTO poll_delegates (poll_id, voter_id, member_id, name) VALUES (2, 9, 10, 'Ч')",
        "UPDATE poll_delegates SET member_id = 10",
        "DELETE FROM poll_delegates WHERE poll_id = 2",
        "DELETE FROM polls",
        "UPDATE polls SET question = 'Другое' WHERE id = 2",
        "UPDATE polls SET rules = '{}' WHERE id = 2",
        "UPDATE polls SET closes_at = '2030-01-01' WHERE id = 2",
        "UPDATE polls SET secrecy = 'named' WHERE id = 2",
        "UPDATE polls SET state = 'scheduled', opened_at = NULL WHERE id = 2",
        "UPDATE polls SET state = 'open', closed_at = NULL, closing = NULL WHERE id = 1",
        "UPDATE polls SET reason = 'Другая' WHERE id = 1",
        "UPDATE polls SET closed_at = '2027-01-01' WHERE id = 1",
        "INSERT INTO recusals VALUES (1, 9, 9)",
        (
            "INSERT INTO proxies (poll_id, voter_id, holder_id, holder_name, number, issued_on,"
            " expires_at, scope, registered_by)"
            " VALUES (1, 9, 8, 'Член', '7', '2026-11-20', '2027-01-01', 'Голосовать', 9)"
        ),
    ],
)
async def test_the_schema_keeps_a_vote_as_it_was(assembly: Assembly, statement: str) -> None:
    named, secret = await assembly.opens(), await assembly.opens(**SECRET)
    for poll in (named, secret):
        await assembly.casts(3, poll)
    over = await assembly.opens(**SECRET)
    await assembly.casts(3, over)
    for poll in (named, over):
        await assembly.polls.close(CHAIR, poll, "Пора")
    assert (named, secret, over) == (1, 2, 3)
    with pytest.raises(sqlite3.IntegrityError):
        await execute(assembly.database, statement)


async def test_nobody_can_hold_up_the_ballots(assembly: Assembly) -> None:
    await assembly.opens()
    await assembly.database.write(
        lambda tx: tx.members.add_role(CHAIR, Role.ORGANISER, NOON.date())
    )
    mailings = Mailings(assembly.database, assembly.clock, assembly.rules)
    ((mailing,),) = await assembly.rows("SELECT id FROM mailings WHERE occasion = 'ballots'")

    for act in (mailings.pause, mailings.stop):
        with refused(MailingOver):
            await act(CHAIR, mailing)

    waiting = "SELECT count(*) FROM notices WHERE mailing_id = ? AND state = 'pending'"
    assert await assembly.rows(waiting, mailing) == [(len(COUNCIL),)]


# --- competence ---------------------------------------------------------------------------------


async def test_the_charter_is_not_changed_by_the_council_by_a_simple_majority_of_one_tenth(
    assembly: Assembly,
) -> None:
    tenth = Quorum(Share(1, 10, Bound.AT_LEAST), "Устав, п. 5.3")
    few, scheduled = replace(RULES, quorum=tenth), await assembly.opens(opens_at=CLOSES - DAY)
    highest = {"exclusive": True, "rules": replace(RULES, competence="7-ФЗ, ст. 29, п. 3")}
    for refusal, plan in (
        (QuorumTooSmall, a_poll(rules=few)),
        (CompetenceMissing, a_poll(exclusive=True)),
        (ExclusiveInCouncil, a_poll(**highest)),
        (ExclusiveBySimpleMajority, a_poll(**highest, **GENERAL)),
    ):
        with refused(refusal):
            await assembly.polls.preview(CHAIR, plan)
        with refused(refusal):
            await assembly.polls.open(CHAIR, plan)
        with refused(refusal):
            await assembly.polls.change(CHAIR, scheduled, plan)
    assert await assembly.rows("SELECT count(*) FROM polls") == [(1,)]


async def test_what_an_earlier_release_put_to_the_council_is_decided_and_verifies(
    assembly: Assembly,
) -> None:
    poll = await assembly.opened_earlier(exclusive=True)
    for member in COUNCIL:
        await assembly.casts(member, poll, FOR)
    await assembly.closes(poll)
    assert (await assembly.declared(poll)).result.outcome is Outcome.ADOPTED
    assert (await assembly.database.read(verify)).holds
