from collections.abc import AsyncIterator

import pytest

from bot.domain.meetings.codes import PageKind
from storage.engine.database import Database
from tests.general_meetings import REGISTRAR, SECRETARY
from tests.meeting_pages import Hall, served


@pytest.fixture
async def hall(database: Database) -> AsyncIterator[Hall]:
    """A meeting of five organisations, whose pages are served."""
    async with served(database) as made:
        yield made


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
