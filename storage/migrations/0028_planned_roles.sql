-- A role that is given or taken on a later day of the alliance's calendar: at most one of each for a
-- person and a role.
CREATE TABLE planned_roles (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,  -- due items are noted by it: never used twice
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    role      TEXT NOT NULL CHECK (role IN ('leader', 'council', 'chair', 'secretary', 'organiser',
                                            'administrator')),
    gives     INTEGER NOT NULL CHECK (gives IN (0, 1)),
    day       TEXT NOT NULL,
    UNIQUE (member_id, role, gives)
) STRICT;
CREATE INDEX planned_roles_by_day ON planned_roles (day);
