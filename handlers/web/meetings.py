"""The pages of meetings: screen, desks, the chair's and the tellers' pages, the ballot page."""

from collections.abc import Callable

from bot.services.meetings.chair_pages import ChairPages
from bot.services.meetings.pages import MeetingPages
from handlers.ui.texts import AllTexts
from handlers.web import assets_page
from handlers.web.ballots import BallotPage
from handlers.web.chair import ChairPage
from handlers.web.desk import DeskPage
from handlers.web.feed import Feed
from handlers.web.guarding import Guard
from handlers.web.listener import Listener
from handlers.web.proxies import ProxyPage
from handlers.web.screen import ScreenPage
from handlers.web.tellers import TellersPage


def add_meeting_pages(
    listener: Listener,
    pages: MeetingPages,
    chairs: ChairPages,
    texts: AllTexts,
    name: Callable[[], str],
    base: str,
) -> Feed:
    """Register the pages; return the feed to wake when the record has grown.

    `name` returns the bot's user name, empty while it is not known. `base` is the address under
    which people open the pages.
    """
    feed, guard = Feed(), Guard(texts)
    assets_page.add_to(listener, guard)
    ScreenPage(pages, feed, texts, name).add_to(listener, guard)
    ChairPage(chairs, texts, base).add_to(listener, guard)
    DeskPage(pages, texts, base).add_to(listener, guard)
    ProxyPage(pages, texts).add_to(listener, guard)
    TellersPage(chairs, texts).add_to(listener, guard)
    BallotPage(pages, texts).add_to(listener, guard)
    listener.on_stop(feed.close)
    return feed
