"""Copies: who was sent an announcement, and the messages that they have of it."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from bot.domain.announcements.announcements import AnnouncementId
from bot.domain.announcements.copies import Copy, Fate
from bot.domain.announcements.reports import Outcome, Recipient
from bot.domain.people.members import MemberId
from storage.times import moment, optional_moment, stamp

COLUMNS = "announcement_id, member_id, chat_id, messages, language, version, sent_at, fate"


def _copy(row: tuple[Any, ...]) -> Copy:
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
    )


class Copies:
    """The roll of an announcement: each person and chat has one row in it, however it is sent."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def expect(
        self, announcement: AnnouncementId, members: Iterable[MemberId], chats: Iterable[int]
    ) -> None:
        """Put people and chats on the roll; whoever is on it stays as they are."""
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
        """Note which messages somebody has, and what they show."""
        self._db.execute(
            """
            INSERT INTO copies (announcement_id, addressee, member_id, chat_id, messages, language,
                                version, sent_at, fate)
            VALUES (:announcement, :addressee, :member, :chat, :messages, :language, :version,
                    :sent_at, :fate)
            ON CONFLICT (announcement_id, addressee) DO UPDATE
               SET chat_id = excluded.chat_id, messages = excluded.messages,
                   language = excluded.language, version = excluded.version,
                   sent_at = excluded.sent_at, fate = excluded.fate
            """,
            {
                "announcement": copy.announcement,
                "addressee": copy.chat if copy.member is None else copy.member,
                "member": copy.member,
                "chat": copy.chat,
                "messages": json.dumps(copy.messages),
                "language": copy.language,
                "version": copy.version,
                "sent_at": stamp(copy.sent_at),
                "fate": copy.fate,
            },
        )

    def save_fate(self, announcement: AnnouncementId, addressee: int, fate: Fate) -> None:
        """Note what has become of a copy."""
        self._db.execute(
            "UPDATE copies SET fate = ? WHERE announcement_id = ? AND addressee = ?",
            (fate, announcement, addressee),
        )

    def get(self, announcement: AnnouncementId, addressee: int) -> Copy | None:
        """Return a copy that was sent; `addressee` is a person's id, or a chat's (negative)."""
        found = self._where("announcement_id = ? AND addressee = ?", announcement, addressee)
        return found[0] if found else None

    def standing(self, announcement: AnnouncementId) -> list[Copy]:
        """Return the copies that can be corrected or withdrawn."""
        return self._where("announcement_id = ? AND fate = 'standing'", announcement)

    def recipients(self, announcement: AnnouncementId) -> list[Recipient]:
        """Return what became of each copy: of whoever was written to twice, the last time."""
        rows = self._db.execute(
            """
            SELECT coalesce(p.name, ''), coalesce(nullif(o.short_name, ''), o.name), n.state,
                   n.error, n.settled_at, n.doubtful, max(n.id)
              FROM mailings m
              JOIN notices n ON n.mailing_id = m.id AND n.kind = 'CopyDue'
              LEFT JOIN members p ON p.id = n.member_id
              LEFT JOIN organisations o ON o.id = p.organisation_id
             WHERE m.announcement_id = ?
             GROUP BY n.addressee
            """,
            (announcement,),
        )
        return [
            Recipient(
                name,
                organisation,
                Outcome.WAITING if settled_at is None else Outcome(state),
                error,
                optional_moment(settled_at),
                bool(doubtful),
            )
            for name, organisation, state, error, settled_at, doubtful, _ in rows
        ]

    def counts(self) -> Mapping[AnnouncementId, tuple[int, int]]:
        """Return of each announcement on how many it was to go to, and how many have it."""
        rows = self._db.execute(
            "SELECT announcement_id, count(*), count(messages) FROM copies GROUP BY 1"
        )
        return {AnnouncementId(one): (total, sent) for one, total, sent in rows}

    def holders(self, announcement: AnnouncementId) -> frozenset[int]:
        """Return who has a copy, had one, or is about to get it: people's ids and chats'."""
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

    def _where(self, condition: str, *values: object) -> list[Copy]:
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM copies WHERE messages IS NOT NULL AND {condition}",  # noqa: S608
            values,
        )
        return [_copy(row) for row in rows]
