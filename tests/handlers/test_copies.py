"""Announcements on their way to people, over real HTTP: sent, corrected, withdrawn."""

from datetime import timedelta

from bot.domain.announcements import Announcement, AnnouncementPlan
from bot.domain.contents import Content, Piece, PieceKind
from bot.domain.members import MemberId, Role
from tests.alliance import Alliance

ANNA = MemberId(1)


def a_text(words: str) -> Content:
    return Content((Piece(PieceKind.TEXT, words),))


async def sends(alliance: Alliance, plan: AnnouncementPlan) -> Announcement:
    """Have Anna send an announcement, and let the time to think again pass."""
    given = await alliance.app.announcements.send(ANNA, plan)
    await alliance.goes_on(alliance.app.announcements.undo + timedelta(seconds=1))
    return given


async def test_a_text_comes_to_everybody_with_a_way_out(alliance: Alliance) -> None:
    anna = await alliance.has(1, "Анна", Role.ORGANISER)
    boris = await alliance.has(2, "Борис")

    await sends(alliance, AnnouncementPlan(contents={"ru": a_text("Субботник в субботу!")}))

    await boris.sees("Субботник в субботу!")
    await anna.sees("Субботник в субботу!")
    await alliance.goes_on(timedelta(seconds=3))
    await anna.sees("Объявление разослано")
    assert "больше не пришлём" in ((await boris.taps("Отписаться")).text or "")
