"""Inline mode: `@bot query` in any chat shows what the nouns declare."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

from aiogram.types import InlineQuery, InlineQueryResultUnion

from handlers.ui.routes import Access, Data, Routes

RESULTS_LIMIT = 50
"""Telegram takes no more."""

CACHE_TIME = 30
"""Seconds for which Telegram may show an answer again: an event that is cancelled must go soon."""

InlineSource: TypeAlias = Callable[[str, Data], Awaitable[Sequence[InlineQueryResultUnion]]]
"""Returns a noun's results for what was typed, the best first: public fields only.

Anybody may ask, strangers too, and the result is sent to any chat.
"""


def inline_routes(sources: Sequence[InlineSource]) -> Routes:
    """Return the route that answers inline queries with the results of all nouns, in turn."""

    async def answer(query: InlineQuery, data: Data) -> None:
        """Answer with at most `RESULTS_LIMIT` results; they depend on who asks."""
        found = [one for source in sources for one in await source(query.query, data)]
        await query.answer(found[:RESULTS_LIMIT], cache_time=CACHE_TIME, is_personal=True)

    return Routes(access=Access.ANYBODY, updates={"inline_query": answer})
