"""The forms of the mandate check: a delegate's document, or the paper of a proxy."""

from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from bot.domain.lines import checked_line
from bot.domain.meetings.plans import MeetingId
from bot.domain.meetings.terms import ProxyPaper
from bot.domain.moments import end_of_day, read_end, read_past
from bot.domain.people.members import MemberId
from bot.domain.polls.proxies import checked_quotable
from bot.domain.polls.voters import VoterId
from bot.services.meetings.registration import Registration
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Text
from handlers.forms.form import Ending, Form, View, given
from handlers.forms.screens import leave_button
from handlers.meetings.forms.endings import at_voter, unchanged_at_voter
from handlers.meetings.forms.fields import PaperDay, PersonFound
from handlers.ui.buttons import Row

DOCUMENT_LIMIT = 200


class DocumentDraft(BaseModel):
    """A delegate, and the document that their right rests on."""

    voter: VoterId = VoterId(0)
    person: MemberId = MemberId(0)
    person_name: str = ""
    document: str | None = None


class MandateDraft(BaseModel):
    """Who comes with a proxy of which voter, and the paper's data."""

    voter: VoterId = VoterId(0)
    voter_name: str = ""
    leader: str = ""
    person: MemberId | None = None
    person_name: str = ""
    number: str | None = None
    issued: date | None = None
    expires: date | None = None
    scope: str | None = None
    issuer: str | None = None


def checked_document(text: str) -> str:
    """Return the name of a document, on one line."""
    return checked_line(text, DOCUMENT_LIMIT)


async def _check_document(form: FormContext[DocumentDraft]) -> View:
    draft = form.draft
    words = form.words("preview", name=draft.person_name, document=given(draft.document))
    yes = form.button(form.label("yes"), "submit", style="success")
    back = form.goes(form.t.plain("button-back"), "document")
    return View(words, [[yes], [back, leave_button(form)]])


async def _arrive(form: FormContext[DocumentDraft], registration: Registration) -> Ending:
    draft, meeting = form.draft, MeetingId(form.concerned)
    document = given(draft.document)
    await registration.arrive(form.member.id, meeting, draft.voter, draft.person, document)
    return at_voter(form, form.t("meeting-arrived", name=draft.person_name))


DOCUMENT = Form(
    name="meeting-document",
    draft=DocumentDraft,
    fields=(Text("document", checked_document),),
    preview=_check_document,
    submit=_arrive,
    discard=unchanged_at_voter,
    desk=False,
    texts="meeting-document",
)


@dataclass(eq=False)
class Offered(Text):
    """A text with one usual answer."""

    async def usual(self, form: Filling) -> str:
        """Return the usual answer; empty if there is none."""
        return form.draft.leader if self.name == "issuer" else form.label("scope-all")

    async def rows(self, form: Filling) -> list[Row]:
        """Offer the usual answer."""
        usual = await self.usual(form)
        return [[form.button(usual, "usual")]] if usual else []

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store the usual answer."""
        usual = await self.usual(form)
        if key == "usual" and usual:
            await self.take(form, self.check(usual))
        await super().tap(form, key, value)


async def _check_paper(form: FormContext[MandateDraft]) -> View:
    draft, t = form.draft, form.t
    words = form.words(
        "preview",
        voter=draft.voter_name,
        name=draft.person_name,
        number=given(draft.number),
        issued=t.date(given(draft.issued)),
        expires=t.date(given(draft.expires)),
        scope=given(draft.scope),
        issuer=given(draft.issuer),
    )
    yes = form.button(form.label("yes"), "submit", style="success")
    back = form.goes(t.plain("button-back"), "scope")
    return View(words, [[yes], [back, leave_button(form)]])


async def _arrive_by_proxy(form: FormContext[MandateDraft], registration: Registration) -> Ending:
    draft, meeting = form.draft, MeetingId(form.concerned)
    paper = ProxyPaper(
        number=given(draft.number),
        issued_on=given(draft.issued),
        expires_at=end_of_day(given(draft.expires), form.zone),
        scope=given(draft.scope),
        issuer=given(draft.issuer),
    )
    person = given(draft.person)
    await registration.arrive(form.member.id, meeting, draft.voter, person, "", paper)
    return at_voter(form, form.t("meeting-arrived", name=draft.person_name))


MANDATE = Form(
    name="meeting-mandate",
    draft=MandateDraft,
    fields=(
        PersonFound("person", keep=False),
        Text("number", checked_quotable),
        PaperDay("issued", read=read_past),
        PaperDay("expires", read=read_end, is_last=True),
        Offered("issuer", checked_quotable),
        Offered("scope", checked_quotable),
    ),
    preview=_check_paper,
    submit=_arrive_by_proxy,
    discard=unchanged_at_voter,
    desk=False,
    texts="meeting-mandate",
)
