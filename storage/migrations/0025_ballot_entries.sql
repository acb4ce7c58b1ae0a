-- Where in the chain a voter's named ballot stands: each card shows it. Entries of older releases are found
-- as well.
CREATE INDEX entries_of_ballots ON entries (payload ->> 'poll', payload ->> 'voter', number)
    WHERE kind IN ('ballot', 'repeated');
