-- The number of a secret ballot is made of the ballot: SHA-256 over poll, ballot and nonce. Ballots of
-- earlier releases have no nonce: their numbers were random.
ALTER TABLE secret_ballots ADD COLUMN nonce TEXT CHECK (length(nonce) = 64);

-- While a poll is open its ballots are encrypted under a key in a file beside the database, which no
-- backup holds. The fingerprint tells whether the file that is there is the one.
CREATE TABLE poll_keys (
    poll_id     INTEGER PRIMARY KEY REFERENCES polls (id),
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64)
) STRICT;
CREATE TABLE encrypted_ballots (
    poll_id INTEGER NOT NULL REFERENCES polls (id),
    content BLOB NOT NULL CHECK (length(content) > 92),
    PRIMARY KEY (poll_id, content)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER encrypted_ballots_are_cast_while_open BEFORE INSERT ON encrypted_ballots
WHEN (SELECT state || secrecy FROM polls WHERE id = NEW.poll_id) <> 'opensecret'
BEGIN SELECT raise(ABORT, 'the poll is not open, or named'); END;
CREATE TRIGGER encrypted_ballots_are_never_changed BEFORE UPDATE ON encrypted_ballots
BEGIN SELECT raise(ABORT, 'a secret ballot is final'); END;
CREATE TRIGGER encrypted_ballots_stand_once_over BEFORE DELETE ON encrypted_ballots
WHEN (SELECT state FROM polls WHERE id = OLD.poll_id) <> 'open'
BEGIN SELECT raise(ABORT, 'the poll is not open'); END;

-- Polls with numbers that were told before they were made of the ballot: their cards say so.
CREATE TABLE former_numbers (
    poll_id INTEGER PRIMARY KEY REFERENCES polls (id)
) STRICT;
INSERT INTO former_numbers (poll_id) SELECT DISTINCT poll_id FROM secret_ballots;

-- When the time to challenge a decision is over, nothing joins number and ballot any more: the numbers
-- stand here, the ballots there, and nonces and salt are gone.
CREATE TABLE ballot_numbers (
    poll_id INTEGER NOT NULL REFERENCES polls (id),
    number  TEXT NOT NULL CHECK (length(number) = 32),
    PRIMARY KEY (poll_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE ballot_counts (
    poll_id INTEGER NOT NULL REFERENCES polls (id),
    ballot  TEXT NOT NULL CHECK (length(ballot) > 0),
    count   INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (poll_id, ballot)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ballot_numbers_are_of_ballots BEFORE INSERT ON ballot_numbers
WHEN NOT EXISTS (SELECT 1 FROM secret_ballots s JOIN polls p ON p.id = s.poll_id
                  WHERE s.poll_id = NEW.poll_id AND s.number = NEW.number AND p.state = 'closed')
BEGIN SELECT raise(ABORT, 'no ballot of a closed poll has this number'); END;
CREATE TRIGGER ballot_numbers_are_never_changed BEFORE UPDATE ON ballot_numbers
BEGIN SELECT raise(ABORT, 'a number stands'); END;
CREATE TRIGGER ballot_numbers_are_never_deleted BEFORE DELETE ON ballot_numbers
BEGIN SELECT raise(ABORT, 'a number stands'); END;
CREATE TRIGGER ballot_counts_are_of_ballots BEFORE INSERT ON ballot_counts
WHEN NEW.count <> (SELECT count(*) FROM secret_ballots s JOIN polls p ON p.id = s.poll_id
                    WHERE s.poll_id = NEW.poll_id AND s.ballot = NEW.ballot AND p.state = 'closed')
BEGIN SELECT raise(ABORT, 'so many ballots of a closed poll do not say this'); END;
CREATE TRIGGER ballot_counts_are_never_changed BEFORE UPDATE ON ballot_counts
BEGIN SELECT raise(ABORT, 'a ballot stands'); END;
CREATE TRIGGER ballot_counts_are_never_deleted BEFORE DELETE ON ballot_counts
BEGIN SELECT raise(ABORT, 'a ballot stands'); END;
DROP TRIGGER secret_ballots_stand_once_closed;
CREATE TRIGGER secret_ballots_stand_once_closed BEFORE DELETE ON secret_ballots
WHEN (SELECT state FROM polls WHERE id = OLD.poll_id) <> 'open'
 AND NOT (EXISTS (SELECT 1 FROM ballot_numbers
                   WHERE poll_id = OLD.poll_id AND number = OLD.number)
      AND EXISTS (SELECT 1 FROM ballot_counts
                   WHERE poll_id = OLD.poll_id AND ballot = OLD.ballot))
BEGIN SELECT raise(ABORT, 'the poll is not open'); END;
DROP TRIGGER results_are_never_changed;
CREATE TRIGGER results_are_never_changed BEFORE UPDATE ON results
WHEN NEW.salt <> printf('%064d', 0)
  OR NOT EXISTS (SELECT 1 FROM ballot_numbers WHERE poll_id = OLD.poll_id)
  OR (OLD.poll_id, OLD.result, OLD.outcome, OLD.ballots_seal, OLD.numbers_seal, OLD.entry,
      OLD.statements_until)
     IS NOT (NEW.poll_id, NEW.result, NEW.outcome, NEW.ballots_seal, NEW.numbers_seal, NEW.entry,
             NEW.statements_until)
BEGIN SELECT raise(ABORT, 'a result stands'); END;
