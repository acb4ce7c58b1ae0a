-- Mailings, anew: also those that are about no event. What they are about has a title of its own.

CREATE TABLE mailings_anew (
    id          INTEGER PRIMARY KEY,
    occasion    TEXT NOT NULL CHECK (occasion IN (
                    'published', 'moved', 'cancelled', 'message',
                    'ballots', 'outcome', 'announcement', 'correction', 'recall', 'copy')),
    event_id    INTEGER REFERENCES events (id),
    title       TEXT CHECK (length(title) BETWEEN 1 AND 200),
    created_by  INTEGER NOT NULL REFERENCES members (id),
    created_at  TEXT NOT NULL,
    text        TEXT CHECK (length(text) > 0),
    draft       TEXT UNIQUE,
    not_joined  INTEGER NOT NULL DEFAULT 0 CHECK (not_joined >= 0),
    chat_id     INTEGER,
    message_id  INTEGER,
    shown       INTEGER,
    finished_at TEXT,
    CHECK ((chat_id IS NULL) = (message_id IS NULL)),
    CHECK ((occasion = 'message') = (text IS NOT NULL)),
    CHECK ((event_id IS NULL) = (occasion NOT IN ('published', 'moved', 'cancelled', 'message'))),
    CHECK ((event_id IS NULL) = (title IS NOT NULL))
) STRICT;
INSERT INTO mailings_anew (id, occasion, event_id, created_by, created_at, text, draft, not_joined,
                           chat_id, message_id, shown, finished_at)
SELECT id, occasion, event_id, created_by, created_at, text, draft, not_joined,
       chat_id, message_id, shown, finished_at
  FROM mailings;
DROP TABLE mailings;
ALTER TABLE mailings_anew RENAME TO mailings;
CREATE INDEX mailings_unfinished ON mailings (id) WHERE finished_at IS NULL;
