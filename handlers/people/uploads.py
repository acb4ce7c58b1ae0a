"""/admin → «Загрузить таблицу»: a spreadsheet of people is sent, looked at, and loaded."""

import asyncio
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from aiogram import Bot
from aiogram.types import BufferedInputFile, CallbackQuery, Document, Message

from bot.documents.leaflets import Leaflets
from bot.documents.samples import members_sample
from bot.documents.spreadsheets import LARGEST_FILE, SpreadsheetRefused, read_sheet
from bot.domain.people.imports import Batch, Plan, RefusedRow, check
from bot.domain.people.members import Member, TelegramId
from bot.domain.people.refusals import UploadUnreadable
from bot.domain.people.rows import LIMITS, Problem, RowFault
from bot.services.people.invitations import IssuedInvitation
from bot.services.people.uploads import Upload, Uploads
from bot.services.prompts import Prompt, Prompts
from handlers.people.callbacks import ImportSampleButton, InvitationsButton, LoadButton
from handlers.ui.administrators import require_administrator
from handlers.ui.buttons import keyboard
from handlers.ui.callbacks import AdminButton, ImportButton
from handlers.ui.edits import acknowledge, show
from handlers.ui.lengths import clipped
from handlers.ui.routes import Routes
from handlers.ui.sentences import in_words
from handlers.ui.texts import Texts
from handlers.ui.welcome import AllianceInfo

IMPORT = "import"
SHOWN = 10
"""Lines of each kind that a message has room for; the rest are counted."""
NAME_LIMIT = 60
VALUE_LIMIT = 40
REASON_LIMIT = 500


async def ask(query: CallbackQuery, member: Member, prompts: Prompts, t: Texts) -> None:
    """Ask for the file."""
    if member.telegram_id is not None:
        await prompts.ask(member.telegram_id, Prompt(IMPORT, 0))
    rows = [
        [t.button("button-import-sample", ImportSampleButton())],
        [t.button("button-import-invitations", InvitationsButton())],
        [t.button("button-back", AdminButton())],
    ]
    await show(query, t("import-ask"), keyboard(rows))


async def send_sample(query: CallbackQuery, t: Texts) -> None:
    """Hand out the sample that is to be filled in."""
    await acknowledge(query)
    content = await asyncio.to_thread(members_sample, t.plain)
    if isinstance(query.message, Message):
        file = BufferedInputFile(content, "members.xlsx")
        await query.message.answer_document(file, caption=t("import-sample-caption"))


async def look(
    message: Message, bot: Bot, member: Member, uploads: Uploads, prompts: Prompts, t: Texts
) -> None:
    """Show what loading the file that was sent would change."""
    document = message.document
    if document is None:
        await message.answer(t("import-expected"))
        return
    upload = _upload_of(document)
    try:
        batch = await _batch(bot, upload)
    except SpreadsheetRefused as refused:
        reason = in_words(refused.sentence, t)
        await message.answer(t("import-unreadable", reason=clipped(reason, REASON_LIMIT)))
        return
    plan = await uploads.preview(member.id, upload, batch)
    load = [] if plan.changes_nothing else [t.button("button-import-load", LoadButton(), "success")]
    rows = [load, [t.button("button-back", ImportButton())]]
    await message.answer(_words("import-preview", plan, t), reply_markup=keyboard(rows))
    # Last: after a crash Telegram delivers the file again, and it must still be expected.
    await prompts.forget(TelegramId(message.chat.id))


async def load(query: CallbackQuery, bot: Bot, member: Member, uploads: Uploads, t: Texts) -> None:
    """Load the file that was looked at last."""
    upload = await uploads.kept(member.id)
    await acknowledge(query)
    try:
        batch = await _batch(bot, upload)
    except SpreadsheetRefused as refused:
        raise UploadUnreadable from refused
    plan = await uploads.apply(member.id, upload, batch)
    rows = [
        [t.button("button-import-invitations", InvitationsButton())],
        [t.button("button-back", AdminButton())],
    ]
    if isinstance(query.message, Message):
        await query.message.answer(_words("import-done", plan, t), reply_markup=keyboard(rows))


def _upload_of(document: Document) -> Upload:
    if (document.file_size or 0) > LARGEST_FILE:
        raise UploadUnreadable
    return Upload(document.file_id, document.file_name or "members.xlsx")


async def _batch(bot: Bot, upload: Upload) -> Batch:
    content = BytesIO()
    await bot.download(upload.file, content)
    return await asyncio.to_thread(_read, content.getvalue(), upload.name)


def _read(content: bytes, name: str) -> Batch:
    """Read the rows, in a thread of its own: a large file takes seconds."""
    return check(read_sheet(content, name).rows)


# --- words ----------------------------------------------------------------------------------------


def _words(key: str, plan: Plan, t: Texts) -> str:
    parts: list[str] = [t(key, **plan.counts())]
    parts += _listed("import-people-new", [one.after.name for one in plan.people if one.is_new], t)
    changed = [one.after.name for one in plan.people if not one.is_new]
    parts += _listed("import-people-changed", changed, t)
    if plan.refused:
        lines = [line for row in plan.refused[:SHOWN] for line in _complaints(row, t)][:SHOWN]
        more = max(0, len(plan.refused) - SHOWN)
        parts.append(t("import-refused", rows="\n".join(lines), more=more))
    return "\n\n".join(parts)


def _listed(key: str, names: Sequence[str], t: Texts) -> Iterator[str]:
    if names:
        shown = "\n".join(f"• {clipped(name, NAME_LIMIT)}" for name in names[:SHOWN])
        yield t(key, names=shown, more=max(0, len(names) - SHOWN))


def _complaints(row: RefusedRow, t: Texts) -> Iterator[str]:
    for problem in row.problems:
        yield t.plain(
            "import-problem",
            row=str(row.number),
            column=t.plain(f"import-{problem.column}"),
            value=clipped(problem.value, VALUE_LIMIT),
            said=bool(problem.value),
            fault=_fault(problem, t),
        )


def _fault(problem: Problem, t: Texts) -> str:
    return t.plain(
        "import-fault",
        fault=problem.fault.name.lower(),
        rows=", ".join(map(str, problem.rows[:SHOWN])),
        limit=LIMITS.get(problem.column, 0) if problem.fault is RowFault.TOO_LONG else 0,
    )


# --- invitations ----------------------------------------------------------------------------------


async def send_invitations(
    query: CallbackQuery,
    bot: Bot,
    member: Member,
    uploads: Uploads,
    alliance: AllianceInfo,
    t: Texts,
) -> None:
    """Hand out new invitations for everybody who has not joined, to be printed."""
    issued = await uploads.invite_everybody(member.id)
    if not issued or not isinstance(query.message, Message):
        await acknowledge(query, t.plain("import-nobody-to-invite"), alert=True)
        return
    await acknowledge(query)
    username = (await bot.me()).username or ""
    leaflets = Leaflets(alliance.name, username, t.language, t.zone_name(), t.plain)
    content = await asyncio.to_thread(_leaflets, leaflets, issued)
    await query.message.answer_document(
        BufferedInputFile(content, "invitations.html"),
        caption=t("import-invitations", count=len(issued)),
    )


def _leaflets(leaflets: Leaflets, issued: Sequence[IssuedInvitation]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "invitations.html"
        leaflets.write(path, issued, lambda _done, _total: None)
        return path.read_bytes()


ROUTES = Routes(
    prepare=require_administrator,
    buttons={
        ImportButton: ask,
        ImportSampleButton: send_sample,
        LoadButton: load,
        InvitationsButton: send_invitations,
    },
    questions={IMPORT: look},
)
