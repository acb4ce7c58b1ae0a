-- Proxies: that one was taken back, when, by whom, and whether a ballot had been cast by it then; what
-- a holder is, who came to speak for the voter after the opening and is not named among the voters.

ALTER TABLE proxies ADD COLUMN holder_position TEXT NOT NULL DEFAULT '';
ALTER TABLE proxies ADD COLUMN revoked_at TEXT;
ALTER TABLE proxies ADD COLUMN revoked_by INTEGER REFERENCES members (id)
    CHECK ((revoked_by IS NULL) = (revoked_at IS NULL));
ALTER TABLE proxies ADD COLUMN used INTEGER NOT NULL DEFAULT 0
    CHECK (used = 0 OR (used = 1 AND revoked_at IS NOT NULL));
CREATE INDEX proxies_by_revoker ON proxies (revoked_by) WHERE revoked_by IS NOT NULL;
