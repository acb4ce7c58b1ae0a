-- Polls: what is asked and by which rules, who may vote, ballots, results, and the chain of entries
-- that shows whether any of it was changed afterwards.

ALTER TABLE roles ADD COLUMN since TEXT;  -- the day from which an election gave the role

-- A plan is frozen once the poll is open; what is a list of values stands in one column as JSON.
CREATE TABLE polls (
    id                    INTEGER PRIMARY KEY,
    kind                  TEXT NOT NULL CHECK (kind IN ('motion', 'admission', 'election')),
    body                  TEXT NOT NULL CHECK (body IN ('council', 'general')),
    question              TEXT NOT NULL CHECK (length(question) BETWEEN 1 AND 1000),
    rules                 TEXT NOT NULL CHECK (json_valid(rules)),
    mode                  TEXT NOT NULL CHECK (mode IN ('meeting', 'remote', 'correspondence')),
    secrecy               TEXT NOT NULL CHECK (secrecy IN ('named', 'secret')),
    closes_at             TEXT NOT NULL,
    opens_at              TEXT,
    candidates            TEXT NOT NULL CHECK (json_type(candidates) = 'array'),
    seats                 INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 50),
    exclusive             INTEGER NOT NULL CHECK (exclusive IN (0, 1)),
    live                  INTEGER NOT NULL CHECK (live IN (0, 1)),
    closes_when_all_voted INTEGER NOT NULL CHECK (closes_when_all_voted IN (0, 1)),
    materials             TEXT NOT NULL CHECK (json_type(materials) = 'array'),
    leads                 TEXT CHECK (json_valid(leads)),
    tells_members         INTEGER NOT NULL CHECK (tells_members IN (0, 1)),
    elects_council        INTEGER NOT NULL CHECK (elects_council IN (0, 1)),
    voters                TEXT CHECK (json_valid(voters)),
    preset                TEXT NOT NULL,
    folded_question       TEXT NOT NULL,
    state                 TEXT NOT NULL DEFAULT 'scheduled' CHECK (state IN (
                              'scheduled', 'open', 'closed', 'cancelled')),
    created_by            INTEGER NOT NULL REFERENCES members (id),
    created_at            TEXT NOT NULL,
    draft                 TEXT UNIQUE,
    run_off_of            INTEGER UNIQUE REFERENCES polls (id),
    opened_at             TEXT,
    closed_at             TEXT,
    closing               TEXT CHECK (closing IN ('deadline', 'all_voted', 'by_hand')),
    reason                TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
    CHECK (NOT (live AND secrecy = 'secret')),
    CHECK (seats = 1 OR kind = 'election'),
    CHECK ((kind = 'motion') = (json_array_length(candidates) = 0)),
    CHECK (kind = 'election' OR NOT elects_council),
    CHECK (opened_at < closes_at),
    CHECK (state <> 'scheduled' OR opened_at IS NULL),
    CHECK (state NOT IN ('open', 'closed') OR opened_at IS NOT NULL),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    CHECK ((state = 'closed') = (closing IS NOT NULL)),
    CHECK (closed_at BETWEEN opened_at AND closes_at),
    CHECK (coalesce(closing, '') <> 'by_hand' OR length(reason) > 0)
) STRICT;
CREATE INDEX polls_to_open ON polls (opens_at) WHERE state = 'scheduled';
CREATE INDEX polls_to_close ON polls (closes_at) WHERE state = 'open';
CREATE INDEX polls_by_creator ON polls (created_by);
CREATE TRIGGER polls_begin_scheduled BEFORE INSERT ON polls
WHEN NEW.state <> 'scheduled' OR EXISTS (SELECT 1 FROM polls WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'a poll is planned before it opens'); END;
CREATE TRIGGER polls_are_never_deleted BEFORE DELETE ON polls
BEGIN SELECT raise(ABORT, 'polls are never deleted'); END;
CREATE TRIGGER polls_go_forward BEFORE UPDATE OF state ON polls
WHEN NEW.state <> OLD.state AND NOT (
         (OLD.state = 'scheduled' AND NEW.state IN ('open', 'cancelled'))
      OR (OLD.state = 'open' AND NEW.state IN ('closed', 'cancelled')))
BEGIN SELECT raise(ABORT, 'a poll opens once, and closes or is cancelled once'); END;
CREATE TRIGGER polls_are_frozen_once_open BEFORE UPDATE ON polls
WHEN OLD.state <> 'scheduled' AND (
         (OLD.id, OLD.kind, OLD.body, OLD.question, OLD.rules, OLD.mode, OLD.secrecy)
             IS NOT (NEW.id, NEW.kind, NEW.body, NEW.question, NEW.rules, NEW.mode, NEW.secrecy)
      OR (OLD.closes_at, OLD.opens_at, OLD.candidates, OLD.seats, OLD.exclusive, OLD.live)
             IS NOT (NEW.closes_at, NEW.opens_at, NEW.candidates, NEW.seats, NEW.exclusive, NEW.live)
      OR (OLD.closes_when_all_voted, OLD.materials, OLD.leads, OLD.tells_members)
             IS NOT (NEW.closes_when_all_voted, NEW.materials, NEW.leads, NEW.tells_members)
      OR (OLD.elects_council, OLD.voters, OLD.preset, OLD.created_by, OLD.created_at)
             IS NOT (NEW.elects_council, NEW.voters, NEW.preset, NEW.created_by, NEW.created_at)
      OR (OLD.draft, OLD.run_off_of, OLD.opened_at)
             IS NOT (NEW.draft, NEW.run_off_of, NEW.opened_at)
      OR (OLD.state <> 'open' AND (OLD.closed_at, OLD.closing, OLD.reason)
             IS NOT (NEW.closed_at, NEW.closing, NEW.reason)))
BEGIN SELECT raise(ABORT, 'once open nothing of a poll can be edited'); END;

-- The electorate, as it was named at the opening: organisations, or members of the council.
CREATE TABLE voters (
    poll_id      INTEGER NOT NULL REFERENCES polls (id),
    voter_id     INTEGER NOT NULL,
    name         TEXT NOT NULL,
    inn          TEXT NOT NULL DEFAULT '',
    ogrn         TEXT NOT NULL DEFAULT '',
    organisation TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (poll_id, voter_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE poll_delegates (
    poll_id   INTEGER NOT NULL,
    voter_id  INTEGER NOT NULL,
    member_id INTEGER NOT NULL REFERENCES members (id),
    name      TEXT NOT NULL,
    position  TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (poll_id, voter_id, member_id),
    FOREIGN KEY (poll_id, voter_id) REFERENCES voters (poll_id, voter_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX poll_delegates_by_member ON poll_delegates (member_id, poll_id);
CREATE TRIGGER voters_are_named_before_the_opening BEFORE INSERT ON voters
WHEN (SELECT state FROM polls WHERE id = NEW.poll_id) <> 'scheduled'
BEGIN SELECT raise(ABORT, 'the electorate is frozen at the opening'); END;
CREATE TRIGGER voters_are_never_changed BEFORE UPDATE ON voters
BEGIN SELECT raise(ABORT, 'the electorate is frozen at the opening'); END;
CREATE TRIGGER voters_are_never_deleted BEFORE DELETE ON voters
BEGIN SELECT raise(ABORT, 'the electorate is frozen at the opening'); END;
CREATE TRIGGER delegates_are_named_before_the_opening BEFORE INSERT ON poll_delegates
WHEN (SELECT state FROM polls WHERE id = NEW.poll_id) <> 'scheduled'
BEGIN SELECT raise(ABORT, 'the electorate is frozen at the opening'); END;
CREATE TRIGGER delegates_are_never_changed BEFORE UPDATE ON poll_delegates
BEGIN SELECT raise(ABORT, 'the electorate is frozen at the opening'); END;
CREATE TRIGGER delegates_are_never_deleted BEFORE DELETE ON poll_delegates
BEGIN SELECT raise(ABORT, 'the electorate is frozen at the opening'); END;

CREATE TABLE proxies (
    poll_id       INTEGER NOT NULL,
    voter_id      INTEGER NOT NULL,
    holder_id     INTEGER NOT NULL REFERENCES members (id),
    holder_name   TEXT NOT NULL,
    number        TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 200),
    issued_on     TEXT NOT NULL,
    expires_at    TEXT NOT NULL,
    scope         TEXT NOT NULL CHECK (length(scope) BETWEEN 1 AND 200),
    registered_by INTEGER NOT NULL REFERENCES members (id),
    PRIMARY KEY (poll_id, voter_id),
    FOREIGN KEY (poll_id, voter_id) REFERENCES voters (poll_id, voter_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX proxies_by_holder ON proxies (holder_id, poll_id);
CREATE INDEX proxies_by_registrar ON proxies (registered_by);

CREATE TABLE recusals (
    poll_id     INTEGER NOT NULL,
    voter_id    INTEGER NOT NULL,
    declared_by INTEGER NOT NULL REFERENCES members (id),
    PRIMARY KEY (poll_id, voter_id),
    FOREIGN KEY (poll_id, voter_id) REFERENCES voters (poll_id, voter_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX recusals_by_member ON recusals (declared_by);

-- Who has voted in a secret poll. There is nothing more to know: no time, no hand, no choice.
CREATE TABLE roll (
    poll_id  INTEGER NOT NULL,
    voter_id INTEGER NOT NULL,
    PRIMARY KEY (poll_id, voter_id),
    FOREIGN KEY (poll_id, voter_id) REFERENCES voters (poll_id, voter_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ballots (
    poll_id   INTEGER NOT NULL,
    voter_id  INTEGER NOT NULL,
    ballot    TEXT NOT NULL CHECK (length(ballot) > 0),
    cast_by   INTEGER NOT NULL REFERENCES members (id),
    cast_at   TEXT NOT NULL,
    update_id INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (poll_id, voter_id),
    FOREIGN KEY (poll_id, voter_id) REFERENCES voters (poll_id, voter_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ballots_by_caster ON ballots (cast_by);

-- Nothing here leads to a voter: the key is random, and the rows lie in its order.
CREATE TABLE secret_ballots (
    poll_id INTEGER NOT NULL REFERENCES polls (id),
    number  TEXT NOT NULL CHECK (length(number) = 32),
    ballot  TEXT NOT NULL CHECK (length(ballot) > 0),
    PRIMARY KEY (poll_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
    poll_id   INTEGER NOT NULL,
    voter_id  INTEGER NOT NULL,
    member_id INTEGER NOT NULL REFERENCES members (id),
    text      TEXT NOT NULL CHECK (length(text) <= 1000),
    PRIMARY KEY (poll_id, voter_id),
    FOREIGN KEY (poll_id, voter_id) REFERENCES voters (poll_id, voter_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX statements_by_member ON statements (member_id);

-- What is counted stands still before the opening and after the close.
CREATE TRIGGER roll_grows_while_open BEFORE INSERT ON roll
WHEN (SELECT state || secrecy FROM polls WHERE id = NEW.poll_id) <> 'opensecret'
BEGIN SELECT raise(ABORT, 'the poll is not open, or named'); END;
CREATE TRIGGER roll_is_never_changed BEFORE UPDATE ON roll
BEGIN SELECT raise(ABORT, 'a roll names who has voted'); END;
CREATE TRIGGER roll_stands_once_closed BEFORE DELETE ON roll
WHEN (SELECT state FROM polls WHERE id = OLD.poll_id) <> 'open'
BEGIN SELECT raise(ABORT, 'the poll is not open'); END;
CREATE TRIGGER ballots_are_named_and_cast_while_open BEFORE INSERT ON ballots
WHEN (SELECT state || secrecy FROM polls WHERE id = NEW.poll_id) <> 'opennamed'
BEGIN SELECT raise(ABORT, 'the poll is not open, or secret'); END;
CREATE TRIGGER ballots_change_while_open BEFORE UPDATE ON ballots
WHEN (OLD.poll_id, OLD.voter_id) <> (NEW.poll_id, NEW.voter_id)
  OR (SELECT state FROM polls WHERE id = OLD.poll_id) <> 'open'
BEGIN SELECT raise(ABORT, 'the poll is not open'); END;
CREATE TRIGGER ballots_stand_once_closed BEFORE DELETE ON ballots
WHEN (SELECT state FROM polls WHERE id = OLD.poll_id) <> 'open'
BEGIN SELECT raise(ABORT, 'the poll is not open'); END;
CREATE TRIGGER secret_ballots_are_cast_while_open BEFORE INSERT ON secret_ballots
WHEN (SELECT state || secrecy FROM polls WHERE id = NEW.poll_id) <> 'opensecret'
BEGIN SELECT raise(ABORT, 'the poll is not open, or named'); END;
CREATE TRIGGER secret_ballots_are_never_changed BEFORE UPDATE ON secret_ballots
BEGIN SELECT raise(ABORT, 'a secret ballot is final'); END;
CREATE TRIGGER secret_ballots_stand_once_closed BEFORE DELETE ON secret_ballots
WHEN (SELECT state FROM polls WHERE id = OLD.poll_id) <> 'open'
BEGIN SELECT raise(ABORT, 'the poll is not open'); END;
CREATE TRIGGER recusals_are_declared_while_open BEFORE INSERT ON recusals
WHEN (SELECT state FROM polls WHERE id = NEW.poll_id) <> 'open'
BEGIN SELECT raise(ABORT, 'the poll is not open'); END;
CREATE TRIGGER recusals_are_never_changed BEFORE UPDATE ON recusals
BEGIN SELECT raise(ABORT, 'a recusal stands'); END;
CREATE TRIGGER recusals_are_never_deleted BEFORE DELETE ON recusals
BEGIN SELECT raise(ABORT, 'a recusal stands'); END;
CREATE TRIGGER proxies_are_given_while_open BEFORE INSERT ON proxies
WHEN (SELECT state FROM polls WHERE id = NEW.poll_id) <> 'open'
BEGIN SELECT raise(ABORT, 'the poll is not open'); END;
CREATE TRIGGER proxies_change_while_open BEFORE UPDATE ON proxies
WHEN (SELECT state FROM polls WHERE id = OLD.poll_id) <> 'open'
BEGIN SELECT raise(ABORT, 'the poll is not open'); END;
CREATE TRIGGER proxies_are_never_deleted BEFORE DELETE ON proxies
BEGIN SELECT raise(ABORT, 'a proxy is replaced, not taken back'); END;

-- The chain: each entry is built on the one before; what follows cannot come before.
CREATE TABLE entries (
    number   INTEGER PRIMARY KEY CHECK (number > 0),
    kind     TEXT NOT NULL CHECK (length(kind) > 0),
    payload  TEXT NOT NULL CHECK (json_valid(payload)),
    previous TEXT NOT NULL CHECK (length(previous) = 64),
    digest   TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT;
CREATE TRIGGER entries_follow_each_other BEFORE INSERT ON entries
WHEN (NEW.number, NEW.previous) IS NOT (
         SELECT coalesce(max(number), 0) + 1,
                coalesce((SELECT digest FROM entries ORDER BY number DESC LIMIT 1),
                         printf('%064d', 0))
           FROM entries)
BEGIN SELECT raise(ABORT, 'an entry is built on the one before'); END;
CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
BEGIN SELECT raise(ABORT, 'entries are only added to'); END;
CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries
BEGIN SELECT raise(ABORT, 'entries are only added to'); END;

-- What a poll came to, the seal of its ballots, and the head of the chain with the close in it.
CREATE TABLE results (
    poll_id      INTEGER PRIMARY KEY REFERENCES polls (id),
    result       TEXT NOT NULL CHECK (json_valid(result)),
    outcome      TEXT NOT NULL CHECK (outcome IN (
                     'adopted', 'rejected', 'elected', 'tied', 'not_elected', 'below_threshold',
                     'no_quorum')),
    salt         TEXT NOT NULL CHECK (length(salt) = 64),
    ballots_seal TEXT NOT NULL CHECK (length(ballots_seal) = 64),
    numbers_seal TEXT NOT NULL CHECK (length(numbers_seal) = 64),
    entry        INTEGER NOT NULL UNIQUE REFERENCES entries (number)
) STRICT;
CREATE TRIGGER results_are_of_closed_polls BEFORE INSERT ON results
WHEN (SELECT state FROM polls WHERE id = NEW.poll_id) <> 'closed'
  OR EXISTS (SELECT 1 FROM results WHERE poll_id = NEW.poll_id)
BEGIN SELECT raise(ABORT, 'a poll has one result, once it has closed'); END;
CREATE TRIGGER results_are_never_changed BEFORE UPDATE ON results
BEGIN SELECT raise(ABORT, 'a result stands'); END;
CREATE TRIGGER results_are_never_deleted BEFORE DELETE ON results
BEGIN SELECT raise(ABORT, 'a result stands'); END;

CREATE TABLE lots (
    poll_id     INTEGER PRIMARY KEY REFERENCES results (poll_id),
    winners     TEXT NOT NULL CHECK (json_array_length(winners) > 0),
    how         TEXT NOT NULL CHECK (length(how) BETWEEN 1 AND 500),
    recorded_by INTEGER NOT NULL REFERENCES members (id),
    recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX lots_by_member ON lots (recorded_by);
CREATE TRIGGER lots_are_drawn_once BEFORE INSERT ON lots
WHEN EXISTS (SELECT 1 FROM lots WHERE poll_id = NEW.poll_id)
BEGIN SELECT raise(ABORT, 'a lot is drawn once'); END;
CREATE TRIGGER lots_are_never_changed BEFORE UPDATE ON lots
BEGIN SELECT raise(ABORT, 'a lot is drawn once'); END;
CREATE TRIGGER lots_are_never_deleted BEFORE DELETE ON lots
BEGIN SELECT raise(ABORT, 'a lot is drawn once'); END;

-- Secret polls that have closed, until the file is written anew: then nothing in it is left of the
-- order in which ballots came.
CREATE TABLE poll_traces (
    poll_id INTEGER PRIMARY KEY REFERENCES polls (id)
) STRICT;

-- Due times: when those who have not voted are reminded. `last` is the last call.
CREATE TABLE poll_reminders (
    poll_id      INTEGER NOT NULL REFERENCES polls (id),
    lead_seconds INTEGER NOT NULL CHECK (lead_seconds > 0),
    last         INTEGER NOT NULL CHECK (last IN (0, 1)),
    due_at       TEXT NOT NULL,
    PRIMARY KEY (poll_id, lead_seconds)
) STRICT, WITHOUT ROWID;
CREATE INDEX poll_reminders_by_due ON poll_reminders (due_at);

-- Messages that show a poll: a member's ballot, the chair's board, the post in a group.
CREATE TABLE poll_messages (
    chat_id    INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    poll_id    INTEGER NOT NULL REFERENCES polls (id),
    member_id  INTEGER REFERENCES members (id) ON DELETE CASCADE,
    view       TEXT NOT NULL CHECK (view IN ('ballot', 'board', 'post')),
    caption    INTEGER NOT NULL DEFAULT 0 CHECK (caption IN (0, 1)),
    PRIMARY KEY (chat_id, message_id),
    CHECK ((view = 'post') = (member_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX poll_messages_by_poll ON poll_messages (poll_id, view, member_id);
CREATE INDEX poll_messages_by_member ON poll_messages (member_id);
