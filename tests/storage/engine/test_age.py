"""The age format: as its published test vectors have it, no matter who wrote the file."""

import hashlib
import io
from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.engine.age import CHUNK, BadFile, Material, WrongPhrase, decrypt, encrypt

VECTOR = b64decode(
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCByRjAvTndibFVISFRwZ1FnUnBlNUNRIDEwCmdVakV5bUZLTVZY"
    "UUVLZE1NSEwyNG9ZZXhqRTNUSUMwTzB6R1NxSjJhVVkKLS0tIElPWGlRWVN0a29UMW12WlcydEZPcVpkaFJWdmo1OGVn"
    "QUJ4L3NXZlpRYmMKGzXG5ofdANo6w3msn3QsIf0YWhuePe1znRSsappQEk24Ztg="
)
"""The vector `scrypt` of https://github.com/C2SP/CCTV (0BSD), as are the variations of it below."""
PAYLOAD = "013f54400c82da08037759ada907a8b864e97de81c088a182062c4b5622fd2ab"
CHEAP = Material(bytes(range(16)), bytes(range(16, 32)), bytes(range(32, 48)), 10)


def encrypted(plain: bytes, phrase: str = "пароль", material: Material = CHEAP) -> bytes:
    target = io.BytesIO()
    encrypt(io.BytesIO(plain), target, phrase, material)
    return target.getvalue()


def decrypted(file: bytes, phrase: str = "пароль") -> bytes:
    target = io.BytesIO()
    decrypt(io.BytesIO(file), target, phrase)
    return target.getvalue()


def test_a_file_of_another_program_is_read() -> None:
    assert hashlib.sha256(decrypted(VECTOR, "password")).hexdigest() == PAYLOAD


def test_what_is_written_is_what_another_program_writes_byte_for_byte() -> None:
    _, stanza, _, _, rest = VECTOR.split(b"\n", 4)
    salt = b64decode(stanza.split()[2] + b"==")
    material = Material(b"YELLOW SUBMARINE", salt, rest[:16], 10)

    assert encrypted(decrypted(VECTOR, "password"), "password", material) == VECTOR


@pytest.mark.parametrize(
    ("length", "digest"),
    [
        (0, "bd7597712a91031fe78aff7b110863d3fa41f4da94112e8932d14f56d9ce832b"),
        (CHUNK, "c002e232a5eb3ab91e0bb6f461489ea81dde7aacb9846cbf3a0ff477cceada62"),
        (CHUNK + 1, "4250f4ac8a5ee0238b39001aca3310273153be32662ba6e0b12d7f3334230c3d"),
        (200_000, "8dce6d5adcbdc5556992ee83df5dd73b5823ee6f48721fe3f1354c0b86b237a8"),
    ],
)
def test_a_long_file_is_written_as_rage_has_read_it(length: int, digest: str) -> None:
    """Files with these digests were read by rage (pyrage 1.4.0), by hand."""
    plain = bytes(number * number % 251 for number in range(length))

    assert hashlib.sha256(encrypted(plain)).hexdigest() == digest


@given(st.integers(0, 3), st.integers(-1, 1), st.binary(max_size=8))
def test_what_was_encrypted_comes_back_whatever_its_length(
    chunks: int, more: int, end: bytes
) -> None:
    plain = bytes(max(0, chunks * CHUNK + more)) + end

    assert decrypted(encrypted(plain)) == plain


def test_another_phrase_is_said_to_be_wrong() -> None:
    with pytest.raises(WrongPhrase):
        decrypted(encrypted(b"secret"), "пароль ")


def test_a_phrase_is_the_same_however_a_keyboard_writes_its_letters() -> None:
    assert decrypted(encrypted(b"secret", "мой"), "мои\u0306") == b"secret"


@given(st.data())
def test_no_changed_byte_and_no_missing_end_goes_unnoticed(data: st.DataObject) -> None:
    file = bytearray(encrypted(b"secret"))
    work_factor = file.index(b" 10\n")  # another one would cost a second
    places = [one for one in range(len(file)) if not 0 < one - work_factor < 3]
    place = data.draw(st.sampled_from(places))
    file[place] ^= data.draw(st.integers(1, 255))

    with pytest.raises((WrongPhrase, BadFile)):
        decrypted(bytes(file))
    with pytest.raises((WrongPhrase, BadFile)):
        decrypted(encrypted(b"secret")[:place])


def test_chunks_that_are_left_out_exchanged_or_added_are_noticed() -> None:
    file = encrypted(bytes(3 * CHUNK))
    start, size = len(file) - 3 * (CHUNK + 16), CHUNK + 16
    head, first, second, last = (
        file[:start],
        file[start : start + size],
        file[start + size : -size],
        file[-size:],
    )
    for body in (first + second, second + first + last, first + second + last + last, last):
        with pytest.raises(BadFile):
            decrypted(head + body)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b" 10\n", b" 23\n"),
        (b" 10\n", b" 010\n"),
        (b" 10\n", b" 0\n"),
        (b" 10\n", b" +10\n"),
        (b" 10\n", b"\n"),
        (b"-> scrypt", b"-> X25519"),
        (b"rF0/", b""),
        (b"2aUY", b"2aUZ"),
        (b"age-encryption.org/v1", b"age-encryption.org/v2"),
    ],
)
def test_a_header_that_is_not_as_the_format_has_it_is_refused(old: bytes, new: bytes) -> None:
    with pytest.raises((BadFile, WrongPhrase)):
        decrypted(VECTOR.replace(old, new), "password")
