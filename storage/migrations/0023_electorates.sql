-- Electorates: whoever of a body has no ballot is named, with the clause and the reason that say why. Proxies:
-- who issued one, and who has seen the paper.

-- Why not everybody votes: {"clause", "reason"}. NULL where everybody does, in second rounds of such polls,
-- and in polls that were planned before this was asked.
ALTER TABLE polls ADD COLUMN omission TEXT CHECK (json_valid(omission));
CREATE TRIGGER omissions_are_frozen_once_open BEFORE UPDATE ON polls
WHEN OLD.state <> 'scheduled' AND OLD.omission IS NOT NEW.omission
BEGIN SELECT raise(ABORT, 'once open nothing of a poll can be edited'); END;

-- Who was of the body when the poll opened and has no ballot in it: organisations, or members of the council.
CREATE TABLE omitted_voters (
    poll_id  INTEGER NOT NULL REFERENCES polls (id),
    voter_id INTEGER NOT NULL,
    name     TEXT NOT NULL CHECK (length(name) > 0),
    PRIMARY KEY (poll_id, voter_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER omitted_voters_are_named_before_the_opening BEFORE INSERT ON omitted_voters
WHEN (SELECT state FROM polls WHERE id = NEW.poll_id) <> 'scheduled'
BEGIN SELECT raise(ABORT, 'the electorate is frozen at the opening'); END;
CREATE TRIGGER omitted_voters_are_never_changed BEFORE UPDATE ON omitted_voters
BEGIN SELECT raise(ABORT, 'the electorate is frozen at the opening'); END;
CREATE TRIGGER omitted_voters_are_never_deleted BEFORE DELETE ON omitted_voters
BEGIN SELECT raise(ABORT, 'the electorate is frozen at the opening'); END;

-- A proxy given in the bot is not in force until chair or secretary have seen the paper; those that are there
-- are in force.
ALTER TABLE proxies ADD COLUMN issuer TEXT NOT NULL DEFAULT '' CHECK (length(issuer) <= 200);
ALTER TABLE proxies ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 1 CHECK (confirmed IN (0, 1));
ALTER TABLE proxies ADD COLUMN confirmed_by INTEGER REFERENCES members (id)
    CHECK (confirmed_by IS NULL OR confirmed = 1);
CREATE INDEX proxies_by_witness ON proxies (confirmed_by) WHERE confirmed_by IS NOT NULL;
