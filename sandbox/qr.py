"""Read QR codes as this bot draws them: a black and white PNG, straight, sharp and undamaged.

A telephone's camera can do far more; here the pictures never leave the computer. Follows ISO/IEC
18004; block sizes and pattern positions come from segno's tables.
"""

import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from segno import consts

from sandbox.images import PNG

Modules = Sequence[Sequence[int]]
"""Rows of a symbol, 1 is dark."""

GREY = 0
PLAIN, UP = 0, 2
FINDER = 7
BYTES_MODE = 4
SHORT_COUNT = 9
"""The last version whose texts have their length in one byte."""
BLOCKS: Any = consts.ECC
"""The blocks of a symbol by its version and its level, as encoded in the symbol."""
FORMAT_MASK = 0b10101
MASKS: Sequence[Callable[[int, int], bool]] = (
    lambda y, x: (y + x) % 2 == 0,
    lambda y, _: y % 2 == 0,
    lambda _, x: x % 3 == 0,
    lambda y, x: (y + x) % 3 == 0,
    lambda y, x: (y // 2 + x // 3) % 2 == 0,
    lambda y, x: y * x % 2 + y * x % 3 == 0,
    lambda y, x: (y * x % 2 + y * x % 3) % 2 == 0,
    lambda y, x: ((y + x) % 2 + y * x % 3) % 2 == 0,
)


@lru_cache(maxsize=512)
def read_qr(picture: bytes) -> str | None:
    """Return the text of a picture's QR code; `None` if it has none."""
    try:
        pixels = _pixels(picture)
        return None if pixels is None else _text(_modules(pixels))
    except (ValueError, IndexError, KeyError, struct.error, zlib.error):
        return None


def _pixels(picture: bytes) -> Modules | None:
    """Return the pixels of a 1-bit greyscale PNG; `None` for any other picture."""
    if not picture.startswith(PNG):
        return None
    width, height, depth, colours, _, _, interlaced = struct.unpack_from(">IIBBBBB", picture, 16)
    if (depth, colours, interlaced) != (1, GREY, 0):
        return None
    data = zlib.decompress(b"".join(_chunks(picture, b"IDAT")))
    stride = 1 + (width + 7) // 8
    lines = [data[start : start + stride] for start in range(0, height * stride, stride)]
    return [
        [1 - (line[x // 8] >> (7 - x % 8) & 1) for x in range(width)] for line in _unfiltered(lines)
    ]


def _unfiltered(lines: Sequence[bytes]) -> Iterator[Sequence[int]]:
    """Undo the filters of PNG that segno uses: none, and the difference to the line above."""
    above: Sequence[int] = bytes(len(lines[0]) - 1)
    for kind, *line in lines:
        if kind not in {PLAIN, UP}:
            raise ValueError("not filtered as segno does")
        added = above if kind == UP else bytes(len(line))
        above = [(one + other) % 256 for one, other in zip(line, added, strict=True)]
        yield above


def _chunks(picture: bytes, kind: bytes) -> Iterator[bytes]:
    offset = len(PNG)
    while offset < len(picture):
        (length,) = struct.unpack_from(">I", picture, offset)
        if picture[offset + 4 : offset + 8] == kind:
            yield picture[offset + 8 : offset + 8 + length]
        offset += length + 12


def _modules(pixels: Modules) -> Modules:
    """Return the symbol in a picture, one value a module, from the finder's dark edge on."""
    top = next(y for y, line in enumerate(pixels) if any(line))
    left = pixels[top].index(1)
    scale = pixels[top].index(0, left) - left
    if scale % FINDER:
        raise ValueError("no finder pattern")
    scale //= FINDER
    right = len(pixels[top]) - pixels[top][::-1].index(1)
    size = (right - left) // scale
    middle = scale // 2
    places = [start * scale + middle for start in range(size)]
    return [[pixels[top + y][left + x] for x in places] for y in places]


def _text(modules: Modules) -> str | None:
    version, rest = divmod(len(modules) - 17, 4)
    if rest:
        raise ValueError("no size of a QR code")
    form = int("".join(str(bit) for bit in modules[8][:5]), 2) ^ FORMAT_MASK
    level, mask = form >> 3, MASKS[form & 7]
    codewords = _codewords(modules, version, mask)
    blocks: Sequence[consts.EC] = BLOCKS[version][level]
    bits = "".join(f"{word:08b}" for word in _data(codewords, blocks))
    if int(bits[:4], 2) != BYTES_MODE:
        return None
    start = 4 + (8 if version <= SHORT_COUNT else 16)
    length = int(bits[4:start], 2)
    return int(bits[start : start + 8 * length], 2).to_bytes(length, "big").decode()


def _codewords(modules: Modules, version: int, mask: Callable[[int, int], bool]) -> list[int]:
    """Return the codewords in their order in the symbol: in columns of two, up and down."""
    size, reserved = len(modules), _reserved(version)
    rights = [*range(size - 1, FINDER - 1, -2), *range(FINDER - 2, 0, -2)]
    places = [
        (y, x)
        for turn, right in enumerate(rights)
        for y in (range(size) if turn % 2 else reversed(range(size)))
        for x in (right, right - 1)
        if (y, x) not in reserved
    ]
    bits = "".join(str(modules[y][x] ^ mask(y, x)) for y, x in places)
    return [int(bits[start : start + 8], 2) for start in range(0, len(bits) - 7, 8)]


def _reserved(version: int) -> set[tuple[int, int]]:
    """Return the modules that hold no data: finders, format, timing, alignment, version."""
    size = version * 4 + 17
    taken = {(y, x) for y in range(9) for x in range(9)}
    taken |= {(y, x) for y in range(9) for x in range(size - 8, size)}
    taken |= {(x, y) for y in range(9) for x in range(size - 8, size)}
    taken |= {(6, x) for x in range(size)} | {(y, 6) for y in range(size)}
    centres = consts.ALIGNMENT_POS[version - 2] if version > 1 else ()
    last = size - 7
    corners = {(6, 6), (6, last), (last, 6)}
    for y, x in {(y, x) for y in centres for x in centres} - corners:
        taken |= {(y + down, x + along) for down in range(-2, 3) for along in range(-2, 3)}
    if version >= FINDER:
        taken |= {(y, x) for y in range(6) for x in range(size - 11, size - 8)}
        taken |= {(x, y) for y in range(6) for x in range(size - 11, size - 8)}
    return taken


def _data(codewords: Sequence[int], blocks: Sequence[consts.EC]) -> Iterator[int]:
    """Return the data's codewords in order: the symbol interleaves those of all blocks."""
    sizes = [kind.num_data for kind in blocks for _ in range(kind.num_blocks)]
    parts: list[list[int]] = [[] for _ in sizes]
    laid = iter(codewords)
    for index in range(max(sizes)):
        for part, length in zip(parts, sizes, strict=True):
            if index < length:
                part.append(next(laid))
    return (word for part in parts for word in part)
