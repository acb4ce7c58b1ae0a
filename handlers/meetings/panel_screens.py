"""Screens beside the chair's panel: agenda, queue, motions, officers, objections, the rest."""

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.meetings.plans import ItemId, MeetingId
from bot.domain.meetings.refusals import ObjectionUnknown
from bot.domain.meetings.state import OVER, Phase
from bot.domain.meetings.telling import ObjectionLine
from bot.domain.meetings.terms import Motion, Office
from bot.domain.meetings.views import ItemLine, PanelView, SpeakerLine
from bot.domain.people.members import Member
from bot.services.meetings.screens import MeetingScreens
from handlers.meetings.callbacks.desks import DeskButton, TellersButton
from handlers.meetings.callbacks.panels import (
    AmendButton,
    DropSpeakerButton,
    ItemAct,
    ItemActButton,
    MotionButton,
    OfficeButton,
    PanelAct,
    PanelActButton,
    PanelButton,
    PanelScreen,
    PanelScreenButton,
    SplitButton,
    SuspendButton,
    UpholdButton,
)
from handlers.meetings.panel_cards import short_title
from handlers.meetings.words import LINE_LENGTH, NAME_LENGTH, WORDS_LENGTH, item_words, joined
from handlers.ui.buttons import Row, button, keyboard, listed, pairs, short, turning
from handlers.ui.edits import show, tapped
from handlers.ui.lengths import clipped
from handlers.ui.pages import page_of
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts

SIZE = 6
OBJECTIONS = 4
Screen = tuple[str, list[Row]]


async def open_screen(
    query: CallbackQuery,
    callback_data: PanelScreenButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Show a screen instead of the panel."""
    meeting = callback_data.meeting_id
    view = await meeting_screens.panel(member.id, meeting, tapped(query))
    screens = {
        PanelScreen.AGENDA: _agenda,
        PanelScreen.QUEUE: _queue,
        PanelScreen.MOTIONS: _motions,
        PanelScreen.PARTS: _parts,
        PanelScreen.OFFICERS: _officers,
        PanelScreen.MORE: _more,
    }
    words, rows = screens[callback_data.screen](view, callback_data, t)
    await show(query, words, _below(rows, meeting, t))


def _below(rows: list[Row], meeting: MeetingId, t: Texts) -> InlineKeyboardMarkup:
    back = t.button("button-meeting-to-panel", PanelButton(meeting_id=meeting))
    return keyboard([*rows, [back]])


def _agenda(view: PanelView, came: PanelScreenButton, t: Texts) -> Screen:
    """List the items that are not over, to call one."""
    ahead = [one for one in view.agenda if one.stage not in OVER and not one.is_current]
    page = page_of(ahead, came.page, SIZE)

    def line(one: ItemLine, _: Texts) -> InlineKeyboardButton:
        data = ItemActButton(meeting_id=view.meeting, item_id=one.id, act=ItemAct.CALL)
        return button(short(short_title(one)), data)

    words = joined(item_words(one, t) for one in view.agenda[:40])
    return t("meeting-agenda-call", agenda=clipped_lines(words)), listed(page, line, came, t)


def clipped_lines(words: str) -> str:
    """Return lines of HTML as far as they fit into a message."""
    kept, room = [], 3300
    for line in words.splitlines():
        room -= len(line) + 1
        if room < 0:
            break
        kept.append(line)
    return joined(kept)


def _queue(view: PanelView, came: PanelScreenButton, t: Texts) -> Screen:
    """List the speakers, to take one off."""
    page = page_of(view.queue, came.page, SIZE)

    def line(one: SpeakerLine, _: Texts) -> InlineKeyboardButton:
        data = DropSpeakerButton(meeting_id=view.meeting, member_id=one.person)
        words = t.plain("button-meeting-drop", name=one.name, organisation=one.organisation)
        return button(short(words), data)

    return t("meeting-queue-screen", count=len(view.queue)), listed(page, line, came, t)


def _motions(view: PanelView, _: PanelScreenButton, t: Texts) -> Screen:
    """Offer the procedural motions."""
    meeting = view.meeting
    item = view.item.id if view.item else ItemId(0)
    debated = view.item is not None and view.item.stage not in OVER
    offered = [one for one in Motion if one is not Motion.CLOSE_DEBATE or debated]
    motions = [
        t.button(
            "button-meeting-motion",
            MotionButton(
                meeting_id=meeting,
                motion=one,
                item_id=item if one is Motion.CLOSE_DEBATE else ItemId(0),
            ),
            motion=one,
        )
        for one in offered
    ]
    if view.is_amendable:
        screen = PanelScreen.PARTS
        parts = PanelScreenButton(meeting_id=meeting, screen=screen)
        motions.append(t.button("button-meeting-screen", parts, screen=screen))
    return t("meeting-motions", present=view.attendance.present), pairs(motions)


def _parts(view: PanelView, _: PanelScreenButton, t: Texts) -> Screen:
    """Offer what is voted on before the current item."""
    if view.item is None or not view.is_amendable:
        return t("ItemHasVote"), []
    meeting, item = view.meeting, view.item.id
    amend = t.button("button-meeting-amend", AmendButton(meeting_id=meeting, item_id=item))
    split = t.button("button-meeting-split", SplitButton(meeting_id=meeting, item_id=item))
    title = clipped(view.item.title, LINE_LENGTH)
    return t("meeting-parts", title=title), [[amend], [split]]


def _officers(view: PanelView, _: PanelScreenButton, t: Texts) -> Screen:
    """Show who was elected, and offer the elections."""
    lines = [
        t(
            "meeting-office-line",
            office=office,
            names=t.listed([clipped(one, NAME_LENGTH) for one in view.officers.get(office, ())]),
            elected=office in view.officers,
        )
        for office in Office
    ]
    elects = [
        t.button(
            "button-meeting-office", OfficeButton(meeting_id=view.meeting, office=one), office=one
        )
        for one in (Office.SECRETARY, Office.TELLER, Office.CHAIR)
    ]
    return t("meeting-officers", officers=joined(lines)), [[one] for one in elects]


def _more(view: PanelView, _: PanelScreenButton, t: Texts) -> Screen:
    """Offer what is needed less often."""
    meeting = view.meeting
    screens = [
        t.button(
            "button-meeting-screen",
            PanelScreenButton(meeting_id=meeting, screen=screen),
            screen=screen,
        )
        for screen in (PanelScreen.OFFICERS, PanelScreen.QUEUE, PanelScreen.OBJECTIONS)
    ]
    desk = t.button("button-meeting-desk", DeskButton(meeting_id=meeting))
    tell = t.button("button-meeting-tell", TellersButton(meeting_id=meeting))
    ends = []
    if view.phase is Phase.IN_SESSION:
        ends.append(t.button("button-meeting-suspend", SuspendButton(meeting_id=meeting)))
    if not view.votes:
        end = PanelActButton(meeting_id=meeting, act=PanelAct.END)
        ends.append(t.button("button-meeting-end", end, "danger"))
    rows = [*pairs([*screens, desk, tell]), *([one] for one in ends)]
    return t("meeting-more"), rows


# --- objections -----------------------------------------------------------------------------------


async def list_objections(
    query: CallbackQuery,
    callback_data: PanelScreenButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Show a page of the objections, the newest first; each can be upheld."""
    meeting = callback_data.meeting_id
    found = (await meeting_screens.objections(member.id, meeting, tapped(query)))[::-1]
    page = page_of(found, callback_data.page, OBJECTIONS)
    said = joined((_objection(one, t) for one in page.items), "\n\n")

    rows = [
        [t.button("button-meeting-uphold", _uphold(meeting, one), None, number=one.number)]
        for one in page.items
        if not one.upheld
    ]
    words = t("meeting-objections", count=len(found), objections=said)
    await show(query, words, _below([*rows, turning(page, callback_data, t)], meeting, t))


def _uphold(meeting: MeetingId, one: ObjectionLine) -> UpholdButton:
    return UpholdButton(meeting_id=meeting, objection=one.number)


def _objection(one: ObjectionLine, t: Texts) -> str:
    return t(
        "meeting-objection-line",
        number=one.number,
        time=t.time(one.at),
        organisation=clipped(one.organisation, NAME_LENGTH),
        words=clipped(one.words, WORDS_LENGTH),
        mandate=clipped(one.mandate, NAME_LENGTH),
        challenges=bool(one.mandate),
        upheld=one.upheld,
    )


async def ask_to_uphold(
    query: CallbackQuery,
    callback_data: UpholdButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Say what follows from an upheld objection, and ask for confirmation."""
    meeting = callback_data.meeting_id
    found = await meeting_screens.objections(member.id, meeting, tapped(query))
    one = next((one for one in found if one.number == callback_data.objection), None)
    if one is None:
        raise ObjectionUnknown
    yes = callback_data.model_copy(update={"sure": True})
    rows: list[Row] = [[t.button("button-meeting-uphold-yes", yes, "primary")]]
    words = t("meeting-uphold", objection=_objection(one, t), challenges=bool(one.mandate))
    await show(query, words, _below(rows, meeting, t))


ROUTES = Routes(
    buttons={
        PanelScreenButton: open_screen,
        on(PanelScreenButton, screen=PanelScreen.OBJECTIONS): list_objections,
        UpholdButton: ask_to_uphold,
    }
)
