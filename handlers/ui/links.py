"""Deep links into the bot: their payload arrives with /start (1–64 of A-Za-z0-9_-, Bot API)."""

import re

from bot.domain.events.events import EventId
from bot.domain.events.refusals import EventNotFound
from bot.domain.exchange.posts import PostId
from bot.domain.exchange.refusals import PostNotFound
from bot.domain.people.members import OrganisationId
from bot.domain.people.refusals import OrganisationNotFound
from bot.domain.polls.polls import PollId
from bot.domain.polls.refusals import PollNotFound

EVENT_PREFIX, BALLOT_PREFIX, CARD_PREFIX, POST_PREFIX = "e_", "b_", "o_", "x_"
ID = re.compile(r"[1-9][0-9]{0,18}")
LARGEST_ID = 2**63 - 1


def start_link(username: str, payload: str) -> str:
    """Return the link that opens the bot and sends it `/start payload`."""
    return f"https://t.me/{username}?start={payload}"


def event_link(username: str, event: EventId) -> str:
    """Return the link to an event's card; people whom the event is not for see nothing."""
    return start_link(username, f"{EVENT_PREFIX}{event}")


def event_in(payload: str) -> EventId:
    """Return the event of a payload `e_…`; refuse any other payload."""
    event = _id_in(payload.removeprefix(EVENT_PREFIX))
    if event is None:
        raise EventNotFound
    return EventId(event)


def poll_link(username: str, poll: PollId) -> str:
    """Return the link to a poll's ballot; people whom the poll is not for see nothing."""
    return start_link(username, f"{BALLOT_PREFIX}{poll}")


def poll_in(payload: str) -> PollId:
    """Return the poll of a payload `b_…`; refuse any other payload."""
    poll = _id_in(payload.removeprefix(BALLOT_PREFIX))
    if poll is None:
        raise PollNotFound
    return PollId(poll)


def card_link(username: str, organisation: OrganisationId) -> str:
    """Return the link to an organisation's card; strangers are greeted instead."""
    return start_link(username, f"{CARD_PREFIX}{organisation}")


def organisation_in(payload: str) -> OrganisationId:
    """Return the organisation of a payload `o_…`; refuse any other payload."""
    organisation = _id_in(payload.removeprefix(CARD_PREFIX))
    if organisation is None:
        raise OrganisationNotFound
    return OrganisationId(organisation)


def post_link(username: str, post: PostId) -> str:
    """Return the link to a post of the exchange; strangers are told what that is."""
    return start_link(username, f"{POST_PREFIX}{post}")


def post_in(payload: str) -> PostId:
    """Return the post of a payload `x_…`; refuse any other payload."""
    post = _id_in(payload.removeprefix(POST_PREFIX))
    if post is None:
        raise PostNotFound
    return PostId(post)


def _id_in(text: str) -> int | None:
    known = ID.fullmatch(text) is not None and int(text) <= LARGEST_ID
    return int(text) if known else None
