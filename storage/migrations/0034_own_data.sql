-- The texts to which people consented, as they were shown, and since when each has been in force. The
-- version is made from the text's hash; the small numbers of earlier releases are replaced by it at the
-- first start, if the text is the same.
CREATE TABLE consent_texts (
    number  INTEGER PRIMARY KEY,  -- the latest one is in force
    version INTEGER NOT NULL CHECK (version > 0),
    words   TEXT NOT NULL,
    since   TEXT NOT NULL
) STRICT;

-- A line of the audit log is never changed, but for the name of an erased person in its details: dashes
-- take its place.
DROP TRIGGER audit_is_never_changed;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
WHEN (OLD.id, OLD.at, OLD.actor_id, OLD.act, OLD.subject, length(OLD.details))
     IS NOT (NEW.id, NEW.at, NEW.actor_id, NEW.act, NEW.subject, length(NEW.details))
  OR instr(NEW.details, '—') = 0
BEGIN SELECT raise(ABORT, 'the audit log is only added to'); END;

-- Lines of the audit log may be deleted once they are a year older than the latest one, never before:
-- how long they are kept is configured.
DROP TRIGGER audit_is_never_deleted;
CREATE TRIGGER audit_is_kept_for_a_year BEFORE DELETE ON audit
WHEN julianday(OLD.at) > (SELECT julianday(at) - 365 FROM audit ORDER BY id DESC LIMIT 1)
BEGIN SELECT raise(ABORT, 'the audit log is only added to'); END;
