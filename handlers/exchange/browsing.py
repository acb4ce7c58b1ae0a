"""/exchange: browse and find what is given and looked for, and open a post."""

from aiogram.types import CallbackQuery, InlineKeyboardMarkup, InputMediaPhoto, MediaUnion, Message

from bot.domain.exchange.posts import Direction, Post, PostKind
from bot.domain.lines import visible
from bot.domain.people.members import Member
from bot.domain.refusals import ButtonTooOld
from bot.services.exchange.posts import ExchangePosts
from bot.services.exchange.views import ExchangeOverview, PostPage
from bot.services.prompts import Prompt, Prompts
from handlers.exchange.callbacks import (
    ExchangeButton,
    ExchangePostButton,
    InExchange,
    NewPostButton,
    OutcomesButton,
    PostKindsButton,
    PostPhotosButton,
    PostsButton,
    ReaderButton,
)
from handlers.exchange.cards import below_post, post_line, to_exchange, view_words
from handlers.ui.buttons import Row, keyboard, turning
from handlers.ui.edits import acknowledge, show
from handlers.ui.lengths import clipped
from handlers.ui.pages import PAGE, Page
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

FIND = "exchange-find"
QUERY_LENGTH = 60
"""UTF-16 units of what was typed in the answer to it."""
LINES = PAGE - 1
"""Posts of a page: the choice of a kind needs a button too."""


async def open_exchange(
    message: Message, member: Member, exchange_posts: ExchangePosts, prompts: Prompts, t: Texts
) -> None:
    """Show the first screen; what is typed next is searched for."""
    overview = await exchange_posts.overview(member.id)
    await _expect_query(member, prompts)
    await message.answer(_home(overview, t), reply_markup=_ways(overview, member, t))


async def home(
    query: CallbackQuery, member: Member, exchange_posts: ExchangePosts, prompts: Prompts, t: Texts
) -> None:
    """Return to the first screen."""
    overview = await exchange_posts.overview(member.id)
    await _expect_query(member, prompts)
    await show(query, _home(overview, t), _ways(overview, member, t))


async def _expect_query(member: Member, prompts: Prompts) -> None:
    """Search for what is typed next, on every screen from which people go on looking."""
    if member.telegram_id is not None:
        await prompts.ask(member.telegram_id, Prompt(FIND, 0))


def _home(overview: ExchangeOverview, t: Texts) -> str:
    empty = not overview.offers and not overview.needs
    return t("exchange", empty=empty, posts=overview.posts)


def _ways(overview: ExchangeOverview, member: Member, t: Texts) -> InlineKeyboardMarkup:
    lists = [
        t.button(
            "button-exchange-browse",
            PostsButton(direction=direction),
            direction=direction,
            count=count,
        )
        for direction, count in (
            (Direction.OFFER, overview.offers),
            (Direction.NEED, overview.needs),
        )
    ]
    rows: list[Row] = [lists, *(_found_line(one, t) for one in overview.newest)]
    if overview.own:
        rows.append([t.button("button-exchange-mine", PostsButton(), count=overview.own)])
    if overview.posts:
        rows.append([t.button("button-exchange-new", NewPostButton(), "primary")])
    rows.append([t.button("button-exchange-reader", ReaderButton())])
    if member.is_organiser:
        rows.append([t.button("button-exchange-outcomes", OutcomesButton())])
    return keyboard(rows)


async def browse(
    query: CallbackQuery,
    callback_data: PostsButton,
    member: Member,
    exchange_posts: ExchangePosts,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Show a page of posts: of others, or one's own."""
    came = callback_data
    if came.direction is None:
        found = await exchange_posts.mine(member.id, came.page, LINES)
    else:
        found = await exchange_posts.page(member.id, came.direction, came.kind, came.page, LINES)
    await _expect_query(member, prompts)
    place = InExchange(direction=came.direction, kind=came.kind, page=found.number)
    words = t(
        "exchange-page",
        direction=came.direction or "mine",
        kind=came.kind or "all",
        count=found.count,
    )
    await show(query, words, _listed(found, place, came, t))


def _listed(
    found: PostPage, place: InExchange, came: PostsButton, t: Texts
) -> InlineKeyboardMarkup:
    rows: list[Row] = [[post_line(one, standing, place, t)] for one, standing in found.posts]
    pages = Page(found.posts, found.number, max(1, -(-found.count // found.size)))
    rows.append(turning(pages, came, t))
    if came.direction is not None and (found.count or came.kind is not None):
        kinds = PostKindsButton(direction=came.direction)
        rows.append([t.button("button-exchange-kinds", kinds, kind=came.kind or "all")])
    return keyboard([*rows, [to_exchange(t)]])


async def choose_kind(
    query: CallbackQuery,
    callback_data: PostKindsButton,
    member: Member,
    exchange_posts: ExchangePosts,
    t: Texts,
) -> None:
    """Offer the kinds of posts."""
    await exchange_posts.overview(member.id)
    direction = callback_data.direction
    rows = [
        [t.button("button-exchange-kind", PostsButton(direction=direction, kind=kind), kind=kind)]
        for kind in PostKind
    ]
    every = t.button("button-exchange-kind", PostsButton(direction=direction), kind="all")
    await show(query, t("exchange-kinds"), keyboard([*rows, [every], [to_exchange(t)]]))


async def find(message: Message, member: Member, exchange_posts: ExchangePosts, t: Texts) -> None:
    """Show the posts that were meant; further searches can be typed."""
    text = message.text or ""
    found = await exchange_posts.search(member.id, text, PAGE)
    shown = clipped(visible(text), QUERY_LENGTH)
    words = t("exchange-found", text=shown, count=len(found.hits), strong=found.strong)
    rows: list[Row] = [_found_line(post, t) for _, post in found.hits]
    await message.answer(words, reply_markup=keyboard([*rows, [to_exchange(t)]]))


def _found_line(post: Post, t: Texts) -> Row:
    """Return the button of a listed post outside of its list."""
    direction = post.plan.direction
    return [post_line(post, direction, InExchange(direction=direction), t)]


async def open_post(
    query: CallbackQuery,
    callback_data: ExchangePostButton,
    member: Member,
    exchange_posts: ExchangePosts,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Show a post."""
    view = await exchange_posts.look(member.id, callback_data.post_id)
    await _expect_query(member, prompts)
    came = InExchange(**callback_data.model_dump(include=set(InExchange.model_fields)))
    await show(query, view_words(view, t), below_post(view, came, t))


async def send_photos(
    query: CallbackQuery,
    callback_data: PostPhotosButton,
    member: Member,
    exchange_posts: ExchangePosts,
) -> None:
    """Send the photos of a post below it, as one album."""
    post = (await exchange_posts.look(member.id, callback_data.post_id)).post
    photos, title = post.plan.photos, post.plan.title
    if not photos or not isinstance(query.message, Message):
        raise ButtonTooOld
    await acknowledge(query)
    if len(photos) == 1:
        await query.message.answer_photo(photos[0], caption=title, parse_mode=None)
        return
    first, *rest = photos
    album: list[MediaUnion] = [
        InputMediaPhoto(media=first, caption=title, parse_mode=None),
        *(InputMediaPhoto(media=one) for one in rest),
    ]
    await query.message.answer_media_group(album)


ROUTES = Routes(
    commands={"exchange": open_exchange},
    buttons={
        ExchangeButton: home,
        PostsButton: browse,
        PostKindsButton: choose_kind,
        ExchangePostButton: open_post,
        PostPhotosButton: send_photos,
    },
    questions={FIND: find},
)
