"""`/house/…`: the screen of the house, as a browser sees it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.services.rooms.screens import HouseScreens
from handlers.ui.texts import AllTexts
from handlers.web.feed import Feed
from handlers.web.guarding import HEADERS
from handlers.web.house import add_house_page
from handlers.web.listener import Listener
from storage.engine.database import open_database
from tests.alliance import some_rules
from tests.meeting_pages import Browsers
from tests.rooms import BORIS, GLEB, HOUR, NOON, NOW, PLACES, Lodging, a_wish, people


@dataclass
class Entrance:
    """The house, its screen, and a browser there."""

    house: Lodging
    screens: HouseScreens
    feed: Feed
    browser: Browsers


@pytest.fixture
async def entrance(tmp_path: Path) -> AsyncIterator[Entrance]:
    """A hall that is booked from noon on, and places; it is ten o'clock."""
    async with open_database(tmp_path / "house.sqlite3", NOW) as database:
        await database.write(people)
        house = Lodging(database)
        screens = HouseScreens(database, house.clock, some_rules())
        hall = await house.has()
        await house.has(PLACES)
        await house.booked(hall, wish=a_wish(purpose="Кружок <шитья>"))
        await house.booked(hall, BORIS, a_wish(NOON + 4 * HOUR))
        house.clock.time = NOON - 2 * HOUR
        texts = AllTexts("ru", ZoneInfo("Asia/Yekaterinburg"), house.clock)
        feed, listener = Feed(), Listener("127.0.0.1", 0, "web.listen")
        add_house_page(listener, screens, feed, texts)
        listener.on_stop(feed.close)
        await listener.start()
        host, port = listener.addresses[0]
        async with Browsers(f"http://{host}:{port}") as browser:
            yield Entrance(house, screens, feed, browser)
        await listener.stop()


async def test_the_screen_shows_the_day_by_room_and_what_is_free(entrance: Entrance) -> None:
    secret = await entrance.screens.issue(GLEB)
    page = await entrance.browser.gets(f"/house/{secret}?theme=dark")
    assert page.status == 200
    assert "Большой зал Свободно до 12:00 12:00–14:00 дальше Фонд Кружок <шитья>" in page.words
    assert "16:00–18:00 Дом Встреча" in page.words
    assert "Коворкинг Свободно до 21:00 (3 из 3)" in page.words
    assert "Сейчас свободно: Большой зал, Коворкинг (3 из 3)" in page.words
    assert "Кружок &lt;шитья&gt;" in page.text
    assert "Анна" not in page.text
    assert HEADERS.items() <= page.headers.items()
    english = await entrance.browser.gets(f"/house/{secret}?language=en")
    assert "Free until 12:00" in english.words


async def test_it_follows_what_happens_and_ends_once_its_address_is_replaced(
    entrance: Entrance,
) -> None:
    browser, clock = entrance.browser, entrance.house.clock
    secret = await entrance.screens.issue(GLEB)
    async with browser.watching("house", secret) as screen:
        await screen.sees("Свободно до 12:00")
        clock.time = NOON
        entrance.feed.wake()
        assert "12:00–14:00 сейчас" in await screen.sees("Занято до 14:00")
        await entrance.screens.issue(GLEB)
        entrance.feed.wake()
        assert [line async for line in screen.stream.content if line.startswith(b"data")] == []
    refused = await browser.gets(f"/house/{secret}")
    assert (refused.status, "больше не работает" in refused.words) == (403, True)


async def test_an_unknown_address_shows_nothing(entrance: Entrance) -> None:
    for path in ("/house/x", "/house/x/live", "/house/" + "a" * 3000):
        refused = await entrance.browser.gets(path)
        assert (refused.status, "Большой" in refused.text) == (403, False)


async def test_a_house_without_rooms_says_so(entrance: Entrance) -> None:
    house, secret = entrance.house, await entrance.screens.issue(GLEB)
    for room in (await house.rooms.house(GLEB)).resources:
        await house.managing.remove(GLEB, room.id, "")
    page = await entrance.browser.gets(f"/house/{secret}")
    assert "Залов пока нет" in page.words
