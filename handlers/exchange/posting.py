"""What an author does with a post: write it, change it, renew it, take it down."""

from aiogram.types import CallbackQuery

from bot.domain.people.members import Member
from bot.services.exchange.posts import ExchangePosts
from handlers.exchange.callbacks import (
    EditPostButton,
    ExchangePostButton,
    NewPostButton,
    RenewPostButton,
    TakeDownButton,
)
from handlers.exchange.cards import to_post
from handlers.exchange.post_forms import POST, draft_of
from handlers.forms.opener import Forms, with_forms
from handlers.ui.buttons import keyboard
from handlers.ui.edits import show
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts


async def begin(
    query: CallbackQuery, member: Member, exchange_posts: ExchangePosts, forms: Forms
) -> None:
    """Open the form for a new post."""
    await exchange_posts.require_posting(member.id)
    await forms.make_new(query, POST)


async def edit(
    query: CallbackQuery,
    callback_data: EditPostButton,
    member: Member,
    exchange_posts: ExchangePosts,
    forms: Forms,
) -> None:
    """Open the form for an existing post."""
    post = await exchange_posts.editable(member.id, callback_data.post_id)
    await forms.open_for(query, POST, post.id, draft_of(post))


async def renew(
    query: CallbackQuery,
    callback_data: RenewPostButton,
    member: Member,
    exchange_posts: ExchangePosts,
    t: Texts,
) -> None:
    """Begin the term of a post once more."""
    post = await exchange_posts.renew(member.id, callback_data.post_id)
    until = post.expires_at or post.published_at
    ends = post.expires_at is not None
    words = t("exchange-renewed", title=post.plan.title, until=until, ends=ends)
    await show(query, words, keyboard([to_post(post, t)]))


async def ask_to_take_down(
    query: CallbackQuery,
    callback_data: TakeDownButton,
    member: Member,
    exchange_posts: ExchangePosts,
    t: Texts,
) -> None:
    """Ask once more, and say who will be told."""
    view = await exchange_posts.managed(member.id, callback_data.post_id)
    yes = TakeDownButton(post_id=view.post.id, sure=True)
    rows = [
        [t.button("button-exchange-take-down-sure", yes, "danger")],
        [t.button("button-back", ExchangePostButton(post_id=view.post.id))],
    ]
    words = t("exchange-take-down", title=view.post.plan.title, count=view.count)
    await show(query, words, keyboard(rows))


async def take_down(
    query: CallbackQuery,
    callback_data: TakeDownButton,
    member: Member,
    exchange_posts: ExchangePosts,
    t: Texts,
) -> None:
    """Take a post down."""
    post = await exchange_posts.take_down(member.id, callback_data.post_id)
    words = t("exchange-taken-down", title=post.plan.title)
    await show(query, words, keyboard([to_post(post, t)]))


ROUTES = Routes(
    prepare=with_forms,
    buttons={
        NewPostButton: begin,
        EditPostButton: edit,
        RenewPostButton: renew,
        on(TakeDownButton, sure=False): ask_to_take_down,
        TakeDownButton: take_down,
    },
)
