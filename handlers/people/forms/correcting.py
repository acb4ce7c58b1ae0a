"""The form that corrects what is known of a person, and moves them to another organisation."""

from bot.domain.people.members import Member, MemberId, OrganisationId
from bot.domain.people.people import PersonEntry
from bot.services.people.personnel import Personnel
from handlers.forms.context import FormContext
from handlers.forms.form import Ending, Form, View
from handlers.forms.screens import edit_rows, leave_button, unchanged
from handlers.people.callbacks import PersonRolesButton
from handlers.people.forms.adding import entry_of
from handlers.people.forms.fields import ASKED_NEXT, NONE, House, PersonDraft, own_fields, summary


def draft_of(entry: PersonEntry) -> PersonDraft:
    """Return the draft with what is known of a person."""
    return PersonDraft(
        organisation=entry.organisation or NONE,
        name=entry.name,
        patronymic=entry.patronymic,
        position=entry.position,
        phone=entry.phone,
        email=entry.email,
        delegate=entry.delegate,
    )


def _entry(draft: PersonDraft) -> PersonEntry:
    house = draft.organisation
    return entry_of(draft, OrganisationId(house) if house else None)


async def _preview(form: FormContext[PersonDraft]) -> View:
    moves = form.draft.organisation != form.begun.organisation
    words = form.t("person-edit-preview", **await summary(form), moves=moves)
    save = form.button(form.t.plain("person-edit-save"), "submit", style="success")
    saves = [[save]] if form.draft != form.begun else []
    return View(words, [*saves, *edit_rows(form, but=ASKED_NEXT), [leave_button(form)]])


async def _save(form: FormContext[PersonDraft], personnel: Personnel, member: Member) -> Ending:
    whom, seen, entry = MemberId(form.concerned), _entry(form.begun), _entry(form.draft)
    saved = await personnel.correct(member.id, whom, seen, entry)
    return _at_person(form, form.t("person-edit-saved", name=saved.name))


def _at_person(form: FormContext[PersonDraft], words: str) -> Ending:
    button = PersonRolesButton(member_id=MemberId(form.concerned))
    return Ending(words, form.label("to-person"), button)


CORRECTION = Form(
    name="person-edit",
    draft=PersonDraft,
    fields=(House("organisation", read=int, keep=False, beside=NONE), *own_fields()),
    preview=_preview,
    submit=_save,
    discard=unchanged(_at_person),
    texts="person-new",
)
