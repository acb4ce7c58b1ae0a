-- Several people may apply for one organisation: a stranger's application shuts nobody out. One person
-- applies for it once at a time, and the council votes on one application of it at a time.
DROP INDEX applications_open;
CREATE UNIQUE INDEX applications_open ON applications (inn, applicant_id)
    WHERE state IN ('submitted', 'asked', 'voting');
CREATE UNIQUE INDEX applications_voting ON applications (inn) WHERE state = 'voting';
CREATE INDEX applications_by_sending ON applications (sent_at) WHERE sent_at IS NOT NULL;
