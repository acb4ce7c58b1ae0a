-- One table of the messages that show something: an event as a member's card, an organiser's board, a
-- helper's door, the code on a screen; a poll as a member's ballot or the chair's board; either as the post
-- in a group or channel, which belongs to nobody. The generated columns stand for the foreign keys.
CREATE TABLE shown_messages (
    chat_id      INTEGER NOT NULL,
    message_id   INTEGER NOT NULL,
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('event', 'poll')),
    subject_id   INTEGER NOT NULL,
    member_id    INTEGER REFERENCES members (id) ON DELETE CASCADE,
    view         TEXT NOT NULL,
    caption      INTEGER NOT NULL DEFAULT 0 CHECK (caption IN (0, 1)),
    until        TEXT,
    event_id     INTEGER AS (CASE subject_kind WHEN 'event' THEN subject_id END)
                     REFERENCES events (id),
    poll_id      INTEGER AS (CASE subject_kind WHEN 'poll' THEN subject_id END)
                     REFERENCES polls (id),
    PRIMARY KEY (chat_id, message_id),
    CHECK (CASE subject_kind
           WHEN 'event' THEN view IN ('card', 'board', 'door', 'screen', 'post')
           ELSE view IN ('ballot', 'board', 'post') END),
    CHECK ((view = 'post') = (member_id IS NULL)),
    CHECK ((view = 'screen') = (until IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX shown_messages_by_subject
    ON shown_messages (subject_kind, subject_id, view, member_id);
CREATE INDEX shown_messages_by_member ON shown_messages (member_id);
CREATE INDEX shown_messages_posted ON shown_messages (subject_kind, subject_id) WHERE view = 'post';
CREATE INDEX shown_messages_on_screens ON shown_messages (until) WHERE until IS NOT NULL;
INSERT INTO shown_messages (chat_id, message_id, subject_kind, subject_id, member_id, view, caption)
SELECT chat_id, message_id, 'poll', poll_id, member_id, view, caption FROM poll_messages;
-- Whoever opened an event in a ballot's message sees the event: only a poll that was opened later took the
-- message away from the other.
INSERT OR REPLACE INTO shown_messages (chat_id, message_id, subject_kind, subject_id, member_id, view,
                                       caption, until)
SELECT chat_id, message_id, 'event', event_id, member_id, view, caption, until FROM cards;
DROP TABLE cards;
DROP TABLE poll_messages;
