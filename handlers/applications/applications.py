"""How an organisation applies: consent, one question after the other, a look at it, off it goes."""

from collections.abc import Sequence
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, User

from bot.domain.applications.applications import Application, Step
from bot.domain.applications.cards import ApplicationCard
from bot.domain.people.members import Member, TelegramId
from bot.domain.polls.plans import ApplicationId
from bot.domain.refusals import ButtonTooOld
from bot.services.applications.applications import Applications
from bot.services.prompts import Prompt, Prompts
from handlers.applications import keyboards
from handlers.applications.cards import application_card, file_of, question, review, send_files
from handlers.callbacks.applications import (
    ApplicationButton,
    ApplyButton,
    ApplyConsentButton,
    DetachButton,
    GiveUpButton,
    NewApplicationButton,
    PutAsideButton,
    ReplyButton,
    SendApplicationButton,
    SkipButton,
    StepButton,
    ViewApplicationButton,
)
from handlers.context import members_only
from handlers.edits import acknowledge, show
from handlers.filters import in_private
from handlers.people.welcome import Alliance, application_consent
from handlers.prompts import Prompted, ask
from handlers.texts import AllTexts, Texts

REPLY = "application-reply"
ACTS = ("discard", "withdraw", "forget")


def applications_router() -> Router:
    """Return the applicants' side; what is typed here is asked for after all else."""
    router = Router(name="applications")
    router.callback_query.register(apply, ApplyButton.filter())
    router.callback_query.register(give_consent, ApplyConsentButton.filter())
    router.include_routers(_replies_router(), _drafts_router())
    return router


def _replies_router() -> Router:
    router = members_only(Router(name="applications sent"))
    router.callback_query.register(open_own, ApplicationButton.filter())
    router.callback_query.register(view, ViewApplicationButton.filter())
    router.callback_query.register(give_up, GiveUpButton.filter())
    router.callback_query.register(ask_for_reply, ReplyButton.filter())
    router.message.register(reply, Prompted(REPLY))
    return router


def _drafts_router() -> Router:
    router = members_only(Router(name="applications drafted"))
    router.callback_query.register(begin, NewApplicationButton.filter())
    router.callback_query.register(turn_to, StepButton.filter())
    router.callback_query.register(skip, SkipButton.filter())
    router.callback_query.register(put_aside, PutAsideButton.filter())
    router.callback_query.register(detach, DetachButton.filter())
    router.callback_query.register(send, SendApplicationButton.filter())
    router.message.register(take_answer, Answering())
    return router


class Answering(Filter):  # aiogram awaits its own filters only
    """A filter: whether the person is filling in an application; handlers get `draft`.

    Commands are never answers.
    """

    async def __call__(
        self, message: Message, member: Member | None, applications: Applications
    ) -> bool | dict[str, Any]:
        """Look the open question of the person up."""
        if member is None or not await in_private(message):
            return False
        if (message.text or "").startswith("/"):
            return False
        draft = await applications.asked(member.id)
        return {"draft": draft} if draft is not None else False


# --- coming in ------------------------------------------------------------------------------------


async def apply(
    query: CallbackQuery,
    callback_data: ApplyButton,
    member: Member | None,
    event_from_user: User,
    applications: Applications,
    alliance: Alliance,
    t: Texts,
) -> None:
    """Show what somebody has applied with; ask for the consent first."""
    consents = member is not None and member.consents_to(alliance.consent_version)
    cards = await applications.mine(member.id) if member is not None and consents else ()
    if callback_data.later:
        await show(query, t("apply-later"), keyboards.to_apply(t))
    elif member is not None and cards:
        await _show_mine(query, cards, member, applications, t)
    else:
        words = application_consent(event_from_user.full_name, alliance, t)
        await acknowledge(query)
        if isinstance(query.message, Message):  # a message of its own (152-ФЗ art. 9)
            below = keyboards.consent(t, alliance.consent_version)
            await query.message.answer(words, reply_markup=below)


async def give_consent(
    query: CallbackQuery,
    callback_data: ApplyConsentButton,
    event_from_user: User,
    applications: Applications,
    texts: AllTexts,
    t: Texts,
) -> None:
    """Take the consent, and ask the first question."""
    telegram_id, name = TelegramId(event_from_user.id), event_from_user.full_name
    member = await applications.enter(telegram_id, name, t.language, callback_data.version)
    cards = await applications.mine(member.id)
    await _show_mine(query, cards, member, applications, texts.for_language(member.language))


async def _show_mine(
    query: CallbackQuery,
    cards: Sequence[ApplicationCard],
    member: Member,
    applications: Applications,
    t: Texts,
) -> None:
    if len(cards) == 1:
        await _open(query, cards[0], member, applications, t)
    else:
        await show(query, t("applications-mine"), keyboards.mine(cards, t))


async def _open(
    query: CallbackQuery,
    card: ApplicationCard,
    member: Member,
    applications: Applications,
    t: Texts,
) -> None:
    """Show an application; a draft where it was left."""
    opened = await applications.begin(member.id) if card.application.is_draft else card
    await show(query, *screen(opened, t))


def screen(card: ApplicationCard, t: Texts) -> tuple[str, InlineKeyboardMarkup]:
    """Return what an applicant sees of an application: its question, the whole, where it is."""
    application = card.application
    if not application.is_draft:
        return application_card(card, t), keyboards.own(application, t)
    step = application.step or application.reached
    if step is Step.REVIEW:
        return review(card, t), keyboards.review(application, t)
    return question(application, step, t), keyboards.questions(application, step, t)


# --- filling in -----------------------------------------------------------------------------------


async def begin(query: CallbackQuery, member: Member, applications: Applications, t: Texts) -> None:
    """Begin an application, or go on with the one that was begun."""
    await show(query, *screen(await applications.begin(member.id), t))


async def take_answer(
    message: Message, draft: Application, member: Member, applications: Applications, t: Texts
) -> None:
    """Keep what was typed or sent, and ask the next thing, below it."""
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
    """Return an answer in words; a shared contact answers the question for the telephone."""
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
    """Ask a question again; or show the whole."""
    application = ApplicationId(callback_data.application_id)
    await show(
        query, *screen(await applications.turn_to(member.id, application, callback_data.step), t)
    )


async def skip(
    query: CallbackQuery,
    callback_data: SkipButton,
    member: Member,
    applications: Applications,
    t: Texts,
) -> None:
    """Leave a question out."""
    application = ApplicationId(callback_data.application_id)
    card = await applications.skip(member.id, application, callback_data.step)
    await show(query, *screen(card, t))


async def put_aside(
    query: CallbackQuery,
    callback_data: PutAsideButton,
    member: Member,
    applications: Applications,
    t: Texts,
) -> None:
    """Stop asking; everything stays."""
    await applications.put_aside(member.id, ApplicationId(callback_data.application_id))
    await show(query, t("application-put-aside"), keyboards.to_mine(t))


async def detach(
    query: CallbackQuery,
    callback_data: DetachButton,
    member: Member,
    applications: Applications,
    t: Texts,
) -> None:
    """Take a file out again."""
    application = ApplicationId(callback_data.application_id)
    card = await applications.detach(member.id, application, callback_data.number)
    await show(query, *screen(card, t))


async def send(
    query: CallbackQuery,
    callback_data: SendApplicationButton,
    member: Member,
    applications: Applications,
    t: Texts,
) -> None:
    """Hand the application to the secretary."""
    card = await applications.send(member.id, ApplicationId(callback_data.application_id))
    await show(query, t("application-sent"), keyboards.own(card.application, t))


# --- sent -----------------------------------------------------------------------------------------


async def open_own(
    query: CallbackQuery,
    callback_data: ApplicationButton,
    member: Member,
    applications: Applications,
    t: Texts,
) -> None:
    """Show an application of one's own, as it stands now."""
    card = await applications.look(member.id, ApplicationId(callback_data.application_id))
    await _open(query, card, member, applications, t)


async def view(
    query: CallbackQuery,
    callback_data: ViewApplicationButton,
    member: Member,
    bot: Bot,
    applications: Applications,
    t: Texts,
) -> None:
    """Show an application and its files below, to whoever decides on it: the ballot stays."""
    card = await applications.read(member.id, ApplicationId(callback_data.application_id))
    if not isinstance(query.message, Message):
        raise ButtonTooOld
    await acknowledge(query)
    own = card.application.applicant == member.id
    if not own:
        words = application_card(card, t, contacts=member.presides)
        await query.message.answer(words)
    await send_files(bot, query.message.chat.id, card.application.files, t)


async def give_up(
    query: CallbackQuery,
    callback_data: GiveUpButton,
    member: Member,
    applications: Applications,
    t: Texts,
) -> None:
    """Take an application back, or a draft; asked once more what cannot be undone."""
    application, act = ApplicationId(callback_data.application_id), callback_data.act
    if act not in ACTS:
        raise ButtonTooOld
    if not callback_data.sure:
        card = await applications.look(member.id, application)
        words = t("application-give-up", act=act, name=card.application.details.called)
        await show(query, words, keyboards.sure(card.application, act, t))
        return
    await getattr(applications, act)(member.id, application)
    await show(query, t("application-given-up", act=act), keyboards.to_mine(t))


async def ask_for_reply(
    query: CallbackQuery,
    callback_data: ReplyButton,
    member: Member,
    applications: Applications,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Wait for the answer to the secretary's question."""
    card = await applications.look(member.id, ApplicationId(callback_data.application_id))
    application = card.application
    prompt, back = Prompt(REPLY, application.id), ApplicationButton(application_id=application.id)
    asked = [remark.text for remark in card.remarks if not remark.by_applicant]
    words = t("application-reply-question", question=asked[-1] if asked else "—")
    await ask(query, member, prompts, prompt, words, t, back)


async def reply(
    message: Message, prompt: Prompt, member: Member, applications: Applications, t: Texts
) -> None:
    """Pass the answer on; more can be added, in words or as files."""
    file = file_of(message)
    text = message.text or message.caption or (t.plain("application-file-sent") if file else None)
    if text is None or (file is None and message.text is None):
        await message.answer(t("application-reply-kinds"))
        return
    card = await applications.reply(member.id, ApplicationId(prompt.subject), text, file)
    below = keyboards.own(card.application, t)
    await message.answer(t("application-replied"), reply_markup=below)
