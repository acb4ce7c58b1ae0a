"""The messages that show something, in private chats, groups and channels."""

from collections.abc import Collection
from datetime import datetime
from functools import cache
from typing import Any

from bot.domain.events.events import EventId
from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.domain.shown import Shown
from bot.domain.views import VIEWS, View
from storage.engine.store import Store
from storage.engine.times import optional_moment, optional_stamp, stamp

SELECT = """
SELECT subject_kind, subject_id, member_id, chat_id, message_id, view, caption, until
  FROM shown_messages WHERE
"""


def _shown(row: tuple[Any, ...]) -> Shown:
    kind, subject, member, chat, message, view, caption, until = row
    shown = MessageRef(chat, message, bool(caption))
    return Shown(subject, member, shown, VIEWS[kind](view), optional_moment(until))


@cache
def _one_of(views: tuple[str, ...]) -> str:
    """Return the condition with literal values: bound ones would make SQLite plan it each time.

    It cannot tell before whether an index for some views only can be used.
    """
    listed = ", ".join(f"'{view}'" for view in views)
    return f"view IN ({listed})"


class SqliteShownMessageStore(Store):
    """Which message shows what; each shows one thing at a time."""

    def save(self, shown: Shown) -> None:
        """Save a message, or that it now shows something else."""
        self._db.execute(
            """
            INSERT INTO shown_messages (subject_kind, subject_id, member_id, chat_id, message_id,
                                        view, caption, until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (chat_id, message_id) DO UPDATE
               SET subject_kind = excluded.subject_kind, subject_id = excluded.subject_id,
                   member_id = excluded.member_id, view = excluded.view, until = excluded.until
             WHERE (shown_messages.subject_kind, shown_messages.subject_id,
                    shown_messages.member_id, shown_messages.view, shown_messages.until)
                   IS NOT (excluded.subject_kind, excluded.subject_id,
                           excluded.member_id, excluded.view, excluded.until)
            """,
            (
                *(shown.view.subject, shown.subject, shown.member),
                *(shown.message.chat, shown.message.message),
                *(shown.view, shown.message.caption, optional_stamp(shown.until)),
            ),
        )

    def forget(self, message: MessageRef) -> None:
        """Delete the record of a message that now shows something else."""
        self._db.execute(
            "DELETE FROM shown_messages WHERE chat_id = ? AND message_id = ?",
            (message.chat, message.message),
        )

    def get(self, message: MessageRef) -> Shown | None:
        """Return what a message shows."""
        found = self._where("chat_id = ? AND message_id = ?", message.chat, message.message)
        return found[0] if found else None

    def of(self, kind: type[View], subject: int, *views: View) -> list[Shown]:
        """Return the messages that show the subject, in these views or in any."""
        wanted = views or tuple(kind)
        condition = f"subject_kind = ? AND subject_id = ? AND {_one_of(wanted)}"
        return self._where(condition, kind.subject, subject)

    def touched(self, kind: type[View], subject: int, people: Collection[MemberId]) -> list[Shown]:
        """Return what an answer or a ballot makes out of date: counts, and these people's own."""
        marks = ", ".join("?" * len(people))
        return self._where(
            f"""
            subject_kind = ?1 AND subject_id = ?2 AND {_one_of(kind.counts)}
             UNION ALL
            {SELECT} subject_kind = ?1 AND subject_id = ?2 AND {_one_of((kind.own,))}
                     AND member_id IN ({marks})
            """,
            kind.subject,
            subject,
            *people,
        )

    def posts_behind(self, now: datetime) -> list[EventId]:
        """Return the events whose posts have not been edited since their end."""
        rows = self._db.execute(
            """
            SELECT DISTINCT subject_id FROM shown_messages AS shown
             WHERE subject_kind = 'event' AND view = 'post'
              AND EXISTS (SELECT 1 FROM events
                           WHERE id = subject_id AND ends_at <= ?1
                             AND NOT EXISTS (
                                 SELECT 1 FROM notices
                                  WHERE key = 'card:' || shown.chat_id || ':' || shown.message_id
                                    AND coalesce(settled_at, ?1) >= ends_at))
            """,
            (stamp(now),),
        )
        return [EventId(row[0]) for row in rows]

    def with_screens(self, now: datetime) -> list[EventId]:
        """Return the events with a screen that should show a code now."""
        rows = self._db.execute(
            "SELECT DISTINCT subject_id FROM shown_messages WHERE until > ?", (stamp(now),)
        )
        return [EventId(row[0]) for row in rows]

    def screens(self, event: EventId, now: datetime) -> list[Shown]:
        """Return the screens of an event that should show a code now."""
        found = self.of(EventView, event, EventView.SCREEN)
        return [one for one in found if one.until is not None and one.until > now]

    def _where(self, condition: str, *values: Any) -> list[Shown]:
        return [_shown(row) for row in self._db.execute(SELECT + condition, values)]
