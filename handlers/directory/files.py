"""The directory as files, for organisers."""

import asyncio

from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.documents.directory import booklet, directory_workbook, site_files, zipped
from bot.documents.files import DocumentRenderer
from bot.domain.people.members import Member
from bot.ports import Clock
from bot.services.directory.directory import Directory
from handlers.directory.callbacks import DirectoryButton, FileKind, FilesButton
from handlers.ui.buttons import keyboard
from handlers.ui.edits import acknowledge, show
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts
from handlers.ui.welcome import AllianceInfo


async def offer(query: CallbackQuery, member: Member, directory: Directory, t: Texts) -> None:
    """Offer the kinds of files."""
    await directory.everything(member.id)
    rows = [
        [t.button("button-directory-file", FilesButton(kind=kind), kind=kind)] for kind in FileKind
    ]
    back = [t.button("button-back", DirectoryButton())]
    await show(query, t("directory-files"), keyboard([*rows, back]))


async def send(
    query: CallbackQuery,
    callback_data: FilesButton,
    member: Member,
    directory: Directory,
    alliance: AllianceInfo,
    renderer: DocumentRenderer,
    clock: Clock,
    t: Texts,
) -> None:
    """Make a file and send it."""
    cards, kind = await directory.everything(member.id), callback_data.kind or FileKind.SITE
    await acknowledge(query, t.plain("directory-file-coming"))
    title = t.plain("directory-files-title")

    def say(column: str) -> str:
        return t.plain(f"directory-column-{column}")

    match kind:
        case FileKind.TABLE:
            content, name = await asyncio.to_thread(directory_workbook, cards, title, say), "xlsx"
        case FileKind.BOOKLET:
            now = clock.now().astimezone(t.zone)
            printed = booklet(cards, alliance.name, title, t.language, now, say)
            content, name = (await renderer.document(printed)).pdf, "pdf"
        case _:
            files = site_files(cards, f"{title} · {alliance.name}", t.language)
            content, name = zipped(files), "zip"
    if isinstance(query.message, Message):
        file = BufferedInputFile(content, f"{title}.{name}")
        await query.message.answer_document(file, caption=t("directory-file", kind=kind))


ROUTES = Routes(buttons={on(FilesButton, kind=None): offer, FilesButton: send})
