-- Events and RSVPs, complete: seats and waitlists, guests and substitutes, series, the door, the
-- group's card. Tables whose constraints change are made anew and filled from the old ones.

ALTER TABLE members ADD COLUMN guest INTEGER NOT NULL DEFAULT 0 CHECK (guest IN (0, 1));
ALTER TABLE members ADD COLUMN leads TEXT CHECK (json_valid(leads));
DROP INDEX members_by_person;  -- guests from outside are told apart by their accounts alone
CREATE UNIQUE INDEX members_by_person ON members (coalesce(organisation_id, 0), folded_name)
    WHERE guest = 0;

CREATE TABLE series (
    id         INTEGER PRIMARY KEY,
    rhythm     TEXT NOT NULL CHECK (rhythm IN (
                   'weekly', 'biweekly', 'monthly_by_date', 'monthly_by_weekday')),
    created_by INTEGER NOT NULL REFERENCES members (id),
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE events_anew (
    id             INTEGER PRIMARY KEY,
    title          TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    description    TEXT NOT NULL CHECK (length(description) <= 2000),
    starts_at      TEXT NOT NULL,
    ends_at        TEXT NOT NULL,
    place          TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 200),
    audience       TEXT NOT NULL CHECK (audience IN (
                       'everybody', 'delegates', 'council', 'municipalities', 'chosen')),
    municipalities TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(municipalities)),
    kind           TEXT NOT NULL DEFAULT 'meeting' CHECK (kind IN (
                       'meeting', 'general_meeting', 'forum', 'action', 'other')),
    room           TEXT NOT NULL DEFAULT '' CHECK (length(room) <= 100),
    link           TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 500),
    latitude       REAL CHECK (latitude BETWEEN -90 AND 90),
    longitude      REAL CHECK (longitude BETWEEN -180 AND 180),
    cover          TEXT,
    capacity       INTEGER CHECK (capacity BETWEEN 1 AND 10000),
    quota          INTEGER CHECK (quota BETWEEN 1 AND 10000),
    guests         INTEGER NOT NULL DEFAULT 0 CHECK (guests BETWEEN 0 AND 10),
    guests_named   INTEGER NOT NULL DEFAULT 0 CHECK (guests_named IN (0, 1)),
    rsvp_until     TEXT,
    leads          TEXT CHECK (json_valid(leads)),
    state          TEXT NOT NULL DEFAULT 'published' CHECK (state IN (
                       'scheduled', 'published', 'cancelled')),
    reason         TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
    created_by     INTEGER NOT NULL REFERENCES members (id),
    created_at     TEXT NOT NULL,
    draft          TEXT UNIQUE,
    uid            TEXT NOT NULL UNIQUE,
    sequence       INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0),
    changed_at     TEXT NOT NULL,
    publish_at     TEXT,
    rescheduled_at TEXT,
    series_id      INTEGER REFERENCES series (id),
    guest_code     TEXT UNIQUE,
    secret         BLOB NOT NULL,
    CHECK (ends_at > starts_at),
    CHECK (rsvp_until <= starts_at),
    CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CHECK ((state = 'scheduled') = (publish_at IS NOT NULL))
) STRICT;
INSERT INTO events_anew (id, title, description, starts_at, ends_at, place, audience, state,
                         reason, created_by, created_at, draft, uid, changed_at, secret)
SELECT id, title, description, starts_at, ends_at, place, audience, state,
       reason, created_by, created_at, draft, lower(hex(randomblob(16))), created_at,
       randomblob(32)
  FROM events;
DROP TABLE events;
ALTER TABLE events_anew RENAME TO events;
CREATE INDEX events_by_end ON events (ends_at);
CREATE INDEX events_by_publication ON events (publish_at) WHERE state = 'scheduled';
CREATE INDEX events_by_series ON events (series_id, starts_at) WHERE series_id IS NOT NULL;

-- Those whom an event is for besides its circle: picked by hand, guests from outside, substitutes.
CREATE TABLE invitees (
    event_id  INTEGER NOT NULL REFERENCES events (id),
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    PRIMARY KEY (event_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX invitees_by_member ON invitees (member_id);

-- Whoever is going has a place in the order of answers, and a seat or a place in line.
CREATE TABLE rsvps_anew (
    event_id      INTEGER NOT NULL REFERENCES events (id),
    member_id     INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    answer        TEXT NOT NULL CHECK (answer IN ('going', 'maybe', 'declined')),
    answered_at   TEXT NOT NULL,
    update_id     INTEGER NOT NULL DEFAULT 0,
    seat          TEXT CHECK (seat IN ('seated', 'offered', 'waiting')),
    place         INTEGER CHECK (place > 0),
    offered_until TEXT,
    guests        INTEGER NOT NULL DEFAULT 0 CHECK (guests BETWEEN 0 AND 10),
    guest_names   TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(guest_names)),
    confirmed_at  TEXT,
    PRIMARY KEY (event_id, member_id),
    CHECK ((answer = 'going') = (seat IS NOT NULL)),
    CHECK ((answer = 'going') = (place IS NOT NULL)),
    CHECK ((coalesce(seat, '') = 'offered') = (offered_until IS NOT NULL)),
    CHECK (answer = 'going' OR guests = 0)
) STRICT, WITHOUT ROWID;
INSERT INTO rsvps_anew (event_id, member_id, answer, answered_at, update_id, seat, place)
SELECT event_id, member_id, answer, answered_at, update_id,
       CASE answer WHEN 'going' THEN 'seated' END,
       CASE answer WHEN 'going' THEN row_number() OVER (
           PARTITION BY event_id ORDER BY answered_at, member_id) END
  FROM rsvps;
DROP TABLE rsvps;
ALTER TABLE rsvps_anew RENAME TO rsvps;
CREATE INDEX rsvps_by_member ON rsvps (member_id, event_id);
CREATE UNIQUE INDEX rsvps_in_order ON rsvps (event_id, place) WHERE place IS NOT NULL;
CREATE INDEX rsvps_offered ON rsvps (offered_until) WHERE offered_until IS NOT NULL;

CREATE TABLE mutes (
    event_id  INTEGER NOT NULL REFERENCES events (id),
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    PRIMARY KEY (event_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mutes_by_member ON mutes (member_id);

-- A seat handed to a colleague, who says yes or no; one open request a person and event.
CREATE TABLE substitutions (
    id           INTEGER PRIMARY KEY,
    event_id     INTEGER NOT NULL REFERENCES events (id),
    member_id    INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    colleague_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    state        TEXT NOT NULL DEFAULT 'asked' CHECK (state IN (
                     'asked', 'accepted', 'refused', 'withdrawn')),
    asked_at     TEXT NOT NULL,
    answered_at  TEXT,
    CHECK (member_id <> colleague_id),
    CHECK ((state = 'asked') = (answered_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX substitutions_asked ON substitutions (event_id, member_id)
    WHERE state = 'asked';
CREATE INDEX substitutions_of ON substitutions (member_id);
CREATE INDEX substitutions_by ON substitutions (colleague_id);

-- The door: personal passes, who may let in, who came and how they were seen.
CREATE TABLE passes (
    code      TEXT PRIMARY KEY CHECK (length(code) = 22),
    event_id  INTEGER NOT NULL REFERENCES events (id),
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    UNIQUE (event_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX passes_by_member ON passes (member_id);
CREATE TABLE helpers (
    event_id  INTEGER NOT NULL REFERENCES events (id),
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    PRIMARY KEY (event_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX helpers_by_member ON helpers (member_id);
CREATE TABLE arrivals (
    event_id   INTEGER NOT NULL REFERENCES events (id),
    member_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    arrived_at TEXT NOT NULL,
    way        TEXT NOT NULL CHECK (way IN ('pass', 'name', 'screen')),
    noted_by   INTEGER REFERENCES members (id) ON DELETE SET NULL,
    PRIMARY KEY (event_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX arrivals_by_member ON arrivals (member_id);
CREATE INDEX arrivals_by_noter ON arrivals (noted_by);

-- Messages that show an event, anew: a member's card, an organiser's board, a helper's door, the
-- code on a screen, the post in a group or channel (which belongs to nobody).
CREATE TABLE cards_anew (
    chat_id    INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    event_id   INTEGER NOT NULL REFERENCES events (id),
    member_id  INTEGER REFERENCES members (id) ON DELETE CASCADE,
    view       TEXT NOT NULL CHECK (view IN ('card', 'board', 'door', 'screen', 'post')),
    caption    INTEGER NOT NULL DEFAULT 0 CHECK (caption IN (0, 1)),
    until      TEXT,
    PRIMARY KEY (chat_id, message_id),
    CHECK ((view = 'post') = (member_id IS NULL)),
    CHECK ((view = 'screen') = (until IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO cards_anew (chat_id, message_id, event_id, member_id, view)
SELECT chat_id, message_id, event_id, member_id, CASE board WHEN 1 THEN 'board' ELSE 'card' END
  FROM cards;
DROP TABLE cards;
ALTER TABLE cards_anew RENAME TO cards;
CREATE INDEX cards_by_event ON cards (event_id, view, member_id);
CREATE INDEX cards_by_member ON cards (member_id);
CREATE INDEX cards_on_screens ON cards (until) WHERE until IS NOT NULL;

-- Mailings, anew: also of changes and of what organisers write themselves.
CREATE TABLE mailings_anew (
    id          INTEGER PRIMARY KEY,
    occasion    TEXT NOT NULL CHECK (occasion IN (
                    'published', 'moved', 'cancelled', 'message')),
    event_id    INTEGER NOT NULL REFERENCES events (id),
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
    CHECK ((occasion = 'message') = (text IS NOT NULL))
) STRICT;
INSERT INTO mailings_anew (id, occasion, event_id, created_by, created_at, not_joined, chat_id,
                           message_id, shown, finished_at)
SELECT id, occasion, event_id, created_by, created_at, not_joined, chat_id,
       message_id, shown, finished_at
  FROM mailings;
DROP TABLE mailings;
ALTER TABLE mailings_anew RENAME TO mailings;
CREATE INDEX mailings_unfinished ON mailings (id) WHERE finished_at IS NULL;

-- The outbox, anew: a notice is for a person, or for a group or channel, whose id is negative.
CREATE TABLE notices_anew (
    id            INTEGER PRIMARY KEY,
    key           TEXT NOT NULL UNIQUE,
    member_id     INTEGER REFERENCES members (id) ON DELETE CASCADE,
    chat_id       INTEGER CHECK (chat_id < 0),
    addressee     INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(member_id, chat_id)) STORED,
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
    CHECK ((member_id IS NULL) <> (chat_id IS NULL)),
    CHECK ((edits_chat IS NULL) = (edits_message IS NULL)),
    CHECK ((settled_at IS NULL) = (state IN ('pending', 'sending', 'retry')))
) STRICT;
INSERT INTO notices_anew (id, key, member_id, kind, subject, priority, mailing_id, edits_chat,
                          edits_message, state, version, attempts, doubtful, not_before,
                          created_at, settled_at, message_id, error)
SELECT id, key, member_id, replace(kind, 'EventBoardChanged', 'EventCardChanged'), subject,
       priority, mailing_id, edits_chat, edits_message, state, version, attempts, doubtful, not_before,
       created_at, settled_at, message_id, error
  FROM notices;
DROP TABLE notices;
ALTER TABLE notices_anew RENAME TO notices;
CREATE INDEX notices_due ON notices (priority, not_before, id) WHERE state IN ('pending', 'retry');
CREATE INDEX notices_in_flight ON notices (addressee) WHERE state = 'sending';
CREATE INDEX notices_waiting ON notices (addressee, priority, not_before, id)
    WHERE state IN ('pending', 'retry');
CREATE INDEX notices_by_mailing ON notices (mailing_id, state, doubtful)
    WHERE mailing_id IS NOT NULL;
