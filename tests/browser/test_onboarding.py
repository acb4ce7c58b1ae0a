"""An administrator brings an organisation into the alliance in the chat, without a shell."""

import re
from contextlib import suppress

import pytest
from playwright.async_api import Browser, Page, expect

from bot.domain.people.members import Role
from tests.alliance import Alliance
from tests.browser.pages import DESKTOP, PHONE, opens, writes
from tests.browser.test_seats import _message, _sees, _taps

pytestmark = pytest.mark.browser

DINA, GLEB = 1, 2
HOUSE, INN = "АНО «Тёплый дом»", "9601000019"


async def _adds_an_organisation_with_its_leader(dina: Page) -> None:
    await _taps(dina, "Начать")
    await writes(dina, "/admin")
    await _taps(dina, "Люди и роли")
    await _sees(dina, "Кого найти?")
    await _taps(dina, "➕ Новый человек")
    await _taps(dina, "➕ Новая организация")
    await _sees(dina, "Какой ИНН")
    await writes(dina, INN)
    await _sees(dina, "Как она называется")
    await writes(dina, HOUSE)
    await _sees(dina, "Как зовут?")
    await writes(dina, "Глеб Лис")
    await _sees(dina, "Какое отчество?")
    await writes(dina, "Ильич")
    await _sees(dina, "Какая должность?")
    await writes(dina, "Директор")
    await _taps(dina, "Без телефона")
    await _taps(dina, "Без почты")
    await _taps(dina, "Нет")
    await _sees(dina, f"ИНН новой организации: {INN}")
    await _taps(dina, "Добавить")
    await _sees(dina, "Теперь в альянсе")


async def _gives_a_role(dina: Page, role: str) -> None:
    await _taps(dina, "К человеку")
    await _taps(dina, "Дать роль")
    await _taps(dina, role)
    await _taps(dina, "С сегодняшнего дня")
    await _taps(dina, "Без срока")
    await _sees(dina, "Срок: без срока")
    await _taps(dina, "Дать роль")
    await _sees(dina, "роль записана")


async def _invites(dina: Page) -> str:
    """Ask for the link of the person whose card is shown, and return what it says to the bot."""
    await _taps(dina, "К человеку")
    await _taps(dina, re.compile("Ссылка: Глеб"))
    await _sees(dina, "Личное приглашение")
    words = await _message(dina, "Личное приглашение").inner_text()
    found = re.search(r"start=(i_[\w-]+)", words)
    assert found is not None
    return found[1]


async def _joins(gleb: Page) -> None:
    await gleb.get_by_role("button", name="Открыть приглашение", exact=True).click()
    await _sees(gleb, "согласие на обработку")
    await _taps(gleb, re.compile("Даю согласие"))
    await _sees(gleb, "На каком языке")
    await _taps(gleb, "Русский")
    await _sees(gleb, "Добро пожаловать, Глеб Лис! Ваша организация — АНО «Тёплый дом»")


async def _commands(page: Page) -> str:
    """Return what the page lists of commands once a slash is typed."""
    listed = page.locator("#commands")
    for _ in range(10):  # a message that comes meanwhile closes the list
        await page.locator("#composer").fill("/")
        with suppress(AssertionError):
            await expect(listed).to_be_visible(timeout=5000)
            break
        await page.locator("#composer").fill("")
    words = await listed.inner_text()
    await page.locator("#composer").fill("")
    return words


async def test_a_new_organisation_its_leader_and_a_role_need_nothing_but_the_chat(
    alliance: Alliance, browser: Browser
) -> None:
    await alliance.has(DINA, "Дина", Role.ADMINISTRATOR)
    dina = await opens(browser, alliance, DESKTOP, DINA)
    await _adds_an_organisation_with_its_leader(dina)
    await _gives_a_role(dina, "руководитель организации")
    payload = await _invites(dina)

    alliance.sandbox.add_person(GLEB, "Глеб", invitation=payload)
    gleb = await opens(browser, alliance, PHONE, GLEB)
    await _joins(gleb)
    assert "/manage" not in await _commands(gleb)
    await writes(gleb, "/me")
    await _sees(gleb, "руководитель организации")

    await writes(dina, "/admin")
    await _taps(dina, "Люди и роли")
    await _sees(dina, "Кого найти?")
    await writes(dina, "тёплый дом")
    await _taps(dina, re.compile("^Глеб Лис"))
    await _sees(dina, "В боте: да")
    await _taps(dina, "Дать роль")
    await _taps(dina, "организатор")
    await _taps(dina, "С сегодняшнего дня")
    await _taps(dina, "Без срока")
    await _sees(dina, "Роль: организатор")
    await _taps(dina, "Дать роль")
    await _sees(gleb, "Вам дали роль: организатор")
    await gleb.reload()
    assert "/manage" in await _commands(gleb)
