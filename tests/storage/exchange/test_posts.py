"""The index of the exchange says what the posts say, and one response is chosen at most."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from bot.domain.exchange.posts import PostId
from bot.domain.exchange.responses import ResponseState
from bot.domain.searching.queries import read_query
from storage.stores import Stores
from tests.databases import run
from tests.exchange import ANNA, BORIS, CHAIRS, CLUB, DINA, FUND, GLEB, HOUSE, NOW, VERA, people
from tests.schemas import in_memory

INTEGRITY = "INSERT INTO exchange_index (exchange_index, rank) VALUES ('integrity-check', 1)"


@pytest.fixture
def tx() -> Iterator[Stores]:
    with closing(in_memory()) as db:
        stores = Stores(db)
        people(stores)
        stores.exchange_posts.add(
            FUND, ANNA, CHAIRS, None if CHAIRS.days is None else NOW, NOW, "d"
        )
        yield stores


def found(tx: Stores, text: str) -> list[int]:
    candidates = tx.exchange_posts.candidates(read_query(text, ()).trigrams, 5)
    run(tx, INTEGRITY)
    return [one.subject for one in candidates]


def test_a_post_is_found_by_whatever_it_says(tx: Stores) -> None:
    for text in ("СТУЛЬЕВ", "самовывоз", "лесной", "дети"):
        assert found(tx, text) == [1], text


def test_a_changed_post_is_found_by_what_it_says_now(tx: Stores) -> None:
    changed = replace(CHAIRS, title="Ёлка", fields=("Спорт",), place="", text="")
    tx.exchange_posts.save(PostId(1), changed, NOW)
    assert [found(tx, text) for text in ("елка", "спорт")] == [[1], [1]]
    assert [found(tx, text) for text in ("стульев", "дети", "лесной", "самовывоз")] == [[]] * 4


def test_a_post_of_an_erased_author_is_in_no_index(tx: Stores) -> None:
    tx.members.erase(ANNA, NOW)
    assert found(tx, "стульев") == []
    assert run(tx, "SELECT count(*) FROM exchange_texts").fetchone() == (0,)


def test_the_name_of_the_erased_goes_from_what_others_wrote_and_from_the_index(tx: Stores) -> None:
    text = replace(CHAIRS, text="Спросить: Вера Ли, вход со двора")
    tx.exchange_posts.save(PostId(1), text, NOW)
    tx.members.erase(VERA, NOW)
    post = tx.exchange_posts.get(PostId(1))
    assert post is not None
    assert post.plan.text == "Спросить: ———————, вход со двора"
    assert found(tx, "вера ли") == []
    assert found(tx, "двора") == [1]


def test_the_schema_lets_one_response_be_chosen_and_one_of_a_person_stand(tx: Stores) -> None:
    first = tx.exchange_responses.add(PostId(1), HOUSE, VERA, "Мне", NOW)
    second = tx.exchange_responses.add(PostId(1), CLUB, GLEB, "И мне", NOW)
    tx.exchange_responses.save_state(first, ResponseState.CHOSEN, NOW)
    with pytest.raises(sqlite3.IntegrityError):
        tx.exchange_responses.save_state(second, ResponseState.CHOSEN, NOW)
    with pytest.raises(sqlite3.IntegrityError):
        tx.exchange_responses.add(PostId(1), HOUSE, VERA, "Ещё раз", NOW)


def test_the_schema_lets_as_many_be_chosen_as_the_post_is_for(tx: Stores) -> None:
    tx.exchange_posts.save(PostId(1), replace(CHAIRS, count=2), NOW)
    for house, who in ((HOUSE, VERA), (CLUB, GLEB)):
        added = tx.exchange_responses.add(PostId(1), house, who, "Мне", NOW)
        tx.exchange_responses.save_state(added, ResponseState.CHOSEN, NOW)
    third = tx.exchange_responses.add(PostId(1), CLUB, DINA, "И мне", NOW)
    with pytest.raises(sqlite3.IntegrityError):
        tx.exchange_responses.save_state(third, ResponseState.CHOSEN, NOW)
    with pytest.raises(sqlite3.IntegrityError):
        tx.exchange_posts.save(PostId(1), CHAIRS, NOW)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE exchange_posts SET title = ''",
        "UPDATE exchange_posts SET title = printf('%.*c', 81, 'x')",
        "UPDATE exchange_posts SET kind = 'gossip'",
        "UPDATE exchange_posts SET direction = 'sale'",
        "UPDATE exchange_posts SET days = NULL",
        "UPDATE exchange_posts SET state = 'done'",
        "UPDATE exchange_posts SET member_id = NULL, title = ''",
        "UPDATE exchange_posts SET count = 0",
        "UPDATE exchange_posts SET count = 101",
        "INSERT INTO exchange_photos VALUES (1, 0, 'file')",
        "INSERT INTO exchange_fields VALUES (9, 'Дети')",
    ],
)
def test_the_schema_refuses_what_no_post_can_be(tx: Stores, sql: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        run(tx, sql)


def test_two_records_of_one_person_become_one_with_all_their_posts(tx: Stores) -> None:
    response = tx.exchange_responses.add(PostId(1), HOUSE, VERA, "Мне", NOW)
    tx.members.absorb(ANNA, BORIS, NOW)
    post = tx.exchange_posts.get(PostId(1))
    assert post is not None
    assert post.author == BORIS
    tx.members.absorb(VERA, GLEB, NOW)
    kept = tx.exchange_responses.get(response)
    assert kept is not None
    assert kept.member == GLEB
