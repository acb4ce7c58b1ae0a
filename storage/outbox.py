"""The outbox: what is still to be sent, and what became of the rest."""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import structlog

from bot.domain.mailings import MailingId
from bot.domain.notices import Claimed, MessageRef, Notice, NoticeId, NoticeState, Subject
from bot.domain.people.members import MemberId
from bot.domain.priorities import Priority
from storage.engine.times import moment, stamp
from storage.notice_rows import adapter, claimed_from, values_of

log = structlog.get_logger(__name__)

HELD = stamp(datetime.max.replace(tzinfo=UTC))
"""When a notice of a paused mailing is due: never, until it is released."""

CLAIM = """
UPDATE notices
   SET state = 'sending', attempts = attempts + 1
 WHERE id IN (SELECT id FROM notices AS due
               WHERE state IN ('pending', 'retry') AND priority = :priority AND not_before <= :now
                 AND NOT EXISTS (SELECT 1 FROM notices
                                  WHERE addressee = due.addressee AND state = 'sending')
                 AND NOT EXISTS (SELECT 1 FROM notices
                                  WHERE addressee = due.addressee
                                    AND state IN ('pending', 'retry') AND priority = :priority
                                    AND (not_before, id) < (due.not_before, due.id))
               ORDER BY not_before, id
               LIMIT :limit)
RETURNING id, key, member_id, chat_id, kind, subject, priority, mailing_id, edits_chat,
          edits_message, not_before, version, attempts, doubtful
"""


class SqliteOutboxStore:
    """Notices as rows: pending → sending → sent, or retry, unreachable, failed, dropped."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.grew = False

    def add(self, notices: Iterable[Notice], now: datetime) -> None:
        """Enqueue; a key already there is not said again, but an edit is asked for again.

        So is what was posted in a group or channel before, or could not be. An edit that is being
        sent right now is sent once more afterwards: the newest state wins.
        """
        rows = [values_of(notice, now) for notice in notices]
        if not rows:
            return
        self._db.executemany(
            """
            INSERT INTO notices (key, member_id, chat_id, kind, subject, priority, mailing_id,
                                 edits_chat, edits_message, not_before, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE
               SET state = CASE state WHEN 'sending' THEN state ELSE 'pending' END,
                   version = version + 1,
                   kind = excluded.kind, subject = excluded.subject,
                   attempts = CASE state WHEN 'sending' THEN attempts ELSE 0 END,
                   priority = min(priority, excluded.priority),
                   not_before = CASE WHEN state IN ('pending', 'retry')
                                     THEN min(not_before, excluded.not_before)
                                     ELSE excluded.not_before END,
                   settled_at = NULL
             WHERE (excluded.edits_message IS NOT NULL
                    OR (excluded.chat_id IS NOT NULL AND settled_at IS NOT NULL))
               AND NOT (state IN ('pending', 'retry')  -- it waits already: nothing to write
                        AND kind = excluded.kind AND subject = excluded.subject
                        AND priority <= excluded.priority AND not_before <= excluded.not_before)
            """,
            rows,
        )
        self.grew = True

    def claim(self, now: datetime, limit: int) -> list[Claimed]:
        """Take up to `limit` due notices for sending, the most urgent first.

        One person or group has one notice in flight: their messages keep their order, and a chat
        that must wait for its pace holds up nobody else.
        """
        claimed: list[Claimed] = []
        for priority in Priority:
            room = limit - len(claimed)
            if room <= 0:
                break
            rows = self._db.execute(
                CLAIM, {"priority": priority, "now": stamp(now), "limit": room}
            ).fetchall()
            readable = (one for row in rows if (one := self._read(row, now)) is not None)
            claimed += sorted(readable, key=lambda c: (c.notice.not_before, c.id))
        return claimed

    def _read(self, row: tuple[Any, ...], now: datetime) -> Claimed | None:
        """Return a claimed row; a broken one, or of another release, is settled as failed."""
        try:
            return claimed_from(row)
        except (KeyError, ValueError) as error:
            log.exception("a notice cannot be read", notice_id=row[0])
            self._settle(row[0], NoticeState.FAILED, f"unreadable: {type(error).__name__}", now)
            return None

    def move_chat(self, former: int, current: int) -> None:
        """Send to a group's new chat what waits for the old one, where its messages stayed."""
        self._db.execute(
            """
            UPDATE notices SET chat_id = :current
             WHERE chat_id = :former AND edits_chat IS NULL
               AND state IN ('pending', 'retry', 'sending')
            """,
            {"former": former, "current": current},
        )

    def save_sent(self, claimed: Claimed, message: int | None, now: datetime) -> None:
        """Settle a notice that was sent, or send it again if it was asked for again meanwhile."""
        self._db.execute(
            """
            UPDATE notices
               SET state = CASE version WHEN :version THEN 'sent' ELSE 'pending' END,
                   settled_at = CASE version WHEN :version THEN :now END,
                   message_id = coalesce(:message, message_id),
                   error = NULL
             WHERE id = :id
            """,
            {"id": claimed.id, "version": claimed.version, "message": message, "now": stamp(now)},
        )

    def overtake(self, member: MemberId, message: MessageRef) -> None:
        """Note a tap on a message whose sending or edit is not marked: it is edited once more."""
        self._db.execute(
            """
            UPDATE notices
               SET message_id = CASE WHEN edits_message IS NULL
                                     THEN max(coalesce(message_id, 0), :message) END,
                   version = version + (edits_message IS NOT NULL)
             WHERE addressee = :member AND state = 'sending'
               AND (edits_message IS NULL OR (edits_chat, edits_message) = (:chat, :message))
            """,
            {"member": member, "chat": message.chat, "message": message.message},
        )

    def is_overtaken(self, claimed: Claimed, message: MessageRef) -> bool:
        """Tell whether the message that a notice has become was tapped before it is marked.

        Nothing is left of the notice if its recipient was erased meanwhile.
        """
        row = self._db.execute(
            "SELECT message_id IS ? FROM notices WHERE id = ?", (message.message, claimed.id)
        ).fetchone()
        return row is not None and bool(row[0])

    def forget(self, key: str) -> None:
        """Keep nothing of a notice, settled or not."""
        self._db.execute("DELETE FROM notices WHERE key = ?", (key,))

    def save_dropped(self, claimed: Claimed, now: datetime) -> None:
        """Settle a notice that has nothing to say any more."""
        self._settle(claimed.id, NoticeState.DROPPED, None, now)

    def save_unreachable(self, claimed: Claimed, error: str, now: datetime) -> None:
        """Settle a notice whose recipient no message reaches."""
        self._settle(claimed.id, NoticeState.UNREACHABLE, error, now)

    def save_failed(self, claimed: Claimed, error: str, now: datetime) -> None:
        """Settle a notice that will never be taken."""
        self._settle(claimed.id, NoticeState.FAILED, error, now)

    def _settle(
        self, notice: NoticeId, state: NoticeState, error: str | None, now: datetime
    ) -> None:
        self._db.execute(
            "UPDATE notices SET state = ?, settled_at = ?, error = ? WHERE id = ?",
            (state, stamp(now), error, notice),
        )

    def save_retry(
        self, claimed: Claimed, error: str, at: datetime, *, charged: bool, doubtful: bool
    ) -> None:
        """Put a notice back for another attempt at `at`; uncharged when it was never tried."""
        self._db.execute(
            """
            UPDATE notices
               SET state = 'retry', not_before = :at, error = :error,
                   attempts = attempts - :uncharged, doubtful = max(doubtful, :doubtful)
             WHERE id = :id
            """,
            {
                "id": claimed.id,
                "at": stamp(at),
                "error": error,
                "uncharged": not charged,
                "doubtful": doubtful,
            },
        )

    def recover(self) -> int:
        """Put back what a crash left in flight; return how many messages may come twice."""
        rows = self._db.execute(
            """
            UPDATE notices
               SET state = 'retry', doubtful = (edits_message IS NULL), error = 'a crash'
             WHERE state = 'sending'
            RETURNING doubtful
            """
        )
        return sum(doubtful for (doubtful,) in rows.fetchall())

    def sent_since(self, moment: datetime) -> int:
        """Return how many notices were sent since then, by the newest rows, or are in flight."""
        row = self._db.execute(
            """
            SELECT (SELECT count(*) FROM notices WHERE state = 'sending')
                 + (SELECT count(*) FROM (SELECT state, settled_at FROM notices
                                           ORDER BY id DESC LIMIT 10000)
                     WHERE state = 'sent' AND settled_at > ?)
            """,
            (stamp(moment),),
        ).fetchone()
        return int(row[0])

    def put_on_hold(self, mailing: MailingId) -> None:
        """Send nothing more of a mailing until it is released."""
        self._db.execute(
            """
            UPDATE notices SET not_before = ?
             WHERE mailing_id = ? AND state IN ('pending', 'retry')
            """,
            (HELD, mailing),
        )

    def hold(self, claimed: Claimed) -> None:
        """Put a notice back until its mailing is released."""
        self._db.execute(
            """
            UPDATE notices SET state = 'retry', not_before = ?, attempts = attempts - 1
             WHERE id = ?
            """,
            (HELD, claimed.id),
        )

    def release(self, mailing: MailingId, now: datetime) -> None:
        """Let a mailing go on."""
        self._db.execute(
            """
            UPDATE notices SET not_before = ?
             WHERE mailing_id = ? AND state IN ('pending', 'retry') AND not_before = ?
            """,
            (stamp(now), mailing, HELD),
        )
        self.grew = True

    def drop(self, mailing: MailingId, now: datetime) -> int:
        """Settle what a mailing has not sent yet; return to how many it will not be said."""
        return self._db.execute(
            """
            UPDATE notices SET state = 'dropped', settled_at = ?
             WHERE mailing_id = ? AND state IN ('pending', 'retry')
            """,
            (stamp(now), mailing),
        ).rowcount

    def waiting(self, limit: int) -> list[tuple[datetime, Subject, int]]:
        """Return what is still to be said: when, what, to how many; the next first."""
        rows = self._db.execute(
            """
            SELECT min(not_before), kind, subject, count(*)
              FROM notices
             WHERE state IN ('pending', 'retry') AND edits_message IS NULL
             GROUP BY kind, subject
             ORDER BY 1
             LIMIT ?
            """,
            (limit,),
        )
        return [
            (moment(at), adapter(kind).validate_json(subject), count)
            for at, kind, subject, count in rows
        ]
