"""Contents as Telegram messages: read, send, edit and delete them."""

from collections.abc import Sequence
from typing import Any

from aiogram import Bot
from aiogram.types import (
    InlineKeyboardMarkup,
    InputMediaAnimation,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    Message,
    MessageEntity,
)

from bot.domain.announcements.contents import Contact, Content, Entity, Piece, PieceKind, Place
from bot.domain.notices import MessageRef

MEDIA = {
    PieceKind.PHOTO: InputMediaPhoto,
    PieceKind.VIDEO: InputMediaVideo,
    PieceKind.DOCUMENT: InputMediaDocument,
    PieceKind.AUDIO: InputMediaAudio,
    PieceKind.ANIMATION: InputMediaAnimation,
}


def piece_of(message: Message) -> Piece | None:
    """Return a message to the bot as a piece; None for one that it cannot send on."""
    if message.text is not None:
        options = message.link_preview_options
        bare = bool(options and options.is_disabled)
        return Piece(PieceKind.TEXT, message.text, _read(message.entities), bare=bare)
    if message.venue is not None:
        point, venue = message.venue.location, message.venue
        place = Place(point.latitude, point.longitude, venue.title, venue.address)
        return Piece(PieceKind.VENUE, place=place)
    if message.location is not None:
        place = Place(message.location.latitude, message.location.longitude)
        return Piece(PieceKind.LOCATION, place=place)
    if message.contact is not None:
        one = message.contact
        contact = Contact(one.phone_number, one.first_name, one.last_name or "")
        return Piece(PieceKind.CONTACT, contact=contact)
    return _file(message)


def _file(message: Message) -> Piece | None:
    found = _found_file(message)
    if found is None:
        return None
    kind, file = found
    return Piece(
        kind,
        message.caption or "",
        _read(message.caption_entities),
        file,
        above=bool(message.show_caption_above_media),
        spoiler=bool(message.has_media_spoiler),
    )


def _found_file(message: Message) -> tuple[PieceKind, str] | None:
    if message.photo:
        return PieceKind.PHOTO, message.photo[-1].file_id
    for kind in (  # an animation also has a document, for old clients
        PieceKind.ANIMATION,
        PieceKind.VIDEO,
        PieceKind.AUDIO,
        PieceKind.VOICE,
        PieceKind.DOCUMENT,
    ):
        file = getattr(message, kind)
        if file is not None:
            return kind, file.file_id
    return None


def _read(entities: Sequence[MessageEntity] | None) -> tuple[Entity, ...]:
    return tuple(Entity(one.type, one.offset, one.length, _more(one)) for one in entities or ())


def _more(entity: MessageEntity) -> dict[str, Any]:
    """Return the entity's other attributes; a mentioned person is stored as an id only."""
    place = {"type", "offset", "length"}
    more = entity.model_dump(mode="json", exclude_none=True, exclude=place | {"user"})
    if entity.user is not None:
        more["user"] = {"id": entity.user.id, "is_bot": entity.user.is_bot, "first_name": ""}
    return more


def _written(piece: Piece) -> list[MessageEntity]:
    return [
        MessageEntity(type=one.kind, offset=one.offset, length=one.length, **one.more)
        for one in piece.entities
    ]


async def send_content(
    bot: Bot,
    chat: int,
    content: Content,
    keyboard: InlineKeyboardMarkup | None,
    *,
    quietly: bool = False,
) -> MessageRef:
    """Send a content in one request (an album without its buttons); return the messages."""
    if content.is_album:
        media = [_media(piece) for piece in content.pieces]
        sent = await bot.send_media_group(chat, media=media, disable_notification=quietly)
        first, *more = [message.message_id for message in sent]
        return MessageRef(chat, first, more=tuple(more))
    message = await _send_piece(bot, chat, content.pieces[0], keyboard, quietly=quietly)
    return MessageRef(message.chat.id, message.message_id)


async def _send_piece(
    bot: Bot, chat: int, piece: Piece, keyboard: InlineKeyboardMarkup | None, *, quietly: bool
) -> Message:
    common: dict[str, Any] = {"reply_markup": keyboard, "disable_notification": quietly}
    if piece.kind is PieceKind.TEXT:
        return await bot.send_message(chat, **_text(piece), **common)
    if piece.place is not None:
        return await _send_place(bot, chat, piece.kind, piece.place, common)
    if piece.contact is not None:
        one = piece.contact
        return await bot.send_contact(
            chat, one.phone_number, one.first_name, last_name=one.last_name or None, **common
        )
    send = getattr(bot, f"send_{piece.kind}")
    sent: Message = await send(chat, piece.file, **_caption(piece), **_look(piece), **common)
    return sent


async def _send_place(
    bot: Bot, chat: int, kind: PieceKind, place: Place, common: dict[str, Any]
) -> Message:
    at: dict[str, Any] = {"latitude": place.latitude, "longitude": place.longitude}
    if kind is PieceKind.VENUE:
        return await bot.send_venue(chat, title=place.title, address=place.address, **at, **common)
    return await bot.send_location(chat, **at, **common)


def _text(piece: Piece) -> dict[str, Any]:
    bare = LinkPreviewOptions(is_disabled=True) if piece.bare else None
    return {
        "text": piece.text,
        "entities": _written(piece),
        "parse_mode": None,
        "link_preview_options": bare,
    }


def _caption(piece: Piece) -> dict[str, Any]:
    if not piece.text:
        return {}
    return {"caption": piece.text, "caption_entities": _written(piece), "parse_mode": None}


def _look(piece: Piece) -> dict[str, Any]:
    """Return the display options of a picture or video; other files have none."""
    if piece.kind not in {PieceKind.PHOTO, PieceKind.VIDEO, PieceKind.ANIMATION}:
        return {}
    look = {"show_caption_above_media": piece.above, "has_spoiler": piece.spoiler}
    return {name: True for name, wanted in look.items() if wanted}


def _media(piece: Piece) -> Any:
    return MEDIA[piece.kind](media=piece.file or "", **_caption(piece), **_look(piece))


async def edit_piece(
    bot: Bot, message: MessageRef, shown: Piece, piece: Piece, keyboard: InlineKeyboardMarkup | None
) -> None:
    """Edit a message with one piece to show another one, of a kind that can replace it."""
    where: dict[str, Any] = {
        "chat_id": message.chat,
        "message_id": message.message,
        "reply_markup": keyboard,
    }
    if piece.kind is PieceKind.TEXT:
        await bot.edit_message_text(**_text(piece), **where)
    elif (shown.kind, shown.file, shown.spoiler) != (piece.kind, piece.file, piece.spoiler):
        await bot.edit_message_media(_media(piece), **where)
    elif piece.kind.has_words:
        above: dict[str, Any] = {"show_caption_above_media": True} if piece.above else {}
        await bot.edit_message_caption(**_caption(piece), **above, **where)
    else:
        await bot.edit_message_reply_markup(**where)
