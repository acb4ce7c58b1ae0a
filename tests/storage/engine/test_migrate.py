import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.events.audiences import COUNCIL, EVERYBODY
from bot.domain.events.events import EventId
from bot.domain.events.notices import EventCardChanged, EventMoved, EventReminder
from bot.domain.polls.polls import PollId
from storage.engine.database import connect
from storage.engine.migrate import (
    DatabaseRefused,
    Migration,
    known_migrations,
    migrate,
    pending_migrations,
    statements,
)
from storage.stores import Stores

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
FIRST = Migration(1, "0001_first", "CREATE TABLE one (n INTEGER) STRICT;\n")
SECOND = Migration(
    2, "0002_second", "CREATE TABLE two (n INTEGER) STRICT;\nINSERT INTO one VALUES (7);\n"
)
BROKEN = Migration(
    3, "0003_broken", "CREATE TABLE three (n INTEGER);\nDROP TABLE one;\nDROP TABLE nowhere;\n"
)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(tmp_path / "test.sqlite3")) as connection:
        yield connection


LAST_RELEASE = """
INSERT INTO organisations (id, name, folded_name, inn) VALUES (1, 'Фонд', 'фонд', '6671000017');
INSERT INTO members (id, name, folded_name, organisation_id, telegram_id, joined_at)
VALUES (1, 'Анна', 'анна', 1, 71, '2026-11-01'), (2, 'Борис', 'борис', 1, 72, '2026-11-01'),
       (3, 'Вера', 'вера', NULL, NULL, NULL), (4, 'Глеб', 'глеб', NULL, 74, '2026-11-01');
UPDATE organisations SET leader_id = 1;
INSERT INTO roles (member_id, role) VALUES (1, 'organiser');
INSERT INTO invitations (token_hash, member_id, expires_at) VALUES (zeroblob(32), 3, '2026-12-31');
INSERT INTO events (id, title, description, starts_at, ends_at, place, audience, state, reason,
                    created_by, created_at, draft)
VALUES (5, 'Встреча', 'О планах', '2026-12-05', '2026-12-06', 'Дом', 'council', 'published', '',
        1, '2026-11-01', 'd5'),
       (6, 'Форум', '', '2026-12-07', '2026-12-08', 'Сад', 'everybody', 'cancelled', 'Болезнь',
        2, '2026-11-02', NULL);
INSERT INTO rsvps (event_id, member_id, answer, answered_at, update_id)
VALUES (5, 1, 'going', '2026-11-05', 12), (5, 2, 'going', '2026-11-03', 10),
       (5, 3, 'declined', '2026-11-04', 11), (5, 4, 'going', '2026-11-05', 13),
       (6, 1, 'maybe', '2026-11-05', 14), (6, 2, 'going', '2026-11-06', 15);
INSERT INTO cards (chat_id, message_id, event_id, member_id, board)
VALUES (72, 1, 5, 2, 0), (71, 2, 5, 1, 1);
INSERT INTO reminders (event_id, lead_seconds, due_at) VALUES (5, 3600, '2026-12-04T23');
INSERT INTO mailings (id, occasion, event_id, created_by, created_at, not_joined, chat_id,
                      message_id, shown, finished_at)
VALUES (8, 'published', 5, 1, '2026-11-01', 1, 71, 3, 2, NULL),
       (9, 'cancelled', 6, 2, '2026-11-02', 0, NULL, NULL, NULL, '2026-11-03');
INSERT INTO notices (id, key, member_id, kind, subject, priority, mailing_id, edits_chat,
                     edits_message, state, version, attempts, doubtful, not_before, created_at,
                     settled_at, message_id, error)
VALUES (20, 'mailing:8:2', 2, 'EventAnnounced', '{"event": 5}', 2, 8, NULL, NULL, 'sent', 1, 1, 0,
        '2026-11-01', '2026-11-01', '2026-11-02', 4, NULL),
       (21, 'card:71:2', 1, 'EventBoardChanged', '{"event": 5}', 1, NULL, 71, 2, 'pending', 3, 0,
        0, '2026-11-05', '2026-11-05', NULL, NULL, NULL),
       (22, 'card:72:1', 2, 'EventCardChanged', '{"event": 5}', 0, NULL, 72, 1, 'retry', 1, 2, 1,
        '2026-11-05', '2026-11-05', NULL, NULL, 'lost'),
       (23, 'mailing:9:1', 1, 'EventMoved',
        '{"event": 5, "old_start": "2026-12-04T09:00:00Z", "new_start": "2026-12-05T09:00:00Z"}',
        2, NULL, NULL, NULL, 'pending', 1, 0, 0, '2026-11-05', '2026-11-05', NULL, NULL, NULL),
       (24, 'reminder:5:1', 4, 'EventReminder',
        '{"event": 5, "starts_at": "2026-12-05T09:00:00Z", "lead": "PT1H"}',
        1, NULL, NULL, NULL, 'pending', 1, 0, 0, '2026-11-05', '2026-11-05', NULL, NULL, NULL);
INSERT INTO drafts (key, state, data, saved_at) VALUES ('k', 's', '{"a": 1}', '2026-11-01');
INSERT INTO audit (id, at, actor_id, act, subject, details)
VALUES (1, '2026-11-01', 1, 'event.publish', 'event:5', '{}')
"""


@pytest.fixture
def last_release(db: sqlite3.Connection) -> sqlite3.Connection:
    """A database of the release before this one, with rows in every table."""
    migrate(db, NOW, known_migrations()[:1])
    for statement in LAST_RELEASE.split(";"):
        db.execute(statement)
    empty = [name for name in tables(db) if not db.execute(f"SELECT 1 FROM {name}").fetchone()]  # noqa: S608
    assert empty == []
    return db


def all_of(db: sqlite3.Connection, columns: str, table: str) -> list[tuple[object, ...]]:
    sql = f"SELECT {columns} FROM {table} ORDER BY 1, 2"  # noqa: S608  names, no values
    return db.execute(sql).fetchall()


def tables(db: sqlite3.Connection) -> set[str]:
    return {row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def test_migrations_are_applied_in_their_order_and_once(db: sqlite3.Connection) -> None:
    assert migrate(db, NOW, [FIRST, SECOND]) == [FIRST, SECOND]
    assert migrate(db, NOW, [FIRST, SECOND]) == []

    assert tables(db) == {"migrations", "one", "two"}
    assert db.execute("SELECT n FROM one").fetchall() == [(7,)]


def test_an_older_database_gets_what_it_lacks(db: sqlite3.Connection) -> None:
    migrate(db, NOW, [FIRST])

    assert migrate(db, NOW, [FIRST, SECOND]) == [SECOND]


def test_the_migrations_of_this_release_reach_the_schema_from_nothing(
    db: sqlite3.Connection,
) -> None:
    numbers = [migration.number for migration in known_migrations()]
    assert numbers == sorted(set(numbers))
    assert pending_migrations(db) == known_migrations()

    migrate(db, NOW)

    assert pending_migrations(db) == []
    assert tables(db) == {
        *("migrations", "organisations", "members", "roles", "invitations", "events", "rsvps"),
        *(
            "shown_messages",
            "shown_kinds",
            "due_times",
            "due_kinds",
            "mailings",
            "notices",
            "drafts",
            "audit",
            "series",
            "invitees",
        ),
        *("mutes", "substitutions", "passes", "helpers", "arrivals", "reachability_digests"),
        *("polls", "voters", "poll_delegates", "proxies", "recusals", "roll", "ballots"),
        *("secret_ballots", "statements", "entries", "results", "lots"),
        "omitted_voters",
        *("poll_traces", "straw_polls", "minutes", "minutes_polls", "filed_files"),
        *("poll_keys", "encrypted_ballots", "former_numbers"),
        *("ballot_numbers", "ballot_counts"),
        *("poll_traces", "straw_polls", "minutes", "minutes_polls"),
        *("announcements", "announcement_versions", "copies", "rereads", "templates"),
        *("unwanted_kinds",),
        *("applications", "application_files", "application_remarks"),
        *("handled_updates", "rebindings", "personal_traces", "tombstones"),
        *("presences", "presence_requests", "planned_roles", "consent_texts"),
        *("settings", "moved_chats", "asked_backups"),
        *("handovers", "departures", "group_people"),
        *("meetings", "meeting_codes", "meeting_pages", "meeting_pings", "meeting_proposals"),
        *("resources", "resource_closures", "bookings"),
        *("house_screens", "unwanted_room_news"),
        *("directory_cards", "directory_contacts", "directory_fields", "directory_letters"),
        *("directory_texts", "directory_index"),
        *(f"directory_index_{part}" for part in ("config", "data", "docsize", "idx")),
        *("exchange_posts", "exchange_fields", "exchange_photos", "exchange_responses"),
        *("exchange_messages", "exchange_readers", "exchange_wishes", "exchange_matches"),
        *("exchange_texts", "exchange_index"),
        *(f"exchange_index_{part}" for part in ("config", "data", "docsize", "idx")),
        *("failed_items", "sqlite_sequence"),  # the numbers of the first are never given twice
    }
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_table_is_strict(db: sqlite3.Connection) -> None:
    migrate(db, NOW)

    lax = db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND NOT strict AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    assert lax == []


def test_a_failing_migration_leaves_nothing_of_itself_and_keeps_those_before(
    db: sqlite3.Connection,
) -> None:
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(db, NOW, [FIRST, SECOND, BROKEN])

    assert tables(db) == {"migrations", "one", "two"}
    assert db.execute("SELECT number FROM migrations").fetchall() == [(1,), (2,)]
    assert not db.in_transaction


def test_a_database_of_a_newer_release_is_refused(db: sqlite3.Connection) -> None:
    migrate(db, NOW, [FIRST, SECOND])

    with pytest.raises(DatabaseRefused, match=r"database-newer \(migration=2\)"):
        migrate(db, NOW, [FIRST])


def test_a_migration_changed_after_it_was_applied_is_refused(db: sqlite3.Connection) -> None:
    migrate(db, NOW, [FIRST])
    changed = Migration(1, FIRST.name, FIRST.sql + "-- a harmless remark\n")

    with pytest.raises(DatabaseRefused, match=r"database-migration-differs \(migration=1\)"):
        migrate(db, NOW, [changed, SECOND])

    assert tables(db) == {"migrations", "one"}


def test_a_script_is_split_into_whole_statements() -> None:
    script = (
        "-- a remark; with a semicolon\n"
        "CREATE TABLE one (\n  n INTEGER -- one;\n);\n"
        "CREATE TRIGGER t BEFORE DELETE ON one\n"
        "BEGIN SELECT raise(ABORT, 'no; never');\nSELECT 1; END;\n"
        "INSERT INTO one VALUES (1)\n"
    )

    assert [one.split()[0] for one in statements(script)] == ["--", "CREATE", "INSERT"]


KEPT = {
    "organisations": "id, name, short_name, folded_name, inn, ogrn, municipality, leader_id",
    "members": "id, name, folded_name, organisation_id, telegram_id, joined_at",
    "roles": "member_id, role",
    "invitations": "token_hash, member_id, expires_at, used_at",
    "events": (
        "id, title, description, starts_at, ends_at, place, audience, state, reason, created_by,"
        " created_at, draft"
    ),
    "rsvps": "event_id, member_id, answer, answered_at, update_id",
    "mailings": (
        "id, occasion, event_id, created_by, created_at, not_joined, chat_id, message_id, shown,"
        " finished_at"
    ),
    "notices": (
        "id, key, member_id, subject, priority, mailing_id, edits_chat, edits_message, state,"
        " version, attempts, doubtful, not_before, created_at, settled_at, message_id, error"
    ),
    "drafts": "*",
    "audit": "*",
}


def test_a_database_of_the_last_release_keeps_every_row(last_release: sqlite3.Connection) -> None:
    before = {table: all_of(last_release, columns, table) for table, columns in KEPT.items()}

    migrate(last_release, NOW)

    after = {table: all_of(last_release, columns, table) for table, columns in KEPT.items()}
    assert after == before
    assert last_release.execute("PRAGMA foreign_key_check").fetchall() == []
    assert last_release.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert last_release.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_those_who_go_are_seated_in_the_order_of_their_answers(
    last_release: sqlite3.Connection,
) -> None:
    migrate(last_release, NOW)

    rows = all_of(last_release, "event_id, place, member_id, seat", "rsvps")
    assert [(event, member) for event, place, member, _ in rows if place] == [
        *((5, member) for member in (2, 1, 4)),
        (6, 2),
    ]
    assert {member for _, _, member, seat in rows if seat == "seated"} == {1, 2, 4}
    assert {(event, member) for event, place, member, seat in rows if not (place or seat)} == {
        *((5, 3), (6, 1))
    }


def test_cards_boards_and_events_of_the_last_release_are_what_they_were(
    last_release: sqlite3.Connection,
) -> None:
    migrate(last_release, NOW)

    columns = "chat_id, message_id, subject_kind, subject_id, member_id, view, caption"
    assert all_of(last_release, columns, "shown_messages") == [
        (71, 2, "event", 5, 1, "board", 0),
        (72, 1, "event", 5, 2, "card", 0),
    ]
    due = all_of(last_release, "kind, subject_id, lead_seconds, due_at", "due_times")
    assert due == [("event_reminders", 5, 3600, "2026-12-04T23")]
    events = Stores(last_release).events
    meeting, forum = events.get(EventId(5)), events.get(EventId(6))
    assert meeting
    assert forum
    assert (meeting.audience, forum.audience) == (COUNCIL, EVERYBODY)
    assert (meeting.is_cancelled, forum.is_cancelled, forum.reason) == (False, True, "Болезнь")
    assert meeting.uid != forum.uid
    assert events.secret(meeting.id) != events.secret(forum.id)
    assert (meeting.capacity, meeting.guests, meeting.sequence) == (None, 0, 0)


def test_what_the_last_release_had_still_to_say_is_said(last_release: sqlite3.Connection) -> None:
    migrate(last_release, NOW)

    claimed = Stores(last_release).outbox.claim(NOW, 10)
    start = datetime(2026, 12, 5, 9, 0, tzinfo=UTC)
    event = EventId(5)
    assert {(one.notice.recipient, one.notice.subject) for one in claimed} == {
        (1, EventCardChanged(event)),
        (2, EventCardChanged(event)),
        (4, EventReminder(event, start, timedelta(hours=1))),
    }
    for one in claimed:
        Stores(last_release).outbox.save_sent(one, None, NOW)
    (moved,) = Stores(last_release).outbox.claim(NOW, 10)
    assert moved.notice.subject == EventMoved(event, start - timedelta(days=1), start)
    assert "EventBoardChanged" not in {kind for (kind,) in all_kinds(last_release)}


def all_kinds(db: sqlite3.Connection) -> list[tuple[str]]:
    return db.execute("SELECT DISTINCT kind FROM notices").fetchall()


def test_a_migrated_database_has_the_schema_of_a_new_one(
    last_release: sqlite3.Connection, tmp_path: Path
) -> None:
    migrate(last_release, NOW)
    with closing(connect(tmp_path / "new.sqlite3")) as new:
        migrate(new, NOW)
        schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
        assert last_release.execute(schema).fetchall() == new.execute(schema).fetchall()


REFERRED = Migration(
    1,
    "0001_referred",
    "CREATE TABLE one (n INTEGER PRIMARY KEY) STRICT;\n"
    "CREATE TABLE two (n INTEGER REFERENCES one (n)) STRICT;\n"
    "INSERT INTO one VALUES (7);\nINSERT INTO two VALUES (7);\n",
)


@pytest.mark.parametrize("enforced", [0, 1])
def test_a_migration_that_would_break_a_foreign_key_is_refused_and_undone(
    db: sqlite3.Connection, enforced: int
) -> None:
    migrate(db, NOW, [REFERRED])
    db.execute(f"PRAGMA foreign_keys = {enforced}")
    orphaning = Migration(2, "0002_orphaning", "DELETE FROM one;\n")

    with pytest.raises(DatabaseRefused, match=r"database-migration-fails .*table=two"):
        migrate(db, NOW, [REFERRED, orphaning])

    assert db.execute("SELECT n FROM one").fetchall() == [(7,)]
    assert db.execute("SELECT number FROM migrations").fetchall() == [(1,)]
    assert not db.in_transaction
    assert db.execute("PRAGMA foreign_keys").fetchone() == (enforced,)


def test_a_migration_may_make_a_table_again_that_others_refer_to(db: sqlite3.Connection) -> None:
    again = Migration(
        2,
        "0002_anew",
        "CREATE TABLE one_anew (n INTEGER PRIMARY KEY, m INTEGER) STRICT;\n"
        "INSERT INTO one_anew (n) SELECT n FROM one;\n"
        "DROP TABLE one;\nALTER TABLE one_anew RENAME TO one;\n",
    )
    migrate(db, NOW, [REFERRED, again])

    assert db.execute("SELECT n FROM two").fetchall() == [(7,)]
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("DELETE FROM one")


def test_a_proxy_given_before_the_migration_is_in_force_after_it(db: sqlite3.Connection) -> None:
    migrate(db, NOW, [one for one in known_migrations() if one.number < 13])
    db.executescript(
        """
        INSERT INTO members (id, name, folded_name) VALUES (1, 'Анна', 'анна'), (2, 'Ян', 'ян');
        INSERT INTO polls (id, kind, body, question, rules, mode, secrecy, closes_at, candidates,
                           seats, exclusive, live, closes_when_all_voted, materials, tells_members,
                           elects_council, preset, folded_question, created_by, created_at)
        VALUES (1, 'motion', 'council', 'Смета', '{}', 'remote', 'named', '2027', '[]', 1, 0, 0, 0,
                '[]', 0, 0, '', 'смета', 1, '2026-12-01');
        INSERT INTO voters (poll_id, voter_id, name) VALUES (1, 1, 'Анна'), (1, 2, 'Ян');
        INSERT INTO poll_delegates (poll_id, voter_id, member_id, name)
        VALUES (1, 1, 1, 'Анна'), (1, 2, 2, 'Ян');
        UPDATE polls SET state = 'open', opened_at = '2026-12-01' WHERE id = 1;
        INSERT INTO proxies VALUES (1, 1, 2, 'Ян', '7', '2026-11-20', '2027-01-01T00:00+00:00',
                                    'Всё', 1);
        """
    )

    migrate(db, NOW)

    (proxy,) = Stores(db).electorates.of_poll(PollId(1)).proxies
    assert (proxy.holder, proxy.number, proxy.revoked_at, proxy.used) == (2, "7", None, False)
    assert proxy.holds(NOW)
    for broken in ("used = 1", "revoked_at = '2026'", "revoked_by = 1"):
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(f"UPDATE proxies SET {broken}")  # noqa: S608  our own


def test_earlier_invitations_of_organisers_are_worth_no_more_than_an_organisers(
    db: sqlite3.Connection,
) -> None:
    """Anyone who was invited in person was so by an organiser; the others by the command line."""
    migrate(db, NOW, [one for one in known_migrations() if one.number < 16])
    db.executescript(
        """
        INSERT INTO members (id, name, folded_name) VALUES (1, 'Анна', 'анна'), (2, 'Ян', 'ян');
        INSERT INTO invitations (token_hash, member_id, expires_at)
        VALUES (zeroblob(32), 1, '2026-12-31'), (randomblob(32), 2, '2026-12-31');
        INSERT INTO audit (at, act, subject) VALUES
            ('2026-12-01', 'invitation.issue', 'member:1'),
            ('2026-12-01', 'invitation.issue', 'members');
        """
    )

    migrate(db, NOW)

    authorities = db.execute("SELECT member_id, authority FROM invitations ORDER BY 1").fetchall()
    assert authorities == [(1, "organiser"), (2, "administrator")]
