"""How an organiser writes to people of an event: to whom, what, a look at it, off it goes."""

from html import escape

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.utils.text_decorations import HtmlDecoration

from bot.domain.events.events import Event, EventId
from bot.domain.events.messages import MessageDraft
from bot.domain.events.rsvps import Group
from bot.domain.people.members import Member
from bot.services.events.attendance import Attendance
from bot.services.events.messages import PROMPT, Messages
from bot.services.events.rsvps import Rsvps
from bot.services.prompts import Prompt, Prompts
from handlers.events.boards import to_board
from handlers.events.callbacks.messages import DropButton, SendButton, WriteButton
from handlers.events.posts import send_card
from handlers.ui.buttons import button, keyboard, pairs
from handlers.ui.callbacks import OpenButton
from handlers.ui.edits import acknowledge, show, show_keyboard, tapped
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Markup, Texts


class _Html(HtmlDecoration):
    """aiogram's own leaves quotes and ampersands in an address as they are."""

    def link(self, value: str, link: str) -> str:
        """Return a link whose address cannot end before its end."""
        return super().link(value, escape(link))


HTML = _Html()


async def choose_group(
    query: CallbackQuery,
    callback_data: WriteButton,
    member: Member,
    attendance: Attendance,
    t: Texts,
) -> None:
    """Offer the groups that have anybody in them, in place of the board."""
    event = EventId(callback_data.event_id)
    attendees = await attendance.answers(member.id, event, tapped(query))
    there = {group: len(people) for group, people in attendees.groups.items() if people}
    groups = pairs(
        t.button(
            "list-button",
            WriteButton(event_id=event, group=group),
            group=t.plain("list-group", group=group),
            count=count,
        )
        for group, count in there.items()
    )
    words = "message-to-whom" if there else "message-to-nobody"
    await show(query, t(words, title=attendees.event.title), to_board(event, t, groups))


async def ask_for_text(
    query: CallbackQuery,
    callback_data: WriteButton,
    member: Member,
    messages: Messages,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Say how many will hear it, and wait for the text."""
    if callback_data.group is None or member.telegram_id is None:
        return
    event, group = EventId(callback_data.event_id), callback_data.group
    reach = await messages.recipients(member.id, event, group)
    await prompts.ask(member.telegram_id, Prompt(PROMPT, event, group))
    words = t(
        "message-question",
        group=t.plain("list-group", group=group),
        people=reach.people,
        unreachable=reach.unreachable,
        not_joined=reach.not_joined,
    )
    await show(query, words, keyboard([[_drop(event, t)]]))


async def look_at_it(
    message: Message, prompt: Prompt, member: Member, messages: Messages, t: Texts
) -> None:
    """Show the text as people will see it; another text takes its place."""
    event = EventId(prompt.subject)
    if message.text is None:
        await message.answer(t("message-text-only"), reply_markup=keyboard([[_drop(event, t)]]))
        return
    html = HTML.unparse(message.text, message.entities)
    number = message.message_id
    draft = await messages.draft(member.id, event, Group(prompt.about), html, number)
    words = message_words(draft.event, draft.text, t)
    await message.answer(words, reply_markup=_preview(draft, number, t))


def message_keyboard(event: Event, t: Texts) -> InlineKeyboardMarkup:
    """Return the way to the event, which leaves the message as it is."""
    data = OpenButton(event_id=event.id)
    return keyboard([[t.button("button-open-event", data)]])


def message_words(event: Event, html: str, t: Texts) -> Markup:
    """Return what people get: what it is about, then the organiser's own words."""
    return Markup(t("message-letter", title=event.title, text=Markup(html)))


def _preview(draft: MessageDraft, number: int, t: Texts) -> InlineKeyboardMarkup:
    event = draft.event.id
    yes = t.plain("message-send", people=draft.reach.people)
    data = SendButton(event_id=event, number=number)
    return keyboard([[button(yes, data, "primary")], [_drop(event, t)]])


def _drop(event: EventId, t: Texts) -> InlineKeyboardButton:
    return t.button("message-drop", DropButton(event_id=event))


async def send(
    query: CallbackQuery, callback_data: SendButton, member: Member, messages: Messages, t: Texts
) -> None:
    """Send what was looked at; the text stays, its buttons give way to the way back."""
    await messages.send(member.id, callback_data.number)
    back = to_board(callback_data.event_id, t)
    await show_keyboard(query, back, t.plain("message-sending"))


async def drop(
    query: CallbackQuery, callback_data: DropButton, member: Member, messages: Messages, t: Texts
) -> None:
    """Forget the text, or the question for one."""
    await messages.drop(member.id)
    await show(query, t("message-dropped"), to_board(callback_data.event_id, t))


async def open_event(
    query: CallbackQuery, callback_data: OpenButton, member: Member, rsvps: Rsvps, t: Texts
) -> None:
    """Show whoever got a message the event that it is about, below it."""
    if isinstance(query.message, Message):
        await send_card(query.message, EventId(callback_data.event_id), member, rsvps, t)
    await acknowledge(query)


ROUTES = Routes(
    buttons={
        on(WriteButton, group=None): choose_group,
        WriteButton: ask_for_text,
        SendButton: send,
        DropButton: drop,
        OpenButton: open_event,
    },
    questions={
        PROMPT: look_at_it,
    },
)
