"""Acts of a meeting: what its log is made of. Each class is one kind of entry in the chain.

An entry is only added, never changed: a correction is another act. The kinds are stored and so
permanent; a class may be renamed. Fields that are added later need a default.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, dataclass_transform

from bot.domain.meetings.plans import AgendaPoint, ItemId, MeetingId, MeetingPlan
from bot.domain.meetings.terms import (
    EntryKind,
    Ground,
    Hands,
    Leaving,
    Motion,
    NoticeWay,
    Office,
    ProxyPaper,
    Slip,
    VotingForm,
)
from bot.domain.people.members import MemberId
from bot.domain.polls.hand_counts import HandCount
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import Voter, VoterId

ACTS: dict[str, type["MeetingAct"]] = {}
"""All acts by kind."""

PREFIX = "meeting."
"""All kinds of meetings' entries begin so, and no others."""


@dataclass(frozen=True, kw_only=True)
@dataclass_transform(frozen_default=True, kw_only_default=True)
class MeetingAct:
    """An act: of which meeting, by whom, when (UTC). `by` None is the bot itself."""

    kind: ClassVar[EntryKind]

    meeting: MeetingId
    by: MemberId | None
    at: datetime

    def __init_subclass__(cls, *, kind: EntryKind) -> None:
        super().__init_subclass__()
        dataclass(frozen=True, kw_only=True)(cls)
        cls.kind = kind
        ACTS[kind] = cls


class Convened(MeetingAct, kind=EntryKind.CONVENED):
    """Members are told of the meeting: its agenda is frozen."""

    plan: MeetingPlan


class ToldOtherwise(MeetingAct, kind=EntryKind.NOTIFIED):
    """A member was told of the meeting otherwise than by the bot; a later note replaces it.

    `told_at` is when, `note` what proves it: the number of a letter, who took it.
    """

    voter: VoterId
    way: NoticeWay
    told_at: datetime
    note: str = ""


class CalledOff(MeetingAct, kind=EntryKind.CALLED_OFF):
    """The meeting does not take place."""

    reason: str


class RegistrationOpened(MeetingAct, kind=EntryKind.REGISTRATION):
    """The desks open; `voters` are all members of this day, and their number is N."""

    voters: tuple[Voter, ...]


class RegistrarNamed(MeetingAct, kind=EntryKind.REGISTRAR):
    """Somebody may register arrivals, or no longer (`ends`)."""

    person: MemberId
    ends: bool = False


class Arrived(MeetingAct, kind=EntryKind.ARRIVED):
    """A representative arrived, or returned; the mandate was checked.

    `document` is what a delegate's right rests on, `proxy` the paper of a proxy. Somebody `remote`
    was identified by their own account.
    """

    voter: VoterId
    person: MemberId
    name: str
    ground: Ground
    document: str = ""
    proxy: ProxyPaper | None = None
    remote: bool = False


class Departed(MeetingAct, kind=EntryKind.DEPARTED):
    """A representative left, or the connection was lost for longer than the grace."""

    voter: VoterId
    person: MemberId
    why: Leaving = Leaving.LEFT


class Posted(MeetingAct, kind=EntryKind.POSTED):
    """The ballot of a voter that was sent before the meeting: what it says on each item."""

    voter: VoterId
    person: MemberId
    received_at: datetime
    ballots: Mapping[ItemId, str]


class CodeIssued(MeetingAct, kind=EntryKind.CODE):
    """A one-time code for the ballot page was printed; an earlier one of the voter is void.

    `digest` (hex) is what is stored of the code: no other code opens the voter's ballots.
    """

    voter: VoterId
    person: MemberId
    digest: str = ""


class Begun(MeetingAct, kind=EntryKind.BEGUN):
    """The session was opened. `unnotified` were not told in time, as far as is known."""

    unnotified: tuple[VoterId, ...] = ()


class OfficersElected(MeetingAct, kind=EntryKind.OFFICERS):
    """People were elected to an office of the meeting by a show of hands; they replace former."""

    office: Office
    people: tuple[MemberId, ...]
    names: tuple[str, ...]
    hands: Hands


class ItemCalled(MeetingAct, kind=EntryKind.ITEM_CALLED):
    """An item of the agenda is the current one."""

    item: ItemId


class ItemDone(MeetingAct, kind=EntryKind.ITEM_DONE):
    """An item that needs no vote is over, or one whose tie a lot has settled.

    `seated` are those to whom the lot gave the role of the council.
    """

    item: ItemId
    seated: tuple[MemberId, ...] = ()


class Procedural(MeetingAct, kind=EntryKind.PROCEDURAL):
    """A procedural vote by hands; it takes effect if more than half of those present agree.

    `order` is the rest of the agenda in its new order, `item` what the motion is about, `items` are
    voted on as a block, `added` is another question.
    """

    motion: Motion
    hands: Hands
    text: str = ""
    item: ItemId | None = None
    items: tuple[ItemId, ...] = ()
    order: tuple[ItemId, ...] = ()
    added: AgendaPoint | None = None
    until: datetime | None = None


class Amended(MeetingAct, kind=EntryKind.AMENDED):
    """Amendments to an item, or the sections into which it is split, to be voted on before it."""

    item: ItemId
    parts: tuple[AgendaPoint, ...]


class RecusedFromItem(MeetingAct, kind=EntryKind.RECUSED):
    """A voter declared a conflict of interest on an item before its vote, and stays present."""

    item: ItemId
    voter: VoterId
    person: MemberId


class VoteOpened(MeetingAct, kind=EntryKind.VOTE_OPENED):
    """The vote on an item was opened: it is the poll `vote`.

    Frozen with it: who is `present`, and how many are `needed` for a quorum of all N. A second
    round is `run_off_of` the poll that it follows; entries of older releases do not say so.
    """

    item: ItemId
    vote: PollId
    form: VotingForm
    present: tuple[VoterId, ...]
    needed: int
    secret: bool
    barred: tuple[MemberId, ...] = ()
    run_off_of: PollId | None = None


class LastCall(MeetingAct, kind=EntryKind.LAST_CALL):
    """The chair says that the vote is about to close."""

    item: ItemId


class SlipTaken(MeetingAct, kind=EntryKind.SLIP_ISSUED):
    """A numbered slip of paper was issued to a voter, or came back spoiled and is void."""

    item: ItemId
    number: int
    voter: VoterId
    state: Slip = Slip.ISSUED


class Counted(MeetingAct, kind=EntryKind.COUNTED):
    """What one teller counted, without seeing the other's figures; a later one replaces it.

    Of paper: `spoiled` and `unreturned` slips as well. A `recount` follows the close.
    """

    item: ItemId
    count: HandCount
    spoiled: int = 0
    unreturned: int = 0
    recount: bool = False


class VoteClosed(MeetingAct, kind=EntryKind.VOTE_CLOSED):
    """The vote on an item was closed and counted, with what the tellers counted, if anything.

    After a tie a second round follows, or a lot. `seated` are those to whom it gave the role of the
    council; entries of older releases do not say so.
    """

    item: ItemId
    vote: PollId
    counted: HandCount | None = None
    tied: bool = False
    seated: tuple[MemberId, ...] = ()


class VoteCancelled(MeetingAct, kind=EntryKind.VOTE_CANCELLED):
    """The vote on an item was cancelled, and may be repeated."""

    item: ItemId
    vote: PollId
    reason: str


class LotDrawn(MeetingAct, kind=EntryKind.LOT_DRAWN):
    """A lot was recorded on the board of the vote's poll; the item is not over yet.

    `seated` are those to whom it gave the role of the council.
    """

    item: ItemId
    vote: PollId
    seated: tuple[MemberId, ...] = ()


class Suspended(MeetingAct, kind=EntryKind.SUSPENDED):
    """The chair suspends the meeting: ballots stand, and none are taken."""

    reason: str


class Resumed(MeetingAct, kind=EntryKind.RESUMED):
    """The meeting goes on after a suspension or a break, with the same roll."""


class FloorAsked(MeetingAct, kind=EntryKind.FLOOR_ASKED):
    """Somebody asks for the floor, or to speak to a point of order, which goes first."""

    voter: VoterId
    person: MemberId
    name: str
    point: bool = False


class FloorLeft(MeetingAct, kind=EntryKind.FLOOR_LEFT):
    """Somebody in the queue of speakers no longer wants the floor."""

    person: MemberId


class FloorGiven(MeetingAct, kind=EntryKind.FLOOR_GIVEN):
    """The chair gives somebody the floor, for at most `limit`."""

    person: MemberId
    limit: timedelta


class FloorEnded(MeetingAct, kind=EntryKind.FLOOR_ENDED):
    """The speaker has finished, or was stopped."""

    person: MemberId


class Objected(MeetingAct, kind=EntryKind.OBJECTED):
    """An objection with its time and words; `mandate` is whose mandate it challenges."""

    voter: VoterId
    person: MemberId
    words: str
    item: ItemId | None = None
    mandate: VoterId | None = None


class ObjectionUpheld(MeetingAct, kind=EntryKind.UPHELD):
    """An objection was upheld; of a challenged mandate the item is voted on again."""

    objection: int


class Ended(MeetingAct, kind=EntryKind.ENDED):
    """The meeting is over."""
