"""A general meeting as people play it in their chats, from the plan to the minutes."""

from functools import partial

import pytest

from bot.domain.meetings.plan_views import MeetingSummary
from bot.domain.meetings.plans import MeetingId
from bot.domain.meetings.state import Phase
from handlers.meetings.lists import meeting_list
from sandbox.chats import Message
from sandbox.people import Person
from sandbox.views import text_of
from tests.alliance import UNPACED, Alliance
from tests.congresses import DAY, HOUR, Congress
from tests.keyboards import labels, labels_of
from tests.people import a_member
from tests.tapping import PATIENCE, has_button, has_button_at_the_end, taps
from tests.wording import NOW, texts


@pytest.fixture
def settings() -> dict[str, str]:
    """Let meetings usually take two and a half hours."""
    return {**UNPACED, "MEETINGS__LASTS": "150m"}


@pytest.fixture
async def congress(alliance: Alliance) -> Congress:
    return await Congress(alliance).gathers()


async def fills_in(congress: Congress) -> None:
    """Have the secretary fill in the form up to the preview."""
    maria = congress.maria
    await maria.sees("Какое собрание готовим", PATIENCE)
    await maria.taps("Внеочередное")
    await maria.sees("Когда собираемся", PATIENCE)
    day = congress.alliance.clock.now() + 20 * DAY
    await maria.says(f"{day:%d.%m.%Y} 12:00")
    await maria.sees("Где?", PATIENCE)
    await maria.says("Дом <b>НКО</b>" + "о" * 50)
    await maria.sees("Как можно участвовать", PATIENCE)
    await maria.taps("В зале и дистанционно")
    await maria.sees("если это разрешает устав", PATIENCE)
    await maria.taps("Только в зале")
    await maria.sees("Как назвать собрание", PATIENCE)
    await maria.taps("Внеочередное общее собрание")
    preview = await maria.sees("Проверьте и сохраните", PATIENCE)
    assert "на 2 часа 30 минут" in preview["text"]


async def plans(congress: Congress) -> None:
    """Have the secretary plan a meeting by the form, with a draft decision and an election."""
    maria = congress.maria
    await maria.says("/meeting")
    await maria.sees("Пока ни одно не назначено", PATIENCE)
    await maria.taps("Назначить собрание")
    await fills_in(congress)
    await maria.says("/meeting")
    await maria.sees("Пока ни одно не назначено", PATIENCE)
    await maria.taps("Назначить собрание")
    await maria.taps("Начать заново")
    await fills_in(congress)
    await maria.taps("Сохранить")
    await maria.sees("о нём пока никто не знает", PATIENCE)
    await maria.taps("К собранию")
    await maria.sees("Созвать нужно не позже", PATIENCE)


async def test_a_secretary_plans_and_convenes_and_everybody_is_told(congress: Congress) -> None:
    maria = congress.maria
    await plans(congress)
    await maria.taps("2. Вопрос собрания")
    await maria.sees("Решение", PATIENCE)
    await maria.taps("Изменить")
    await maria.sees("Проверьте и сохраните", PATIENCE)
    await maria.taps("Проект решения")
    await maria.sees("как оно войдёт в протокол", PATIENCE)
    await maria.says("Утвердить <b>смету</b>")
    await maria.sees("Утвердить <b>смету</b>", PATIENCE)
    await maria.taps("Как голосуем")
    await maria.sees("Как голосуем?", PATIENCE)
    await maria.taps("Правила")
    await maria.sees("По каким правилам", PATIENCE)
    await maria.taps("Обычное решение")
    await maria.sees("Утвердить <b>смету</b>", PATIENCE)
    await maria.taps("Сохранить")
    await maria.sees("Вопрос сохранён", PATIENCE)
    await maria.taps("К собранию")
    await maria.sees("2 вопроса", PATIENCE)
    await maria.taps("＋ Вопрос")
    await maria.sees("Что это за вопрос", PATIENCE)
    await maria.taps("Выборы")
    await maria.sees("О чём вопрос?", PATIENCE)
    await maria.says("Выборы <ревизора>")
    await maria.sees("Выборы <ревизора>", PATIENCE)
    await maria.taps("Кандидаты")
    await maria.sees("Кто кандидаты?", PATIENCE)
    await maria.says("Глава")
    await maria.watches(partial(has_button_at_the_end, "Глава <i>1</i> ·"), PATIENCE)
    await maria.taps("Глава <i>1</i> ·")
    await maria.sees("Сейчас: 1", PATIENCE)
    await maria.taps("Глава <i>2</i> ·")
    await maria.sees("Сейчас: 2", PATIENCE)
    await maria.taps("Готово")
    await maria.sees("Кандидаты, мест: 1", PATIENCE)
    await maria.taps("Сохранить")
    await maria.sees("Вопрос сохранён", PATIENCE)
    await maria.taps("К собранию")
    await maria.sees("3 вопроса", PATIENCE)
    await maria.taps("Созвать…")
    await maria.sees("4 организации, 4 человека", PATIENCE)
    await maria.taps("Да, созвать")
    await maria.sees("Собрание созвано", PATIENCE)
    notice = await congress.leader(1).sees("Приглашаем на общее собрание", PATIENCE)
    assert "3. Выборы <ревизора>" in notice["text"]
    assert labels(notice) == ["📖 Повестка и материалы", "Карточка собрания"]


def test_the_button_of_a_meeting_that_takes_proposals_says_so() -> None:
    planned = MeetingSummary(
        MeetingId(1),
        "Собрание <года>",
        NOW + 20 * DAY,
        "Дом",
        Phase.PLANNED,
        may_plan=False,
        may_conduct=False,
        may_register=False,
    )
    _, below = meeting_list([planned], a_member(), 0, texts())
    assert labels_of(below)[0] == "✍️ Предложить вопрос · пн, 21 дек. · Собрание <года>"


async def finds(person: Person, name: str) -> None:
    """Have a registrar open an organisation by its name."""
    await person.says(name)
    await person.sees(f"Фонд <b>{name}</b>, ИНН", PATIENCE)


async def test_a_meeting_is_held_from_the_desk_to_the_end(congress: Congress) -> None:
    await congress.convenes()
    for number in congress.leaders:
        await congress.leader(number).sees("Приглашаем на общее собрание", PATIENCE)
    await congress.maria.sees("Доставлено: 6 из 6", PATIENCE)
    congress.alliance.clock.advance(20 * DAY - HOUR)
    await congress.maria.says("/meeting")
    await taps(congress.maria, "Пульт", "Открыть регистрацию", "Да, открыть")
    await congress.maria.sees("Регистрация: Собрание <b>", PATIENCE)
    await names_a_registrar(congress)
    await registers_at_two_desks(congress)
    await begins(congress)
    await decides_a_motion(congress)
    await elects_in_secret(congress)
    await ends(congress)


async def names_a_registrar(congress: Congress) -> None:
    """Have the secretary name a helper by the plan."""
    maria = congress.maria
    await maria.says("/manage")
    await taps(maria, "Общее собрание", "Собрание <b>", "Регистраторы", "Назвать регистратора")
    await maria.sees("Напишите часть имени", PATIENCE)
    await maria.says("Климов")
    await taps(maria, "Пётр Климов")
    await maria.sees("Нажмите на имя, чтобы снять", PATIENCE)


async def registers_at_two_desks(congress: Congress) -> None:
    """Have two registrars open the same organisation: only one of them registers its leader."""
    maria, peter = congress.maria, congress.peter
    for one in (maria, peter):
        await one.says("/meeting")
        await taps(one, "Регистрация")
        await one.sees("Напишите часть названия", PATIENCE)
        await finds(one, "001")
    await taps(maria, "Зарегистрировать: Глава")
    late = await peter.taps("Зарегистрировать: Глава")
    assert "Регистрация уже отмечена" in (late.text or "")
    for name in ("002", "003", "004"):
        await finds(peter, name)
        await taps(peter, "Зарегистрировать: Глава")
        await peter.sees("Зарегистрировали", PATIENCE)
    await finds(peter, "004")
    await taps(peter, "✅ Глава", "Выдать код")
    await peter.sees("Код показываем один раз", PATIENCE)


def is_panel(message: Message) -> bool:
    return "🎛 Собрание <b>" in text_of(message) and "Ещё…" in labels(message)


async def begins(congress: Congress) -> None:
    """Open the session, and elect the officers by hands; the chair conducts from then on."""
    maria = congress.maria
    await maria.says("/meeting")
    await taps(maria, "Пульт", "Открыть собрание")
    await maria.sees("Сначала изберите", PATIENCE)
    for office, names in (
        ("секретаря", ("Мария Орлова",)),
        ("счётчиков", ("Пётр Климов", "Мария Орлова")),
        ("председателя", ("Глава <i>1</i> ·",)),
    ):
        await maria.sees(is_panel, PATIENCE)  # an event's card has a button of that name too
        await taps(maria, "Ещё…", "Кто ведёт", f"Избрать {office}")
        for name in names:
            await maria.sees("выберите" if name == names[0] else "Выбраны", PATIENCE)
            await maria.says(name.partition(" ·")[0])
            await maria.watches(partial(has_button_at_the_end, name), PATIENCE)
            await taps(maria, name)
        await taps(maria, "Готово", "Никто не против", "Да, записать", "К пульту")
    chair = congress.leader(1)
    await chair.says("/meeting")
    await taps(chair, "Пульт")
    await chair.sees("🎛 Собрание <b>", PATIENCE)


async def decides_a_motion(congress: Congress) -> None:
    """Hear a speaker, take a break by two taps, and vote openly; a slip of paper is counted."""
    chair, guest = congress.leader(1), congress.leader(2)
    await taps(chair, "1. Отчёт", "Вопрос рассмотрен", "2. Бюджет")
    await chair.sees("Проект решения: Утвердить бюджет", PATIENCE)
    await guest.says("/meeting")
    await taps(guest, "Прошу слова")
    await guest.sees("Вы в очереди на выступление", PATIENCE)
    await taps(chair, "Слово: Глава <i>2</i>")
    await guest.sees("Вам слово", PATIENCE)
    await taps(chair, "Выступление закончено", "Процедурное", "Перерыв", "10", "Никто не против")
    await chair.sees("⏸ Перерыв", PATIENCE)
    await taps(chair, "Продолжить", "Открыть голосование")
    await chair.sees("Проголосовали 0 из 4", PATIENCE)
    for number in (1, 2, 3):
        leader = congress.leader(number)
        ballot = await leader.sees("Ждём вашего голоса", PATIENCE)
        await leader.taps("За", message=ballot)
    await issues_and_counts_paper(congress)
    await taps(chair, "Последние голоса", "Завершить голосование", "Да, завершить и посчитать")
    await chair.sees("✅ Принято: Утвердить бюджет", PATIENCE)
    await congress.leader(2).sees("За 4, против 0", PATIENCE)
    told = await congress.leader(3).sees("Голосование завершено", PATIENCE)
    assert "(на собрании)" in told["text"]


async def issues_and_counts_paper(congress: Congress) -> None:
    """Have the tellers hand a slip to the fourth, and enter figures that agree at last."""
    maria, peter = congress.maria, congress.peter
    await maria.says("/meeting")
    await taps(maria, "Подсчёт", "Бумажные бюллетени", "Выдать: Фонд <b>004</b>")
    await maria.watches(partial(has_button, "1 · Фонд <b>004</b>"), PATIENCE)
    await taps(maria, "🧮 Подсчёт")
    await enters(maria, "1 0 0")
    await maria.sees("Ждём второго счётчика", PATIENCE)
    await peter.says("/meeting")
    await taps(peter, "Подсчёт")
    await enters(peter, "0 1 0")
    await peter.sees("Числа не сошлись", PATIENCE)
    await taps(peter, "🧮 Подсчёт")
    await enters(peter, "1 0 0")
    await peter.sees("Ждём второго счётчика", PATIENCE)
    await taps(maria, "🧮 Подсчёт")
    await enters(maria, "1 0 0")
    await maria.sees("Числа сошлись", PATIENCE)


async def enters(teller: Person, figures: str) -> None:
    await taps(teller, "Ввести числа")
    await teller.sees("Напишите три числа", PATIENCE)
    await teller.says(figures)
    await teller.sees("вернули испорченными", PATIENCE)
    await taps(teller, "0")
    await teller.sees("Сколько бюллетеней не вернули", PATIENCE)
    await taps(teller, "0", "Да, записать")


async def elects_in_secret(congress: Congress) -> None:
    """Elect secretly by the second tap; an objection is read and upheld meanwhile."""
    chair, third = congress.leader(1), congress.leader(3)
    panel = await chair.sees("🎛 Собрание <b>", PATIENCE)
    await taps(chair, "3. Выборы", "Открыть голосование", on=panel)
    for number in (1, 2, 3):
        leader = congress.leader(number)
        ballot = await leader.watches(secret_ballot, PATIENCE)
        await leader.taps("Глава 2", message=ballot)
        await leader.watches(partial(has_button, "✓ 1. Глава 2"), PATIENCE)
        await leader.taps("Проголосовать", message=ballot)
        await leader.taps("Да, проголосовать", message=ballot)
        await leader.sees("Голос принят", PATIENCE)
    await third.says("/meeting")
    await taps(third, "Реплика по порядку")
    card = await third.sees("Вы в очереди", PATIENCE)
    await taps(third, "Ещё…", "Заявить возражение", on=card)
    await third.sees("Напишите возражение", PATIENCE)
    await third.says("Мне не дали слова" + "!" * 900)
    await third.sees("Возражение записано", PATIENCE)
    await taps(chair, "Ещё…", "Возражения", "Принять возражение", "Да, принять", on=panel)
    await taps(
        chair, "Последние голоса", "Завершить голосование", "Да, завершить и посчитать", on=panel
    )
    await chair.sees("✅ Избран(а): Выборы", PATIENCE)


def secret_ballot(chat: list[Message]) -> Message | None:
    """Return the newest ballot of the election."""
    return next((one for one in reversed(chat) if "Глава 2" in " ".join(labels(one))), None)


async def ends(congress: Congress) -> None:
    """End the meeting; the secretary gets minutes and attendance from its record."""
    chair, maria = congress.leader(1), congress.maria
    panel = await chair.sees("🎛 Собрание <b>", PATIENCE)
    await taps(chair, "Ещё…", "Завершить собрание", "Да, завершить", on=panel)
    await chair.sees("Протокол выпускает секретарь", PATIENCE)
    await congress.leader(2).sees("Собрание завершено", PATIENCE)
    await maria.says("/meeting")
    await taps(maria, "Собрание <b>", "Посещаемость таблицей")
    await maria.sees("4 организации.", PATIENCE)
    await taps(maria, "📄 Протокол")
    preview = await maria.sees("Председательствующий: ", PATIENCE)
    assert "Глава <i>1</i>" in preview["text"].split("Председательствующий: ")[1]
    assert "Подсчёт: Пётр Климов и Мария Орлова" in preview["text"]
