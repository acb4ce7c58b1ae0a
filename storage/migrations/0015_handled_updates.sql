-- Updates that have done what must not be done twice: if one comes again after a crash, it is known.
-- An id tells neither who nor what nor when; ballots and answers to events leave none.

CREATE TABLE handled_updates (id INTEGER PRIMARY KEY) STRICT;
