-- The address of the screen of the house: of each only the digest of its secret is stored, and one is valid.
CREATE TABLE house_screens (
    digest     BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    issued_at  TEXT NOT NULL,
    revoked_at TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX house_screens_valid ON house_screens (revoked_at IS NULL) WHERE revoked_at IS NULL;

-- Which news of bookings, of those that are only convenient, people have turned off.
CREATE TABLE unwanted_room_news (
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    news      TEXT NOT NULL CHECK (news IN ('eve', 'offer_lapsed', 'accepted')),
    PRIMARY KEY (member_id, news)
) STRICT, WITHOUT ROWID;
