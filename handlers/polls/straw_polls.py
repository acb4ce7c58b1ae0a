"""/straw: asks a group by Telegram's own poll, counts the answers, closes it at its time."""

import structlog
from aiogram import Bot, Router
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
)
from aiogram.filters import Command, CommandObject
from aiogram.types import InputPollOption, Message, Poll

from bot.domain.people.members import Member
from bot.domain.polls.straw_polls import (
    StrawPlan,
    StrawPoll,
    StrawPollLetter,
    StrawPollMessage,
    read_straw,
)
from bot.domain.polls.straw_refusals import StrawPollElsewhere, StrawPollNotPosted
from bot.domain.priorities import Priority
from bot.domain.refusals import Refusal
from bot.services.polls.straw_polls import StrawPolls
from handlers.filters import in_private
from handlers.pacing import as_priority
from handlers.polls.charts import text_bar
from handlers.refusals import refusal_words
from handlers.texts import Texts

log = structlog.get_logger(__name__)

NAMED, ANONYMOUS = "straw", "straw!"
REFUSED = (TelegramBadRequest, TelegramForbiddenError)


def straw_polls_router() -> Router:
    """Return what asks a group, and hears how the answers stand."""
    router = Router(name="straw polls")
    router.message.register(elsewhere, Command(NAMED, ANONYMOUS), in_private)
    router.message.register(ask, Command(NAMED, ANONYMOUS))
    router.poll.register(count)
    return router


async def elsewhere(_message: Message) -> None:
    """Refuse in a private chat: there is nobody to answer."""
    raise StrawPollElsewhere


async def ask(
    message: Message,
    command: CommandObject,
    member: Member | None,
    bot: Bot,
    straw_polls: StrawPolls,
    t: Texts,
) -> None:
    """Post the poll; whoever may not, or wrote it wrongly, reads why in private."""
    if member is None:
        return
    try:
        plan = read_straw(command.args or "", anonymous=command.command == ANONYMOUS)
        await _post(message, plan, member, straw_polls)
    except Refusal as refusal:
        if member.telegram_id is not None and member.has_joined:
            await bot.send_message(member.telegram_id, refusal_words(refusal, t), parse_mode=None)


async def _post(message: Message, plan: StrawPlan, member: Member, straw_polls: StrawPolls) -> None:
    """Write the poll down, post it, note where it stands: a crash in between leaves no trace."""
    poll = await straw_polls.begin(member.id, plan, message.chat.id)
    try:
        sent = await message.answer_poll(
            plan.question,
            [InputPollOption(text=option, text_parse_mode=None) for option in plan.options],
            is_anonymous=plan.anonymous,
            question_parse_mode=None,
        )
    except REFUSED as error:
        log.warning("straw poll not posted", cause=str(error))
        await straw_polls.drop(poll)
        raise StrawPollNotPosted from error
    if sent.poll is not None:
        posted = StrawPollMessage(sent.chat.id, sent.message_id, sent.poll.id)
        await straw_polls.note_posted(poll, posted)


async def count(poll: Poll, straw_polls: StrawPolls) -> None:
    """Note how the answers stand; Telegram tells the bot after each of them."""
    await _note(poll, straw_polls)


async def close_due(bot: Bot, straw_polls: StrawPolls) -> int:
    """Stop the polls whose time is over, and record what came of them; return how many."""
    due = await straw_polls.due()
    for poll in due:
        await _close(bot, poll, straw_polls)
    return len(due)


async def _close(bot: Bot, poll: StrawPoll, straw_polls: StrawPolls) -> None:
    """Stop a poll; what stands in the way for now is tried again at the next tick."""
    if poll.posted is None:
        return
    try:
        with as_priority(Priority.REMINDER):
            stopped = await bot.stop_poll(poll.posted.chat, poll.posted.message)
    except REFUSED:
        await straw_polls.note_lost(poll.id)  # deleted, or closed already
    except (TelegramAPIError, ClientDecodeError):
        return
    else:
        await _note(stopped, straw_polls)


async def _note(poll: Poll, straw_polls: StrawPolls) -> None:
    counts = [option.voter_count for option in poll.options]
    await straw_polls.note_counts(poll.id, counts, poll.total_voter_count, over=poll.is_closed)


def straw_poll_letter(letter: StrawPollLetter, t: Texts) -> str:
    """Return what came of a straw poll: each option with its answers."""
    poll = letter.poll
    counts = poll.counts or (0,) * len(poll.plan.options)
    lines = [
        t("straw-option", bar=text_bar(count, max(count, poll.voters)), option=option, count=count)
        for option, count in zip(poll.plan.options, counts, strict=True)
    ]
    head = t("straw-closed", question=poll.plan.question, voters=poll.voters)
    return "\n\n".join([head, "\n".join(lines), t("straw-remark")])
