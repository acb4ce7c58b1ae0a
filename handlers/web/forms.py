"""What forms of pages send, read with limits."""

from urllib.parse import parse_qsl

from aiohttp import web

from bot.domain.refusals import ButtonTooOld

FORM_BYTES = 20_000
"""How long a form may be: fifty candidates take less than three thousand bytes."""

FIELDS = 500
"""How many fields a form may have."""

ID_DIGITS = 18
"""How long an id may be: SQLite's have 19 digits at most."""


async def read_form(request: web.Request) -> dict[str, str]:
    """Return the fields of a short urlencoded form; of several with one name the last."""
    body = await request.content.read(FORM_BYTES + 1)
    while len(body) <= FORM_BYTES and not request.content.at_eof():
        body += await request.content.read(FORM_BYTES + 1)
    if len(body) > FORM_BYTES:
        raise web.HTTPRequestEntityTooLarge(FORM_BYTES, len(body))
    try:
        return dict(parse_qsl(body.decode("utf-8"), max_num_fields=FIELDS))
    except ValueError:
        raise web.HTTPBadRequest from None


def read_id(text: str) -> int:
    """Return an id of a form; refuse what is none."""
    if not (text.isascii() and text.isdigit() and len(text) <= ID_DIGITS):
        raise ButtonTooOld
    return int(text)
