"""Mailings and their figures; the figures are counted from the notices, never stored."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.domain.announcements.announcements import AnnouncementId
from bot.domain.events.events import EventId
from bot.domain.mailing_progress import MailingProgress
from bot.domain.mailings import LATELY, SOON, Halt, MailingId, Occasion, Report
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from storage.engine.store import Store
from storage.engine.times import moment, stamp

REPORT = """
SELECT m.id, m.occasion, coalesce(e.title, m.title), count(n.id),
       coalesce(sum(n.state = 'sent'), 0),
       coalesce(sum(n.state = 'unreachable'), 0),
       coalesce(sum(n.state = 'failed'), 0),
       coalesce(sum(n.state = 'dropped'), 0),
       coalesce(sum(n.doubtful), 0),
       m.not_joined,
       coalesce(sum(n.settled_at > :lately), 0),
       coalesce(sum(n.state IN ('pending', 'retry') AND n.not_before > :soon), 0),
       m.announcement_id, m.halt, m.created_at, m.created_by, m.chat_id, m.message_id, m.shown
  FROM mailings m
  LEFT JOIN events e ON e.id = m.event_id
  LEFT JOIN notices n ON n.mailing_id = m.id
"""


def _progress(row: tuple[Any, ...], now: datetime) -> MailingProgress:
    mailing, occasion, title, *figures = row[:12]
    announcement, halt, started_at, created_by, chat, message, shown = row[12:]
    total, sent, unreachable, failed, dropped, doubtful, not_joined, lately, put_off = figures
    return MailingProgress(
        report=Report(
            mailing=MailingId(mailing),
            occasion=Occasion(occasion),
            title=title,
            total=total,
            sent=sent,
            unreachable=unreachable,
            failed=failed,
            dropped=dropped,
            doubtful=doubtful,
            not_joined=not_joined,
            lately=lately,
            put_off=put_off,
            announcement=announcement,
            halt=None if halt is None else Halt(halt),
            lasting=now - moment(started_at),
        ),
        created_by=created_by,
        message=None if chat is None else MessageRef(chat, message),
        shown=shown,
    )


class SqliteMailingStore(Store):
    """Mailings, and where their progress is shown."""

    def add(
        self,
        occasion: Occasion,
        about: EventId | str,
        created_by: MemberId,
        not_joined: int,
        now: datetime,
        *,
        announcement: AnnouncementId | None = None,
    ) -> MailingId:
        """Add a mailing about an event, or one with this title; its notices refer to it."""
        title = about if isinstance(about, str) else None
        event = None if isinstance(about, str) else about
        row = self._db.execute(
            """
            INSERT INTO mailings (occasion, event_id, title, created_by, not_joined, created_at,
                                  announcement_id)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            RETURNING id
            """,
            (occasion, event, title, created_by, not_joined, stamp(now), announcement),
        ).fetchone()
        return MailingId(row[0])

    def text(self, mailing: MailingId) -> str:
        """Return what an organiser wrote before 0.1.0, in Telegram's HTML; see `EventMessage`."""
        row = self._db.execute("SELECT text FROM mailings WHERE id = ?", (mailing,)).fetchone()
        return str(row[0] or "") if row else ""

    def get(self, mailing: MailingId, now: datetime) -> Report | None:
        """Return the progress of a mailing."""
        found = self._where("WHERE m.id = :id", now, id=mailing)
        return found[0].report if found else None

    def unfinished(self) -> list[MailingId]:
        """Return the mailings whose last report is not yet shown."""
        rows = self._db.execute("SELECT id FROM mailings WHERE finished_at IS NULL ORDER BY id")
        return [MailingId(row[0]) for row in rows]

    def progress(self, mailing: MailingId, now: datetime) -> MailingProgress | None:
        """Return the progress and where it is shown, until the last report is shown."""
        found = self._where("WHERE m.id = :id AND m.finished_at IS NULL", now, id=mailing)
        return found[0] if found else None

    def of_announcement(self, announcement: AnnouncementId, now: datetime) -> list[Report]:
        """Return the mailings of an announcement, corrections included, the first one first."""
        found = self._where("WHERE m.announcement_id = :id", now, id=announcement)
        return [progress.report for progress in found]

    def _where(self, condition: str, now: datetime, **values: object) -> list[MailingProgress]:
        times = {"lately": stamp(now - LATELY), "soon": stamp(now + SOON)}
        rows = self._db.execute(f"{REPORT} {condition} GROUP BY m.id", values | times)
        return [_progress(row, now) for row in rows]

    def halted(self) -> Mapping[MailingId, Halt]:
        """Return the mailings that are paused or stopped and not over."""
        rows = self._db.execute(
            "SELECT id, halt FROM mailings WHERE halt IS NOT NULL AND finished_at IS NULL"
        )
        return {MailingId(mailing): Halt(halt) for mailing, halt in rows}

    def save_halt(self, mailing: MailingId, halt: Halt | None) -> None:
        """Save that a mailing is paused, stopped or resumed; its progress is shown again."""
        self._db.execute("UPDATE mailings SET halt = ?, shown = NULL WHERE id = ?", (halt, mailing))

    def save_message(self, mailing: MailingId, message: MessageRef) -> None:
        """Save which message shows the progress."""
        self._db.execute(
            "UPDATE mailings SET chat_id = ?, message_id = ? WHERE id = ?",
            (message.chat, message.message, mailing),
        )

    def save_shown(self, mailing: MailingId, settled: int) -> None:
        """Save what the progress message was last asked to show."""
        self._db.execute("UPDATE mailings SET shown = ? WHERE id = ?", (settled, mailing))

    def save_finished(self, mailing: MailingId, now: datetime) -> None:
        """Close a mailing: its report is being sent."""
        self._db.execute("UPDATE mailings SET finished_at = ? WHERE id = ?", (stamp(now), mailing))
