-- Two records of one person: the one that is given up stays as an empty row, because votes name its id. It points
-- to the other, and `folded_name` keeps its name behind 'merged:<id>:', by which an older backup is recognised.
ALTER TABLE members ADD COLUMN merged_into INTEGER REFERENCES members (id)
    CHECK (merged_into IS NULL OR (erased_at IS NOT NULL AND merged_into <> id));
CREATE INDEX members_by_kept_record ON members (merged_into) WHERE merged_into IS NOT NULL;
