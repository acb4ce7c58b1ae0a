"""The form in which a teller enters figures, without seeing those of the other one."""

from dataclasses import dataclass
from typing import Any

from aiogram.types import Message
from pydantic import BaseModel

from bot.domain.meetings.figures import figures_needed, read_figures
from bot.domain.meetings.plans import ItemId, MeetingId
from bot.domain.meetings.refusals import VoteNotOpen
from bot.domain.meetings.telling import TellersVote
from bot.domain.meetings.terms import VotingForm
from bot.domain.people.members import Member
from bot.domain.polls.plans import PollKind
from bot.services.meetings.counting import Counting
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Number
from handlers.forms.form import Ending, Field, Form, View, given
from handlers.forms.screens import leave_button
from handlers.meetings.forms.endings import at_tellers, unchanged_at_tellers
from handlers.meetings.words import NAME_LENGTH, WORDS_LENGTH
from handlers.ui.lengths import clipped
from handlers.ui.texts import Texts, Value

CANDIDATES_SHOWN = 40


class CountDraft(BaseModel):
    """What a teller counted on an item."""

    item: int = 0
    paper: bool = True
    figures: tuple[int, ...] | None = None
    spoiled: int | None = None
    unreturned: int | None = None


CountForm = FormContext[CountDraft]


async def vote_of(form: Filling, counting: Counting, member: Member) -> TellersVote:
    """Return the vote that is counted; refuse one that is over by now."""
    view = await counting.look(member.id, MeetingId(form.concerned))
    found = next((one for one in view.votes if one.item == form.draft.item), None)
    if found is None:
        raise VoteNotOpen
    return found


def _names(vote: TellersVote) -> str:
    """Return the candidates in the order in which their votes are typed."""
    shown = enumerate(vote.candidates[:CANDIDATES_SHOWN], 1)
    return "\n".join(f"{number}. {clipped(one.name, NAME_LENGTH)}" for number, one in shown)


@dataclass(eq=False)
class Counted(Field):
    """The figures, typed in one line: of a motion three, of an election one a candidate and two."""

    async def words(self, form: Filling) -> str:
        """Tell which figures are asked for."""
        vote: TellersVote = await form.call(vote_of)
        return form.words(
            "figures",
            title=clipped(vote.title, WORDS_LENGTH),
            election=vote.kind is PollKind.ELECTION,
            candidates=_names(vote),
            form=vote.form,
        )

    async def typed(self, form: Filling, message: Message) -> bool:
        """Store the figures."""
        if message.text is None:
            return False
        vote: TellersVote = await form.call(vote_of)
        needed = figures_needed(vote.kind, vote.candidates)
        form.draft.paper = vote.form is VotingForm.BALLOT
        await self.take(form, read_figures(message.text, needed))
        return True

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the figures as they were typed."""
        return " ".join(map(str, draft.figures))


def _has_slips(form: Filling) -> bool:
    return bool(form.draft.paper)


async def _preview(form: CountForm) -> View:
    draft = form.draft
    vote: TellersVote = await form.call(vote_of)
    figures = given(draft.figures)
    election = vote.kind is PollKind.ELECTION
    by_name = zip(vote.candidates, figures[1:], strict=False)
    lines = [f"{clipped(one.name, NAME_LENGTH)}: {votes}" for one, votes in by_name]
    words = form.words(
        "preview",
        title=clipped(vote.title, WORDS_LENGTH),
        election=election,
        first=figures[0],
        second=figures[1],
        last=figures[-1],
        lines="\n".join(lines[:CANDIDATES_SHOWN]) if election else "",
        paper=draft.paper,
        spoiled=draft.spoiled or 0,
        unreturned=draft.unreturned or 0,
    )
    yes = form.button(form.label("yes"), "submit", style="success")
    back = form.goes(form.t.plain("button-back"), "figures")
    return View(words, [[yes], [back, leave_button(form)]])


async def _enter(form: CountForm, counting: Counting) -> Ending:
    draft = form.draft
    state = await counting.count(
        form.member.id,
        MeetingId(form.concerned),
        ItemId(draft.item),
        given(draft.figures),
        draft.spoiled or 0,
        draft.unreturned or 0,
    )
    how = "agree" if state.agree else "differ" if state.differ else "awaited"
    return at_tellers(form, form.words("entered", how=how))


COUNT = Form(
    name="meeting-count",
    draft=CountDraft,
    fields=(
        Counted("figures"),
        Number("spoiled", presets=(0, 1, 2, 3), when=_has_slips),
        Number("unreturned", presets=(0, 1, 2, 3), when=_has_slips),
    ),
    preview=_preview,
    submit=_enter,
    discard=unchanged_at_tellers,
    desk=False,
    texts="meeting-count",
)
