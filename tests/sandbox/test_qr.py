"""What the sandbox reads in the pictures of QR codes."""

import io
import string

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.pictures import qr_picture
from sandbox.pictures import PIXEL
from sandbox.qr import read_qr

PAYLOADS = st.text(string.ascii_letters + string.digits + "_-", min_size=1, max_size=64)
NAMES = st.text(string.ascii_letters + string.digits + "_", min_size=5, max_size=32)


def _picture(text: str, **how: object) -> bytes:
    drawn = io.BytesIO()
    segno.make_qr(text, mode="byte", **how).save(drawn, kind="png", scale=3)  # type: ignore[arg-type]
    return drawn.getvalue()


@given(NAMES, PAYLOADS)
def test_every_deep_link_is_read_as_it_was_drawn(name: str, payload: str) -> None:
    link = f"https://t.me/{name}?start={payload}"
    assert read_qr(qr_picture(link)) == link


@pytest.mark.parametrize("level", ["l", "m", "q", "h"])
@pytest.mark.parametrize("version", [2, 7, 10])
def test_codes_of_every_level_version_and_mask_are_read(level: str, version: int) -> None:
    for mask in range(8):
        picture = _picture(
            "t.me/a?start=b", error=level, version=version, mask=mask, boost_error=False
        )
        assert read_qr(picture) == "t.me/a?start=b"


def test_other_pictures_and_codes_have_no_text() -> None:
    number = io.BytesIO()
    segno.make_qr("12345").save(number, kind="png")
    broken = qr_picture("https://t.me/bot?start=a")[:200]
    for picture in (PIXEL, b"", b"GIF89a", number.getvalue(), broken):
        assert read_qr(picture) is None
