"""The people of the alliance's group."""

from bot.domain.people.group import GroupPerson
from bot.domain.people.members import MemberId
from storage.engine.store import Store


class SqliteGroupStore(Store):
    """Where people were last seen: in the group or not; and their tags."""

    def all(self) -> list[GroupPerson]:
        """Return everybody of whom that is known."""
        rows = self._db.execute("SELECT member_id, present, tag FROM group_people ORDER BY 1")
        return [GroupPerson(member, bool(present), tag) for member, present, tag in rows]

    def note(self, member: MemberId, *, present: bool) -> None:
        """Record that a person is in the group, without a tag yet, or no longer."""
        self._db.execute(
            """
            INSERT INTO group_people (member_id, present) VALUES (?, ?)
            ON CONFLICT (member_id) DO UPDATE
               SET present = excluded.present, tag = CASE WHEN present THEN tag ELSE '' END
            """,
            (member, present),
        )

    def save_tag(self, member: MemberId, tag: str) -> None:
        """Record the tag that a person in the group has now, or that Telegram refuses."""
        self._db.execute(
            "UPDATE group_people SET tag = ? WHERE member_id = ? AND present", (tag, member)
        )
