-- Several people may apply for one organisation: a stranger's application shuts nobody out. One person
-- applies for it once at a time, and the council votes on one application of it at a time.
DROP INDEX applications_open;
CREATE UNIQUE INDEX applications_open ON applications (inn, applicant_id)
    WHERE state IN ('submitted', 'asked', 'voting');
CREATE UNIQUE INDEX applications_voting ON applications (inn) WHERE state = 'voting';
CREATE INDEX applications_by_sending ON applications (sent_at) WHERE sent_at IS NOT NULL;

-- On whose authority an invitation was issued: an organiser's lets nobody in who has a role or speaks for
-- an organisation. Which earlier ones organisers issued the audit log tells; the others are those of the
-- command line.
ALTER TABLE invitations ADD COLUMN authority TEXT NOT NULL DEFAULT 'organiser'
    CHECK (authority IN ('organiser', 'leader', 'administrator'));
UPDATE invitations SET authority = 'administrator'
 WHERE NOT EXISTS (SELECT 1 FROM audit
                    WHERE act = 'invitation.issue' AND subject = 'member:' || invitations.member_id);

-- Another Telegram account took a person over. Until that is confirmed, the person casts nothing in polls
-- that were open then.
CREATE TABLE rebindings (
    id             INTEGER PRIMARY KEY,
    member_id      INTEGER NOT NULL REFERENCES members (id),
    former_account INTEGER NOT NULL CHECK (former_account > 0),
    rebound_at     TEXT NOT NULL,
    state          TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN (
                       'waiting', 'confirmed', 'rejected')),
    decided_by     INTEGER REFERENCES members (id),
    CHECK ((state = 'waiting') = (decided_by IS NULL))
) STRICT;
CREATE INDEX rebindings_by_member ON rebindings (member_id, id);
CREATE INDEX rebindings_by_account ON rebindings (former_account);
CREATE INDEX rebindings_by_decision ON rebindings (decided_by) WHERE decided_by IS NOT NULL;
