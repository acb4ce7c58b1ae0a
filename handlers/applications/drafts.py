"""Fill in an application: one question after the other, a review, then it is sent."""

from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.domain.applications.applications import Application
from bot.domain.applications.cards import ApplicationCard
from bot.domain.applications.details import Step
from bot.domain.people.members import Member
from bot.services.applications.applications import Applications
from handlers.applications import keyboards
from handlers.applications.callbacks import (
    DetachButton,
    NewApplicationButton,
    PutAsideButton,
    ReviseButton,
    SendApplicationButton,
    SkipButton,
    StepButton,
)
from handlers.applications.cards import application_card, file_of, question, review
from handlers.ui.edits import show
from handlers.ui.routes import Data, Routes
from handlers.ui.texts import Texts


async def being_answered(_message: Message, data: Data) -> Data | None:
    """Return the application that the person is filling in, as `draft`."""
    member: Member | None = data["member"]
    applications: Applications = data["applications"]
    draft = None if member is None else await applications.asked(member.id)
    return None if draft is None else {"draft": draft}


def screen(card: ApplicationCard, t: Texts) -> tuple[str, InlineKeyboardMarkup]:
    """Return an applicant's screen: the open question, the review, or the state."""
    application = card.application
    if not application.is_draft:
        return application_card(card, t), keyboards.own(application, t)
    step = application.step or application.reached
    if step is Step.REVIEW:
        return review(card, t), keyboards.review(application, t)
    return question(application, step, t), keyboards.questions(application, step, t)


async def begin(query: CallbackQuery, member: Member, applications: Applications, t: Texts) -> None:
    """Begin an application, or continue the draft."""
    await show(query, *screen(await applications.begin(member.id), t))


async def take_answer(
    message: Message, draft: Application, member: Member, applications: Applications, t: Texts
) -> None:
    """Store the typed or sent answer, and ask the next question below it."""
    if draft.step is Step.REVIEW:
        card = await applications.begin(member.id)
    elif draft.step is Step.FILES:
        file = file_of(message)
        if file is None:
            await message.answer(t("application-files-only"))
            return
        card = await applications.attach(member.id, file)
    else:
        text = _typed(message, draft.step)
        if text is None:
            await message.answer(t("application-text-only"))
            return
        card = await applications.answer(member.id, text)
    words, below = screen(card, t)
    await message.answer(words, reply_markup=below)


def _typed(message: Message, step: Step | None) -> str | None:
    """Return an answer's text; a shared contact answers the question for the telephone."""
    if step is Step.PHONE and message.contact is not None:
        number = message.contact.phone_number
        return number if number.startswith("+") else f"+{number}"
    return message.text


async def turn_to(
    query: CallbackQuery,
    callback_data: StepButton,
    member: Member,
    applications: Applications,
    t: Texts,
) -> None:
    """Open a question again, or the review."""
    application = callback_data.application_id
    await show(
        query, *screen(await applications.turn_to(member.id, application, callback_data.step), t)
    )


async def revise(
    query: CallbackQuery,
    callback_data: ReviseButton,
    member: Member,
    applications: Applications,
    t: Texts,
) -> None:
    """List the answers that can be changed."""
    card = await applications.look(member.id, callback_data.application_id)
    application = card.application
    if application.is_draft and application.reached is Step.REVIEW:
        below = keyboards.answers(application, callback_data.page, t)
        await show(query, t("application-revise"), below)
    else:
        await show(query, *screen(card, t))


async def skip(
    query: CallbackQuery,
    callback_data: SkipButton,
    member: Member,
    applications: Applications,
    t: Texts,
) -> None:
    """Skip a question."""
    card = await applications.skip(member.id, callback_data.application_id, callback_data.step)
    await show(query, *screen(card, t))


async def put_aside(
    query: CallbackQuery,
    callback_data: PutAsideButton,
    member: Member,
    applications: Applications,
    t: Texts,
) -> None:
    """Stop asking; all answers stay."""
    await applications.put_aside(member.id, callback_data.application_id)
    await show(query, t("application-put-aside"), keyboards.to_mine(t))


async def detach(
    query: CallbackQuery,
    callback_data: DetachButton,
    member: Member,
    applications: Applications,
    t: Texts,
) -> None:
    """Remove a file."""
    card = await applications.detach(member.id, callback_data.application_id, callback_data.number)
    await show(query, *screen(card, t))


async def send(
    query: CallbackQuery,
    callback_data: SendApplicationButton,
    member: Member,
    applications: Applications,
    t: Texts,
) -> None:
    """Send the application to the secretary."""
    card = await applications.send(member.id, callback_data.application_id)
    await show(query, t("application-sent"), keyboards.own(card.application, t))


ROUTES = Routes(
    buttons={
        NewApplicationButton: begin,
        StepButton: turn_to,
        ReviseButton: revise,
        SkipButton: skip,
        PutAsideButton: put_aside,
        DetachButton: detach,
        SendApplicationButton: send,
    },
    typed=((being_answered, take_answer),),
)
