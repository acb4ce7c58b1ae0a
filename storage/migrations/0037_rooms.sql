-- Rooms, places to work at and things to lend, and who has booked them.
CREATE TABLE resources (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,  -- buttons name it: never used twice
    origin          TEXT UNIQUE,  -- its line in the configuration that it was made of
    kind            TEXT NOT NULL CHECK (kind IN ('room', 'places', 'thing')),
    name            TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    count           INTEGER NOT NULL CHECK (count BETWEEN 1 AND 1000),
    capacity        INTEGER CHECK (capacity BETWEEN 1 AND 5000),
    equipment       TEXT NOT NULL DEFAULT '' CHECK (length(equipment) <= 500),
    key_holder      TEXT NOT NULL DEFAULT '' CHECK (length(key_holder) <= 200),
    keeper_id       INTEGER REFERENCES members (id),
    hours           TEXT NOT NULL CHECK (json_valid(hours) AND json_array_length(hours) = 7),
    buffer_minutes  INTEGER NOT NULL CHECK (buffer_minutes BETWEEN 0 AND 1440),
    longest_minutes INTEGER NOT NULL CHECK (longest_minutes BETWEEN 15 AND 44640),
    ahead_days      INTEGER NOT NULL CHECK (ahead_days BETWEEN 1 AND 365),
    claim_minutes   INTEGER CHECK (claim_minutes BETWEEN 1 AND 1440),
    door_code       TEXT NOT NULL UNIQUE CHECK (length(door_code) = 16),
    version         INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    changed_at      TEXT NOT NULL,
    removed_at      TEXT,
    CHECK (kind <> 'room' OR count = 1)
) STRICT;
CREATE INDEX resources_by_keeper ON resources (keeper_id);

-- Days on which a resource is closed, both included.
CREATE TABLE resource_closures (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,  -- buttons name it: never used twice
    resource_id INTEGER NOT NULL REFERENCES resources (id),
    first_day   TEXT NOT NULL,
    last_day    TEXT NOT NULL CHECK (last_day >= first_day),
    reason      TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 200)
) STRICT;
CREATE INDEX resource_closures_by_resource ON resource_closures (resource_id);

-- One row for each date. It occupies the resource up to `busy_until`: the time for cleaning included.
CREATE TABLE bookings (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,  -- buttons name it: never used twice
    resource_id     INTEGER NOT NULL REFERENCES resources (id),
    organisation_id INTEGER REFERENCES organisations (id),
    member_id       INTEGER REFERENCES members (id),
    series_id       INTEGER REFERENCES bookings (id),
    event_id        INTEGER REFERENCES events (id),
    with_event      INTEGER NOT NULL DEFAULT 0 CHECK (with_event IN (0, 1)),
    draft           TEXT UNIQUE,
    purpose         TEXT NOT NULL CHECK (length(purpose) <= 200),
    people          INTEGER NOT NULL CHECK (people BETWEEN 1 AND 5000),
    quantity        INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 1000),
    starts_at       TEXT NOT NULL,
    ends_at         TEXT NOT NULL CHECK (ends_at > starts_at),
    busy_until      TEXT NOT NULL CHECK (busy_until >= ends_at),
    state           TEXT NOT NULL CHECK (state IN (
                        'asked', 'confirmed', 'refused', 'waiting', 'offered', 'withdrawn',
                        'called_off', 'released', 'lapsed', 'returned')),
    asked_at        TEXT NOT NULL,
    confirmed_at    TEXT,
    offered_until   TEXT,
    coming          INTEGER NOT NULL DEFAULT 0 CHECK (coming IN (0, 1)),
    renewed         INTEGER NOT NULL DEFAULT 1 CHECK (renewed IN (0, 1)),
    renewal_asked   INTEGER NOT NULL DEFAULT 0 CHECK (renewal_asked IN (0, 1)),
    eve_asked       INTEGER NOT NULL DEFAULT 0 CHECK (eve_asked IN (0, 1)),
    claimed_at      TEXT,
    returned_at     TEXT,
    overdue_told    INTEGER NOT NULL DEFAULT 0 CHECK (overdue_told >= 0),
    released        TEXT CHECK (released IN ('not_coming', 'not_claimed', 'not_renewed')),
    CHECK ((state = 'offered') = (offered_until IS NOT NULL)),
    CHECK ((state = 'released') = (released IS NOT NULL)),
    CHECK ((state = 'returned') = (returned_at IS NOT NULL))
) STRICT;
CREATE INDEX bookings_held ON bookings (resource_id, starts_at)
 WHERE state IN ('confirmed', 'offered');
CREATE INDEX bookings_by_resource ON bookings (resource_id, ends_at);
CREATE INDEX bookings_by_member ON bookings (member_id);
CREATE INDEX bookings_by_organisation ON bookings (organisation_id, starts_at);
CREATE INDEX bookings_by_series ON bookings (series_id);
CREATE INDEX bookings_by_event ON bookings (event_id);
CREATE INDEX bookings_by_state ON bookings (state, starts_at);

-- What is confirmed or offered never exceeds the count, at any moment. The sum can only grow where a booking
-- begins, so these moments are looked at.
CREATE VIEW booking_excesses AS
SELECT o.resource_id, o.id AS booking_id, min(p.busy_until, o.busy_until) AS until
  FROM bookings o
  JOIN bookings p ON p.resource_id = o.resource_id AND p.state IN ('confirmed', 'offered')
                 AND p.starts_at < o.busy_until AND p.busy_until > o.starts_at
 WHERE o.state IN ('confirmed', 'offered')
   AND (SELECT sum(q.quantity) FROM bookings q
         WHERE q.resource_id = o.resource_id AND q.state IN ('confirmed', 'offered')
           AND q.starts_at <= max(p.starts_at, o.starts_at)
           AND q.busy_until > max(p.starts_at, o.starts_at))
       > (SELECT r.count FROM resources r WHERE r.id = o.resource_id);
CREATE TRIGGER bookings_fit_when_added AFTER INSERT ON bookings
WHEN NEW.state IN ('confirmed', 'offered')
BEGIN
    SELECT raise(ABORT, 'the resource is taken')
     WHERE EXISTS (SELECT 1 FROM booking_excesses WHERE booking_id = NEW.id);
END;
CREATE TRIGGER bookings_fit_when_changed
AFTER UPDATE OF resource_id, quantity, starts_at, busy_until, state ON bookings
WHEN NEW.state IN ('confirmed', 'offered')
BEGIN
    SELECT raise(ABORT, 'the resource is taken')
     WHERE EXISTS (SELECT 1 FROM booking_excesses WHERE booking_id = NEW.id);
END;
CREATE TRIGGER resources_keep_what_is_booked AFTER UPDATE OF count ON resources
WHEN NEW.count < OLD.count
BEGIN
    SELECT raise(ABORT, 'more is booked than there would be')
     WHERE EXISTS (SELECT 1 FROM booking_excesses WHERE resource_id = NEW.id AND until > NEW.changed_at);
END;

INSERT INTO due_kinds VALUES ('bookings');
ALTER TABLE due_times ADD COLUMN booking_id INTEGER AS (
    CASE kind WHEN 'bookings' THEN subject_id END) REFERENCES bookings (id);
