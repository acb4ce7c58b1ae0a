"""The treatment of personal data, table by table; an undeclared table fails a test."""

import sqlite3

from storage.announcements.privacy import PRIVACY as ANNOUNCEMENTS
from storage.applications.privacy import PRIVACY as APPLICATIONS
from storage.directory.privacy import PRIVACY as DIRECTORY
from storage.engine.privacy import Privacy
from storage.events.privacy import PRIVACY as EVENTS
from storage.minutes.privacy import PRIVACY as MINUTES
from storage.people.privacy import PRIVACY as PEOPLE
from storage.people.typed_names import take_out_of_drafts
from storage.polls.privacy import PRIVACY as POLLS


def _rewrite_drafts(db: sqlite3.Connection, name: str, _: int | None) -> None:
    take_out_of_drafts(db, name)


SHARED = (
    Privacy(table="drafts", rewrite=_rewrite_drafts, traces="SELECT 1 FROM drafts"),
    Privacy(
        table="shown_messages",
        export={
            "cards": """
                SELECT chat_id, message_id, event_id FROM shown_messages
                 WHERE member_id = :member AND subject_kind = 'event'
                """,
            "poll_messages": """
                SELECT chat_id, message_id, poll_id FROM shown_messages
                 WHERE member_id = :member AND subject_kind = 'poll'
                """,
        },
        erase=("DELETE FROM shown_messages WHERE member_id = :member",),
        merge=("UPDATE shown_messages SET member_id = :member WHERE member_id = :guest",),
        leave=("DELETE FROM shown_messages WHERE member_id = :member AND chat_id = :account",),
    ),
    Privacy(
        table="notices",
        export={
            "notices": """
                SELECT kind, subject, state, created_at, settled_at FROM notices
                 WHERE member_id = :member
                """
        },
        erase=(
            "DELETE FROM notices WHERE member_id = :member AND mailing_id IS NULL",
            """
            UPDATE notices SET state = 'dropped', settled_at = :now
             WHERE member_id = :member AND state IN ('pending', 'retry')
            """,
        ),
        kept={"member_id": "the report of a mailing says how many it reached"},
        merge=("UPDATE notices SET member_id = :member WHERE member_id = :guest",),
        leave=(
            """
            DELETE FROM notices
             WHERE member_id = :member AND edits_chat = :account AND state IN ('pending', 'retry')
            """,
        ),
    ),
)
"""The tables that all nouns share."""

PRIVACY = (*PEOPLE, *EVENTS, *POLLS, *MINUTES, *ANNOUNCEMENTS, *APPLICATIONS, *DIRECTORY, *SHARED)
