"""Who may what in a meeting: each act by each role, as the database and the log say it now."""

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import pytest

from bot.domain.meetings import refusals
from bot.domain.meetings.codes import PageKind
from bot.domain.meetings.plans import AgendaPoint, ItemId, ItemKind, PartOf
from bot.domain.meetings.terms import Hands, Motion, NoticeWay, Office
from bot.domain.people.members import MemberId
from bot.domain.people.refusals import AccountToConfirm
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import OnlyForPresiding, Refusal
from tests.databases import execute
from tests.general_meetings import (
    BUDGET,
    CHAIR,
    CLERK,
    ELECTION,
    OUTSIDER,
    REGISTRAR,
    REPORT,
    SECRETARY,
    GeneralMeeting,
    a_plan,
)

Act = Callable[[GeneralMeeting, MemberId], Awaitable[Any]]
DELEGATE = MemberId(8)  # the leader of the third organisation, who is there
FORBIDDEN = (
    OnlyForPresiding,
    refusals.OnlyForConducting,
    refusals.OnlyForRegistrars,
    refusals.OnlyForTellers,
    refusals.OnlyForPresent,
)
PLANS, CONDUCTS, REGISTERS, COUNTS, SPEAKS = (
    {SECRETARY},
    {CHAIR, CLERK},
    {SECRETARY, CHAIR, CLERK, REGISTRAR},
    {OUTSIDER, REGISTRAR},
    {CHAIR, CLERK, DELEGATE},
)
EVERYBODY = (SECRETARY, CHAIR, CLERK, OUTSIDER, REGISTRAR, DELEGATE, MemberId(11))
VOTER, LATE = VoterId(1), VoterId(5)

AMENDMENT = (
    AgendaPoint(id=ItemId(0), kind=ItemKind.VOTE, title="Поправка", part=PartOf.AMENDMENT),
)
ACTS: dict[str, tuple[set[MemberId], Act]] = {
    "create": (PLANS, lambda m, who: m.planning.create(who, a_plan())),
    "change": (PLANS, lambda m, who: m.agendas.change_terms(who, m.id, a_plan())),
    "look": (PLANS, lambda m, who: m.planning.look(who, m.id)),
    "policy": (PLANS, lambda m, who: m.planning.policy(who)),
    "preview": (PLANS, lambda m, who: m.planning.preview(who, m.id)),
    "convene": (PLANS, lambda m, who: m.planning.convene(who, m.id)),
    "call off": (PLANS, lambda m, who: m.planning.call_off(who, m.id, "Нет зала")),
    "notice report": (PLANS, lambda m, who: m.planning.notice_report(who, m.id)),
    "note told": (PLANS, lambda m, who: m.planning.note_told(who, m.id, LATE, NoticeWay.LETTER)),
    "open registration": (PLANS, lambda m, who: m.registration.open(who, m.id)),
    "name registrar": (PLANS, lambda m, who: m.registration.name_registrar(who, m.id, REGISTRAR)),
    "post": (
        PLANS,
        lambda m, who: m.postings.take(
            who, m.id, LATE, m.leaders[LATE], m.clock.time, {BUDGET: "for"}
        ),
    ),
    "page": (PLANS, lambda m, who: m.pages.open_page(who, m.id, PageKind.SCREEN)),
    "summary": (PLANS, lambda m, who: m.minutes.summary(who, m.id)),
    "decisions": (PLANS, lambda m, who: m.minutes.decisions(who, m.id)),
    "attendance": (PLANS, lambda m, who: m.minutes.attendance(who, m.id)),
    "minutes": (PLANS, lambda m, who: m.minutes.minutes_plan(who, m.id)),
    "desk": (REGISTERS, lambda m, who: m.registration.desk(who, m.id)),
    "arrive": (REGISTERS, lambda m, who: m.registration.arrive(who, m.id, LATE, m.leaders[LATE])),
    "depart": (REGISTERS, lambda m, who: m.registration.depart(who, m.id, VOTER, m.leaders[VOTER])),
    "code": (
        REGISTERS,
        lambda m, who: m.registration.issue_code(who, m.id, VOTER, m.leaders[VOTER]),
    ),
    "codes": (REGISTERS, lambda m, who: m.registration.issue_codes(who, m.id)),
    "slip": (REGISTERS | COUNTS, lambda m, who: m.counting.issue_slip(who, m.id, BUDGET, VOTER)),
    "count": (COUNTS, lambda m, who: m.counting.count(who, m.id, BUDGET, (1, 0, 0))),
    "what is counted": (REGISTERS | COUNTS, lambda m, who: m.counting.look(who, m.id)),
    "slips": (REGISTERS | COUNTS, lambda m, who: m.counting.slips(who, m.id, BUDGET)),
    "what was sent before": (PLANS, lambda m, who: m.postings.look(who, m.id, LATE)),
    "uphold": (CONDUCTS, lambda m, who: m.conducting.uphold(who, m.id, 1)),
    "panel": (CONDUCTS, lambda m, who: m.conducting.panel(who, m.id)),
    "elect": (CONDUCTS, lambda m, who: m.conducting.elect(who, m.id, Office.SECRETARY, (CLERK,))),
    "call": (CONDUCTS, lambda m, who: m.conducting.call(who, m.id, REPORT)),
    "motion": (CONDUCTS, lambda m, who: m.conducting.procedural(who, m.id, Motion.OTHER, Hands(1))),
    "amend": (CONDUCTS, lambda m, who: m.conducting.amend(who, m.id, ELECTION, AMENDMENT)),
    "last call": (CONDUCTS, lambda m, who: m.conducting.last_call(who, m.id, BUDGET)),
    "close": (CONDUCTS, lambda m, who: m.conducting.close_vote(who, m.id, BUDGET)),
    "cancel": (CONDUCTS, lambda m, who: m.conducting.cancel_vote(who, m.id, BUDGET, "Сбой")),
    "suspend": (CONDUCTS, lambda m, who: m.conducting.suspend(who, m.id, "Сбой")),
    "floor": (CONDUCTS, lambda m, who: m.conducting.give_floor(who, m.id)),
    "end": (CONDUCTS, lambda m, who: m.conducting.end(who, m.id)),
    "ask": (SPEAKS, lambda m, who: m.delegating.ask_floor(who, m.id)),
    "object": (SPEAKS, lambda m, who: m.delegating.raise_objection(who, m.id, "Против")),
}


async def refused(act: Awaitable[Any]) -> bool:
    """Tell whether somebody may not do this at all; another refusal says that they may."""
    try:
        await act
    except FORBIDDEN:
        return True
    except Refusal:
        return False
    return False


@pytest.fixture
async def in_session(meeting: GeneralMeeting) -> GeneralMeeting:
    await meeting.begins(1, 2, 3)
    await meeting.registration.name_registrar(SECRETARY, meeting.id, REGISTRAR)
    await meeting.opens()
    return meeting


@pytest.mark.parametrize("name", ACTS)
async def test_each_act_is_for_those_who_may(in_session: GeneralMeeting, name: str) -> None:
    allowed, act = ACTS[name]
    others = [who for who in EVERYBODY if who not in allowed]
    for who in (*others, MemberId(77)):
        with pytest.raises(Refusal):
            await made(act(in_session, who))
        assert await refused(act(in_session, who)) or who == MemberId(77)
    for who in sorted(allowed)[:1]:
        assert not await refused(act(in_session, who))


async def made(act: Awaitable[Any]) -> Any:
    return await act


async def test_chair_and_secretary_of_the_alliance_conduct_until_a_chair_is_elected(
    meeting: GeneralMeeting,
) -> None:
    await meeting.registers()
    await meeting.arrive(1, 2, 3)
    await meeting.conducting.begin(SECRETARY, meeting.id)
    await meeting.conducting.elect(SECRETARY, meeting.id, Office.CHAIR, (CHAIR,))
    with pytest.raises(refusals.OnlyForConducting):
        await meeting.conducting.panel(SECRETARY, meeting.id)
    await meeting.conducting.panel(CHAIR, meeting.id)


async def test_a_planned_meeting_does_not_exist_for_others(meeting: GeneralMeeting) -> None:
    await meeting.plans()
    with pytest.raises(refusals.MeetingNotFound):
        await meeting.delegating.look(CHAIR, meeting.id)
    assert await meeting.planning.listed(CHAIR) == ()
    assert [one.id for one in await meeting.planning.listed(SECRETARY)] == [meeting.id]


async def test_a_dismissed_registrar_and_their_desk_register_nobody(
    meeting: GeneralMeeting,
) -> None:
    await meeting.registers()
    await meeting.registration.name_registrar(SECRETARY, meeting.id, REGISTRAR)
    secret = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, REGISTRAR)
    await meeting.pages.desk_arrive(secret, VOTER, meeting.leaders[VOTER])
    await meeting.registration.name_registrar(SECRETARY, meeting.id, REGISTRAR, ends=True)
    acts: tuple[Coroutine[Any, Any, Any], ...] = (
        meeting.pages.desk(secret),
        meeting.registration.desk(REGISTRAR, meeting.id),
    )
    for act, why in zip(acts, (refusals.PageClosed, refusals.OnlyForRegistrars), strict=True):
        with pytest.raises(why):
            await act


async def test_a_registrar_with_an_unconfirmed_account_lets_nobody_vote(
    meeting: GeneralMeeting,
) -> None:
    """Neither by an arrival, nor by a printed code, nor by ballots said to have been sent."""
    await meeting.registers()
    await meeting.registration.name_registrar(SECRETARY, meeting.id, REGISTRAR)
    secret = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, REGISTRAR)
    await meeting.registration.arrive(REGISTRAR, meeting.id, VOTER, meeting.leaders[VOTER])
    for member in (REGISTRAR, SECRETARY):
        await execute(
            meeting.database,
            "INSERT INTO rebindings (member_id, former_account, rebound_at)"
            " VALUES (?, 1, '2026-12-01')",
            member,
        )
    leader, sent = meeting.leaders[LATE], {BUDGET: "for"}
    acts: tuple[Coroutine[Any, Any, Any], ...] = (
        meeting.registration.arrive(REGISTRAR, meeting.id, LATE, leader),
        meeting.registration.issue_codes(REGISTRAR, meeting.id),
        meeting.pages.desk_arrive(secret, LATE, leader),
        meeting.pages.desk_code(secret, VOTER, meeting.leaders[VOTER]),
        meeting.postings.take(SECRETARY, meeting.id, LATE, leader, meeting.clock.time, sent),
        meeting.registration.name_registrar(SECRETARY, meeting.id, CHAIR),
        meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, CHAIR),
    )
    for act in acts:
        with pytest.raises(AccountToConfirm):
            await act
