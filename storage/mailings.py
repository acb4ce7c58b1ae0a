"""Mailings and their figures; the figures are counted from the notices, never stored."""

import sqlite3
from datetime import datetime
from typing import Any

from bot.domain.events import EventId
from bot.domain.mailings import MailingId, Occasion, Report
from bot.domain.members import MemberId
from bot.domain.notices import MessageRef
from bot.ports import MailingProgress
from storage.times import stamp

REPORT = """
SELECT m.id, m.occasion, coalesce(e.title, m.title), count(n.id),
       coalesce(sum(n.state = 'sent'), 0),
       coalesce(sum(n.state = 'unreachable'), 0),
       coalesce(sum(n.state = 'failed'), 0),
       coalesce(sum(n.state = 'dropped'), 0),
       coalesce(sum(n.doubtful), 0),
       m.not_joined, m.created_by, m.chat_id, m.message_id, m.shown
  FROM mailings m
  LEFT JOIN events e ON e.id = m.event_id
  LEFT JOIN notices n ON n.mailing_id = m.id
"""


def _progress(row: tuple[Any, ...]) -> MailingProgress:
    mailing, occasion, *figures, created_by, chat, message, shown = row
    return MailingProgress(
        report=Report(MailingId(mailing), Occasion(occasion), *figures),
        created_by=created_by,
        message=None if chat is None else MessageRef(chat, message),
        shown=shown,
    )


class Mailings:
    """Acts that told many, and where their progress is shown."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(
        self,
        occasion: Occasion,
        about: EventId | str,
        created_by: MemberId,
        not_joined: int,
        now: datetime,
        *,
        text: str | None = None,
        draft: str | None = None,
    ) -> MailingId:
        """Add a mailing about an event, or about what has this title; its notices name it.

        A message has a text; a draft makes one only.
        """
        title = about if isinstance(about, str) else None
        event = None if isinstance(about, str) else about
        row = self._db.execute(
            """
            INSERT INTO mailings (occasion, event_id, title, created_by, not_joined, created_at,
                                  text, draft)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            RETURNING id
            """,
            (occasion, event, title, created_by, not_joined, stamp(now), text, draft),
        ).fetchone()
        return MailingId(row[0])

    def by_draft(self, draft: str) -> MailingId | None:
        """Return the mailing that a draft has become."""
        row = self._db.execute("SELECT id FROM mailings WHERE draft = ?", (draft,)).fetchone()
        return None if row is None else MailingId(row[0])

    def text(self, mailing: MailingId) -> str:
        """Return what an organiser wrote, in Telegram's HTML; nothing for other mailings."""
        row = self._db.execute("SELECT text FROM mailings WHERE id = ?", (mailing,)).fetchone()
        return str(row[0] or "") if row else ""

    def get(self, mailing: MailingId) -> Report | None:
        """Return how far a mailing has come."""
        row = self._db.execute(REPORT + "WHERE m.id = ? GROUP BY m.id", (mailing,)).fetchone()
        return None if row is None else _progress(row).report

    def unfinished(self) -> list[MailingProgress]:
        """Return the mailings whose last report is not yet shown."""
        rows = self._db.execute(REPORT + "WHERE m.finished_at IS NULL GROUP BY m.id")
        return [_progress(row) for row in rows]

    def save_message(self, mailing: MailingId, message: MessageRef) -> None:
        """Remember which message shows the progress."""
        self._db.execute(
            "UPDATE mailings SET chat_id = ?, message_id = ? WHERE id = ?",
            (message.chat, message.message, mailing),
        )

    def save_shown(self, mailing: MailingId, settled: int) -> None:
        """Remember what the progress message was last asked to show."""
        self._db.execute("UPDATE mailings SET shown = ? WHERE id = ?", (settled, mailing))

    def save_finished(self, mailing: MailingId, now: datetime) -> None:
        """Close a mailing: its report is on its way."""
        self._db.execute("UPDATE mailings SET finished_at = ? WHERE id = ?", (stamp(now), mailing))
