"""A draft of minutes, and its plan."""

from datetime import date, datetime

from pydantic import BaseModel

from bot.domain.meetings.terms import Office
from bot.domain.minutes.minutes import Convening, Signatory
from bot.domain.minutes.plans import MinutesPlan, checked_signatory
from bot.domain.polls.polls import PollId
from handlers.forms.form import given
from handlers.ui.texts import Texts


class MinutesDraft(BaseModel):
    """The entered data of minutes; None means not entered.

    The `course` of the vote is not asked for: the minutes have it only if a member wants it. Nor
    are `decisions`: most questions are worded as one.
    """

    polls: tuple[PollId, ...] | None = None
    place: str | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    chair: Signatory | None = None
    secretary: Signatory | None = None
    convened: str | None = None
    notified: date | None = None
    materials: str | None = None
    counted: tuple[Signatory, ...] | None = None
    authority: dict[str, str] | None = None
    course: str = ""
    decisions: dict[PollId, str] = {}


def draft_of_meeting(plan: MinutesPlan, t: Texts) -> MinutesDraft:
    """Return the plan of a meeting's minutes as a draft; `t` is in the alliance's language."""

    def named(one: Signatory) -> Signatory:
        known = one.position in {*Office}
        office = t.plain("minutes-meeting-office", office=one.position) if known else one.position
        return Signatory(one.name, office)

    return MinutesDraft(
        polls=plan.polls or None,
        place=plan.place,
        starts=plan.starts_at,
        ends=plan.ends_at,
        chair=named(plan.chair),
        secretary=named(plan.secretary),
        convened=plan.convening.by,
        notified=plan.convening.notified_on,
        materials=plan.convening.materials,
        counted=tuple(map(named, plan.counted_by)),
        authority=dict(plan.authorities),
        course=plan.course,
        decisions=dict(plan.decisions),
    )


def plan_of(draft: MinutesDraft, drawn_up_at: datetime) -> MinutesPlan:
    """Return the plan of a complete draft."""
    return MinutesPlan(
        polls=given(draft.polls),
        place=given(draft.place),
        starts_at=given(draft.starts),
        ends_at=given(draft.ends),
        drawn_up_at=drawn_up_at,
        convening=Convening(given(draft.convened), given(draft.notified), given(draft.materials)),
        chair=given(draft.chair),
        secretary=given(draft.secretary),
        counted_by=given(draft.counted),
        course=draft.course,
        decisions=draft.decisions,
        authorities=given(draft.authority),
    )


def read_signatories(text: str) -> tuple[Signatory, ...]:
    """Read the people who counted, one a line: «имя, должность»."""
    lines = [line for line in text.splitlines() if line.strip()]
    return tuple(checked_signatory(line) for line in lines or [text])
