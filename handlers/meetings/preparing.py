"""The secretary besides the plan: proposals, registrars, addresses of pages, attendance."""

import asyncio

from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardButton, Message

from bot.documents.workbooks import Sheet, workbook_of
from bot.domain.meetings.codes import PageKind
from bot.domain.meetings.plans import MeetingId
from bot.domain.meetings.proposals import Proposal, ProposalState
from bot.domain.meetings.refusals import ProposalUnknown
from bot.domain.meetings.summaries import PresentOrganisation
from bot.domain.people.members import Member
from bot.services.meetings.pages import MeetingPages
from bot.services.meetings.planning import MeetingPlanning
from bot.services.meetings.registration import Registration
from bot.services.meetings.screens import MeetingScreens
from bot.services.meetings.summaries import MeetingMinutes
from bot.services.prompts import Prompt, Prompts
from handlers.forms.prompts import ask
from handlers.meetings.callbacks.planning import (
    AddRegistrarButton,
    AttendanceFileButton,
    DecideProposalButton,
    NameRegistrarButton,
    OpenPageButton,
    PagesButton,
    PlanButton,
    ProposalButton,
    ProposalsButton,
    RegistrarsButton,
    RevokePageButton,
)
from handlers.meetings.forms.fields import match_words
from handlers.meetings.plan_cards import pages_card, registrars_card, to_plan
from handlers.ui.buttons import button, keyboard, listed, short
from handlers.ui.edits import acknowledge, put, show
from handlers.ui.pages import page_of
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts
from handlers.ui.welcome import AllianceInfo

REGISTRAR = "meeting-registrar"
COLUMNS = ("organisation", "took-part", "arrived", "people", "present", "votes")
WIDTHS = (50, 12, 18, 50, 14, 14)


# --- proposals ------------------------------------------------------------------------------------


async def list_proposals(
    query: CallbackQuery,
    callback_data: ProposalsButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    t: Texts,
) -> None:
    """Show a page of the proposals, those that wait first."""
    meeting = callback_data.meeting_id
    view = await meeting_planning.look(member.id, meeting)
    ordered = sorted(view.proposals, key=lambda one: one.state is not ProposalState.OPEN)
    page = page_of(ordered, callback_data.page)

    def line(one: Proposal, t: Texts) -> InlineKeyboardButton:
        said = " ".join(one.text.split())
        words = t.plain("button-meeting-proposal", state=one.state, text=said)
        return button(short(words), ProposalButton(meeting_id=meeting, proposal_id=one.id))

    back = t.button("button-meeting-to-plan", PlanButton(meeting_id=meeting))
    rows = keyboard([*listed(page, line, callback_data, t), [back]])
    await show(query, t("meeting-proposals", count=len(ordered)), rows)


async def open_proposal(
    query: CallbackQuery,
    callback_data: ProposalButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    t: Texts,
) -> None:
    """Show a proposal, to take or to decline it."""
    meeting = callback_data.meeting_id
    view = await meeting_planning.look(member.id, meeting)
    one = next((one for one in view.proposals if one.id == callback_data.proposal_id), None)
    if one is None:
        raise ProposalUnknown
    decide = [
        t.button(
            "button-meeting-proposal-decide",
            DecideProposalButton(meeting_id=meeting, proposal_id=one.id, taken=taken),
            taken=taken,
        )
        for taken in (True, False)
    ]
    back = t.button("button-back", ProposalsButton(meeting_id=meeting))
    rows = keyboard([decide if one.state is ProposalState.OPEN else [], [back]])
    await show(query, t("meeting-proposal", text=one.text, at=one.made_at, state=one.state), rows)


async def decide(
    query: CallbackQuery,
    callback_data: DecideProposalButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    t: Texts,
) -> None:
    """Note that a proposal is taken or declined; what is taken is added as an item by hand."""
    taken = callback_data.taken
    await meeting_planning.decide_proposal(member.id, callback_data.proposal_id, taken=taken)
    back = t.button("button-back", ProposalsButton(meeting_id=callback_data.meeting_id))
    await show(query, t("meeting-proposal-decided", taken=taken), keyboard([[back]]))


# --- registrars -----------------------------------------------------------------------------------


async def list_registrars(
    query: CallbackQuery,
    callback_data: RegistrarsButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    t: Texts,
) -> None:
    """Show who registers arrivals."""
    view = await meeting_planning.look(member.id, callback_data.meeting_id)
    await show(query, *registrars_card(view, t))


async def ask_registrar(
    query: CallbackQuery,
    callback_data: AddRegistrarButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask for the name of another registrar."""
    meeting = callback_data.meeting_id
    await meeting_planning.look(member.id, meeting)
    prompt, back = Prompt(REGISTRAR, meeting), RegistrarsButton(meeting_id=meeting)
    await ask(query, member, prompts, prompt, t("meeting-registrar-ask"), t, back)


async def find_registrar(
    message: Message, prompt: Prompt, member: Member, meeting_screens: MeetingScreens, t: Texts
) -> None:
    """Show the people with the typed name; another one can be typed."""
    meeting = MeetingId(prompt.subject)
    found = await meeting_screens.people(member.id, meeting, message.text or "")
    rows = [
        [
            button(
                short(match_words(one)),
                NameRegistrarButton(meeting_id=meeting, member_id=one.people[0]),
            )
        ]
        for one in found
    ]
    back = t.button("button-back", RegistrarsButton(meeting_id=meeting))
    words = t("meeting-registrar-found", count=len(found))
    await message.answer(words, reply_markup=keyboard([*rows, [back]]))


async def name_registrar(
    query: CallbackQuery,
    callback_data: NameRegistrarButton,
    member: Member,
    registration: Registration,
    t: Texts,
) -> None:
    """Name a registrar, or end that, and show them all."""
    meeting, person = callback_data.meeting_id, callback_data.member_id
    ends = callback_data.ends
    view = await registration.name_registrar(member.id, meeting, person, ends=ends)
    await acknowledge(query, t.plain("meeting-registrar-named", ends=ends))
    await put(query, *registrars_card(view, t))


# --- pages ----------------------------------------------------------------------------------------


async def list_pages(
    query: CallbackQuery,
    callback_data: PagesButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    alliance: AllianceInfo,
    t: Texts,
) -> None:
    """Show the addresses that are valid; without a web server say how to configure one."""
    meeting = callback_data.meeting_id
    view = await meeting_planning.look(member.id, meeting)
    if not alliance.pages:
        await show(query, t("meeting-pages-none"), to_plan(meeting, t))
        return
    await show(query, *pages_card(view, t))


async def open_page(
    query: CallbackQuery,
    callback_data: OpenPageButton,
    member: Member,
    meeting_pages: MeetingPages,
    alliance: AllianceInfo,
    t: Texts,
) -> None:
    """Issue an address, and show it once."""
    meeting, kind = callback_data.meeting_id, callback_data.kind
    registrar = callback_data.member_id or None
    secret = await meeting_pages.open_page(member.id, meeting, kind, registrar)
    address = f"{alliance.pages}/{_path(kind)}/{secret}"
    back = t.button("button-back", PagesButton(meeting_id=meeting))
    await show(query, t("meeting-page", kind=kind, address=address), keyboard([[back]]))


def _path(kind: PageKind) -> str:
    return "screen" if kind is PageKind.SCREEN else "desk"


async def revoke_page(
    query: CallbackQuery,
    callback_data: RevokePageButton,
    member: Member,
    meeting_pages: MeetingPages,
    t: Texts,
) -> None:
    """Revoke an address, and show the others."""
    view = await meeting_pages.revoke_page(member.id, callback_data.page_id)
    await acknowledge(query, t.plain("meeting-page-revoked"))
    await put(query, *pages_card(view, t))


# --- attendance -----------------------------------------------------------------------------------


async def send_attendance(
    query: CallbackQuery,
    callback_data: AttendanceFileButton,
    member: Member,
    meeting_minutes: MeetingMinutes,
    t: Texts,
) -> None:
    """Send attendance by organisation, as XLSX."""
    found = await meeting_minutes.attendance(member.id, callback_data.meeting_id)
    await acknowledge(query)
    title = t.plain("meeting-sheet-title")
    headings = [t.plain(f"meeting-sheet-{name}") for name in COLUMNS]
    rows = [_row(one, t) for one in found]
    content = await asyncio.to_thread(workbook_of, Sheet(title, headings, rows, WIDTHS))
    if isinstance(query.message, Message):
        file = BufferedInputFile(content, f"{title}.xlsx")
        await query.message.answer_document(file, caption=t("meeting-sheet", count=len(found)))


def _row(one: PresentOrganisation, t: Texts) -> tuple[str | int | None, ...]:
    return (
        one.name,
        t.plain("meeting-sheet-yes", took_part=one.took_part),
        t.time(one.arrived_at) if one.arrived_at else None,
        "; ".join(one.people),
        one.votes_present,
        one.votes,
    )


ROUTES = Routes(
    buttons={
        ProposalsButton: list_proposals,
        ProposalButton: open_proposal,
        DecideProposalButton: decide,
        RegistrarsButton: list_registrars,
        AddRegistrarButton: ask_registrar,
        NameRegistrarButton: name_registrar,
        PagesButton: list_pages,
        OpenPageButton: open_page,
        RevokePageButton: revoke_page,
        AttendanceFileButton: send_attendance,
    },
    questions={REGISTRAR: find_registrar},
)
