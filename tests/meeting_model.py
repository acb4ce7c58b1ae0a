"""A second opinion on the items and votes of a general meeting.

It is written from the specification and from nothing else, like that on its hall.
"""

from copy import copy, deepcopy
from dataclasses import dataclass, field, replace

from tests.hall_model import HallModel, N, Person

ITEMS = 3
TELLERS = 2
AMENDMENT, SECTION = "amendment", "section"


@dataclass
class ModelVote:
    """A vote as the specification has it: a base that never shrinks, and who is out with paper.

    After a tie it is a `second` round.
    """

    base: frozenset[int]
    hands: bool
    open: bool = True
    barred: int = 0
    second: bool = False
    last_call: bool = False
    closed: bool = False
    paper: dict[int, int] = field(default_factory=dict)
    void: set[int] = field(default_factory=set)
    told: dict[int, tuple[int, int, int]] = field(default_factory=dict)


@dataclass
class MeetingModel(HallModel):
    """A meeting with motions only; `parts` are amendments and sections, each of an item."""

    officers: bool = False
    order: list[int] = field(default_factory=lambda: list(range(1, ITEMS + 1)))
    parts: dict[int, tuple[int, str]] = field(default_factory=dict)
    item: int | None = None
    undebated: set[int] = field(default_factory=set)
    fresh: set[int] = field(default_factory=set)
    block: frozenset[int] = frozenset()
    votes: dict[int, ModelVote] = field(default_factory=dict)
    decided: set[int] = field(default_factory=set)
    removed: set[int] = field(default_factory=set)
    tied: set[int] = field(default_factory=set)
    annulled: set[int] = field(default_factory=set)
    standing: dict[int, tuple[bool, ...]] = field(default_factory=dict)
    """Of each item the votes that were closed and not annulled: is it a second round?"""
    recused: set[tuple[int, int]] = field(default_factory=set)
    objections: list[tuple[int | None, int | None, bool]] = field(default_factory=list)

    def copied(self) -> "MeetingModel":
        """A copy on which a step can be tried."""
        values = {name: copy(value) for name, value in vars(self).items()}
        return replace(self, **{**values, "votes": deepcopy(self.votes)})

    # --- figures ----------------------------------------------------------------------------

    def base(self, item: int) -> frozenset[int]:
        """Who counts as present on an item: those there, and whose ballot on it was sent.

        In a second round only those there: nobody has sent a ballot of it.
        """
        if item in self.tied:
            return self.present
        return self.present | {voter for voter, items in self.sent.items() if item in items}

    @property
    def opened(self) -> set[int]:
        return {item for item, vote in self.votes.items() if vote.open}

    def ahead(self, item: int) -> bool:
        """Tell whether something is still to be decided on an item, and is not voted on now."""
        known = set(self.order) - self.decided - self.removed
        return item in known - self.opened

    def without(self, item: int) -> set[int]:
        """Who has no vote on an item though they are there: recused, or their ballot was sent."""
        second = item in self.votes and self.votes[item].second
        sent = {voter for voter, items in self.sent.items() if item in items and not second}
        return sent | {voter for one, voter in self.recused if one == item}

    def able(self, item: int) -> frozenset[int]:
        """Who has a ballot in an open vote, as long as they do not take paper."""
        vote = self.votes[item]
        if vote.hands:
            return frozenset()
        return (vote.base & self.present) - self.without(item) - set(vote.paper.values())

    def waits(self, item: int) -> bool:
        """Tell whether something comes before: amendments first, then sections, then the whole."""
        first = {one for one, (of, _) in self.parts.items() if of == item}
        of, kind = self.parts.get(item, (0, ""))
        if kind == SECTION:
            first |= {one for one, part in self.parts.items() if part == (of, AMENDMENT)}
        return not first <= self.decided | self.removed

    def shown(self, against: int) -> bool:
        """Tell whether hands can be shown at all."""
        return self.stage == "open" and self.quorum and against <= len(self.present)

    def carried(self, against: int) -> bool:
        """Tell whether more than half of those there are for a motion: all but those against."""
        return 2 * (len(self.present) - against) > len(self.present)

    # --- the agenda -------------------------------------------------------------------------

    def elect(self) -> bool:
        if not self.shown(0) or not self.present:
            return False
        self.officers = True
        return True

    def call(self, item: int) -> bool:
        if self.stage != "open" or self.opened or not self.ahead(item):
            return False
        self.item, self.queue, self.heard, self.fresh = item, [], set(), set()
        return True

    def reorder(self, first: int, whole: bool, against: int) -> bool:
        """Put an item first of what is left; the new order has to name all that is."""
        over = [one for one in self.order if one in self.decided | self.removed]
        left = [one for one in self.order if one not in over]
        if not self.shown(against) or not (whole or len(left) < 2):
            return False
        if self.carried(against):
            self.order = [*over, *sorted(left, key=lambda one: one != first)]
        return True

    def close_debate(self, item: int, against: int) -> bool:
        """Nobody asks for the floor on the item any more, except for points of order."""
        if not self.shown(against) or not self.ahead(item):
            return False
        if self.carried(against):
            self.undebated.add(item)
            self.queue = [one for one in self.queue if one[2] or item != self.item]
        return True

    def ask(self, voter: int, person: Person, point: bool) -> bool:
        late = self.item in self.undebated and not point
        return not late and super().ask(voter, person, point)

    def amend(self, item: int, kind: str) -> bool:
        """Add an amendment or a section: before the opening only, and amendments come first."""
        sections = [one for one in self.order if self.parts.get(one) == (item, SECTION)]
        begun = [item, *(sections if kind == AMENDMENT else [])]
        if self.stage != "open" or not self.ahead(item) or set(begun) & set(self.votes):
            return False
        added = len(self.order) + 1
        self.parts[added] = (item, kind)
        before = min([*(sections if kind == AMENDMENT else []), item], key=self.order.index)
        self.order.insert(self.order.index(before), added)
        return True

    def as_block(self, items: frozenset[int], against: int) -> bool:
        """Several items are voted on at once only if nobody objects."""
        if not self.shown(against) or not all(map(self.ahead, items)):
            return False
        if not against and self.present:
            self.block = items
        return True

    def remove(self, item: int, against: int) -> bool:
        if not self.shown(against) or not self.ahead(item):
            return False
        if self.carried(against):
            self.removed.add(item)
        return True

    def add(self, against: int) -> bool:
        """Another question needs that all members take part, and agree."""
        if not self.shown(against) or len(self.present) < N:
            return False
        if not against:
            self.order.append(len(self.order) + 1)
        return True

    def recuse(self, voter: int, person: Person, item: int) -> bool:
        if self.stage != "open" or not self.ahead(item) or (item, voter) in self.recused:
            return False
        if (voter, person) not in self.here:
            return False
        self.recused.add((item, voter))
        return True

    # --- votes ------------------------------------------------------------------------------

    def open(self, item: int, hands: bool, barred: int = 0) -> bool:
        """Open a vote; of the tellers so many are `barred`: nobody counts who stands in it."""
        alone = self.item == item and not self.opened
        at_once = {item, self.item or 0} | self.opened <= self.block
        enough = 2 * len(self.base(item)) > N
        if self.stage != "open" or not self.officers or not self.ahead(item):
            return False
        if not (alone or at_once) or self.waits(item) or not enough or (hands and barred):
            return False
        second = item in self.tied
        self.votes[item] = ModelVote(self.base(item), hands, barred=barred, second=second)
        self.fresh.add(item)
        self.tied.discard(item)
        self.counted |= self.here
        return True

    def cast(self, item: int, voter: int, person: Person) -> bool:
        """Whether somebody may vote electronically, in the bot or on the ballot page."""
        if self.stage != "open" or item not in self.opened:
            return False
        return voter in self.able(item) and (voter, person) in self.here

    def slip(self, item: int, voter: int, number: int) -> bool:
        if self.stage != "open" or item not in self.opened or voter not in self.able(item):
            return False
        vote = self.votes[item]
        if number in vote.paper or number in vote.void or vote.barred:
            return False
        vote.paper[number] = voter
        vote.told.clear()
        return True

    def spoil(self, item: int, voter: int, number: int) -> bool:
        if self.stage != "open" or item not in self.opened:
            return False
        vote = self.votes[item]
        if vote.paper.get(number) != voter:
            return False
        del vote.paper[number]
        vote.void.add(number)
        vote.told.clear()
        return True

    def count(self, item: int, teller: int, figures: tuple[int, int, int]) -> bool:
        if self.stage != "open" or item not in self.opened:
            return False
        vote = self.votes[item]
        fits = self.fits(item, teller, figures)
        if fits:
            if len(set(vote.told.values())) > 1:
                vote.told.clear()
            vote.told[teller] = figures
        return fits

    def fits(self, item: int, teller: int, figures: tuple[int, int, int]) -> bool:
        """Tell whether figures can be what this teller counted."""
        vote = self.votes[item]
        if teller < vote.barred:
            return False
        if vote.hands:
            return sum(figures) <= len(vote.base - self.without(item))
        return bool(vote.paper) and sum(figures) == len(vote.paper)

    def recount(self, item: int, teller: int, figures: tuple[int, int, int]) -> bool:
        """Count a closed vote again, before the next item; the first count stays."""
        vote = self.votes.get(item)
        if self.stage != "open" or vote is None or not vote.closed:
            return False
        return (item == self.item or item in self.fresh) and self.fits(item, teller, figures)

    def last_call(self, item: int) -> bool:
        if self.stage != "open" or item not in self.opened:
            return False
        self.votes[item].last_call = True
        return True

    def closes_at_once(self, item: int) -> bool:
        """Tell whether no last call is needed: there was one, or nobody there can vote any more."""
        return self.votes[item].last_call or not self.able(item)

    def close(self, item: int, tied: bool) -> bool:
        if self.stage != "open" or item not in self.opened:
            return False
        vote = self.votes[item]
        told = list(vote.told.values())
        agreed = len(told) == TELLERS and told[0] == told[1]
        if (vote.hands or vote.paper) and not agreed:
            return False
        vote.open, vote.closed = False, True
        self.standing[item] = (*self.standing.get(item, ()), vote.second)
        self.annulled.discard(item)
        (self.tied if tied else self.decided).add(item)
        return True

    def lot(self, item: int) -> bool:
        """A tie is settled by another vote, or by a lot."""
        if self.stage != "open" or self.item != item or item not in self.tied - self.removed:
            return False
        self.tied.discard(item)
        self.decided.add(item)
        return True

    def cancel(self, item: int) -> bool:
        if item not in self.opened:
            return False
        self.votes[item].open = False
        if self.votes[item].second:
            self.tied.add(item)
        return True

    # --- objections -------------------------------------------------------------------------

    def object(self, voter: int, person: Person, item: int | None, mandate: int | None) -> bool:
        known = item is None or item in self.order
        if self.stage == "registering" or (voter, person) not in self.here or not known:
            return False
        self.objections.append((item, mandate, False))
        return True

    def uphold(self, which: int) -> bool:
        """A challenge of a mandate that is upheld repeats the item, after its vote.

        What is annulled is the last round: the tie before it stands, and waits for another one.
        """
        if self.stage == "registering" or which >= len(self.objections):
            return False
        item, mandate, done = self.objections[which]
        if done or (mandate is not None and item in self.opened):
            return False
        self.objections[which] = (item, mandate, True)
        if mandate is not None and item is not None:
            self.annul(item)
        return True

    def annul(self, item: int) -> None:
        if item not in self.decided and (item not in self.tied or item in self.annulled):
            return
        self.decided.discard(item)
        self.tied.discard(item)
        self.annulled.add(item)
        *before, second = self.standing[item]
        self.standing[item] = tuple(before)
        if second:
            self.tied.add(item)

    def end(self) -> bool:
        if self.stage != "open" or self.opened:
            return False
        self.stage, self.queue, self.speaking = "over", [], None
        return True
