"""The registration desk: search, arrivals, departures; several registrars at once."""

from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.domain.events.passes import PASS_PREFIX
from bot.domain.events.refusals import PassInvalid
from bot.domain.meetings.desk_views import DeskVoter
from bot.domain.meetings.plans import MeetingId
from bot.domain.meetings.refusals import NotOnRoll, NotRegistered, OnlyForRegistrars
from bot.domain.people.members import Member, MemberId
from bot.services.meetings.postings import Postings
from bot.services.meetings.registration import Registration
from bot.services.meetings.screens import MeetingScreens
from bot.services.prompts import Prompt, Prompts
from handlers.forms.opener import Forms, with_forms
from handlers.meetings.callbacks.desks import (
    ArriveButton,
    CodeButton,
    CodesButton,
    DepartButton,
    DeskButton,
    DeskPersonButton,
    DeskVoterButton,
    DocumentButton,
    OpenRegistrationButton,
    OwnArrivalsButton,
    PostingButton,
    ProxyFormButton,
)
from handlers.meetings.callbacks.panels import PanelButton
from handlers.meetings.desk_cards import desk_card, person_card, voter_card
from handlers.meetings.forms.mandates import DOCUMENT, MANDATE, DocumentDraft, MandateDraft
from handlers.meetings.forms.postings import POSTING, PostingDraft
from handlers.meetings.words import NAME_LENGTH
from handlers.ui.buttons import keyboard
from handlers.ui.edits import replaced, show, tapped
from handlers.ui.lengths import clipped
from handlers.ui.routes import Only, PassOn, Routes, on
from handlers.ui.texts import Texts

SEARCH = "meeting-desk"
IN_PASSING = (
    DeskButton,
    OwnArrivalsButton,
    DeskVoterButton,
    DeskPersonButton,
    ArriveButton,
    DepartButton,
    CodeButton,
    CodesButton,
)
"""Buttons that leave the search open: the next name can be typed at any time."""


async def open_desk(
    query: CallbackQuery,
    callback_data: DeskButton,
    member: Member,
    registration: Registration,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Show the desk instead of the tapped screen; names that are typed are searched for."""
    meeting = callback_data.meeting_id
    view = await registration.desk(member.id, meeting, "", replaced(query))
    await _expect_names(member, meeting, prompts)
    await show(query, *desk_card(view, t))


async def _expect_names(member: Member, meeting: MeetingId, prompts: Prompts) -> None:
    if member.telegram_id is not None:
        await prompts.ask(member.telegram_id, Prompt(SEARCH, meeting))


async def list_own(
    query: CallbackQuery,
    callback_data: OwnArrivalsButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Show the organisations whose people registered themselves, to check that they are there."""
    view = await meeting_screens.own_arrivals(member.id, callback_data.meeting_id, tapped(query))
    await show(query, *desk_card(view, t))


async def find(
    message: Message,
    prompt: Prompt,
    member: Member,
    registration: Registration,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Show the organisations with what was typed; one alone is opened at once."""
    meeting = MeetingId(prompt.subject)
    view = await registration.desk(member.id, meeting, message.text or "")
    await _expect_names(member, meeting, prompts)
    presides = member.presides
    alone = view.count == 1
    words, rows = (
        voter_card(meeting, view.voters[0], t, presides=presides) if alone else desk_card(view, t)
    )
    await message.answer(words, reply_markup=rows)


async def scan(
    message: Message, command: CommandObject, member: Member, registration: Registration, t: Texts
) -> None:
    """Open the organisation of a scanned pass; those of other events are the events' matter."""
    try:
        meeting, voter = await registration.scan(member.id, command.args or "")
    except (PassInvalid, OnlyForRegistrars, NotOnRoll) as refusal:
        raise PassOn from refusal
    words, rows = voter_card(meeting, voter, t, presides=member.presides)
    await message.answer(words, reply_markup=rows)


async def ask_to_open(
    query: CallbackQuery,
    callback_data: OpenRegistrationButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Say that the roll is fixed, and ask for confirmation."""
    meeting = callback_data.meeting_id
    await meeting_screens.panel(member.id, meeting, tapped(query))
    yes = callback_data.model_copy(update={"sure": True})
    rows = [
        [t.button("button-meeting-register-yes", yes, "primary")],
        [t.button("button-meeting-to-panel", PanelButton(meeting_id=meeting))],
    ]
    await show(query, t("meeting-register"), keyboard(rows))


async def open_registration(
    query: CallbackQuery,
    callback_data: OpenRegistrationButton,
    member: Member,
    registration: Registration,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Open the registration, and show the desk."""
    meeting = callback_data.meeting_id
    view = await registration.open(member.id, meeting, replaced(query))
    await _expect_names(member, meeting, prompts)
    await show(query, *desk_card(view, t))


# --- an organisation ------------------------------------------------------------------------------


async def open_voter(
    query: CallbackQuery,
    callback_data: DeskVoterButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Show an organisation instead of the desk."""
    meeting = callback_data.meeting_id
    found = await meeting_screens.voter(member.id, meeting, callback_data.voter_id, tapped(query))
    await show(query, *voter_card(meeting, found, t, presides=member.presides))


async def open_person(
    query: CallbackQuery,
    callback_data: DeskPersonButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Show a representative who is there."""
    meeting = callback_data.meeting_id
    found = await meeting_screens.voter(member.id, meeting, callback_data.voter_id, tapped(query))
    here = [one for one in found.people if one.is_here]
    person = next((one for one in here if one.person == callback_data.member_id), None)
    if person is None:
        raise NotRegistered
    await show(query, *person_card(meeting, found, person, t))


async def arrive(
    query: CallbackQuery,
    callback_data: ArriveButton,
    member: Member,
    registration: Registration,
    t: Texts,
) -> None:
    """Register somebody who needs no further paper."""
    meeting = callback_data.meeting_id
    person = callback_data.member_id
    found = await registration.arrive(member.id, meeting, callback_data.voter_id, person)
    remark = t("meeting-arrived", name=_name(found, person))
    await show(query, *voter_card(meeting, found, t, remark, presides=member.presides))


async def depart(
    query: CallbackQuery,
    callback_data: DepartButton,
    member: Member,
    registration: Registration,
    t: Texts,
) -> None:
    """Note that a representative left, or was registered by mistake."""
    meeting, voter = callback_data.meeting_id, callback_data.voter_id
    person, mistake = callback_data.member_id, callback_data.mistake
    found = await registration.depart(member.id, meeting, voter, person, mistake=mistake)
    remark = t("meeting-departed", mistake=mistake)
    await show(query, *voter_card(meeting, found, t, remark, presides=member.presides))


def _name(voter: DeskVoter, person: MemberId) -> str:
    found = next((one.name for one in voter.people if one.person == person), "")
    return clipped(found, NAME_LENGTH)


# --- papers ---------------------------------------------------------------------------------------


async def ask_document(
    query: CallbackQuery,
    callback_data: DocumentButton,
    member: Member,
    registration: Registration,
    forms: Forms,
) -> None:
    """Open the form for a delegate's document."""
    meeting, voter = callback_data.meeting_id, callback_data.voter_id
    found = await registration.voter(member.id, meeting, voter)
    person = callback_data.member_id
    draft = DocumentDraft(voter=voter, person=person, person_name=_name(found, person))
    await forms.open_for(query, DOCUMENT, meeting, draft)


async def ask_proxy(
    query: CallbackQuery,
    callback_data: ProxyFormButton,
    member: Member,
    registration: Registration,
    forms: Forms,
) -> None:
    """Open the form for somebody with a proxy."""
    meeting, voter = callback_data.meeting_id, callback_data.voter_id
    found = await registration.voter(member.id, meeting, voter)
    leader = next((one.name for one in found.people if one.ground == "leader"), "")
    draft = MandateDraft(voter=voter, voter_name=found.name, leader=leader)
    await forms.open_for(query, MANDATE, meeting, draft)


async def ask_posting(
    query: CallbackQuery,
    callback_data: PostingButton,
    member: Member,
    postings: Postings,
    forms: Forms,
) -> None:
    """Open the form for ballots that were sent before the meeting."""
    meeting, voter = callback_data.meeting_id, callback_data.voter_id
    found = await postings.look(member.id, meeting, voter)
    draft = PostingDraft(voter=voter, voter_name=clipped(found.name, NAME_LENGTH))
    await forms.open_for(query, POSTING, meeting, draft)


ROUTES = Routes(
    prepare=with_forms,
    buttons={
        DeskButton: open_desk,
        OwnArrivalsButton: list_own,
        PostingButton: ask_posting,
        OpenRegistrationButton: ask_to_open,
        on(OpenRegistrationButton, sure=True): open_registration,
        DeskVoterButton: open_voter,
        DeskPersonButton: open_person,
        ArriveButton: arrive,
        DepartButton: depart,
        DocumentButton: ask_document,
        ProxyFormButton: ask_proxy,
    },
    links={PASS_PREFIX: Only(lambda _member, _alliance: True, scan)},
    questions={SEARCH: find},
    in_passing=IN_PASSING,
)
