from collections.abc import AsyncIterator
from zoneinfo import ZoneInfo

import pytest

from bot.domain.meetings.codes import PageKind
from handlers.ui.texts import AllTexts
from handlers.web.listener import Listener
from handlers.web.meetings import add_meeting_pages
from storage.engine.database import Database
from tests.general_meetings import REGISTRAR, SECRETARY, GeneralMeeting
from tests.meeting_pages import Hall


@pytest.fixture
async def hall(database: Database) -> AsyncIterator[Hall]:
    """A meeting of five organisations, whose pages are served."""
    meeting = await GeneralMeeting(database).gathers()
    texts = AllTexts("ru", ZoneInfo("Asia/Yekaterinburg"), meeting.clock)
    listener = Listener("127.0.0.1", 0, "web.listen")
    database.on_entries(add_meeting_pages(listener, meeting.pages, texts).wake)
    await listener.start()
    async with Hall(meeting, listener) as made:
        yield made
    await listener.stop()


@pytest.fixture
async def registering(hall: Hall) -> Hall:
    """The same while people arrive; the registrar is named, and has a desk."""
    meeting = hall.meeting
    await meeting.registers()
    await meeting.registration.name_registrar(SECRETARY, meeting.id, REGISTRAR)
    hall.screen = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.SCREEN)
    hall.desk = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, REGISTRAR)
    return hall


@pytest.fixture
async def in_session(hall: Hall) -> Hall:
    """The same in session, with four of the five."""
    await hall.meeting.begins(1, 2, 3, 4)
    meeting = hall.meeting
    hall.screen = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.SCREEN)
    hall.desk = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK)
    return hall
