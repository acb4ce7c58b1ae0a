"""The progress message of a mailing, with buttons to pause or stop it."""

from datetime import timedelta

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.domain.mailings import Halt, MailingId, Report
from bot.domain.people.members import Member
from bot.domain.refusals import ButtonTooOld
from bot.services.mailings import Mailings
from handlers.announcements.callbacks.announcements import AnnouncementReportButton, HaltButton
from handlers.ui.buttons import keyboard
from handlers.ui.edits import acknowledge, show
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts, Value

WIDTH = 10
DETAILS = ("unreachable", "failed", "dropped", "doubtful", "not_joined")


def mailing_words(report: Report, t: Texts) -> str:
    """Return the progress of a mailing, or its report once it is done."""
    values: dict[str, Value] = {
        "occasion": report.occasion,
        "title": report.title,
        "total": report.total,
        "sent": report.sent,
    }
    if not report.done:
        share = WIDTH * report.settled // report.total if report.total else WIDTH
        bar = "▰" * share + "▱" * (WIDTH - share)
        lines = [t("mailing-progress", bar=bar, settled=report.settled, **values)]
        return "\n".join([*lines, *_pace(report, t)])
    lines = [t("mailing-report", **values)]
    for name in DETAILS:
        count = getattr(report, name)
        if count:
            lines.append(t(f"mailing-{name.replace('_', '-')}", count=count))
    return "\n".join(lines)


def _pace(report: Report, t: Texts) -> list[str]:
    lines: list[str] = []
    if report.halt is Halt.PAUSED:
        lines.append(t("mailing-paused"))
    elif report.left is not None:
        soon = report.left < timedelta(minutes=1)
        lines.append(t("mailing-pace", pace=round(report.pace), left=report.left, soon=soon))
    if report.put_off and report.halt is None:
        lines.append(t("mailing-put-off", count=report.put_off))
    return lines


def mailing_keyboard(report: Report, t: Texts) -> InlineKeyboardMarkup | None:
    """Return Pause and Stop while it runs; after that the way to the report, if it has one."""
    if report.done:
        if report.announcement is None:
            return None
        data = AnnouncementReportButton(announcement_id=report.announcement)
        return keyboard([[t.button("button-mailing-report", data)]])
    if not report.can_be_halted:
        return None
    act = "resume" if report.halt is Halt.PAUSED else "pause"
    return keyboard([[_halt(report, one, t) for one in (act, "stop")]])


def _halt(report: Report, act: str, t: Texts) -> InlineKeyboardButton:
    data = HaltButton(mailing_id=report.mailing, act=act)
    return t.button(f"button-mailing-{act}", data)


async def halt(
    query: CallbackQuery, callback_data: HaltButton, member: Member, mailings: Mailings, t: Texts
) -> None:
    """Pause, resume or stop a mailing; its message is updated through the outbox."""
    mailing = callback_data.mailing_id
    match callback_data.act:
        case "pause":
            await mailings.pause(member.id, mailing)
        case "resume":
            await mailings.resume(member.id, mailing)
        case "stop":
            await _ask_to_stop(query, mailing, member, t)
            return
        case "stopped":
            await mailings.stop(member.id, mailing)
            await show(query, t("mailing-act-stopped"), None)
            return
        case _:
            raise ButtonTooOld
    await acknowledge(query, t.plain(f"mailing-act-{callback_data.act}"))


async def _ask_to_stop(query: CallbackQuery, mailing: MailingId, member: Member, t: Texts) -> None:
    """Ask for confirmation in a separate message, so that the progress stays visible."""
    member.require_organiser()
    await acknowledge(query)
    if isinstance(query.message, Message):
        data = HaltButton(mailing_id=mailing, act="stopped")
        below = keyboard([[t.button("button-mailing-stopped", data, "danger")]])
        await query.message.answer(t("mailing-stop-question"), reply_markup=below)


ROUTES = Routes(buttons={HaltButton: halt})
