"""Letters to organisations through the bot."""

from datetime import datetime

from bot.domain.directory.letters import DirectoryLetter, DirectoryLetterId
from bot.domain.people.members import MemberId, OrganisationId
from storage.engine.store import Store
from storage.engine.times import moment, stamp


class SqliteDirectoryLetterStore(Store):
    """Letters, kept as long as they can be answered."""

    def add(
        self,
        organisation: OrganisationId,
        sender: MemberId,
        recipient: MemberId | None,
        text: str,
        now: datetime,
    ) -> DirectoryLetterId:
        """Add a letter."""
        row = self._db.execute(
            """
            INSERT INTO directory_letters (organisation_id, member_id, recipient_id, text, sent_at)
            VALUES (?, ?, ?, ?, ?)
            RETURNING id
            """,
            (organisation, sender, recipient, text, stamp(now)),
        ).fetchone()
        return DirectoryLetterId(row[0])

    def get(self, letter: DirectoryLetterId) -> DirectoryLetter | None:
        """Return a letter by id."""
        row = self._db.execute(
            """
            SELECT id, organisation_id, member_id, recipient_id, text, sent_at
              FROM directory_letters
             WHERE id = ?
            """,
            (letter,),
        ).fetchone()
        if row is None:
            return None
        id_, organisation, sender, recipient, text, sent_at = row
        return DirectoryLetter(id_, organisation, sender, recipient, text, moment(sent_at))

    def sent_since(self, sender: MemberId, since: datetime) -> int:
        """Return how many letters a person has sent since then."""
        sql = "SELECT count(*) FROM directory_letters WHERE member_id = ? AND sent_at > ?"
        (count,) = self._db.execute(sql, (sender, stamp(since))).fetchone()
        return int(count)

    def forget_before(self, then: datetime) -> None:
        """Delete the letters that were sent before then."""
        self._db.execute("DELETE FROM directory_letters WHERE sent_at < ?", (stamp(then),))
