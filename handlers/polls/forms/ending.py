"""The form that closes a poll before its deadline, or calls it off, with a reason.

For a poll at a meeting it asks who is present; after the deadline nothing but that.
"""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from bot.domain.polls.boards import PollBoard
from bot.domain.polls.polls import PollId, checked_reason
from bot.domain.polls.voters import VoterId
from bot.services.polls.electorates import Attendance
from bot.services.polls.polls import Polls
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Text
from handlers.forms.form import Ending, Form, View
from handlers.forms.screens import leave_button
from handlers.polls.forms.endings import at_board, board_of, unchanged
from handlers.polls.forms.presences import PresentVoters, attendance_of, present_of


class PollEnd(BaseModel):
    """Why a poll ends, and how; at a `meeting` who is present."""

    act: Literal["close", "count", "cancel"] = "close"
    meeting: bool = False
    present: tuple[VoterId, ...] | None = None
    reason: str | None = None


def _lists_present(form: Filling) -> bool:
    return bool(form.draft.meeting) and form.draft.act != "cancel"


def _has_reason(form: Filling) -> bool:
    return bool(form.draft.act != "count")


@dataclass(eq=False)
class ReasonField(Text):
    """Why a poll ends."""

    async def words(self, form: Filling) -> str:
        """Say what ends."""
        board: PollBoard = await form.call(board_of)
        return form.words(f"{form.draft.act}-reason", question=board.poll.question)


async def _preview(form: FormContext[PollEnd]) -> View:
    draft = form.draft
    words = [await _question(form), await _presence(form)]
    if draft.reason:
        words.append(form.t("wizard-cancel-because", reason=draft.reason))
    act = form.button(form.label(f"{draft.act}-yes"), "submit", style="danger")
    back = form.goes(form.t.plain("button-back"), form.asked[-1].name)
    return View("\n".join(filter(None, words)), [[act], [back, leave_button(form)]])


async def _question(form: FormContext[PollEnd]) -> str:
    """Return whether the poll is to end so."""
    board: PollBoard = await form.call(board_of)
    question, turnout, draft = board.poll.question, board.card.turnout, form.draft
    if draft.act == "cancel":
        return form.words("cancel-confirm", question=question, voted=turnout.voted)
    if draft.act == "count":
        return form.words("count-confirm", question=question)
    return form.words(
        "close-confirm",
        question=question,
        voted=turnout.voted,
        entitled=turnout.entitled,
        awaited=turnout.awaited,
    )


async def _presence(form: FormContext[PollEnd]) -> str:
    """Return how many are present, and how many of them have not voted."""
    if not _lists_present(form):
        return ""
    attendance: Attendance = await form.call(attendance_of)
    certain = sum(one.certain for one in attendance.voters)
    present, entitled = len(present_of(form, attendance)), len(attendance.voters)
    return form.words("present-count", present=present, entitled=entitled, silent=present - certain)


async def _end(form: FormContext[PollEnd], polls: Polls) -> Ending:
    poll, draft = PollId(form.concerned), form.draft
    if draft.act == "cancel":
        await polls.cancel(form.member.id, poll, draft.reason or "")
    else:
        present = frozenset(draft.present or ()) if draft.meeting else None
        await polls.close(form.member.id, poll, draft.reason or "", present)
    return at_board(form, form.words(f"done-{'cancel' if draft.act == 'cancel' else 'close'}"))


END = Form(
    name="poll-end",
    draft=PollEnd,
    texts="poll",
    fields=(
        PresentVoters("present", keep=False, when=_lists_present),
        ReasonField("reason", checked_reason, keep=False, when=_has_reason),
    ),
    preview=_preview,
    submit=_end,
    discard=unchanged,
)
