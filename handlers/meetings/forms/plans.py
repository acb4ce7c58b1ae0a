"""The form for a meeting: template, day and time, place, mode, title; also to change them."""

from datetime import datetime, timedelta

from pydantic import BaseModel

from bot.domain.events.plans import checked_place, checked_title
from bot.domain.meetings.plans import HOURS_LIMIT, MeetingId, MeetingMode, MeetingPlan
from bot.domain.meetings.refusals import MeetingLengthOutOfRange, RemoteNotAllowed
from bot.domain.people.members import Member
from bot.services.meetings.agendas import MeetingAgendas
from bot.services.meetings.planning import MeetingPlanning
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Duration, Text
from handlers.forms.form import PREVIEW, Ending, Form, View, given
from handlers.forms.lists import Choice, Option
from handlers.forms.screens import leave_button
from handlers.forms.times import Moment
from handlers.meetings.callbacks.planning import PlanButton
from handlers.ui.buttons import Row, pairs
from handlers.ui.callbacks import MeetingsButton
from handlers.ui.refusals import refusal_words

CHANGEABLE = ("starts_at", "place", "mode", "title", "lasts", "proposals")
HOUR = timedelta(hours=1)


class PlanDraft(BaseModel):
    """A meeting as it is entered; without `lasts` it takes as long as usual."""

    template: str | None = None
    starts_at: datetime | None = None
    place: str | None = None
    mode: MeetingMode | None = None
    title: str | None = None
    lasts: timedelta | None = None
    proposals: datetime | None = None


PlanForm = FormContext[PlanDraft]


def draft_of_plan(plan: MeetingPlan) -> PlanDraft:
    """Return what is planned as a draft."""
    return PlanDraft(
        template="",
        starts_at=plan.starts_at,
        place=plan.place,
        mode=plan.mode,
        title=plan.title,
        lasts=plan.lasts,
        proposals=plan.proposals_until,
    )


def _terms(draft: PlanDraft, lasts: timedelta) -> MeetingPlan:
    return MeetingPlan(
        title=given(draft.title),
        starts_at=given(draft.starts_at),
        place=given(draft.place),
        mode=given(draft.mode),
        lasts=lasts,
        proposals_until=draft.proposals,
    )


# --- fields ---------------------------------------------------------------------------------------


async def _templates(
    form: Filling, meeting_planning: MeetingPlanning, member: Member
) -> list[Option]:
    """List the usual agendas of the alliance."""
    policy = await meeting_planning.policy(member.id)
    return [
        Option(one.name, form.label("template-choice", name=one.name, count=len(one.items)))
        for one in policy.templates
    ]


async def _modes(form: Filling) -> list[Option]:
    return [Option(one, form.label("mode-choice", mode=one)) for one in MeetingMode]


class ModeField(Choice):
    """How people take part; from afar only if the charter allows it."""

    async def take(self, form: Filling, value: MeetingMode) -> None:
        """Store it; refuse what the charter does not allow."""
        if value is not MeetingMode.HALL and not await form.call(_has_clause):
            raise RemoteNotAllowed
        await super().take(form, value)

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Choose; a refusal is said above the question."""
        try:
            await super().tap(form, key, value)
        except RemoteNotAllowed as refusal:
            form.remark, form.went_well = refusal_words(refusal, form.t), False


async def _has_clause(_: Filling, meeting_planning: MeetingPlanning, member: Member) -> bool:
    policy = await meeting_planning.policy(member.id)
    return bool(policy.remote)


class TitleField(Text):
    """The title; a button takes the usual one."""

    async def rows(self, form: Filling) -> list[Row]:
        """Offer the usual title for the template."""
        return [[form.button(self._usual(form), "usual")]]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store the usual title."""
        if key == "usual":
            await self.take(form, self.check(self._usual(form)))
        await super().tap(form, key, value)

    def _usual(self, form: Filling) -> str:
        year = given(form.draft.starts_at).astimezone(form.zone).year
        return form.label("title-usual", template=form.draft.template or "yearly", year=str(year))


def checked_length(lasts: timedelta) -> timedelta:
    """Return the planned length, a quarter of an hour to a day."""
    if not HOUR / 4 <= lasts <= HOURS_LIMIT * HOUR:
        raise MeetingLengthOutOfRange(HOURS_LIMIT)
    return lasts


async def _length(form: Filling, meeting_planning: MeetingPlanning, member: Member) -> timedelta:
    policy = await meeting_planning.policy(member.id)
    lasts: timedelta | None = form.draft.lasts
    return lasts or policy.lasts


def _is_new(form: PlanForm) -> bool:
    return form.subject is None


# --- the last steps -------------------------------------------------------------------------------


async def _preview(form: PlanForm) -> View:
    draft = form.draft
    words = form.words(
        "preview",
        title=given(draft.title),
        starts=given(draft.starts_at),
        place=given(draft.place),
        mode=given(draft.mode),
        lasts=await form.call(_length),
        asks=draft.proposals is not None,
        proposals=draft.proposals or given(draft.starts_at),
        fresh=form.subject is None,
    )
    save = form.button(form.label("save"), "submit", style="success")
    edits = [form.goes(form.label(f"change-{name}"), name) for name in CHANGEABLE]
    return View(words, [[save], *pairs(edits), [leave_button(form)]])


async def _submit(
    form: PlanForm, meeting_planning: MeetingPlanning, meeting_agendas: MeetingAgendas
) -> Ending:
    """Plan a new meeting by the template, or change an existing one."""
    actor, terms = form.member.id, _terms(form.draft, await form.call(_length))
    if form.subject is not None:
        await meeting_agendas.change_terms(actor, MeetingId(form.subject), terms)
        return _at_plan(form, form.subject, form.words("changed"))
    made = await meeting_planning.create(actor, terms, form.key, form.draft.template or "")
    return _at_plan(form, made, form.words("created"))


def _at_plan(form: Filling, meeting: int, words: str) -> Ending:
    label = form.t.plain("button-meeting-to-plan")
    return Ending(words, label, PlanButton(meeting_id=MeetingId(meeting)))


async def _discard(form: PlanForm) -> Ending:
    t = form.t
    if form.subject is not None:
        return _at_plan(form, form.subject, t("wizard-unchanged"))
    return Ending(t("wizard-discarded"), t.plain("button-meeting-list"), MeetingsButton())


PLAN = Form(
    name="meeting",
    draft=PlanDraft,
    title="title",
    texts="meeting-draft",
    unchanged="meeting-draft-leaving-changes",
    fields=(
        Choice("template", _templates, str, when=_is_new),
        Moment("starts_at", another=True),
        Text("place", checked_place),
        ModeField("mode", _modes, MeetingMode),
        TitleField("title", checked_title),
    ),
    parts=(
        Duration("lasts", check=checked_length, presets=(60, 90, 120, 180, 240), parent=PREVIEW),
        Moment("proposals", another=True, parent=PREVIEW, removable=True),
    ),
    preview=_preview,
    submit=_submit,
    discard=_discard,
)
