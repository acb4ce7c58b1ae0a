"""Materials of a decision: read from a message, and sent again."""

from aiogram.types import Message

from bot.domain.polls.materials import Material, MaterialKind


def material_of(message: Message) -> Material | None:
    """Return the file of a message."""
    caption = message.caption or ""
    if message.photo:  # the largest comes last
        return Material(MaterialKind.PHOTO, message.photo[-1].file_id, caption)
    if message.document:
        name = message.document.file_name or caption
        return Material(MaterialKind.DOCUMENT, message.document.file_id, name)
    if message.video:
        name = message.video.file_name or caption
        return Material(MaterialKind.VIDEO, message.video.file_id, name)
    if message.audio:
        name = message.audio.title or message.audio.file_name or caption
        return Material(MaterialKind.AUDIO, message.audio.file_id, name)
    return None


async def answer_material(message: Message, material: Material) -> None:
    """Send a file by its id, with the method for its kind."""
    match material.kind:
        case MaterialKind.PHOTO:
            await message.answer_photo(material.file)
        case MaterialKind.VIDEO:
            await message.answer_video(material.file)
        case MaterialKind.AUDIO:
            await message.answer_audio(material.file)
        case MaterialKind.DOCUMENT:
            await message.answer_document(material.file)
