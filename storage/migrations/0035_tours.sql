-- Whether an organiser was offered the three first steps with their list of events: that is done once.
ALTER TABLE members ADD COLUMN tour_offered INTEGER NOT NULL DEFAULT 0 CHECK (tour_offered IN (0, 1));
