"""Coming events in inline mode."""

from collections.abc import Sequence

from aiogram import Bot
from aiogram.types import (
    InlineKeyboardButton,
    InlineQueryResultArticle,
    InlineQueryResultUnion,
    InputTextMessageContent,
    LinkPreviewOptions,
)

from bot.domain.events.events import Event
from bot.domain.people.members import Member
from bot.services.events.posts import Posts
from handlers.events.cards import event_head
from handlers.ui.buttons import keyboard
from handlers.ui.lengths import clipped
from handlers.ui.links import event_link
from handlers.ui.routes import Data
from handlers.ui.texts import Texts

DESCRIPTION_LIMIT = 1000
"""Characters of an event's description in the message."""


async def coming_events(query: str, data: Data) -> Sequence[InlineQueryResultUnion]:
    """Return the coming events with what was typed in title or place; all without it."""
    posts: Posts = data["posts"]
    member: Member | None = data["member"]
    bot: Bot = data["bot"]
    username = (await bot.me()).username or ""
    found = await posts.public(None if member is None else member.id, query)
    return [_result(event, username, data["t"]) for event in found]


def _result(event: Event, username: str, t: Texts) -> InlineQueryResultArticle:
    """Return the event as a message with public fields: no link to a call, no counts, no names."""
    parts = [event_head(event, t)]
    if event.description:
        parts.append(t("post-description", text=clipped(event.description, DESCRIPTION_LIMIT)))
    words = t.plain("button-post-open")
    opens = InlineKeyboardButton(text=words, url=event_link(username, event.id))
    return InlineQueryResultArticle(
        id=f"event:{event.id}",
        title=event.title,
        description=f"{t.moment(event.starts_at)} · {event.place}",
        input_message_content=InputTextMessageContent(
            message_text="\n\n".join(parts),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        ),
        reply_markup=keyboard([[opens]]),
    )
