"""The nightly backup for administrators: the file itself, or where it lies."""

from pathlib import Path

from aiogram import Bot
from aiogram.types import FSInputFile

from bot.domain.backups import BackupLetter
from bot.domain.letters import Letter
from bot.domain.notices import MessageRef
from handlers.ui.letters import Deliverers, Sight
from handlers.ui.texts import Texts

UPLOAD_SECONDS = 600
"""How long the upload of 50 MB may take."""
MEGABYTE = 1_000_000


async def send_backup(
    bot: Bot, letter: Letter, content: BackupLetter, t: Texts, _sight: Sight
) -> MessageRef:
    """Send the file; where it is too large, or no longer there, say so."""
    file = Path(content.file.path)
    size = -(-content.file.size // MEGABYTE)
    if not content.can_be_sent:
        words = t("backup-too-large", size=size, name=file.name, folder=str(file.parent))
        sent = await bot.send_message(letter.chat, words)
    elif not _is_there(file):
        sent = await bot.send_message(letter.chat, t("backup-gone", name=file.name))
    else:
        sent = await bot.send_document(
            letter.chat,
            FSInputFile(file),
            caption=t("backup-made", size=size),
            request_timeout=UPLOAD_SECONDS,
        )
    return MessageRef(sent.chat.id, sent.message_id, sent.text is None)


def _is_there(file: Path) -> bool:
    return file.is_file()


DELIVERIES: Deliverers = {BackupLetter: send_backup}
