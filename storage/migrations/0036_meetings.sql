-- General meetings: the plan before the notice, and as it was convened. What happens in a meeting is in the
-- chain of entries and nowhere else.
CREATE TABLE meetings (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,  -- buttons name it: never used twice
    plan       TEXT NOT NULL CHECK (json_valid(plan)),
    event_id   INTEGER UNIQUE REFERENCES events (id),
    draft      TEXT UNIQUE,
    created_by INTEGER NOT NULL REFERENCES members (id),
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX meetings_by_author ON meetings (created_by);

CREATE INDEX entries_of_meetings ON entries (payload ->> 'meeting', number) WHERE kind GLOB 'meeting.*';
CREATE INDEX entries_of_meeting_votes ON entries (payload ->> 'vote')
 WHERE kind = 'meeting.vote_opened';

-- The digest of the code with which somebody casts a voter's ballots on the ballot page: the newest counts.
CREATE TABLE meeting_codes (
    meeting_id INTEGER NOT NULL REFERENCES meetings (id),
    voter_id   INTEGER NOT NULL REFERENCES organisations (id),
    member_id  INTEGER NOT NULL REFERENCES members (id),
    digest     BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    issued_by  INTEGER NOT NULL REFERENCES members (id),
    issued_at  TEXT NOT NULL,
    PRIMARY KEY (meeting_id, voter_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_codes_by_member ON meeting_codes (member_id);
CREATE INDEX meeting_codes_by_issuer ON meeting_codes (issued_by);
CREATE INDEX meeting_codes_by_voter ON meeting_codes (voter_id);

-- The digests of the secret addresses of screens and desks.
CREATE TABLE meeting_pages (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,  -- buttons name it: never used twice
    meeting_id INTEGER NOT NULL REFERENCES meetings (id),
    kind       TEXT NOT NULL CHECK (kind IN ('screen', 'desk')),
    member_id  INTEGER NOT NULL REFERENCES members (id),
    digest     BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    issued_by  INTEGER NOT NULL REFERENCES members (id),
    issued_at  TEXT NOT NULL,
    revoked_at TEXT
) STRICT;
CREATE INDEX meeting_pages_by_meeting ON meeting_pages (meeting_id);
CREATE INDEX meeting_pages_by_member ON meeting_pages (member_id);
CREATE INDEX meeting_pages_by_issuer ON meeting_pages (issued_by);

-- When those who take part from afar were heard of last: after the grace they count as gone.
CREATE TABLE meeting_pings (
    meeting_id INTEGER NOT NULL REFERENCES meetings (id),
    voter_id   INTEGER NOT NULL REFERENCES organisations (id),
    member_id  INTEGER NOT NULL REFERENCES members (id),
    seen_at    TEXT NOT NULL,
    PRIMARY KEY (meeting_id, voter_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_pings_by_member ON meeting_pings (member_id);
CREATE INDEX meeting_pings_by_voter ON meeting_pings (voter_id);

CREATE TABLE meeting_proposals (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,  -- buttons name it: never used twice
    meeting_id INTEGER NOT NULL REFERENCES meetings (id),
    member_id  INTEGER NOT NULL REFERENCES members (id),
    text       TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
    made_at    TEXT NOT NULL,
    state      TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'taken', 'declined'))
) STRICT;
CREATE INDEX meeting_proposals_by_meeting ON meeting_proposals (meeting_id);
CREATE INDEX meeting_proposals_by_member ON meeting_proposals (member_id);

-- Messages that show a meeting: the chair's panel, a delegate's card, a registrar's desk.
INSERT INTO shown_kinds VALUES ('meeting', 'panel'), ('meeting', 'delegate'), ('meeting', 'desk');
ALTER TABLE shown_messages ADD COLUMN meeting_id INTEGER AS (
    CASE subject_kind WHEN 'meeting' THEN subject_id END) REFERENCES meetings (id);
