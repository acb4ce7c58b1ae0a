-- What people have besides their copy: of each announcement the one that they opened again last.

CREATE TABLE rereads (
    announcement_id INTEGER NOT NULL REFERENCES announcements (id),
    member_id       INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    chat_id         INTEGER NOT NULL,
    messages        TEXT NOT NULL CHECK (json_valid(messages)),
    language        TEXT NOT NULL CHECK (language IN ('ru', 'en')),
    version         INTEGER NOT NULL CHECK (version > 0),
    sent_at         TEXT NOT NULL,
    fate            TEXT NOT NULL CHECK (fate IN ('standing', 'gone', 'deleted', 'replaced')),
    PRIMARY KEY (announcement_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rereads_by_member ON rereads (member_id);
