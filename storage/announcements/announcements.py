"""Announcements and their versions."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from bot.domain.announcements.addressees import Addressees
from bot.domain.announcements.announcements import (
    Announcement,
    AnnouncementId,
    AnnouncementPlan,
    AnnouncementState,
    Kind,
    Version,
    mark_of,
)
from bot.domain.announcements.contents import Content
from bot.domain.announcements.submissions import NewAnnouncement
from bot.domain.events.recurrence import Recurrence
from bot.domain.people.members import MemberId
from storage.announcements.contents import contents_from, dump_contents
from storage.engine.store import Store, change, insertion
from storage.engine.times import moment, optional_moment, optional_stamp, stamp

ADDRESSEES: TypeAdapter[Addressees] = TypeAdapter(Addressees)
RECURRENCE: TypeAdapter[Recurrence | None] = TypeAdapter(Recurrence | None)

PLANNED = (
    "addressees",
    "kind",
    "quietly",
    "to_group",
    "to_channel",
    "pinned",
    "event_id",
    "poll_id",
    "at",
    "recurrence",
)
STATE_COLUMNS = ("state", "version", "confirmed_by", "sends_at", "sent_at", "times")
READ = ("id", "created_by", "created_at", *PLANNED, *STATE_COLUMNS)
ADDED = (*PLANNED, *STATE_COLUMNS, "created_by", "created_at", "draft")
CHANGED = (*PLANNED, *STATE_COLUMNS, "created_by")

SELECT = f"""
SELECT {", ".join(f"a.{name}" for name in READ)}, v.contents, v.created_at
  FROM announcements a
  JOIN announcement_versions v ON v.announcement_id = a.id AND v.number = a.version
"""  # noqa: S608  names of columns, no values
INSERT = insertion("announcements", ADDED)
UPDATE = change("announcements", CHANGED)


@lru_cache(maxsize=64)  # two thousand copies ask for the same row
def _announcement(row: tuple[Any, ...]) -> Announcement:
    of = dict(zip((*READ, "contents", "worded_at"), row, strict=True))
    return Announcement(
        id=of["id"],
        created_by=of["created_by"],
        created_at=moment(of["created_at"]),
        contents=contents_from(of["contents"]),
        addressees=ADDRESSEES.validate_json(of["addressees"]),
        kind=Kind(of["kind"]),
        quietly=bool(of["quietly"]),
        to_group=bool(of["to_group"]),
        to_channel=bool(of["to_channel"]),
        pinned=bool(of["pinned"]),
        event=of["event_id"],
        poll=of["poll_id"],
        at=optional_moment(of["at"]),
        recurrence=None if of["recurrence"] is None else RECURRENCE.validate_json(of["recurrence"]),
        state=AnnouncementState(of["state"]),
        version=of["version"],
        mark=mark_of(moment(of["worded_at"])),
        confirmed_by=of["confirmed_by"],
        sends_at=moment(of["sends_at"]),
        sent_at=optional_moment(of["sent_at"]),
        times=tuple(map(moment, json.loads(of["times"]))),
    )


def _planned(plan: AnnouncementPlan) -> dict[str, Any]:
    return {
        "addressees": ADDRESSEES.dump_json(plan.addressees).decode(),
        "kind": plan.kind,
        "quietly": plan.quietly,
        "to_group": plan.to_group,
        "to_channel": plan.to_channel,
        "pinned": plan.pinned,
        "event_id": plan.event,
        "poll_id": plan.poll,
        "at": optional_stamp(plan.at),
        "recurrence": plan.recurrence and RECURRENCE.dump_json(plan.recurrence).decode(),
    }


class SqliteAnnouncementStore(Store):
    """Announcements as rows; `copies` has who got which messages."""

    def add(self, new: NewAnnouncement, now: datetime, draft: str | None = None) -> AnnouncementId:
        """Add an announcement with its first version; a draft creates only one."""
        more = {
            "state": new.state,
            "version": 1,
            "confirmed_by": new.confirmed_by,
            "sends_at": stamp(new.sends_at),
            "sent_at": None,
            "times": json.dumps([stamp(time) for time in new.times]),
            "created_by": new.created_by,
            "created_at": stamp(now),
            "draft": draft,
        }
        row = self._db.execute(INSERT, _planned(new.plan) | more).fetchone()
        announcement = AnnouncementId(row[0])
        self.add_version(announcement, Version(1, new.plan.contents, new.created_by, now))
        return announcement

    def by_draft(self, draft: str) -> AnnouncementId | None:
        """Return the announcement that was submitted from a draft."""
        row = self._db.execute("SELECT id FROM announcements WHERE draft = ?", (draft,)).fetchone()
        return None if row is None else AnnouncementId(row[0])

    def get(self, announcement: AnnouncementId) -> Announcement | None:
        """Return an announcement with its newest contents."""
        found = self._where("WHERE a.id = ?", announcement)
        return found[0] if found else None

    def save(self, announcement: Announcement) -> None:
        """Save an announcement except its contents, which belong to a version."""
        self._db.execute(
            UPDATE,
            _planned(announcement)
            | {
                "id": announcement.id,
                "state": announcement.state,
                "version": announcement.version,
                "created_by": announcement.created_by,
                "confirmed_by": announcement.confirmed_by,
                "sends_at": stamp(announcement.sends_at),
                "sent_at": optional_stamp(announcement.sent_at),
                "times": json.dumps([stamp(time) for time in announcement.times]),
            },
        )

    def due(self, now: datetime) -> list[AnnouncementId]:
        """Return those that are due, the earliest first."""
        rows = self._db.execute(
            """
            SELECT id FROM announcements WHERE state = 'scheduled' AND sends_at <= ?
             ORDER BY sends_at, id
            """,
            (stamp(now),),
        )
        return [AnnouncementId(row[0]) for row in rows]

    def all(self) -> list[Announcement]:
        """Return every announcement, the newest first."""
        return self._where("ORDER BY a.id DESC")

    def of_member(self, member: MemberId) -> list[Announcement]:
        """Return a person's announcements that were not recalled, the newest first."""
        return self._where(
            """
            JOIN copies c ON c.announcement_id = a.id AND c.addressee = c.member_id
            WHERE c.member_id = ? AND a.state = 'sent'
            ORDER BY a.sent_at DESC, a.id DESC
            """,
            member,
        )

    def add_version(self, announcement: AnnouncementId, version: Version) -> None:
        """Add the contents that are valid from now on."""
        self._db.execute(
            """
            INSERT INTO announcement_versions (announcement_id, number, contents, created_by,
                                               created_at)
            VALUES (?, ?, ?, ?, ?)
            """,
            (
                announcement,
                version.number,
                dump_contents(version.contents),
                version.created_by,
                stamp(version.at),
            ),
        )

    def replace_contents(self, announcement: AnnouncementId, version: Version) -> None:
        """Replace contents that nobody has seen yet."""
        self._db.execute(
            "DELETE FROM announcement_versions WHERE announcement_id = ?", (announcement,)
        )
        self.add_version(announcement, version)

    def contents(self, announcement: AnnouncementId, version: int) -> Mapping[str, Content]:
        """Return the contents of that version."""
        row = self._db.execute(
            """
            SELECT contents FROM announcement_versions WHERE announcement_id = ? AND number = ?
            """,
            (announcement, version),
        ).fetchone()
        return contents_from(row[0])

    def versions(self, announcement: AnnouncementId) -> Sequence[Version]:
        """Return all versions, the first one first."""
        rows = self._db.execute(
            """
            SELECT number, contents, created_by, created_at FROM announcement_versions
             WHERE announcement_id = ? ORDER BY number
            """,
            (announcement,),
        )
        return [
            Version(number, contents_from(contents), MemberId(author), moment(at))
            for number, contents, author, at in rows
        ]

    def _where(self, clause: str, *values: object) -> list[Announcement]:
        return [_announcement(row) for row in self._db.execute(SELECT + clause, values)]
