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

-- When minutes are to be drawn up (of a poll), until when decisions can be challenged, until when a change is
-- to be registered.
INSERT INTO due_kinds VALUES ('minutes_drawing_up'), ('minutes_challenge'), ('minutes_registration');
ALTER TABLE due_times ADD COLUMN undrawn_poll_id INTEGER AS (
    CASE kind WHEN 'minutes_drawing_up' THEN subject_id END) REFERENCES polls (id);
ALTER TABLE due_times ADD COLUMN minutes_id INTEGER AS (
    CASE WHEN kind IN ('minutes_challenge', 'minutes_registration') THEN subject_id END)
    REFERENCES minutes (id);
