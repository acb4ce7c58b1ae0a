"""The exchange at the sandbox's page: chairs are offered, two want them, one gets them."""

import pytest
from playwright.async_api import Browser, Page

from bot.domain.people.members import MemberId
from bot.domain.people.people import OrganisationDetails
from tests.alliance import Alliance
from tests.browser.pages import DESKTOP, PHONE, opens, writes
from tests.browser.test_seats import _sees, _taps
from tests.databases import query

pytestmark = pytest.mark.browser

ANNA, BORIS, VERA = 1, 2, 3
HOUSES = {ANNA: "Фонд «Закат»", BORIS: "АНО «Тёплый дом»", VERA: "Клуб «Лето»"}


async def _leads(alliance: Alliance, who: int, name: str) -> None:
    await alliance.has(who, name)
    details = OrganisationDetails(HOUSES[who], "", f"667100001{who}", None, "Лесной")
    house = await alliance.puts(who, details)
    await alliance.database.write(lambda tx: tx.organisations.save_leader(house, MemberId(who)))


async def _offers_chairs(anna: Page) -> None:
    await _taps(anna, "Начать")
    await writes(anna, "/exchange")
    await _sees(anna, "Пока тут пусто")
    await _taps(anna, "➕ Разместить объявление")
    await _sees(anna, "Вы отдаёте или ищете?")
    await _taps(anna, "🎁 Отдаём")
    await _taps(anna, "Вещи")
    await _sees(anna, "Что именно?")
    await writes(anna, "Десять складных стульев")
    await _sees(anna, "Расскажите подробнее")
    await _taps(anna, "Без описания")
    await _taps(anna, "Для всех")
    await _sees(anna, "Где забрать")
    await writes(anna, "ул. Мира, 5")
    await _taps(anna, "30 дней")
    await _sees(anna, "Так объявление увидят другие. Публикуем?")
    await _taps(anna, "Опубликовать")
    await _sees(anna, "Объявление опубликовано")


async def _responds(person: Page, words: str) -> None:
    await _taps(person, "Начать")
    await writes(person, "/exchange")
    await _sees(person, "Что ищете?")
    await writes(person, "стулиев")
    await _sees(person, "«стулиев»")
    await _taps(person, "🎁 Десять складных стульев")
    await _taps(person, "🖐 Откликнуться")
    await _sees(person, "Автор увидит ваше имя")
    await writes(person, words)
    await _sees(person, "Передали автору")


async def test_an_offer_is_answered_by_two_promised_to_one_and_handed_over(
    alliance: Alliance, browser: Browser
) -> None:
    for who, name in ((ANNA, "Анна Журавлёва"), (BORIS, "Борис Ким"), (VERA, "Вера Ли")):
        await _leads(alliance, who, name)
    anna = await opens(browser, alliance, PHONE, ANNA)
    boris = await opens(browser, alliance, DESKTOP, BORIS)
    vera = await opens(browser, alliance, PHONE, VERA)

    await _offers_chairs(anna)
    await _responds(boris, "Возьмём половину")
    await _responds(vera, "Нужны все, заберём завтра")
    await _sees(anna, "Нужны все, заберём завтра")
    await _taps(anna, "Посмотреть отклик")
    await _taps(anna, "🤝 Выбрать")
    await _sees(anna, "Выбираем: Вера Ли")
    await _taps(anna, "Да, договориться")

    await _sees(vera, "отдаёт это вам!")
    await _sees(boris, "автор договорился с другой организацией")
    await _taps(vera, "✍️ Написать")
    await _sees(vera, "что передать?")
    await writes(vera, "Приедем в девять")
    await _sees(anna, "Приедем в девять")
    await _taps(anna, "Открыть объявление")
    await _sees(anna, "Договорились: Вера Ли (Клуб «Лето»)")
    await _taps(anna, "✅ Передано")
    await _taps(anna, "Да, передано")
    await _sees(anna, "Передано: Десять складных стульев")
    await _sees(vera, "отмечает, что всё передано")
    states = await query(alliance.database, "SELECT state FROM exchange_posts")
    assert states == [("done",)]
