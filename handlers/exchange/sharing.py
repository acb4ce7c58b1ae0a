"""Share a post by a link, which opens it for members and tells others what the exchange is."""

from urllib.parse import urlencode

from aiogram import Bot
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, CopyTextButton, InlineKeyboardButton, Message

from bot.domain.people.members import Member
from bot.services.exchange.posts import ExchangePosts
from handlers.exchange.callbacks import ExchangePostButton, InExchange, SharePostButton
from handlers.exchange.cards import below_post, view_words
from handlers.ui.buttons import keyboard
from handlers.ui.edits import show
from handlers.ui.keyboards import to_apply
from handlers.ui.links import POST_PREFIX, post_in, post_link
from handlers.ui.routes import Access, Only, Routes
from handlers.ui.texts import Texts
from handlers.ui.welcome import AllianceInfo, joined

FORWARDS = "https://t.me/share/url"
"""Lets a person choose the chats that get a link (Telegram, "Share links")."""


async def share(
    query: CallbackQuery,
    callback_data: SharePostButton,
    member: Member,
    bot: Bot,
    exchange_posts: ExchangePosts,
    t: Texts,
) -> None:
    """Show the link to one's own post, to be copied or forwarded."""
    post = (await exchange_posts.managed(member.id, callback_data.post_id)).post
    link = post_link((await bot.me()).username or "", post.id)
    plan = post.plan
    said = t.plain("exchange-share-text", direction=plan.direction, title=plan.title)
    forwards = f"{FORWARDS}?{urlencode({'url': link, 'text': said})}"
    rows = [
        [InlineKeyboardButton(text=t.plain("button-exchange-forward"), url=forwards)],
        [
            InlineKeyboardButton(
                text=t.plain("button-exchange-copy"), copy_text=CopyTextButton(text=link)
            )
        ],
        [t.button("button-back", ExchangePostButton(post_id=post.id))],
    ]
    await show(query, t("exchange-share", title=plan.title, link=link), keyboard(rows))


async def open_shared(
    message: Message,
    command: CommandObject,
    member: Member,
    exchange_posts: ExchangePosts,
    t: Texts,
) -> None:
    """Show a post to a member who comes by its link."""
    view = await exchange_posts.look(member.id, post_in(command.args or ""))
    came = InExchange(direction=view.post.plan.direction)
    await message.answer(view_words(view, t), reply_markup=below_post(view, came, t))


async def tell_outsider(message: Message, alliance: AllianceInfo, t: Texts) -> None:
    """Tell somebody from outside what the link is about, but nothing of the post."""
    words = t("exchange-shared", alliance=alliance.name)
    await message.answer(words, reply_markup=to_apply(t))


def _is_insider(member: Member | None, alliance: AllianceInfo) -> bool:
    return member is not None and not member.guest and joined(member, alliance)


def _is_outsider(member: Member | None, alliance: AllianceInfo) -> bool:
    return member is None or (member.guest and joined(member, alliance))


ROUTES = Routes(buttons={SharePostButton: share})
LINK_ROUTES = Routes(access=Access.ANYBODY, links={POST_PREFIX: Only(_is_insider, open_shared)})
OUTSIDER_ROUTES = Routes(
    access=Access.ANYBODY, links={POST_PREFIX: Only(_is_outsider, tell_outsider)}
)
