"""A picture's size is read from its first bytes."""

import struct

import pytest

from sandbox.images import dimensions
from sandbox.pictures import PIXEL

JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 20, 30)
WEBP = b"RIFF\0\0\0\0WEBP"


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (PIXEL, (1, 1)),
        (JPEG, (30, 20)),
        (b"GIF89a" + struct.pack("<HH", 30, 20), (30, 20)),
        (WEBP + b"VP8X" + bytes(8) + b"\x1d\0\0\x13\0\0", (30, 20)),
        (WEBP + b"VP8L" + bytes(5) + struct.pack("<I", 29 | 19 << 14), (30, 20)),
        (WEBP + b"VP8 " + bytes(10) + struct.pack("<HH", 30, 20), (30, 20)),
        (b"no picture", None),
        (JPEG[:-2], None),
        (b"\xff\xd8", None),
        (b"\xff\xd8\x00\x00", None),
        (WEBP + b"ABCD", None),
    ],
)
def test_width_and_height(data: bytes, size: tuple[int, int] | None) -> None:
    assert dimensions(data) == size
