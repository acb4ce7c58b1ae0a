"""Which kinds of announcements people do without."""

from collections.abc import Iterable

from bot.domain.announcements.announcements import Kind
from bot.domain.people.members import MemberId
from storage.engine.store import Store


class SqliteSubscriptionStore(Store):
    """Everybody gets everything but what stands here."""

    def unwanted(self, member: MemberId) -> frozenset[Kind]:
        """Return what a person does without."""
        rows = self._db.execute("SELECT kind FROM unwanted_kinds WHERE member_id = ?", (member,))
        return frozenset(Kind(kind) for (kind,) in rows)

    def without(self, kind: Kind) -> frozenset[MemberId]:
        """Return who does without announcements of a kind."""
        rows = self._db.execute("SELECT member_id FROM unwanted_kinds WHERE kind = ?", (kind,))
        return frozenset(MemberId(member) for (member,) in rows)

    def save_unwanted(self, member: MemberId, kinds: Iterable[Kind]) -> None:
        """Save all that a person does without."""
        self._db.execute("DELETE FROM unwanted_kinds WHERE member_id = ?", (member,))
        self._db.executemany(
            "INSERT INTO unwanted_kinds (member_id, kind) VALUES (?, ?)",
            [(member, kind) for kind in sorted(kinds)],
        )
