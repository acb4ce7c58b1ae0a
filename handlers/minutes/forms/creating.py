"""The form that draws up minutes: the polls, and data that their record lacks."""

from aiogram.types import CallbackQuery

from bot.domain.events.plans import checked_place
from bot.domain.minutes.authorities import read_authorities
from bot.domain.minutes.plans import (
    checked_convener,
    checked_course,
    checked_materials,
    checked_signatory,
)
from bot.domain.people.members import Member
from bot.services.meetings.summaries import MeetingMinutes
from bot.services.minutes.minutes import PollMinutes
from handlers.forms.fields import Text
from handlers.forms.form import PREVIEW, Form
from handlers.forms.opener import Forms, with_forms
from handlers.minutes.forms.fields import (
    Authorities,
    Convener,
    Counters,
    CourseField,
    DecisionsField,
    Materials,
    Notified,
    PollsField,
    Signer,
    SittingTime,
    counted_polls,
    read_poll,
)
from handlers.minutes.forms.plans import MinutesDraft, draft_of_meeting, read_signatories
from handlers.minutes.forms.previews import confirm, discard, issue, look, preview
from handlers.ui.callbacks import MeetingMinutesButton, NewMinutesButton
from handlers.ui.routes import Routes
from handlers.ui.texts import AllTexts

MINUTES = Form(
    name="minutes",
    draft=MinutesDraft,
    title="place",
    texts="minutes-draft",
    lists="minutes",
    fields=(
        PollsField("polls", counted_polls, read_poll, many=True, keep=False),
        Text("place", checked_place),
        SittingTime("starts"),
        SittingTime("ends"),
        Signer("chair", checked_signatory),
        Signer("secretary", checked_signatory),
        Convener("convened", checked_convener),
        Notified("notified"),
        Materials("materials", checked_materials),
        Counters("counted", read_signatories),
        Authorities("authority", read_authorities),
    ),
    parts=(
        DecisionsField("decisions", parent=PREVIEW, removable=True, nothing={}),
        CourseField("course", checked_course, parent=PREVIEW, removable=True, nothing=""),
    ),
    preview=preview,
    confirm=confirm,
    acts={"look": look},
    submit=issue,
    discard=discard,
)
FORMS = (MINUTES,)


async def create(
    query: CallbackQuery,
    callback_data: NewMinutesButton,
    member: Member,
    minutes: PollMinutes,
    forms: Forms,
) -> None:
    """Begin new minutes, with one poll ticked or none; an equal draft is offered again."""
    await minutes.counted(member.id)
    if not callback_data.poll_id:
        await forms.make_new(query, MINUTES)
        return
    poll = callback_data.poll_id
    await minutes.suggestion(member.id, [poll])

    def has_poll(other: MinutesDraft) -> bool:
        return poll in (other.polls or ())

    await forms.make_copy(query, MINUTES, MinutesDraft(polls=(poll,)), "polls", has_poll)


async def create_of_meeting(
    query: CallbackQuery,
    callback_data: MeetingMinutesButton,
    member: Member,
    meeting_minutes: MeetingMinutes,
    texts: AllTexts,
    forms: Forms,
) -> None:
    """Begin minutes with all that a meeting's record says; an equal draft is offered again."""
    plan = await meeting_minutes.minutes_plan(member.id, callback_data.meeting_id)
    draft = draft_of_meeting(plan, texts.for_language(None))

    def is_same(other: MinutesDraft) -> bool:
        return other.polls == draft.polls

    await forms.make_copy(query, MINUTES, draft, PREVIEW, is_same)


ROUTES = Routes(
    prepare=with_forms, buttons={NewMinutesButton: create, MeetingMinutesButton: create_of_meeting}
)
