"""One-time codes for the ballot page: one as a message, all as a sheet to print."""

from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.documents.files import DocumentRenderer
from bot.documents.slips import code_sheet
from bot.domain.people.members import Member
from bot.ports import Clock
from bot.services.meetings.registration import Registration
from handlers.meetings.callbacks.desks import CodeButton, CodesButton, DeskButton, DeskVoterButton
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


async def print_codes(
    query: CallbackQuery,
    callback_data: CodesButton,
    member: Member,
    registration: Registration,
    alliance: AllianceInfo,
    renderer: DocumentRenderer,
    clock: Clock,
    t: Texts,
) -> None:
    """Send the codes of all who have none, as a sheet to cut up."""
    meeting = callback_data.meeting_id
    codes = await registration.issue_codes(member.id, meeting)
    back = keyboard([[t.button("button-meeting-to-desk", DeskButton(meeting_id=meeting))]])
    await show(query, t("meeting-codes-printed", count=len(codes)), back)
    if not codes or not isinstance(query.message, Message):
        return

    def words(part: str) -> str:
        return t.plain(f"meeting-codes-{part}", address=_page(alliance))

    title, now = words("title"), clock.now().astimezone(t.zone)
    sheet = code_sheet(codes, alliance.name, t.language, now, words, served=bool(alliance.pages))
    pdf = (await renderer.document(sheet)).pdf
    file = BufferedInputFile(pdf, f"{title}.pdf")
    await query.message.answer_document(file, caption=t("meeting-codes-file"))


def _page(alliance: AllianceInfo) -> str:
    """Return the address of the ballot page; empty if no pages are served."""
    return f"{alliance.pages}/vote" if alliance.pages else ""


ROUTES = Routes(
    buttons={
        CodeButton: issue_code,
        CodesButton: ask_to_print,
        on(CodesButton, sure=True): print_codes,
    }
)
