-- What was due and could not be done: when it is tried again, and what was put aside. The error is its
-- type and place in the code; its message may quote what people wrote, and is in the log alone.

CREATE TABLE failed_items (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,  -- people and the log name it: never used twice
    kind         TEXT NOT NULL,
    subject      INTEGER NOT NULL,
    attempts     INTEGER NOT NULL CHECK (attempts > 0),
    error        TEXT NOT NULL,
    not_before   TEXT,  -- NULL: not before a restart
    put_aside_at TEXT,  -- when administrators were told
    CHECK (not_before IS NOT NULL OR put_aside_at IS NOT NULL),
    UNIQUE (kind, subject)
) STRICT;
