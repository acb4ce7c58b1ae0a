"""Search an index: likely candidates from the database, then compared word by word."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.searching.fields import FieldOfWork
from bot.domain.searching.queries import CANDIDATES, Candidate, Hit, Query, ranked, read_query
from bot.ports.searching import SearchStore


def found(
    store: SearchStore, text: str, fields: Sequence[FieldOfWork], *, by_leader: bool = True
) -> list[Hit]:
    """Return what is likeliest meant by a text, the likeliest first."""
    query = read_query(text, fields)
    return _hits(store, query, by_leader=by_leader) if query.readings else []


def _hits(store: SearchStore, query: Query, *, by_leader: bool) -> list[Hit]:
    if query.is_short:
        return [Hit(one.subject, 1.0) for one in store.beginning(query.readings[0][0], CANDIDATES)]
    candidates = store.candidates(query.trigrams, CANDIDATES)
    hits = _ranked(query, candidates, by_leader=by_leader)
    if hits and hits[0].is_strong:
        return hits
    more = store.candidates(query.misspelt, CANDIDATES)
    for letters in query.beginnings:
        more += store.beginning(letters, CANDIDATES)
    return _ranked(query, list(dict.fromkeys([*candidates, *more])), by_leader=by_leader)


def _ranked(query: Query, candidates: Sequence[Candidate], *, by_leader: bool) -> list[Hit]:
    known = candidates if by_leader else [replace(one, leader="") for one in candidates]
    return ranked(query, known)
