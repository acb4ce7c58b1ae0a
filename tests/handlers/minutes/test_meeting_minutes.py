"""The minutes of a general meeting have its record as appendices."""

from dataclasses import replace

from bot.domain.meetings.terms import Motion, VotingForm
from bot.domain.minutes.minutes import Minutes, Signatory, Standing
from bot.domain.polls.voters import VoterId
from bot.services.minutes.minutes import PollMinutes
from handlers.minutes.forms.fields import signatory_words
from handlers.minutes.items import facts
from handlers.minutes.minutes import minutes_document
from storage.engine.database import Database
from tests.general_meetings import BUDGET, CHAIR, OUTSIDER, REPORT, SECRETARY, GeneralMeeting
from tests.wording import texts_at


async def minutes_of(database: Database) -> Minutes:
    """Hold a meeting with a slip of paper, a speaker and an objection, and draw up its minutes."""
    meeting = await GeneralMeeting(database).gathers()
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens()
    await meeting.casts(1, poll)
    await meeting.counting.issue_slip(OUTSIDER, meeting.id, BUDGET, VoterId(2))
    await meeting.counts(1, 0, 0)
    await meeting.closes()
    leader = meeting.leaders[VoterId(3)]
    await meeting.delegating.ask_floor(leader, meeting.id)
    await meeting.conducting.give_floor(CHAIR, meeting.id)
    await meeting.conducting.end_floor(CHAIR, meeting.id)
    await meeting.delegating.raise_objection(leader, meeting.id, "Не по повестке")
    await meeting.conducting.procedural(CHAIR, meeting.id, Motion.BREAK, minutes=10)
    await meeting.conducting.resume(CHAIR, meeting.id)
    await meeting.conducting.procedural(CHAIR, meeting.id, Motion.REMOVE, item=REPORT)
    await meeting.conducting.end(CHAIR, meeting.id)
    plan = await meeting.minutes.minutes_plan(SECRETARY, meeting.id)
    service = PollMinutes(meeting.database, meeting.clock, meeting.rules)
    return await service.draft(SECRETARY, plan, "alliance_bot")


async def test_the_record_of_the_meeting_is_appended(database: Database) -> None:
    drawn = await minutes_of(database)
    t = texts_at(drawn.drawn_up_at)
    said = str(minutes_document(drawn, t))
    for words in (
        "Регистрация участников собрания",
        "Глава 1, руководитель",
        "Не по повестке",
        "Глава 3: 1 раз",
        "Подсчитано счётной комиссией",
        "действительных бумажных бюллетеней: 1; бюллетени выданы: Фонд 002",
        "Перерыв: за 3",
        "Снятие вопроса (Отчёт): за 3",
        "1: Фонд 003",  # who was there and silent
        "присутствовали, но не голосовали — 1, отсутствовали — 2",
        drawn.meeting.heads[-1].short if drawn.meeting else "",
    ):
        assert words in said
    assert "досрочно" not in said
    assert said.count("выдан бумажный бюллетень") == 1
    assert drawn.standing(VoterId(2)) is Standing.PAPER


async def test_who_signs_or_counts_without_a_position_stands_there_by_name_alone(
    database: Database,
) -> None:
    drawn = await minutes_of(database)
    assert {one.written_position for one in drawn.counted_by} == {""}
    signs = Signatory("Мария Орлова", "—")
    document = minutes_document(replace(drawn, secretary=signs), texts_at(drawn.drawn_up_at))
    said = str(document)
    assert "'Секретарь', 'Мария Орлова')" in said
    assert "Прохожий" in said
    assert ", —" not in said
    assert "\\n—" not in said
    assert signatory_words(signs) == "Мария Орлова"


async def test_of_hands_the_minutes_tell_how_many_were_silent_and_nobody_by_name(
    database: Database,
) -> None:
    meeting = await GeneralMeeting(database).gathers()
    await meeting.begins(1, 2, 3, 4)
    await meeting.opens(BUDGET, VotingForm.HANDS)
    await meeting.counts(2, 1, 0)
    await meeting.closes()
    await meeting.conducting.end(CHAIR, meeting.id)
    plan = await meeting.minutes.minutes_plan(SECRETARY, meeting.id)
    service = PollMinutes(meeting.database, meeting.clock, meeting.rules)
    drawn = await service.draft(SECRETARY, plan, "alliance_bot")
    (item,) = drawn.items
    said = dict(facts(drawn, item, texts_at(drawn.drawn_up_at)))
    assert said["minutes-by-hand"] == "поднятием рук: 3"
    assert said["minutes-silent"] == "1"
