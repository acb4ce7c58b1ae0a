"""Organisations in inline and guest mode, and the link from there to a card in the bot."""

from collections.abc import Sequence

from aiogram import Bot
from aiogram.filters import CommandObject
from aiogram.types import (
    InlineKeyboardButton,
    InlineQueryResultArticle,
    InlineQueryResultUnion,
    InputTextMessageContent,
    LinkPreviewOptions,
    Message,
)

from bot.domain.directory.cards import Card
from bot.domain.people.members import Member
from bot.services.directory.directory import Directory
from handlers.directory.callbacks import InDirectory
from handlers.directory.cards import below, words_of
from handlers.ui.buttons import keyboard
from handlers.ui.inline import RESULTS_LIMIT
from handlers.ui.links import CARD_PREFIX, card_link, organisation_in
from handlers.ui.routes import Access, Data, Only, Routes
from handlers.ui.texts import Texts
from handlers.ui.welcome import joined


async def organisations(query: str, data: Data) -> Sequence[InlineQueryResultUnion]:
    """Return the organisations that are meant by what was typed; none without it."""
    directory: Directory = data["directory"]
    member: Member | None = data["member"]
    bot: Bot = data["bot"]
    username = (await bot.me()).username or ""
    found = await directory.offered(None if member is None else member.id, query, RESULTS_LIMIT)
    return [_result(card, username, data["t"]) for card in found]


def _result(card: Card, username: str, t: Texts) -> InlineQueryResultArticle:
    organisation = card.organisation
    link = card_link(username, organisation.id)
    opens = InlineKeyboardButton(text=t.plain("button-post-open"), url=link)
    about = filter(None, (organisation.municipality, *card.details.fields))
    return InlineQueryResultArticle(
        id=f"organisation:{organisation.id}",
        title=card.title,
        description=" · ".join(about),
        input_message_content=InputTextMessageContent(
            message_text=words_of(card, t),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        ),
        reply_markup=keyboard([[opens]]),
    )


async def open_card(
    message: Message, command: CommandObject, member: Member, directory: Directory, t: Texts
) -> None:
    """Show a card to the person who comes from another chat."""
    view = await directory.card(member.id, organisation_in(command.args or ""))
    await message.answer(words_of(view.card, t), reply_markup=below(view, InDirectory(), t))


ROUTES = Routes(access=Access.ANYBODY, links={CARD_PREFIX: Only(joined, open_card)})
