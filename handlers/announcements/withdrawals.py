"""Withdraw copies at Telegram: delete them, or where that is too late replace them by a note."""

import struct
import zlib
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InputMediaDocument, InputMediaPhoto

from bot.domain.announcements.contents import Piece, PieceKind
from bot.domain.announcements.letters import WithdrawalLetter
from bot.domain.notices import MessageRef
from bot.ports import LetterRejected
from handlers.ui.edits import unless_done

TOO_OLD = "can't be deleted"
GONE = ("message to edit not found", "message to delete not found")

PICTURES = frozenset({PieceKind.PHOTO, PieceKind.VIDEO, PieceKind.ANIMATION})
BUTTONS = Piece(PieceKind.TEXT, "…")
"""The piece that stands for the message with an album's buttons."""
SIDE, GREY = 320, b"\xdd"


def _grey_picture() -> bytes:
    """Return a grey square as a PNG, 8 bits a pixel, greyscale."""
    lines = (b"\0" + GREY * SIDE) * SIDE  # each row begins with its filter: none
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


NEUTRAL = _grey_picture()


async def take_away(bot: Bot, letter: WithdrawalLetter, note: str) -> MessageRef | None:
    """Delete a copy if Telegram allows it, else replace it by a note.

    Return its first message, None if nothing is left. Raises `LetterRejected` if a part of it must
    stay unchanged (`Content.can_be_blanked`): then it does not count as withdrawn.
    """
    copy, content = letter.copy, letter.content
    if letter.deletable:
        try:
            await bot.delete_messages(copy.chat, list(copy.messages))
        except TelegramBadRequest as error:
            if TOO_OLD not in str(error):
                raise
        else:
            return None
    left = False
    for index, number in enumerate(copy.messages):
        piece = content.pieces[index] if index < len(content.pieces) else BUTTONS
        message = MessageRef(copy.chat, number)
        words = note if index == 0 or piece.kind is PieceKind.TEXT else ""
        left = await _blank(bot, message, piece, words, note, album=content.is_album) or left
    if left and not content.can_be_blanked:
        raise LetterRejected("too old to delete, and a part of it cannot be replaced")
    return MessageRef(copy.chat, copy.messages[0]) if left else None


async def _blank(
    bot: Bot, message: MessageRef, piece: Piece, words: str, note: str, *, album: bool
) -> bool:
    """Replace a message by `words` without buttons; tell whether it still exists.

    A bot may edit its own message at any age, and replace its file by one of another kind, in an
    album by one of the same kind (Bot API, editMessageMedia).
    """
    where: dict[str, Any] = {"chat_id": message.chat, "message_id": message.message}
    says: dict[str, Any] = {"caption": words or None, "parse_mode": None}
    try:
        if piece.kind is PieceKind.TEXT:
            await unless_done(bot.edit_message_text(words, parse_mode=None, **where))
        elif piece.kind in PICTURES:
            file = BufferedInputFile(NEUTRAL, "picture.png")
            await bot.edit_message_media(InputMediaPhoto(media=file, **says), **where)
        elif piece.kind is PieceKind.DOCUMENT or (piece.kind is PieceKind.AUDIO and not album):
            file = BufferedInputFile(note.encode(), "announcement.txt")
            await bot.edit_message_media(InputMediaDocument(media=file, **says), **where)
        elif piece.kind.has_words:
            await unless_done(bot.edit_message_caption(**says, **where))
        else:
            await unless_done(bot.edit_message_reply_markup(**where))
    except TelegramBadRequest as error:
        if any(reason in str(error) for reason in GONE):
            return False
        raise
    return True
