"""The messages that show an event: in private chats, on screens, in the group and the channel."""

from datetime import datetime
from typing import Any

from bot.domain.events.events import EventId
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.ports import Card, View
from storage.engine.store import Store
from storage.engine.times import optional_moment, optional_stamp, stamp

COLUMNS = "event_id, member_id, chat_id, message_id, view, caption, until"


def _card(row: tuple[Any, ...]) -> Card:
    event, member, chat, message, view, caption, until = row
    shown = MessageRef(chat, message, bool(caption))
    return Card(EventId(event), member, shown, View(view), optional_moment(until))


class Cards(Store):
    """Which message shows what of which event."""

    def add(
        self,
        event: EventId,
        member: MemberId | None,
        message: MessageRef,
        view: View = View.CARD,
        *,
        until: datetime | None = None,
    ) -> None:
        """Remember a message; a screen's shows its code `until` then."""
        self._db.execute(
            """
            INSERT INTO cards (chat_id, message_id, event_id, member_id, view, caption, until)
            VALUES (:chat, :message, :event, :member, :view, :caption, :until)
            ON CONFLICT (chat_id, message_id) DO UPDATE
               SET event_id = excluded.event_id, view = excluded.view, until = excluded.until
             WHERE cards.event_id <> excluded.event_id OR cards.view <> excluded.view
                OR cards.until IS NOT excluded.until
            """,
            {
                "chat": message.chat,
                "message": message.message,
                "event": event,
                "member": member,
                "view": view,
                "caption": message.caption,
                "until": optional_stamp(until),
            },
        )

    def forget(self, message: MessageRef) -> None:
        """Forget a message that shows something else by now."""
        self._db.execute(
            "DELETE FROM cards WHERE chat_id = ? AND message_id = ?",
            (message.chat, message.message),
        )

    def get(self, message: MessageRef) -> Card | None:
        """Return what a message shows."""
        found = self._where("chat_id = ? AND message_id = ?", message.chat, message.message)
        return found[0] if found else None

    def of_event(self, event: EventId, *views: View) -> list[Card]:
        """Return the messages that show the event, in these ways or in any."""
        wanted = views or tuple(View)
        marks = ", ".join("?" * len(wanted))
        return self._where(f"event_id = ? AND view IN ({marks})", event, *wanted)

    def touched(self, event: EventId, member: MemberId) -> list[Card]:
        """Return what an answer of this person makes out of date: own cards, others' counts."""
        rows = self._db.execute(
            f"""
            SELECT {COLUMNS} FROM cards
             WHERE event_id = :event AND view = 'card' AND member_id = :member
             UNION ALL
            SELECT {COLUMNS} FROM cards
             WHERE event_id = :event AND view IN ('board', 'door', 'post')
            """,  # noqa: S608  no value is spliced in
            {"event": event, "member": member},
        )
        return [_card(row) for row in rows]

    def posts_behind(self, now: datetime) -> list[EventId]:
        """Return the events with posts that have not been edited, or tried to, since their end."""
        rows = self._db.execute(
            """
            SELECT DISTINCT event_id FROM cards
             WHERE view = 'post'
              AND EXISTS (SELECT 1 FROM events
                           WHERE id = cards.event_id AND ends_at <= ?1
                             AND NOT EXISTS (
                                 SELECT 1 FROM notices
                                  WHERE key = 'card:' || cards.chat_id || ':' || cards.message_id
                                    AND coalesce(settled_at, ?1) >= ends_at))
            """,
            (stamp(now),),
        )
        return [EventId(row[0]) for row in rows]

    def with_screens(self, now: datetime) -> list[EventId]:
        """Return the events of which a screen is to show a code now."""
        rows = self._db.execute(
            "SELECT DISTINCT event_id FROM cards WHERE until > ?", (stamp(now),)
        )
        return [EventId(row[0]) for row in rows]

    def screens(self, event: EventId, now: datetime) -> list[Card]:
        """Return the screens of an event that are to show a code now."""
        return self._where("event_id = ? AND until > ?", event, stamp(now))

    def _where(self, condition: str, *values: Any) -> list[Card]:
        sql = f"SELECT {COLUMNS} FROM cards WHERE {condition}"  # noqa: S608  no value is spliced in
        return [_card(row) for row in self._db.execute(sql, values)]
