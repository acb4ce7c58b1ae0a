"""The form that closes a poll before its deadline, or calls it off, with a reason."""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from bot.domain.polls.cards import PollBoard
from bot.domain.polls.polls import PollId, checked_reason
from bot.services.polls.polls import Polls
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Text
from handlers.forms.form import Ending, Form, View
from handlers.forms.screens import leave_button
from handlers.polls.forms.endings import at_board, board_of, unchanged


class PollEnd(BaseModel):
    """Why a poll ends, and how."""

    act: Literal["close", "cancel"] = "close"
    reason: str | None = None


@dataclass(eq=False)
class ReasonField(Text):
    """Why a poll ends."""

    async def words(self, form: Filling) -> str:
        """Say what ends."""
        board: PollBoard = await form.call(board_of)
        return form.words(f"{form.draft.act}-reason", question=board.poll.question)


async def _preview(form: FormContext[PollEnd]) -> View:
    board: PollBoard = await form.call(board_of)
    question, turnout, draft = board.poll.question, board.card.turnout, form.draft
    if draft.act == "cancel":
        words = form.words("cancel-confirm", question=question, voted=turnout.voted)
    else:
        words = form.words(
            "close-confirm",
            question=question,
            voted=turnout.voted,
            entitled=turnout.entitled,
            awaited=turnout.awaited,
        )
    because = form.t("wizard-cancel-because", reason=draft.reason or "")
    act = form.button(form.label(f"{draft.act}-yes"), "submit", style="danger")
    back = form.goes(form.t.plain("button-back"), "reason")
    return View(f"{words}\n{because}", [[act], [back, leave_button(form)]])


async def _end(form: FormContext[PollEnd], polls: Polls) -> Ending:
    poll, draft = PollId(form.concerned), form.draft
    end = polls.close if draft.act == "close" else polls.cancel
    await end(form.member.id, poll, draft.reason or "")
    return at_board(form, form.words(f"done-{draft.act}"))


END = Form(
    name="poll-end",
    draft=PollEnd,
    texts="poll",
    fields=(ReasonField("reason", checked_reason, keep=False),),
    preview=_preview,
    submit=_end,
    discard=unchanged,
)
