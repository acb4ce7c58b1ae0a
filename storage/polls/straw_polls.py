"""Straw polls: the questions to groups, and the counts of the answers."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.domain.people.members import MemberId
from bot.domain.polls.straw_polls import StrawPlan, StrawPoll, StrawPollId, StrawPollMessage
from storage.engine.store import Store
from storage.engine.times import moment, optional_moment, stamp

SELECT = """
SELECT id, chat_id, message_id, telegram_poll, question, options, anonymous, created_by,
       created_at, closes_at, counts, voters, closed_at
  FROM straw_polls
"""


def _straw_poll(row: tuple[Any, ...]) -> StrawPoll:
    (id_, chat, message, poll, question, options, anonymous, created_by, *rest) = row
    created_at, closes_at, counts, voters, closed_at = rest
    duration: timedelta = moment(closes_at) - moment(created_at)
    return StrawPoll(
        StrawPollId(id_),
        StrawPlan(question, tuple(json.loads(options)), bool(anonymous), duration),
        chat,
        MemberId(created_by),
        moment(closes_at),
        None if poll is None else StrawPollMessage(chat, message, poll),
        tuple(json.loads(counts)) if counts else (),
        voters or 0,
        optional_moment(closed_at),
    )


class SqliteStrawPollStore(Store):
    """The questions to groups; who chose what is shown by Telegram, and not stored."""

    def add(self, plan: StrawPlan, chat: int, created_by: MemberId, now: datetime) -> StrawPollId:
        """Add a straw poll that is not posted yet."""
        row = self._db.execute(
            """
            INSERT INTO straw_polls
                   (chat_id, question, options, anonymous, created_by, created_at, closes_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            RETURNING id
            """,
            (
                chat,
                plan.question,
                json.dumps(plan.options, ensure_ascii=False),
                plan.anonymous,
                created_by,
                stamp(now),
                stamp(now + plan.duration),
            ),
        ).fetchone()
        return StrawPollId(row[0])

    def remove(self, poll: StrawPollId) -> None:
        """Delete a straw poll that could not be posted."""
        self._db.execute("DELETE FROM straw_polls WHERE id = ? AND telegram_poll IS NULL", (poll,))

    def get(self, poll: StrawPollId) -> StrawPoll | None:
        """Return a straw poll by id."""
        return self._one("WHERE id = ?", poll)

    def by_telegram(self, poll: str) -> StrawPoll | None:
        """Return a straw poll by Telegram's id."""
        return self._one("WHERE telegram_poll = ?", poll)

    def _one(self, where: str, value: int | str) -> StrawPoll | None:
        row = self._db.execute(SELECT + where, (value,)).fetchone()
        return None if row is None else _straw_poll(row)

    def save_posted(self, poll: StrawPollId, posted: StrawPollMessage) -> None:
        """Save where a straw poll was posted."""
        self._db.execute(
            "UPDATE straw_polls SET chat_id = ?, message_id = ?, telegram_poll = ? WHERE id = ?",
            (posted.chat, posted.message, posted.poll, poll),
        )

    def save_counts(self, poll: StrawPollId, counts: Sequence[int], voters: int) -> None:
        """Save the counts; those of a closed poll stay."""
        self._db.execute(
            "UPDATE straw_polls SET counts = ?, voters = ? WHERE id = ? AND closed_at IS NULL",
            (json.dumps(list(counts)), voters, poll),
        )

    def save_closed(self, poll: StrawPollId, now: datetime) -> None:
        """Save that a straw poll is closed."""
        self._db.execute("UPDATE straw_polls SET closed_at = ? WHERE id = ?", (stamp(now), poll))

    def unposted(self) -> list[StrawPoll]:
        """Return those of which it is unknown whether they were posted."""
        return [_straw_poll(row) for row in self._db.execute(SELECT + "WHERE message_id IS NULL")]

    def due(self, now: datetime) -> list[StrawPollId]:
        """Return those that are due to close."""
        rows = self._db.execute(
            """
            SELECT id FROM straw_polls
             WHERE closed_at IS NULL AND telegram_poll IS NOT NULL AND closes_at <= ?
             ORDER BY closes_at
            """,
            (stamp(now),),
        )
        return [StrawPollId(row[0]) for row in rows]
