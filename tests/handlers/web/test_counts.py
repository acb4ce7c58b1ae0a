"""Speakers, hands and paper without Telegram: the chair's page and the tellers' own."""

import re

from bot.domain.meetings.codes import PageKind
from bot.domain.polls.voters import VoterId
from tests.general_meetings import (
    BUDGET,
    CHAIR,
    ELECTION,
    MINUTE,
    OUTSIDER,
    REGISTRAR,
    REPORT,
    SECRETARY,
)
from tests.meeting_pages import Hall, Seen

ADDRESS = re.compile(r"/(count|chair)/([A-Za-z0-9_-]{22})<")


def address_in(page: Seen) -> tuple[str, str]:
    """Return the kind and the secret of the page whose address is shown."""
    found = ADDRESS.search(page.text)
    assert found is not None, page.words
    return found[1], found[2]


async def chaired(hall: Hall) -> Hall:
    """Give the meeting's chair a page."""
    meeting = hall.meeting
    hall.desk = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, CHAIR)
    return hall


async def test_the_chair_notes_who_asks_for_the_floor_and_gives_it(in_session: Hall) -> None:
    hall, meeting = await chaired(in_session), in_session.meeting
    await hall.at_chair("call", item=REPORT)
    second, third = meeting.leaders[VoterId(2)], meeting.leaders[VoterId(3)]
    await hall.at_chair("ask", person=second)
    shown = await hall.at_chair("ask", person=third, point="yes")
    assert "1. Глава 3 · Фонд 003 · реплика по порядку ведения" in shown.words
    assert (await hall.at_chair("ask", person=OUTSIDER)).status == 409
    spoken = await hall.at_chair("floor")
    assert "Глава 3 · Фонд 003 Выступление закончено" in spoken.words
    meeting.clock.time += MINUTE
    await hall.at_chair("hush")
    assert (
        "Глава 2" not in (await hall.at_chair("drop", person=second)).words.split("Кто просит")[0]
    )
    state = await meeting.state()
    assert [one.name for one in state.spoken.values()] == ["Глава 3"]
    assert (await meeting.verdict()).holds


async def test_hands_are_counted_by_two_tellers_on_pages_of_their_own(in_session: Hall) -> None:
    hall, meeting = await chaired(in_session), in_session.meeting
    await hall.at_chair("call", item=BUDGET)
    opened = await hall.at_chair("hands", item=BUDGET)
    assert "поднятием рук Считают двое независимо друг от друга. Готовы пока: 0" in opened.words
    pages = []
    for teller in (OUTSIDER, REGISTRAR):
        shown = await hall.at_chair("page", person=teller)
        kind, secret = address_in(shown)
        assert kind == "count"
        assert "Адрес показываем один раз" in shown.words
        pages.append(secret)
    first, second = pages
    await hall.at_count(first, "count", item=BUDGET, figures="3 1 0")
    assert "3 1 0" not in (await hall.gets(f"/count/{second}")).words
    await hall.at_count(second, "count", item=BUDGET, figures="3 0 1")
    refused = await hall.at_chair("close", item=BUDGET)
    assert (refused.status, "по-разному" in refused.words) == (409, True)
    for secret in pages:
        await hall.at_count(secret, "count", item=BUDGET, figures="3 1 0")
    closed = await hall.at_chair("close", item=BUDGET)
    assert "Решение принято За 3 Против 1 Воздержались 0 Не голосовали 0" in closed.words
    assert (await meeting.verdict()).holds


async def test_slips_are_issued_and_counted_without_telegram(in_session: Hall) -> None:
    hall, meeting = await chaired(in_session), in_session.meeting
    await hall.at_chair("call", item=BUDGET)
    await hall.at_chair("open", item=BUDGET)
    _, secret = address_in(await hall.at_chair("page", person=OUTSIDER))
    _, other = address_in(await hall.at_chair("page", person=REGISTRAR))
    await meeting.casts(1, await meeting.poll(BUDGET))
    shown = await hall.gets(f"/count/{secret}?q=001")
    assert "Фонд 001 · проголосовали в боте или по коду" in shown.words
    issued = await hall.at_count(secret, "slip", item=BUDGET, voter=2)
    assert "Фонд 002 · бумажный бюллетень № 1" in issued.words.replace("\u00a0", " ")
    await hall.at_count(secret, "slip", item=BUDGET, voter=2, number=1)
    await hall.at_count(secret, "slip", item=BUDGET, voter=2)
    for page in (secret, other):
        await hall.at_count(page, "count", item=BUDGET, figures="0 1 0")
    await hall.at_chair("last_call", item=BUDGET)
    closed = await hall.at_chair("close", item=BUDGET)
    assert "За 1 Против 1 Воздержались 0 Не голосовали 2" in closed.words
    vote = (await meeting.state()).items[BUDGET].vote
    assert vote is not None
    assert (dict(vote.slips), dict(vote.spoiled)) == ({2: 2}, {1: 2})


async def test_the_pages_warn_of_few_slips_in_a_secret_vote_and_not_in_a_named_one(
    in_session: Hall,
) -> None:
    hall = await chaired(in_session)
    _, secret = address_in(await hall.at_chair("page", person=OUTSIDER))
    warning = "Тайны может не получиться"
    for item, warns in ((BUDGET, False), (ELECTION, True)):
        await hall.at_chair("call", item=item)
        opened = await hall.at_chair("open", item=item)
        issued = await hall.at_count(secret, "slip", item=item, voter=2)
        shown = await hall.gets(f"/chair/{hall.desk}")
        assert warning not in opened.words  # nobody has a slip yet
        assert [warning in page.words for page in (issued, shown)] == [warns, warns]
        await hall.at_chair("cancel", item=item, reason="Проба")


async def test_a_tellers_page_is_no_desk_and_no_panel_and_refuses_what_makes_no_sense(
    in_session: Hall,
) -> None:
    hall, meeting = await chaired(in_session), in_session.meeting
    assert (await hall.at_chair("page", person=CHAIR)).status == 409
    _, secret = address_in(await hall.at_chair("page", person=OUTSIDER))
    for path in ("desk", "chair", "screen"):
        assert (await hall.gets(f"/{path}/{secret}")).status == 403
    assert (await hall.gets("/count/" + "A" * 22)).status == 403
    before = (await meeting.state()).last
    wrong: tuple[dict[str, str | int], ...] = (
        {"act": "count", "item": BUDGET, "figures": "1 1 1"},
        {"act": "slip", "item": BUDGET, "voter": 1},
        {"act": "slip", "item": "x", "voter": 1},
        {"act": "dance", "item": BUDGET},
    )
    for fields in wrong:
        refused = await hall.posts(f"/count/{secret}", "", **fields)
        assert refused.status == 409, fields
    assert (await meeting.state()).last == before


async def test_the_elected_chair_gets_a_page_as_the_alliances_one_loses_it(
    registering: Hall,
) -> None:
    hall, meeting = registering, registering.meeting
    await meeting.arrive(1, 2, 3, 4)
    hall.desk = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK)
    await hall.at_chair("begin")
    failed = await hall.at_chair("elect", office="chair", person=CHAIR, hands="1 3 0")
    assert (failed.status, "Не избраны" in failed.words) == (409, True)
    kind, secret = address_in(
        await hall.at_chair("elect", office="chair", person=CHAIR, hands="3 1 0")
    )
    assert kind == "chair"
    assert (await hall.gets(f"/chair/{secret}")).status == 200
    assert (await hall.gets(f"/chair/{hall.desk}")).status == 403


async def test_the_desk_lists_who_registered_themselves_and_takes_it_back(
    registering: Hall,
) -> None:
    hall, meeting = registering, registering.meeting
    third = meeting.leaders[VoterId(3)]
    await meeting.arrive(1)
    await meeting.registration.name_registrar(SECRETARY, meeting.id, third)
    await meeting.registration.arrive(third, meeting.id, VoterId(3), third)
    desk = f"/desk/{hall.desk}"
    assert "1 организация отметилась сама по коду с экрана" in (await hall.gets(desk)).words
    listed = (await hall.gets(f"{desk}?own=1")).words
    assert "Фонд 003" in listed
    assert "Фонд 001" not in listed
    assert "отметка по коду с экрана" in listed
    await hall.at_desk("mistake", 3, third)
    state = await meeting.state()
    assert VoterId(3) not in state.ever
