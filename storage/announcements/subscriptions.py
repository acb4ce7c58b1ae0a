"""Which kinds of announcements people have turned off."""

from collections.abc import Iterable

from bot.domain.announcements.announcements import Kind
from bot.domain.people.members import MemberId
from storage.engine.store import Store


class SqliteSubscriptionStore(Store):
    """The kinds that people have turned off; they get all others."""

    def unwanted(self, member: MemberId) -> frozenset[Kind]:
        """Return the kinds that a person has turned off."""
        rows = self._db.execute("SELECT kind FROM unwanted_kinds WHERE member_id = ?", (member,))
        return frozenset(Kind(kind) for (kind,) in rows)

    def without(self, kind: Kind) -> frozenset[MemberId]:
        """Return the people who have turned a kind off."""
        rows = self._db.execute("SELECT member_id FROM unwanted_kinds WHERE kind = ?", (kind,))
        return frozenset(MemberId(member) for (member,) in rows)

    def save_unwanted(self, member: MemberId, kinds: Iterable[Kind]) -> None:
        """Save all kinds that a person has turned off."""
        self._db.execute("DELETE FROM unwanted_kinds WHERE member_id = ?", (member,))
        self._db.executemany(
            "INSERT INTO unwanted_kinds (member_id, kind) VALUES (?, ?)",
            [(member, kind) for kind in sorted(kinds)],
        )
