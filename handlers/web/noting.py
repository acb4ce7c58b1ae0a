"""What the forms of the chair's page say of objections and conflicts of interest."""

from collections.abc import Mapping

from bot.domain.meetings.chairs import NO_ITEM, ChairAct, ChairSaid
from bot.domain.meetings.plans import ItemId
from bot.domain.people.members import MemberId
from bot.domain.polls.voters import VoterId
from handlers.web.forms import read_id

NOTED = (ChairAct.OBJECT, ChairAct.UPHOLD, ChairAct.RECUSE)
"""The acts whose forms are read here."""


def noted_in(act: ChairAct, fields: Mapping[str, str]) -> ChairSaid:
    """Return what is noted; refuse what no form has."""
    item = fields.get("item")
    if act is ChairAct.UPHOLD:
        return ChairSaid(act, objection=read_id(fields.get("objection", "")))
    voter, _, person = fields.get("who", "").partition("-")
    mandate = fields.get("mandate")
    return ChairSaid(
        act,
        item=ItemId(read_id(item)) if item else NO_ITEM,
        people=(MemberId(read_id(person)),),
        voter=VoterId(read_id(voter)),
        words=fields.get("words", ""),
        mandate=VoterId(read_id(mandate)) if mandate else None,
    )
