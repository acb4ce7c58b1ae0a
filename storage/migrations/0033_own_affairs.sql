-- What organisations do themselves: a substitute of their delegate, leadership that is handed over,
-- people who leave, organisations that leave or are excluded by a vote, the alliance's group.
ALTER TABLE members ADD COLUMN substitute INTEGER NOT NULL DEFAULT 0 CHECK (substitute IN (0, 1));

ALTER TABLE organisations ADD COLUMN left_at TEXT;  -- a former member keeps its row: it is history

-- Leadership that a leader has offered and nobody has accepted yet.
CREATE TABLE handovers (
    organisation_id INTEGER PRIMARY KEY REFERENCES organisations (id) ON DELETE CASCADE,
    leader_id       INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    successor_id    INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    offered_at      TEXT NOT NULL,
    CHECK (leader_id <> successor_id)
) STRICT;
CREATE INDEX handovers_by_leader ON handovers (leader_id);
CREATE INDEX handovers_by_successor ON handovers (successor_id);

-- Who was of which organisation until when.
CREATE TABLE departures (
    member_id       INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    left_at         TEXT NOT NULL,
    PRIMARY KEY (member_id, organisation_id, left_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX departures_by_organisation ON departures (organisation_id);

-- The organisation that a motion excludes when it is adopted.
ALTER TABLE polls ADD COLUMN excludes_id INTEGER REFERENCES organisations (id)
    CHECK (excludes_id IS NULL OR kind = 'motion');
CREATE INDEX polls_by_excluded ON polls (excludes_id) WHERE excludes_id IS NOT NULL;
CREATE TRIGGER polls_exclude_as_planned BEFORE UPDATE OF excludes_id ON polls
WHEN OLD.state <> 'scheduled' AND OLD.excludes_id IS NOT NEW.excludes_id
BEGIN SELECT raise(ABORT, 'an open poll is not edited'); END;

-- People seen in the alliance's group, and the tag that they have there.
CREATE TABLE group_people (
    member_id INTEGER PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    present   INTEGER NOT NULL CHECK (present IN (0, 1)),
    tag       TEXT NOT NULL DEFAULT ''
) STRICT;
