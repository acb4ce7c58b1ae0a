"""The deadline for registering what minutes changed: tracked with one tap."""

from aiogram.types import CallbackQuery

from bot.domain.people.members import Member
from bot.services.minutes.deadlines import MinutesDeadlines
from handlers.minutes.callbacks import RegistrationButton
from handlers.ui.edits import acknowledge
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts


async def track_registration(
    query: CallbackQuery,
    callback_data: RegistrationButton,
    member: Member,
    deadlines: MinutesDeadlines,
    t: Texts,
) -> None:
    """Tell by which day a changed head or charter must be registered, and plan reminders."""
    _, day = await deadlines.track_registration(member.id, callback_data.minutes_id)
    await acknowledge(query, t.plain("minutes-registration", day=t.date(day)), alert=True)


ROUTES = Routes(buttons={RegistrationButton: track_registration})
