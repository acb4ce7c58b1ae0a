"""The form that records a lot: who won, and how it was drawn."""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from bot.domain.polls.boards import PollBoard
from bot.domain.polls.plans import CandidateId
from bot.domain.polls.polls import PollId, checked_reason
from bot.domain.polls.refusals import LotInvalid, NoTie
from bot.domain.polls.tallies import Tie
from bot.services.polls.ties import Ties
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Text
from handlers.forms.form import Ending, Form, View, given
from handlers.forms.lists import Choice, Option
from handlers.forms.screens import leave_button
from handlers.polls.forms.endings import at_board, board_of, unchanged
from handlers.polls.forms.values import named
from handlers.ui.buttons import Row

NAMED = 20


class LotDraft(BaseModel):
    """Who won, and how it was drawn."""

    winners: tuple[CandidateId, ...] | None = None
    how: str | None = None


async def _tie(form: Filling) -> tuple[PollBoard, Tie]:
    """Return the poll and its tie; refuse one without an open tie."""
    board: PollBoard = await form.call(board_of)
    if board.card.result is None or board.card.result.tie is None:
        raise NoTie
    return board, board.card.result.tie


async def _tied(form: Filling) -> list[Option]:
    board, tie = await _tie(form)
    return [
        Option(f"{one.id}", one.name) for one in board.poll.candidates if one.id in tie.candidates
    ]


async def _names(form: Filling) -> tuple[str, str]:
    """Return the question, and the winners."""
    poll = (await _tie(form))[0].poll
    winners = [one.name for one in poll.candidates if one.id in (form.draft.winners or ())]
    return poll.question, named(winners, form.t, NAMED)


@dataclass(eq=False)
class Winners(Choice):
    """The winners: as many as there are seats."""

    async def words(self, form: Filling) -> str:
        """Tell how many seats there are."""
        board, tie = await _tie(form)
        return form.words("winners", question=board.poll.question, seats=tie.seats)

    async def below(self, form: Filling) -> list[Row]:
        """Return the button that accepts the ticked candidates."""
        return [[form.button(form.t.plain("wizard-done"), "done")]]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Accept the ticked candidates, if they are as many as there are seats."""
        await super().tap(form, key, value)
        if key == "done":
            seats = (await _tie(form))[1].seats
            if len(form.draft.winners or ()) != seats:
                raise LotInvalid(seats)
            form.done()


@dataclass(eq=False)
class How(Text):
    """How it was drawn."""

    async def words(self, form: Filling) -> str:
        """Say who won."""
        return form.words("how", names=(await _names(form))[1])


async def _preview(form: FormContext[LotDraft]) -> View:
    question, names = await _names(form)
    words = form.words("confirm", question=question, names=names, how=given(form.draft.how))
    record = form.button(form.label("yes"), "submit", style="danger")
    back = form.goes(form.t.plain("button-back"), "how")
    return View(words, [[record], [back, leave_button(form)]])


async def _record(form: FormContext[LotDraft], ties: Ties) -> Ending:
    winners, how = frozenset(given(form.draft.winners)), given(form.draft.how)
    await ties.record_lot(form.member.id, PollId(form.concerned), winners, how)
    return at_board(form, form.words("recorded"))


def _candidate(number: str) -> Any:
    return CandidateId(int(number))


LOT = Form(
    name="poll-lot",
    draft=LotDraft,
    texts="poll-lot",
    fields=(
        Winners("winners", _tied, _candidate, many=True, keep=False),
        How("how", checked_reason, keep=False),
    ),
    preview=_preview,
    submit=_record,
    discard=unchanged,
)
