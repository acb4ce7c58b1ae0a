-- Straw polls: native polls of Telegram in groups. The bot keeps counts only, never who chose what.

CREATE TABLE straw_polls (
    id            INTEGER PRIMARY KEY,
    chat_id       INTEGER NOT NULL CHECK (chat_id < 0),
    message_id    INTEGER CHECK (message_id > 0),
    telegram_poll TEXT UNIQUE CHECK (length(telegram_poll) > 0),
    question      TEXT NOT NULL CHECK (length(question) BETWEEN 1 AND 300),
    options       TEXT NOT NULL CHECK (
                      json_valid(options) AND json_array_length(options) BETWEEN 2 AND 12),
    anonymous     INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
    created_by    INTEGER NOT NULL REFERENCES members (id),
    created_at    TEXT NOT NULL,
    closes_at     TEXT NOT NULL CHECK (closes_at > created_at),
    counts        TEXT CHECK (
                      json_valid(counts)
                      AND json_array_length(counts) = json_array_length(options)),
    voters        INTEGER CHECK (voters >= 0),
    closed_at     TEXT,
    CHECK ((message_id IS NULL) = (telegram_poll IS NULL)),
    CHECK ((counts IS NULL) = (voters IS NULL)),
    CHECK (closed_at IS NULL OR telegram_poll IS NOT NULL)
) STRICT;
CREATE INDEX straw_polls_open ON straw_polls (closes_at)
 WHERE closed_at IS NULL AND telegram_poll IS NOT NULL;
