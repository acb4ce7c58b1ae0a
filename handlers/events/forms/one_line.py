"""The command that creates an event from one line: a preview, or a question for missing data."""

from datetime import timedelta

from aiogram.filters import CommandObject
from aiogram.types import Message

from bot.domain.events.audiences import EVERYBODY, AudienceCircle
from bot.domain.events.outlines import Outline, read_outline
from bot.domain.people.members import Member, TelegramId
from bot.ports import Clock
from bot.services.events.events import Events
from bot.services.prompts import Prompts
from handlers.events.forms.creating import EVENT
from handlers.events.forms.plans import EventDraft
from handlers.forms.context import Filling
from handlers.forms.engine import Begin
from handlers.forms.opener import Forms
from handlers.forms.times import DAY
from handlers.ui.refusals import refusal_words
from handlers.ui.texts import Texts

USUAL_DURATION = timedelta(hours=2)


async def create_typed(
    message: Message,
    command: CommandObject,
    member: Member,
    events: Events,
    prompts: Prompts,
    forms: Forms,
    clock: Clock,
    t: Texts,
) -> None:
    """Begin a new event with the data of the line; without one, begin at the first step."""
    await events.reach(member.id, EVERYBODY)
    await prompts.forget(TelegramId(message.chat.id))
    if not command.args:
        await forms.make_new(message, EVENT)
        return
    outline = read_outline(command.args, clock.now(), t.zone)
    await forms.make_copy(message, EVENT, draft_from(outline), begin=_beginning(outline))


def draft_from(outline: Outline) -> EventDraft:
    """Return a draft for everybody, with the usual duration unless the line has another."""
    return EventDraft(
        title=outline.title,
        description="",
        starts_at=outline.starts_at,
        duration=outline.duration or USUAL_DURATION,
        place=outline.place,
        audience=AudienceCircle.EVERYBODY,
        capacity=outline.capacity,
    )


def _beginning(outline: Outline) -> Begin:
    """Let the first screen ask about what was unclear, and mention what the line did not tell."""

    def begin(form: Filling) -> None:
        if form.step == "starts_at" and outline.day is not None:
            form.shown[DAY] = outline.day.isoformat()
        if outline.unclear is not None:
            form.remark, form.went_well = refusal_words(outline.unclear, form.t), False
        else:
            duration = outline.duration or USUAL_DURATION
            form.confirm("wizard-line-taken", duration=duration)

    return begin
