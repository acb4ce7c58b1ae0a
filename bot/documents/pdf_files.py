"""Documents as PDF/A, for archives."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta, timezone
from importlib import resources
from typing import Any

import typst
from matplotlib import get_data_path

from bot.documents.blocks import Block, Chart, Document

STANDARD: "typst.PDFStandard" = "a-2a"
"""ISO 19005-2, level A: all fonts are in the file, and its structure can be read aloud."""


def pdf_file(document: Document, charts: Sequence[bytes]) -> bytes:
    """Return the document as PDF; `charts` are PNGs, one for each chart in it.

    Only the libraries' own fonts are used, never the system's; the last one shows a box for any
    character that the others lack. Texts are passed as JSON, so none is read as markup.
    """
    pictures = iter(charts)
    data = {**asdict(document), "blocks": [_block(b, pictures) for b in document.blocks]}
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[f"{get_data_path()}/fonts/ttf"])
    compiled = typst.compile(
        resources.files("bot.documents").joinpath("document.typ").read_bytes(),
        font_paths=fonts,
        format="pdf",
        sys_inputs={"data": json.dumps(data, default=str)},
        pdf_standards=STANDARD,
        timestamp=_plain(document.dated),
    )
    if not isinstance(compiled, bytes):
        raise TypeError("a PDF is one file")
    return compiled


def _plain(moment: datetime) -> datetime:
    """Return the moment as Typst takes it: whole seconds, with an offset and no named zone."""
    offset = timezone(moment.utcoffset() or timedelta())
    return moment.replace(tzinfo=offset, microsecond=0)


def _block(block: Block, pictures: Iterator[bytes]) -> dict[str, Any]:
    data = {"kind": type(block).__name__, **asdict(block)}
    if isinstance(block, Chart):
        picture = next(pictures)
        data |= {"png": list(picture), "width": _size(picture, 16), "height": _size(picture, 20)}
    return data


def _size(png: bytes, offset: int) -> int:
    """Return the width (at offset 16) or the height (at 20) from a PNG's header."""
    return int.from_bytes(png[offset : offset + 4], "big")
