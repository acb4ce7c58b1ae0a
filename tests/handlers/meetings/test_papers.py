"""What comes on paper, as registrars and the secretary enter it: notices, ballots, proxies."""

from datetime import timedelta

import pytest

from bot.domain.events.passes import screen_payload
from bot.domain.meetings.chairs import ChairAct, ChairSaid
from bot.domain.meetings.plans import MeetingMode
from bot.domain.meetings.terms import Ground, NoticeWay
from bot.domain.people.members import MemberId
from bot.domain.polls.voters import VoterId
from sandbox.people import Person
from sandbox.views import text_of
from tests.alliance import UNPACED, Alliance
from tests.congresses import Congress
from tests.databases import query
from tests.general_meetings import BUDGET, ELECTION, OPEN_ELECTION
from tests.keyboards import labels
from tests.tapping import PATIENCE, taps

FOURTH = VoterId(4)
HOUR = timedelta(hours=1)


@pytest.fixture
def settings() -> dict[str, str]:
    """Let the charter allow ballots by correspondence."""
    return {**UNPACED, "VOTING__REMOTE": "Устав, п. 5.8"}


@pytest.fixture
async def congress(alliance: Alliance) -> Congress:
    return await Congress(alliance).gathers()


async def test_a_notice_by_letter_is_noted_and_counts_as_proof(congress: Congress) -> None:
    congress.leader(4).blocks()
    await congress.convenes()
    maria = congress.maria
    await maria.sees("Доставлено: 5 из 6", PATIENCE)
    congress.alliance.clock.advance(HOUR)
    await maria.says("/meeting")
    await taps(maria, "Все собрания", "Собрание <b>", "Кто уведомлён")
    report = text_of(await maria.sees("Срок: до", PATIENCE))
    assert "Вовремя: 3" in report
    assert "Не получили: 1. Фонд <b>004</b>" in report
    await taps(maria, "Отметить уведомление", "Фонд <b>004</b>", "Письмом")
    await maria.sees("Когда её уведомили", PATIENCE)
    await maria.says("завтра")
    await maria.sees("ещё не наступил", PATIENCE)
    await taps(maria, "Только что")
    await maria.sees("Чем это подтверждается", PATIENCE)
    await maria.says("Письмо <12>")
    await maria.sees("Записать уведомление?", PATIENCE)
    await taps(maria, "Да, записать")
    await maria.sees("Больше отмечать некого", PATIENCE)
    await taps(maria, "Назад")
    await maria.sees("Уведомлены все", PATIENCE)
    await taps(maria, "Назад")
    read = text_of(await maria.sees("Уведомили иначе: 1", PATIENCE))
    assert "Фонд <b>004</b>, письмом" in read
    assert "Письмо <12>" in read
    assert "Вовремя: 4" in read
    told = (await congress.state()).told[FOURTH]
    assert (told.way, told.note) == (NoticeWay.LETTER, "Письмо <12>")


async def opens_desk(person: Person, name: str) -> None:
    """Have a registrar open an organisation at the desk."""
    await person.says("/meeting")
    await taps(person, "Регистрация")
    await person.sees("Напишите часть названия", PATIENCE)
    await person.says(name)
    await person.sees(f"Фонд <b>{name}</b>, ИНН", PATIENCE)


async def test_a_ballot_that_was_sent_before_counts_in_the_vote(congress: Congress) -> None:
    await congress.convenes(mode=MeetingMode.MIXED)
    await congress.registers(1, 2, 3)
    maria = congress.maria
    await opens_desk(maria, "004")
    await taps(maria, "Бюллетень прислан заранее")
    await maria.sees("Кто подписал бюллетень?", PATIENCE)
    await taps(maria, "Глава <i>4</i>", "Только что")
    await maria.sees("Пока ничего не записали", PATIENCE)
    listed = await maria.sees("Что в бюллетене?", PATIENCE)
    assert not any("тайн" in label.lower() for label in labels(listed))
    await taps(maria, "Утвердить бюджет", "Против")
    await maria.sees("Записали вопросов: 1", PATIENCE)
    await taps(maria, "Выборы в совет", "Глава 2")
    refused = await maria.taps("Глава 3")
    assert not refused.show_alert
    await maria.sees("не больше 1", PATIENCE)
    await taps(maria, "Готово")
    await maria.sees("Записали вопросов: 2", PATIENCE)
    await taps(maria, "Готово")
    preview = text_of(await maria.sees("Записать бюллетень?", PATIENCE))
    assert "Утвердить бюджет: Против" in preview
    assert "Подпись: Глава <i>4</i>" in preview
    await taps(maria, "Да, записать")
    await maria.sees("Записали бюллетень: Фонд <b>004</b>", PATIENCE)
    await taps(maria, "К организации")
    card = await maria.sees("бюллетень прислан заранее", PATIENCE)
    assert "✉️ Бюллетень прислан заранее" not in labels(card)
    sent = (await congress.state()).postings[FOURTH].ballots
    assert sent == {BUDGET: "against", OPEN_ELECTION: "2"}


async def test_a_helper_at_the_desk_records_no_ballots(congress: Congress) -> None:
    await congress.convenes(mode=MeetingMode.MIXED)
    await congress.registers(1)
    services = congress.alliance.services
    await services.registration.name_registrar(MemberId(1), congress.id, MemberId(2))
    await opens_desk(congress.peter, "004")
    card = await congress.peter.sees("Фонд <b>004</b>, ИНН", PATIENCE)
    assert not any("прислан" in label for label in labels(card))


async def test_somebody_is_registered_by_the_paper_of_a_proxy(congress: Congress) -> None:
    await congress.convenes()
    await congress.registers(1, 2)
    maria = congress.maria
    await opens_desk(maria, "004")
    await taps(maria, "По доверенности")
    await maria.sees("Кто пришёл по доверенности", PATIENCE)
    await maria.says("Климов")
    await taps(maria, "Пётр Климов")
    for question, words in (
        ("Номер доверенности", "7 <б>"),
        ("Когда её выдали", f"{congress.alliance.clock.now():%d.%m.%Y}"),
        ("До какого дня", "31.12.2030"),
    ):
        await maria.sees(question, PATIENCE)
        await maria.says(words)
    await maria.sees("Кто её подписал", PATIENCE)
    await taps(maria, "Глава <i>4</i>")
    await maria.sees("На что она даёт право", PATIENCE)
    await taps(maria, "Голосовать по всем вопросам")
    preview = text_of(await maria.sees("Всё верно?", PATIENCE))
    assert "Пётр Климов представляет: Фонд <b>004</b>" in preview
    assert "Доверенность № 7 <б>" in preview.replace("\u00a0", " ")
    await taps(maria, "Да, зарегистрировать")
    await maria.sees("Зарегистрировали: Пётр Климов", PATIENCE)
    (mandate,) = (await congress.state()).present[FOURTH]
    assert (mandate.ground, mandate.person) == (Ground.PROXY, MemberId(2))
    await congress.peter.says("/meeting")
    await congress.peter.sees("Вы представляете: Фонд <b>004</b>", PATIENCE)


async def test_who_registered_themselves_is_listed_and_can_be_taken_back(
    congress: Congress,
) -> None:
    await congress.convenes()
    await congress.registers(1, 2)
    ((event, secret),) = await query(
        congress.alliance.database, "SELECT id, secret FROM events LIMIT 1"
    )
    payload = screen_payload(event, secret, congress.alliance.clock.now())
    await congress.leader(3).says(f"/start {payload}")
    await congress.leader(3).sees("Вы зарегистрированы", PATIENCE)
    maria = congress.maria
    await maria.says("/meeting")
    await taps(maria, "Пульт")
    await maria.sees("1 организация отметилась сама", PATIENCE)
    await maria.says("/meeting")
    await taps(maria, "Регистрация")
    await maria.sees("проверьте, что эти люди в зале", PATIENCE)
    await taps(maria, "Отметились сами · 1", "👀 Фонд <b>003</b>")
    await maria.sees("отметка по коду с экрана", PATIENCE)
    await taps(maria, "✅ Глава <i>3</i>")
    await maria.sees("Если этого человека нет в зале", PATIENCE)
    await taps(maria, "Записали по ошибке")
    await maria.sees("Убрали ошибочную запись", PATIENCE)
    state = await congress.state()
    assert state.unseen == frozenset()
    assert VoterId(3) not in state.ever


async def test_teller_and_chair_are_warned_of_a_single_slip_in_a_secret_vote(
    congress: Congress,
) -> None:
    await congress.convenes()
    await congress.begins(1, 2, 3, 4)
    conducting, chair = congress.alliance.services.conducting, congress.leaders[VoterId(1)]
    for act in (ChairAct.CALL, ChairAct.OPEN):
        await conducting.act(chair, congress.id, ChairSaid(act, ELECTION))
    maria, warning = congress.maria, "Тайны может не получиться"
    await maria.says("/meeting")
    await taps(maria, "Подсчёт", "Бумажные бюллетени")
    assert warning not in text_of(await maria.sees("Выборы в совет", PATIENCE))
    await taps(maria, "Выдать: Фонд <b>004</b>")
    await maria.sees(warning, PATIENCE)
    await congress.leader(1).says("/meeting")
    await taps(congress.leader(1), "Пульт")
    await congress.leader(1).sees(warning, PATIENCE)
