"""/straw: ask a group by a native Telegram poll, count the answers, close it in time."""

import time
from collections.abc import Callable

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
)
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, InputPollOption, Message, Poll

from bot.domain.people.members import Member
from bot.domain.polls.straw_polls import (
    StrawPlan,
    StrawPoll,
    StrawPollId,
    StrawPollMessage,
    read_straw,
)
from bot.domain.polls.straw_refusals import StrawPollElsewhere, StrawPollNotPosted
from bot.domain.priorities import Priority
from bot.domain.refusals import NotMember, Refusal
from bot.services.polls.straw_polls import StrawPolls
from handlers.polls.callbacks.poll_boards import StrawAgainButton
from handlers.ui.edits import acknowledge, show
from handlers.ui.filters import hides_name
from handlers.ui.priorities import as_priority
from handlers.ui.refusals import refusal_words
from handlers.ui.routes import Access, Routes
from handlers.ui.texts import Texts

log = structlog.get_logger(__name__)

NAMED, ANONYMOUS = "straw", "straw!"
REFUSED = (TelegramBadRequest, TelegramForbiddenError)
CLOSED = "poll has already been closed"
COUNTS_WITHIN = 60.0
"""How many seconds to wait for the update with the last counts of a closed poll."""


async def elsewhere(_message: Message) -> None:
    """Refuse in a private chat, where nobody could answer."""
    raise StrawPollElsewhere


async def ask(
    message: Message,
    command: CommandObject,
    member: Member | None,
    bot: Bot,
    straw_polls: StrawPolls,
    t: Texts,
) -> None:
    """Post the poll; refusals are sent to the author in private."""
    if hides_name(message):
        await message.reply(t("name-hidden"))
    if member is None:
        return
    try:
        plan = read_straw(command.args or "", anonymous=command.command == ANONYMOUS)
        poll = await straw_polls.begin(member.id, plan, message.chat.id)
        topic = message.message_thread_id if message.is_topic_message else None
        await _post(bot, poll, plan, message.chat.id, straw_polls, topic)
    except Refusal as refusal:
        if member.telegram_id is not None and member.has_joined:
            await bot.send_message(member.telegram_id, refusal_words(refusal, t), parse_mode=None)


async def ask_again(
    query: CallbackQuery,
    callback_data: StrawAgainButton,
    member: Member | None,
    bot: Bot,
    straw_polls: StrawPolls,
    t: Texts,
) -> None:
    """Post a poll again that may not have reached its group."""
    if member is None:
        raise NotMember
    poll = await straw_polls.begin_again(member.id, callback_data.poll_id)
    if await _post(bot, poll.id, poll.plan, poll.chat, straw_polls):
        await show(query, t("straw-asked-again", question=poll.plan.question), None)
    else:
        await acknowledge(query)


async def _post(
    bot: Bot,
    poll: StrawPollId,
    plan: StrawPlan,
    chat: int,
    straw_polls: StrawPolls,
    topic: int | None = None,
) -> bool:
    """Post a stored poll and record where it is; tell whether that is known.

    Otherwise its author is told: now if the connection fails, after a restart if the process dies.
    Telegram closes the poll in time, whatever happens to the bot.
    """
    try:
        sent = await bot.send_poll(
            chat,
            plan.question,
            [InputPollOption(text=option, text_parse_mode=None) for option in plan.options],
            is_anonymous=plan.anonymous,
            question_parse_mode=None,
            open_period=int(plan.duration.total_seconds()),
            message_thread_id=topic,
        )
    except REFUSED as error:
        log.warning("straw poll not posted", cause=str(error))
        await straw_polls.drop(poll)
        raise StrawPollNotPosted from error
    except (TelegramAPIError, ClientDecodeError) as error:
        log.warning("straw poll perhaps posted", straw_poll=poll, cause=type(error).__name__)
        await straw_polls.note_interrupted(poll)
        return False
    if sent.poll is not None:
        posted = StrawPollMessage(sent.chat.id, sent.message_id, sent.poll.id)
        await straw_polls.note_posted(poll, posted)
    return True


async def count(poll: Poll, straw_polls: StrawPolls) -> None:
    """Record the counts, which Telegram sends after each answer."""
    await _note(poll, straw_polls)


class StrawPollClosing:
    """Stops the polls whose time is over, and records their results."""

    def __init__(
        self, bot: Bot, straw_polls: StrawPolls, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._bot = bot
        self._straw_polls = straw_polls
        self._monotonic = monotonic
        self._closed_since: dict[StrawPollId, float] = {}

    async def close_due(self) -> int:
        """Close each poll that is due; return how many."""
        return await self._straw_polls.close_due(self._close)

    async def _close(self, poll: StrawPoll) -> None:
        """Stop a poll; a temporary failure is retried at the next tick."""
        if poll.posted is None:
            return
        if poll.id in self._closed_since:
            await self._wait(poll)
            return
        try:
            with as_priority(Priority.REMINDER):
                stopped = await self._bot.stop_poll(poll.posted.chat, poll.posted.message)
        except REFUSED as error:
            if CLOSED in str(error):
                await self._wait(poll)
            else:
                await self._straw_polls.note_lost(poll.id)  # deleted
        except (TelegramAPIError, ClientDecodeError):
            return
        else:
            await _note(stopped, self._straw_polls)

    async def _wait(self, poll: StrawPoll) -> None:
        """Wait for the last counts of a poll that Telegram has closed itself, not for ever."""
        since = self._closed_since.setdefault(poll.id, now := self._monotonic())
        if now - since >= COUNTS_WITHIN:
            del self._closed_since[poll.id]
            await self._straw_polls.note_lost(poll.id)


async def _note(poll: Poll, straw_polls: StrawPolls) -> None:
    counts = [option.voter_count for option in poll.options]
    await straw_polls.note_counts(poll.id, counts, poll.total_voter_count, over=poll.is_closed)


ROUTES = Routes(
    access=Access.ANYBODY,
    buttons={StrawAgainButton: ask_again},
    commands={NAMED: elsewhere, ANONYMOUS: elsewhere},
    group_commands={NAMED: ask, ANONYMOUS: ask},
    updates={"poll": count},
)
