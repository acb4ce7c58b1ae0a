-- An id that stands in buttons, links and the names of keys is given out once: never again after a
-- row was deleted, nor after a backup took the database's place (storage/engine/ids.py). The rows
-- stay as they are, so the schema's text alone is changed (sqlite.org/lang_altertable.html, section
-- 7, "changes that do not affect the on-disk content").
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
   SET sql = replace(sql, 'INTEGER PRIMARY KEY', 'INTEGER PRIMARY KEY AUTOINCREMENT')
 WHERE type = 'table'
   AND name IN ('organisations', 'members', 'rebindings', 'applications', 'events', 'series',
                'substitutions', 'mailings', 'announcements', 'templates', 'polls', 'straw_polls',
                'minutes', 'filed_files');
PRAGMA writable_schema = RESET;

-- What a person's right to vote rests on, as imported; empty where it is said for each minutes.
ALTER TABLE members ADD COLUMN document TEXT NOT NULL DEFAULT '';
