-- Tables in which somebody stood who was erased, until they are written anew: then nothing in the file is
-- left of the person.
CREATE TABLE personal_traces (
    name TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Who was erased, and which invitations are worth nothing: a backup does not bring them back. Kept in a
-- file beside the database too. A digest is salted: it tells nobody's name or account.
CREATE TABLE tombstones (
    number  INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind IN ('name', 'account', 'invitation')),
    subject INTEGER NOT NULL,
    salt    TEXT NOT NULL,
    digest  TEXT NOT NULL UNIQUE
) STRICT;
