"""Read the acts of meetings from entries of the chain."""

import json
from dataclasses import fields
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.domain.meetings.acts import ACTS, MeetingAct
from bot.domain.meetings.folding import Logged
from bot.domain.meetings.refusals import MeetingUnreadable
from bot.domain.polls.seals import Entry


def read_logged(entry: Entry) -> Logged:
    """Return the act that an entry records; refuse one of a later release, or one changed."""
    if entry.kind not in ACTS:
        raise MeetingUnreadable(entry.number)
    try:
        act: MeetingAct = _adapter(entry.kind).validate_json(entry.payload)
    except ValidationError:
        raise MeetingUnreadable(entry.number) from None
    if not json.loads(entry.payload).keys() <= _names(entry.kind):
        raise MeetingUnreadable(entry.number)
    return Logged(entry.head, act)


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(ACTS[kind])


@cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(field.name for field in fields(ACTS[kind]))
