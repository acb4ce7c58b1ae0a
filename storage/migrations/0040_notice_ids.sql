-- The number of a notice, and of a remark that notices name, is given out once too: of a notice that
-- was deleted while it was on its way the next one had the number, and counted as sent with it. The
-- schema's text alone is changed, as 0027 explains.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
   SET sql = replace(sql, 'INTEGER PRIMARY KEY', 'INTEGER PRIMARY KEY AUTOINCREMENT')
 WHERE type = 'table' AND name IN ('notices', 'application_remarks');
PRAGMA writable_schema = RESET;
