"""The form in which chair and secretary replace a lost leader: a reason, and one more question."""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from bot.domain.people.affairs import OwnOrganisation, checked_reason
from bot.domain.people.members import Member, MemberId, OrganisationId
from bot.services.people.handovers import Handovers
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Text
from handlers.forms.form import Ending, Form, View, given
from handlers.forms.screens import leave_button, unchanged
from handlers.people.callbacks import OrganisationCardButton
from handlers.ui.texts import Value


class Replacement(BaseModel):
    """Who is to lead the organisation that the form was opened for, and why."""

    successor: int = 0
    reason: str | None = None


async def _own(form: Filling, handovers: Handovers, member: Member) -> OwnOrganisation:
    return await handovers.look(member.id, OrganisationId(form.concerned))


async def _values(form: Filling) -> dict[str, Value]:
    own: OwnOrganisation = await form.call(_own)
    names: dict[int | None, str] = {one.id: one.name for one in own.people}
    former = names.get(own.organisation.leader, "")
    return {
        "organisation": own.organisation.display_name,
        "name": names.get(form.draft.successor, "—"),
        "former": former,
        "led": bool(former),
        "people": len(own.people),
    }


@dataclass(eq=False)
class Reason(Text):
    """The reason, asked for by the names of those concerned."""

    async def words(self, form: Filling) -> str:
        """Say who is to lead which organisation."""
        return form.words(self.key, **await _values(form))


async def _ask_once_more(form: FormContext[Replacement]) -> View:
    words = form.words("preview", reason=given(form.draft.reason), **await _values(form))
    yes = form.button(form.label("sure"), "submit", style="danger")
    other = form.goes(form.label("other-reason"), "reason")
    return View(words, [[yes], [other], [leave_button(form)]])


async def _replace(form: FormContext[Replacement], handovers: Handovers, member: Member) -> Ending:
    house, successor = OrganisationId(form.concerned), MemberId(form.draft.successor)
    await handovers.replace(member.id, house, successor, given(form.draft.reason))
    return _at_card(form, form.words("replaced"))


def _at_card(form: FormContext[Any], words: str) -> Ending:
    button = OrganisationCardButton(organisation_id=OrganisationId(form.concerned))
    return Ending(words, form.label("to-card"), button)


REPLACEMENT = Form(
    name="lost-leader",
    draft=Replacement,
    fields=(Reason("reason", check=checked_reason),),
    preview=_ask_once_more,
    submit=_replace,
    discard=unchanged(_at_card),
    texts="organisation-leader",
)
