"""The chart of a poll's outcome: drawn once a language, then sent by what Telegram calls it."""

from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.documents.files import Press
from bot.domain.people.members import Member
from bot.domain.polls.cards import PollCard
from bot.domain.polls.polls import PollId, PollState
from bot.domain.polls.refusals import ResultsHidden
from bot.domain.polls.tallies import Result
from bot.domain.refusals import ButtonTooOld
from bot.services.polls.ballots import Ballots
from handlers.callbacks.polls import ChartButton
from handlers.edits import acknowledge
from handlers.lengths import clipped
from handlers.polls.charts import outcome_chart
from handlers.polls.results import outcome_words
from handlers.texts import Texts

QUESTION_LENGTH = 500
Drawn = tuple[PollId, str, bool]
"""A poll, a language, and whether a lot has settled its tie."""


class Charts:
    """Sends charts. Many ask for one at the same time: the drawing takes a second or two."""

    def __init__(self) -> None:
        self._files: dict[Drawn, str] = {}

    async def send(
        self,
        query: CallbackQuery,
        callback_data: ChartButton,
        member: Member,
        ballots: Ballots,
        press: Press,
        t: Texts,
    ) -> None:
        """Send the chart of a closed poll, below its card."""
        card = await ballots.look(member.id, PollId(callback_data.poll_id))
        if card.poll.state is not PollState.CLOSED or card.result is None:
            raise ResultsHidden
        if not isinstance(query.message, Message):
            raise ButtonTooOld
        await acknowledge(query, t.plain("poll-chart-coming"))
        await self._send(query.message, card, card.result, press, t)

    async def _send(
        self, message: Message, card: PollCard, result: Result, press: Press, t: Texts
    ) -> None:
        drawn, caption = (card.poll.id, t.language, card.lot is not None), _caption(card, result, t)
        if drawn in self._files:
            await message.answer_photo(self._files[drawn], caption=caption)
            return
        winners = card.lot.winners if card.lot else ()
        picture = await press.chart(outcome_chart(card.poll, result, t, winners))
        file = BufferedInputFile(picture, "chart.png")
        sent = await message.answer_photo(file, caption=caption)
        if sent.photo:
            self._files[drawn] = sent.photo[-1].file_id


def _caption(card: PollCard, result: Result, t: Texts) -> str:
    """Say it in words, too; without a caption Telegram puts the hour upon the chart's legend."""
    question = t("poll-question", question=clipped(card.poll.question, QUESTION_LENGTH))
    return f"{question}\n{outcome_words(card.poll, result, t)}"
