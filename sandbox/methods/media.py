"""Methods that send files, and return a file's path."""

from collections.abc import Callable
from typing import Any

from sandbox.chats import Message
from sandbox.errors import bad_request, not_played
from sandbox.files import DOWNLOAD_LIMIT, Kind, describe, describe_document
from sandbox.outgoing import Params, message_caption, send, send_all
from sandbox.world import World

ALONE = frozenset({"document", "audio"})
"""Kinds of files that share albums only with their own kind."""


def media_fields(world: World, kind: Kind, given: Params, source: str) -> dict[str, Any]:
    """Return the message's fields for a file and its caption; the file is stored."""
    value = given[source]
    if isinstance(value, str) and value.startswith(("http://", "https://")):
        raise not_played("files from an address; upload the file")
    caption = message_caption(world, given)
    file = world.files.take(kind, value)
    fields = {kind: describe(file, given), **caption}
    if kind == "animation":
        fields["document"] = describe_document(file)
    if given.get("show_caption_above_media"):
        fields["show_caption_above_media"] = True
    if given.get("has_spoiler"):
        fields["has_media_spoiler"] = True
    return fields


def sender(kind: Kind) -> Callable[[World, Params], Message]:
    """Return the method that sends a file of this kind: sendPhoto, sendDocument and so on."""

    def send_file(world: World, params: Params) -> Message:
        return send(world, params, media_fields(world, kind, params, kind))

    return send_file


def send_media_group(world: World, params: Params) -> list[Message]:
    """Play sendMediaGroup: 2–10 files; documents and audio only among themselves."""
    kinds = {item["type"] for item in params["media"]}
    if len(kinds) > 1 and kinds & ALONE:
        raise bad_request("document and audio can't be mixed with other media types")
    contents = [media_fields(world, item["type"], item, "media") for item in params["media"]]
    group = {"media_group_id": str(next(world.numbers))}
    return send_all(world, params, [content | group for content in contents])


def get_file(world: World, params: Params) -> dict[str, Any]:
    """Play getFile; refuse a file above 20 MB."""
    file = world.files.get(params["file_id"])
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if file.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {**file.ids, "file_path": file.path}
