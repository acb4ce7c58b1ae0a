"""The chair's page records what is raised in the hall: objections, conflicts, lots."""

from collections.abc import Sequence
from typing import Any

import pytest

from bot.domain.meetings.acts import MeetingAct, Objected, RecusedFromItem
from bot.domain.meetings.codes import PageKind
from bot.domain.meetings.plans import AgendaPoint, ItemId, ItemKind
from bot.domain.meetings.state import Stage
from bot.domain.polls.plans import Candidate, CandidateId, Secrecy
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from storage.engine.database import Database
from storage.stores import Stores
from tests.databases import query
from tests.general_meetings import (
    BUDGET,
    CHAIR,
    OPEN_ELECTION,
    REGISTRAR,
    REPORT,
    SECRETARY,
    GeneralMeeting,
    an_election,
)
from tests.meeting_pages import Hall, served

SECOND, FOURTH = VoterId(2), VoterId(4)
LONG = "я" * 1001


@pytest.fixture
async def chaired(in_session: Hall) -> Hall:
    """A meeting of four of five organisations, whose chair has a page and puts the budget."""
    hall, meeting = in_session, in_session.meeting
    hall.desk = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, CHAIR)
    await hall.at_chair("call", item=BUDGET)
    return hall


def by(meeting: GeneralMeeting, voter: VoterId) -> str:
    """Return how a form names a voter with its leader."""
    return f"{voter}-{meeting.leaders[voter]}"


async def logged(meeting: GeneralMeeting, kind: type[MeetingAct]) -> list[Any]:
    """Return the acts of this kind in the meeting's log."""

    def read(tx: Stores) -> list[Any]:
        return [one.act for one in tx.meetings.log(meeting.id) if isinstance(one.act, kind)]

    return await meeting.database.read(read)


async def of_another_meeting(meeting: GeneralMeeting) -> ItemId:
    """Plan another meeting; return an item of it."""
    elsewhere = ItemId(9)
    point = AgendaPoint(id=elsewhere, kind=ItemKind.VOTE, title="Чужой вопрос")
    await meeting.on(meeting.database).plans(agenda=(point,))
    return elsewhere


async def test_an_upheld_challenge_of_a_mandate_repeats_the_item(chaired: Hall) -> None:
    hall, meeting = chaired, chaired.meeting
    await hall.at_chair("open", item=BUDGET)
    who, said = by(meeting, SECOND), {"item": BUDGET, "mandate": FOURTH}
    shown = await hall.at_chair("object", who=who, words="Приказ <b>чужой</b>", **said)
    assert "Бюджет Фонд 002 · оспаривает полномочия: Фонд 004 Приказ <b>чужой</b>" in shown.words
    assert "&lt;b&gt;чужой" in shown.text
    (made,) = (await meeting.state()).objections
    assert (made.voter, made.person, made.item) == (SECOND, meeting.leaders[SECOND], BUDGET)
    assert [act.by for act in await logged(meeting, Objected)] == [CHAIR]  # who wrote it down

    refused = await hall.at_chair("uphold", objection=made.number)
    assert (refused.status, "Сначала завершите голосование" in refused.words) == (409, True)
    await hall.at_chair("last_call", item=BUDGET)
    await hall.at_chair("close", item=BUDGET)
    assert "придётся голосовать заново" in (await hall.gets(f"/chair/{hall.desk}")).words
    upheld = await hall.at_chair("uphold", objection=made.number)
    assert "Приказ <b>чужой</b> Принято" in upheld.words
    assert (await meeting.state()).items[BUDGET].stage is Stage.REPEATED
    told = "SELECT DISTINCT member_id FROM notices WHERE kind = 'meeting.objection_upheld'"
    assert len(await query(meeting.database, told)) == 4
    again = await hall.at_chair("open", item=BUDGET)
    assert "0 из 4 присутствующих проголосовали" in again.words
    assert (await meeting.verdict()).holds


async def test_an_objection_during_a_break_is_recorded_and_a_refused_one_stays_typed(
    chaired: Hall,
) -> None:
    hall, meeting = chaired, chaired.meeting
    await hall.at_chair("suspend", reason="Кофе")
    refused = await hall.at_chair("object", who="5-12", words="Мне не дали <i>слова")
    assert (refused.status, "не зарегистрирован или ушёл" in refused.words) == (409, True)
    assert 'maxlength="1000">Мне не дали &lt;i&gt;слова</textarea>' in refused.text
    await hall.at_chair("object", who=by(meeting, SECOND), words="Мне не дали слова")
    (made,) = (await meeting.state()).objections
    upheld = await hall.at_chair("uphold", objection=made.number)
    assert "Принято" in upheld.words
    assert (await hall.at_chair("uphold", objection=made.number)).status == 409
    for words in ("Первое", "Второе"):
        shown = await hall.at_chair("object", who=by(meeting, SECOND), words=words)
    said = [shown.words.index(words) for words in ("Второе", "Первое", "Мне не дали слова")]
    assert said == sorted(said)  # those that wait come first
    assert (await meeting.verdict()).holds


async def test_forged_objections_are_not_recorded(chaired: Hall) -> None:
    hall, meeting = chaired, chaired.meeting
    who, elsewhere = by(meeting, SECOND), await of_another_meeting(meeting)
    before = (await meeting.state()).last
    for act, fields in (
        ("object", {"who": who}),
        ("object", {"who": who, "words": " \n"}),
        ("object", {"who": who, "words": LONG}),
        ("object", {"who": who, "words": "x" * 10_000}),
        ("object", {"who": who, "words": "Против", "item": elsewhere}),
        ("object", {"who": who, "words": "Против", "mandate": 77}),
        ("object", {"who": f"3-{meeting.leaders[SECOND]}", "words": "Против"}),
        ("object", {"who": "2", "words": "Против"}),
        ("object", {"who": "9" * 18 + "-1", "words": "Против"}),
        ("object", {"words": "Против"}),
        ("uphold", {"objection": before.number}),
        ("uphold", {"objection": "٣"}),
        ("uphold", {}),
    ):
        assert (await hall.at_chair(act, **fields)).status == 409, (act, fields)
    too_long = await hall.at_chair("object", who=who, words="я" * 10_000)
    assert (too_long.status, "Слишком длинный текст" in too_long.words) == (413, True)
    await meeting.registration.name_registrar(SECRETARY, meeting.id, REGISTRAR)
    strange = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, REGISTRAR)
    before = (await meeting.state()).last
    for secret in (strange, hall.screen, "x"):
        hall.desk = secret
        assert (await hall.at_chair("object", who=who, words="Против")).status == 403
    assert (await meeting.state()).last == before
    assert (await meeting.verdict()).holds


async def test_who_declares_a_conflict_of_interest_stays_and_has_no_ballot(chaired: Hall) -> None:
    hall, meeting = chaired, chaired.meeting
    code = await meeting.code(2)
    who = by(meeting, SECOND)
    noted = await hall.at_chair("recuse", who=who, item=BUDGET)
    assert "Фонд 002 · Бюджет" in noted.words
    assert [act.by for act in await logged(meeting, RecusedFromItem)] == [CHAIR]
    again = await hall.at_chair("recuse", who=who, item=BUDGET)
    assert (again.status, "уже заявлен" in again.words) == (409, True)
    opened = await hall.at_chair("open", item=BUDGET)
    assert "0 из 4 присутствующих" in opened.words
    late = await hall.at_chair("recuse", who=by(meeting, FOURTH), item=BUDGET)
    assert (late.status, "голосование уже открывали" in late.words) == (409, True)
    poll = await meeting.poll(BUDGET)
    shown = await hall.votes(code, poll, choice="for")
    assert "Заявлен самоотвод, поэтому голос не принимаем" in shown.words
    for voter in (1, 3, 4):
        assert (await hall.votes(await meeting.code(voter), poll, choice="for")).status == 200
    closed = await hall.at_chair("close", item=BUDGET)
    assert "Решение принято За 3" in closed.words
    assert (await meeting.verdict()).holds


async def test_forged_conflicts_of_interest_are_not_recorded(chaired: Hall) -> None:
    hall, meeting = chaired, chaired.meeting
    who, elsewhere = by(meeting, SECOND), await of_another_meeting(meeting)
    before = (await meeting.state()).last
    for fields in (
        {"who": who, "item": elsewhere},
        {"who": who, "item": REPORT},
        {"who": who},
        {"who": f"5-{meeting.leaders[VoterId(5)]}", "item": BUDGET},
        {"who": f"3-{meeting.leaders[SECOND]}", "item": BUDGET},
        {"who": "<b>", "item": BUDGET},
        {"who": "1" * 10_000, "item": BUDGET},
    ):
        assert (await hall.at_chair("recuse", **fields)).status == 409, fields
    hall.desk = hall.screen
    assert (await hall.at_chair("recuse", who=who, item=BUDGET)).status == 403
    assert (await meeting.state()).last == before


THREE_TIED = ((3, 4), (4, 5), (3, 5))
LAST_SEAT = ((1, 2, 3), (1, 2, 4), (1, 2, 3), (1, 2, 4), (1, 3, 4), (2, 3, 4))


async def ties(hall: Hall, said: Sequence[Sequence[int]] = THREE_TIED) -> PollId:
    """Have the first voters choose whom they say, and that end in a tie."""
    meeting = hall.meeting
    await hall.at_chair("call", item=OPEN_ELECTION)
    await hall.at_chair("open", item=OPEN_ELECTION)
    poll = await meeting.poll(OPEN_ELECTION)
    for voter, chosen in enumerate(said, start=1):
        marks = {f"c{one}": "for" for one in chosen}
        assert (await hall.votes(await meeting.code(voter), poll, **marks)).status == 200
    tied = await hall.at_chair("close", item=OPEN_ELECTION)
    assert "Кому он выпал" in tied.words
    return poll


async def test_a_lot_drawn_in_the_hall_settles_a_tie_and_ends_the_item(chaired: Hall) -> None:
    hall, meeting = chaired, chaired.meeting
    await meeting.leaves(4)
    poll = await ties(hall)
    refused = await hall.at_chair("lot", item=OPEN_ELECTION, w4="yes", words="Шар <b>из шапки")
    assert (refused.status, "Жребий заполняет 2 места" in refused.words) == (409, True)
    assert "Шар &lt;b&gt;из шапки</textarea>" in refused.text
    drawn = await hall.at_chair("lot", item=OPEN_ELECTION, w4="1", w5="1", words="Шар <b>из шапки")
    assert "Избраны 2 кандидата Глава 3 2 Глава 4 ✓ проходит 2 Глава 5 ✓ проходит 2" in drawn.words
    assert "Кому он выпал" not in drawn.words
    assert (await meeting.state()).items[OPEN_ELECTION].stage is Stage.DECIDED
    lot = await meeting.database.read(lambda tx: tx.outcomes.lot(poll))
    assert lot is not None
    assert (lot.winners, lot.how, lot.recorded_by) == ((4, 5), "Шар <b>из шапки", CHAIR)
    assert "Избраны 2 кандидата" in (await hall.gets(f"/screen/{hall.screen}")).words
    again = await hall.at_chair("lot", item=OPEN_ELECTION, w3="1", w4="1", words="Ещё раз")
    assert again.status == 409
    assert (await meeting.verdict()).holds


async def test_a_lot_for_the_only_seat_left_is_chosen_among_those_tied(database: Database) -> None:
    async with served(database, 6) as hall:
        meeting = hall.meeting
        stand = tuple(
            Candidate(CandidateId(n), f"Кандидат {n}", member=meeting.leaders[VoterId(n)])
            for n in (1, 2, 3, 4)
        )
        named = {"secrecy": Secrecy.NAMED, "seats": 3, "candidates": stand}
        await meeting.begins(*range(1, 7), agenda=(an_election(OPEN_ELECTION, **named),))
        hall.desk = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, CHAIR)
        poll = await ties(hall, LAST_SEAT)
        tied = await hall.gets(f"/chair/{hall.desk}")
        assert "отметьте 1 человека" in tied.words
        assert '<input type="radio" name="winner" value="4" required>' in tied.text
        assert 'name="winner" value="2"' not in tied.text
        for wrong in ("2", "77", "<b>"):
            fields = {"item": OPEN_ELECTION, "winner": wrong, "words": "Монетой"}
            assert (await hall.at_chair("lot", **fields)).status == 409
        await hall.at_chair("lot", item=OPEN_ELECTION, winner=4, words="Монетой")
        lot = await meeting.database.read(lambda tx: tx.outcomes.lot(poll))
        assert lot is not None
        assert lot.winners == (4,)
        assert (await meeting.verdict()).holds


async def test_after_a_lot_that_the_bot_recorded_the_page_ends_the_item(chaired: Hall) -> None:
    hall, meeting = chaired, chaired.meeting
    await meeting.leaves(4)
    poll = await ties(hall)
    await meeting.ties.record_lot(SECRETARY, poll, frozenset({CandidateId(3), CandidateId(4)}), "!")
    shown = await hall.gets(f"/chair/{hall.desk}")
    assert "Открыть второй тур" not in shown.words
    refused = await hall.at_chair("second_round", item=OPEN_ELECTION)
    assert (refused.status, "Здесь уже решено" in refused.words) == (409, True)
    assert (await hall.at_chair("finish", item=OPEN_ELECTION)).status == 200
    assert (await meeting.verdict()).holds


async def test_forged_lots_are_not_recorded(chaired: Hall) -> None:
    hall, meeting = chaired, chaired.meeting
    none = await hall.at_chair("lot", item=BUDGET, w3="1", w4="1", words="Монетой")
    assert (none.status, "не разделились поровну" in none.words) == (409, True)
    await meeting.leaves(4)
    poll = await ties(hall)
    fields: dict[str, Any] = {"item": OPEN_ELECTION, "w3": "1", "w4": "1", "words": "Монетой"}
    for wrong in (
        {"item": await of_another_meeting(meeting)},
        {"item": ""},
        {"words": " "},
        {"words": "x" * 10_000},
        {"w5": "1"},
        {"w" + "9" * 30: "1"},
        {"winner": "5"},
    ):
        assert (await hall.at_chair("lot", **(fields | wrong))).status == 409, wrong
    await meeting.registration.name_registrar(SECRETARY, meeting.id, REGISTRAR)
    strange = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, REGISTRAR)
    for secret in (strange, hall.screen):
        hall.desk = secret
        assert (await hall.at_chair("lot", **fields)).status == 403
    assert await meeting.database.read(lambda tx: tx.outcomes.lot(poll)) is None
    assert (await meeting.state()).items[OPEN_ELECTION].stage is Stage.TIED
    assert (await meeting.verdict()).holds
