"""The screen, the desks and the ballot page, over HTTP, on a real database."""

import asyncio
import random
from unittest.mock import Mock

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from bot.domain.meetings.codes import PageKind
from bot.domain.meetings.plans import AgendaPoint, ItemKind
from bot.domain.meetings.terms import Office
from bot.domain.polls.voters import VoterId
from handlers.web.guarding import Bucket, address_of
from handlers.web.rendering import qr_svg
from tests.effort import effort
from tests.general_meetings import (
    BUDGET,
    CHAIR,
    ELECTION,
    FROM_AFAR,
    OPEN_ELECTION,
    REPORT,
    SECRETARY,
    a_plan,
)
from tests.meeting_pages import Hall

NOBODY = "AAAA-BBBB-CCCC-DDDD-EEEE"


# --- the screen -----------------------------------------------------------------------------------


async def test_the_screen_follows_the_meeting_by_itself(registering: Hall) -> None:
    hall, meeting = registering, registering.meeting
    page = await hall.gets(f"/screen/{hall.screen}")
    assert 'data-zone="Asia/Yekaterinburg"' in page.text  # its clock is the alliance's
    async with hall.watching() as screen:
        assert "0 из 5 организаций на месте" in await screen.sees("Общее собрание")
        await meeting.arrive(1, 2, 3, 4)
        await screen.sees("4 из 5 организаций на месте Кворум есть")
        await meeting.conducting.begin(SECRETARY, meeting.id)
        await screen.sees("4 из 5 организаций на собрании")
        await meeting.conducting.call(SECRETARY, meeting.id, REPORT)
        await screen.sees("Вопрос 1 из 4 Отчёт Вера")
        await meeting.conducting.suspend(SECRETARY, meeting.id, "Кофе в фойе")
        await screen.sees("Собрание приостановлено Кофе в фойе")
        await meeting.conducting.resume(SECRETARY, meeting.id)
        await screen.sees("Отчёт Вера")


async def test_the_code_on_the_screen_is_a_link_that_opens_the_bot(registering: Hall) -> None:
    hall, meeting = registering, registering.meeting
    view = await meeting.pages.screen(hall.screen)
    link = f"https://t.me/alliance_bot?start={view.self_registration}"
    assert qr_svg(link) in (await hall.gets(f"/screen/{hall.screen}")).text


async def test_while_a_vote_is_open_the_screen_shows_the_turnout_and_nothing_of_how(
    in_session: Hall,
) -> None:
    hall, meeting = in_session, in_session.meeting
    poll = await meeting.opens()
    async with hall.watching() as screen:
        await screen.sees("Идёт голосование открытое 0 из 4 присутствующих проголосовали")
        await meeting.casts(1, poll)
        shown = await screen.sees("1 из 4 присутствующих проголосовали")
        assert "За" not in shown.split()
        await meeting.casts(2, poll, "against")
        await screen.sees("2 из 4 присутствующих")
        await meeting.conducting.last_call(CHAIR, meeting.id, BUDGET)
        await screen.sees("Голосование заканчивается")
        await meeting.closes()
        shown = await screen.sees("Решение не принято")
        assert "За 1 Против 1 Воздержались 0 Не голосовали 2" in shown
        assert "Для решения нужно было 3 из 4 голосов" in shown


async def test_the_screen_shows_an_election_without_who_voted_how(in_session: Hall) -> None:
    hall, meeting = in_session, in_session.meeting
    poll = await meeting.opens(ELECTION)
    for voter in (1, 2, 3):
        await meeting.casts(voter, poll, "3")
    await meeting.casts(4, poll, "against_all")
    await meeting.closes(ELECTION)
    shown = (await hall.gets(f"/screen/{hall.screen}")).words
    assert "Избран 1 кандидат Глава 3 3 Глава 4 0 Глава 5 0 Против всех 1" in shown


async def test_the_screen_says_how_many_of_the_seats_are_filled(in_session: Hall) -> None:
    hall, meeting = in_session, in_session.meeting
    poll = await meeting.opens(OPEN_ELECTION)
    for voter, said in ((1, "3,4"), (2, "3,5"), (3, "3"), (4, "3")):
        await meeting.casts(voter, poll, said)
    await meeting.closes(OPEN_ELECTION)
    assert "Избрано: 1 из 2" in (await hall.gets(f"/screen/{hall.screen}")).words


async def test_awards_show_the_names_that_the_secretary_gave_and_all_is_escaped(hall: Hall) -> None:
    meeting = hall.meeting
    names = ("Анна & Ко", "<i>Лев")
    awards = AgendaPoint(id=REPORT, kind=ItemKind.AWARDS, title="<b>Премия</b>", names=names)
    await meeting.begins(1, 2, 3, agenda=(awards, *a_plan().agenda[1:]))
    hall.screen = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.SCREEN)
    await meeting.conducting.call(CHAIR, meeting.id, REPORT)
    page = await hall.gets(f"/screen/{hall.screen}")
    assert "<b>Премия</b> Анна & Ко <i>Лев" in page.words
    assert "&lt;b&gt;Премия" in page.text


async def test_a_revoked_screen_is_shown_no_more_and_its_stream_ends(registering: Hall) -> None:
    hall, meeting = registering, registering.meeting
    async with hall.watching() as screen:
        await screen.sees("Общее собрание")
        pages = (await meeting.planning.look(SECRETARY, meeting.id)).pages
        for page in pages:
            await meeting.pages.revoke_page(SECRETARY, page.id)
        await meeting.arrive(1)
        with pytest.raises(AssertionError, match="the stream ended"):
            await screen.sees("1 из 5")
    refused = await hall.gets(f"/screen/{hall.screen}")
    unknown = await hall.gets("/screen/nonsense")
    assert (refused.status, refused.words) == (unknown.status, unknown.words)
    assert refused.status == 403


async def test_a_secret_of_a_desk_opens_no_screen_and_conversely(registering: Hall) -> None:
    hall = registering
    assert (await hall.gets(f"/screen/{hall.desk}")).status == 403
    assert (await hall.gets(f"/desk/{hall.screen}")).status == 403


async def test_the_server_stops_though_screens_are_open(registering: Hall) -> None:
    async with registering.watching() as screen:
        await screen.sees("Общее собрание")
        async with asyncio.timeout(5):
            await registering.listener.stop()


# --- the desk -------------------------------------------------------------------------------------


async def test_a_desk_finds_an_organisation_and_registers_its_leader_and_a_delegate(
    registering: Hall,
) -> None:
    hall, meeting = registering, registering.meeting
    fund = VoterId(2)
    found = await hall.gets(f"/desk/{hall.desk}?q=фонд+002")
    assert "Фонд 002" in found.words
    assert "Фонд 003" not in found.words
    after = await hall.at_desk("arrive", fund, meeting.leaders[fund], q="фонд 002")
    assert "1 из 5 организаций на месте" in after.words
    assert "руководитель · в зале" in after.words
    after = await hall.at_desk("arrive", fund, meeting.delegates[fund])
    assert "1 из 5 организаций на месте" in after.words  # two delegates are one arrival
    await hall.at_desk("depart", fund, meeting.leaders[fund])
    assert "1 из 5" in (await hall.gets(f"/desk/{hall.desk}")).words
    after = await hall.at_desk("depart", fund, meeting.delegates[fund])
    assert "0 из 5 организаций на месте" in after.words
    assert "Всего за день отметились: 1" in after.words


async def test_ten_desks_at_once_register_one_arrival(registering: Hall) -> None:
    hall, meeting = registering, registering.meeting
    fund = VoterId(1)
    answers = await asyncio.gather(
        *(hall.at_desk("arrive", fund, meeting.leaders[fund]) for _ in range(10))
    )
    assert sorted(one.status for one in answers) == [200] + [409] * 9
    assert len((await meeting.state()).mandates[fund]) == 1


async def test_who_is_no_registrar_any_more_has_no_desk(registering: Hall) -> None:
    hall, meeting = registering, registering.meeting
    person = (await meeting.planning.look(SECRETARY, meeting.id)).registrars[0][0]
    await meeting.registration.name_registrar(SECRETARY, meeting.id, person, ends=True)
    fund = VoterId(1)
    assert (await hall.at_desk("arrive", fund, meeting.leaders[fund])).status == 403
    assert (await meeting.state()).present == {}


async def test_a_slip_is_shown_once_and_a_new_one_makes_the_old_code_void(
    registering: Hall,
) -> None:
    hall, meeting = registering, registering.meeting
    fund = VoterId(1)
    await meeting.arrive(1)
    first = code_in((await hall.at_desk("code", fund, meeting.leaders[fund])).words)
    assert "голосует Глава 1" in (await hall.posts("/vote", code=first.lower())).words
    second = code_in((await hall.at_desk("code", fund, meeting.leaders[fund])).words)
    refused = await hall.posts("/vote", code=first)
    assert refused.status == 403
    assert "Этот код не подходит" in refused.words
    assert (await hall.posts("/vote", code=second.replace("-", " "))).status == 200
    await meeting.leaves(1)
    assert (await hall.posts("/vote", code=second)).status == 403


def code_in(words: str) -> str:
    return next(one for one in words.split() if one.count("-") == 4)


# --- the ballot page ------------------------------------------------------------------------------


async def test_a_named_ballot_is_cast_and_changed_until_the_close(in_session: Hall) -> None:
    hall, meeting = in_session, in_session.meeting
    code = await meeting.code(3)
    assert "Сейчас голосования нет" in (await hall.posts("/vote", code=code)).words
    poll = await meeting.opens()
    assert "Утвердить бюджет" in (await hall.posts("/vote", code=code)).words
    cast = await hall.votes(code, poll, choice="for")
    assert "Голос принят. Контрольная сумма журнала" in cast.words
    changed = await hall.votes(code, poll, choice="against")
    assert "Голос изменён" in changed.words
    assert 'value="against" checked' in changed.text
    await meeting.closes()
    after = await hall.posts("/vote", code=code)
    assert "Решение не принято За 0 Против 1" in after.words
    assert (await meeting.verdict()).holds


async def test_a_secret_ballot_is_shown_once_more_then_final_and_its_number_told(
    in_session: Hall,
) -> None:
    hall, meeting = in_session, in_session.meeting
    code = await meeting.code(1)
    poll = await meeting.opens(ELECTION)
    asked = await hall.votes(code, poll, c4="for")
    assert "Всё верно? Выборы в совет Глава 4" in asked.words
    state = await meeting.state()
    assert state.items[ELECTION].vote is not None
    cast = await hall.votes(code, poll, c4="for", sure="yes")
    assert "Голос принят. Номер вашего бюллетеня" in cast.words
    again = await hall.votes(code, poll, c3="for", sure="yes")
    assert "Голос принят" not in again.words
    panel = await meeting.closes(ELECTION)
    assert panel.outcome is not None
    assert panel.outcome.result.ballots == 1


@pytest.mark.parametrize(
    "fields",
    [{}, {"c3": "for", "c4": "for"}, {"c3": "for", "choice": "against_all"}, {"c999": "for"}],
)
async def test_an_impossible_ballot_is_refused_and_nothing_is_cast(
    in_session: Hall, fields: dict[str, str]
) -> None:
    hall, meeting = in_session, in_session.meeting
    code = await meeting.code(1)
    poll = await meeting.opens(ELECTION)
    refused = await hall.votes(code, poll, sure="yes", **fields)
    assert 'role="alert"' in refused.text
    panel = await meeting.closes(ELECTION)
    assert panel.outcome is not None
    assert panel.outcome.result.ballots == 0


async def test_no_ballot_is_taken_while_the_meeting_is_suspended(in_session: Hall) -> None:
    hall, meeting = in_session, in_session.meeting
    code, poll = await meeting.code(1), await meeting.opens()
    await meeting.conducting.suspend(CHAIR, meeting.id, "Пожарная тревога")
    shown = await hall.posts("/vote", code=code)
    assert "Собрание приостановлено: Пожарная тревога" in shown.words
    assert 'role="alert"' in (await hall.votes(code, poll, choice="for")).text
    await meeting.conducting.resume(CHAIR, meeting.id)
    assert "Голос принят" in (await hall.votes(code, poll, choice="for")).words


async def test_who_tries_codes_has_to_wait_and_keeps_nobody_beside_them_from_voting(
    in_session: Hall,
) -> None:
    hall, meeting = in_session, in_session.meeting
    code = await meeting.code(1)
    for _ in range(30):
        assert (await hall.posts("/vote", "192.0.2.1", code=NOBODY)).status == 403
    refused = await hall.posts("/vote", "192.0.2.1", code=NOBODY)
    assert refused.status == 429
    assert "Слишком много неверных кодов" in refused.words
    assert (await hall.posts("/vote", "192.0.2.1", code=code)).status == 200  # the same hall
    assert (await hall.posts("/vote", "192.0.2.2", code=NOBODY)).status == 403
    made_up = "192.0.2.77, 192.0.2.1"  # what stands before the last one anybody can write
    assert (await hall.posts("/vote", made_up, code=NOBODY)).status == 429


# --- all pages ------------------------------------------------------------------------------------


async def test_every_page_carries_the_headers_that_guard_it_and_no_cookie(in_session: Hall) -> None:
    hall = in_session
    script = (await hall.gets("/vote")).text.split('src="')[1].split('"')[0]
    for path in ("/vote", f"/screen/{hall.screen}", f"/desk/{hall.desk}", "/screen/x", script):
        page = await hall.gets(path)
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        assert "unsafe" not in page.headers["Content-Security-Policy"]
        assert page.headers["X-Content-Type-Options"] == "nosniff"
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert "Set-Cookie" not in page.headers
        assert "style=" not in page.text
        assert "http://" not in page.text.replace(str(hall.session._base_url), "").replace(
            "http://www.w3.org", ""
        )


async def test_whatever_is_sent_no_page_breaks(in_session: Hall) -> None:
    """Forged forms, paths and bodies, seeded; a long run sends 20,000 of them."""
    hall, meeting = in_session, in_session.meeting
    code, poll = await meeting.code(1), await meeting.opens()
    chance = random.Random(7)  # noqa: S311  no secret: the same forgeries in each run
    signs = ("", "0", "-1", "9" * 30, "٣", "<b>", "\u202e", "\x00")
    odd = (
        *signs,
        "for",
        "leader",
        "arrive",
        "suspend",
        "elect",
        "count",
        "slip",
        "page",
        *("move", "amend", "split", "other", "block", "2026-12-31", "2", "1 0 0", "yes"),
        "я" * 9_000,
        code,
    )
    names = [
        "code",
        "poll",
        "choice",
        "sure",
        "act",
        "voter",
        "person",
        "q",
        "c3",
        "document",
        "item",
        "office",
        *("figures", "hands", "number", "spoiled", "point"),
        *("motion", "text", "minutes", "parts", "i2", "issued", "expires", "issuer", "scope"),
    ]
    chairs = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, CHAIR)
    desk, screen = f"/desk/{hall.desk}", f"/screen/{hall.screen}"
    paths = (
        *(f"/chair/{chairs}", f"/chair/{hall.desk}", "/chair/x"),
        *(f"/count/{chairs}", f"/count/{chairs}?item=%00&q=%ff", "/count/x"),
        *(f"{desk}/proxy?voter=4&q=Глава", f"{desk}/proxy?voter=%00", f"{desk}/proxy"),
        *("/vote", "/vote?language=xx", desk, f"{desk}?q=%ff", "/desk/%00", "/nothing"),
        *(f"{screen}?theme=%22", "/screen/" + "a" * 3000, "/assets/x/../pages.css"),
    )
    with capture_logs() as logs:
        for _ in range(effort(150, 20_000)):
            fields = {name: chance.choice(odd) for name in chance.sample(names, 4)}
            address = f"198.51.100.{chance.randrange(250)}"
            path = chance.choice(paths)
            if chance.random() < 0.3:
                answer = await hall.gets(path, X_Forwarded_For=address)
            else:
                answer = await hall.posts(path, address, **fields)
            assert answer.status < 500
            assert "Traceback" not in answer.text
    assert [one for one in logs if one["log_level"] == "error"] == []
    assert poll == await meeting.poll(BUDGET)


async def test_an_error_is_said_kindly_with_a_code_and_logged_with_it(
    in_session: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Mock(side_effect=RuntimeError("the cable is out"))
    monkeypatch.setattr(in_session.meeting.database, "read", broken)
    with capture_logs() as logs:
        page = await in_session.gets(f"/screen/{in_session.screen}")
    assert page.status == 500
    (logged,) = (one for one in logs if one["event"] == "a page broke")
    assert logged["code"] in page.words
    assert in_session.screen not in str(logged)


def test_an_address_has_its_burst_and_then_as_much_as_comes_back() -> None:
    now = [0.0]
    bucket = Bucket(2.0, 3.0, lambda: now[0])
    assert [bucket.take("a") for _ in range(4)] == [True, True, True, False]
    assert bucket.take("b")
    now[0] = 0.5
    assert [bucket.take("a"), bucket.take("a")] == [True, False]


@pytest.mark.parametrize(
    ("peer", "said", "address"),
    [
        ("127.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "10.0.0.1, 203.0.113.9", "203.0.113.9"),
        ("::1", "", "::1"),
        ("203.0.113.5", "203.0.113.9", "203.0.113.5"),
    ],
)
def test_only_a_proxy_on_this_computer_says_where_a_request_comes_from(
    peer: str, said: str, address: str
) -> None:
    request = Mock(spec=web.Request, remote=peer, headers={"X-Forwarded-For": said})
    assert address_of(request) == address


async def test_somebody_afar_is_counted_as_such_on_the_screen(hall: Hall) -> None:
    meeting = hall.meeting
    await meeting.registers(**FROM_AFAR)
    hall.screen = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.SCREEN)
    await meeting.arrive(1, 2)
    await meeting.attending.arrive_afar(meeting.leaders[VoterId(3)], meeting.id, VoterId(3))
    await meeting.conducting.begin(SECRETARY, meeting.id)
    assert "дистанционно: 1" in (await hall.gets(f"/screen/{hall.screen}")).words
    assert Office.CHAIR not in (await meeting.state()).officers
