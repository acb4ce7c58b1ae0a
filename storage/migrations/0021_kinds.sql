-- What falls due and what messages show is listed in tables, no longer in CHECKs: a noun adds its kinds in
-- the migration that makes its tables, without making these two anew:
--     INSERT INTO due_kinds VALUES ('loan_reminders');
--     ALTER TABLE due_times ADD COLUMN loan_id INTEGER AS (
--         CASE kind WHEN 'loan_reminders' THEN subject_id END) REFERENCES loans (id);
CREATE TABLE due_kinds (
    kind TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO due_kinds VALUES ('event_reminders'), ('ballot_reminders'), ('statements');
CREATE TABLE new_due_times (
    kind         TEXT NOT NULL REFERENCES due_kinds (kind),
    subject_id   INTEGER NOT NULL,
    lead_seconds INTEGER NOT NULL CHECK (lead_seconds >= 0),
    due_at       TEXT NOT NULL,
    last         INTEGER NOT NULL DEFAULT 0 CHECK (last IN (0, kind = 'ballot_reminders')),
    event_id     INTEGER AS (CASE kind WHEN 'event_reminders' THEN subject_id END)
                     REFERENCES events (id),
    poll_id      INTEGER AS (CASE WHEN kind IN ('ballot_reminders', 'statements') THEN subject_id END)
                     REFERENCES polls (id),
    PRIMARY KEY (kind, subject_id, lead_seconds),
    CHECK (kind <> 'statements' OR lead_seconds = 0),
    CHECK (kind NOT IN ('event_reminders', 'ballot_reminders') OR lead_seconds > 0)
) STRICT, WITHOUT ROWID;
INSERT INTO new_due_times (kind, subject_id, lead_seconds, due_at, last)
SELECT kind, subject_id, lead_seconds, due_at, last FROM due_times;
DROP TABLE due_times;
ALTER TABLE new_due_times RENAME TO due_times;
CREATE INDEX due_times_by_due ON due_times (kind, due_at);

CREATE TABLE shown_kinds (
    subject_kind TEXT NOT NULL,
    view         TEXT NOT NULL,
    PRIMARY KEY (subject_kind, view)
) STRICT, WITHOUT ROWID;
INSERT INTO shown_kinds VALUES
    ('event', 'card'), ('event', 'board'), ('event', 'door'), ('event', 'screen'), ('event', 'post'),
    ('poll', 'ballot'), ('poll', 'board'), ('poll', 'post');
CREATE TABLE new_shown_messages (
    chat_id      INTEGER NOT NULL,
    message_id   INTEGER NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id   INTEGER NOT NULL,
    member_id    INTEGER REFERENCES members (id) ON DELETE CASCADE,
    view         TEXT NOT NULL,
    caption      INTEGER NOT NULL DEFAULT 0 CHECK (caption IN (0, 1)),
    until        TEXT,
    event_id     INTEGER AS (CASE subject_kind WHEN 'event' THEN subject_id END)
                     REFERENCES events (id),
    poll_id      INTEGER AS (CASE subject_kind WHEN 'poll' THEN subject_id END)
                     REFERENCES polls (id),
    PRIMARY KEY (chat_id, message_id),
    FOREIGN KEY (subject_kind, view) REFERENCES shown_kinds (subject_kind, view),
    CHECK ((view = 'post') = (member_id IS NULL)),
    CHECK ((view = 'screen') = (until IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO new_shown_messages (chat_id, message_id, subject_kind, subject_id, member_id, view, caption,
                                until)
SELECT chat_id, message_id, subject_kind, subject_id, member_id, view, caption, until
  FROM shown_messages;
DROP TABLE shown_messages;
ALTER TABLE new_shown_messages RENAME TO shown_messages;
CREATE INDEX shown_messages_by_subject
    ON shown_messages (subject_kind, subject_id, view, member_id);
CREATE INDEX shown_messages_by_member ON shown_messages (member_id);
CREATE INDEX shown_messages_posted ON shown_messages (subject_kind, subject_id) WHERE view = 'post';
CREATE INDEX shown_messages_on_screens ON shown_messages (until) WHERE until IS NOT NULL;
