"""A second opinion on a general meeting, written from the specification and from nothing else.

It keeps plain counts and sets, and says of each step whether the rules of a meeting allow it.
"""

from dataclasses import dataclass, field

N = 5
TELLERS = 2


@dataclass
class ModelVote:
    """A vote as the specification has it: a base that never shrinks, and who is out with paper."""

    base: frozenset[int]
    hands: bool
    open: bool = True
    paper: dict[int, int] = field(default_factory=dict)
    void: set[int] = field(default_factory=set)
    told: dict[int, tuple[int, int, int]] = field(default_factory=dict)


@dataclass
class MeetingModel:
    """A meeting of `N` organisations with two people each (0 leads, 1 is a delegate)."""

    items: int = 3
    stage: str = "registering"
    here: set[tuple[int, int]] = field(default_factory=set)
    been: set[int] = field(default_factory=set)
    afar: set[tuple[int, int]] = field(default_factory=set)
    sent: dict[int, set[int]] = field(default_factory=dict)
    officers: bool = False
    item: int | None = None
    votes: dict[int, ModelVote] = field(default_factory=dict)
    decided: set[int] = field(default_factory=set)
    queue: list[tuple[int, int]] = field(default_factory=list)
    points: set[int] = field(default_factory=set)
    heard: set[int] = field(default_factory=set)
    speaking: int | None = None
    objections: list[tuple[int | None, bool]] = field(default_factory=list)

    # --- figures ----------------------------------------------------------------------------

    @property
    def present(self) -> frozenset[int]:
        return frozenset(voter for voter, _ in self.here)

    @property
    def quorum(self) -> bool:
        return 2 * len(self.present | set(self.sent)) > N

    def base(self, item: int) -> frozenset[int]:
        """Who counts as present on an item: those there, and whose ballot on it was sent."""
        return self.present | {voter for voter, items in self.sent.items() if item in items}

    @property
    def open_item(self) -> int | None:
        return next((item for item, vote in self.votes.items() if vote.open), None)

    @property
    def line(self) -> list[int]:
        """Who speaks next: points of order, then who has not spoken, then as they asked."""
        first = [voter for voter, _ in self.queue if voter in self.points]
        rest = [voter for voter, _ in self.queue if voter not in self.points]
        fresh = [voter for voter in rest if voter not in self.heard]
        return first + fresh + [voter for voter in rest if voter in self.heard]

    def may_vote(self, voter: int) -> bool:
        item = self.open_item
        if self.stage != "open" or item is None or self.votes[item].hands:
            return False
        vote, sent = self.votes[item], item in self.sent.get(voter, set())
        return voter in vote.base & self.present and voter not in vote.paper.values() and not sent

    # --- steps: each says whether it is allowed, and does it then ---------------------------

    def arrive(self, voter: int, person: int, afar: bool = False) -> bool:
        if (voter, person) in self.here:
            return False
        self.here.add((voter, person))
        self.been.add(voter)
        if afar:
            self.afar.add((voter, person))
        return True

    def post(self, voter: int, items: frozenset[int]) -> bool:
        if self.stage != "registering" or voter in self.sent or voter in self.present:
            return False
        self.sent[voter] = set(items)
        return True

    def lose(self, voter: int, person: int) -> bool:
        return self.depart(voter, person)

    def depart(self, voter: int, person: int) -> bool:
        if (voter, person) not in self.here:
            return False
        self.here.remove((voter, person))
        self.afar.discard((voter, person))
        if person == 0:
            self.queue = [one for one in self.queue if one[0] != voter]
        return True

    def begin(self) -> bool:
        if self.stage != "registering" or not self.quorum:
            return False
        self.stage = "open"
        return True

    def elect(self) -> bool:
        if self.stage != "open" or not self.quorum or not self.present:
            return False
        self.officers = True
        return True

    def call(self, item: int) -> bool:
        if self.stage != "open" or self.open_item is not None or item in self.decided:
            return False
        self.item, self.queue, self.heard, self.points = item, [], set(), set()
        return True

    def open(self, item: int, hands: bool) -> bool:
        current = self.item == item and item not in self.decided and self.open_item is None
        enough = 2 * len(self.base(item)) > N
        if self.stage != "open" or not self.officers or not current or not enough:
            return False
        self.votes[item] = ModelVote(self.base(item), hands)
        return True

    def slip(self, voter: int, number: int) -> bool:
        if not self.may_vote(voter):
            return False
        vote = self.votes[self.open_item or 0]
        if number in vote.paper or number in vote.void:
            return False
        vote.paper[number] = voter
        vote.told.clear()
        return True

    def spoil(self, voter: int, number: int) -> bool:
        vote = self.votes.get(self.open_item or 0)
        if self.stage != "open" or vote is None or vote.paper.get(number) != voter:
            return False
        del vote.paper[number]
        vote.void.add(number)
        vote.told.clear()
        return True

    def count(self, teller: int, figures: tuple[int, int, int]) -> bool:
        vote = self.votes.get(self.open_item or 0)
        if self.stage != "open" or vote is None or not self.officers:
            return False
        if vote.hands:
            sent = {voter for voter, items in self.sent.items() if self.open_item in items}
            fits = sum(figures) <= len(vote.base - sent)
        else:
            fits = bool(vote.paper) and sum(figures) == len(vote.paper)
        if fits:
            if len(set(vote.told.values())) > 1:
                vote.told.clear()
            vote.told[teller] = figures
        return fits

    def close(self) -> bool:
        item = self.open_item
        if self.stage != "open" or item is None:
            return False
        vote = self.votes[item]
        told = list(vote.told.values())
        agreed = len(told) == TELLERS and told[0] == told[1]
        if (vote.hands or vote.paper) and not agreed:
            return False
        vote.open = False
        self.decided.add(item)
        return True

    def cancel(self) -> bool:
        item = self.open_item
        if self.stage not in {"open", "paused"} or item is None:
            return False
        self.votes[item].open = False
        return True

    def pause(self) -> bool:
        if self.stage != "open":
            return False
        self.stage = "paused"
        return True

    def resume(self) -> bool:
        if self.stage != "paused":
            return False
        self.stage = "open"
        return True

    def ask(self, voter: int, point: bool) -> bool:
        known = {one for one, _ in self.queue} | {self.speaking}
        if self.stage != "open" or (voter, 0) not in self.here or voter in known:
            return False
        self.queue.append((voter, 0))
        self.points = (self.points | {voter}) if point else self.points - {voter}
        return True

    def give(self, voter: int) -> bool:
        if self.stage != "open" or self.speaking is not None or self.line[:1] != [voter]:
            return False
        self.queue = [one for one in self.queue if one[0] != voter]
        self.speaking = voter
        return True

    def stop(self, voter: int) -> bool:
        if self.stage not in {"open", "paused"} or self.speaking != voter:
            return False
        self.heard.add(voter)
        self.speaking = None
        return True

    def object(self, voter: int, item: int) -> bool:
        if self.stage not in {"open", "paused"} or (voter, 0) not in self.here:
            return False
        self.objections.append((item, False))
        return True

    def uphold(self, which: int) -> bool:
        if self.stage not in {"open", "paused"} or which >= len(self.objections):
            return False
        item, done = self.objections[which]
        if done or item == self.open_item:
            return False
        self.objections[which] = (item, True)
        self.decided.discard(item or 0)
        return True
