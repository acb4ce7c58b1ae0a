"""Write to an organisation through the bot, answer, and confirm one's own card."""

from aiogram.types import CallbackQuery, Message

from bot.domain.directory.letters import ConfirmationLetter, DirectoryLetterId, ForwardedLetter
from bot.domain.people.members import Member, OrganisationId
from bot.services.directory.editing import DirectoryEditing
from bot.services.directory.letters import DirectoryLetters
from bot.services.prompts import Prompt, Prompts
from handlers.directory.callbacks import (
    AnswerButton,
    CardButton,
    ConfirmCardButton,
    DirectoryButton,
    EditCardButton,
    WriteToButton,
)
from handlers.directory.cards import words_of
from handlers.forms.prompts import ask
from handlers.ui.buttons import keyboard
from handlers.ui.callbacks import HandoverListButton
from handlers.ui.edits import show
from handlers.ui.letters import Rendered, Renderers, Sight
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

WRITE, ANSWER = "directory-write", "directory-answer"


async def ask_to_write(
    query: CallbackQuery,
    callback_data: WriteToButton,
    member: Member,
    directory_letters: DirectoryLetters,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask for the text of a letter, and say who will see the sender's name."""
    organisation = callback_data.organisation_id
    title = await directory_letters.require_writable(member.id, organisation)
    words = t("directory-write", title=title, name=member.name)
    back = CardButton(organisation_id=organisation)
    await ask(query, member, prompts, Prompt(WRITE, organisation), words, t, back)


async def write(
    message: Message,
    prompt: Prompt,
    member: Member,
    directory_letters: DirectoryLetters,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Send the letter."""
    organisation = OrganisationId(prompt.subject)
    title = await directory_letters.write(member.id, organisation, message.text or "")
    await _close(member, prompts)
    card = t.button("button-directory-card", CardButton(organisation_id=organisation))
    await message.answer(t("directory-written", title=title), reply_markup=keyboard([[card]]))


async def ask_to_answer(
    query: CallbackQuery,
    callback_data: AnswerButton,
    member: Member,
    directory_letters: DirectoryLetters,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask for the text of an answer."""
    letter = callback_data.letter_id
    await directory_letters.require_answerable(member.id, letter)
    words = t("directory-answer", name=member.name)
    await ask(query, member, prompts, Prompt(ANSWER, letter), words, t, DirectoryButton())


async def answer(
    message: Message,
    prompt: Prompt,
    member: Member,
    directory_letters: DirectoryLetters,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Send the answer."""
    letter = DirectoryLetterId(prompt.subject)
    await directory_letters.answer(member.id, letter, message.text or "")
    await _close(member, prompts)
    home = t.button("button-directory", DirectoryButton())
    await message.answer(t("directory-answered"), reply_markup=keyboard([[home]]))


async def _close(member: Member, prompts: Prompts) -> None:
    if member.telegram_id is not None:
        await prompts.forget(member.telegram_id)


async def confirm(
    query: CallbackQuery,
    callback_data: ConfirmCardButton,
    member: Member,
    directory_editing: DirectoryEditing,
    t: Texts,
) -> None:
    """Note that the card is still right."""
    organisation = callback_data.organisation_id
    card = await directory_editing.confirm(member.id, organisation)
    opened = t.button("button-directory-card", CardButton(organisation_id=organisation))
    await show(query, t("directory-confirmed", title=card.title), keyboard([[opened]]))


def render_letter(letter: ForwardedLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return a letter for its recipient, with a button to answer it."""
    words = t(
        "directory-letter",
        sender=letter.sender,
        origin=letter.origin,
        represents=bool(letter.origin),
        about=letter.about,
        answer=letter.answer,
        text=letter.letter.text,
    )
    button = t.button(
        "button-directory-answer", AnswerButton(letter_id=letter.letter.id), "primary"
    )
    return Rendered(words, keyboard([[button]]))


def render_confirmation(letter: ConfirmationLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the card with the question whether it is right."""
    id_ = letter.card.organisation.id
    rows = [
        [t.button("button-directory-confirm", ConfirmCardButton(organisation_id=id_), "success")],
        [t.button("button-directory-edit", EditCardButton(organisation_id=id_))],
        [t.button("button-handover-list", HandoverListButton())],
    ]
    words = t("directory-confirm", card=words_of(letter.card, t))
    return Rendered(words, keyboard(rows))


LETTERS: Renderers = {ForwardedLetter: render_letter, ConfirmationLetter: render_confirmation}

ROUTES = Routes(
    buttons={WriteToButton: ask_to_write, AnswerButton: ask_to_answer, ConfirmCardButton: confirm},
    questions={WRITE: write, ANSWER: answer},
)
