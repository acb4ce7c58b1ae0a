"""Organisers hide posts with a reason, show them again, and see the outcomes of a year."""

import asyncio

from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.documents.exchange import outcomes_workbook
from bot.domain.exchange.figures import Outcomes
from bot.domain.exchange.posts import Direction, PostId, PostKind
from bot.domain.people.members import Member
from bot.services.exchange.moderation import ExchangeModeration
from bot.services.prompts import Prompt, Prompts
from handlers.exchange.callbacks import (
    ExchangePostButton,
    HidePostButton,
    InExchange,
    OutcomesButton,
    OutcomesFileButton,
    ShowPostButton,
)
from handlers.exchange.cards import below_post, to_exchange, to_post, view_words
from handlers.forms.prompts import ask
from handlers.ui.buttons import keyboard
from handlers.ui.edits import acknowledge, show
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

HIDE = "exchange-hide"
YEARS = 10
"""Years that can be looked at."""


async def ask_to_hide(
    query: CallbackQuery,
    callback_data: HidePostButton,
    member: Member,
    exchange_moderation: ExchangeModeration,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask why; the author's side will read it."""
    post = await exchange_moderation.require_hiding(member.id, callback_data.post_id)
    words = t("exchange-hide", title=post.plan.title)
    await ask(
        query, member, prompts, Prompt(HIDE, post.id), words, t, ExchangePostButton(post_id=post.id)
    )


async def hide(
    message: Message,
    prompt: Prompt,
    member: Member,
    exchange_moderation: ExchangeModeration,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Hide the post."""
    post, reason = PostId(prompt.subject), message.text or ""
    view = await exchange_moderation.hide(member.id, post, reason)
    if member.telegram_id is not None:
        await prompts.forget(member.telegram_id)
    words = t("exchange-hidden", title=view.post.plan.title)
    await message.answer(words, reply_markup=keyboard([to_post(view.post, t)]))


async def show_again(
    query: CallbackQuery,
    callback_data: ShowPostButton,
    member: Member,
    exchange_moderation: ExchangeModeration,
    t: Texts,
) -> None:
    """Show a hidden post again."""
    view = await exchange_moderation.show(member.id, callback_data.post_id)
    await show(query, view_words(view, t), below_post(view, InExchange(), t))


async def outcomes(
    query: CallbackQuery,
    callback_data: OutcomesButton,
    member: Member,
    exchange_moderation: ExchangeModeration,
    t: Texts,
) -> None:
    """Show what was handed over in a year, by kind."""
    back = min(callback_data.back, YEARS - 1)
    found = await exchange_moderation.outcomes(member.id, back)
    turns = [
        t.button(key, OutcomesButton(back=one))
        for key, one in (("button-earlier", back + 1), ("button-later", back - 1))
        if 0 <= one < YEARS
    ]
    file = t.button("button-exchange-outcomes-file", OutcomesFileButton(back=back))
    await show(query, _outcome_words(found, t), keyboard([turns, [file], [to_exchange(t)]]))


def _outcome_words(found: Outcomes, t: Texts) -> str:
    lines = [
        t(
            "exchange-outcomes-kind",
            kind=kind,
            offers=found.count(kind, Direction.OFFER),
            needs=found.count(kind, Direction.NEED),
        )
        for kind in PostKind
        if found.count(kind)
    ]
    head = t(
        "exchange-outcomes",
        year=str(found.year),
        published=found.published,
        count=len(found.handed_over),
        missed=found.missed,
        organisations=len(found.organisations),
    )
    return "\n".join([head, *lines])


async def send_outcomes(
    query: CallbackQuery,
    callback_data: OutcomesFileButton,
    member: Member,
    exchange_moderation: ExchangeModeration,
    t: Texts,
) -> None:
    """Send the outcomes of a year as a spreadsheet."""
    found = await exchange_moderation.outcomes(member.id, callback_data.back)
    await acknowledge(query, t.plain("exchange-outcomes-coming"))
    content = await asyncio.to_thread(outcomes_workbook, found, t.zone, t.plain)
    title = t.plain("exchange-outcomes-title", year=str(found.year))
    if isinstance(query.message, Message):
        file = BufferedInputFile(content, f"{title}.xlsx")
        await query.message.answer_document(file, caption=title, parse_mode=None)


ROUTES = Routes(
    buttons={
        HidePostButton: ask_to_hide,
        ShowPostButton: show_again,
        OutcomesButton: outcomes,
        OutcomesFileButton: send_outcomes,
    },
    questions={HIDE: hide},
)
