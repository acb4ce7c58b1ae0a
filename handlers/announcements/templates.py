"""Templates: texts for repeated use, with the fields {name} and {organisation}."""

from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.domain.announcements.announcements import FIELDS, AnnouncementPlan, Template
from bot.domain.announcements.drafts import AnnouncementDraft, wording_of
from bot.services.announcements.templates import Templates
from bot.services.prompts import Prompt, Prompts
from handlers.announcements.callbacks.announcement_boards import (
    BoardsButton,
    TemplateButton,
    TemplatesButton,
)
from handlers.announcements.callbacks.announcement_drafts import DraftButton
from handlers.announcements.desks import Desk, at_desk
from handlers.announcements.panels import back_to_panel
from handlers.announcements.previews import send_preview
from handlers.ui.buttons import button, keyboard, listed, pairs, short
from handlers.ui.edits import acknowledge, show
from handlers.ui.lengths import clipped
from handlers.ui.pages import page_of
from handlers.ui.routes import Routes, on
from handlers.ui.texts import AllTexts, Texts

ASKED = "template-name"
WORDS = 300


async def ask_for_name(
    query: CallbackQuery, callback_data: DraftButton, desk: Desk, prompts: Prompts
) -> None:
    """Ask for the template's name."""
    draft = await desk.drafts.get(desk.member.id, callback_data.number)
    if desk.member.telegram_id is not None:
        await prompts.ask(desk.member.telegram_id, Prompt(ASKED, draft.number))
    words = desk.t("template-ask", **{field: f"{{{field}}}" for field in FIELDS})
    await desk.cover(query, draft, words, keyboard([back_to_panel(draft.number, desk.t)]))


async def save(message: Message, prompt: Prompt, desk: Desk, templates: Templates) -> None:
    """Save the draft's contents under the typed name."""
    draft = await desk.drafts.get(desk.member.id, prompt.subject)
    name = message.text or ""
    await templates.save(desk.member.id, name, draft.contents)
    below = keyboard([back_to_panel(draft.number, desk.t)])
    await message.answer(desk.t("template-saved", name=name), reply_markup=below)


async def list_templates(
    query: CallbackQuery, callback_data: TemplatesButton, desk: Desk, templates: Templates
) -> None:
    """List the templates by name."""
    t = desk.t
    found = await templates.listed(desk.member.id)
    page = page_of(found, callback_data.page)
    back = t.button("button-back", BoardsButton())
    words = t("templates", count=len(found))
    await show(query, words, keyboard([*listed(page, _line, TemplatesButton(), t), [back]]))


def _line(one: Template, _: Texts) -> InlineKeyboardButton:
    return button(short(one.name), TemplateButton(template_id=one.id, act="open"))


async def open_template(
    query: CallbackQuery, callback_data: TemplateButton, desk: Desk, templates: Templates
) -> None:
    """Show a template and its buttons."""
    t = desk.t
    found = await templates.get(desk.member.id, callback_data.template_id)
    words = next(iter(found.contents.values())).words
    acts = [
        t.button("button-template-act", TemplateButton(template_id=found.id, act=act), act=act)
        for act in ("use", "show", "drop")
    ]
    back = t.button("button-back", TemplatesButton())
    text = t("template", name=found.name, words=clipped(words, WORDS) or "—")
    await show(query, text, keyboard([*pairs(acts), [back]]))


async def look(
    query: CallbackQuery,
    callback_data: TemplateButton,
    desk: Desk,
    templates: Templates,
    texts: AllTexts,
) -> None:
    """Preview a template with the organiser's own name and organisation."""
    found = await templates.get(desk.member.id, callback_data.template_id)
    await acknowledge(query)
    plan = AnnouncementPlan(contents=found.contents)
    await send_preview(desk.bot, desk.member, plan, texts, desk.t)


async def use(
    query: CallbackQuery, callback_data: TemplateButton, desk: Desk, templates: Templates
) -> None:
    """Begin a draft with a template's contents."""
    found = await templates.get(desk.member.id, callback_data.template_id)
    wordings = {language: wording_of(one) for language, one in found.contents.items()}
    draft = await desk.drafts.begin(desk.member.id, AnnouncementDraft(number=0, wordings=wordings))
    await acknowledge(query)
    await desk.present(query.from_user.id, draft)


async def drop(
    query: CallbackQuery, callback_data: TemplateButton, desk: Desk, templates: Templates
) -> None:
    """Delete a template; it can be saved again."""
    await templates.delete(desk.member.id, callback_data.template_id)
    back = desk.t.button("button-back", TemplatesButton())
    await show(query, desk.t("template-dropped"), keyboard([[back]]))


ROUTES = Routes(
    prepare=at_desk,
    buttons={
        on(DraftButton, screen="template"): ask_for_name,
        TemplatesButton: list_templates,
        on(TemplateButton, act="open"): open_template,
        on(TemplateButton, act="show"): look,
        on(TemplateButton, act="use"): use,
        on(TemplateButton, act="drop"): drop,
    },
    questions={ASKED: save},
)
