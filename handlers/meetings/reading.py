"""The agenda to read, with the materials of each item."""

from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.domain.meetings.plans import AgendaPoint
from bot.domain.meetings.refusals import ItemUnknown
from bot.domain.meetings.views import DelegateView, ItemLine
from bot.domain.people.members import Member
from bot.services.meetings.delegating import Delegating
from bot.services.meetings.screens import MeetingScreens
from handlers.meetings.callbacks.delegates import (
    MaterialsButton,
    MeetingButton,
    ReadAgendaButton,
    ReadItemButton,
)
from handlers.meetings.panel_cards import short_title
from handlers.meetings.words import NAME_LENGTH, TITLE_LENGTH, WORDS_LENGTH, item_words, joined
from handlers.ui.buttons import button, keyboard, lines, short, turning
from handlers.ui.edits import acknowledge, show, tapped
from handlers.ui.lengths import clipped
from handlers.ui.materials import answer_material
from handlers.ui.pages import page_of
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

CANDIDATES_SHOWN = 30


async def read(
    query: CallbackQuery,
    callback_data: ReadAgendaButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Show a page of the agenda instead of the card."""
    meeting = callback_data.meeting_id
    view = await meeting_screens.delegate(member.id, meeting, tapped(query))
    page = page_of(view.agenda, callback_data.page)
    words = joined(item_words(one, t) for one in page.items)

    def line(one: ItemLine, _: Texts) -> InlineKeyboardButton:
        data = ReadItemButton(meeting_id=meeting, item_id=one.id)
        return button(short(short_title(one)), data)

    back = [t.button("button-meeting-to-card", MeetingButton(meeting_id=meeting))]
    rows = [*lines(page.items, line, t), turning(page, callback_data, t), back]
    await show(query, t("meeting-agenda", agenda=words), keyboard(rows))


async def read_item(
    query: CallbackQuery,
    callback_data: ReadItemButton,
    member: Member,
    meeting_screens: MeetingScreens,
    t: Texts,
) -> None:
    """Show an item of the agenda, with the way to its materials."""
    meeting = callback_data.meeting_id
    view = await meeting_screens.delegate(member.id, meeting, tapped(query))
    point = _point(view, callback_data.item_id)
    data = MaterialsButton(meeting_id=meeting, item_id=point.id)
    files = t.button("button-meeting-materials", data, None, count=len(point.materials))
    back = t.button("button-back", ReadAgendaButton(meeting_id=meeting))
    rows = [[files] if point.materials else [], [back]]
    await show(query, point_words(point, t), keyboard(rows))


async def send_materials(
    query: CallbackQuery, callback_data: MaterialsButton, member: Member, delegating: Delegating
) -> None:
    """Send the materials of an item below the tapped message."""
    view = await delegating.look(member.id, callback_data.meeting_id)
    point = _point(view, callback_data.item_id)
    await acknowledge(query)
    if isinstance(query.message, Message):
        for material in point.materials:
            await answer_material(query.message, material)


def _point(view: DelegateView, item: int) -> AgendaPoint:
    found = next((one for one in view.points if one.id == item), None)
    if found is None:
        raise ItemUnknown
    return found


def point_words(point: AgendaPoint, t: Texts) -> str:
    """Return all that is planned under an item."""
    shown = point.candidates[:CANDIDATES_SHOWN]
    candidates = "\n".join(f"• {clipped(one.name, NAME_LENGTH)}" for one in shown)
    names = clipped(", ".join(point.names), WORDS_LENGTH)
    return t(
        "meeting-point",
        kind=point.kind,
        title=clipped(point.title, TITLE_LENGTH),
        speaker=clipped(point.speaker, NAME_LENGTH),
        spoken=bool(point.speaker),
        minutes=point.minutes,
        decision=clipped(point.decision, WORDS_LENGTH),
        decides=bool(point.decision),
        exclusive=point.exclusive,
        secrecy=point.secrecy or "usual",
        voted=point.is_voted_on,
        candidates=candidates,
        standing=len(point.candidates),
        seats=point.seats,
        names=names,
        named=len(point.names),
        files=len(point.materials),
    )


ROUTES = Routes(
    buttons={ReadAgendaButton: read, ReadItemButton: read_item, MaterialsButton: send_materials}
)
