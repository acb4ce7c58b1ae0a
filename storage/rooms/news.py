"""Which news of bookings people have turned off."""

from collections.abc import Iterable

from bot.domain.people.members import MemberId
from bot.domain.rooms.news import RoomNews
from storage.engine.store import Store


class SqliteRoomNewsStore(Store):
    """The news that people have turned off; they get all other news."""

    def unwanted(self, member: MemberId) -> frozenset[RoomNews]:
        """Return the news that a person has turned off."""
        sql = "SELECT news FROM unwanted_room_news WHERE member_id = ?"
        return frozenset(RoomNews(news) for (news,) in self._db.execute(sql, (member,)))

    def save_unwanted(self, member: MemberId, news: Iterable[RoomNews]) -> None:
        """Save all news that a person has turned off."""
        self._db.execute("DELETE FROM unwanted_room_news WHERE member_id = ?", (member,))
        self._db.executemany(
            "INSERT INTO unwanted_room_news (member_id, news) VALUES (?, ?)",
            [(member, one) for one in sorted(news)],
        )
