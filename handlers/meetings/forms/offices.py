"""The form that elects officers of the meeting by hands."""

from pydantic import BaseModel

from bot.domain.meetings.chairs import ChairAct, ChairSaid
from bot.domain.meetings.plans import MeetingId
from bot.domain.meetings.terms import Hands, Office
from bot.domain.people.members import MemberId
from bot.services.meetings.conducting import Conducting
from handlers.forms.context import FormContext
from handlers.forms.form import Ending, Form, View
from handlers.forms.screens import leave_button
from handlers.meetings.forms.endings import at_panel, unchanged_at_panel
from handlers.meetings.forms.fields import HandsField, PeopleFound, hands_words


class OfficeDraft(BaseModel):
    """Who is elected to which office, and by how many hands."""

    office: Office = Office.CHAIR
    people: tuple[MemberId, ...] = ()
    names: tuple[str, ...] = ()
    accepted: bool = False
    hands: tuple[int, ...] | None = None


class Elected(PeopleFound):
    """Who is elected."""

    async def words(self, form: FormContext[OfficeDraft]) -> str:
        """Return the question for the office."""
        words = await super().words(form)
        office = form.words("office", office=form.draft.office)
        return f"{office}\n{words}"


async def _preview(form: FormContext[OfficeDraft]) -> View:
    draft, t = form.draft, form.t
    words = form.words(
        "preview",
        office=draft.office,
        names=t.listed(list(draft.names)),
        hands=hands_words(draft.hands or (), t),
    )
    record = form.button(form.label("yes"), "submit", style="success")
    back = form.goes(t.plain("button-back"), "hands")
    return View(words, [[record], [back, leave_button(form)]])


async def _record(form: FormContext[OfficeDraft], conducting: Conducting) -> Ending:
    draft = form.draft
    hands = Hands(*draft.hands) if draft.hands else None
    said = ChairSaid(ChairAct.ELECT, people=draft.people, office=draft.office, hands=hands)
    await conducting.act(form.member.id, MeetingId(form.concerned), said)
    return at_panel(form, form.words("recorded", office=draft.office))


OFFICE = Form(
    name="meeting-office",
    draft=OfficeDraft,
    fields=(Elected("people", keep=False), HandsField("hands")),
    preview=_preview,
    submit=_record,
    discard=unchanged_at_panel,
    desk=False,
    texts="meeting-office",
)
