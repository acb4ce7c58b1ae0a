"""Methods of native polls, and the effects of votes and of time."""

import asyncio
from typing import Any

from sandbox.chats import Message
from sandbox.errors import bad_request, not_played
from sandbox.outgoing import Params, edit, find_own, read_text, send
from sandbox.polls import Poll
from sandbox.world import World

SOONEST = 5
LATEST = 2_628_000
EXPLANATION_LIMIT = 200
DESCRIPTION_LIMIT = 1024
GIVEN = ("country_codes", "correct_option_ids", "open_period", "close_date")
NO_POLL = "message with poll to stop not found"
UNPLAYED = ("media", "explanation_media", "allow_adding_options")


def send_poll(world: World, params: Params) -> Message:
    """Play sendPoll: a question of 1–300 characters and 1–12 options."""
    for name in UNPLAYED:
        if params.get(name):
            raise not_played(f"{name} of polls")
    poll = Poll(
        id=str(next(world.numbers)),
        chat_id=0,
        message_id=0,
        fields=_fields(world, params),
        options=[_option(world, option) for option in params["options"]],
        is_closed=params.get("is_closed", False),
        closes_at=_closes_at(world, params),
    )
    message = send(world, params, {"poll": poll.as_object()})
    poll.chat_id, poll.message_id = message["chat"]["id"], message["message_id"]
    world.polls.add(poll)
    if poll.closes_at is not None:
        seconds = poll.closes_at - world.timestamp()
        asyncio.get_running_loop().call_later(seconds, close_due, world)
    return message


def stop_poll(world: World, params: Params) -> dict[str, Any]:
    """Play stopPoll; returns the final Poll."""
    chat, message = find_own(world, params, NO_POLL)
    if "poll" not in message:
        raise bad_request(NO_POLL)
    poll = world.polls.get(message["poll"]["id"])
    if poll.is_closed:
        raise bad_request("poll has already been closed")
    poll.is_closed = True
    edit(world, chat, message, params, {**message, "poll": poll.as_object()})
    return poll.as_object()


def vote(world: World, poll: Poll, user: dict[str, Any], choice: tuple[int, ...]) -> None:
    """Record a person's vote; the bot gets the counts, and the voter unless it is anonymous."""
    poll.vote(user["id"], choice)
    _changed(world, poll)
    if not poll.fields["is_anonymous"]:
        chosen = poll.votes.get(user["id"], ())
        answer = {
            "poll_id": poll.id,
            "user": user,
            "option_ids": list(chosen),
            "option_persistent_ids": [poll.options[one]["persistent_id"] for one in chosen],
        }
        world.updates.push("poll_answer", answer)


def close_due(world: World) -> None:
    """Close the polls whose time is over by the sandbox's clock."""
    for poll in world.polls.due(world.timestamp()):
        poll.is_closed = True
        _changed(world, poll)


def _changed(world: World, poll: Poll) -> None:
    chat = world.chats[poll.chat_id]
    message = chat.messages.get(poll.message_id)
    if message is not None:
        world.replace(chat, {**message, "poll": poll.as_object()})
    world.updates.push("poll", poll.as_object())


def _fields(world: World, params: Params) -> dict[str, Any]:
    kind = params.get("type", "regular")
    correct = params.get("correct_option_ids", [])
    if kind == "quiz" and not correct:
        raise bad_request("there must be at least one correct option in quiz polls")
    if any(not 0 <= index < len(params["options"]) for index in correct):
        raise bad_request("wrong correct option ID specified")
    question = read_text(world, params, "question", "question_")
    if not question.text:
        raise bad_request("poll question must be non-empty")
    return {
        **question.fields("question"),
        "is_anonymous": params.get("is_anonymous", True),
        "type": kind,
        "allows_multiple_answers": params.get("allows_multiple_answers", False),
        "allows_revoting": params.get("allows_revoting", kind == "regular"),
        "members_only": params.get("members_only", False),
        **{name: params[name] for name in GIVEN if name in params},
        **_text(world, params, "explanation", EXPLANATION_LIMIT),
        **_text(world, params, "description", DESCRIPTION_LIMIT),
    }


def _text(world: World, params: Params, name: str, limit: int) -> dict[str, Any]:
    if name not in params:
        return {}
    text = read_text(world, params, name, f"{name}_")
    if len(text.text) > limit:
        raise bad_request(f"poll {name} length must not exceed {limit}")
    return text.fields(name)


def _option(world: World, option: dict[str, Any]) -> dict[str, Any]:
    if "media" in option:
        raise not_played("media of poll options")
    text = read_text(world, option, "text", "text_")
    if not text.text:
        raise bad_request("poll options must be non-empty")
    fields: dict[str, Any] = {"text": text.text}
    if text.entities:
        fields["text_entities"] = list(text.entities)
    return {"persistent_id": str(next(world.numbers)), **fields}


def _closes_at(world: World, params: Params) -> int | None:
    if "open_period" in params and "close_date" in params:
        raise bad_request("open_period and close_date can't be used together")
    now = world.timestamp()
    if "open_period" in params:
        return now + int(params["open_period"])
    if "close_date" not in params:
        return None
    closes_at = int(params["close_date"])
    if not SOONEST <= closes_at - now <= LATEST:
        raise bad_request("poll close date is out of range")
    return closes_at
