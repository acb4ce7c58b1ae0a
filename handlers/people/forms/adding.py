"""The form that adds a person to the alliance, with their organisation if that is new."""

from bot.domain.people.members import Member, OrganisationId
from bot.domain.people.people import OrganisationEntry, PersonEntry
from bot.domain.people.rows import Column
from bot.services.people.personnel import Personnel
from handlers.forms.context import Filling, FormContext
from handlers.forms.form import Ending, Form, View, given
from handlers.forms.screens import edit_rows, leave_button
from handlers.people.callbacks import PersonRolesButton
from handlers.people.forms.fields import (
    ASKED_NEXT,
    NEW,
    Cell,
    House,
    PersonDraft,
    checked,
    own_fields,
    summary,
)
from handlers.ui.callbacks import FindPersonToManageButton


def _is_new(form: Filling) -> bool:
    return bool(form.draft.organisation == NEW)


async def _preview(form: FormContext[PersonDraft]) -> View:
    inn = form.draft.inn if _is_new(form) else None
    words = form.words("preview", **await summary(form), founded=inn is not None, inn=inn or "")
    add = form.button(form.label("add"), "submit", style="success")
    return View(words, [[add], *edit_rows(form, but=ASKED_NEXT), [leave_button(form)]])


async def _add(form: FormContext[PersonDraft], personnel: Personnel, member: Member) -> Ending:
    draft = form.draft
    new = OrganisationEntry(given(draft.house), given(draft.inn)) if _is_new(form) else None
    house = OrganisationId(given(draft.organisation))
    added = await personnel.add(member.id, entry_of(draft, None if new else house), new)
    button = PersonRolesButton(member_id=added.id)
    return Ending(form.words("added", name=added.name), form.label("to-person"), button)


def entry_of(draft: PersonDraft, organisation: OrganisationId | None) -> PersonEntry:
    """Return what a draft says of a person."""
    return PersonEntry(
        organisation,
        given(draft.name),
        draft.patronymic or "",
        draft.position or "",
        draft.phone or "",
        draft.email or "",
        delegate=bool(draft.delegate),
    )


async def _discarded(form: FormContext[PersonDraft]) -> Ending:
    label = form.t.plain("button-admin-people")
    return Ending(form.t("wizard-discarded"), label, FindPersonToManageButton())


NEWCOMER = Form(
    name="person-new",
    draft=PersonDraft,
    fields=(
        House("organisation", read=int, keep=False),
        Cell("inn", checked(Column.INN), keep=False, when=_is_new),
        Cell("house", checked(Column.ORGANISATION), keep=False, when=_is_new),
        *own_fields(),
    ),
    preview=_preview,
    submit=_add,
    discard=_discarded,
    texts="person-new",
)
