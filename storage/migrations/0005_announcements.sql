-- Announcements: what was said to many, its versions and copies, templates, what people do without.

CREATE TABLE announcements (
    id           INTEGER PRIMARY KEY,
    state        TEXT NOT NULL CHECK (state IN (
                     'unconfirmed', 'scheduled', 'sent', 'cancelled', 'recalled')),
    addressees   TEXT NOT NULL CHECK (json_valid(addressees)),
    kind         TEXT NOT NULL CHECK (kind IN (
                     'important', 'news', 'opportunities', 'partners')),
    quietly      INTEGER NOT NULL DEFAULT 0 CHECK (quietly IN (0, 1)),
    to_group     INTEGER NOT NULL DEFAULT 0 CHECK (to_group IN (0, 1)),
    to_channel   INTEGER NOT NULL DEFAULT 0 CHECK (to_channel IN (0, 1)),
    pinned       INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
    event_id     INTEGER REFERENCES events (id),
    poll_id      INTEGER REFERENCES polls (id),
    at           TEXT,
    recurrence   TEXT CHECK (json_valid(recurrence)),
    times        TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(times)),
    version      INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    created_by   INTEGER NOT NULL REFERENCES members (id),
    created_at   TEXT NOT NULL,
    confirmed_by INTEGER REFERENCES members (id),
    sends_at     TEXT NOT NULL,
    sent_at      TEXT,
    draft        TEXT UNIQUE,
    CHECK (sent_at IS NOT NULL OR state NOT IN ('sent', 'recalled')),
    CHECK (sent_at IS NULL OR state IN ('sent', 'recalled')),
    CHECK (confirmed_by <> created_by),
    CHECK (event_id IS NULL OR poll_id IS NULL)
) STRICT;
CREATE INDEX announcements_waiting ON announcements (sends_at)
    WHERE state IN ('unconfirmed', 'scheduled');

CREATE TABLE announcement_versions (
    announcement_id INTEGER NOT NULL REFERENCES announcements (id),
    number          INTEGER NOT NULL CHECK (number > 0),
    contents        TEXT NOT NULL CHECK (json_valid(contents)),
    created_by      INTEGER NOT NULL REFERENCES members (id),
    created_at      TEXT NOT NULL,
    PRIMARY KEY (announcement_id, number)
) STRICT, WITHOUT ROWID;

-- Whom an announcement was sent to, once each, and the messages that they have of it.
CREATE TABLE copies (
    announcement_id INTEGER NOT NULL REFERENCES announcements (id),
    addressee       INTEGER NOT NULL,
    member_id       INTEGER REFERENCES members (id) ON DELETE CASCADE,
    chat_id         INTEGER,
    messages        TEXT CHECK (json_valid(messages)),
    language        TEXT CHECK (language IN ('ru', 'en')),
    version         INTEGER CHECK (version > 0),
    sent_at         TEXT,
    fate            TEXT NOT NULL DEFAULT 'awaited' CHECK (fate IN (
                        'awaited', 'standing', 'gone', 'deleted', 'replaced')),
    PRIMARY KEY (announcement_id, addressee),
    CHECK (addressee = coalesce(member_id, chat_id)),
    CHECK (member_id IS NOT NULL OR chat_id < 0),
    CHECK ((messages IS NULL) = (fate = 'awaited')),
    CHECK ((messages IS NULL) = (sent_at IS NULL)),
    CHECK ((messages IS NULL) = (version IS NULL)),
    CHECK ((messages IS NULL) = (language IS NULL)),
    CHECK (messages IS NULL OR chat_id IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX copies_by_member ON copies (member_id);

CREATE TABLE templates (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    folded_name TEXT NOT NULL UNIQUE,
    contents    TEXT NOT NULL CHECK (json_valid(contents)),
    created_by  INTEGER NOT NULL REFERENCES members (id),
    created_at  TEXT NOT NULL
) STRICT;

CREATE TABLE unwanted_kinds (
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    kind      TEXT NOT NULL CHECK (kind IN ('news', 'opportunities', 'partners')),
    PRIMARY KEY (member_id, kind)
) STRICT, WITHOUT ROWID;

ALTER TABLE mailings ADD COLUMN announcement_id INTEGER REFERENCES announcements (id)
    CHECK ((announcement_id IS NOT NULL)
           = (occasion IN ('announcement', 'correction', 'recall', 'copy')));
ALTER TABLE mailings ADD COLUMN halt TEXT CHECK (halt IN ('paused', 'stopped'));
CREATE INDEX mailings_by_announcement ON mailings (announcement_id)
    WHERE announcement_id IS NOT NULL;
CREATE INDEX mailings_halted ON mailings (id) WHERE halt IS NOT NULL AND finished_at IS NULL;
