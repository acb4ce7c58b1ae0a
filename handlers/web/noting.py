"""What the forms of the chair's page say of objections, conflicts of interest and lots."""

from collections.abc import Iterator, Mapping

from bot.domain.meetings.chairs import NO_ITEM, ChairAct, ChairSaid
from bot.domain.meetings.plans import ItemId
from bot.domain.people.members import MemberId
from bot.domain.polls.plans import CandidateId
from bot.domain.polls.voters import VoterId
from handlers.web.forms import read_id

NOTED = (ChairAct.OBJECT, ChairAct.UPHOLD, ChairAct.RECUSE, ChairAct.LOT)
"""The acts whose forms are read here."""

WON = "w"
"""What the name of a box begins with, before the number of a candidate who won by lot."""


def noted_in(act: ChairAct, fields: Mapping[str, str]) -> ChairSaid:
    """Return what is noted; refuse what no form has."""
    typed, words = fields.get("item"), fields.get("words", "")
    item = ItemId(read_id(typed)) if typed else NO_ITEM
    if act is ChairAct.LOT:
        return ChairSaid(act, item=item, words=words, winners=frozenset(_winners(fields)))
    if act is ChairAct.UPHOLD:
        return ChairSaid(act, objection=read_id(fields.get("objection", "")))
    voter, _, person = fields.get("who", "").partition("-")
    mandate = fields.get("mandate")
    return ChairSaid(
        act,
        item=item,
        people=(MemberId(read_id(person)),),
        voter=VoterId(read_id(voter)),
        words=words,
        mandate=VoterId(read_id(mandate)) if mandate else None,
    )


def _winners(fields: Mapping[str, str]) -> Iterator[CandidateId]:
    """Yield who is chosen: the only one, or those whose boxes are ticked."""
    if "winner" in fields:
        yield CandidateId(read_id(fields["winner"]))
    for name in fields:
        if name[:1] == WON and name[1:].isdigit():
            yield CandidateId(read_id(name[1:]))
