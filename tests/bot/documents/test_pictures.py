"""QR codes as pictures, read back from the bytes of the PNG."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import segno

from bot.documents.pictures import qr_picture

PASS = "https://t.me/alliance_bot?start=c_AAAAAAAAAAAAAAAAAAAAAA"
LINKS = ["https://t.me/a", PASS, "https://t.me/" + "b" * 32 + "?start=" + "A" * 64]
QUIET = 4
FINDER = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A black and white PNG of one bit a pixel, as segno writes it; True is dark."""

    width: int
    height: int
    pixels: list[list[bool]]

    def modules(self, count: int) -> list[list[bool]]:
        """Return the centre of each module, of which there are `count` in a row."""
        scale, rest = divmod(self.width, count)
        assert rest == 0
        centres = range(scale // 2, self.width, scale)
        return [[self.pixels[y][x] for x in centres] for y in centres]


def parsed(content: bytes) -> Picture:
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    chunks: list[tuple[bytes, bytes]] = []
    rest = content[8:]
    while rest:
        length, kind = struct.unpack(">I4s", rest[:8])
        data, checksum = rest[8 : 8 + length], rest[8 + length : 12 + length]
        assert struct.pack(">I", zlib.crc32(kind + data)) == checksum
        chunks.append((kind, data))
        rest = rest[12 + length :]
    assert chunks[0][0] == b"IHDR"
    assert chunks[-1] == (b"IEND", b"")
    width, height, *form = struct.unpack(">IIBBBBB", chunks[0][1])
    assert form == [1, 0, 0, 0, 0]  # one bit, greyscale, deflate, plain filters, no interlace
    raw = zlib.decompress(b"".join(data for kind, data in chunks if kind == b"IDAT"))
    stride = 1 + -(-width // 8)
    lines = [raw[start : start + stride] for start in range(0, len(raw), stride)]
    assert len(lines) == height
    return Picture(width, height, list(_rows(lines, width)))


def _rows(lines: list[bytes], width: int) -> Iterator[list[bool]]:
    """Undo the filters of PNG that segno uses: 0 is none, 2 the difference to the row above."""
    above = bytes(len(lines[0]) - 1)
    for filter_, *line in lines:
        assert filter_ in {0, 2}
        above = bytes(
            (byte + up * (filter_ == 2)) % 256 for byte, up in zip(line, above, strict=True)
        )
        yield [bit == "0" for bit in "".join(f"{byte:08b}" for byte in above)[:width]]


def expected(link: str) -> list[list[bool]]:
    """The code and its quiet zone, by segno's own account of it."""
    matrix = segno.make_qr(link, error="m").matrix_iter(border=QUIET)
    return [[bool(module) for module in row] for row in matrix]


@pytest.mark.parametrize("link", LINKS)
def test_the_picture_is_the_code_of_its_link(link: str) -> None:
    wanted = expected(link)

    assert parsed(qr_picture(link)).modules(len(wanted)) == wanted


def test_another_link_is_another_picture() -> None:
    other = PASS[:-1] + "B"
    picture = parsed(qr_picture(other))

    assert picture.modules(len(expected(other))) != expected(PASS)


@pytest.mark.parametrize("link", LINKS)
def test_the_picture_is_a_square_of_500_pixels_or_somewhat_more(link: str) -> None:
    picture = parsed(qr_picture(link))

    assert picture.width == picture.height
    assert 500 <= picture.width < 600


@pytest.mark.parametrize("link", LINKS)
def test_four_modules_all_round_the_code_are_white(link: str) -> None:
    modules = parsed(qr_picture(link)).modules(len(expected(link)))
    turned = [list(column) for column in zip(*modules, strict=True)]

    for rows in (modules, turned):
        assert not any(any(row) for row in [*rows[:QUIET], *rows[-QUIET:]])
    corner = [row[QUIET : QUIET + 7] for row in modules[QUIET : QUIET + 7]]
    assert ["".join(str(int(module)) for module in row) for row in corner] == FINDER


def test_the_code_of_a_pass_says_that_it_corrects_errors_at_level_m() -> None:
    """The first two bits of a code's format; 00 is level M, and they are drawn as 10."""
    row = parsed(qr_picture(PASS)).modules(len(expected(PASS)))[QUIET + 8]

    assert row[QUIET : QUIET + 2] == [True, False]
