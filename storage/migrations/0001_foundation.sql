-- People and organisations, events and answers, the outbox: all that the first release remembers.
-- Times are UTC ISO-8601 text of one width, so that they compare as text.

CREATE TABLE organisations (
    id           INTEGER PRIMARY KEY,
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    short_name   TEXT NOT NULL DEFAULT '',
    folded_name  TEXT NOT NULL,
    inn          TEXT NOT NULL UNIQUE CHECK (length(inn) = 10 AND inn NOT GLOB '*[^0-9]*'),
    ogrn         TEXT UNIQUE CHECK (length(ogrn) = 13 AND ogrn NOT GLOB '*[^0-9]*'),
    municipality TEXT NOT NULL DEFAULT '',
    leader_id    INTEGER REFERENCES members (id)
) STRICT;

CREATE TABLE members (
    id                INTEGER PRIMARY KEY,
    name              TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    folded_name       TEXT NOT NULL,
    organisation_id   INTEGER REFERENCES organisations (id),
    position          TEXT NOT NULL DEFAULT '',
    phone             TEXT NOT NULL DEFAULT '',
    email             TEXT NOT NULL DEFAULT '',
    delegate          INTEGER NOT NULL DEFAULT 0 CHECK (delegate IN (0, 1)),
    telegram_id       INTEGER UNIQUE CHECK (telegram_id > 0),
    joined_at         TEXT,
    language          TEXT NOT NULL DEFAULT 'ru' CHECK (language IN ('ru', 'en')),
    time_zone         TEXT,
    consent_version   INTEGER CHECK (consent_version > 0),
    consented_at      TEXT,
    unreachable_since TEXT,
    erased_at         TEXT,
    CHECK (erased_at IS NULL OR telegram_id IS NULL),
    CHECK ((telegram_id IS NULL) = (joined_at IS NULL)),
    CHECK ((consent_version IS NULL) = (consented_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX members_by_person ON members (coalesce(organisation_id, 0), folded_name);

CREATE TABLE roles (
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    role      TEXT NOT NULL
              CHECK (role IN ('council', 'chair', 'secretary', 'organiser', 'administrator')),
    PRIMARY KEY (member_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE invitations (
    token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
    member_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    expires_at TEXT NOT NULL,
    used_at    TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX invitations_by_member ON invitations (member_id);

CREATE TABLE events (
    id               INTEGER PRIMARY KEY,
    title            TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    description      TEXT NOT NULL CHECK (length(description) <= 2000),
    starts_at        TEXT NOT NULL,
    ends_at          TEXT NOT NULL,
    place            TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 200),
    audience         TEXT NOT NULL CHECK (audience IN ('everybody', 'delegates', 'council')),
    state            TEXT NOT NULL DEFAULT 'published' CHECK (state IN ('published', 'cancelled')),
    reason           TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
    created_by       INTEGER NOT NULL REFERENCES members (id),
    created_at       TEXT NOT NULL,
    draft            TEXT UNIQUE,
    CHECK (ends_at > starts_at)
) STRICT;
CREATE INDEX events_by_end ON events (ends_at);

CREATE TABLE rsvps (
    event_id    INTEGER NOT NULL REFERENCES events (id),
    member_id   INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    answer      TEXT NOT NULL CHECK (answer IN ('going', 'maybe', 'declined')),
    answered_at TEXT NOT NULL,
    update_id   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (event_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rsvps_by_member ON rsvps (member_id, event_id);

-- Messages that show an event: a member's card, or an organiser's board with the counts.
CREATE TABLE cards (
    chat_id    INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    event_id   INTEGER NOT NULL REFERENCES events (id),
    member_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    board      INTEGER NOT NULL CHECK (board IN (0, 1)),
    PRIMARY KEY (chat_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cards_by_event ON cards (event_id, board, member_id);

CREATE TABLE reminders (
    event_id     INTEGER NOT NULL REFERENCES events (id),
    lead_seconds INTEGER NOT NULL CHECK (lead_seconds > 0),
    due_at       TEXT NOT NULL,
    PRIMARY KEY (event_id, lead_seconds)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminders_by_due ON reminders (due_at);

CREATE TABLE mailings (
    id          INTEGER PRIMARY KEY,
    occasion    TEXT NOT NULL CHECK (occasion IN ('published', 'moved', 'cancelled')),
    event_id    INTEGER NOT NULL REFERENCES events (id),
    created_by  INTEGER NOT NULL REFERENCES members (id),
    created_at  TEXT NOT NULL,
    not_joined  INTEGER NOT NULL DEFAULT 0 CHECK (not_joined >= 0),
    chat_id     INTEGER,
    message_id  INTEGER,
    shown       INTEGER,
    finished_at TEXT,
    CHECK ((chat_id IS NULL) = (message_id IS NULL))
) STRICT;
CREATE INDEX mailings_unfinished ON mailings (id) WHERE finished_at IS NULL;

-- The outbox. A row with edits_message changes that message; asking again raises `version`.
CREATE TABLE notices (
    id            INTEGER PRIMARY KEY,
    key           TEXT NOT NULL UNIQUE,
    member_id     INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    kind          TEXT NOT NULL,
    subject       TEXT NOT NULL CHECK (json_valid(subject)),
    priority      INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 2),
    mailing_id    INTEGER REFERENCES mailings (id),
    edits_chat    INTEGER,
    edits_message INTEGER,
    state         TEXT NOT NULL DEFAULT 'pending' CHECK (state IN (
                      'pending', 'sending', 'retry', 'sent', 'unreachable', 'failed', 'dropped')),
    version       INTEGER NOT NULL DEFAULT 1,
    attempts      INTEGER NOT NULL DEFAULT 0,
    doubtful      INTEGER NOT NULL DEFAULT 0 CHECK (doubtful IN (0, 1)),
    not_before    TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    settled_at    TEXT,
    message_id    INTEGER,
    error         TEXT,
    CHECK ((edits_chat IS NULL) = (edits_message IS NULL)),
    CHECK ((settled_at IS NULL) = (state IN ('pending', 'sending', 'retry')))
) STRICT;
CREATE INDEX notices_due ON notices (priority, not_before, id) WHERE state IN ('pending', 'retry');
CREATE INDEX notices_in_flight ON notices (member_id) WHERE state = 'sending';
CREATE INDEX notices_waiting ON notices (member_id, priority, not_before, id)
    WHERE state IN ('pending', 'retry');
CREATE INDEX notices_by_mailing ON notices (mailing_id, state, doubtful) WHERE mailing_id IS NOT NULL;

CREATE TABLE drafts (
    key      TEXT PRIMARY KEY,
    state    TEXT,
    data     TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(data)),
    saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What organisers and administrators did. Rows are only added: the triggers see to it.
CREATE TABLE audit (
    id       INTEGER PRIMARY KEY,
    at       TEXT NOT NULL,
    actor_id INTEGER REFERENCES members (id),
    act      TEXT NOT NULL,
    subject  TEXT NOT NULL,
    details  TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details))
) STRICT;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER audit_is_never_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'the audit log is only added to'); END;
