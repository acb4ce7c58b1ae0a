"""A meeting in which some take part from afar, and some scan the codes of passes and the screen."""

import pytest

from bot.domain.events.passes import screen_payload
from bot.domain.events.rsvps import Answer
from bot.domain.meetings.chairs import ChairAct, ChairSaid
from bot.domain.meetings.plans import MeetingMode
from bot.domain.people.members import MemberId
from bot.domain.polls.voters import VoterId
from handlers.meetings.callbacks.delegates import AfarButton, PingButton
from handlers.meetings.callbacks.panels import PanelAct, PanelActButton
from sandbox.people import Person
from tests.alliance import UNPACED, Alliance
from tests.congresses import Congress
from tests.databases import query
from tests.keyboards import labels

PATIENCE = 20.0


@pytest.fixture
def settings() -> dict[str, str]:
    """Let the charter allow taking part from afar."""
    return {**UNPACED, "VOTING__REMOTE": "Устав, п. 5.8"}


@pytest.fixture
async def congress(alliance: Alliance) -> Congress:
    """Open the registration of a meeting with four organisations; the first one is there."""
    made = await Congress(alliance).gathers()
    await made.convenes(mode=MeetingMode.REMOTE)
    await made.registers(1)
    return made


async def test_somebody_afar_registers_and_says_that_they_are_still_there(
    congress: Congress,
) -> None:
    leader = congress.leader(2)
    await leader.says("/meeting")
    card = await leader.sees("нажмите «Участвую дистанционно»", PATIENCE)
    answer = await leader.taps("Участвую дистанционно", message=card)
    assert "Вы зарегистрированы" in (answer.text or "")
    card = await leader.sees("дистанционно.", PATIENCE)
    answer = await leader.taps("Я на связи", message=card)
    assert "Вы на связи. Отметьтесь ещё раз до" in (answer.text or "")
    twice = await leader.forges(
        AfarButton(meeting_id=congress.id, voter_id=VoterId(2)).pack(), card["message_id"]
    )
    assert "Регистрация уже отмечена" in (twice.text or "")


async def test_a_forged_button_registers_nobody_for_another_organisation(
    congress: Congress,
) -> None:
    leader = congress.leader(2)
    await leader.says("/meeting")
    card = await leader.sees("нажмите «Участвую дистанционно»", PATIENCE)
    for data in (
        AfarButton(meeting_id=congress.id, voter_id=VoterId(3)),
        PingButton(meeting_id=congress.id),
        PanelActButton(meeting_id=congress.id, act=PanelAct.BEGIN),
    ):
        answer = await leader.forges(data.pack(), card["message_id"])
        assert answer.show_alert, data
    rows = await query(
        congress.alliance.database, "SELECT count(*) FROM entries WHERE kind = 'meeting.arrived'"
    )
    assert rows == [(1,)]


async def test_a_scanned_screen_registers_a_leader_and_a_scanned_pass_opens_the_organisation(
    congress: Congress,
) -> None:
    alliance, leader = congress.alliance, congress.leader(3)
    (event, secret) = (await query(alliance.database, "SELECT id, secret FROM events"))[0]
    payload = screen_payload(event, secret, alliance.clock.now())
    await leader.says(f"/start {payload}")
    await leader.sees("Вы зарегистрированы. Хорошего собрания", PATIENCE)
    await leader.sees("Вы представляете: Фонд <b>003</b>", PATIENCE)
    fourth = congress.leaders[VoterId(4)]
    await alliance.services.rsvps.answer(fourth, event, Answer.GOING)
    shown = await alliance.services.doors.pass_for(fourth, event)
    await congress.maria.says(f"/start {shown.payload}")
    card = await congress.maria.sees("Фонд <b>004</b>, ИНН", PATIENCE)
    assert "Зарегистрировать: Глава <i>4</i>" in labels(card)


async def test_a_very_long_objection_is_refused_and_a_short_one_kept(congress: Congress) -> None:
    services, leader = congress.alliance.services, congress.leader(1)
    for voter in map(VoterId, (2, 3)):
        person = congress.leaders[voter]
        await services.registration.arrive(MemberId(1), congress.id, voter, person)
    await services.conducting.act(MemberId(1), congress.id, ChairSaid(ChairAct.BEGIN))
    await _objects(leader, "о" * 4000)
    await leader.sees("слишком", PATIENCE)
    await leader.says("Против <b>")
    await leader.sees("Возражение записано", PATIENCE)
    panel = await services.conducting.panel(MemberId(1), congress.id)
    assert [one.words for one in panel.objections] == ["Против <b>"]


async def _objects(leader: Person, words: str) -> None:
    await leader.says("/meeting")
    card = await leader.sees("Вы представляете", PATIENCE)
    await leader.taps("Ещё…", message=card)
    await leader.sees("Что ещё можно сделать на собрании", PATIENCE)
    await leader.taps("Заявить возражение", message=card)
    await leader.sees("Напишите возражение", PATIENCE)
    await leader.says(words)
