"""Whatever is done to a post in whatever order, it stands as a small model says."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.exchange.posts import PostId
from bot.domain.people.members import MemberId
from bot.domain.refusals import Refusal
from bot.ports import Storage
from bot.services.exchange.moderation import ExchangeModeration
from bot.services.exchange.posts import ExchangePosts
from bot.services.exchange.responses import ExchangeResponses
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import TickingClock
from tests.exchange import ANNA, CHAIRS, DINA, FIELDS, GLEB, NOW, OLGA, VERA, people
from tests.schemas import in_memory

TERM = timedelta(days=31)
RESPONDERS = (VERA, GLEB, DINA)
ACTS = st.one_of(
    st.tuples(st.just("respond"), st.sampled_from(RESPONDERS)),
    st.tuples(
        st.sampled_from(("withdraw", "choose", "hand_over", "nobody_came")),
        st.sampled_from(RESPONDERS),
    ),
    st.tuples(st.sampled_from(("take_down", "hide", "show", "expire", "renew")), st.just(ANNA)),
)


class Model:
    """A post and the last response of each person, in a few lines."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.ended, self.hidden, self.expired = "", False, False
        self.states: dict[MemberId, str] = {}

    @property
    def received(self) -> list[MemberId]:
        return [who for who, state in self.states.items() if state == "received"]

    @property
    def taken(self) -> int:
        return sum(state in {"chosen", "received"} for state in self.states.values())

    @property
    def state(self) -> str:
        return self.ended or ("promised" if self.taken >= self.count else "open")

    @property
    def is_listed(self) -> bool:
        return self.state == "open" and not self.hidden and not self.expired

    def active(self, who: MemberId) -> bool:
        return self.states.get(who) in {"waiting", "chosen"}

    def does(self, act: str, who: MemberId) -> bool:
        """Do this; tell whether it may be done."""
        allowed: bool = getattr(self, f"_{act}")(who)
        return allowed

    def _respond(self, who: MemberId) -> bool:
        allowed = self.is_listed and not self.active(who) and who not in self.received
        if allowed:
            self.states[who] = "waiting"
        return allowed

    def _withdraw(self, who: MemberId) -> bool:
        allowed = not self.ended and self.active(who)
        if allowed:
            self.states[who] = "withdrawn"
        return allowed

    def _choose(self, who: MemberId) -> bool:
        if self.states.get(who) == "chosen":
            return True  # a second tap
        allowed = self.state == "open" and not self.hidden and self.states.get(who) == "waiting"
        if allowed:
            self.states[who] = "chosen"
        return allowed

    def _hand_over(self, who: MemberId) -> bool:
        if who in self.received:
            return True  # a second tap
        allowed = self.states.get(who) == "chosen"
        if allowed:
            self.states[who] = "received"
        if allowed and len(self.received) == self.count:
            self.ended = "done"
            self._decline()
        return allowed

    def _nobody_came(self, who: MemberId) -> bool:
        allowed = self.states.get(who) == "chosen"
        if allowed:
            self.states[who] = "missed"
        return allowed

    def _take_down(self, _: MemberId) -> bool:
        if self.ended:
            return self.ended == "closed"  # a second tap
        self.ended = "done" if self.received else "closed"
        self._decline()
        return True

    def _decline(self) -> None:
        for who in self.states:
            if self.active(who):
                self.states[who] = "declined"

    def _hide(self, _: MemberId) -> bool:
        allowed = not self.ended and not self.hidden
        self.hidden |= allowed
        return allowed

    def _show(self, _: MemberId) -> bool:
        self.hidden = False
        return True

    def _expire(self, _: MemberId) -> bool:
        self.expired = True
        return True

    def _renew(self, _: MemberId) -> bool:
        allowed = not self.ended and not self.hidden
        if allowed:
            self.expired = False
        return allowed


class Course:
    """The same acts, done by the services within one transaction each."""

    def __init__(self, tx: Stores, count: int) -> None:
        self._tx, self._clock = tx, TickingClock(NOW)
        common = (cast("Storage", None), self._clock, some_rules())
        self._posts = ExchangePosts(*common, fields=FIELDS)
        self._responses = ExchangeResponses(*common)
        self._moderation = ExchangeModeration(*common)
        self._post = self._run(self._posts, "publish", ANNA, replace(CHAIRS, count=count), "draft")

    def _run(self, service: Any, name: str, *values: Any) -> Any:
        return getattr(type(service), name).__wrapped__(service, self._tx, *values)

    def does(self, act: str, who: MemberId) -> bool:
        """Do this; tell whether it was done."""
        self._tx.outbox._db.execute("SAVEPOINT act")
        try:
            self._do(act, who)
        except Refusal:
            self._tx.outbox._db.execute("ROLLBACK TO act")
            return False
        return True

    def _do(self, act: str, who: MemberId) -> None:
        match act:
            case "respond":
                self._run(self._responses, act, who, self._post, "Мне")
                self._clock.time += timedelta(hours=2)  # nobody writes too much
            case "withdraw":
                self._run(self._responses, act, who, self._post)
            case "choose" | "hand_over" | "nobody_came":
                latest = self._tx.exchange_responses.latest(self._post, who)
                self._run(self._responses, act, ANNA, 0 if latest is None else latest.id)
            case "hide":
                self._run(self._moderation, act, OLGA, self._post, "Проверяем")
            case "show":
                self._run(self._moderation, act, OLGA, self._post)
            case "expire":
                self._clock.time += TERM
            case _:
                self._run(self._posts, act, ANNA, self._post)

    def stands(self) -> tuple[str, bool, dict[MemberId, str]]:
        """Return the state, whether it is listed, and the last response of each person."""
        (found,) = self._tx.exchange_posts.of([PostId(self._post)])
        latest = {
            who: one.state.value
            for who in RESPONDERS
            if (one := self._tx.exchange_responses.latest(self._post, who)) is not None
        }
        return found.state.value, found.is_listed(self._clock.time), latest


@pytest.fixture(scope="module")
def tx() -> Iterator[Stores]:
    with closing(in_memory()) as db:
        stores = Stores(db)
        people(stores)
        yield stores


@settings(max_examples=100)
@given(st.lists(ACTS, min_size=6, max_size=20), st.integers(1, 3))
def test_a_post_and_its_responses_stand_as_the_model_says(
    tx: Stores, acts: list[tuple[str, MemberId]], count: int
) -> None:
    tx.outbox._db.execute("SAVEPOINT course")
    try:
        model, course = Model(count), Course(tx, count)
        for act, who in acts:
            assert course.does(act, who) == model.does(act, who), act
            assert course.stands() == (model.state, model.is_listed, model.states), act
    finally:
        tx.outbox._db.execute("ROLLBACK TO course")
