"""Deep links into the bot: the payload comes back with /start (1–64 of A-Za-z0-9_-, Bot API)."""

import re

from aiogram.filters import CommandObject
from aiogram.types import Message

from bot.domain.events.events import EventId
from bot.domain.polls.polls import PollId

EVENT = re.compile(r"e_([1-9][0-9]{0,17})")
BALLOT = re.compile(r"b_([1-9][0-9]{0,17})")


def start_link(username: str, payload: str) -> str:
    """Return the link that opens the bot and sends it `/start payload`."""
    return f"https://t.me/{username}?start={payload}"


def event_link(username: str, event: EventId) -> str:
    """Return the link to an event's card; whom the event is not for, it shows nothing."""
    return start_link(username, f"e_{event}")


def poll_link(username: str, poll: PollId) -> str:
    """Return the link to a poll's ballot; whom the poll is not for, it shows nothing."""
    return start_link(username, f"b_{poll}")


async def opens_event(_message: Message, command: CommandObject) -> bool | dict[str, EventId]:
    """Tell, as a filter after `CommandStart`, whether the payload names an event: `event_id`."""
    match = EVENT.fullmatch(command.args or "")
    return {"event_id": EventId(int(match[1]))} if match else False


def ballot_link(username: str, poll: PollId) -> str:
    """Return the link to a poll's ballot; whom the poll is not for, it shows nothing."""
    return start_link(username, f"b_{poll}")


async def opens_ballot(_message: Message, command: CommandObject) -> bool | dict[str, PollId]:
    """Tell, as a filter after `CommandStart`, whether the payload names a poll: `poll_id`."""
    match = BALLOT.fullmatch(command.args or "")
    return {"poll_id": PollId(int(match[1]))} if match else False
