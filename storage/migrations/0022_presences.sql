-- Who was at a meeting, whether or not they voted: written down once, right before the poll closes. A
-- poll that closed before this was kept has no list, nor has one in which everybody voted.
CREATE TABLE presences (
    poll_id     INTEGER PRIMARY KEY REFERENCES polls (id),
    voters      TEXT NOT NULL CHECK (json_type(voters) = 'array'),
    recorded_by INTEGER NOT NULL REFERENCES members (id),
    recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX presences_by_member ON presences (recorded_by);
CREATE TRIGGER presences_are_listed_before_the_count BEFORE INSERT ON presences
WHEN (SELECT state || mode FROM polls WHERE id = NEW.poll_id) <> 'openmeeting'
  OR EXISTS (SELECT 1 FROM presences WHERE poll_id = NEW.poll_id)
BEGIN SELECT raise(ABORT, 'who is present is listed once, before the count'); END;
CREATE TRIGGER presences_are_never_changed BEFORE UPDATE ON presences
BEGIN SELECT raise(ABORT, 'who was present stands'); END;
CREATE TRIGGER presences_are_never_deleted BEFORE DELETE ON presences
BEGIN SELECT raise(ABORT, 'who was present stands'); END;

-- Polls at a meeting whose voting has ended, and whose chair and secretary were asked who is present.
CREATE TABLE presence_requests (
    poll_id INTEGER PRIMARY KEY REFERENCES polls (id)
) STRICT;
