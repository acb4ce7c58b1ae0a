"""Read a picture's width and height from its first bytes: PNG, JPEG, GIF, WebP."""

import struct

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
MARKER = 0xFF
FOURTEEN_BITS = 0x3FFF
JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def dimensions(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels; `None` for an unknown kind of file."""
    try:
        if data.startswith(PNG):
            return _pair(">II", data, 16)
        if data.startswith((b"GIF87a", b"GIF89a")):
            return _pair("<HH", data, 6)
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _webp(data)
        return _jpeg(data) if data.startswith(JPEG) else None
    except (struct.error, IndexError):
        return None


def _pair(layout: str, data: bytes, offset: int) -> tuple[int, int]:
    first, second = struct.unpack_from(layout, data, offset)
    return int(first), int(second)


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Walk the segments up to the frame header, which holds height and width."""
    offset = len(JPEG)
    while data[offset] == MARKER:
        if data[offset + 1] in JPEG_FRAMES:
            height, width = _pair(">HH", data, offset + 5)
            return width, height
        (length,) = struct.unpack_from(">H", data, offset + 2)
        offset += 2 + int(length)
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    kind = data[12:16]
    if kind == b"VP8X":
        return _number(data[24:27]) + 1, _number(data[27:30]) + 1
    if kind == b"VP8L":
        bits = _number(data[21:25])
        return (bits & FOURTEEN_BITS) + 1, (bits >> 14 & FOURTEEN_BITS) + 1
    if kind == b"VP8 ":
        width, height = _pair("<HH", data, 26)
        return width & FOURTEEN_BITS, height & FOURTEEN_BITS
    return None


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")
