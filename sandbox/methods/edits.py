"""Methods that change messages of the bot."""

from sandbox.chats import Message
from sandbox.errors import bad_request
from sandbox.methods.media import media_fields
from sandbox.outgoing import CAPTIONED, Params, edit, find_own, message_caption, message_text
from sandbox.world import World

TEXT = frozenset({"text", "entities", "link_preview_options"})
CAPTION = frozenset({"caption", "caption_entities", "show_caption_above_media"})
ALBUM = frozenset({"photo", "video", "document", "audio"})
MIXED = frozenset({"photo", "video"})
MEDIA = CAPTIONED | {"has_media_spoiler"}


def edit_text(world: World, params: Params) -> Message:
    """Play editMessageText; a keyboard that is not given again is removed."""
    chat, message = find_own(world, params)
    text = message_text(world, params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return edit(world, chat, message, params, _without(message, TEXT) | text)


def edit_caption(world: World, params: Params) -> Message:
    """Play editMessageCaption."""
    chat, message = find_own(world, params)
    caption = message_caption(world, params)
    if not CAPTIONED & message.keys():
        raise bad_request("there is no caption in the message to edit")
    if params.get("show_caption_above_media"):
        caption["show_caption_above_media"] = True
    return edit(world, chat, message, params, _without(message, CAPTION) | caption)


def edit_media(world: World, params: Params) -> Message:
    """Play editMessageMedia; text messages take media too, albums only of the same kind."""
    chat, message = find_own(world, params)
    media = params["media"]
    if not (CAPTIONED | {"text"}) & message.keys():
        raise bad_request("message can't be edited")
    if "media_group_id" in message:
        _check_album(message, media["type"])
    fields = media_fields(world, media["type"], media, "media")
    bare = _without(message, TEXT | CAPTION | MEDIA)
    return edit(world, chat, message, params, bare | fields)


def _check_album(message: Message, kind: str) -> None:
    """Refuse, as tdlib does, files that do not fit the rest of the album."""
    if kind not in ALBUM:
        raise bad_request("message content type can't be used in an album")
    if kind not in message and not (kind in MIXED and MIXED & message.keys()):
        raise bad_request("can't change media type in the album")


def edit_reply_markup(world: World, params: Params) -> Message:
    """Play editMessageReplyMarkup."""
    chat, message = find_own(world, params)
    return edit(world, chat, message, params, message)


def _without(message: Message, names: frozenset[str]) -> Message:
    return {name: value for name, value in message.items() if name not in names}
