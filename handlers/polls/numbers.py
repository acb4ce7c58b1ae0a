"""The number of a secret ballot: shown for ten minutes in a separate message, then deleted."""

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message

from bot.domain.letters import Letter
from bot.domain.notices import MessageRef
from bot.domain.people.members import Member, MemberId
from bot.domain.polls.letters import NumberLetter, NumberRemovalLetter
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from bot.services.polls.numbers import BallotNumbers
from handlers.polls import keyboards
from handlers.polls.callbacks.polls import MyNumberButton
from handlers.ui.edits import acknowledge, edited, insist
from handlers.ui.letters import Rendered, Sight
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

TOO_OLD = "can't be deleted"
GONE = "message to delete not found"


async def show_number(
    query: CallbackQuery,
    poll: PollId,
    voter: VoterId,
    number: str,
    member: MemberId,
    numbers: BallotNumbers,
    t: Texts,
) -> None:
    """Send a number in a separate message.

    The message is sent without it first: once its deletion is planned, the number is added. So
    whatever fails, no number stays in the chat. Unless it is recorded at the end that the number
    was told, the bot sends it again later.
    """
    bot, tapped = query.bot, query.message
    if bot is None or tapped is None:
        return
    chat = tapped.chat.id  # the only known content of a message too old to be edited
    sent: list[Message] = []

    async def announce() -> None:
        sent.append(await bot.send_message(chat, render_number(NumberLetter(None), t).text))

    await insist(announce)
    place, said = MessageRef(chat, sent[-1].message_id), render_number(NumberLetter(number), t)
    await numbers.show(member, poll, place)
    await insist(lambda: _put_in(bot, place, said))
    await numbers.told(poll, voter)


async def _put_in(bot: Bot, place: MessageRef, said: Rendered) -> None:
    change = bot.edit_message_text(
        said.text, chat_id=place.chat, message_id=place.message, reply_markup=said.keyboard
    )
    await edited(change)


def render_number(letter: NumberLetter, t: Texts, _sight: Sight | None = None) -> Rendered:
    """Return the number of a ballot with a copy button; before that, that it follows."""
    if letter.number is None:
        return Rendered(t("ballot-number-coming"))
    return Rendered(t("ballot-number", number=letter.number), keyboards.number(letter.number, t))


async def show_mine(
    query: CallbackQuery,
    callback_data: MyNumberButton,
    member: Member,
    ballot_numbers: BallotNumbers,
    t: Texts,
) -> None:
    """Show the number of a ballot again."""
    poll, voter = callback_data.poll_id, callback_data.voter_id
    number = await ballot_numbers.find(member.id, poll, voter)
    await acknowledge(query)
    await show_number(query, poll, voter, number, member.id, ballot_numbers, t)


async def remove_number(
    bot: Bot, _letter: Letter, said: NumberRemovalLetter, t: Texts, _sight: Sight
) -> MessageRef | None:
    """Delete a message with a number; edit the number away if it is too old for that."""
    chat, message = said.message.chat, said.message.message
    try:
        await bot.delete_message(chat, message)
    except TelegramBadRequest as error:
        if TOO_OLD in error.message:
            words = t("ballot-number-removed")
            await edited(bot.edit_message_text(words, chat_id=chat, message_id=message))
        elif GONE not in error.message:
            raise
    return None


ROUTES = Routes(buttons={MyNumberButton: show_mine})
