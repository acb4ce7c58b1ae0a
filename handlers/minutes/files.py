"""Issued minutes as files: handed out as they lie in the archive."""

from aiogram import Bot
from aiogram.types import BufferedInputFile

from bot.domain.minutes.files import IssuedFiles
from bot.domain.minutes.plans import IssuedMinutes
from handlers.minutes.minutes import minutes_name
from handlers.ui.texts import Texts


async def send_files(
    bot: Bot, chat: int, issued: IssuedMinutes, files: IssuedFiles, t: Texts, document: Texts
) -> None:
    """Send the PDF and the DOCX; `document` are the texts of the document's language.

    The hashes are said too: whoever keeps the message can show later that a file is the same.
    """
    caption = t(
        "minutes-files",
        number=str(issued.number),
        body=issued.body,
        at=issued.issued_at,
        pdf=issued.pdf_hash,
        docx=issued.docx_hash,
    )
    contents = {"pdf": files.pdf, "docx": files.docx}
    for suffix, content in contents.items():
        file = BufferedInputFile(content, minutes_name(issued.number, suffix, document))
        await bot.send_document(chat, file, caption=caption if suffix == "pdf" else None)
