"""A second opinion on who is in a general meeting, and who speaks.

It is written from the specification and from nothing else: plain sets and lists, and for each step
whether the rules allow it.
"""

from dataclasses import dataclass, field

N = 5

Person = tuple[int, int]
"""An organisation and a rank in it: 0 leads, 1 is a delegate. OUTSIDER is of no member."""

OUTSIDER: Person = (0, 0)
Mandate = tuple[int, Person]
"""For whom somebody is there, and who."""


@dataclass
class HallModel:
    """The hall of a meeting of `N` organisations, its desks, and its queue of speakers."""

    stage: str = "registering"
    here: set[Mandate] = field(default_factory=set)
    afar: set[Mandate] = field(default_factory=set)
    counted: set[Mandate] = field(default_factory=set)
    arrivals: list[Mandate] = field(default_factory=list)
    sent: dict[int, frozenset[int]] = field(default_factory=dict)
    opening: int | None = None
    codes: dict[int, Person] = field(default_factory=dict)
    queue: list[tuple[int, Person, bool]] = field(default_factory=list)
    heard: set[Person] = field(default_factory=set)
    speaking: Person | None = None

    # --- figures ----------------------------------------------------------------------------

    @property
    def present(self) -> frozenset[int]:
        return frozenset(voter for voter, _ in self.here)

    @property
    def been(self) -> set[int]:
        return {voter for voter, _ in self.arrivals}

    @property
    def quorum(self) -> bool:
        return 2 * len(self.present | set(self.sent)) > N

    @property
    def remote(self) -> set[int]:
        return set(self.present) - {voter for voter, _ in self.here - self.afar}

    @property
    def coded(self) -> set[int]:
        """Whose code opens their ballots: it is good for who got it, while they are there."""
        return {voter for voter, person in self.codes.items() if (voter, person) in self.here}

    @property
    def line(self) -> list[tuple[int, Person]]:
        """Who speaks next: points of order, then who has not spoken, then as they asked."""
        points = [one for one in self.queue if one[2]]
        rest = [one for one in self.queue if not one[2]]
        fresh = [one for one in rest if one[1] not in self.heard]
        again = [one for one in rest if one[1] in self.heard]
        return [(voter, person) for voter, person, _ in points + fresh + again]

    # --- the desks: each step says whether it is allowed, and does it then ------------------

    def arrive(self, voter: int, person: Person, good: bool, afar: bool) -> bool:
        """A leader needs no paper; anybody else one that is `good`."""
        if (voter, person) in self.here or (person != (voter, 0) and not good):
            return False
        self.here.add((voter, person))
        self.arrivals.append((voter, person))
        if afar:
            self.afar.add((voter, person))
        return True

    def depart(self, voter: int, person: Person) -> bool:
        if (voter, person) not in self.here:
            return False
        for those in (self.here, self.afar, self.counted):
            those.discard((voter, person))
        self.queue = [one for one in self.queue if one[:2] != (voter, person)]
        return True

    def lose(self, voter: int, person: Person) -> bool:
        return self.depart(voter, person)

    def mistake(self, voter: int, person: Person) -> bool:
        """An arrival by mistake never was, unless a quorum was counted with it."""
        if (voter, person) in self.counted or not self.depart(voter, person):
            return False
        last = len(self.arrivals) - 1 - self.arrivals[::-1].index((voter, person))
        del self.arrivals[last]
        return True

    def post(self, voter: int, items: frozenset[int], late: bool) -> bool:
        known = voter in self.sent or voter in self.present
        if self.stage != "registering" or late or known:
            return False
        self.sent[voter] = items
        return True

    def code(self, voter: int, person: Person) -> bool:
        if (voter, person) not in self.here:
            return False
        self.codes[voter] = person
        return True

    # --- the course -------------------------------------------------------------------------

    def begin(self) -> bool:
        if self.stage != "registering" or not self.quorum:
            return False
        self.stage, self.opening = "open", len(self.present | set(self.sent))
        self.counted |= self.here
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

    def kill(self) -> bool:
        """Nothing that was acknowledged is lost."""
        return True

    # --- speakers ---------------------------------------------------------------------------

    def ask(self, voter: int, person: Person, point: bool) -> bool:
        known = {one[1] for one in self.queue} | {self.speaking}
        if self.stage != "open" or (voter, person) not in self.here or person in known:
            return False
        self.queue.append((voter, person, point))
        return True

    def drop(self, person: Person) -> bool:
        if self.stage == "registering" or person not in {one[1] for one in self.queue}:
            return False
        self.queue = [one for one in self.queue if one[1] != person]
        return True

    def give(self, person: Person) -> bool:
        first = [who for _, who in self.line[:1]]
        if self.stage != "open" or self.speaking is not None or first != [person]:
            return False
        self.queue = [one for one in self.queue if one[1] != person]
        self.speaking = person
        return True

    def stop(self, person: Person) -> bool:
        if self.stage == "registering" or self.speaking != person:
            return False
        self.heard.add(person)
        self.speaking = None
        return True
