"""The chair's page: a meeting is conducted on it from the opening to the end, without Telegram."""

import asyncio
from collections import Counter

from bot.domain.meetings.codes import PageKind
from bot.domain.meetings.state import Phase, Stage
from bot.domain.meetings.terms import Office
from bot.domain.polls.voters import VoterId
from storage.engine.database import Database
from tests.general_meetings import (
    BUDGET,
    CHAIR,
    CLERK,
    MINUTE,
    OPEN_ELECTION,
    REGISTRAR,
    REPORT,
    SECRETARY,
)
from tests.meeting_pages import Hall, served


async def test_a_whole_meeting_is_conducted_on_the_page(registering: Hall) -> None:
    hall, meeting = registering, registering.meeting
    await meeting.arrive(1, 2, 3, 4)
    hall.desk = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK)
    assert "Вести собрание без Telegram" in (await hall.gets(f"/desk/{hall.desk}")).words
    assert "Счётная комиссия" in (await hall.at_chair("begin")).words
    third = meeting.leaders[VoterId(3)]
    await hall.at_chair("elect", office="secretary", person=CLERK)
    await hall.at_chair("elect", office="teller", person=third, other=CLERK)
    await hall.at_chair("elect", office="chair", person=CHAIR)
    assert set((await meeting.state()).officers) == set(Office)
    assert (await hall.gets(f"/chair/{hall.desk}")).status == 403  # now the meeting's chair does
    hall.desk = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, CHAIR)
    await hall.at_chair("call", item=REPORT)
    await hall.at_chair("finish", item=REPORT)
    await hall.at_chair("call", item=BUDGET)
    assert "0 из 4 присутствующих проголосовали" in (await hall.at_chair("open", item=BUDGET)).words
    poll = await meeting.poll(BUDGET)
    await hall.votes(await meeting.code(2), poll, choice="for")
    assert "Продолжить" in (await hall.at_chair("suspend", reason="Пожарная тревога")).words
    await hall.at_chair("resume")
    await hall.at_chair("last_call", item=BUDGET)
    closed = await hall.at_chair("close", item=BUDGET)
    assert "Решение не принято За 1 Против 0 Воздержались 0 Не голосовали 3" in closed.words
    await hall.at_chair("end")
    assert (await meeting.state()).phase is Phase.ENDED
    assert (await meeting.verdict()).holds


async def test_a_registrar_has_no_chairs_page(in_session: Hall) -> None:
    hall, meeting = in_session, in_session.meeting
    await meeting.registration.name_registrar(SECRETARY, meeting.id, REGISTRAR)
    hall.desk = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, REGISTRAR)
    assert "без Telegram" not in (await hall.gets(f"/desk/{hall.desk}")).words
    assert (await hall.gets(f"/chair/{hall.desk}")).status == 403
    before = (await meeting.state()).last
    assert (await hall.at_chair("end")).status == 403
    assert (await hall.at_chair("move", motion="other", text="Да")).status == 403
    assert (await hall.at_chair("amend", item=BUDGET, parts="Поправка")).status == 403
    assert (await meeting.state()).last == before
    assert (await hall.gets(f"/chair/{hall.screen}")).status == 403


async def test_a_refusal_is_said_above_the_panel_and_forgeries_do_nothing(in_session: Hall) -> None:
    hall, meeting = in_session, in_session.meeting
    hall.desk = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, CHAIR)
    before = (await meeting.state()).last
    refused = await hall.at_chair("close", item=BUDGET)
    assert (refused.status, "голосование сейчас не идёт" in refused.words) == (409, True)
    for act, fields in (
        ("revolt", {}),
        ("call", {"item": "٣"}),
        ("call", {"item": "9" * 18}),
        ("call", {}),
        ("elect", {"office": "king", "person": "4"}),
        ("elect", {"office": "chair"}),
        ("suspend", {"reason": " "}),
        ("begin", {}),
    ):
        assert (await hall.at_chair(act, **fields)).status == 409
    assert (await meeting.state()).last == before


async def test_amendments_sections_and_motions_need_no_telegram(in_session: Hall) -> None:
    hall, meeting = in_session, in_session.meeting
    hall.desk = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, CHAIR)
    await hall.at_chair("call", item=BUDGET)
    await hall.at_chair("amend", item=BUDGET, parts="Урезать <b>смету</b>")
    refused = await hall.at_chair("open", item=BUDGET)
    assert "Сначала проголосуйте за поправки" in refused.words
    assert (await hall.at_chair("split", item=BUDGET, parts="Доходы")).status == 409
    shown = await hall.at_chair("split", item=BUDGET, parts="Доходы\n\nРасходы\n")
    assert "Урезать <b>смету</b>" in shown.words
    state = await meeting.state()
    titles = [state.items[one].point.title for one in state.order]
    assert titles[1:5] == ["Урезать <b>смету</b>", "Доходы", "Расходы", "Бюджет"]

    await hall.at_chair("move", motion="reorder", item=OPEN_ELECTION)
    await hall.at_chair("move", motion="remove", item=REPORT, hands="3 1 0")
    await hall.at_chair("move", motion="block", i3="yes", i4="yes", hands="3 1 0")
    await hall.at_chair("move", motion="other", text="Регламент: <5> минут")
    assert "Продолжить" in (await hall.at_chair("move", motion="break", minutes=15)).words
    await hall.at_chair("resume")
    state = await meeting.state()
    assert state.order[0] == OPEN_ELECTION
    assert state.items[REPORT].stage is Stage.REMOVED
    assert state.block == frozenset()  # somebody was against
    assert [one.adopted for one in state.procedural] == [True, True, False, True, True]
    before = state.last
    for fields in (
        {"motion": "dance"},
        {"motion": "other", "text": " "},
        {"motion": "break", "minutes": "9" * 17},
        {"motion": "break"},
        {"motion": "remove"},
        {"motion": "block"},
        {"motion": "block", "i" + "9" * 30: "yes"},
        {"motion": "add", "text": "Новый вопрос"},  # one organisation is not there
        {"motion": "other", "text": "Да", "hands": "9 9 9"},
    ):
        assert (await hall.at_chair("move", **fields)).status == 409, fields
    assert (await meeting.state()).last == before
    assert (await meeting.verdict()).holds


async def test_three_desks_register_120_in_five_minutes_and_nobody_twice(
    database: Database,
) -> None:
    """Each finds and registers in 7 s of simulated time; every third person goes to two desks."""
    count = 120
    async with served(database, count) as hall:
        meeting = hall.meeting
        await meeting.registers()
        desks = [
            await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK) for _ in range(3)
        ]
        began, statuses = meeting.clock.time, Counter[int]()

        async def registers(desk: int, voter: VoterId) -> None:
            name = f"Фонд {voter:03}"
            tablet = f"192.0.2.{desk}"
            found = await hall.gets(f"/desk/{desks[desk]}?q={name}", X_Forwarded_For=tablet)
            assert name in found.words
            leader, page = meeting.leaders[voter], f"/desk/{desks[desk]}"
            said = await hall.posts(page, tablet, act="arrive", voter=voter, person=leader)
            statuses[said.status] += 1

        for first in range(1, count + 1, 3):
            meeting.clock.time += 7 * MINUTE / 60
            come = [(desk, VoterId(first + desk)) for desk in range(3)]
            await asyncio.gather(*(registers(*one) for one in (*come, (2, VoterId(first)))))
        assert meeting.clock.time - began <= 5 * MINUTE
        assert statuses == {200: count, 409: count // 3}
        mandates = (await meeting.state()).mandates
        assert {voter: len(held) for voter, held in mandates.items()} == dict.fromkeys(
            meeting.leaders, 1
        )
        assert (await meeting.verdict()).holds
