"""A person at the sandbox's page, in a real browser."""

import asyncio
from datetime import timedelta

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from playwright.async_api import Browser, FilePayload, Locator, Route, expect

from bot.domain.people.members import Role
from sandbox.pictures import PIXEL
from sandbox.server import Sandbox
from tests.alliance import Alliance
from tests.browser.pages import DESKTOP, PHONE, opens, writes

pytestmark = pytest.mark.browser


async def test_a_tap_changes_the_card_and_the_count_and_a_day_later_the_reminder_comes(
    alliance: Alliance, browser: Browser
) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    await alliance.has(2, "Пётр")
    await alliance.announces(1, "Общее собрание", after=timedelta(days=1, hours=20))
    organiser = await opens(browser, alliance, DESKTOP, 1)
    await writes(organiser, "/manage")
    await organiser.locator("[data-callback]", has_text="идут 0").click()
    board = organiser.locator("[data-message]", has_text="Ещё не ответили").last
    await expect(board).to_contain_text("Идут: 0")

    page = await opens(browser, alliance, DESKTOP, 1)
    await page.locator('[data-person="2"]').click()
    card = page.locator("[data-message]", has_text="Общее собрание").last
    await card.locator("[data-callback]", has_text="Иду").first.click()
    await expect(card).to_contain_text("Вы идёте")
    await expect(card.locator("[data-callback]").first).to_have_text("✓ Иду")
    await expect(board).to_contain_text("Идут: 1")

    await page.locator("#advance-day").click()
    reminder = page.locator("[data-message]", has_text="🔔")
    await expect(reminder).to_contain_text("Общее собрание")


async def test_on_a_telephone_one_finds_a_person_and_answers(
    alliance: Alliance, browser: Browser
) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    await alliance.has(2, "Пётр")
    await alliance.announces(1, "Общее собрание")
    page = await browser.new_page(viewport=PHONE, locale="ru-RU")
    await page.goto(alliance.sandbox.url)
    await page.locator('[data-person="2"]').click()
    card = page.locator("[data-message]", has_text="Общее собрание").last
    await card.locator("[data-callback]", has_text="Возможно").click()
    await expect(card).to_contain_text("Возможно, вы придёте")
    width = await page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"], "the page must not scroll sideways"


async def test_what_people_write_stays_text_on_the_page(
    alliance: Alliance, browser: Browser
) -> None:
    await alliance.has(1, "<img src=x onerror=document.title='hacked'>", Role.ORGANISER)
    await alliance.announces(1, "<b>Собрание</b> & 🎉")
    page = await opens(browser, alliance, DESKTOP, 1)
    await expect(
        page.locator("[data-message]", has_text="<b>Собрание</b> & 🎉").first
    ).to_be_visible()
    assert await page.title() != "hacked"


async def test_what_is_typed_before_the_chat_is_there_is_sent_to_it(
    alliance: Alliance, browser: Browser
) -> None:
    olga = await alliance.has(1, "Ольга")
    await olga.says("/help")
    await olga.sees("Вот что умеет бот")
    page = await browser.new_page(viewport=DESKTOP, locale="ru-RU")
    may_load = asyncio.Event()

    async def late(route: Route) -> None:
        await may_load.wait()
        await route.continue_()

    await page.route("**/messages?**", late)
    await page.goto(f"{alliance.sandbox.url}/#as=1&chat=1")
    await page.locator("#composer").fill("Добрый день")
    may_load.set()
    await expect(page.locator("[data-message]").first).to_be_visible()
    await page.locator("#composer").press("Enter")

    await expect(page.locator("[data-message]", has_text="Добрый день").first).to_be_visible()


async def test_the_menu_of_commands_stays_closed_when_it_comes_after_the_command_was_sent(
    alliance: Alliance, browser: Browser
) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    page = await opens(browser, alliance, PHONE, 1)
    await page.get_by_role("button", name="Начать", exact=True).click()
    sent = asyncio.Event()

    async def late(route: Route) -> None:
        await sent.wait()
        await route.continue_()

    await page.route("**/commands?**", late)
    async with page.expect_response("**/commands?**"):
        await page.locator("#composer").fill("/")
        await writes(page, "/manage")
        await page.locator("[data-callback='create']").wait_for()
        sent.set()
    await page.locator("[data-callback='create']").click()

    await expect(page.locator("[data-message]", has_text="Как оно называется")).to_be_visible()


async def test_a_picture_is_shown_and_an_uploaded_page_is_saved_but_never_opened(
    alliance: Alliance, browser: Browser
) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    page = await opens(browser, alliance, DESKTOP, 1)
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    await page.get_by_role("button", name="Начать", exact=True).click()
    await expect(page.locator("#composer")).to_be_visible()

    await page.locator("#file").set_input_files(
        FilePayload(name="зал.png", mimeType="image/png", buffer=PIXEL)
    )
    await _is_drawn(page.locator(".box-picture"))
    await page.get_by_role("button", name="Отправить", exact=True).last.click()
    await _is_drawn(page.locator("[data-message] .photo img"))

    script = b"<script>document.title = 'hacked'</script>"
    await page.locator("#file").set_input_files(
        FilePayload(name="page.html", mimeType="text/html", buffer=script)
    )
    await page.locator(".text-button.main").click()
    async with page.expect_download() as saved:
        await page.locator("a.file", has_text="page.html").click()
    assert (await saved.value).suggested_filename == "page.html"
    assert refused == []


async def _is_drawn(picture: Locator) -> None:
    """Wait until a picture has loaded: one that is refused has no width."""
    await expect(picture).to_be_visible()
    await expect(picture).to_have_js_property("naturalWidth", 1)


async def test_taps_that_the_bot_does_not_answer_leave_the_page_at_work(
    sandbox: Sandbox, browser: Browser
) -> None:
    sandbox.add_person(7, "Анна", started=True)
    rows = [[InlineKeyboardButton(text=f"Да {one}", callback_data=f"{one}")] for one in range(8)]
    bot = Bot(sandbox.token, AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url)))
    async with bot.context():
        await bot.send_message(7, "Идём?", reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))
    page = await browser.new_page(viewport=DESKTOP, locale="ru-RU")
    await page.goto(f"{sandbox.url}/#as=7&chat=7")
    for one in range(8):
        await page.get_by_role("button", name=f"Да {one}", exact=True).click()
    await expect(page.get_by_text("бот ещё отвечает на прежние нажатия").first).to_be_visible()
    await writes(page, "А я иду")
    await expect(page.locator("[data-message]", has_text="А я иду")).to_be_visible(timeout=5000)


async def test_a_message_that_comes_while_a_button_is_pressed_does_not_undo_the_tap(
    sandbox: Sandbox, browser: Browser
) -> None:
    sandbox.add_person(7, "Анна", started=True)
    keyboard = InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]]
    )
    page = await browser.new_page(viewport=DESKTOP, locale="ru-RU")
    bot = Bot(sandbox.token, AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url)))
    async with bot.context():
        await bot.send_message(7, "Идём?", reply_markup=keyboard)
        await page.goto(f"{sandbox.url}/#as=7&chat=7")
        await page.get_by_role("button", name="Да", exact=True).hover()
        await page.mouse.down()
        async with page.expect_response("**/messages?**"):
            await bot.send_message(7, "И ещё одно")
        await page.evaluate("new Promise(requestAnimationFrame)")  # what comes is drawn by then
        await page.mouse.up()

        await expect(page.locator("[data-message]", has_text="И ещё одно")).to_be_visible()
        (tap,) = await bot.get_updates(timeout=10)
    assert tap.callback_query is not None
    assert tap.callback_query.data == "yes"
