-- Files beside issued minutes, byte for byte: the scan with the signatures, and what was appended later.
CREATE TABLE filed_files (
    id         INTEGER PRIMARY KEY,
    minutes_id INTEGER NOT NULL REFERENCES minutes (id),
    kind       TEXT NOT NULL CHECK (kind IN ('scan', 'addendum')),
    name       TEXT NOT NULL CHECK (length(name) > 0),
    content    BLOB NOT NULL CHECK (length(content) > 0),
    hash       TEXT NOT NULL CHECK (length(hash) = 64),
    filed_by   INTEGER NOT NULL REFERENCES members (id),
    filed_at   TEXT NOT NULL,
    entry      INTEGER NOT NULL UNIQUE REFERENCES entries (number),
    UNIQUE (minutes_id, hash)
) STRICT;
CREATE INDEX filed_files_by_member ON filed_files (filed_by);
CREATE TRIGGER filed_files_are_never_changed BEFORE UPDATE ON filed_files
BEGIN SELECT raise(ABORT, 'what is filed stands'); END;
CREATE TRIGGER filed_files_are_never_deleted BEFORE DELETE ON filed_files
BEGIN SELECT raise(ABORT, 'what is filed stands'); END;

-- What the name of a person lacks in an official paper; empty where nobody said it, or there is none.
ALTER TABLE members ADD COLUMN patronymic TEXT NOT NULL DEFAULT '';

-- What falls due is listed in a table (as migration 0021 has it where that came before; made here where it
-- did not): when minutes are to be drawn up, until when decisions can be challenged, until when a change is
-- to be registered.
CREATE TABLE IF NOT EXISTS due_kinds (
    kind TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO due_kinds VALUES
    ('event_reminders'), ('ballot_reminders'), ('statements'),
    ('minutes_drawing_up'), ('minutes_challenge'), ('minutes_registration');
CREATE TABLE new_due_times (
    kind         TEXT NOT NULL REFERENCES due_kinds (kind),
    subject_id   INTEGER NOT NULL,
    lead_seconds INTEGER NOT NULL CHECK (lead_seconds >= 0),
    due_at       TEXT NOT NULL,
    last         INTEGER NOT NULL DEFAULT 0 CHECK (last IN (0, kind = 'ballot_reminders')),
    event_id     INTEGER AS (CASE kind WHEN 'event_reminders' THEN subject_id END)
                     REFERENCES events (id),
    poll_id      INTEGER AS (CASE WHEN kind IN ('ballot_reminders', 'statements', 'minutes_drawing_up')
                             THEN subject_id END)
                     REFERENCES polls (id),
    minutes_id   INTEGER AS (CASE WHEN kind IN ('minutes_challenge', 'minutes_registration')
                             THEN subject_id END)
                     REFERENCES minutes (id),
    PRIMARY KEY (kind, subject_id, lead_seconds),
    CHECK (kind <> 'statements' OR lead_seconds = 0),
    CHECK (kind NOT IN ('event_reminders', 'ballot_reminders') OR lead_seconds > 0)
) STRICT, WITHOUT ROWID;
INSERT INTO new_due_times (kind, subject_id, lead_seconds, due_at, last)
SELECT kind, subject_id, lead_seconds, due_at, last FROM due_times;
DROP TABLE due_times;
ALTER TABLE new_due_times RENAME TO due_times;
CREATE INDEX due_times_by_due ON due_times (kind, due_at);
