"""«Три шага»: new organisers are shown how to begin, once, and whenever they ask."""

from bot.domain.people.members import MemberId, Role
from handlers.ui.callbacks import TourButton
from tests.alliance import Alliance
from tests.keyboards import buttons


async def test_a_new_organiser_is_offered_three_steps_and_reads_them_in_one_message(
    alliance: Alliance,
) -> None:
    await alliance.has(1, "Дина", Role.ADMINISTRATOR)
    anna = await alliance.has(2, "Анна Орлова")
    await alliance.services.appointments.give(MemberId(1), MemberId(2), Role.ORGANISER)

    offer = await anna.sees("Вам дали роль")
    await anna.taps("С чего начать: три шага", message=offer)
    first = await anna.sees("Шаг 1 из 3")
    assert "/event Субботник" in first["text"]
    await anna.taps("Дальше ›")
    await anna.sees("Шаг 2 из 3")
    await anna.taps("Дальше ›")
    third = await anna.sees("Шаг 3 из 3")
    assert first["message_id"] == third["message_id"] == offer["message_id"]
    await anna.taps("‹ Назад")
    await anna.sees("Посмотрите, кто придёт")
    await anna.taps("Дальше ›")
    await anna.sees("Шаг 3 из 3")
    await anna.taps("Готово")
    await anna.sees("Вот и всё")
    await anna.taps("К списку событий")
    await anna.sees("Создадим первое событие?")


async def test_the_first_list_of_events_offers_it_and_no_later_one(alliance: Alliance) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    await olga.says("/manage")
    first = await olga.sees("Создадим первое событие?")
    assert "С чего начать: три шага" in buttons(first)
    await olga.says("/manage")
    second = await olga.watches(
        lambda chat: chat[-1] if chat[-1]["message_id"] > first["message_id"] + 1 else None
    )
    assert "С чего начать: три шага" not in buttons(second)


async def test_who_presides_too_finds_the_house_and_the_votes_beside_it(alliance: Alliance) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER, Role.CHAIR)
    await olga.says("/manage")
    first = await olga.sees("Создадим первое событие?")
    assert {"С чего начать: три шага", "Дом НКО", "Общее собрание"} <= set(buttons(first))
    assert len(buttons(first)) <= 8
    await olga.taps("Голосования и протоколы", message=first)
    votes = await olga.sees(lambda message: "➕ Новое голосование" in buttons(message))
    assert "📄 Протоколы" in buttons(votes)


async def test_it_can_be_skipped_and_opened_from_the_help(alliance: Alliance) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    await olga.says("/help")
    await olga.sees("/tour — с чего начать")
    await olga.says("/tour")
    await olga.sees("Шаг 1 из 3")
    await olga.taps("Пропустить")
    await olga.sees("Вот и всё")


async def test_nobody_else_has_it(alliance: Alliance) -> None:
    t = alliance.app.texts.for_language("ru")
    anna = await alliance.has(1, "Анна")
    await anna.says("/help")
    shown = await anna.sees("Вот что умеет бот")
    assert "/tour" not in shown["text"]
    await anna.says("/tour")
    await anna.sees(t.plain("OnlyForOrganisers"))
    answer = await anna.forges(TourButton(number=1).pack(), shown["message_id"])
    assert answer.text == t.plain("OnlyForOrganisers")
