"""What secret ballots leave behind in the file and in the log beside it, and how that is wiped."""

import sqlite3

TABLES = ("roll", "secret_ballots")


def empty_log(db: sqlite3.Connection) -> bool:
    """Fold the write-ahead log into the file and empty it, unless a reader needs it just now.

    After the close of a secret poll the tables of secret ballots are written anew before.
    """
    if db.execute("SELECT EXISTS (SELECT 1 FROM poll_traces)").fetchone()[0]:
        write_anew(db)
    (patience,) = db.execute("PRAGMA busy_timeout").fetchone()
    db.execute("PRAGMA busy_timeout = 0")
    try:
        (busy, _, _) = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        db.execute(f"PRAGMA busy_timeout = {patience}")
    return not busy


def write_anew(db: sqlite3.Connection) -> None:
    """Write the roll and the secret ballots anew: pages keep remains in their unused parts.

    Emptied at one stroke, a table gives its pages back overwritten with zeros (`secure_delete`);
    for that it may have neither triggers nor foreign keys, which would have SQLite take row by
    row. Filled in the order of its keys, it tells nothing but what is in it. VACUUM does the same
    to the whole file, but nobody could vote until that is written: 0.4 s for 70 MB on a quick disk.
    """
    db.execute("PRAGMA foreign_keys = OFF")
    try:
        db.execute("BEGIN IMMEDIATE")
        try:
            _write_anew(db)
            db.execute("DELETE FROM poll_traces")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def _write_anew(db: sqlite3.Connection) -> None:
    triggers = db.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN (?, ?)", TABLES
    ).fetchall()
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    for table in TABLES:
        rows = sorted(db.execute(f"SELECT * FROM {table}").fetchall())  # noqa: S608  a name
        db.execute(f"DELETE FROM {table}")  # noqa: S608  a name
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608  a name
    for _, sql in triggers:
        db.execute(sql)
