"""Events, the answers to them, and the messages that show them."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.domain.events import (
    Answer,
    Audience,
    Event,
    EventId,
    EventPlan,
    EventState,
    Turnout,
)
from bot.domain.members import Member, MemberId
from bot.domain.notices import MessageRef
from bot.ports import Card
from storage.members import SELECT as SELECT_MEMBER
from storage.members import member_from
from storage.times import moment, stamp

OUT_OF_ORDER = timedelta(minutes=10)
"""Within this, updates that come in the wrong order are told by their ids."""

COLUMNS = "id, title, description, starts_at, ends_at, place, audience, state, reason, created_by"


def _event(row: tuple[Any, ...]) -> Event:
    event, title, description, starts, ends, place, audience, state, reason, created_by = row
    starts_at = moment(starts)
    return Event(
        id=event,
        title=title,
        description=description,
        starts_at=starts_at,
        duration=moment(ends) - starts_at,
        place=place,
        audience=Audience(audience),
        state=EventState(state),
        reason=reason,
        created_by=created_by,
    )


class Events:
    """Events and RSVPs; counts are derived, never stored."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(
        self, plan: EventPlan, created_by: MemberId, now: datetime, draft: str | None = None
    ) -> EventId:
        """Add a published event; no two come from one draft."""
        row = self._db.execute(
            """
            INSERT INTO events (title, description, starts_at, ends_at, place, audience,
                                created_by, created_at, draft)
            VALUES (:title, :description, :starts_at, :ends_at, :place, :audience,
                    :created_by, :now, :draft)
            RETURNING id
            """,
            {
                "title": plan.title,
                "description": plan.description,
                "starts_at": stamp(plan.starts_at),
                "ends_at": stamp(plan.starts_at + plan.duration),
                "place": plan.place,
                "audience": plan.audience,
                "created_by": created_by,
                "now": stamp(now),
                "draft": draft,
            },
        ).fetchone()
        return EventId(row[0])

    def by_draft(self, draft: str) -> EventId | None:
        """Return the event that was published from a draft."""
        row = self._db.execute("SELECT id FROM events WHERE draft = ?", (draft,)).fetchone()
        return None if row is None else EventId(row[0])

    def get(self, event: EventId) -> Event | None:
        """Return an event by id."""
        row = self._db.execute(
            f"SELECT {COLUMNS} FROM events WHERE id = ?",  # noqa: S608  no value is spliced in
            (event,),
        ).fetchone()
        return None if row is None else _event(row)

    def save(self, event: Event) -> None:
        """Save what can change of a published event: its time, and that it is called off."""
        self._db.execute(
            """
            UPDATE events
               SET starts_at = :starts_at, ends_at = :ends_at, state = :state, reason = :reason
             WHERE id = :id
            """,
            {
                "id": event.id,
                "starts_at": stamp(event.starts_at),
                "ends_at": stamp(event.ends_at),
                "state": event.state,
                "reason": event.reason,
            },
        )

    def ending_after(self, now: datetime) -> list[Event]:
        """Return events that are not over, cancelled ones too, in the order of their start."""
        rows = self._db.execute(
            f"""
            SELECT {COLUMNS} FROM events WHERE ends_at > ? ORDER BY starts_at, id
            """,  # noqa: S608  no value is spliced in
            (stamp(now),),
        )
        return [_event(row) for row in rows]

    def save_answer(
        self, event: EventId, member: MemberId, answer: Answer, now: datetime, order: int = 0
    ) -> None:
        """Save the last word of a person; a repeated answer keeps its first time.

        `order` is the update's id: an earlier one that arrives later, within minutes, changes
        nothing. After a quiet week Telegram may begin the ids anew, so older rows do not count.
        """
        self._db.execute(
            """
            INSERT INTO rsvps (event_id, member_id, answer, answered_at, update_id)
            VALUES (:event, :member, :answer, :now, :order)
            ON CONFLICT (event_id, member_id) DO UPDATE
               SET answer = excluded.answer, answered_at = excluded.answered_at,
                   update_id = excluded.update_id
             WHERE rsvps.answer <> excluded.answer
               AND (rsvps.update_id <= excluded.update_id OR rsvps.answered_at < :recently)
            """,
            {
                "event": event,
                "member": member,
                "answer": answer,
                "now": stamp(now),
                "order": order,
                "recently": stamp(now - OUT_OF_ORDER),
            },
        )

    def expected(self, event: EventId, by: datetime) -> list[tuple[MemberId, str | None]]:
        """Return who is going or may come and had said so by then, each with their time zone."""
        rows = self._db.execute(
            """
            SELECT r.member_id, m.time_zone
              FROM rsvps r JOIN members m ON m.id = r.member_id
             WHERE r.event_id = ? AND r.answer <> ? AND r.answered_at <= ?
             ORDER BY r.answered_at, r.member_id
            """,
            (event, Answer.DECLINED, stamp(by)),
        )
        return [(MemberId(member), zone) for member, zone in rows]

    def answerers(self, event: EventId) -> frozenset[MemberId]:
        """Return who has said anything."""
        rows = self._db.execute("SELECT member_id FROM rsvps WHERE event_id = ?", (event,))
        return frozenset(row[0] for row in rows)

    def answer(self, event: EventId, member: MemberId) -> Answer | None:
        """Return what a person has said."""
        row = self._db.execute(
            "SELECT answer FROM rsvps WHERE event_id = ? AND member_id = ?", (event, member)
        ).fetchone()
        return None if row is None else Answer(row[0])

    def answers_of(self, member: MemberId) -> Mapping[EventId, Answer]:
        """Return all that a person has said."""
        rows = self._db.execute("SELECT event_id, answer FROM rsvps WHERE member_id = ?", (member,))
        return {EventId(event): Answer(answer) for event, answer in rows}

    def answered(self, event: EventId) -> Sequence[tuple[Member, Answer, datetime]]:
        """Return who has said what and when, in the order in which they said it."""
        rows = self._db.execute(
            f"""
            SELECT r.answer, r.answered_at, s.*
              FROM rsvps r JOIN ({SELECT_MEMBER}) s ON s.id = r.member_id
             WHERE r.event_id = ?
             ORDER BY r.answered_at, r.member_id
            """,  # noqa: S608  no value is spliced in
            (event,),
        )
        return [(member_from(row[2:]), Answer(row[0]), moment(row[1])) for row in rows]

    def turnout(self, event: EventId) -> Turnout:
        """Return how many gave which answer; the silent are counted by whom the event is for."""
        rows = self._db.execute(
            "SELECT answer, count(*) FROM rsvps WHERE event_id = ? GROUP BY answer", (event,)
        )
        return Turnout(**dict(rows.fetchall()))

    def add_card(self, event: EventId, member: MemberId, message: MessageRef) -> None:
        """Remember a message that shows the event to a member."""
        self._add_card(event, member, message, board=False)

    def add_board(self, event: EventId, member: MemberId, message: MessageRef) -> None:
        """Remember a message that shows an organiser the counts."""
        self._add_card(event, member, message, board=True)

    def _add_card(
        self, event: EventId, member: MemberId, message: MessageRef, *, board: bool
    ) -> None:
        self._db.execute(
            """
            INSERT INTO cards (chat_id, message_id, event_id, member_id, board)
            VALUES (:chat, :message, :event, :member, :board)
            ON CONFLICT (chat_id, message_id) DO UPDATE
               SET event_id = excluded.event_id, board = excluded.board
             WHERE cards.event_id <> excluded.event_id OR cards.board <> excluded.board
            """,
            {
                "chat": message.chat,
                "message": message.message,
                "event": event,
                "member": member,
                "board": board,
            },
        )

    def forget_card(self, message: MessageRef) -> None:
        """Forget a message that shows something else by now."""
        self._db.execute(
            "DELETE FROM cards WHERE chat_id = ? AND message_id = ?",
            (message.chat, message.message),
        )

    def cards(self, event: EventId) -> list[Card]:
        """Return the messages that show the event to members."""
        return self._cards("board = 0", event)

    def cards_of(self, event: EventId, member: MemberId) -> list[Card]:
        """Return the messages that show the event to one member."""
        return self._cards("board = 0 AND member_id = ?", event, member)

    def boards(self, event: EventId) -> list[Card]:
        """Return the messages that show organisers the counts."""
        return self._cards("board = 1", event)

    def _cards(self, where: str, *values: int) -> list[Card]:
        rows = self._db.execute(
            f"""
            SELECT member_id, chat_id, message_id FROM cards WHERE event_id = ? AND {where}
            """,  # noqa: S608  no value is spliced in
            values,
        )
        return [Card(member, MessageRef(chat, message)) for member, chat, message in rows]
