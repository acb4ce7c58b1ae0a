"""Send issued minutes as they are in the archive."""

from collections.abc import Iterable

from aiogram import Bot
from aiogram.types import BufferedInputFile

from bot.domain.minutes.files import FiledFile, IssuedFiles
from bot.domain.minutes.plans import IssuedMinutes
from handlers.minutes.callbacks import RegistrationButton, ScanButton
from handlers.minutes.minutes import minutes_name
from handlers.ui.buttons import keyboard
from handlers.ui.texts import Texts


async def send_files(
    bot: Bot, chat: int, issued: IssuedMinutes, files: IssuedFiles, t: Texts, document: Texts
) -> None:
    """Send the PDF and the DOCX; `document` has the texts of the document's language.

    The message includes the hashes, with which anybody can show later that a file is unchanged.
    Under the DOCX are the buttons for the signed scan and for the registration deadline.
    """
    caption = t(
        "minutes-files",
        number=str(issued.number),
        body=issued.body,
        at=issued.issued_at,
        pdf=issued.pdf_hash,
        docx=issued.docx_hash,
    )
    pdf, docx = (
        BufferedInputFile(content, minutes_name(issued.number, suffix, document))
        for suffix, content in (("pdf", files.pdf), ("docx", files.docx))
    )
    await bot.send_document(chat, pdf, caption=caption)
    scan = t.button("minutes-scan", ScanButton(minutes_id=issued.id))
    registration = t.button("minutes-register", RegistrationButton(minutes_id=issued.id))
    await bot.send_document(chat, docx, reply_markup=keyboard([[scan], [registration]]))


async def send_filed(
    bot: Bot, chat: int, filed: Iterable[tuple[FiledFile, bytes]], t: Texts
) -> None:
    """Send the files stored with minutes, each with its hash."""
    for file, content in filed:
        caption = t("minutes-filed", kind=file.kind, at=file.filed_at, hash=file.hash)
        await bot.send_document(chat, BufferedInputFile(content, file.name), caption=caption)
