-- What administrators choose in the chat: a key of config.toml and its value as JSON, NULL if it was
-- given back to the configuration. The version counts its changes.
CREATE TABLE settings (
    name    TEXT PRIMARY KEY,
    value   TEXT CHECK (value IS NULL OR json_valid(value)),
    title   TEXT NOT NULL DEFAULT '',  -- of a chat, as Telegram named it
    version INTEGER NOT NULL CHECK (version > 0)
) STRICT, WITHOUT ROWID;

-- Groups that have become supergroups: Telegram gives them another id.
CREATE TABLE moved_chats (
    former  INTEGER PRIMARY KEY,
    current INTEGER NOT NULL CHECK (current <> former)
) STRICT;

-- Copies of the database that administrators have asked for.
CREATE TABLE asked_backups (
    member_id INTEGER PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    asked_at  TEXT NOT NULL
) STRICT;

-- The audit log is looked up by person and by kind of act.
CREATE INDEX audit_by_actor ON audit (actor_id, id);
CREATE INDEX audit_by_act ON audit (act, id);
CREATE INDEX audit_by_subject ON audit (subject, id);
