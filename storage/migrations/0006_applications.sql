-- Organisations that apply: what they say of themselves, their files, questions and answers.
-- What has been asked and answered so far is saved at each step.

CREATE TABLE applications (
    id             INTEGER PRIMARY KEY,
    applicant_id   INTEGER REFERENCES members (id),
    state          TEXT NOT NULL DEFAULT 'draft' CHECK (state IN (
                       'draft', 'submitted', 'asked', 'voting',
                       'admitted', 'refused', 'withdrawn')),
    step           TEXT CHECK (step IN (
                       'inn', 'ogrn', 'name', 'short_name', 'municipality', 'leader', 'position',
                       'representative', 'phone', 'email', 'about', 'files', 'review')),
    reached        TEXT NOT NULL CHECK (reached IN (
                       'inn', 'ogrn', 'name', 'short_name', 'municipality', 'leader', 'position',
                       'representative', 'phone', 'email', 'about', 'files', 'review')),
    inn            TEXT NOT NULL DEFAULT ''
                   CHECK (length(inn) IN (0, 10) AND inn NOT GLOB '*[^0-9]*'),
    ogrn           TEXT NOT NULL DEFAULT ''
                   CHECK (length(ogrn) IN (0, 13) AND ogrn NOT GLOB '*[^0-9]*'),
    name           TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 300),
    short_name     TEXT NOT NULL DEFAULT '' CHECK (length(short_name) <= 100),
    municipality   TEXT NOT NULL DEFAULT '' CHECK (length(municipality) <= 100),
    leader         TEXT NOT NULL DEFAULT '' CHECK (length(leader) <= 200),
    position       TEXT NOT NULL DEFAULT '' CHECK (length(position) <= 200),
    representative TEXT NOT NULL DEFAULT '' CHECK (length(representative) <= 200),
    phone          TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 16),
    email          TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 254),
    about          TEXT NOT NULL DEFAULT '' CHECK (length(about) <= 1000),
    poll_id        INTEGER REFERENCES polls (id),
    reason         TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    created_at     TEXT NOT NULL,
    sent_at        TEXT,
    decided_at     TEXT,
    CHECK ((state = 'draft') = (sent_at IS NULL)),
    CHECK (state = 'draft' OR (inn <> '' AND ogrn <> '' AND name <> '')),
    CHECK (state = 'draft' OR step IS NULL),
    CHECK (state <> 'voting' OR poll_id IS NOT NULL),
    CHECK ((state IN ('admitted', 'refused', 'withdrawn')) = (decided_at IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX applications_open ON applications (inn)
    WHERE state IN ('submitted', 'asked', 'voting');
CREATE UNIQUE INDEX applications_drafted ON applications (applicant_id) WHERE state = 'draft';
CREATE INDEX applications_by_applicant ON applications (applicant_id);
CREATE INDEX applications_by_poll ON applications (poll_id) WHERE poll_id IS NOT NULL;

-- Files stay at Telegram; what is kept is their id there.
CREATE TABLE application_files (
    application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    number         INTEGER NOT NULL CHECK (number BETWEEN 0 AND 4),
    kind           TEXT NOT NULL CHECK (kind IN ('photo', 'document')),
    file_id        TEXT NOT NULL CHECK (length(file_id) > 0),
    name           TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 100),
    PRIMARY KEY (application_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE application_remarks (
    id             INTEGER PRIMARY KEY,
    application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    by_applicant   INTEGER NOT NULL CHECK (by_applicant IN (0, 1)),
    author_id      INTEGER REFERENCES members (id),
    text           TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
    written_at     TEXT NOT NULL
) STRICT;
CREATE INDEX application_remarks_of ON application_remarks (application_id);
CREATE INDEX application_remarks_by ON application_remarks (author_id);
