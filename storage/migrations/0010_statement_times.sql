-- Until when the minutes of a closed poll wait for those who were against, and whether chair and
-- secretary have heard that the waiting is over. A poll without a row waits for nobody.

CREATE TABLE statement_times (
    poll_id INTEGER PRIMARY KEY REFERENCES results (poll_id),
    until   TEXT NOT NULL,
    told    INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1))
) STRICT;
CREATE INDEX statement_times_to_tell ON statement_times (until) WHERE told = 0;
CREATE TRIGGER statement_times_stand BEFORE UPDATE OF poll_id, until ON statement_times
BEGIN SELECT raise(ABORT, 'the time for statements stands as it was told'); END;
CREATE TRIGGER statement_times_are_told_once BEFORE UPDATE OF told ON statement_times
WHEN NEW.told < OLD.told
BEGIN SELECT raise(ABORT, 'chair and secretary are told once'); END;
CREATE TRIGGER statement_times_are_never_deleted BEFORE DELETE ON statement_times
BEGIN SELECT raise(ABORT, 'the time for statements stands as it was told'); END;
