"""Meetings: their plans as rows, their logs in the chain of entries."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import TypeAdapter

from bot.domain.events.events import EventId
from bot.domain.meetings.folding import Logged
from bot.domain.meetings.plans import Meeting, MeetingId, MeetingPlan
from bot.domain.people.members import MemberId
from bot.domain.polls.payloads import plain
from bot.domain.polls.polls import PollId
from bot.domain.polls.seals import Entry, Head, canonical
from storage.engine.store import Store
from storage.engine.times import moment, optional_moment, stamp
from storage.meetings.acts import read_logged

PLAN = TypeAdapter(MeetingPlan)


class SqliteMeetingStore(Store):
    """Plans change until the notice; after that only the log grows."""

    def add(
        self, plan: MeetingPlan, created_by: MemberId, now: datetime, draft: str | None
    ) -> MeetingId:
        """Add a meeting."""
        row = self._db.execute(
            """
            INSERT INTO meetings (plan, draft, created_by, created_at) VALUES (?, ?, ?, ?)
            RETURNING id
            """,
            (canonical(plain(plan)), draft, created_by, stamp(now)),
        ).fetchone()
        return MeetingId(row[0])

    def by_draft(self, draft: str) -> MeetingId | None:
        """Return the meeting that was planned in a draft."""
        row = self._db.execute("SELECT id FROM meetings WHERE draft = ?", (draft,)).fetchone()
        return None if row is None else MeetingId(row[0])

    def get(self, meeting: MeetingId) -> Meeting | None:
        """Return a meeting by id."""
        row = self._db.execute(
            "SELECT id, plan, created_by, created_at, event_id FROM meetings WHERE id = ?",
            (meeting,),
        ).fetchone()
        return None if row is None else _meeting(*row)

    def all(self) -> Sequence[Meeting]:
        """Return all meetings, the newest first."""
        rows = self._db.execute(
            "SELECT id, plan, created_by, created_at, event_id FROM meetings ORDER BY id DESC"
        )
        return [_meeting(*row) for row in rows]

    def save_plan(self, meeting: MeetingId, plan: MeetingPlan) -> None:
        """Save another plan."""
        sql = "UPDATE meetings SET plan = ? WHERE id = ?"
        self._db.execute(sql, (canonical(plain(plan)), meeting))

    def save_event(self, meeting: MeetingId, event: EventId) -> None:
        """Save which event the meeting is."""
        self._db.execute("UPDATE meetings SET event_id = ? WHERE id = ?", (event, meeting))

    def of_event(self, event: EventId) -> MeetingId | None:
        """Return the meeting that an event is."""
        row = self._db.execute("SELECT id FROM meetings WHERE event_id = ?", (event,)).fetchone()
        return None if row is None else MeetingId(row[0])

    # --- the log ----------------------------------------------------------------------------

    def log(self, meeting: MeetingId, after: int = 0) -> Sequence[Logged]:
        """Return a meeting's acts after an entry's number, in order."""
        rows = self._db.execute(
            """
            SELECT number, kind, payload, previous, digest FROM entries
             WHERE kind GLOB 'meeting.*' AND payload ->> 'meeting' = ? AND number > ?
             ORDER BY number
            """,
            (meeting, after),
        )
        return [read_logged(Entry(*row)) for row in rows]

    def read(self, entry: Entry) -> Logged:
        """Return the act that an entry records; refuse one of a later release."""
        return read_logged(entry)

    def head_at(self, meeting: MeetingId, number: int) -> Head | None:
        """Return the head of the chain at an entry of a meeting; None if it is not there."""
        row = self._db.execute(
            """
            SELECT number, digest FROM entries
             WHERE kind GLOB 'meeting.*' AND payload ->> 'meeting' = ? AND number = ?
            """,
            (meeting, number),
        ).fetchone()
        return None if row is None else Head(*row)

    def of_poll(self, poll: PollId) -> MeetingId | None:
        """Return the meeting in which a poll is a vote."""
        row = self._db.execute(
            """
            SELECT payload ->> 'meeting' FROM entries
             WHERE kind = 'meeting.vote_opened' AND payload ->> 'vote' = ?
            """,
            (poll,),
        ).fetchone()
        return None if row is None else MeetingId(row[0])

    # --- the notice -------------------------------------------------------------------------

    def notified(self, meeting: MeetingId) -> Mapping[MemberId, datetime | None]:
        """Return to whom the notice was sent, and when it was delivered, None if it was not."""
        rows = self._db.execute(
            """
            SELECT member_id, CASE state WHEN 'sent' THEN settled_at END FROM notices
             WHERE kind = 'meeting.convened' AND subject ->> 'meeting' = ?
               AND member_id IS NOT NULL
            """,
            (meeting,),
        )
        return {MemberId(member): optional_moment(at) for member, at in rows}


def _meeting(id_: int, plan: str, by: int, at: str, event: int | None) -> Meeting:
    made = PLAN.validate_python(json.loads(plan), strict=False)
    known = None if event is None else EventId(event)
    return Meeting(MeetingId(id_), made, MemberId(by), moment(at), known)
