-- Until when the minutes of a closed poll wait for those who were against stands with its result; a poll
-- without it waits for nobody.
ALTER TABLE results ADD COLUMN statements_until TEXT;
DROP TRIGGER results_are_never_changed;
UPDATE results SET statements_until = waits.until
  FROM statement_times AS waits WHERE waits.poll_id = results.poll_id;
CREATE TRIGGER results_are_never_changed BEFORE UPDATE ON results
BEGIN SELECT raise(ABORT, 'a result stands'); END;

-- One table of what falls due: reminders of events and of ballots, the end of the time for statements. A
-- row is deleted as it is done. The generated columns stand for the foreign keys.
CREATE TABLE due_times (
    kind         TEXT NOT NULL CHECK (kind IN (
                     'event_reminders', 'ballot_reminders', 'statements')),
    subject_id   INTEGER NOT NULL,
    lead_seconds INTEGER NOT NULL CHECK (lead_seconds >= 0),
    due_at       TEXT NOT NULL,
    last         INTEGER NOT NULL DEFAULT 0 CHECK (last IN (0, kind = 'ballot_reminders')),
    event_id     INTEGER AS (CASE WHEN kind = 'event_reminders' THEN subject_id END)
                     REFERENCES events (id),
    poll_id      INTEGER AS (CASE WHEN kind <> 'event_reminders' THEN subject_id END)
                     REFERENCES polls (id),
    PRIMARY KEY (kind, subject_id, lead_seconds),
    CHECK ((kind = 'statements') = (lead_seconds = 0))
) STRICT, WITHOUT ROWID;
CREATE INDEX due_times_by_due ON due_times (kind, due_at);
INSERT INTO due_times (kind, subject_id, lead_seconds, due_at)
SELECT 'event_reminders', event_id, lead_seconds, due_at FROM reminders;
INSERT INTO due_times (kind, subject_id, lead_seconds, due_at, last)
SELECT 'ballot_reminders', poll_id, lead_seconds, due_at, last FROM poll_reminders;
INSERT INTO due_times (kind, subject_id, lead_seconds, due_at)
SELECT 'statements', poll_id, 0, until FROM statement_times WHERE told = 0;
DROP TABLE reminders;
DROP TABLE poll_reminders;
DROP TABLE statement_times;
