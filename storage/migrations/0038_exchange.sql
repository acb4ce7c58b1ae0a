-- The exchange: what organisations give and look for, who responded, and what came of it.
CREATE TABLE exchange_posts (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,  -- buttons name it: never used twice
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    member_id       INTEGER REFERENCES members (id),  -- NULL once the author was erased
    direction       TEXT NOT NULL CHECK (direction IN ('offer', 'need')),
    kind            TEXT NOT NULL CHECK (kind IN ('thing', 'room', 'volunteers', 'know_how', 'transport')),
    title           TEXT NOT NULL CHECK (length(title) <= 80 AND (title <> '' OR member_id IS NULL)),
    text            TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 1000),
    place           TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    count           INTEGER NOT NULL DEFAULT 1 CHECK (count BETWEEN 1 AND 100),  -- responses to choose
    days            INTEGER CHECK (days > 0),
    state           TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'closed')),
    published_at    TEXT NOT NULL,
    expires_at      TEXT,
    closed_at       TEXT,
    hidden_reason   TEXT NOT NULL DEFAULT '' CHECK (length(hidden_reason) <= 500),
    draft           TEXT UNIQUE,
    version         INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    CHECK ((days IS NULL) = (expires_at IS NULL)),
    CHECK ((state = 'open') = (closed_at IS NULL)),
    CHECK (member_id IS NOT NULL OR state = 'done')
) STRICT;
CREATE INDEX exchange_posts_by_organisation ON exchange_posts (organisation_id);
CREATE INDEX exchange_posts_by_author ON exchange_posts (member_id);
CREATE INDEX exchange_posts_by_time ON exchange_posts (state, published_at);

CREATE TABLE exchange_fields (
    post_id INTEGER NOT NULL REFERENCES exchange_posts (id) ON DELETE CASCADE,
    field   TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 100),
    PRIMARY KEY (post_id, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX exchange_fields_by_field ON exchange_fields (field);

CREATE TABLE exchange_photos (
    post_id INTEGER NOT NULL REFERENCES exchange_posts (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL CHECK (number > 0),
    file_id TEXT NOT NULL CHECK (length(file_id) BETWEEN 1 AND 300),
    PRIMARY KEY (post_id, number)
) STRICT, WITHOUT ROWID;

-- A person has at most one response to a post that stands.
CREATE TABLE exchange_responses (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,  -- buttons name it: never used twice
    post_id         INTEGER NOT NULL REFERENCES exchange_posts (id) ON DELETE CASCADE,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    member_id       INTEGER REFERENCES members (id),  -- NULL once that person was erased
    text            TEXT NOT NULL CHECK (length(text) <= 1000),
    state           TEXT NOT NULL DEFAULT 'waiting' CHECK (
                        state IN ('waiting', 'chosen', 'received', 'missed', 'declined', 'withdrawn')),
    answered_at     TEXT NOT NULL,
    settled_at      TEXT,
    CHECK (member_id IS NOT NULL OR state IN ('received', 'missed'))
) STRICT;
CREATE INDEX exchange_responses_by_post ON exchange_responses (post_id, state);
CREATE INDEX exchange_responses_by_member ON exchange_responses (member_id, answered_at);
CREATE INDEX exchange_responses_by_organisation ON exchange_responses (organisation_id);
CREATE UNIQUE INDEX exchange_responses_standing_once ON exchange_responses (post_id, member_id)
 WHERE state IN ('waiting', 'chosen');

-- No more responses are chosen than the author wants.
CREATE VIEW exchange_excesses AS
SELECT p.id AS post_id FROM exchange_posts p
 WHERE (SELECT count(*) FROM exchange_responses r
         WHERE r.post_id = p.id AND r.state IN ('chosen', 'received')) > p.count;
CREATE TRIGGER exchange_responses_fit_when_added AFTER INSERT ON exchange_responses
WHEN NEW.state IN ('chosen', 'received')
BEGIN
    SELECT raise(ABORT, 'enough responses are chosen')
     WHERE EXISTS (SELECT 1 FROM exchange_excesses WHERE post_id = NEW.post_id);
END;
CREATE TRIGGER exchange_responses_fit_when_changed AFTER UPDATE OF post_id, state ON exchange_responses
WHEN NEW.state IN ('chosen', 'received')
BEGIN
    SELECT raise(ABORT, 'enough responses are chosen')
     WHERE EXISTS (SELECT 1 FROM exchange_excesses WHERE post_id = NEW.post_id);
END;
CREATE TRIGGER exchange_posts_keep_who_is_chosen AFTER UPDATE OF count ON exchange_posts
WHEN NEW.count < OLD.count
BEGIN
    SELECT raise(ABORT, 'more responses are chosen')
     WHERE EXISTS (SELECT 1 FROM exchange_excesses WHERE post_id = NEW.id);
END;

-- What the author's side and the person who responded write to each other.
CREATE TABLE exchange_messages (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    response_id INTEGER NOT NULL REFERENCES exchange_responses (id) ON DELETE CASCADE,
    member_id   INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    text        TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
    sent_at     TEXT NOT NULL
) STRICT;
CREATE INDEX exchange_messages_by_response ON exchange_messages (response_id);
CREATE INDEX exchange_messages_by_sender ON exchange_messages (member_id, sent_at);

-- What people want to be sent: a weekly digest from `digest_from` on (NULL: none), of these fields or of all;
-- and at most one post a week that matches their organisation.
CREATE TABLE exchange_readers (
    member_id   INTEGER PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    digest_from TEXT,
    matches     INTEGER NOT NULL DEFAULT 1 CHECK (matches IN (0, 1))
) STRICT;
CREATE INDEX exchange_readers_by_digest ON exchange_readers (digest_from) WHERE digest_from IS NOT NULL;

CREATE TABLE exchange_wishes (
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    field     TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 100),
    PRIMARY KEY (member_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE exchange_matches (
    organisation_id INTEGER NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    post_id         INTEGER NOT NULL REFERENCES exchange_posts (id) ON DELETE CASCADE,
    matched_at      TEXT NOT NULL,
    PRIMARY KEY (organisation_id, post_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX exchange_matches_by_post ON exchange_matches (post_id);

-- When the end of a term is told of.
INSERT INTO due_kinds VALUES ('exchange_expiry');
ALTER TABLE due_times ADD COLUMN exchange_post_id INTEGER AS (
    CASE kind WHEN 'exchange_expiry' THEN subject_id END) REFERENCES exchange_posts (id);

-- What the search looks at, as in the directory.
CREATE TABLE exchange_texts (
    id     INTEGER PRIMARY KEY REFERENCES exchange_posts (id) ON DELETE CASCADE,
    title  TEXT NOT NULL,
    fields TEXT NOT NULL,
    place  TEXT NOT NULL,
    text   TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE exchange_index USING fts5 (
    title, fields, place, text, content = 'exchange_texts', content_rowid = 'id', tokenize = 'trigram'
);
CREATE TRIGGER exchange_texts_are_indexed AFTER INSERT ON exchange_texts
BEGIN
    INSERT INTO exchange_index (rowid, title, fields, place, text)
    VALUES (NEW.id, NEW.title, NEW.fields, NEW.place, NEW.text);
END;
CREATE TRIGGER exchange_texts_are_indexed_again AFTER UPDATE ON exchange_texts
BEGIN
    INSERT INTO exchange_index (exchange_index, rowid, title, fields, place, text)
    VALUES ('delete', OLD.id, OLD.title, OLD.fields, OLD.place, OLD.text);
    INSERT INTO exchange_index (rowid, title, fields, place, text)
    VALUES (NEW.id, NEW.title, NEW.fields, NEW.place, NEW.text);
END;
CREATE TRIGGER exchange_texts_leave_the_index AFTER DELETE ON exchange_texts
BEGIN
    INSERT INTO exchange_index (exchange_index, rowid, title, fields, place, text)
    VALUES ('delete', OLD.id, OLD.title, OLD.fields, OLD.place, OLD.text);
END;
CREATE TRIGGER exchange_texts_get_post AFTER INSERT ON exchange_posts
BEGIN
    INSERT INTO exchange_texts
    VALUES (NEW.id, replace(replace(NEW.title, 'ё', 'е'), 'Ё', 'е'), '',
            replace(replace(NEW.place, 'ё', 'е'), 'Ё', 'е'), replace(replace(NEW.text, 'ё', 'е'), 'Ё', 'е'));
END;
CREATE TRIGGER exchange_texts_follow_post AFTER UPDATE OF title, place, text ON exchange_posts
BEGIN
    UPDATE exchange_texts
       SET title = replace(replace(NEW.title, 'ё', 'е'), 'Ё', 'е'),
           place = replace(replace(NEW.place, 'ё', 'е'), 'Ё', 'е'),
           text = replace(replace(NEW.text, 'ё', 'е'), 'Ё', 'е')
     WHERE id = NEW.id;
END;
CREATE TRIGGER exchange_texts_get_field AFTER INSERT ON exchange_fields
BEGIN
    UPDATE exchange_texts
       SET fields = (SELECT group_concat(field, ' · ') FROM exchange_fields WHERE post_id = NEW.post_id)
     WHERE id = NEW.post_id;
END;
CREATE TRIGGER exchange_texts_lose_field AFTER DELETE ON exchange_fields
BEGIN
    UPDATE exchange_texts
       SET fields = coalesce((SELECT group_concat(field, ' · ') FROM exchange_fields
                               WHERE post_id = OLD.post_id), '')
     WHERE id = OLD.post_id;
END;
