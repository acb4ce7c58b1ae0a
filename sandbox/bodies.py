"""Parse a request's parameters: query, form, JSON or multipart."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, MultipartReader, web

from sandbox.errors import ApiError, bad_request
from sandbox.files import UPLOAD_LIMIT, Upload

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
ESCAPES = re.compile(rb"(?:%[0-9a-fA-F]{2})+")


@dataclass(frozen=True, slots=True)
class Given:
    """Parameters as they came (text from forms, values from JSON) and the attached files."""

    fields: Mapping[str, Any]
    files: Mapping[str, Upload] = field(default_factory=dict)


async def read(request: web.Request) -> Given:
    """Read all parameters; those of the body override those of the query."""
    given = await _read_body(request) if request.can_read_body else Given({})
    if not request.query_string:
        return given
    return Given(_form(request.rel_url.raw_query_string.encode()) | dict(given.fields), given.files)


async def read_parts(reader: MultipartReader) -> Given:
    """Read a multipart form; a part with a file name is a file, also by its own field's name."""
    fields: dict[str, Any] = {}
    files: dict[str, Upload] = {}
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad_request("can't parse multipart body")
        data = bytes(await part.read(decode=True))
        if len(data) > UPLOAD_LIMIT:
            raise ApiError(413, "Request Entity Too Large")
        if part.filename is not None:
            content_type = part.headers.get("Content-Type", "application/octet-stream")
            files[part.name] = Upload(part.filename, content_type, data)
        elif data:
            fields[part.name] = _text(data)
    return Given(fields, files)


async def _read_body(request: web.Request) -> Given:
    if request.content_type == MULTIPART:
        given = await read_parts(await request.multipart())
        return _with_direct_files(given)
    body = await request.read()
    if request.content_type == FORM:
        return Given(_form(body))
    if request.content_type == JSON and body:
        return Given(_object(body))
    return Given({})


def _with_direct_files(given: Given) -> Given:
    """Put files into the fields of their names, unless another parameter refers to them."""
    text = " ".join(given.fields.values())
    direct = {name: file for name, file in given.files.items() if f"attach://{name}" not in text}
    return Given({**given.fields, **direct}, given.files)


def _form(data: bytes) -> dict[str, Any]:
    """Read a form; an empty value is none, as at Telegram."""
    pairs = (pair.partition(b"=") for pair in data.split(b"&"))
    return {_unquote(name): _unquote(value) for name, _, value in pairs if value}


def _unquote(data: bytes) -> str:
    """Undo URL encoding, a run of escapes at once, since Russian text consists of little else."""
    return _text(ESCAPES.sub(_unescape, data.replace(b"+", b" ")))


def _unescape(run: re.Match[bytes]) -> bytes:
    return bytes.fromhex(run.group().replace(b"%", b"").decode())


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as wrong:
        raise bad_request("strings must be encoded in UTF-8") from wrong


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except ValueError as wrong:
        raise bad_request("can't parse JSON object in request body") from wrong
    if not isinstance(value, dict):
        raise bad_request("can't parse JSON object in request body")
    return value
