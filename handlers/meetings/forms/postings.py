"""The form for ballots that an organisation sent before a mixed meeting."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pydantic import BaseModel

from bot.domain.meetings.desk_views import PostedItem, PostingView
from bot.domain.meetings.plans import ItemId, MeetingId
from bot.domain.people.members import Member, MemberId
from bot.domain.polls.ballots import AGAINST_ALL, Choice, ElectionBallot
from bot.domain.polls.plans import CandidateId, PollKind
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ChoiceGone
from bot.services.meetings.postings import Postings
from handlers.forms.context import Filling, FormContext
from handlers.forms.form import Ending, Field, Form, View, given
from handlers.forms.lists import Choice as OneOf
from handlers.forms.lists import Option, option_rows, turn_page
from handlers.forms.screens import leave_button
from handlers.meetings.forms.endings import at_voter, unchanged_at_voter
from handlers.meetings.forms.past import PastMoment
from handlers.meetings.words import LINE_LENGTH, NAME_LENGTH
from handlers.ui.buttons import Row
from handlers.ui.lengths import clipped

OPEN = "item"
WAYS = (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)


class PostingDraft(BaseModel):
    """Who signed which organisation's ballots, when they came, and what they say by item."""

    voter: VoterId = VoterId(0)
    voter_name: str = ""
    person: MemberId | None = None
    received: datetime | None = None
    ballots: dict[ItemId, str] = {}
    accepted: bool = False


PostingForm = FormContext[PostingDraft]


async def sent(form: Filling, postings: Postings, member: Member) -> PostingView:
    """Return what the organisation may have sent."""
    return await postings.look(member.id, MeetingId(form.concerned), form.draft.voter)


async def _people(form: Filling) -> list[Option]:
    view: PostingView = await form.call(sent)
    return [Option(f"{person}", name) for person, name in view.people]


def _person(said: str) -> MemberId:
    return MemberId(int(said))


def ballot_words(item: PostedItem, said: str, form: Filling) -> str:
    """Return a ballot as the secretary reads it."""
    if item.kind is PollKind.ELECTION and said != AGAINST_ALL:
        names = [one.name for one in item.candidates if one.id in approved_in(said)]
        return form.t.listed([clipped(one, NAME_LENGTH) for one in names])
    return form.t.plain("screen-way", way=said)


def approved_in(said: str) -> frozenset[CandidateId]:
    """Return the candidates of an election's ballot as `str(ballot)` writes it."""
    return frozenset(CandidateId(int(one)) for one in said.split(",") if one.isdigit())


@dataclass(eq=False)
class BallotsField(Field):
    """The ballots: a list of the items, each opens its choices."""

    many: bool = field(default=True, kw_only=True)

    def given(self, draft: Any) -> bool:
        """Tell whether the ballots were accepted."""
        return bool(draft.accepted)

    async def _item(self, form: Filling) -> tuple[PostingView, PostedItem | None]:
        view: PostingView = await form.call(sent)
        opened = form.shown.get(OPEN)
        return view, next((one for one in view.items if one.item == opened), None)

    async def words(self, form: Filling) -> str:
        """Ask for the ballots, or for one of them."""
        _, item = await self._item(form)
        if item is None:
            return form.words(self.key, count=len(form.draft.ballots))
        election = item.kind is PollKind.ELECTION
        question = clipped(item.question, LINE_LENGTH)
        return form.words("ballot", question=question, election=election, seats=item.seats)

    async def rows(self, form: Filling) -> list[Row]:
        """Return the items with what is entered, or the choices of the opened one."""
        view, item = await self._item(form)
        if item is not None:
            return self._choices(form, item)
        lines = [
            Option(f"{one.item}", _line(one, form), chosen=one.item in form.draft.ballots)
            for one in view.items
        ]
        done = [form.button(form.t.plain("wizard-done"), "done")]
        return option_rows(form, lines, beside=[done] if form.draft.ballots else [])

    def _choices(self, form: Filling, item: PostedItem) -> list[Row]:
        said = form.draft.ballots.get(item.item, "")
        ways = [AGAINST_ALL] if item.kind is PollKind.ELECTION else list(WAYS)
        options = [
            Option(one, form.t.plain("screen-way", way=one), chosen=said == one) for one in ways
        ]
        if item.kind is PollKind.ELECTION:
            approved = frozenset() if said == AGAINST_ALL else approved_in(said)
            stand = [Option(f"{c.id}", c.name, chosen=c.id in approved) for c in item.candidates]
            options = [*stand, *options]
        below = [form.button(form.t.plain("wizard-done"), "close")]
        clear = [form.button(form.label("clear"), "clear")] if said else []
        return option_rows(form, options, beside=[below, clear])

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Open an item, choose in it, or accept the ballots."""
        turn_page(form, key, value)
        view, item = await self._item(form)
        if key == "done" and form.draft.ballots:
            form.draft.accepted = True
            form.done()
        elif key in {"close", "clear"} and item is not None:
            if key == "clear":
                form.draft.ballots.pop(item.item, None)
            self.close(form)
        elif key == "pick" and item is not None:
            self._choose(form, item, value)
        elif key == "pick":
            if value not in {f"{one.item}" for one in view.items}:
                raise ChoiceGone
            form.shown[OPEN] = int(value)

    def _choose(self, form: Filling, item: PostedItem, value: str) -> None:
        """Enter a way, which is the whole ballot, or mark a candidate."""
        ballots, election = form.draft.ballots, item.kind is PollKind.ELECTION
        if (value == AGAINST_ALL and election) or (value in WAYS and not election):
            ballots[item.item] = value
            self.close(form)
        elif election and value in {f"{one.id}" for one in item.candidates}:
            before = ballots.get(item.item, "")
            marked = approved_in("" if before == AGAINST_ALL else before) ^ {
                CandidateId(int(value))
            }
            if len(marked) > item.seats:
                form.note("meeting-posting-too-many", seats=item.seats)
            elif marked:
                ballots[item.item] = str(ElectionBallot(marked))
            else:
                ballots.pop(item.item, None)
        else:
            raise ChoiceGone

    def close(self, form: Filling) -> bool:
        """Return from a ballot to the list."""
        form.shown.pop("page", None)
        return form.shown.pop(OPEN, None) is not None


def _line(one: PostedItem, form: Filling) -> str:
    said = form.draft.ballots.get(one.item)
    question = clipped(one.question, LINE_LENGTH)
    return f"{question}: {ballot_words(one, said, form)}" if said else question


async def _preview(form: PostingForm) -> View:
    draft = form.draft
    view: PostingView = await form.call(sent)
    signed = next((name for person, name in view.people if person == draft.person), "")
    lines = [_line(one, form) for one in view.items if one.item in draft.ballots]
    words = form.words(
        "preview",
        name=draft.voter_name,
        person=signed,
        received=given(draft.received),
        ballots="\n".join(lines),
    )
    yes = form.button(form.label("yes"), "submit", style="success")
    back = form.goes(form.t.plain("button-back"), "ballots")
    return View(words, [[yes], [back, leave_button(form)]])


async def _take(form: PostingForm, postings: Postings) -> Ending:
    draft = form.draft
    await postings.take(
        form.member.id,
        MeetingId(form.concerned),
        draft.voter,
        given(draft.person),
        given(draft.received),
        draft.ballots,
    )
    return at_voter(form, form.words("taken", name=draft.voter_name))


POSTING = Form(
    name="meeting-posting",
    draft=PostingDraft,
    fields=(
        OneOf("person", _people, _person),
        PastMoment("received"),
        BallotsField("ballots", keep=False),
    ),
    preview=_preview,
    submit=_take,
    discard=unchanged_at_voter,
    texts="meeting-posting",
)
