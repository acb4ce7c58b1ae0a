"""Inline and guest mode: `@bot query` in any chat shows what the nouns declare."""

import re
from collections.abc import Awaitable, Callable, Sequence
from itertools import zip_longest
from typing import TypeAlias

from aiogram import Bot
from aiogram.methods import AnswerGuestQuery
from aiogram.types import (
    InlineKeyboardButton,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultUnion,
    InputTextMessageContent,
    Message,
)

from handlers.ui.buttons import keyboard
from handlers.ui.routes import Access, Data, Routes
from handlers.ui.texts import Texts

RESULTS_LIMIT = 50
"""Telegram takes no more."""

CACHE_TIME = 30
"""Seconds for which Telegram may show an answer again: an event that is cancelled must go soon."""

InlineSource: TypeAlias = Callable[[str, Data], Awaitable[Sequence[InlineQueryResultUnion]]]
"""Returns a noun's results for what was typed, the best first: public fields only.

Anybody may ask, strangers too, and the result is sent to any chat.
"""


def inline_routes(sources: Sequence[InlineSource]) -> Routes:
    """Return the routes that answer queries with the results of all nouns, in turn."""

    async def answer(query: InlineQuery, data: Data) -> None:
        """Answer with at most `RESULTS_LIMIT` results; they depend on who asks."""
        found = await _found(sources, query.query, data)
        await query.answer(found[:RESULTS_LIMIT], cache_time=CACHE_TIME, is_personal=True)

    async def answer_guest(message: Message, bot: Bot, data: Data, t: Texts) -> None:
        """Answer a mention where the bot is no member with the best result, or with the way to it.

        The chat is only known by the query: nothing else may be sent there.
        """
        username = (await bot.me()).username or ""
        query = _without_mention(message.text or message.caption or "", username)
        found = await _found(sources, query, data)
        result = found[0] if found else _nothing(username, t)
        await bot(AnswerGuestQuery(guest_query_id=message.guest_query_id or "", result=result))

    return Routes(
        access=Access.ANYBODY, updates={"inline_query": answer, "guest_message": answer_guest}
    )


async def _found(
    sources: Sequence[InlineSource], query: str, data: Data
) -> list[InlineQueryResultUnion]:
    """Return the best result of each noun, then the second ones: none crowds out another."""
    results = [await source(query, data) for source in sources]
    return [one for rank in zip_longest(*results) for one in rank if one is not None]


def _without_mention(text: str, username: str) -> str:
    """Return what was typed besides the bot's name, which has no case at Telegram."""
    return re.sub(rf"@{re.escape(username)}\b", " ", text, flags=re.IGNORECASE).strip()


def _nothing(username: str, t: Texts) -> InlineQueryResultArticle:
    words = t("inline-nothing")
    return InlineQueryResultArticle(
        id="nothing",
        title=t.plain("inline-nothing"),
        input_message_content=InputTextMessageContent(message_text=words),
        reply_markup=keyboard(
            [
                [
                    InlineKeyboardButton(
                        text=t.plain("button-open-bot"), url=f"https://t.me/{username}"
                    )
                ]
            ]
        ),
    )
