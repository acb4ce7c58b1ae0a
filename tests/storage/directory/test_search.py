"""People find an organisation of the demo's alliance as they type."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.searching.queries import QUERY_LIMIT
from bot.services.directory.directory import search
from storage.stores import Stores
from tests.directories import BY_FIELD, FIELDS, QUERIES, fill, missed
from tests.schemas import in_memory


@pytest.fixture(scope="module")
def tx() -> Iterator[Stores]:
    with closing(in_memory()) as db:
        stores = Stores(db)
        fill(stores)
        yield stores


def test_nearly_every_query_shows_what_was_meant_first(tx: Stores) -> None:
    wrong = missed(tx)
    asked = len(QUERIES) + len(BY_FIELD)
    assert asked >= 60
    assert 1 - len(wrong) / asked >= 0.97, wrong


@pytest.mark.parametrize("text", ["квантовая физика вселенной", "xyzzyq", "12345678"])
def test_what_nobody_is_called_is_at_best_a_guess(tx: Stores, text: str) -> None:
    assert not search(tx, text, FIELDS, 8).strong


@settings(max_examples=50, deadline=None)
@given(text=st.text(max_size=2 * QUERY_LIMIT) | st.text("абвё«»\"'*-()^ AND", max_size=30))
def test_whatever_is_typed_is_searched_for(text: str) -> None:
    with closing(in_memory()) as db:
        assert not search(Stores(db), text, FIELDS, 8).hits


@pytest.mark.parametrize("text", ['"', "a\"b'c", "AND OR NOT", "*", "names:дом", "\x00", "( ) ^"])
def test_signs_of_the_query_language_are_letters_like_any_other(tx: Stores, text: str) -> None:
    assert len(search(tx, text, FIELDS, 8).hits) <= 8
