"""Acts of meetings as entries of the chain."""

from dataclasses import fields

from bot.domain.meetings.acts import MeetingAct
from bot.domain.polls.payloads import plain
from bot.domain.polls.records import Record
from bot.domain.polls.seals import Json


def recorded(act: MeetingAct) -> Record:
    """Return the entry of an act."""
    said: dict[str, Json] = {one.name: plain(getattr(act, one.name)) for one in fields(act)}
    return Record(act.kind, said)
