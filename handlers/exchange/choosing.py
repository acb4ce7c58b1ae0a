"""The author's side: see the responses, choose one, and say what came of the choice."""

from aiogram.types import CallbackQuery, InlineKeyboardButton

from bot.domain.exchange.responses import Response
from bot.domain.people.members import Member
from bot.services.exchange.responses import ExchangeResponses
from bot.services.exchange.views import ResponseView
from handlers.exchange.callbacks import (
    ChooseResponseButton,
    ExchangePostButton,
    HandedOverButton,
    InExchange,
    NobodyCameButton,
    ResponseButton,
    ResponsesButton,
    WriteAboutButton,
)
from handlers.exchange.cards import below_post, settling_rows, to_post, view_words
from handlers.ui.buttons import Row, button, keyboard, listed, short
from handlers.ui.edits import show
from handlers.ui.pages import page_of
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts


async def list_responses(
    query: CallbackQuery,
    callback_data: ResponsesButton,
    member: Member,
    exchange_responses: ExchangeResponses,
    t: Texts,
) -> None:
    """Show who responded."""
    post, found = await exchange_responses.of_post(member.id, callback_data.post_id)
    page = page_of(found, callback_data.page)
    words = t("exchange-responses", title=post.plan.title, count=len(found))
    rows = listed(page, _line, callback_data, t)
    await show(query, words, keyboard([*rows, to_post(post, t)]))


def _line(response: Response, t: Texts) -> InlineKeyboardButton:
    words = t.plain(
        "button-exchange-response",
        state=response.state,
        name=response.name,
        origin=response.organisation_name,
    )
    return button(short(words), ResponseButton(response_id=response.id))


async def open_response(
    query: CallbackQuery,
    callback_data: ResponseButton,
    member: Member,
    exchange_responses: ExchangeResponses,
    t: Texts,
) -> None:
    """Show a response."""
    view = await exchange_responses.look(member.id, callback_data.response_id)
    await show(query, response_words(view, t), keyboard(_below(view, member, t)))


def response_words(view: ResponseView, t: Texts) -> str:
    """Return a response as HTML."""
    response = view.response
    return t(
        "exchange-response",
        title=view.post.plan.title,
        name=response.name,
        origin=response.organisation_name,
        text=response.text,
        state=response.state,
        said=bool(response.text),
    )


def _below(view: ResponseView, member: Member, t: Texts) -> list[Row]:
    id_ = view.response.id
    rows: list[Row] = []
    if view.chooses:
        data = ChooseResponseButton(response_id=id_)
        rows.append([t.button("button-exchange-choose", data, "primary")])
    if view.settles:
        rows += settling_rows(view.response, t)
    if view.writes:
        rows.append([t.button("button-exchange-write", WriteAboutButton(response_id=id_))])
    if view.response.member == member.id:
        return [*rows, to_post(view.post, t)]
    back = ResponsesButton(post_id=view.post.id)
    return [*rows, [t.button("button-back", back)]]


async def ask_to_choose(
    query: CallbackQuery,
    callback_data: ChooseResponseButton,
    member: Member,
    exchange_responses: ExchangeResponses,
    t: Texts,
) -> None:
    """Ask once more, and say who will be told."""
    response = callback_data.response_id
    view = await exchange_responses.require_choosing(member.id, response)
    rows = [
        [
            t.button(
                "button-exchange-choose-sure",
                ChooseResponseButton(response_id=response, sure=True),
                "success",
            )
        ],
        [t.button("button-back", ResponseButton(response_id=response))],
    ]
    name, origin = view.response.name, view.response.organisation_name
    others = view.others if view.fills else 0
    words = t("exchange-choose", name=name, origin=origin, others=others)
    await show(query, words, keyboard(rows))


async def choose(
    query: CallbackQuery,
    callback_data: ChooseResponseButton,
    member: Member,
    exchange_responses: ExchangeResponses,
    t: Texts,
) -> None:
    """Choose a response."""
    response = callback_data.response_id
    view = await exchange_responses.choose(member.id, response)
    write = t.button("button-exchange-write", WriteAboutButton(response_id=response), "primary")
    words = t("exchange-chosen", name=view.response.name, title=view.post.plan.title)
    await show(query, words, keyboard([[write], to_post(view.post, t)]))


async def ask_how_it_ended(
    query: CallbackQuery,
    callback_data: HandedOverButton | NobodyCameButton,
    member: Member,
    exchange_responses: ExchangeResponses,
    t: Texts,
) -> None:
    """Ask once more whether it was handed over, or whether nobody came."""
    view = await exchange_responses.require_chosen(member.id, callback_data.response_id)
    handed = isinstance(callback_data, HandedOverButton)
    sure = callback_data.model_copy(update={"sure": True})
    rows = [
        [
            t.button(
                "button-exchange-ended-sure", sure, "success" if handed else None, handed=handed
            )
        ],
        [t.button("button-back", ExchangePostButton(post_id=view.post.id))],
    ]
    name, title = view.response.name, view.post.plan.title
    words = t("exchange-ended-sure", handed=handed, name=name, title=title, closes=view.closes)
    await show(query, words, keyboard(rows))


async def hand_over(
    query: CallbackQuery,
    callback_data: HandedOverButton,
    member: Member,
    exchange_responses: ExchangeResponses,
    t: Texts,
) -> None:
    """Note that the chosen one has got it."""
    view = await exchange_responses.hand_over(member.id, callback_data.response_id)
    words = t("exchange-handed-over", title=view.post.plan.title)
    await show(query, words, keyboard([to_post(view.post, t)]))


async def nobody_came(
    query: CallbackQuery,
    callback_data: NobodyCameButton,
    member: Member,
    exchange_responses: ExchangeResponses,
    t: Texts,
) -> None:
    """Note that it did not work out; the post is open again."""
    view = await exchange_responses.nobody_came(member.id, callback_data.response_id)
    await show(query, view_words(view, t), below_post(view, InExchange(), t))


ROUTES = Routes(
    buttons={
        ResponsesButton: list_responses,
        ResponseButton: open_response,
        on(ChooseResponseButton, sure=False): ask_to_choose,
        ChooseResponseButton: choose,
        on(HandedOverButton, sure=False): ask_how_it_ended,
        HandedOverButton: hand_over,
        on(NobodyCameButton, sure=False): ask_how_it_ended,
        NobodyCameButton: nobody_came,
    }
)
