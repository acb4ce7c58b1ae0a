"""The list of people on the page, and what it offers them."""

import pytest
from playwright.async_api import Browser, expect

from sandbox.server import Sandbox
from tests.browser.pages import DESKTOP, PHONE

pytestmark = pytest.mark.browser

ANNA, BORIS, VERA = 1, 2, 3


async def test_a_person_is_found_by_their_role_which_stands_beside_their_name(
    sandbox: Sandbox, browser: Browser
) -> None:
    sandbox.add_person(ANNA, "Анна", note="Фонд «Радуга»")
    sandbox.add_person(BORIS, "Борис", note="Центр «Дом»", roles=["секретарь", "член совета"])
    page = await browser.new_page(viewport=PHONE)
    await page.goto(sandbox.url)
    people = page.locator("[data-person]")
    await expect(people).to_have_count(2)
    await expect(people.first.locator(".role")).to_have_text(["секретарь", "член совета"])
    await page.locator("#search").fill("Секретарь")
    await expect(people).to_have_count(1)
    await expect(people).to_contain_text("Борис")
    sandbox.set_roles(BORIS, [])
    await expect(people).to_have_count(0)


async def test_an_invitation_is_opened_with_a_button(sandbox: Sandbox, browser: Browser) -> None:
    vera = sandbox.add_person(VERA, "Вера", invitation="i_secret")
    page = await browser.new_page(viewport=DESKTOP)
    await page.goto(f"{sandbox.url}/#as={VERA}&chat={VERA}")
    await page.get_by_role("button", name="Открыть приглашение", exact=True).click()
    await expect(page.locator("[data-message]")).to_contain_text("/start i_secret")
    await expect(page.locator("#invitation")).to_be_hidden()
    await page.locator("#menu-button").click()
    await page.locator("#menu-invitation").click()
    await expect(page.locator("[data-message]")).to_have_count(2)
    assert [message["text"] for message in vera.chat()] == ["/start i_secret"] * 2


async def test_nobody_without_an_invitation_is_offered_one(
    sandbox: Sandbox, browser: Browser
) -> None:
    sandbox.add_person(ANNA, "Анна")
    page = await browser.new_page(viewport=DESKTOP)
    await page.goto(f"{sandbox.url}/#as={ANNA}&chat={ANNA}")
    await expect(page.locator("#start")).to_be_visible()
    await expect(page.locator("#invitation")).to_be_hidden()


async def test_while_a_story_is_played_one_watches_and_can_skip_it(
    sandbox: Sandbox, browser: Browser
) -> None:
    anna = sandbox.add_person(ANNA, "Анна", started=True)
    await anna.says("Здравствуйте")
    sandbox.show.skip = sandbox.show.over
    sandbox.show.at(7, 30)
    page = await browser.new_page(viewport=PHONE)
    await page.goto(f"{sandbox.url}/#as={ANNA}&chat={ANNA}")
    await expect(page.locator("#show")).to_contain_text("Идёт показ: глава 7 из 30")
    await expect(page.locator("#foot")).to_have_js_property("inert", value=True)
    await expect(page.locator("#clock-steps")).to_have_js_property("inert", value=True)
    height = await page.evaluate("document.documentElement.scrollHeight")
    assert height <= PHONE["height"], "the bar leaves the page its height"
    sandbox.show.at(8, 30)
    await expect(page.locator("#show")).to_contain_text("глава 8 из 30")
    await page.get_by_role("button", name="Пропустить", exact=True).click()
    await expect(page.locator("#show")).to_be_hidden()
    await expect(page.locator("#foot")).to_have_js_property("inert", value=False)
    await page.locator("#composer").fill("Теперь я")
    await page.locator("#composer").press("Enter")
    await expect(page.locator("[data-message]")).to_have_count(2)
