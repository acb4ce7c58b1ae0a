"""The form in which somebody who is there challenges another organisation's mandate."""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from bot.domain.meetings.plans import ItemId, MeetingId, checked_words
from bot.domain.people.members import Member
from bot.domain.polls.voters import VoterId
from bot.services.meetings.delegating import Delegating
from bot.services.meetings.screens import MeetingScreens
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Text
from handlers.forms.form import Ending, Form, View, given
from handlers.forms.lists import Option
from handlers.forms.people import Searched, search_of
from handlers.forms.screens import leave_button
from handlers.meetings.forms.endings import at_card, unchanged_at_card
from handlers.ui.texts import Texts, Value


class ChallengeDraft(BaseModel):
    """Whose mandate is challenged, and why; about the vote on an item (0: none)."""

    item: int = 0
    voter: VoterId | None = None
    voter_name: str = ""
    words: str | None = None


ChallengeForm = FormContext[ChallengeDraft]


async def _there(
    form: Filling, meeting_screens: MeetingScreens, member: Member
) -> list[tuple[VoterId, str]]:
    meeting = MeetingId(form.concerned)
    return await meeting_screens.voters_there(member.id, meeting, search_of(form))


@dataclass(eq=False)
class VoterFound(Searched):
    """An organisation that is there, found by name; the name is stored as well."""

    async def offered(self, form: Filling) -> list[Option]:
        """Return the organisations found; without a search the first ones."""
        found: list[tuple[VoterId, str]] = await form.call(_there)
        return [Option(f"{voter}", name) for voter, name in found]

    def stored(self, one: Option) -> Any:
        """Return the id and the name."""
        return VoterId(int(one.id)), one.words

    async def take(self, form: Filling, value: Any) -> None:
        """Store both."""
        number, form.draft.voter_name = value
        await super().take(form, number)

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the name."""
        return str(draft.voter_name)


async def _preview(form: ChallengeForm) -> View:
    draft = form.draft
    words = form.words("preview", name=draft.voter_name, words=given(draft.words))
    yes = form.button(form.label("yes"), "submit", style="danger")
    back = form.goes(form.t.plain("button-back"), "words")
    return View(words, [[yes], [back, leave_button(form)]])


async def _challenge(form: ChallengeForm, delegating: Delegating) -> Ending:
    draft = form.draft
    item = ItemId(draft.item) if draft.item else None
    await delegating.raise_objection(
        form.member.id, MeetingId(form.concerned), given(draft.words), item, given(draft.voter)
    )
    return at_card(form, form.words("raised"))


CHALLENGE = Form(
    name="meeting-challenge",
    draft=ChallengeDraft,
    fields=(VoterFound("voter", keep=False), Text("words", checked_words)),
    preview=_preview,
    submit=_challenge,
    discard=unchanged_at_card,
    desk=False,
    texts="meeting-challenge",
)
