-- Minutes as they were issued, byte for byte: numbered without gaps in each year and body.

CREATE TABLE minutes (
    id        INTEGER PRIMARY KEY,
    body      TEXT NOT NULL CHECK (body IN ('council', 'general_meeting')),
    year      INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2999),
    number    INTEGER NOT NULL CHECK (number > 0),
    issued_by INTEGER NOT NULL REFERENCES members (id),
    issued_at TEXT NOT NULL,
    docx      BLOB NOT NULL CHECK (length(docx) > 0),
    pdf       BLOB NOT NULL CHECK (length(pdf) > 0),
    docx_hash TEXT NOT NULL CHECK (length(docx_hash) = 64),
    pdf_hash  TEXT NOT NULL CHECK (length(pdf_hash) = 64),
    entry     INTEGER NOT NULL UNIQUE REFERENCES entries (number),
    draft     TEXT UNIQUE,
    UNIQUE (body, year, number)
) STRICT;
CREATE INDEX minutes_by_issuer ON minutes (issued_by);
CREATE TRIGGER minutes_are_numbered_without_gaps BEFORE INSERT ON minutes
WHEN NEW.number <> (
         SELECT coalesce(max(number), 0) + 1 FROM minutes
          WHERE body = NEW.body AND year = NEW.year)
BEGIN SELECT raise(ABORT, 'minutes are numbered one after the other'); END;
CREATE TRIGGER minutes_are_never_changed BEFORE UPDATE ON minutes
BEGIN SELECT raise(ABORT, 'issued minutes stand'); END;
CREATE TRIGGER minutes_are_never_deleted BEFORE DELETE ON minutes
BEGIN SELECT raise(ABORT, 'issued minutes stand'); END;

-- Of which polls they are, in the order of the agenda.
CREATE TABLE minutes_polls (
    minutes_id INTEGER NOT NULL REFERENCES minutes (id),
    place      INTEGER NOT NULL CHECK (place > 0),
    poll_id    INTEGER NOT NULL REFERENCES results (poll_id),
    PRIMARY KEY (minutes_id, place),
    UNIQUE (minutes_id, poll_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX minutes_by_poll ON minutes_polls (poll_id);
CREATE TRIGGER agendas_are_never_changed BEFORE UPDATE ON minutes_polls
BEGIN SELECT raise(ABORT, 'issued minutes stand'); END;
CREATE TRIGGER agendas_are_never_deleted BEFORE DELETE ON minutes_polls
BEGIN SELECT raise(ABORT, 'issued minutes stand'); END;
