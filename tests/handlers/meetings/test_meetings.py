"""A general meeting as people play it in their chats, from the plan to the minutes."""

from datetime import timedelta

import pytest

from sandbox.people import Person
from tests.alliance import Alliance
from tests.congresses import DAY, HOUR, Congress
from tests.keyboards import labels

PATIENCE = 15.0


@pytest.fixture
async def congress(alliance: Alliance) -> Congress:
    return await Congress(alliance).gathers()


async def plans(congress: Congress) -> None:
    """Have the secretary plan a meeting by the form, with a draft decision and an election."""
    maria = congress.maria
    await maria.says("/meeting")
    await maria.sees("Пока ни одно не назначено")
    await maria.taps("Назначить собрание")
    await maria.sees("Какое собрание готовим")
    await maria.taps("Внеочередное")
    await maria.sees("Когда собираемся")
    day = congress.alliance.clock.now() + 20 * DAY
    await maria.says(f"{day:%d.%m.%Y} 12:00")
    await maria.sees("Где?")
    await maria.says("Дом <b>НКО</b>" + "о" * 50)
    await maria.sees("Как можно участвовать")
    await maria.taps("В зале и на расстоянии")
    await maria.sees("если это разрешает устав")
    await maria.taps("Только в зале")
    await maria.sees("Как назвать собрание")
    await maria.taps("Внеочередное общее собрание")
    await maria.sees("Проверьте и сохраните")
    await maria.taps("Сохранить")
    await maria.sees("о нём пока никто не знает")
    await maria.taps("К собранию")
    await maria.sees("Созвать нужно не позже")


async def test_a_secretary_plans_and_convenes_and_everybody_is_told(congress: Congress) -> None:
    maria = congress.maria
    await plans(congress)
    await maria.taps("2. Вопрос собрания")
    await maria.sees("Решение")
    await maria.taps("Изменить")
    await maria.sees("Проверьте и сохраните")
    await maria.taps("Проект решения")
    await maria.sees("как оно войдёт в протокол")
    await maria.says("Утвердить <b>смету</b>")
    await maria.sees("Утвердить <b>смету</b>")
    await maria.taps("Правила")
    await maria.sees("По каким правилам")
    await maria.taps("Обычное решение")
    await maria.sees("Утвердить <b>смету</b>")
    await maria.taps("Сохранить")
    await maria.sees("Вопрос сохранён")
    await maria.taps("К собранию")
    await maria.sees("2 вопроса")
    await maria.taps("＋ Вопрос")
    await maria.sees("Что это за вопрос")
    await maria.taps("Выборы")
    await maria.sees("О чём он?")
    await maria.says("Выборы <ревизора>")
    await maria.sees("Выборы <ревизора>")
    await maria.taps("Кандидаты")
    await maria.sees("Кто кандидаты?")
    await maria.says("Глава")
    await maria.watches(lambda chat: any("Глава <i>1</i> ·" in one for one in labels(chat[-1])))
    await maria.taps("Глава <i>1</i> ·")
    await maria.sees("Сейчас: 1")
    await maria.taps("Глава <i>2</i> ·")
    await maria.sees("Сейчас: 2")
    await maria.taps("Готово")
    await maria.sees("Кандидаты, мест: 1")
    await maria.taps("Сохранить")
    await maria.sees("Вопрос сохранён")
    await maria.taps("К собранию")
    await maria.sees("3 вопроса")
    await maria.taps("Созвать…")
    await maria.sees("4 организации, 4 человека")
    await maria.taps("Да, созвать")
    await maria.sees("Собрание созвано")
    notice = await congress.leader(1).sees("Приглашаем на общее собрание")
    assert "3. Выборы <ревизора>" in notice["text"]
    assert labels(notice) == ["📖 Повестка и материалы", "Карточка участника"]


async def taps(person: Person, *buttons: str) -> None:
    """Have somebody tap buttons, each as soon as there is one; then something has changed."""
    for words in buttons:
        await person.watches(
            lambda chat, words=words: any(words in " ".join(labels(one)) for one in chat),
            timeout=PATIENCE,
        )
        before = await person.watches(str)
        answer = await person.taps(words)
        assert not answer.show_alert, answer
        await person.watches(lambda chat, before=before: str(chat) != before, timeout=PATIENCE)


async def finds(person: Person, name: str) -> None:
    """Have a registrar open an organisation by its name."""
    await person.says(name)
    await person.sees(f"Фонд <b>{name}</b>, ИНН")


async def test_a_meeting_is_held_from_the_desk_to_the_end(congress: Congress) -> None:
    await congress.convenes()
    for number in congress.leaders:
        await congress.leader(number).sees("Приглашаем на общее собрание")
    await congress.maria.sees("Доставлено: 6 из 6")
    congress.alliance.clock.advance(20 * DAY - HOUR)
    await congress.maria.says("/meeting")
    await taps(congress.maria, "Пульт", "Открыть регистрацию", "Да, открыть")
    await congress.maria.sees("Регистрация: Собрание <b>")
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
    await maria.sees("Напишите часть имени")
    await maria.says("Климов")
    await taps(maria, "Пётр Климов")
    await maria.sees("Нажмите на имя, чтобы снять")


async def registers_at_two_desks(congress: Congress) -> None:
    """Have two registrars open the same organisation: only one of them registers its leader."""
    maria, peter = congress.maria, congress.peter
    for one in (maria, peter):
        await one.says("/meeting")
        await taps(one, "Регистрация")
        await one.sees("Напишите часть названия")
        await finds(one, "001")
    await taps(maria, "Пришёл: Глава")
    late = await peter.taps("Пришёл: Глава")
    assert "Уже зарегистрирован" in (late.text or "")
    for name in ("002", "003", "004"):
        await finds(peter, name)
        await taps(peter, "Пришёл: Глава")
        await peter.sees("Зарегистрировали")
    await finds(peter, "004")
    await taps(peter, "✅ Глава", "Выдать код")
    await peter.sees("Код показываем один раз")


async def begins(congress: Congress) -> None:
    """Open the session, and elect the officers by hands; the chair conducts from then on."""
    maria = congress.maria
    await maria.says("/meeting")
    await taps(maria, "Пульт", "Открыть собрание")
    await maria.sees("Сначала изберите")
    for office, names in (
        ("секретаря", ("Мария Орлова",)),
        ("счётчиков", ("Пётр Климов", "Мария Орлова")),
        ("председателя", ("Глава <i>1</i> ·",)),
    ):
        await taps(maria, "Ещё…", "Кто ведёт", f"Избрать {office}")
        for name in names:
            await maria.sees("выберите" if name == names[0] else "Выбраны")
            await maria.says(name.partition(" ·")[0])
            await maria.watches(lambda chat, name=name: name in " ".join(labels(chat[-1])))
            await taps(maria, name)
        await taps(maria, "Готово", "Никто не против", "Да, записать", "К пульту")
    chair = congress.leader(1)
    await chair.says("/meeting")
    await taps(chair, "Пульт")
    await chair.sees("🎛 Собрание <b>")


async def decides_a_motion(congress: Congress) -> None:
    """Hear a speaker, take a break by two taps, and vote openly; a slip of paper is counted."""
    chair, guest = congress.leader(1), congress.leader(2)
    await taps(chair, "1. Отчёт", "Вопрос рассмотрен", "2. Бюджет")
    await chair.sees("Проект решения: Утвердить бюджет")
    await guest.says("/meeting")
    await taps(guest, "Прошу слова")
    await guest.sees("Вы в очереди на выступление")
    await taps(chair, "Слово: Глава <i>2</i>")
    await guest.sees("Вам слово")
    await taps(chair, "Выступление закончено", "Процедурное", "Перерыв", "10", "Никто не против")
    await chair.sees("⏸ Перерыв")
    await taps(chair, "Продолжить", "Открыть голосование")
    await chair.sees("Проголосовали 0 из 4")
    for number in (1, 2, 3):
        leader = congress.leader(number)
        await leader.sees("Утвердить бюджет")
        await leader.taps("За")

    for number in (1, 2, 3):
        await congress.leader(number).sees("Ваш голос записан")
    await issues_and_counts_paper(congress)
    await taps(chair, "Последние голоса", "Закрыть голосование", "Да, закрыть и посчитать")
    await chair.sees("✅ Принято: Утвердить бюджет")
    await congress.leader(2).sees("За 4, против 0")


async def issues_and_counts_paper(congress: Congress) -> None:
    """Have the tellers hand a slip to the fourth, and enter figures that agree at last."""
    maria, peter = congress.maria, congress.peter
    await maria.says("/meeting")
    await taps(maria, "Подсчёт", "Бумажные бюллетени", "Выдать: Фонд <b>004</b>")
    await maria.sees("№\N{NO-BREAK SPACE}1 · Фонд <b>004</b>")
    await taps(maria, "🧮 Подсчёт")
    await enters(maria, "1 0 0")
    await maria.sees("Ждём второго счётчика")
    await peter.says("/meeting")
    await taps(peter, "Подсчёт")
    await enters(peter, "0 1 0")
    await peter.sees("Числа не сошлись")
    await taps(peter, "🧮 Подсчёт")
    await enters(peter, "1 0 0")
    await peter.sees("Числа сошлись")


async def enters(teller: Person, figures: str) -> None:
    await taps(teller, "Ввести числа")
    await teller.sees("Напишите три числа")
    await teller.says(figures)
    await teller.sees("вернули испорченными")
    await taps(teller, "0")
    await teller.sees("Сколько бюллетеней не вернули")
    await taps(teller, "0", "Да, записать")


async def elects_in_secret(congress: Congress) -> None:
    """Elect secretly: who is asked for the second tap votes once, and an objection is upheld."""
    chair, third = congress.leader(1), congress.leader(3)
    await taps(chair, "3. Выборы", "Открыть голосование")


async def ends(congress: Congress) -> None:
    """End the meeting, and draw up its minutes from the record."""
    pass
