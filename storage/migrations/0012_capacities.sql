-- Whether who could cast a voter's ballot led that organisation when the poll opened: minutes call
-- people what they were then. NULL in the council, and in polls that opened before this was kept.

ALTER TABLE poll_delegates ADD COLUMN leader INTEGER CHECK (leader IN (0, 1));
