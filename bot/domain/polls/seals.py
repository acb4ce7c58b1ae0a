"""Seals: make later changes to a vote's record detectable."""

import json
import re
import secrets
from base64 import b32decode, b32encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import pairwise
from typing import TypeAlias

from bot.domain.polls.polls import PollId
from bot.domain.polls.refusals import BallotNumberInvalid

Json: TypeAlias = str | int | Sequence["Json"] | Mapping[str, "Json"] | None


CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def canonical(value: Json) -> str:
    """Return the canonical JSON of a value: sorted keys, no spaces, ASCII only; refuse a float."""
    return CANONICAL.encode(value)


def _digest(value: Json) -> str:
    return sha256(canonical(value).encode("ascii")).hexdigest()


# --- The chain of entries -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Head:
    """The number and digest of a chain's last entry. Once published, the chain can only grow."""

    number: int
    digest: str

    def __str__(self) -> str:
        return f"{self.number}:{self.digest}"

    @property
    def short(self) -> str:
        """The head with a shortened digest, still too long to find another entry with it."""
        return f"{self.number}:{self.digest[:SHORT]}"


SHORT = 16
"""How many hexadecimal digits of a digest are shown where all would be too long."""

GENESIS = Head(0, "0" * 64)


@dataclass(frozen=True, slots=True)
class Entry:
    """A stored row of the chain: `payload` is canonical JSON, digests are hex."""

    number: int
    kind: str
    payload: str
    previous: str
    digest: str

    @property
    def head(self) -> Head:
        """The head of the chain with this entry as the last."""
        return Head(self.number, self.digest)

    @property
    def is_intact(self) -> bool:
        """Tell whether the row matches its digest."""
        return self.digest == _entry_digest(self.number, self.kind, self.payload, self.previous)


def _entry_digest(number: int, kind: str, payload: str, previous: str) -> str:
    return _digest({"kind": kind, "number": number, "payload": payload, "previous": previous})


def following(head: Head, kind: str, payload: Mapping[str, Json]) -> Entry:
    """Return the entry that comes after `head`; the first comes after `GENESIS`."""
    number, text = head.number + 1, canonical(payload)
    digest = _entry_digest(number, kind, text, head.digest)
    return Entry(number, kind, text, head.digest, digest)


class Damage(StrEnum):
    """How a chain was damaged.

    CHANGED: the row does not match its digest. DELETED: no row has that number. REORDERED: the row
    comes right after one with the same number or a later one. CUT_OFF: the chain ends before that
    number. REPLACED: the row matches its digest, but is not the one that later rows or published
    heads refer to.
    """

    CHANGED = "changed"
    DELETED = "deleted"
    REORDERED = "reordered"
    CUT_OFF = "cut_off"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Fault:
    """An inconsistency in the entries `first` to `last`."""

    damage: Damage
    first: int
    last: int


def verify_chain(entries: Sequence[Entry], *known: Head) -> tuple[Fault, ...]:
    """Return the inconsistencies of a chain in stored order; empty if it is intact.

    `known` are heads from elsewhere (posted to a chat, shown on a card, printed in the minutes),
    each perhaps with the beginning of its digest only; the chain may have grown since. Without any
    nothing shows that the end was cut off, or all of it rewritten. A change is found between the
    last head that agrees and the first that does not.
    """
    rows = {entry.number: entry for entry in entries}
    single = [(Damage.CHANGED, entry.number) for entry in entries if not entry.is_intact]
    single += [(Damage.REORDERED, number) for number in _out_of_order(entries)]
    single += [(Damage.REPLACED, number) for number in _replaced(rows)]
    faults = [Fault(damage, number, number) for damage, number in single]
    faults += _disagreeing(rows, known)
    faults += [
        Fault(Damage.DELETED, before + 1, after - 1)
        for before, after in pairwise(sorted({0, *rows}))
        if after - before > 1
    ]
    end = max(rows, default=0)
    furthest = max((head.number for head in known), default=0)
    if end < furthest:
        faults.append(Fault(Damage.CUT_OFF, end + 1, furthest))
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: fault.first))


def _out_of_order(entries: Sequence[Entry]) -> list[int]:
    numbers = [0, *(entry.number for entry in entries)]
    return [number for before, number in pairwise(numbers) if number <= before]


def _disagreeing(rows: Mapping[int, Entry], known: Iterable[Head]) -> list[Fault]:
    """Return intact rows that differ from the published heads."""
    agreed, found = 0, []
    for head in sorted(known, key=lambda head: head.number):
        row = rows.get(head.number)
        if row is None or not row.is_intact:
            continue
        if row.digest.startswith(head.digest):
            agreed = head.number
        else:
            first = agreed + 1 if 0 < agreed < head.number else head.number
            found.append(Fault(Damage.REPLACED, first, head.number))
    return found


def _replaced(rows: Mapping[int, Entry]) -> set[int]:
    """Return the numbers of intact rows with another digest than their successors or heads name."""
    remembered = {(row.number - 1, row.previous) for row in rows.values() if row.is_intact}
    found = {
        number
        for number, digest in remembered
        if number in rows and rows[number].is_intact and rows[number].digest != digest
    }
    first = rows.get(1)
    if first is not None and first.is_intact and first.previous != GENESIS.digest:
        found.add(1)
    return found


# --- The seal of a closed poll --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Seal:
    """What is posted when a poll closes: the digests of its ballots and of their numbers."""

    ballots: str
    numbers: str


def new_salt() -> str:
    """Return 256 random bits in hex, kept with the ballots and never shown."""
    return secrets.token_hex(32)


def sealed(poll: PollId, salt: str, ballots: Mapping[str, str]) -> Seal:
    """Return the seal over `ballots`: number → ballot as written, sorted by number.

    The salt prevents guessing: the numbers are public, and a few ballots have so few possible
    contents that all could be tried. Verifying needs the ballots and the salt.
    """
    batch: Json = [[number, ballots[number]] for number in sorted(ballots)]
    digest = _digest({"ballots": batch, "poll": poll, "salt": salt})
    return Seal(digest, numbers_digest(poll, ballots))


def numbers_digest(poll: PollId, numbers: Iterable[str]) -> str:
    """Return the digest of the public list of ballot numbers, which anybody can compute.

    A voter who finds their number in a list with the digest that was posted at the close knows that
    a ballot with that number was counted, and cannot show anybody how it was cast. That its content
    was kept is for `sealed` to show, to those who hold the ballots.
    """
    return _digest({"numbers": sorted(numbers), "poll": poll})


# --- The number of a secret ballot ----------------------------------------------------------------

NUMBER = re.compile(r"[A-Z2-7]{26}")
LOOKALIKES = str.maketrans("АВЕКМНОРСТУХЗ018", "ABEKMHOPCTYX3OIB")
"""Corrections of typed numbers: look-alike Russian letters, and digits that numbers never contain.
"""


def ballot_number(poll: PollId, ballot: str, nonce: str) -> str:
    """Return the number of a secret ballot: 128 bits of a digest in base32, in groups of four.

    The digest is of poll, ballot as written and nonce, so no other ballot has the number. The
    nonce, 256 random bits in hex, keeps the ballot from being guessed from it. It tells neither who
    cast the ballot nor when, so it may be the ballot's key.
    """
    made = sha256(canonical({"ballot": ballot, "nonce": nonce, "poll": poll}).encode("ascii"))
    return _grouped(b32encode(made.digest()[:16]).decode().rstrip("="))


def read_number(text: str) -> str:
    """Return a ballot's number in the form of `ballot_number`, from typed or dictated text.

    Case, spaces, dashes and letters of the other alphabet make no difference.
    """
    letters = re.sub(r"[\W_]", "", text).upper().translate(LOOKALIKES)
    if not NUMBER.fullmatch(letters) or _normal(letters) != letters:
        raise BallotNumberInvalid
    return _grouped(letters)


def _normal(letters: str) -> str:
    """Return the letters with the two unused bits of the last one set to zero."""
    return b32encode(b32decode(letters + "======")).decode().rstrip("=")


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))
