"""The chart of a poll's result: drawn once for each language, then sent by its file id."""

import asyncio

from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.documents.blocks import Chart
from bot.documents.files import DocumentRenderer
from bot.domain.polls.cards import PollCard
from bot.domain.polls.polls import PollState
from bot.domain.polls.refusals import ResultsHidden
from bot.domain.polls.tallies import Result
from bot.domain.refusals import ButtonTooOld
from handlers.polls.results import outcome_words
from handlers.ui.charts import outcome_chart
from handlers.ui.edits import acknowledge
from handlers.ui.texts import Texts
from handlers.ui.voting_rules import question_words

QUESTION_LENGTH = 500
MOST_KEPT = 200
"""How many charts' file ids are remembered; older ones are drawn again if needed."""


class Charts:
    """Sends charts. Many people ask for one at the same time, and drawing takes a second or two.

    A chart is drawn and uploaded once, for the first person; others wait for that. The file is
    remembered by its content, so an outdated one is never sent.
    """

    def __init__(self, renderer: DocumentRenderer) -> None:
        self._renderer = renderer
        self._files: dict[Chart, str] = {}
        self._turns: dict[Chart, asyncio.Lock] = {}

    async def send(self, query: CallbackQuery, card: PollCard, t: Texts) -> None:
        """Send the chart of a closed poll, below its card."""
        if not card.shows_split or card.poll.state is not PollState.CLOSED or not card.result:
            raise ResultsHidden
        if not isinstance(query.message, Message):
            raise ButtonTooOld
        await acknowledge(query, t.plain("poll-chart-coming"))
        await self._send(query.message, card, card.result, t)

    async def _send(self, message: Message, card: PollCard, result: Result, t: Texts) -> None:
        winners = card.lot.winners if card.lot else ()
        chart, caption = outcome_chart(card.poll, result, t, winners), _caption(card, result, t)
        if chart not in self._files:
            async with self._turns.setdefault(chart, asyncio.Lock()):
                if chart not in self._files:
                    return await self._upload(message, chart, caption)
        await message.answer_photo(self._files[chart], caption=caption)
        return None

    async def _upload(self, message: Message, chart: Chart, caption: str) -> None:
        picture = BufferedInputFile(await self._renderer.chart(chart), "chart.png")
        sent = await message.answer_photo(picture, caption=caption)
        if sent.photo:
            self._files[chart] = sent.photo[-1].file_id
            self._turns.pop(chart, None)
        if len(self._files) > MOST_KEPT:
            del self._files[next(iter(self._files))]


def _caption(card: PollCard, result: Result, t: Texts) -> str:
    """Return the caption; without one Telegram would print the time over the chart's legend."""
    question = question_words(card.poll, t, QUESTION_LENGTH)
    return f"{question}\n{outcome_words(card, result, t)}"
