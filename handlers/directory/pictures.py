"""The card of an organisation as a picture to forward."""

from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.documents.directory import card_picture
from bot.documents.files import DocumentRenderer
from bot.domain.people.members import Member
from bot.domain.refusals import ButtonTooOld
from bot.services.directory.directory import Directory
from handlers.directory.callbacks import PictureButton
from handlers.ui.edits import acknowledge
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts
from handlers.ui.welcome import AllianceInfo


async def send_picture(
    query: CallbackQuery,
    callback_data: PictureButton,
    member: Member,
    directory: Directory,
    alliance: AllianceInfo,
    renderer: DocumentRenderer,
    t: Texts,
) -> None:
    """Send what is public of a card as a picture, below the card."""
    card = (await directory.card(member.id, callback_data.organisation_id)).card
    if not isinstance(query.message, Message):
        raise ButtonTooOld
    await acknowledge(query, t.plain("directory-picture-coming"))

    def say(column: str) -> str:
        return t.plain(f"directory-column-{column}")

    picture = await renderer.card(card_picture(card, alliance.name, say))
    file = BufferedInputFile(picture, "card.png")
    await query.message.answer_photo(
        file, caption=f"{card.title} · {alliance.name}", parse_mode=None
    )


ROUTES = Routes(buttons={PictureButton: send_picture})
