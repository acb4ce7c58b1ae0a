"""An organiser sends an announcement with an error in it, and corrects it where it stands."""

import pytest
from playwright.async_api import Browser, expect

from bot.domain.people.members import Role
from tests.alliance import Alliance
from tests.browser.pages import DESKTOP, PHONE, opens, writes

pytestmark = pytest.mark.browser

WRONG, RIGHT = "Собрание в пятницу, в 17:00", "Собрание в субботу, в 17:00"


async def test_an_error_is_put_right_in_the_chat_of_who_has_it(
    alliance: Alliance, browser: Browser
) -> None:
    for person in (await alliance.has(1, "Ольга", Role.ORGANISER), await alliance.has(2, "Пётр")):
        await person.says("/help")
        await person.sees("Вот что умеет бот")
    olga = await opens(browser, alliance, DESKTOP, 1)
    petr = await opens(browser, alliance, PHONE, 2)

    await writes(olga, "/manage")
    await olga.locator("[data-callback]", has_text="Объявление").last.click()
    await expect(olga.locator("[data-message]", has_text="Новое объявление")).to_be_visible()
    await writes(olga, WRONG)
    panel = olga.locator("[data-message]", has_text="Черновик объявления").last
    await expect(panel).to_contain_text("2 человека")
    await panel.locator("[data-callback]", has_text="Посмотреть и отправить").click()
    question = olga.locator("[data-message]", has_text="Так это увидят люди").last
    await question.locator("[data-callback]", has_text="Да, отправить 2 получателям").click()
    await expect(olga.locator("[data-message]", has_text="Ещё можно передумать")).to_be_visible()
    await olga.locator("#advance-hour").click()
    letter = petr.locator("[data-message]", has_text=WRONG)
    await expect(letter).to_be_visible()

    report = olga.locator("[data-message]", has_text="Объявление разослано").last
    await report.locator("[data-callback]", has_text="Кто получил").click()
    board = olga.locator("[data-message]", has_text="Отправлено:").last
    await board.locator("[data-callback]", has_text="Исправить").click()
    await expect(olga.locator("[data-message]", has_text="исправленное")).to_be_visible()
    await writes(olga, RIGHT)
    await olga.locator("[data-callback]", has_text="Да, исправить в 2 чатах").click()

    await expect(petr.locator("[data-message]", has_text=RIGHT)).to_be_visible()
    await expect(petr.locator("[data-message]", has_text=WRONG)).to_have_count(0)
    await expect(olga.locator("[data-message]", has_text="Объявление исправлено")).to_be_visible()
    width = await petr.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"], "the page must not scroll sideways"
