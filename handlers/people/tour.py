"""«Три шага»: what a new organiser does first, in one message that turns its pages."""

from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.domain.people.members import Member
from handlers.ui.buttons import keyboard
from handlers.ui.callbacks import TOUR_STEPS, ManageButton, TourButton
from handlers.ui.edits import show
from handlers.ui.routes import Routes
from handlers.ui.texts import Markup, Texts

STEPS = ("event", "answers", "announcement")


async def begin(message: Message, member: Member, t: Texts) -> None:
    """Show the first step in a new message."""
    member.require_organiser()
    words, rows = _screen(0, t)
    await message.answer(words, reply_markup=rows)


async def turn(query: CallbackQuery, callback_data: TourButton, member: Member, t: Texts) -> None:
    """Show a step, or the end."""
    member.require_organiser()
    await show(query, *_screen(callback_data.number, t))


def _screen(step: int, t: Texts) -> tuple[Markup, InlineKeyboardMarkup]:
    if step == TOUR_STEPS:
        return t("tour-over"), keyboard([[t.button("wizard-to-list", ManageButton())]])
    head = t("tour-step", number=step + 1, count=TOUR_STEPS)
    words = Markup("\n\n".join([head, t(f"tour-{STEPS[step]}")]))
    before = [t.button("button-back", TourButton(number=step - 1))] if step else []
    last = step + 1 == TOUR_STEPS
    ahead = t.button("button-tour-done" if last else "button-later", TourButton(number=step + 1))
    skip = [] if last else [[t.button("button-tour-skip", TourButton(number=TOUR_STEPS))]]
    return words, keyboard([[*before, ahead], *skip])


ROUTES = Routes(buttons={TourButton: turn}, commands={"tour": begin})
