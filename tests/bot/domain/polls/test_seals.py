"""The record of a vote: whatever is changed in it after the fact is found."""

import hashlib
import itertools
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.domain.polls.polls import PollId
from bot.domain.polls.refusals import BallotNumberInvalid
from bot.domain.polls.seals import (
    GENESIS,
    Damage,
    Entry,
    Fault,
    Head,
    Json,
    ballot_number,
    canonical,
    following,
    new_salt,
    numbers_digest,
    read_number,
    sealed,
    verify_chain,
)
from tests.polling import a_number

POLL = PollId(4)
SALT = "5a" * 32
VOTES: list[dict[str, Json]] = [{"voter": n, "choice": "за"} for n in range(1, 6)]

values: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=5,
)
payloads = st.dictionaries(st.text(max_size=8), values, max_size=3)
kinds = st.sampled_from(["opened", "cast", "closed"])
plain: st.SearchStrategy[dict[str, Json]] = st.dictionaries(
    st.sampled_from("abc"), st.integers(0, 9), max_size=2
)
records = st.lists(st.tuples(kinds, plain), max_size=12)


def a_chain(record: list[tuple[str, dict[str, Json]]]) -> list[Entry]:
    chain: list[Entry] = []
    head = GENESIS
    for kind, payload in record:
        chain.append(following(head, kind, payload))
        head = chain[-1].head
    return chain


def five() -> list[Entry]:
    return a_chain([("cast", vote) for vote in VOTES])


def rewritten(entry: Entry, choice: str = "против") -> Entry:
    """The entry with another payload, and a digest that fits it."""
    before = Head(entry.number - 1, entry.previous)
    return following(before, entry.kind, {"choice": choice})


def only(damage: Damage, first: int, last: int | None = None) -> tuple[Fault, ...]:
    return (Fault(damage, first, last or first),)


# --- the chain ------------------------------------------------------------------------------------


def test_an_entry_is_the_sha256_of_canonical_json_so_that_others_can_check_it() -> None:
    first, second = a_chain([("opened", {"poll": 4, "вопрос": "Да?"}), ("closed", {})])

    text = (
        '{"poll":4,"\\\\u0432\\\\u043e\\\\u043f\\\\u0440\\\\u043e\\\\u0441":"\\\\u0414\\\\u0430?"}'
    )
    quoted = text.replace('"', '\\"')
    written = f'{{"kind":"opened","number":1,"payload":"{quoted}","previous":"{"0" * 64}"}}'
    assert first.digest == hashlib.sha256(written.encode()).hexdigest()
    written = f'{{"kind":"closed","number":2,"payload":"{{}}","previous":"{first.digest}"}}'
    assert second.digest == hashlib.sha256(written.encode()).hexdigest()
    assert second.head == Head(2, second.digest)


@given(payloads)
def test_the_order_of_keys_makes_no_difference_to_an_entry(payload: dict[str, Json]) -> None:
    backwards = dict(reversed(payload.items()))

    assert following(GENESIS, "cast", payload) == following(GENESIS, "cast", backwards)


@given(payloads, payloads)
def test_different_payloads_give_different_entries(
    one: dict[str, Json], other: dict[str, Json]
) -> None:
    same = canonical(one) == canonical(other)

    assert (following(GENESIS, "cast", one) == following(GENESIS, "cast", other)) == same


@given(records, st.integers(0, 12))
def test_a_chain_that_nobody_touched_holds_and_may_grow_past_a_published_head(
    record: list[tuple[str, dict[str, Json]]], published: int
) -> None:
    chain = a_chain(record)
    heads = [GENESIS, *(entry.head for entry in chain)]

    assert verify_chain(chain) == ()
    assert verify_chain(chain, heads[min(published, len(chain))]) == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: replace(entry, payload='{"choice":"against"}'),
        lambda entry: replace(entry, payload=entry.payload + " "),
        lambda entry: replace(entry, kind="recused"),
        lambda entry: replace(entry, previous="f" * 64),
        lambda entry: replace(entry, digest="f" * 64),
    ],
)
@pytest.mark.parametrize("at", range(5))
def test_a_changed_row_is_named(change: Callable[[Entry], Entry], at: int) -> None:
    chain = five()
    known = chain[-1].head
    chain[at] = change(chain[at])

    assert verify_chain(chain, known) == only(Damage.CHANGED, at + 1)
    assert verify_chain(chain) == only(Damage.CHANGED, at + 1)


@pytest.mark.parametrize("at", range(5))
def test_a_row_that_was_rewritten_with_a_fitting_digest_is_named(at: int) -> None:
    chain = five()
    known = chain[-1].head
    chain[at] = rewritten(chain[at])

    assert verify_chain(chain, known) == only(Damage.REPLACED, at + 1)


@pytest.mark.parametrize(("first", "last"), [(1, 1), (1, 3), (2, 2), (2, 4), (4, 4)])
def test_deleted_rows_are_named(first: int, last: int) -> None:
    chain = five()

    left = chain[: first - 1] + chain[last:]

    assert verify_chain(left) == only(Damage.DELETED, first, last)


@pytest.mark.parametrize("left", range(5))
def test_a_chain_that_was_cut_off_is_found_by_the_known_head_and_by_nothing_else(left: int) -> None:
    chain = five()

    assert verify_chain(chain[:left], chain[-1].head) == only(Damage.CUT_OFF, left + 1, 5)
    assert verify_chain(chain[:left]) == ()


def test_rows_in_another_order_are_named() -> None:
    one, two, three, four, five_ = five()

    assert verify_chain([one, three, two, four, five_]) == only(Damage.REORDERED, 2)
    assert verify_chain([two, one, three]) == only(Damage.REORDERED, 1)


def test_a_row_that_stands_there_twice_is_named() -> None:
    one, two, three, *_ = five()

    assert verify_chain([one, two, two, three]) == only(Damage.REORDERED, 2)


def test_rows_that_traded_their_numbers_are_changed_rows() -> None:
    one, two, three, four, five_ = five()
    swapped = [one, replace(three, number=2), replace(two, number=3), four, five_]

    faults = verify_chain(swapped, five_.head)

    assert faults == (*only(Damage.CHANGED, 2), *only(Damage.CHANGED, 3))


def test_a_chain_that_does_not_begin_at_the_beginning_is_found() -> None:
    forged = following(Head(0, "f" * 64), "cast", {})

    assert verify_chain([forged]) == only(Damage.REPLACED, 1)


def test_a_row_with_a_number_below_the_first_is_found() -> None:
    forged = following(Head(-1, "0" * 64), "cast", {})

    assert Fault(Damage.REORDERED, 0, 0) in verify_chain([forged])


@pytest.mark.parametrize("shown", [16, 64])
def test_a_change_is_found_between_the_heads_that_were_published(shown: int) -> None:
    """Entries 4 and 5 were rewritten; the beginnings of the digests will do."""
    chain = five()
    third = following(chain[2].head, "ballot", {"other": 4})
    forged = [*chain[:3], third, following(third.head, chain[4].kind, {"other": 5})]
    heads = [Head(one.number, one.digest[:shown]) for one in chain]

    assert verify_chain(chain, *heads) == ()
    assert verify_chain(forged, heads[0], heads[1], heads[4]) == only(Damage.REPLACED, 3, 5)
    assert verify_chain(forged, heads[4], heads[2]) == only(Damage.REPLACED, 4, 5)
    assert verify_chain(forged, heads[3], heads[4]) == (
        *only(Damage.REPLACED, 4),
        *only(Damage.REPLACED, 5),
    )
    assert verify_chain(chain[:3], heads[1], heads[4]) == only(Damage.CUT_OFF, 4, 5)


def test_a_whole_chain_rewritten_is_found_by_the_known_head() -> None:
    forged = a_chain([("cast", {"choice": "против"})] * 5)

    assert verify_chain(forged, five()[-1].head) == only(Damage.REPLACED, 5)
    assert verify_chain(forged, five()[2].head) == only(Damage.REPLACED, 3)


def test_a_forged_number_as_large_as_can_be_is_reported_at_once() -> None:
    far = following(Head(2**62, five()[-1].digest), "cast", {})

    assert verify_chain([*five(), far]) == only(Damage.DELETED, 6, 2**62)


def changed(entry: Entry) -> st.SearchStrategy[Entry]:
    """The entry with something else in one of its columns."""
    texts = st.text(max_size=4)
    return st.one_of(
        texts.map(lambda text: replace(entry, kind=text)),
        texts.map(lambda text: replace(entry, payload=text)),
        texts.map(lambda text: replace(entry, previous=text)),
        texts.map(lambda text: replace(entry, digest=text)),
        st.integers(-1, 20).map(lambda number: replace(entry, number=number)),
    )


@st.composite
def tampering(draw: st.DrawFn) -> tuple[list[Entry], list[Entry]]:
    """A chain, and what somebody with the database in hand made of it."""
    chain = a_chain(draw(records.filter(bool)))
    rows = list(chain)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, max(0, len(rows) - 1)))
        match draw(st.sampled_from(["change", "rewrite", "delete", "swap", "truncate", "repeat"])):
            case "change" if rows:
                rows[at] = draw(changed(rows[at]))
            case "rewrite" if rows:
                rows[at] = rewritten(rows[at], draw(st.text(max_size=4)))
            case "delete" if rows:
                del rows[at]
            case "swap" if rows:
                other = draw(st.integers(0, len(rows) - 1))
                rows[at], rows[other] = rows[other], rows[at]
            case "truncate":
                del rows[at:]
            case "repeat" if rows:
                rows.insert(draw(st.integers(0, len(rows))), rows[at])
    assume(rows != chain)
    return chain, rows


@given(tampering())
def test_whatever_is_done_to_a_chain_is_found(tampered: tuple[list[Entry], list[Entry]]) -> None:
    chain, rows = tampered

    assert verify_chain(rows, chain[-1].head)


@given(records.filter(bool), st.data())
def test_all_that_comes_after_a_change_rewritten_is_found_too(
    record: list[tuple[str, dict[str, Json]]], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(record) - 1))
    forged = [*record[:at], ("forged", {}), *record[at + 1 :]]

    assert verify_chain(a_chain(forged), a_chain(record)[-1].head)


# --- the seal -------------------------------------------------------------------------------------

BALLOTS = {"AAAA": "for", "BBBB": "against", "CCCC": "abstain"}
ballots = st.dictionaries(st.text("ABCD", min_size=1, max_size=4), st.text("0123:,for"), max_size=6)


def test_the_seal_is_the_sha256_of_canonical_json_so_that_others_can_check_it() -> None:
    seal = sealed(POLL, SALT, {"B": "against", "A": "for"})

    batch = f'{{"ballots":[["A","for"],["B","against"]],"poll":4,"salt":"{SALT}"}}'
    assert seal.ballots == hashlib.sha256(batch.encode()).hexdigest()
    assert seal.numbers == hashlib.sha256(b'{"numbers":["A","B"],"poll":4}').hexdigest()


@given(ballots, ballots)
def test_two_batches_have_one_seal_only_if_they_are_the_same(
    one: dict[str, str], other: dict[str, str]
) -> None:
    assert (sealed(POLL, SALT, one) == sealed(POLL, SALT, other)) == (one == other)


@given(ballots)
def test_the_order_in_which_the_ballots_were_cast_is_not_in_the_seal(batch: dict[str, str]) -> None:
    assert sealed(POLL, SALT, dict(reversed(batch.items()))) == sealed(POLL, SALT, batch)


@given(ballots.filter(bool), st.data())
def test_a_ballot_that_is_changed_removed_or_added_after_the_close_breaks_the_seal(
    batch: dict[str, str], data: st.DataObject
) -> None:
    number = data.draw(st.sampled_from(sorted(batch)))
    changed = {**batch, number: batch[number] + "x"}
    removed = {key: choice for key, choice in batch.items() if key != number}
    added = {**batch, "E": "for"}

    for forged in (changed, removed, added):
        assert sealed(POLL, SALT, forged).ballots != sealed(POLL, SALT, batch).ballots


def test_the_seal_of_one_poll_does_not_fit_another() -> None:
    one, other = sealed(POLL, SALT, BALLOTS), sealed(PollId(5), SALT, BALLOTS)

    assert one.ballots != other.ballots
    assert one.numbers != other.numbers


def test_the_public_seal_and_numbers_cannot_be_solved_for_the_choices() -> None:
    """Three ballots have 27 contents: without the salt one could try them all."""
    seal = sealed(POLL, new_salt(), BALLOTS)
    choices = itertools.product(["for", "against", "abstain"], repeat=3)
    batches = [dict(zip(BALLOTS, some, strict=True)) for some in choices]

    assert BALLOTS in batches
    assert all(sealed(POLL, "", batch).ballots != seal.ballots for batch in batches)
    assert all(sealed(POLL, SALT, batch).ballots != seal.ballots for batch in batches)


def test_a_salt_is_256_random_bits() -> None:
    salts = {new_salt() for _ in range(100)}

    assert len(salts) == 100
    assert all(re.fullmatch("[0-9a-f]{64}", salt) for salt in salts)


def test_a_voter_checks_the_public_list_by_its_digest_which_tells_no_choice() -> None:
    seal = sealed(POLL, SALT, BALLOTS)
    otherwise = sealed(POLL, SALT, dict.fromkeys(BALLOTS, "for"))

    assert numbers_digest(POLL, ["CCCC", "AAAA", "BBBB"]) == seal.numbers == otherwise.numbers
    assert numbers_digest(POLL, ["AAAA", "BBBB"]) != seal.numbers
    assert numbers_digest(POLL, [*BALLOTS, "DDDD"]) != seal.numbers


# --- the number of a ballot -----------------------------------------------------------------------


def test_a_number_is_as_good_as_128_random_bits_in_groups_of_four() -> None:
    numbers = {a_number() for _ in range(1000)}

    assert len(numbers) == 1000
    assert all(re.fullmatch(r"([A-Z2-7]{4}-){6}[A-Z2-7]{2}", number) for number in numbers)
    for place in range(25):
        assert len({number.replace("-", "")[place] for number in numbers}) == 32


@given(st.integers(1, 9), st.text("for,123:", min_size=1), st.text("0123456789abcdef"))
def test_a_number_belongs_to_one_poll_ballot_and_nonce(poll: int, ballot: str, nonce: str) -> None:
    number = ballot_number(PollId(poll), ballot, nonce)

    assert number == ballot_number(PollId(poll), ballot, nonce)
    assert number != ballot_number(PollId(poll + 1), ballot, nonce)
    assert number != ballot_number(PollId(poll), f"{ballot},", nonce)
    assert number != ballot_number(PollId(poll), ballot, f"{nonce}0")
    assert number != ballot_number(PollId(poll), ballot + nonce[:1], nonce[1:] + "x")


@pytest.mark.parametrize(
    "typed",
    [
        "ABEK-MHOP-CTYX-3OIB-2345-67AA-BE",
        "abek-mhop-ctyx-3oib-2345-67aa-be",
        "ABEKMHOPCTYX3OIB234567AABE",
        " ABEK MHOP\nCTYX—3OIB_2345.67AA-BE ",
        "АВЕК-МНОР-СТУХ-ЗОIВ-2345-67АА-ВЕ",
        "авек-мнор-стух-зоiв-2345-67аа-ве",
        "ABEK-MHOP-CTYX-3018-2345-67AA-BE",
    ],
)
def test_a_number_is_read_however_it_is_typed(typed: str) -> None:
    assert read_number(typed) == "ABEK-MHOP-CTYX-3OIB-2345-67AA-BE"


def test_a_new_number_is_read_as_itself() -> None:
    for _ in range(200):
        number = a_number()
        assert read_number(number) == number


@given(st.text())
@example("")
@example("ABEK-MHOP-CTYX-3OIB-2345-67AA-B")
@example("ABEK-MHOP-CTYX-3OIB-2345-67AA-BEA")
@example("ABEK-MHOP-CTYX-3OIB-2345-67AA-BF")
@example("ABEK-MHOP-CTYX-9OIB-2345-67AA-BE")
@example("ABEK-MHOP-CTYX-ЖOIB-2345-67AA-BE")
@example("ABEK-MHOP-CTYX-\u0663OIB-2345-67AA-BE")
def test_what_is_no_number_of_a_ballot_is_refused(typed: str) -> None:
    with pytest.raises(BallotNumberInvalid):
        read_number(typed)
