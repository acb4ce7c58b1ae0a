"""Whatever people do in whatever order: one ballot a voter, all of them counted, one outcome."""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Callable, Coroutine
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import PersonDetails
from bot.domain.polls.boards import PollBoard
from bot.domain.polls.cards import Cast
from bot.domain.polls.plans import Secrecy
from bot.domain.polls.polls import PollState
from bot.domain.polls.seals import sealed, verify_chain
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal
from bot.ports import Transaction
from bot.services.polls.ballots import Ballots
from bot.services.polls.polls import Polls
from bot.services.polls.proxies import Proxies
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.councils import CHAIR, CLOSES, ISSUED, NOON, a_poll
from tests.people import joined
from tests.schemas import lay

R = TypeVar("R")
COUNCIL = range(1, 6)
SOMEBODY = st.sampled_from(range(1, 7))  # the sixth is of no council
CHOICES = st.sampled_from(["for", "against", "abstain", "for", "against", "perhaps"])
OWN = st.sampled_from([(number, number) for number in COUNCIL])
HANDS = st.one_of(OWN, OWN, OWN, st.tuples(SOMEBODY, SOMEBODY))
"""Who acts for whom: mostly for themselves."""


class Straight:
    """Runs each transaction at once; a failed one is undone. Nothing has to last."""

    def __init__(self) -> None:
        self.folder = TemporaryDirectory()
        self.db = sqlite3.connect(Path(self.folder.name) / "votes.sqlite3", isolation_level=None)
        self.db.execute("PRAGMA journal_mode = MEMORY")
        self.db.execute("PRAGMA synchronous = OFF")
        lay(self.db)
        self.db.execute("PRAGMA foreign_keys = ON")

    def close(self) -> None:
        self.db.close()
        self.folder.cleanup()

    async def write(self, work: Callable[[Transaction], R]) -> R:
        self.db.execute("BEGIN")
        try:
            result = work(Stores(self.db))
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")
        return result

    async def read(self, work: Callable[[Transaction], R]) -> R:
        return work(Stores(self.db))


def run(call: Coroutine[Any, Any, R]) -> R:
    """Run a coroutine to its end; what falls due is done by several at once, so on a loop."""
    return asyncio.run(call)


class Voting(RuleBasedStateMachine):
    """A vote of five beside a model of it that knows nothing of the code."""

    @initialize(secret=st.booleans(), closes_when_all_voted=st.booleans())
    def open(self, *, secret: bool, closes_when_all_voted: bool) -> None:
        self.storage, self.clock, rules = Straight(), FixedClock(NOON), some_rules()
        self.polls = Polls(self.storage, self.clock, rules)
        self.ballots = Ballots(self.storage, self.clock, rules)
        self.proxies = Proxies(self.storage, self.clock, rules)
        run(self.storage.write(_council))
        plan = a_poll(
            secrecy=Secrecy.SECRET if secret else Secrecy.NAMED,
            closes_when_all_voted=closes_when_all_voted,
        )
        self.poll = run(self.polls.open(CHAIR, plan))
        self.secret, self.closes_early = secret, closes_when_all_voted
        # --- the model ---
        self.running, self.cancelled = True, False
        self.choice: dict[int, str] = {}
        self.by: dict[int, int] = {}
        self.recused: set[int] = set()
        self.holder: dict[int, int] = {}
        self.acknowledged = 0
        self.numbers: set[str] = set()

    # --- what people do -------------------------------------------------------------------------

    @rule(hands=HANDS, choice=CHOICES)
    def cast(self, hands: tuple[int, int], choice: str) -> None:
        self.casts(*hands, choice)

    def casts(self, member: int, voter: int, choice: str) -> None:
        may = self.may_cast(member, voter) and choice != "perhaps"
        may = may and not (self.secret and voter in self.choice)
        done = self.tries(
            may, self.ballots.cast(MemberId(member), self.poll, VoterId(voter), choice)
        )
        if done is not None:
            if self.secret or self.choice.get(voter) != choice or self.by.get(voter) != member:
                self.acknowledged += 1
            self.choice[voter], self.by[voter] = choice, member
            assert isinstance(done, Cast)
            assert (done.number is not None) == self.secret
            if done.number:
                assert done.number not in self.numbers
                self.numbers.add(done.number)
            self.ends_if_all_voted()

    @rule(choices=st.tuples(CHOICES, CHOICES, CHOICES, CHOICES, CHOICES))
    def all_cast(self, choices: tuple[str, ...]) -> None:
        for number, choice in zip(COUNCIL, choices, strict=True):
            self.casts(self.holder.get(number, number), number, choice)

    @rule(hands=HANDS)
    def recuse(self, hands: tuple[int, int]) -> None:
        member, voter = hands
        may = self.may_cast(member, voter) and not (self.secret and voter in self.choice)
        if member == voter and voter in self.holder:  # the conflict is the voter's own
            open_ = self.takes_ballots() and voter not in self.recused
            may = open_ and voter not in self.choice
        done = self.tries(may, self.ballots.recuse(MemberId(member), self.poll, VoterId(voter)))
        if done is not None:
            self.recused.add(voter)
            self.choice.pop(voter, None)
            self.ends_if_all_voted()

    @rule(hands=HANDS, holder=SOMEBODY)
    def give(self, hands: tuple[int, int], holder: int) -> None:
        member, voter = hands
        may = (
            self.takes_ballots()
            and member == voter
            and {voter, holder} <= set(COUNCIL)
            and holder != voter
            and voter not in self.recused | self.choice.keys() | self.holder.keys()
        )
        done = self.tries(may, self.entrusts(MemberId(member), VoterId(voter), MemberId(holder)))
        if done is not None:
            self.holder[voter] = holder

    async def entrusts(self, member: MemberId, voter: VoterId, holder: MemberId) -> PollBoard:
        """Give a proxy, whose paper the chair sees at once."""
        paper = ("7", ISSUED, CLOSES, "Голосовать")
        await self.proxies.give(member, self.poll, voter, holder, *paper)
        return await self.proxies.confirm(CHAIR, self.poll, voter, holder)

    @rule(hands=HANDS)
    def revoke(self, hands: tuple[int, int]) -> None:
        """What was done by the proxy stands; from now on the voter has the ballot again."""
        member, voter = hands
        may = self.takes_ballots() and member == voter and voter in self.holder
        holder = MemberId(self.holder.get(voter, voter))
        done = self.tries(
            may, self.proxies.revoke(MemberId(member), self.poll, VoterId(voter), holder)
        )
        if done is not None:
            del self.holder[voter]

    @rule(hours=st.integers(1, 9))
    def wait(self, hours: int) -> None:
        self.clock.time += timedelta(hours=hours)

    @rule()
    def sweep(self) -> None:
        run(self.polls.close_due())
        if self.clock.time >= CLOSES:
            self.running = False

    @rule(cancels=st.booleans())
    @precondition(lambda self: len(self.choice) > 2)  # late enough for something to have happened
    def end(self, *, cancels: bool) -> None:
        may = self.takes_ballots()
        act = self.polls.cancel if cancels else self.polls.close
        if self.tries(may, act(CHAIR, self.poll, "Пора")) is not None:
            self.running, self.cancelled = False, cancels

    def teardown(self) -> None:
        self.storage.close()

    # --- what holds -----------------------------------------------------------------------------

    @invariant()
    def the_ballots_are_those_acknowledged(self) -> None:
        stores = Stores(self.storage.db)
        poll = stores.polls.get(self.poll)
        assert poll is not None
        written = stores.ballots.written(poll)
        assert Counter(written.values()) == Counter(self.choice.values())
        if self.secret:
            assert set(written) == self.numbers
        else:
            assert written == {str(voter): choice for voter, choice in self.choice.items()}
        assert stores.ballots.voted(self.poll) == set(self.choice)
        assert stores.ballots.turnout(self.poll).awaited == len(COUNCIL) - len(self.recused) - len(
            self.choice
        )
        kept = [entry for entry in stores.entries.all() if entry.kind in {"ballot", "voted"}]
        assert len(kept) == self.acknowledged

    @invariant()
    def there_is_one_outcome_and_it_is_that_of_the_ballots(self) -> None:
        stores = Stores(self.storage.db)
        poll, declared = stores.polls.get(self.poll), stores.outcomes.declared(self.poll)
        assert poll is not None
        assert verify_chain(stores.entries.all()) == ()
        if self.running or self.cancelled:
            assert declared is None
            assert poll.state is (PollState.OPEN if self.running else PollState.CANCELLED)
            return
        assert declared is not None
        counts = declared.result.items[0].counts
        said = Counter(self.choice.values())
        assert (counts.in_favour, counts.against, counts.abstained) == (
            said["for"],
            said["against"],
            said["abstain"],
        )
        assert declared.result.recused == len(self.recused)
        ((salt,),) = self.storage.db.execute("SELECT salt FROM results").fetchall()
        assert declared.seal == sealed(self.poll, salt, stores.ballots.written(poll))

    # --- the model ------------------------------------------------------------------------------

    def takes_ballots(self) -> bool:
        return self.running and self.clock.time < CLOSES

    def may_cast(self, member: int, voter: int) -> bool:
        hand = self.holder.get(voter, voter)
        entitled = voter in COUNCIL and voter not in self.recused
        return self.takes_ballots() and entitled and member == hand

    def ends_if_all_voted(self) -> None:
        if self.closes_early and len(self.choice) + len(self.recused) == len(COUNCIL):
            self.running = False

    def tries(self, may: bool, call: Coroutine[Any, Any, R]) -> R | None:
        """Do it; it is refused exactly when the model says so."""
        try:
            done: R | None = run(call)
        except Refusal:
            done = None
        assert (done is not None) is may
        return done


def _council(tx: Transaction) -> None:
    for number in range(1, 7):
        role = Role.CHAIR if number == CHAIR else Role.COUNCIL
        roles = frozenset({role} if number in COUNCIL else ())
        joined(tx, PersonDetails(f"Член {number}", roles=roles), NOON)


Voting.TestCase.settings = settings(stateful_step_count=40)
TestVoting = Voting.TestCase
