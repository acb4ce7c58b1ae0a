"""Posts: an event's card in the group and the channel, and their buttons."""

from aiogram import Bot
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.domain.events.cards import EventBoard
from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Answer
from bot.domain.notices import MessageRef
from bot.domain.people.members import Member
from bot.services.events.posts import Posts
from bot.services.events.rsvps import Rsvps
from handlers.events.callbacks.boards import PostButton
from handlers.events.callbacks.events import PostRsvpButton
from handlers.events.card_keyboards import event_card as card_keyboard
from handlers.events.cards import answer_taken, event_card, event_head, tightened
from handlers.ui.buttons import keyboard
from handlers.ui.edits import acknowledge, edited
from handlers.ui.lengths import CAPTION_LIMIT, clipped, length
from handlers.ui.links import EVENT_PREFIX, event_in, event_link
from handlers.ui.routes import Access, Only, Routes
from handlers.ui.texts import Texts
from handlers.ui.welcome import AllianceInfo, joined

REASON_LIMIT = 300
"""UTF-16 units of a reason that fit into a caption, besides the head."""


async def post(
    query: CallbackQuery, callback_data: PostButton, member: Member, posts: Posts, t: Texts
) -> None:
    """Post an event's card through the outbox."""
    channel = callback_data.channel
    sent = await posts.post(member.id, callback_data.event_id, channel=channel)
    place = "channel" if channel else "group"
    words = t.plain("post-sent", chat=place if sent else "standing")
    await query.answer(words, show_alert=True)


async def answer(
    query: CallbackQuery,
    callback_data: PostRsvpButton,
    update_id: int,
    member: Member | None,
    bot: Bot,
    alliance: AllianceInfo,
    rsvps: Rsvps,
    t: Texts,
) -> None:
    """Record a member's answer, and tell the result to them only; lead anybody else to the bot."""
    event = callback_data.event_id
    if member is None or not member.consents_to(alliance.consent_version):
        await query.answer(url=event_link((await bot.me()).username or "", event))
        return
    order = update_id
    standing = await rsvps.answer(member.id, event, callback_data.answer, None, order)
    await acknowledge(query, answer_taken(standing, t))


async def open_card(
    message: Message, command: CommandObject, member: Member, rsvps: Rsvps, t: Texts
) -> None:
    """Show the event's card to the person who comes from a post."""
    await send_card(message, event_in(command.args or ""), member, rsvps, t)


async def send_card(
    message: Message, event: EventId, member: Member, rsvps: Rsvps, t: Texts
) -> None:
    """Answer with an event's card in a new message, which is kept up to date."""
    card = await rsvps.look(member.id, event)
    sent = await message.answer(event_card(card, t), reply_markup=card_keyboard(card, t))
    newest = await rsvps.open_card(member.id, event, MessageRef(sent.chat.id, sent.message_id))
    if event_card(newest, t) != event_card(card, t):  # it changed while the message was being sent
        below = card_keyboard(newest, t)
        await edited(sent.edit_text(event_card(newest, t), reply_markup=below))


def post_card(board: EventBoard, t: Texts) -> str:
    """Return the card for everybody in a chat: without names, and short enough for a caption."""
    event = board.event
    below = _ending(board, t) or _counts(board, t)
    parts = [event_head(event, t), below]
    if length("\n\n".join(parts)) > CAPTION_LIMIT:
        parts = [event_head(tightened(event), t), below]
    left = CAPTION_LIMIT - length("\n\n".join([*parts, ""]))
    if event.description and board.can_change and left > 0:
        parts.insert(1, t("post-description", text=clipped(event.description, left)))
    return "\n\n".join(parts)


def post_keyboard(board: EventBoard, t: Texts, username: str) -> InlineKeyboardMarkup | None:
    """Return the answers and the way to the bot; empty once the event takes no answers."""
    event = board.event
    if not board.can_change:
        return None
    answers = [
        t.button("button-post-answer", PostRsvpButton(event_id=event.id, answer=one), answer=one)
        for one in Answer
        if event.takes_rsvps(board.now) or one is Answer.DECLINED
    ]
    link = event_link(username, event.id)
    return keyboard([answers, [InlineKeyboardButton(text=t.plain("button-post-open"), url=link)]])


def _counts(board: EventBoard, t: Texts) -> str:
    event, counts = board.event, board.turnout
    lines = [t("post-counts", going=counts.going, guests=counts.guests, maybe=counts.maybe)]
    if event.capacity is not None and board.taken is not None:
        free = max(0, event.capacity - board.taken)
        lines.append(t("post-seats", free=free, capacity=event.capacity, waiting=counts.waiting))
    if not event.takes_rsvps(board.now):
        lines.append(t("post-closed"))
    return "\n".join(lines)


def _ending(board: EventBoard, t: Texts) -> str:
    event = board.event
    if event.is_cancelled:
        reason = clipped(event.reason, REASON_LIMIT)
        return t("post-cancelled", reason=reason, given=bool(reason))
    return t("post-over") if board.over else ""


ROUTES = Routes(buttons={PostButton: post})
READERS_ROUTES = Routes(
    access=Access.ANYBODY,
    buttons={PostRsvpButton: answer},
    links={EVENT_PREFIX: Only(joined, open_card)},
    in_groups=(PostRsvpButton,),
)
