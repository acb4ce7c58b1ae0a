"""One-time codes for the ballot page: one as a message, all as a sheet to print."""

from collections.abc import Sequence

from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.documents.files import DocumentRenderer
from bot.documents.slips import code_sheet
from bot.domain.meetings.desk_views import PrintedCode
from bot.domain.people.members import Member
from bot.ports import Clock
from bot.services.meetings.registration import Registration
from handlers.meetings.callbacks.desks import (
    CodeButton,
    CodesAgainButton,
    CodesButton,
    DeskButton,
    DeskVoterButton,
)
from handlers.meetings.words import NAME_LENGTH
from handlers.ui.buttons import keyboard
from handlers.ui.edits import show
from handlers.ui.lengths import clipped
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts
from handlers.ui.welcome import AllianceInfo


async def issue_code(
    query: CallbackQuery,
    callback_data: CodeButton,
    member: Member,
    registration: Registration,
    alliance: AllianceInfo,
    t: Texts,
) -> None:
    """Show a new code instead of the tapped screen; an earlier one is void."""
    meeting, voter = callback_data.meeting_id, callback_data.voter_id
    printed = await registration.issue_code(member.id, meeting, voter, callback_data.member_id)
    words = t(
        "meeting-code",
        organisation=clipped(printed.organisation, NAME_LENGTH),
        person=clipped(printed.person, NAME_LENGTH),
        code=printed.code,
        address=_page(alliance),
        served=bool(alliance.pages),
    )
    back = DeskVoterButton(meeting_id=meeting, voter_id=voter)
    await show(query, words, keyboard([[t.button("button-meeting-to-voter", back)]]))


async def ask_to_print(
    query: CallbackQuery,
    callback_data: CodesButton,
    member: Member,
    registration: Registration,
    t: Texts,
) -> None:
    """Say for whom codes would be printed, and ask for confirmation."""
    meeting = callback_data.meeting_id
    view = await registration.desk(member.id, meeting)
    yes = callback_data.model_copy(update={"sure": True})
    rows = [
        [t.button("button-meeting-codes-yes", yes, "primary")],
        [t.button("button-meeting-to-desk", DeskButton(meeting_id=meeting))],
    ]
    await show(query, t("meeting-codes", present=view.attendance.present), keyboard(rows))


async def ask_to_print_again(
    query: CallbackQuery,
    callback_data: CodesAgainButton,
    member: Member,
    registration: Registration,
    t: Texts,
) -> None:
    """Say that codes printed before will be void, and ask for confirmation."""
    meeting = callback_data.meeting_id
    view = await registration.desk(member.id, meeting)
    yes = callback_data.model_copy(update={"seen": view.version, "sure": True})
    rows = [
        [t.button("button-meeting-codes-again-yes", yes, "danger")],
        [t.button("button-meeting-to-desk", DeskButton(meeting_id=meeting))],
    ]
    words = t("meeting-codes-again", present=view.attendance.present)
    await show(query, words, keyboard(rows))


async def print_codes(
    query: CallbackQuery,
    callback_data: CodesButton | CodesAgainButton,
    member: Member,
    registration: Registration,
    alliance: AllianceInfo,
    renderer: DocumentRenderer,
    clock: Clock,
    t: Texts,
) -> None:
    """Send the codes of all who have none, or of all who are there, as a sheet to cut up.

    The sheet may fail to arrive after its codes were issued: it can be printed again.
    """
    meeting = callback_data.meeting_id
    again = callback_data.seen if isinstance(callback_data, CodesAgainButton) else None
    codes = await registration.issue_codes(member.id, meeting, again)
    rows = [
        [t.button("button-meeting-codes-again", CodesAgainButton(meeting_id=meeting))],
        [t.button("button-meeting-to-desk", DeskButton(meeting_id=meeting))],
    ]
    await show(query, t("meeting-codes-printed", count=len(codes)), keyboard(rows))
    if codes and isinstance(query.message, Message):
        file = await _sheet(codes, alliance, renderer, clock, t)
        await query.message.answer_document(file, caption=t("meeting-codes-file"))


async def _sheet(
    codes: Sequence[PrintedCode],
    alliance: AllianceInfo,
    renderer: DocumentRenderer,
    clock: Clock,
    t: Texts,
) -> BufferedInputFile:
    def words(part: str) -> str:
        return t.plain(f"meeting-codes-{part}", address=_page(alliance))

    title, now = words("title"), clock.now().astimezone(t.zone)
    sheet = code_sheet(codes, alliance.name, t.language, now, words, served=bool(alliance.pages))
    return BufferedInputFile((await renderer.document(sheet)).pdf, f"{title}.pdf")


def _page(alliance: AllianceInfo) -> str:
    """Return the address of the ballot page; empty if no pages are served."""
    return f"{alliance.pages}/vote" if alliance.pages else ""


ROUTES = Routes(
    buttons={
        CodeButton: issue_code,
        CodesButton: ask_to_print,
        on(CodesButton, sure=True): print_codes,
        CodesAgainButton: ask_to_print_again,
        on(CodesAgainButton, sure=True): print_codes,
    }
)
