"""What happens in a session besides the usual, as those who are there play and read it."""

from collections.abc import Callable

import pytest

from bot.domain.meetings.plans import AgendaPoint, ItemId, ItemKind, PartOf
from bot.domain.meetings.state import MeetingState, Phase, Stage
from bot.domain.meetings.terms import VotingForm
from bot.domain.people.members import MemberId
from bot.domain.polls.plans import Candidate, CandidateId, Secrecy
from bot.domain.polls.voters import VoterId
from handlers.meetings.callbacks.panels import ItemAct, ItemActButton
from sandbox.chats import Message
from sandbox.people import Person
from sandbox.views import text_of
from tests.alliance import Alliance
from tests.congresses import Congress
from tests.general_meetings import BUDGET, OPEN_ELECTION
from tests.keyboards import labels
from tests.tapping import PATIENCE, taps

FOUR, SIX = (1, 2, 3, 4), (1, 2, 3, 4, 5, 6)


@pytest.fixture
async def congress(alliance: Alliance) -> Congress:
    """Gather six organisations; the first one's leader is the chair, where there is a session."""
    return await Congress(alliance).gathers(6)


async def at_panel(congress: Congress) -> tuple[Person, Message]:
    """Have the chair open the panel; return the chair and the message."""
    chair = congress.leader(1)
    await chair.says("/meeting")
    await taps(chair, "Пульт")
    return chair, await chair.sees("🎛", PATIENCE)


async def open_cards(congress: Congress, *numbers: int) -> None:
    """Have leaders open their cards, which follow the meeting."""
    for number in numbers:
        await congress.leader(number).says("/meeting")
        await congress.leader(number).sees("Вы представляете", PATIENCE)


async def votes(congress: Congress, question: str, ways: dict[int, str]) -> None:
    """Have leaders tap these choices on the newest ballots of a question."""
    for number, way in ways.items():
        leader = congress.leader(number)
        ballot = await leader.sees(ballot_on(question), PATIENCE)
        await leader.taps(way, message=ballot)
        await leader.sees(chosen(question), PATIENCE)


def ballot_on(question: str) -> Callable[[Message], bool]:
    return lambda message: question in text_of(message) and "За" in labels(message)


def chosen(question: str) -> Callable[[Message], bool]:
    return lambda message: question in text_of(message) and "Голос принят" in text_of(message)


async def closes(chair: Person, panel: Message, *, called: bool = False) -> None:
    """Have the chair close the vote, after the last call if somebody has not voted."""
    call = ["Последние голоса"] if called else []
    await taps(chair, *call, "Завершить голосование", "Да, завершить и посчитать", on=panel)


async def counts_of(congress: Congress, item: ItemId) -> tuple[int, int, int]:
    """Return how many were for, against and abstained in the last vote on an item."""
    vote = (await congress.state()).items[item].vote
    assert vote is not None
    card = await congress.alliance.services.ballots.look(congress.leaders[VoterId(1)], vote.poll)
    assert card.result is not None
    counts = card.result.items[0].counts
    return counts.in_favour, counts.against, counts.abstained


async def test_an_amendment_and_sections_are_voted_on_before_the_whole(congress: Congress) -> None:
    await congress.convenes()
    await congress.begins(*FOUR)
    await open_cards(congress, 2, 3)
    chair, panel = await at_panel(congress)
    await taps(
        chair,
        "1. Отчёт",
        "Вопрос рассмотрен",
        "2. Бюджет",
        "Процедурное",
        "Поправки и части",
        on=panel,
    )
    await taps(chair, "Поправка", on=panel)
    await chair.sees("Какая поправка", PATIENCE)
    await chair.says("Смету <b>урезать</b>\nна треть")
    await chair.sees("Поставить поправку перед вопросом?", PATIENCE)
    await taps(chair, "Да, поставить", "К пульту")
    panel = await chair.sees("🎛", PATIENCE)
    refused = await chair.forges(
        ItemActButton(meeting_id=congress.id, item_id=BUDGET, act=ItemAct.OPEN).pack(),
        panel["message_id"],
    )
    assert "Сначала проголосуйте за поправки" in (refused.text or "")
    await taps(chair, "2. Смету", "Открыть голосование", on=panel)
    await votes(congress, "урезать", {1: "За", 2: "За", 3: "Против", 4: "За"})
    await closes(chair, panel)
    await chair.sees("✅ Принято: Смету <b>урезать</b>", PATIENCE)
    await congress.leader(3).sees("За 3, против 1", PATIENCE)

    await taps(chair, "3. Бюджет", "Процедурное", "Поправки и части", on=panel)
    await taps(chair, "Разделить вопрос", on=panel)
    await chair.sees("На какие части", PATIENCE)
    await chair.says("Доходы")
    await chair.sees("хотя бы две части", PATIENCE)
    await chair.says("Доходы\nРасходы")
    await chair.sees("Будет 2 части", PATIENCE)
    await taps(chair, "Да, разделить", "К пульту")
    panel = await chair.sees("🎛", PATIENCE)
    await taps(chair, "3. Доходы", "Открыть голосование", on=panel)
    await votes(congress, "Доходы", dict.fromkeys(FOUR, "За"))
    await closes(chair, panel)
    await taps(chair, "4. Расходы", "Открыть голосование", on=panel)
    await votes(congress, "Расходы", dict.fromkeys(FOUR, "Против"))
    await closes(chair, panel)
    await chair.sees("❌ Не принято: Расходы", PATIENCE)
    await taps(chair, "5. Бюджет", "Открыть голосование", on=panel)
    await votes(congress, "Утвердить бюджет", dict.fromkeys(FOUR, "Воздержусь"))
    await closes(chair, panel)
    await congress.leader(2).sees("За 0, против 0, воздержались 4", PATIENCE)
    state = await congress.state()
    parts = [state.items[one].point.part for one in state.order[1:5]]
    assert parts == [PartOf.AMENDMENT, PartOf.SECTION, PartOf.SECTION, None]
    assert await counts_of(congress, BUDGET) == (0, 0, 4)


async def test_a_block_is_voted_on_at_once_and_another_item_by_hands(congress: Congress) -> None:
    await congress.convenes(agenda=tuple(map(motion, (1, 2, 3))))
    await congress.begins(*FOUR)
    await open_cards(congress, 2, 3, 4)
    chair, panel = await at_panel(congress)
    await taps(chair, "1. Решение 1", "Процедурное", "Голосовать вместе", on=panel)
    await chair.sees("По каким вопросам", PATIENCE)
    await taps(chair, "1. Решение 1", "2. Решение 2", "Готово", "Никто не против", "Да, записать")
    await taps(chair, "К пульту")
    panel = await chair.sees("🎛", PATIENCE)
    await taps(chair, "Открыть голосование", on=panel)
    await votes(congress, "Утвердить 1", dict.fromkeys(FOUR, "За"))
    await votes(congress, "Утвердить 2", {1: "За", 2: "Против", 3: "Против", 4: "Против"})
    await closes(chair, panel)
    shown = text_of(await congress.leader(4).sees("Не принято: Утвердить 2", PATIENCE))
    assert "✅ Принято: Утвердить 1\nЗа 4, против 0" in shown
    assert "За 1, против 3" in shown

    await taps(chair, "3. Решение 3", "Поднятием рук", on=panel)
    read = text_of(await congress.leader(2).sees("Голосуем поднятием рук", PATIENCE))
    assert "Бюллетень" not in read.split("Голосуем поднятием рук")[1]
    too_soon = await closes_too_soon(chair, panel)
    assert "Считают двое" in too_soon
    await taps(chair, "Назад", on=panel)
    for teller in (congress.maria, congress.peter):
        await teller.says("/meeting")
        await taps(teller, "Подсчёт", "Ввести числа")
        await teller.sees("Считайте организации, а не людей", PATIENCE)
        await teller.says("3 1 0")
        await teller.sees("Записать ваши числа?", PATIENCE)
        await taps(teller, "Да, записать")
    await congress.maria.sees("Ждём второго счётчика", PATIENCE)
    await congress.peter.sees("Числа сошлись", PATIENCE)
    await closes(chair, panel)
    await congress.leader(3).sees("✅ Принято: Утвердить 3\nЗа 3, против 1", PATIENCE)
    third = (await congress.state()).items[ItemId(3)].vote
    assert third is not None
    assert third.form is VotingForm.HANDS


def motion(number: int) -> AgendaPoint:
    return AgendaPoint(
        id=ItemId(number),
        kind=ItemKind.VOTE,
        title=f"Решение {number}",
        decision=f"Утвердить {number}",
    )


async def closes_too_soon(chair: Person, panel: Message) -> str:
    await taps(chair, "Завершить голосование", on=panel)
    await chair.sees("по числам счётчиков", PATIENCE)
    answer = await chair.taps("Да, завершить и посчитать", message=panel)
    return answer.text or ""


async def test_a_tie_is_followed_by_a_second_round(congress: Congress) -> None:
    stand = {number: congress.leaders[VoterId(number)] for number in (2, 3, 4)}
    await congress.convenes(agenda=(an_election(OPEN_ELECTION, stand),))
    await congress.begins(*SIX)
    await open_cards(congress, 3)
    chair, panel = await at_panel(congress)
    await taps(chair, "1. Выборы", "Открыть голосование", on=panel)
    await elects(congress, {1: (2, 3), 2: (2, 3), 3: (3, 4), 4: (3, 4), 5: (2, 4), 6: (2, 4)})
    await closes(chair, panel)
    await chair.sees("Голоса разделились поровну", PATIENCE)
    await congress.leader(3).sees("▫️ Глава 2: 4\n▫️ Глава 3: 4\n▫️ Глава 4: 4", PATIENCE)
    refused = await chair.taps("Вопрос рассмотрен", message=panel)
    assert "второй тур или записанный жребий" in (refused.text or "")
    await taps(chair, "Второй тур", on=panel)
    await chair.sees("Проголосовали 0 из 6", PATIENCE)
    await elects(congress, {**dict.fromkeys(FOUR, (2, 3)), 5: (2, 4), 6: (2, 4)})
    await closes(chair, panel)
    await congress.leader(3).sees("✅ Глава 2: 6\n✅ Глава 3: 4\n▫️ Глава 4: 2", PATIENCE)
    item = (await congress.state()).items[OPEN_ELECTION]
    assert (item.stage, len(item.votes)) == (Stage.DECIDED, 2)


def an_election(item: ItemId, stand: dict[int, MemberId]) -> AgendaPoint:
    """Return an open election of two, among the leaders of these organisations."""
    return AgendaPoint(
        id=item,
        kind=ItemKind.ELECTION,
        title="Выборы",
        preset="election",
        secrecy=Secrecy.NAMED,
        candidates=tuple(
            Candidate(CandidateId(n), f"Глава {n}", member=member) for n, member in stand.items()
        ),
        seats=2,
    )


async def elects(congress: Congress, ways: dict[int, tuple[int, ...]]) -> None:
    """Have leaders mark candidates on the newest open ballot, and cast it."""
    for number, names in ways.items():
        leader = congress.leader(number)
        ballot = await leader.watches(unmarked, PATIENCE)
        for name in names:
            await taps(leader, f"Глава {name}", on=ballot)
        await taps(leader, "Проголосовать", on=ballot)


def unmarked(chat: list[Message]) -> Message | None:
    """Return the newest ballot of an election, once nothing is marked on it."""
    ballots = [one for one in chat if any("Глава 3" in label for label in labels(one))]
    marked = any("✓" in label for label in labels(ballots[-1])) if ballots else True
    return None if marked else ballots[-1]


async def test_a_suspension_is_read_and_keeps_ballots_and_takes_none(congress: Congress) -> None:
    await congress.convenes()
    await congress.begins(*FOUR)
    chair, panel = await at_panel(congress)
    second = congress.leader(2)
    await second.says("/meeting")
    await taps(chair, "1. Отчёт", "Вопрос рассмотрен", "2. Бюджет", "Открыть голосование", on=panel)
    await votes(congress, "Утвердить бюджет", {1: "За"})
    await taps(chair, "Ещё…", "Приостановить", on=panel)
    await chair.sees("Почему прерываемся", PATIENCE)
    await chair.says("Пожарная <тревога>")
    await taps(chair, "Да, приостановить")
    await second.sees("Пожарная <тревога>", PATIENCE)
    ballot = await second.sees(ballot_on("Утвердить бюджет"), PATIENCE)
    refused = await second.taps("За", message=ballot)
    assert "Сейчас перерыв" in (refused.text or "")
    await taps(chair, "К пульту")
    panel = await chair.sees("Пожарная <тревога>", PATIENCE)
    await taps(chair, "Продолжить", on=panel)
    await second.sees("Собрание идёт", PATIENCE)
    await votes(congress, "Утвердить бюджет", {2: "За", 3: "Против", 4: "За"})
    await closes(chair, panel)
    await second.sees("За 3, против 1", PATIENCE)
    assert (await congress.state()).phase is Phase.IN_SESSION


async def test_who_declares_a_conflict_stays_present_and_does_not_vote(congress: Congress) -> None:
    await congress.convenes()
    await congress.begins(*FOUR)
    chair, panel = await at_panel(congress)
    second = congress.leader(2)
    await taps(chair, "1. Отчёт", "Вопрос рассмотрен", "2. Бюджет", on=panel)
    await second.says("/meeting")
    card = await second.sees("Вы представляете", PATIENCE)
    await taps(second, "Ещё…", "Заявить самоотвод", on=card)
    asked = await second.sees("Заявить самоотвод по вопросу «Бюджет»?", PATIENCE)
    assert "останется среди присутствующих" in text_of(asked)
    answer = await second.taps("Да, заявить", message=card)
    assert answer.text == "Самоотвод записан."
    await taps(chair, "Открыть голосование", on=panel)
    await chair.sees("самоотводов: 1. Ждём: 3", PATIENCE)
    await second.sees("бюллетеня у вас нет", PATIENCE)
    await votes(congress, "Утвердить бюджет", {1: "За", 3: "За", 4: "За"})
    await closes(chair, panel)
    await second.sees("✅ Принято: Утвердить бюджет\nЗа 3, против 0", PATIENCE)
    vote = (await congress.state()).items[BUDGET].vote
    assert vote is not None
    assert len(vote.present) == 4


async def test_an_upheld_challenge_of_a_mandate_is_told_and_the_item_is_voted_on_again(
    congress: Congress,
) -> None:
    await congress.convenes()
    await congress.begins(*FOUR)
    chair, panel = await at_panel(congress)
    third, fourth = congress.leader(3), congress.leader(4)
    await open_cards(congress, 4)
    await taps(chair, "1. Отчёт", "Вопрос рассмотрен", "2. Бюджет", "Открыть голосование", on=panel)
    await votes(congress, "Утвердить бюджет", {1: "За", 2: "За", 3: "Против", 4: "За"})
    await closes(chair, panel)
    await third.says("/meeting")
    card = await third.sees("Вы представляете", PATIENCE)
    await taps(third, "Ещё…", "Оспорить полномочия", on=card)
    await third.sees("Чьи полномочия оспариваете", PATIENCE)
    await third.says("002")
    await third.sees(lambda message: labels(message)[:1] == ["Фонд <b>002</b>"], PATIENCE)
    await taps(third, "Фонд <b>002</b>")
    await third.sees("Что не так с полномочиями", PATIENCE)
    await third.says("Приказ <подписан> не тем")
    await third.sees("проголосуют заново", PATIENCE)
    await taps(third, "Да, оспорить")
    await third.sees("Председатель его видит", PATIENCE)
    await taps(chair, "Ещё…", "Возражения", on=panel)
    await chair.sees("оспаривает полномочия: Фонд <b>002</b>", PATIENCE)
    await taps(chair, "Принять возражение", "Да, принять", on=panel)
    told = text_of(await third.sees("Ваше возражение приняли", PATIENCE))
    assert "Приказ <подписан> не тем" in told
    assert "По вопросу «Бюджет» проголосуем заново" in told
    await fourth.sees("На собрании приняли возражение", PATIENCE)
    await fourth.sees("Этот результат отменён: на собрании приняли возражение", PATIENCE)
    await fourth.says("/polls")
    await taps(fourth, "Архив")
    archived = await fourth.sees(lambda message: "Утвердить" in str(labels(message)), PATIENCE)
    (line,) = (one for one in labels(archived) if "Утвердить" in one)
    assert line.startswith("🏁")  # it has ended, and decided nothing
    await taps(chair, "Открыть голосование", on=panel)
    await votes(congress, "Утвердить бюджет", dict.fromkeys(FOUR, "Против"))
    await closes(chair, panel)
    await fourth.sees("❌ Не принято: Утвердить бюджет\nЗа 0, против 4", PATIENCE)
    state: MeetingState = await congress.state()
    assert [vote.annulled for vote in state.items[BUDGET].votes] == [True, False]


async def test_an_objection_of_who_was_not_heard_is_told_to_them_alone(congress: Congress) -> None:
    await congress.convenes()
    await congress.begins(*FOUR)
    services, second = congress.alliance.services, congress.leaders[VoterId(2)]
    await services.delegating.raise_objection(second, congress.id, "Мне не дали слова")
    chair, panel = await at_panel(congress)
    await taps(chair, "Ещё…", "Возражения", "Принять возражение", "Да, принять", on=panel)
    told = text_of(await congress.leader(2).sees("Ваше возражение приняли", PATIENCE))
    assert "заново" not in told
    assert not any("возражение приняли" in text_of(one) for one in congress.leader(3).chat())
