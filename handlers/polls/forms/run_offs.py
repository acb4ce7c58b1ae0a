"""The form that opens a second round between the tied candidates."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, cast

from pydantic import BaseModel

from bot.domain.people.members import Member
from bot.domain.polls.plans import checked_closing
from bot.domain.polls.polls import PollId
from bot.services.polls.ties import Ties
from handlers.forms.context import Filling, FormContext
from handlers.forms.form import Ending, Form, View, given
from handlers.forms.screens import leave_button
from handlers.forms.times import Moment
from handlers.polls.forms.endings import at_board, unchanged
from handlers.polls.forms.values import named
from handlers.ui.texts import Value

NAMED = 20
FEW = 5
"""People without a ballot in the round who are listed; the rest are counted."""


class RunOff(BaseModel):
    """The end of the second round."""

    closes_at: datetime | None = None


async def _facts(form: Filling, ties: Ties, member: Member) -> dict[str, Value]:
    coming = await ties.second_round(member.id, PollId(form.concerned))
    return {
        "question": coming.question,
        "names": named(coming.names, form.t, NAMED),
        "seats": coming.seats,
        "entitled": coming.entitled,
        "former": coming.former,
        "left": coming.former - coming.entitled,
        "newcomers": named(coming.newcomers, form.t, FEW) if coming.newcomers else "",
        "without": len(coming.newcomers),
    }


@dataclass(eq=False)
class SecondClosing(Moment):
    """Until when ballots of the second round are taken."""

    is_end: ClassVar[bool] = True

    async def words(self, form: Filling) -> str:
        """Tell who is tied."""
        return form.words("day", **await form.call(_facts))

    async def checked(self, form: Filling, moment: datetime) -> datetime:
        """Return the time; refuse one that leaves too little or too much time to vote."""
        checked_closing(await super().checked(form, moment), form.now)
        return moment


async def _preview(form: FormContext[RunOff]) -> View:
    facts = cast("dict[str, Value]", await form.call(_facts))
    words = form.words("confirm", closes=given(form.draft.closes_at), **facts)
    appoint = form.button(form.label("yes"), "submit", style="success")
    another = form.goes(form.t.plain("wizard-another-day"), "closes_at")
    return View(words, [[appoint], [another, leave_button(form)]])


async def _appoint(form: FormContext[RunOff], ties: Ties) -> Ending:
    closes_at = given(form.draft.closes_at)
    poll = await ties.run_off(form.member.id, PollId(form.concerned), closes_at)
    return at_board(form, form.words("opened", closes=closes_at), poll)


RUN_OFF = Form(
    name="poll-run-off",
    draft=RunOff,
    texts="poll-run-off",
    fields=(SecondClosing("closes_at", key="day", keep=False, another=True),),
    preview=_preview,
    submit=_appoint,
    discard=unchanged,
)
