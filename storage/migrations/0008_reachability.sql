-- When each person wants to be left alone, and what organisers last heard of who is out of reach.

-- '22:00-09:00', nothing for no quiet hours at all; NULL is as the alliance has it.
ALTER TABLE members ADD COLUMN quiet_hours TEXT CHECK (
    quiet_hours = ''
    OR (quiet_hours GLOB '[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]'
        AND time(substr(quiet_hours, 1, 5)) IS NOT NULL
        AND time(substr(quiet_hours, 7, 5)) IS NOT NULL
        AND substr(quiet_hours, 1, 5) <> substr(quiet_hours, 7, 5)));

CREATE TABLE reachability_digests (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    due_at  TEXT NOT NULL,
    silent  TEXT NOT NULL CHECK (json_valid(silent)),
    blocked TEXT NOT NULL CHECK (json_valid(blocked))
) STRICT;
