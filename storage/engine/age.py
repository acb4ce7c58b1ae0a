"""Files encrypted by a pass phrase, in the age format (https://age-encryption.org/v1).

What is written here `age -d` and `rage -d` read, and the other way round. It is written with the
primitives of `cryptography`, not with `pyrage`: that takes 512 MB of memory to derive the key,
holds the whole file in memory, and lets neither be changed. A small server has 1 GB in all.
"""

import hashlib
import hmac
import re
import secrets
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VERSION = b"age-encryption.org/v1\n"
WORK_FACTOR = 17
"""The binary logarithm of scrypt's cost: 128 MB of memory and about half a second."""
MOST_WORK = 20
"""What is read at most; the programs above write 18 to 20 on fast computers."""
HEADER = re.compile(
    rb"age-encryption\.org/v1\n"
    rb"-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n([A-Za-z0-9+/]{43})\n"
    rb"--- ([A-Za-z0-9+/]{43})\n"
)
HEADER_LIMIT = 200
CHUNK, TAG = 64 * 1024, 16
LAST = 1
NO_NONCE = bytes(12)
"""The file's key is encrypted by a key that is used once."""


class WrongPhrase(Exception):  # noqa: N818  a fact about the phrase, named as one
    """The file was encrypted by another pass phrase."""


class BadFile(Exception):  # noqa: N818  a fact about the file, named as one
    """The file is damaged, not whole, or not encrypted by a pass phrase."""


@dataclass(frozen=True, slots=True)
class Material:
    """What is drawn at random for each file, and how much work its pass phrase costs."""

    file_key: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    salt: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    nonce: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    work_factor: int = WORK_FACTOR


def is_encrypted(file: Path) -> bool:
    """Tell whether a file begins as one in this format does."""
    with file.open("rb") as opened:
        return opened.read(len(VERSION)) == VERSION


def opens(file: Path, phrase: str) -> bool:
    """Tell whether a pass phrase is the right one; raise `BadFile` where nobody can tell."""
    with file.open("rb") as opened:
        try:
            _file_key(opened, phrase)
        except WrongPhrase:
            return False
    return True


def encrypt(
    source: BinaryIO, target: BinaryIO, phrase: str, material: Material | None = None
) -> None:
    """Write `source` to `target`, encrypted; the memory needed does not grow with its length."""
    chosen = material or Material()
    wrapped = ChaCha20Poly1305(_wrapping_key(phrase, chosen.salt, chosen.work_factor)).encrypt(
        NO_NONCE, chosen.file_key, None
    )
    header = b"%s-> scrypt %s %d\n%s\n---" % (
        VERSION,
        _encoded(chosen.salt),
        chosen.work_factor,
        _encoded(wrapped),
    )
    target.write(b"%s %s\n%s" % (header, _encoded(_mac(chosen.file_key, header)), chosen.nonce))
    cipher, number = ChaCha20Poly1305(_payload_key(chosen.file_key, chosen.nonce)), 0
    chunk = source.read(CHUNK)
    while True:
        following = source.read(CHUNK)
        target.write(cipher.encrypt(_nonce(number, last=not following), chunk, None))
        if not following:
            return
        chunk, number = following, number + 1


def decrypt(source: BinaryIO, target: BinaryIO, phrase: str) -> None:
    """Write to `target` what was encrypted; trust it once this has returned, and not before.

    Raises `WrongPhrase`, or `BadFile`.
    """
    file_key = _file_key(source, phrase)
    cipher, number = ChaCha20Poly1305(_payload_key(file_key, _exactly(source, 16))), 0
    chunk = source.read(CHUNK + TAG)
    while True:
        following = source.read(CHUNK + TAG)
        try:
            plain = cipher.decrypt(_nonce(number, last=not following), chunk, None)
        except InvalidTag:
            raise BadFile("it is damaged or not whole") from None
        if not plain and number:
            raise BadFile("its end is not as the format has it")
        target.write(plain)
        if not following:
            return
        chunk, number = following, number + 1


def _file_key(source: BinaryIO, phrase: str) -> bytes:
    """Read the header, and return the key that the pass phrase opens."""
    lines = [source.readline(HEADER_LIMIT) for _ in range(4)]
    read = HEADER.fullmatch(b"".join(lines))
    if read is None:
        raise BadFile("it is not a file that was encrypted by a pass phrase")
    salt, work_factor = _decoded(read[1]), int(read[2])
    if work_factor > MOST_WORK:
        raise BadFile("its pass phrase costs more work than any program would ask for")
    key = _wrapping_key(phrase, salt, work_factor)
    try:
        file_key = ChaCha20Poly1305(key).decrypt(NO_NONCE, _decoded(read[3]), None)
    except InvalidTag:
        raise WrongPhrase from None
    header = b"".join(lines)[: read.start(4) - 1]
    if not hmac.compare_digest(_mac(file_key, header), _decoded(read[4])):
        raise BadFile("its header is damaged")
    return file_key


def _wrapping_key(phrase: str, salt: bytes, work_factor: int) -> bytes:
    """Return what the phrase makes; the letter й is the same however a keyboard writes it."""
    cost = 2**work_factor
    return hashlib.scrypt(
        unicodedata.normalize("NFC", phrase).encode(),
        salt=b"age-encryption.org/v1/scrypt" + salt,
        n=cost,
        r=8,
        p=1,
        maxmem=128 * 8 * (cost + 4),
        dklen=32,
    )


def _payload_key(file_key: bytes, nonce: bytes) -> bytes:
    return _derived(file_key, nonce, b"payload")


def _mac(file_key: bytes, header: bytes) -> bytes:
    return hmac.digest(_derived(file_key, None, b"header"), header, "sha256")


def _derived(key: bytes, salt: bytes | None, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=purpose).derive(key)


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([LAST if last else 0])


def _exactly(source: BinaryIO, length: int) -> bytes:
    read = source.read(length)
    if len(read) < length:
        raise BadFile("it is not whole")
    return read


def _encoded(content: bytes) -> bytes:
    return b64encode(content).rstrip(b"=")


def _decoded(text: bytes) -> bytes:
    """Return what was encoded; refuse what could be written otherwise, too."""
    content = b64decode(text + b"=" * (-len(text) % 4))
    if _encoded(content) != text:
        raise BadFile("its header is damaged")
    return content
