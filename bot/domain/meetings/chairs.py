"""What who conducts a meeting says by a button or on a page, and what the page shows."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.meetings.plans import ItemId
from bot.domain.meetings.telling import ObjectionLine
from bot.domain.meetings.terms import Hands, Motion, Office
from bot.domain.meetings.views import PanelView
from bot.domain.people.members import MemberId, folded
from bot.domain.polls.plans import Candidate, CandidateId
from bot.domain.polls.voters import VoterId

NO_ITEM = ItemId(0)
NOBODY = MemberId(0)
NO_VOTER = VoterId(0)


class ChairAct(StrEnum):
    """What who conducts a meeting does, but for motions, amendments and sections."""

    BEGIN = "begin"
    ELECT = "elect"
    CALL = "call"
    FINISH = "finish"
    OPEN = "open"
    HANDS = "hands"
    SECOND_ROUND = "second_round"
    LAST_CALL = "last_call"
    CLOSE = "close"
    CANCEL = "cancel"
    SUSPEND = "suspend"
    RESUME = "resume"
    END = "end"
    ASK = "ask"
    DROP = "drop"
    FLOOR = "floor"
    HUSH = "hush"
    OBJECT = "object"
    UPHOLD = "uphold"
    RECUSE = "recuse"
    LOT = "lot"


@dataclass(frozen=True, slots=True)
class ChairSaid:
    """What is to be done; each act reads what it needs.

    Without `hands` nobody was against, without `limit` a speech lasts as long as usual. `point` is
    a point of order. What somebody says for a `voter` is noted in their `words`; `mandate` is whose
    mandate an objection challenges. `words` also say how a lot was drawn that gave the `winners`.
    """

    act: ChairAct
    item: ItemId = NO_ITEM
    people: tuple[MemberId, ...] = ()
    office: Office = Office.CHAIR
    hands: Hands | None = None
    reason: str = ""
    limit: timedelta | None = None
    point: bool = False
    objection: int = 0
    voter: VoterId = NO_VOTER
    words: str = ""
    mandate: VoterId | None = None
    winners: frozenset[CandidateId] = frozenset()

    @property
    def person(self) -> MemberId:
        """The person that an act is about."""
        return self.people[0] if self.people else NOBODY


@dataclass(frozen=True, slots=True)
class MotionSaid:
    """A procedural vote; without `hands` nobody was against.

    REORDER takes `item` next, ADD makes a question of `text`, BREAK lasts `minutes`, BLOCK is of
    `items`.
    """

    motion: Motion
    hands: Hands | None = None
    text: str = ""
    item: ItemId | None = None
    items: tuple[ItemId, ...] = ()
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class PersonThere:
    """Somebody who is registered and there, for an organisation."""

    person: MemberId
    name: str
    voter: VoterId
    organisation: str


@dataclass(frozen=True, slots=True)
class TieThere:
    """The tie of the current item: of these `candidates` a lot may give the `seats` to some."""

    item: ItemId
    seats: int
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class ChairView:
    """The panel as a page shows it, with those present: officers are elected among them.

    `there` names each of them once for each organisation that they represent. `tellers` are those
    who need a page to count on; of `objections` those not upheld come first, the newest before the
    others. `recused` are titles of items, each with an organisation that has a conflict of
    interest; `tie` waits for a second round or a lot.
    """

    panel: PanelView
    there: tuple[PersonThere, ...]
    tellers: tuple[tuple[MemberId, str], ...] = ()
    objections: tuple[ObjectionLine, ...] = ()
    recused: tuple[tuple[str, str], ...] = ()
    tie: TieThere | None = None

    @property
    def people(self) -> tuple[PersonThere, ...]:
        """Those present, each once."""
        return tuple({one.person: one for one in self.there}.values())

    @property
    def houses(self) -> tuple[tuple[VoterId, str], ...]:
        """The organisations that are there."""
        named = {one.voter: one.organisation for one in self.there}
        return tuple(sorted(named.items(), key=lambda pair: folded(pair[1])))
