"""The treatment of personal data, table by table; an undeclared table fails a test."""

import sqlite3
from collections.abc import Mapping

from storage.announcements.privacy import PRIVACY as ANNOUNCEMENTS
from storage.applications.privacy import PRIVACY as APPLICATIONS
from storage.directory.privacy import PRIVACY as DIRECTORY
from storage.drafts import SqliteDraftStore
from storage.engine.privacy import Expiry, Privacy
from storage.events.privacy import PRIVACY as EVENTS
from storage.exchange.privacy import PRIVACY as EXCHANGE
from storage.meetings.privacy import PRIVACY as MEETINGS
from storage.minutes.privacy import PRIVACY as MINUTES
from storage.people.privacy import PRIVACY as PEOPLE
from storage.people.typed_names import take_out_of_drafts
from storage.polls.privacy import PRIVACY as POLLS
from storage.rooms.privacy import PRIVACY as ROOMS


def _rewrite_drafts(db: sqlite3.Connection, name: str, account: int | None) -> None:
    if account is not None:  # the keys of a person's own drafts name it (`bot.services.drafts`)
        SqliteDraftStore(db).forget(f"draft:{account}:")
    take_out_of_drafts(db, name)


_DELIVERED = """settled_at < :before AND mailing_id IS NULL
    AND kind NOT GLOB 'poll.*' AND kind <> 'meeting.convened'"""

SHARED = (
    Privacy(
        table="drafts",
        rewrite=_rewrite_drafts,
        traces="SELECT 1 FROM drafts",
        expires=Expiry(
            "drafts",
            due="SELECT 1 WHERE EXISTS (SELECT 1 FROM drafts WHERE saved_at < :before)",
            acts=("DELETE FROM drafts WHERE saved_at < :before",),
        ),
    ),
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
        leave=("DELETE FROM shown_messages WHERE member_id = :member AND chat_id = :account",),
    ),
    Privacy(
        table="notices",
        export={
            "notices": """
                SELECT kind, subject AS concerns, state, created_at, settled_at FROM notices
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
        expires=Expiry(  # what was said of votes and in mailings stays
            "notices",
            due=f"SELECT DISTINCT id / 100 FROM notices WHERE {_DELIVERED}",  # noqa: S608  constants
            acts=(
                f"""
                DELETE FROM notices
                 WHERE id BETWEEN :item * 100 AND :item * 100 + 99 AND {_DELIVERED}
                """,  # noqa: S608  constants
            ),
        ),
        leave=(
            """
            DELETE FROM notices
             WHERE member_id = :member AND edits_chat = :account AND state IN ('pending', 'retry')
            """,
        ),
    ),
)
"""The tables that all nouns share."""

BY_PURPOSE: Mapping[str, tuple[Privacy, ...]] = {
    "people": PEOPLE,
    "events": EVENTS,
    "polls": POLLS,
    "meetings": MEETINGS,
    "minutes": MINUTES,
    "announcements": ANNOUNCEMENTS,
    "applications": APPLICATIONS,
    "rooms": ROOMS,
    "directory": DIRECTORY,  # these two last of those with texts: an index keeps statements open
    "exchange": EXCHANGE,
    "messages": SHARED,
}
"""The tables of each noun, and so the purpose of their data."""

PRIVACY = tuple(one for declared in BY_PURPOSE.values() for one in declared)

IMPERSONAL: Mapping[str, str] = {
    **dict.fromkeys(("migrations", "sqlite_sequence"), "the schema and its counters"),
    **dict.fromkeys(("due_kinds", "shown_kinds", "due_times"), "when what is due, by ids"),
    **dict.fromkeys(("settings", "moved_chats"), "the alliance's settings and chats"),
    **dict.fromkeys(("failed_items", "handled_updates"), "what was done and what failed, by ids"),
    **dict.fromkeys(("personal_traces", "poll_traces"), "names of tables to be wiped"),
    "tombstones": "salted digests of what was erased, so that no backup brings it back",
    "reachability_digests": "ids that the last digest counted",
    "consent_texts": "the texts of the consent, without a person",
    **dict.fromkeys(
        ("voters", "roll", "entries", "results", "minutes_polls", "presence_requests"),
        "the record of a vote: who had a vote and took part stays (Civil Code, article 181.2)",
    ),
    **dict.fromkeys(
        ("secret_ballots", "encrypted_ballots", "ballot_numbers", "ballot_counts", "poll_keys"),
        "secret ballots, which nothing connects with a person",
    ),
    "resource_closures": "when rooms are closed",
    "house_screens": "digests of the addresses of a screen",
    "directory_fields": "in which fields organisations work",
    **dict.fromkeys(
        tuple(f"directory_index_{part}" for part in ("config", "data", "docsize", "idx")),
        "groups of three letters, made from directory_texts and rewritten with them",
    ),
    **dict.fromkeys(
        ("exchange_fields", "exchange_matches"), "for whom posts are, and who was told of them"
    ),
    **dict.fromkeys(
        tuple(f"exchange_index_{part}" for part in ("config", "data", "docsize", "idx")),
        "groups of three letters, made from exchange_texts and rewritten with them",
    ),
    "former_numbers": "numbers of secret ballots, which nothing connects with a person",
}
"""Tables of which nothing is exported or erased, and why."""
