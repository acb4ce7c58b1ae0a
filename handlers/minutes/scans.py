"""The signed scan of minutes: sent to the bot as a file, and stored with them."""

from io import BytesIO

from aiogram import Bot
from aiogram.types import CallbackQuery, Message

from bot.domain.minutes.files import SCAN_LIMIT
from bot.domain.minutes.plans import MinutesId
from bot.domain.minutes.refusals import ScanTooLarge
from bot.domain.people.members import Member
from bot.services.minutes.filing import MinutesFiling
from bot.services.minutes.minutes import PollMinutes
from bot.services.prompts import Prompt, Prompts
from handlers.forms.prompts import ask
from handlers.minutes.callbacks import ScanButton
from handlers.ui.callbacks import MinutesListButton
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

SCAN = "minutes_scan"


async def ask_for_scan(
    query: CallbackQuery,
    callback_data: ScanButton,
    member: Member,
    minutes: PollMinutes,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask for the file; the service refuses anybody but chair and secretary."""
    issued = await minutes.look(member.id, callback_data.minutes_id)
    words = t("minutes-scan-question", number=str(issued.number))
    prompt = Prompt(SCAN, issued.id)
    await ask(query, member, prompts, prompt, words, t, MinutesListButton())


async def file_scan(
    message: Message, prompt: Prompt, bot: Bot, member: Member, filing: MinutesFiling, t: Texts
) -> None:
    """Store the file. A photo is refused, because Telegram reduces its size."""
    member.require_presiding()  # before the download: the role may be gone since the question
    document = message.document
    if document is None:
        await message.answer(t("minutes-scan-expected"))
        return
    if (document.file_size or 0) > SCAN_LIMIT:
        raise ScanTooLarge(SCAN_LIMIT // 1_000_000)
    content = BytesIO()
    await bot.download(document, content)
    name = document.file_name or t.plain("minutes-scan-unnamed")
    issued, filed = await filing.file_scan(
        member.id, MinutesId(prompt.subject), name, content.getvalue()
    )
    await message.answer(t("minutes-scan-filed", number=str(issued.number), hash=filed.hash))


ROUTES = Routes(buttons={ScanButton: ask_for_scan}, questions={SCAN: file_scan})
