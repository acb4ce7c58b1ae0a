-- The directory: what an organisation says about itself. A contact is here only while its owner has it
-- shown. A card without a row is empty.
CREATE TABLE directory_cards (
    organisation_id INTEGER PRIMARY KEY REFERENCES organisations (id),
    about           TEXT NOT NULL DEFAULT '' CHECK (length(about) <= 1000),
    site            TEXT NOT NULL DEFAULT '' CHECK (
                        length(site) <= 200
                        AND (site = '' OR site GLOB 'http://?*' OR site GLOB 'https://?*')),
    photo           TEXT NOT NULL DEFAULT '' CHECK (length(photo) <= 300),
    version         INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    confirmed_at    TEXT NOT NULL,
    asked_at        TEXT
) STRICT;
CREATE INDEX directory_cards_by_confirmation ON directory_cards (confirmed_at);

CREATE TABLE directory_fields (
    organisation_id INTEGER NOT NULL REFERENCES directory_cards (organisation_id),
    field           TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 100),
    PRIMARY KEY (organisation_id, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX directory_fields_by_field ON directory_fields (field);

CREATE TABLE directory_contacts (
    organisation_id INTEGER NOT NULL REFERENCES directory_cards (organisation_id) ON DELETE CASCADE,
    kind            TEXT NOT NULL CHECK (kind IN ('phone', 'email')),
    value           TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 200),
    member_id       INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    PRIMARY KEY (organisation_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX directory_contacts_by_member ON directory_contacts (member_id);

-- Letters that people write to an organisation through the bot, and the answers to them.
CREATE TABLE directory_letters (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,  -- buttons name it: never used twice
    organisation_id INTEGER NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    member_id       INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    recipient_id    INTEGER REFERENCES members (id) ON DELETE CASCADE,
    text            TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
    sent_at         TEXT NOT NULL
) STRICT;
CREATE INDEX directory_letters_by_sender ON directory_letters (member_id, sent_at);
CREATE INDEX directory_letters_by_recipient ON directory_letters (recipient_id);
CREATE INDEX directory_letters_by_organisation ON directory_letters (organisation_id);
CREATE INDEX directory_letters_by_time ON directory_letters (sent_at);

CREATE INDEX organisations_by_leader ON organisations (leader_id) WHERE leader_id IS NOT NULL;
CREATE INDEX organisations_by_name ON organisations (folded_name, id);
CREATE INDEX organisations_by_municipality ON organisations (municipality);

-- What the search looks at. `initials` has the first letters of the words of a name, since people search by
-- them: of all its words, and without the short ones.
CREATE VIEW directory_sources AS
SELECT o.id,
       replace(replace(o.name || ' ' || o.short_name, 'ё', 'е'), 'Ё', 'е') AS names,
       (WITH RECURSIVE
            words (rest, letters, long) AS (
                SELECT replace(replace(replace(o.folded_name, '«', ''), '"', ''), '-', ' ') || ' ',
                       '', ''
                UNION ALL
                SELECT substr(rest, instr(rest, ' ') + 1), letters || substr(rest, 1, 1),
                       long || CASE WHEN instr(rest, ' ') > 3 THEN substr(rest, 1, 1) ELSE '' END
                  FROM words WHERE rest <> '')
        SELECT letters || ' ' || long FROM words WHERE rest = '') AS initials,
       coalesce((SELECT replace(m.folded_name || ' ' || lower(m.patronymic), 'ё', 'е')
                   FROM members m WHERE m.id = o.leader_id), '') AS leader,
       o.inn || ' ' || coalesce(o.ogrn, '') AS numbers,
       coalesce((SELECT group_concat(f.field, ' · ') FROM directory_fields f
                  WHERE f.organisation_id = o.id), '') AS fields,
       replace(o.municipality, 'ё', 'е') AS place,
       coalesce((SELECT replace(replace(c.about, 'ё', 'е'), 'Ё', 'е') || ' ' || c.site
                   FROM directory_cards c WHERE c.organisation_id = o.id), '') AS about
  FROM organisations o;

CREATE TABLE directory_texts (
    id       INTEGER PRIMARY KEY REFERENCES organisations (id) ON DELETE CASCADE,
    names    TEXT NOT NULL,
    initials TEXT NOT NULL,
    leader   TEXT NOT NULL,
    numbers  TEXT NOT NULL,
    fields   TEXT NOT NULL,
    place    TEXT NOT NULL,
    about    TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE directory_index USING fts5 (
    names, initials, leader, numbers, fields, place, about,
    content = 'directory_texts', content_rowid = 'id', tokenize = 'trigram'
);
CREATE TRIGGER directory_texts_are_indexed AFTER INSERT ON directory_texts
BEGIN
    INSERT INTO directory_index (rowid, names, initials, leader, numbers, fields, place, about)
    VALUES (NEW.id, NEW.names, NEW.initials, NEW.leader, NEW.numbers, NEW.fields, NEW.place, NEW.about);
END;
CREATE TRIGGER directory_texts_are_indexed_anew AFTER UPDATE ON directory_texts
WHEN (OLD.names, OLD.initials, OLD.leader, OLD.numbers, OLD.fields, OLD.place, OLD.about)
     IS NOT
     (NEW.names, NEW.initials, NEW.leader, NEW.numbers, NEW.fields, NEW.place, NEW.about)
BEGIN
    INSERT INTO directory_index (directory_index, rowid, names, initials, leader, numbers, fields, place, about)
    VALUES ('delete', OLD.id, OLD.names, OLD.initials, OLD.leader, OLD.numbers, OLD.fields, OLD.place, OLD.about);
    INSERT INTO directory_index (rowid, names, initials, leader, numbers, fields, place, about)
    VALUES (NEW.id, NEW.names, NEW.initials, NEW.leader, NEW.numbers, NEW.fields, NEW.place, NEW.about);
END;
CREATE TRIGGER directory_texts_leave_the_index AFTER DELETE ON directory_texts
BEGIN
    INSERT INTO directory_index (directory_index, rowid, names, initials, leader, numbers, fields, place, about)
    VALUES ('delete', OLD.id, OLD.names, OLD.initials, OLD.leader, OLD.numbers, OLD.fields, OLD.place, OLD.about);
END;
INSERT INTO directory_texts SELECT * FROM directory_sources;

CREATE TRIGGER directory_gets_organisation AFTER INSERT ON organisations
BEGIN
    INSERT INTO directory_texts SELECT * FROM directory_sources WHERE id = NEW.id;
END;
CREATE TRIGGER directory_follows_organisation AFTER UPDATE OF name, short_name, folded_name, inn, ogrn, municipality, leader_id ON organisations
BEGIN
    UPDATE directory_texts SET (names, initials, leader, numbers, fields, place, about) = (
        SELECT names, initials, leader, numbers, fields, place, about
          FROM directory_sources AS now WHERE now.id = directory_texts.id)
     WHERE id = NEW.id;
END;
CREATE TRIGGER directory_follows_leader AFTER UPDATE OF folded_name, patronymic ON members
WHEN OLD.folded_name <> NEW.folded_name OR OLD.patronymic <> NEW.patronymic
BEGIN
    UPDATE directory_texts SET (names, initials, leader, numbers, fields, place, about) = (
        SELECT names, initials, leader, numbers, fields, place, about
          FROM directory_sources AS now WHERE now.id = directory_texts.id)
     WHERE id IN (SELECT id FROM organisations WHERE leader_id = NEW.id);
END;
CREATE TRIGGER directory_gets_card AFTER INSERT ON directory_cards
BEGIN
    UPDATE directory_texts SET (names, initials, leader, numbers, fields, place, about) = (
        SELECT names, initials, leader, numbers, fields, place, about
          FROM directory_sources AS now WHERE now.id = directory_texts.id)
     WHERE id = NEW.organisation_id;
END;
CREATE TRIGGER directory_follows_card AFTER UPDATE ON directory_cards
BEGIN
    UPDATE directory_texts SET (names, initials, leader, numbers, fields, place, about) = (
        SELECT names, initials, leader, numbers, fields, place, about
          FROM directory_sources AS now WHERE now.id = directory_texts.id)
     WHERE id = NEW.organisation_id;
END;
CREATE TRIGGER directory_gets_field AFTER INSERT ON directory_fields
BEGIN
    UPDATE directory_texts SET (names, initials, leader, numbers, fields, place, about) = (
        SELECT names, initials, leader, numbers, fields, place, about
          FROM directory_sources AS now WHERE now.id = directory_texts.id)
     WHERE id = NEW.organisation_id;
END;
CREATE TRIGGER directory_loses_field AFTER DELETE ON directory_fields
BEGIN
    UPDATE directory_texts SET (names, initials, leader, numbers, fields, place, about) = (
        SELECT names, initials, leader, numbers, fields, place, about
          FROM directory_sources AS now WHERE now.id = directory_texts.id)
     WHERE id = OLD.organisation_id;
END;
