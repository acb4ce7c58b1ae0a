"""/exchange: something is given and handed over, looked for, searched for, hidden and counted."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.domain.exchange.posts import Direction, PostId, PostKind, PostPlan
from bot.domain.exchange.responses import ResponseId
from bot.domain.people.members import MemberId, OrganisationId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails
from handlers.exchange.callbacks import (
    ChooseResponseButton,
    HandedOverButton,
    RenewPostButton,
    TakeDownButton,
)
from sandbox.chats import Message
from sandbox.people import Person
from sandbox.pictures import PIXEL
from sandbox.views import text_of
from tests.alliance import Alliance
from tests.databases import query
from tests.keyboards import labels, taps_each

DAY = timedelta(days=1)
LONGEST = 4096
"""Telegram delivers no longer message; of ten thousand characters it makes three."""
CHAIRS = PostPlan(Direction.OFFER, PostKind.THING, "Десять <стульев>", place="Лесной", days=30)


async def _leads(alliance: Alliance, who: int, name: str, house: str) -> Person:
    person = await alliance.has(who, name)
    inn = f"66710000{who:02}"
    added = await alliance.puts(who, OrganisationDetails(house, "", inn, None, "Лесной"))
    member = await alliance.services.members.recognise(TelegramId(who))
    assert member is not None
    await alliance.database.write(lambda tx: tx.organisations.save_leader(added, member.id))
    return person


@pytest.fixture
async def anna(alliance: Alliance) -> Person:
    """Anna leads the fund, Boris the house, Vera the club; Olga organises."""
    anna = await _leads(alliance, 1, "Анна <b>Орлова</b>", "Фонд")
    await _leads(alliance, 2, "Борис Ким", "Дом")
    await _leads(alliance, 3, "Вера Ли", "Клуб")
    await alliance.has(4, "Ольга", Role.ORGANISER)
    return anna


async def published(alliance: Alliance, plan: PostPlan = CHAIRS, by: int = 1) -> PostId:
    """Publish a post without the form."""
    return await alliance.services.exchange_posts.publish(MemberId(by), plan, f"{by}:{plan.title}")


async def comes_in(person: Person) -> Message:
    """Open the first screen in a new message."""
    before = max((one["message_id"] for one in person.chat()), default=0)
    await person.says("/exchange")
    return await person.sees(lambda one: one["message_id"] > before and "🤝 Обмен" in text_of(one))


async def opens(person: Person, title: str = "Десять", list_: str = "Отдают") -> Message:
    """Open a post from its list."""
    home = await comes_in(person)

    def shows(words: str) -> Callable[[Message], bool]:
        return lambda one: one["message_id"] == home["message_id"] and words in str(one)

    await person.taps(list_, message=home)
    page = await person.sees(lambda one: shows("‹ Назад")(one) and list_ in text_of(one))
    await person.taps(title, message=page)
    return await person.sees(shows("К списку"))


async def responds(person: Person, words: str = "Возьмём все") -> None:
    """Respond to the post that is open."""
    await person.taps("Откликнуться")
    await person.sees("Автор увидит ваше имя")
    await person.says(words)
    await person.sees("Передали автору")


async def test_a_post_is_written_with_an_album_previewed_changed_and_published(
    alliance: Alliance, anna: Person
) -> None:
    await anna.says("/exchange")
    await anna.sees("Пока тут пусто")
    await anna.taps("Разместить объявление")
    await anna.sees("Вы отдаёте или ищете?")
    await anna.taps("Отдаём")
    await anna.sees("О чём объявление?")
    await anna.taps("Вещи")
    await anna.sees("Что именно?")
    await anna.says("Десять <стульев>")
    await anna.sees("Расскажите подробнее")
    await anna.taps("Без описания")
    await anna.sees("Кому это подойдёт?")
    await anna.taps("›")
    await anna.sees(lambda one: "Спорт" in labels(one))
    await anna.taps("Спорт")
    await anna.sees(lambda one: "✓ Спорт" in labels(one))
    await anna.taps("Готово")
    await anna.sees("Где забрать")
    await anna.says("ул. Мира, 5")
    await anna.sees("Сколько показывать")
    await anna.taps("30 дней")
    preview = await anna.sees("Публикуем?")
    assert "🎁 Отдают: Десять <стульев>" in preview["text"]
    await anna.taps("Изменить…")
    await anna.sees("Что изменить?")
    await anna.taps("Фото")
    await anna.sees("до шести")
    await anna.sends_album([("photo", PIXEL)] * 2)
    await anna.sees("Фото: 2")
    await anna.taps("✕ Фото 1")
    await anna.sees("Фото: 1")
    await anna.taps("Назад")
    await anna.sees("📷 1")
    await anna.taps("Опубликовать")
    await anna.sees("Объявление опубликовано")
    boris = alliance.sandbox.person(2)
    card = await opens(boris)
    assert "🏛 Фонд" in card["text"]
    assert labels(card) == ["🖐 Откликнуться", "📷 Фото", "‹ К списку"]
    await boris.taps("📷 Фото", message=card)
    assert await boris.sees(lambda message: "photo" in message)


async def test_a_post_is_answered_chosen_handed_over_and_still_seen_by_those_who_took_part(
    alliance: Alliance, anna: Person
) -> None:
    await published(alliance)
    boris, vera = alliance.sandbox.person(2), alliance.sandbox.person(3)
    for person in (boris, vera):
        await opens(person)
        await responds(person)
    answer = await anna.sees("Отклик на объявление Десять <стульев>: Вера Ли (Клуб)")
    assert "Возьмём все" in answer["text"]
    await anna.taps("Посмотреть отклик", message=answer)
    await anna.sees("🖐 Вера Ли")
    await anna.taps("Выбрать")
    sure = await anna.sees("Выбираем: Вера Ли (Клуб)?")
    assert "остальным (1)" in sure["text"]
    await anna.taps("Да, договориться")
    await anna.sees("Договорились: Десять")
    await vera.sees("Фонд отдаёт это вам!")
    await boris.sees("автор договорился с другой организацией")
    await anna.taps("Написать")
    await anna.sees("что передать?")
    await anna.says("Приезжайте в субботу, +7 912 000-00-00")
    letter = await vera.sees("Приезжайте в субботу")
    await vera.taps("Ответить", message=letter)
    await vera.sees("что передать?")
    await vera.says("Будем!")
    await anna.sees("Будем!")
    card = await opens(anna, list_="Мои объявления и отклики")
    assert "Договорились: Вера Ли (Клуб)" in card["text"]
    assert "с другой организацией" not in card["text"]
    await anna.taps("✅ Передано", message=card)
    await anna.sees("передано (Вера Ли)?")
    await anna.taps("Да, передано")
    await anna.sees("Передано: Десять")
    await vera.sees("отмечает, что всё передано")
    for person, words in ((vera, "Вы это получили"), (boris, "Выбрали другой отклик")):
        seen = await opens(person, list_="Мои объявления и отклики")
        assert words in seen["text"]


async def test_nobody_came_and_another_is_chosen(alliance: Alliance, anna: Person) -> None:
    post = await published(alliance)
    responses = alliance.services.exchange_responses
    for who in (2, 3):
        await responses.respond(MemberId(who), post, "Возьмём")
    _, (first, second) = await responses.of_post(MemberId(1), post)
    await responses.choose(MemberId(1), first.id)
    card = await opens(anna, list_="Мои объявления и отклики")
    await anna.taps("Не сложилось", message=card)
    await anna.sees("не сложилось (Борис Ким)?")
    await anna.taps("Да, не сложилось")
    again = await anna.sees(lambda m: "Отклики · 2" in str(m))
    assert "Договорились" not in again["text"]
    await alliance.sandbox.person(2).sees("отмечает, что не сложилось")
    await responses.choose(MemberId(1), second.id)
    await alliance.sandbox.person(3).sees("Фонд отдаёт это вам!")


async def test_ten_people_tap_at_once_and_each_is_told_the_truth(
    alliance: Alliance, anna: Person
) -> None:
    await published(alliance)
    people = [await _leads(alliance, who, f"Гость {who}", f"Дом {who}") for who in range(10, 20)]
    for person in people:
        await opens(person)
        await person.taps("Откликнуться")
        await person.sees("Автор увидит ваше имя")
    await asyncio.gather(*(person.says("Возьмём") for person in people))
    await asyncio.gather(*(person.sees("Передали автору") for person in people))
    seen = await anna.watches(
        lambda chat: (
            [one for one in chat if "Отклик на объявление" in text_of(one)]
            if sum("Отклик на объявление" in text_of(one) for one in chat) == len(people)
            else None
        )
    )
    assert len({text_of(one) for one in seen}) == len(people)


@pytest.mark.usefixtures("anna")
async def test_a_need_is_searched_for_and_filtered_by_kind(alliance: Alliance) -> None:
    need = replace(CHAIRS, direction=Direction.NEED, title="Пятеро на субботник")
    await published(alliance, replace(need, kind=PostKind.VOLUNTEERS))
    await published(alliance)
    boris = alliance.sandbox.person(2)
    await boris.says("/exchange")
    home = await boris.sees("Что ищете?")
    assert labels(home)[:2] == ["🎁 Отдают · 1", "🔎 Ищут · 1"]
    await boris.says("суботник")
    await boris.sees("Нашли по запросу «суботник»")
    await boris.taps("🔎 Пятеро")
    await boris.sees("🔎 Ищут: Пятеро на субботник")
    await boris.says("<i>ъъ</i>\u202e")
    await boris.sees("ничего не нашлось")
    await boris.taps("Ищут · 1", message=home)
    await boris.sees("🔎 Ищут: 1")
    await boris.taps("Выбрать вид…")
    await boris.sees("Что показать?")
    await boris.taps("Помещение")
    await boris.sees("🔎 Ищут · помещения: пока ничего.")


async def test_an_expired_post_is_renewed_from_the_notice(alliance: Alliance, anna: Person) -> None:
    await published(alliance)
    await alliance.goes_on(23 * DAY)
    await anna.sees("показываем до")
    await alliance.goes_on(6 * DAY + DAY / 2)
    notice = await anna.sees(
        lambda m: (
            sum("показываем до" in text_of(one) for one in anna.chat()) == 2
            and "показываем до" in text_of(m)
        )
    )
    await alliance.goes_on(5 * DAY)
    await anna.taps("Продлить", message=notice)
    await anna.sees("✅ Десять <стульев>: показываем до")
    await opens(alliance.sandbox.person(2))


async def test_an_organiser_hides_a_post_with_a_reason_and_sees_the_outcomes(
    alliance: Alliance, anna: Person
) -> None:
    post = await published(alliance)
    olga = alliance.sandbox.person(4)
    await opens(olga)
    await olga.taps("Скрыть…")
    await olga.sees("Почему скрываем")
    await olga.says("Это <реклама>")
    await olga.sees("Объявление скрыто")
    news = await anna.sees("Организаторы альянса скрыли ваше объявление")
    assert "Причина: Это <реклама>" in news["text"]
    await olga.taps("Открыть объявление")
    await olga.sees(lambda one: "Показать снова" in labels(one))
    await olga.taps("Показать снова")
    await anna.sees("снова показывается")
    responses = alliance.services.exchange_responses
    await responses.respond(MemberId(2), post, "Возьмём")
    _, (first,) = await responses.of_post(MemberId(1), post)
    await responses.choose(MemberId(1), first.id)
    await responses.hand_over(MemberId(1), first.id)
    await olga.says("/exchange")
    await olga.sees("🤝 Обмен")
    await olga.taps("Итоги за год")
    await olga.sees("Передано: 1")
    await olga.taps("Таблица для Excel")
    file = await olga.sees(lambda message: "document" in message)
    sheets = load_workbook(BytesIO(olga.downloads(file))).worksheets
    assert [cell.value for cell in sheets[0][2]][1:] == [
        "Отдали",
        "Вещи",
        "Десять <стульев>",
        "Фонд",
        "Дом",
    ]
    assert [cell.value for cell in sheets[2][2]] == ["Дом", 0, 1]


async def test_a_person_asks_for_the_digest_and_gets_it_on_monday(
    alliance: Alliance, anna: Person
) -> None:
    boris = alliance.sandbox.person(2)
    await boris.says("/exchange")
    await boris.sees("🤝 Обмен")
    await boris.taps("Настроить письма")
    await boris.sees("Раз в неделю можем")
    await boris.taps("Новое за неделю")
    await boris.sees("придут в понедельник")
    await boris.taps("Дальше")
    await boris.sees(lambda one: "Спорт" in labels(one))
    await boris.taps("Спорт")
    await boris.sees("Показываем выбранные направления")
    await published(alliance, replace(CHAIRS, fields=("Спорт",)))
    await alliance.goes_on(7 * DAY)
    digest = await boris.sees("Обмен за неделю: 1 новое объявление")
    assert "🎁 Десять <стульев> · Фонд" in digest["text"]
    await boris.taps("Больше не присылать", message=digest)
    await boris.sees("Раз в неделю можем")
    assert not [one for one in anna.chat() if "Обмен за неделю" in text_of(one)]


async def test_a_response_is_withdrawn_and_a_post_taken_down(
    alliance: Alliance, anna: Person
) -> None:
    await published(alliance)
    boris, vera = alliance.sandbox.person(2), alliance.sandbox.person(3)
    for person in (boris, vera):
        await opens(person)
        await responds(person)
    card = await opens(boris, list_="Мои объявления и отклики")
    assert labels(card) == ["Мой отклик", "Отозвать", "‹ К списку"]
    await boris.taps("Отозвать", message=card)
    await boris.sees("Отклик отозван")
    await opens(anna, list_="Мои объявления и отклики")
    await anna.taps("Снять")
    await anna.sees("Мы сообщим тому, кто откликнулся")
    await anna.taps("Да, снять")
    await anna.sees("Объявление снято")
    await vera.sees("Объявление снято: Десять <стульев> (Фонд)")
    assert not [one for one in boris.chat() if "Объявление снято" in text_of(one)]


# --- bad input ------------------------------------------------------------------------------------


async def test_photos_alone_and_ten_thousand_characters_are_no_post(
    alliance: Alliance, anna: Person
) -> None:
    await anna.says("/exchange")
    await anna.sees("🤝 Обмен")
    await anna.taps("Разместить объявление")
    await anna.sees("Вы отдаёте или ищете?")
    await anna.taps("Отдаём")
    await anna.sees("О чём объявление?")
    await anna.taps("Вещи")
    await anna.sees("Что именно?")
    await anna.sends_album([("photo", PIXEL)] * 2)
    await anna.sees("Напишите название обычным сообщением")
    await anna.says("а" * LONGEST)
    await anna.sees("Сообщение слишком длинное")
    await anna.says("\u202e<b>Стол</b>\u200b")
    await anna.sees("Расскажите подробнее")
    await anna.sends_photo()
    await anna.sees("Напишите описание обычным сообщением")
    assert await query(alliance.database, "SELECT count(*) FROM exchange_posts") == [(0,)]


@pytest.mark.usefixtures("anna")
async def test_forged_buttons_do_nothing_to_what_is_not_ones_own(alliance: Alliance) -> None:
    post = await published(alliance)
    boris = alliance.sandbox.person(2)
    card = await opens(boris)
    await alliance.services.exchange_responses.respond(MemberId(2), post, "Возьмём")
    forged = [
        ChooseResponseButton(response_id=ResponseId(1), sure=True).pack(),
        HandedOverButton(response_id=ResponseId(1), sure=True).pack(),
        TakeDownButton(post_id=post, sure=True).pack(),
        RenewPostButton(post_id=post).pack(),
    ]
    answers = await taps_each(boris, forged, card["message_id"])
    assert all(one.show_alert and "руководитель и делегаты" in (one.text or "") for one in answers)
    rows = await query(alliance.database, "SELECT state FROM exchange_responses")
    assert rows == [("waiting",)]


async def test_a_need_for_two_is_told_and_each_of_them_is_settled(
    alliance: Alliance, anna: Person
) -> None:
    plan = PostPlan(Direction.NEED, PostKind.VOLUNTEERS, "Субботник", days=30)
    post = await published(alliance, plan)
    card = await opens(anna, "Субботник", "Ищут")
    await anna.taps("✏️ Изменить", message=card)
    await anna.sees("Так объявление увидят")
    await anna.taps("Изменить…")
    await anna.sees("Что изменить?")
    await anna.taps("Скольких выбрать")
    await anna.sees("Сколько откликов вам нужно?")
    await anna.says("101")
    await anna.sees("Нужно число от 1 до 100")
    await anna.says("2")
    await anna.sees("🔢 Нужно откликов: 2")
    await anna.taps("Сохранить")
    await anna.sees("Объявление сохранено")
    responses = alliance.services.exchange_responses
    for who in (2, 3):
        await responses.respond(MemberId(who), post, "Придём")
    _, (first, second) = await responses.of_post(MemberId(1), post)
    await responses.choose(MemberId(1), first.id)
    card = await opens(anna, "Субботник", "Ищут")
    assert "Договорились: Борис Ким (Дом)" in card["text"]
    await responses.choose(MemberId(1), second.id)
    await anna.taps("Отклики · 2", message=card)
    page = await anna.sees(lambda one: "🤝 Вера Ли · Клуб" in labels(one))
    await anna.taps("🤝 Вера Ли · Клуб", message=page)
    await anna.sees(lambda one: "✅ Передано" in labels(one))
    await anna.taps("✅ Передано")
    asked = await anna.sees("передано (Вера Ли)?")
    assert "закроется" not in asked["text"]
    await anna.taps("Да, передано")
    await alliance.sandbox.person(3).sees("отмечает, что всё передано")


async def test_a_shared_link_opens_a_post_for_members_and_tells_strangers_what_this_is(
    alliance: Alliance, anna: Person
) -> None:
    post = await published(alliance)
    card = await opens(anna)
    await anna.taps("Поделиться", message=card)
    shown = await anna.sees("Ссылка на объявление Десять <стульев>")
    link = f"https://t.me/alliance_bot?start=x_{post}"
    assert link in shown["text"]
    buttons = [button for row in shown["reply_markup"]["inline_keyboard"] for button in row]
    assert buttons[0]["url"].startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2F")
    assert buttons[1]["copy_text"]["text"] == link
    boris = alliance.sandbox.person(2)
    stranger = alliance.sandbox.add_person(99, "Чужой", started=True)
    await boris.says(f"/start x_{post}")
    assert "Откликнуться" in str(await boris.sees("🎁 Отдают: Десять <стульев>"))
    await stranger.says(f"/start x_{post}")
    told = await stranger.sees("Вам прислали объявление")
    assert labels(told) == ["Подать заявку"]
    assert "стульев" not in str(told)


async def test_an_old_button_renews_a_post_that_has_no_term_by_now(
    alliance: Alliance, anna: Person
) -> None:
    post = await published(alliance, replace(CHAIRS, days=None))
    card = await opens(anna)
    await taps_each(anna, [RenewPostButton(post_id=post).pack()], card["message_id"])
    await anna.sees("Десять <стульев>: показываем без срока")


@pytest.mark.usefixtures("anna")
async def test_an_old_button_of_an_erased_author_says_what_happened(alliance: Alliance) -> None:
    await published(alliance)
    boris = alliance.sandbox.person(2)
    card = await opens(boris)
    await responds(boris)
    await alliance.services.members.erase(MemberId(1))
    await boris.sees("Объявление, на которое вы откликнулись, удалено (Фонд)")
    answer = await boris.taps("Откликнуться", message=card)
    assert "Такого объявления больше нет" in (answer.text or "")


@pytest.mark.usefixtures("anna")
async def test_posts_of_an_organisation_that_left_are_nowhere(alliance: Alliance) -> None:
    await published(alliance)
    await alliance.database.write(
        lambda tx: tx.organisations.save_left(OrganisationId(1), alliance.clock.now())
    )
    boris = alliance.sandbox.person(2)
    await boris.says("/exchange")
    home = await boris.sees("Пока тут пусто")
    assert labels(home)[:2] == ["🎁 Отдают · 0", "🔎 Ищут · 0"]
