"""How an organisation applies: consent, its applications, answers to questions, withdrawal."""

from collections.abc import Sequence

from aiogram import Bot
from aiogram.types import CallbackQuery, Message, User

from bot.domain.applications.cards import ApplicationCard
from bot.domain.applications.ids import ApplicationId
from bot.domain.people.members import Member, TelegramId
from bot.domain.refusals import ButtonTooOld
from bot.services.applications.applications import Applications
from bot.services.prompts import Prompt, Prompts
from handlers.applications import keyboards
from handlers.applications.callbacks import (
    ApplicationButton,
    ApplyConsentButton,
    GiveUpButton,
    ReplyButton,
)
from handlers.applications.cards import application_card, file_of, send_files
from handlers.applications.drafts import screen
from handlers.forms.prompts import ask
from handlers.ui.callbacks import ApplyButton, ViewApplicationButton
from handlers.ui.edits import acknowledge, show
from handlers.ui.keyboards import to_apply
from handlers.ui.routes import Access, Routes
from handlers.ui.texts import AllTexts, Texts
from handlers.ui.welcome import AllianceInfo, application_consent

REPLY = "application-reply"
ACTS = ("discard", "withdraw", "forget")


# --- applying -------------------------------------------------------------------------------------


async def apply(
    query: CallbackQuery,
    callback_data: ApplyButton,
    member: Member | None,
    event_from_user: User,
    applications: Applications,
    alliance: AllianceInfo,
    t: Texts,
) -> None:
    """Show the person's applications; ask for consent first."""
    consents = member is not None and member.consents_to(alliance.consent_version)
    cards = await applications.mine(member.id) if member is not None and consents else ()
    if callback_data.later:
        await show(query, t("apply-later"), to_apply(t))
    elif member is not None and cards:
        await _show_mine(query, cards, member, applications, t)
    else:
        words = application_consent(event_from_user.full_name, alliance, t)
        await acknowledge(query)
        if isinstance(query.message, Message):  # a separate message (152-ФЗ art. 9)
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
    """Record the consent, and ask the first question."""
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
    """Show an application; a draft at its open question."""
    opened = await applications.begin(member.id) if card.application.is_draft else card
    await show(query, *screen(opened, t))


# --- after sending --------------------------------------------------------------------------------


async def open_own(
    query: CallbackQuery,
    callback_data: ApplicationButton,
    member: Member,
    applications: Applications,
    t: Texts,
) -> None:
    """Open one's own application."""
    card = await applications.look(member.id, callback_data.application_id)
    await _open(query, card, member, applications, t)


async def view(
    query: CallbackQuery,
    callback_data: ViewApplicationButton,
    member: Member,
    bot: Bot,
    applications: Applications,
    t: Texts,
) -> None:
    """Show an application and its files in new messages, to people who decide; the ballot stays."""
    card = await applications.read(member.id, callback_data.application_id)
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
    """Withdraw an application or discard a draft; ask for confirmation first."""
    application, act = callback_data.application_id, callback_data.act
    if act not in ACTS:
        raise ButtonTooOld
    if not callback_data.sure:
        card = await applications.look(member.id, application)
        words = t("application-give-up", act=act, name=card.application.details.display_name)
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
    """Expect the answer to the secretary's question."""
    card = await applications.look(member.id, callback_data.application_id)
    application = card.application
    prompt, back = Prompt(REPLY, application.id), ApplicationButton(application_id=application.id)
    asked = [remark.text for remark in card.remarks if not remark.by_applicant]
    words = t("application-reply-question", question=asked[-1] if asked else "—")
    await ask(query, member, prompts, prompt, words, t, back)


async def reply(
    message: Message, prompt: Prompt, member: Member, applications: Applications, t: Texts
) -> None:
    """Pass the answer on; more text or files can be added."""
    file = file_of(message)
    text = message.text or message.caption or (t.plain("application-file-sent") if file else None)
    if text is None or (file is None and message.text is None):
        await message.answer(t("application-reply-kinds"))
        return
    card = await applications.reply(member.id, ApplicationId(prompt.subject), text, file)
    below = keyboards.own(card.application, t)
    await message.answer(t("application-replied"), reply_markup=below)


APPLICATIONS_ROUTES = Routes(
    access=Access.ANYBODY, buttons={ApplyButton: apply, ApplyConsentButton: give_consent}
)
REPLIES_ROUTES = Routes(
    buttons={
        ApplicationButton: open_own,
        ViewApplicationButton: view,
        GiveUpButton: give_up,
        ReplyButton: ask_for_reply,
    },
    questions={REPLY: reply},
)
