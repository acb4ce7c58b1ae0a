"""Respond to a post, withdraw the response, and write to the other side."""

from aiogram.types import CallbackQuery, Message

from bot.domain.exchange.posts import PostId
from bot.domain.exchange.responses import ResponseId
from bot.domain.people.members import Member
from bot.services.exchange.responses import ExchangeResponses
from bot.services.prompts import Prompt, Prompts
from handlers.exchange.callbacks import (
    ExchangePostButton,
    RespondButton,
    ResponseButton,
    WithdrawResponseButton,
    WriteAboutButton,
)
from handlers.exchange.cards import to_exchange, to_post
from handlers.forms.prompts import ask
from handlers.ui.buttons import keyboard
from handlers.ui.edits import show
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

RESPOND, WRITE = "exchange-respond", "exchange-write"


async def ask_to_respond(
    query: CallbackQuery,
    callback_data: RespondButton,
    member: Member,
    exchange_responses: ExchangeResponses,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask for the words of a response, and say who will see the person's name."""
    post = callback_data.post_id
    view = await exchange_responses.require_responding(member.id, post)
    plan, name = view.post.plan, member.name
    words = t("exchange-respond", title=plan.title, direction=plan.direction, name=name)
    await ask(
        query, member, prompts, Prompt(RESPOND, post), words, t, ExchangePostButton(post_id=post)
    )


async def respond(
    message: Message,
    prompt: Prompt,
    member: Member,
    exchange_responses: ExchangeResponses,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Send the response."""
    text = message.text or ""
    post = await exchange_responses.respond(member.id, PostId(prompt.subject), text)
    await _close(member, prompts)
    words = t("exchange-responded", title=post.plan.title)
    await message.answer(words, reply_markup=keyboard([to_post(post, t)]))


async def withdraw(
    query: CallbackQuery,
    callback_data: WithdrawResponseButton,
    member: Member,
    exchange_responses: ExchangeResponses,
    t: Texts,
) -> None:
    """Withdraw one's own response."""
    view = await exchange_responses.withdraw(member.id, callback_data.post_id)
    words = t("exchange-withdrawn", title=view.post.plan.title)
    rows = [to_post(view.post, t) if view.responds else [to_exchange(t)]]
    await show(query, words, keyboard(rows))


async def _close(member: Member, prompts: Prompts) -> None:
    if member.telegram_id is not None:
        await prompts.forget(member.telegram_id)


# --- messages -------------------------------------------------------------------------------------


async def ask_to_write(
    query: CallbackQuery,
    callback_data: WriteAboutButton,
    member: Member,
    exchange_responses: ExchangeResponses,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask for a message to the other side."""
    response = callback_data.response_id
    view = await exchange_responses.require_writable(member.id, response)
    words = t("exchange-write", title=view.post.plan.title, name=member.name)
    back = ResponseButton(response_id=response)
    await ask(query, member, prompts, Prompt(WRITE, response), words, t, back)


async def write(
    message: Message,
    prompt: Prompt,
    member: Member,
    exchange_responses: ExchangeResponses,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Send the message."""
    response, text = ResponseId(prompt.subject), message.text or ""
    view = await exchange_responses.write(member.id, response, text)
    await _close(member, prompts)
    await message.answer(t("exchange-written"), reply_markup=keyboard([to_post(view.post, t)]))


ROUTES = Routes(
    buttons={
        RespondButton: ask_to_respond,
        WithdrawResponseButton: withdraw,
        WriteAboutButton: ask_to_write,
    },
    questions={RESPOND: respond, WRITE: write},
)
