"""Copies: who got an announcement, and with which messages."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from bot.domain.announcements.announcements import AnnouncementId
from bot.domain.announcements.copies import Copy, Fate
from bot.domain.announcements.notices import CopyDue
from bot.domain.announcements.reports import CopyOutcome, Recipient
from bot.domain.people.members import MemberId
from storage.engine.store import Store
from storage.engine.times import moment, optional_moment, stamp

SELECT = {
    False: """
SELECT c.announcement_id, c.member_id, c.chat_id, c.messages, c.language, c.version, c.sent_at,
       c.fate
  FROM copies c
""",
    True: """
SELECT c.announcement_id, c.member_id, c.chat_id, c.messages, c.language, c.version, c.sent_at,
       c.fate
  FROM rereads c
""",
}
"""A copy that was sent, and one that was opened again (`Copy.reread`)."""

SAVE = {
    False: """
INSERT INTO copies (announcement_id, addressee, member_id, chat_id, messages, language, version,
                    sent_at, fate)
VALUES (:announcement, :addressee, :member, :chat, :messages, :language, :version, :sent_at, :fate)
ON CONFLICT (announcement_id, addressee) DO UPDATE
   SET chat_id = excluded.chat_id, messages = excluded.messages, language = excluded.language,
       version = excluded.version, sent_at = excluded.sent_at, fate = excluded.fate
""",
    True: """
INSERT INTO rereads (announcement_id, member_id, chat_id, messages, language, version, sent_at,
                     fate)
VALUES (:announcement, :member, :chat, :messages, :language, :version, :sent_at, :fate)
ON CONFLICT (announcement_id, member_id) DO UPDATE
   SET chat_id = excluded.chat_id, messages = excluded.messages, language = excluded.language,
       version = excluded.version, sent_at = excluded.sent_at, fate = excluded.fate
""",
}

CHANGE = {
    False: """
UPDATE copies SET messages = :messages, version = :version, fate = :fate
 WHERE announcement_id = :announcement AND addressee = :addressee
""",
    True: """
UPDATE rereads SET messages = :messages, version = :version, fate = :fate
 WHERE announcement_id = :announcement AND member_id = :member
""",
}


def _copy(row: tuple[Any, ...], *, reread: bool) -> Copy:
    announcement, member, chat, messages, language, version, sent_at, fate = row
    return Copy(
        announcement,
        member,
        chat,
        tuple(json.loads(messages)),
        language,
        version,
        moment(sent_at),
        Fate(fate),
        reread,
    )


def _values(copy: Copy) -> dict[str, Any]:
    return {
        "announcement": copy.announcement,
        "addressee": copy.addressee,
        "member": copy.member,
        "chat": copy.chat,
        "messages": json.dumps(copy.messages),
        "language": copy.language,
        "version": copy.version,
        "sent_at": stamp(copy.sent_at),
        "fate": copy.fate,
    }


class SqliteCopyStore(Store):
    """The list of an announcement's copies: one row for each person and chat."""

    def expect(
        self, announcement: AnnouncementId, members: Iterable[MemberId], chats: Iterable[int]
    ) -> None:
        """Add people and chats to the list; existing rows stay."""
        people = [(announcement, member, member, None) for member in members]
        groups = [(announcement, chat, None, chat) for chat in chats]
        self._db.executemany(
            """
            INSERT INTO copies (announcement_id, addressee, member_id, chat_id) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            [*people, *groups],
        )

    def save(self, copy: Copy) -> None:
        """Save a copy that was sent, or opened again: of the latter only the newest is kept."""
        self._db.execute(SAVE[copy.reread], _values(copy))

    def change(self, copy: Copy) -> None:
        """Save a copy's new state; one that is not stored any more stays deleted."""
        self._db.execute(CHANGE[copy.reread], _values(copy))

    def get(
        self, announcement: AnnouncementId, addressee: int, *, reread: bool = False
    ) -> Copy | None:
        """Return a copy that was sent, or opened again; `addressee` as in `Copy`."""
        who = "member_id" if reread else "addressee"
        condition = f"c.announcement_id = ? AND c.{who} = ?"
        found = self._where(condition, announcement, addressee, reread=reread)
        return found[0] if found else None

    def standing(self, announcement: AnnouncementId) -> list[Copy]:
        """Return the copies that can be corrected or withdrawn, first those that were sent."""
        condition = "c.announcement_id = ? AND c.fate = 'standing'"
        sent, opened = (self._where(condition, announcement, reread=one) for one in (False, True))
        return [*sent, *opened]

    def outdated(self, member: MemberId) -> list[Copy]:
        """Return copies in a person's chat that should have been corrected or withdrawn."""
        condition = """
            c.member_id = ? AND c.fate = 'standing'
            AND EXISTS (SELECT 1 FROM announcements a
                         WHERE a.id = c.announcement_id
                           AND (a.state = 'recalled' OR a.version <> c.version))
            """
        sent, opened = (self._where(condition, member, reread=one) for one in (False, True))
        return [*sent, *opened]

    def recipients(self, announcement: AnnouncementId) -> list[Recipient]:
        """Return what became of each copy: the last one for a person who was sent two."""
        rows = self._db.execute(
            """
            SELECT coalesce(p.name, ''), coalesce(nullif(o.short_name, ''), o.name), n.state,
                   n.error, n.settled_at, n.doubtful, max(n.id)
              FROM mailings m
              JOIN notices n ON n.mailing_id = m.id AND n.kind = ?
              LEFT JOIN members p ON p.id = n.member_id
              LEFT JOIN organisations o ON o.id = p.organisation_id
             WHERE m.announcement_id = ?
             GROUP BY n.addressee
            """,
            (CopyDue.kind, announcement),
        )
        return [
            Recipient(
                name,
                organisation,
                CopyOutcome.WAITING if settled_at is None else CopyOutcome(state),
                error,
                optional_moment(settled_at),
                bool(doubtful),
            )
            for name, organisation, state, error, settled_at, doubtful, _ in rows
        ]

    def counts(self) -> Mapping[AnnouncementId, tuple[int, int]]:
        """Return for each announcement how many people should get it, and how many have it."""
        rows = self._db.execute(
            "SELECT announcement_id, count(*), count(messages) FROM copies GROUP BY 1"
        )
        return {AnnouncementId(one): (total, sent) for one, total, sent in rows}

    def holders(self, announcement: AnnouncementId) -> frozenset[int]:
        """Return who has a copy, had one, or is about to get it: ids of people and chats."""
        rows = self._db.execute(
            """
            SELECT addressee FROM copies WHERE announcement_id = :id AND messages IS NOT NULL
            UNION
            SELECT n.addressee FROM mailings m JOIN notices n ON n.mailing_id = m.id
             WHERE m.announcement_id = :id AND n.settled_at IS NULL
            """,
            {"id": announcement},
        )
        return frozenset(row[0] for row in rows)

    def _where(self, condition: str, *values: object, reread: bool = False) -> list[Copy]:
        sql = f"{SELECT[reread]} WHERE c.messages IS NOT NULL AND {condition}"
        return [_copy(row, reread=reread) for row in self._db.execute(sql, values)]
