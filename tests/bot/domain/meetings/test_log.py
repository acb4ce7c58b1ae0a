"""Rules 22 to 24: the state is a fold of the log, and random meetings agree with a second model."""

import json
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.meetings import acts, refusals
from bot.domain.meetings.acts import ACTS
from bot.domain.meetings.folding import RULES, fold
from bot.domain.meetings.plans import AgendaPoint, ItemId, ItemKind
from bot.domain.meetings.records import recorded
from bot.domain.meetings.terms import EntryKind, Ground, Leaving, Slip, VotingForm
from bot.domain.meetings.voting import require_ballot
from bot.domain.polls.hand_counts import hands_on_motion
from bot.domain.polls.seals import canonical, following, verify_chain
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal
from storage.meetings.acts import read_logged
from tests.effort import effort
from tests.meeting_model import MeetingModel, N
from tests.sittings import (
    BUDGET,
    CHAIR,
    FIRST_TELLER,
    LETTER,
    MEETING,
    MIXED,
    SECOND_TELLER,
    Sitting,
    delegate,
    leader,
)

# --- the log --------------------------------------------------------------------------------------


def a_whole_meeting() -> Sitting:
    sitting = Sitting().begins(1, 2, 3)
    sitting.opens(BUDGET)
    sitting.slip(1, 1).counts(1, 0, 0).closes().does(acts.Ended)
    return sitting


def test_each_kind_of_entry_has_its_rule_and_is_named_once() -> None:
    assert set(ACTS.values()) == set(RULES)
    assert set(ACTS) == set(EntryKind)
    assert all(kind.startswith(acts.PREFIX) for kind in ACTS)


def test_what_is_stored_reads_back_as_it_was_said() -> None:
    sitting = a_whole_meeting()
    assert sitting.replayed() == sitting.state
    for entry in sitting.entries:
        again = recorded(read_logged(entry).act)
        assert canonical(again.payload) == entry.payload


def test_a_fold_goes_on_from_any_earlier_state() -> None:
    sitting = a_whole_meeting()
    log = [read_logged(entry) for entry in sitting.entries]
    for cut in range(len(log)):
        before = fold(MEETING, sitting.plan, log[:cut])
        assert fold(MEETING, sitting.plan, log[cut:], before) == sitting.state


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("meeting.drummed", {"meeting": 1, "by": 1, "at": "2026-12-10T07:00:00+00:00"}),
        ("meeting.resumed", {"meeting": 1, "by": 1, "at": "2026-12-10T07:00:00+00:00", "x": 1}),
        ("meeting.resumed", {"meeting": 1}),
    ],
)
def test_an_entry_of_a_later_release_is_refused_and_named(
    kind: str, payload: Mapping[str, Any]
) -> None:
    sitting = a_whole_meeting()
    later = following(sitting.head, kind, payload)
    with pytest.raises(refusals.MeetingUnreadable) as refused:
        read_logged(later)
    assert refused.value.number == later.number


def test_the_head_is_kept_at_the_opening_after_each_vote_and_at_the_end() -> None:
    sitting = a_whole_meeting()
    shown = [sitting.entries[head.number - 1].kind for head in sitting.state.heads]
    assert shown == ["meeting.begun", "meeting.vote_closed", "meeting.ended"]
    assert verify_chain(sitting.entries, *sitting.state.heads) == ()


def test_an_entry_says_of_which_meeting_it_is_and_of_no_poll() -> None:
    for entry in a_whole_meeting().entries:
        said = json.loads(entry.payload)
        assert said["meeting"] == MEETING
        assert "poll" not in said


# --- random meetings ------------------------------------------------------------------------------

VOTERS, PEOPLE = st.integers(1, N), st.integers(0, 1)
ITEMS = st.integers(1, 3)
FIGURES = st.tuples(st.integers(0, 3), st.integers(0, 1), st.integers(0, 1))

ORDINARY = st.one_of(
    st.tuples(st.just("arrive"), VOTERS, PEOPLE, st.booleans()),
    st.tuples(st.just("arrive"), VOTERS, st.just(0)),
    st.tuples(st.just("depart"), VOTERS, PEOPLE),
    st.tuples(st.just("lose"), VOTERS, PEOPLE),
    st.tuples(st.just("post"), VOTERS, st.frozensets(ITEMS, min_size=1)),
    st.tuples(st.just("ask"), VOTERS, st.booleans()),
    st.tuples(st.just("give"), VOTERS),
    st.tuples(st.just("stop"), VOTERS),
    st.tuples(st.just("object"), VOTERS, ITEMS),
    st.tuples(st.just("uphold"), st.integers(0, 2)),
)
CONDUCT = st.one_of(
    st.tuples(st.just("begin")),
    st.tuples(st.just("elect")),
    st.tuples(st.just("call"), ITEMS),
    st.tuples(st.just("open"), ITEMS, st.booleans()),
    st.tuples(st.just("close")),
    st.tuples(st.just("cancel")),
    st.tuples(st.just("pause")),
    st.tuples(st.just("resume")),
    st.tuples(st.just("slip"), VOTERS, st.integers(1, 4)),
    st.tuples(st.just("spoil"), VOTERS, st.integers(1, 4)),
    st.tuples(st.just("count"), st.integers(0, 1), FIGURES),
)
OPENED: list[tuple[Any, ...]] = [
    *(("arrive", voter, 0) for voter in (1, 2, 3)),
    *(("begin",), ("elect",), ("call", 1), ("open", 1, False)),
]
STEPS = st.builds(
    lambda head, rest: [*([one] for one in head), *rest],
    st.sampled_from(
        [
            [],
            *(OPENED[:3], OPENED[:5], OPENED, [*OPENED[:-1], ("open", 1, True)]),
            [("post", 4, frozenset({1, 2})), *OPENED],
            [("post", 4, frozenset({1})), *OPENED[:-1], ("open", 1, True)],
            [*OPENED, ("slip", 1, 1), ("slip", 2, 2)],
        ]
    ),
    st.lists(
        st.lists(st.one_of(ORDINARY, CONDUCT, CONDUCT), min_size=1, max_size=4),
        min_size=15,
        max_size=effort(40, 80),
    ),
)


class Played:
    """The same steps on the acts of a meeting."""

    def __init__(self) -> None:
        agenda = tuple(
            AgendaPoint(id=ItemId(n), kind=ItemKind.VOTE, title=f"Вопрос {n}") for n in (1, 2, 3)
        )
        self.sitting = Sitting(N, agenda=agenda, **MIXED).registers()

    def arrive(self, voter: int, person: int, afar: bool = False) -> None:
        mandate: dict[str, Any] = {"person": delegate(voter), "ground": Ground.DELEGATE}
        said = {**mandate, "document": LETTER} if person else {}
        self.sitting.arrives(voter, remote=afar, **said)

    def post(self, voter: int, items: frozenset[int]) -> None:
        ballots = {ItemId(item): "for" for item in sorted(items)}
        said: dict[str, Any] = {"received_at": self.sitting.now, "ballots": ballots}
        self.sitting.does(acts.Posted, **self._who(voter), **said)

    def lose(self, voter: int, person: int) -> None:
        who = delegate(voter) if person else leader(voter)
        self.sitting.leaves(voter, who, by=None, why=Leaving.LOST)

    def depart(self, voter: int, person: int) -> None:
        self.sitting.leaves(voter, delegate(voter) if person else leader(voter))

    def begin(self) -> None:
        self.sitting.does(acts.Begun)

    def elect(self) -> None:
        self.sitting.elects()

    def call(self, item: int) -> None:
        self.sitting.calls(ItemId(item))

    def open(self, item: int, hands: bool) -> None:
        form = VotingForm.HANDS if hands else VotingForm.BALLOT
        self.sitting.opens(ItemId(item), call=False, form=form)

    def _item(self) -> ItemId:
        return next(iter(self.sitting.state.open_votes), ItemId(1))

    def slip(self, voter: int, number: int) -> None:
        self.sitting.slip(number, voter, self._item())

    def spoil(self, voter: int, number: int) -> None:
        self.sitting.slip(number, voter, self._item(), state=Slip.SPOILED)

    def count(self, teller: int, figures: tuple[int, int, int]) -> None:
        who = (FIRST_TELLER, SECOND_TELLER)[teller]
        self.sitting.does(acts.Counted, who, item=self._item(), count=hands_on_motion(*figures))

    def close(self) -> None:
        item = self.sitting.state.items[self._item()]
        if item.vote is None:
            raise refusals.VoteNotOpen
        self.sitting.closes(item.point.id)

    def cancel(self) -> None:
        vote = self.sitting.state.items[self._item()].vote
        if vote is None:
            raise refusals.VoteNotOpen
        said = {"item": self._item(), "vote": vote.poll, "reason": "Повтор"}
        self.sitting.does(acts.VoteCancelled, CHAIR, **said)

    def pause(self) -> None:
        self.sitting.does(acts.Suspended, CHAIR, reason="Свет")

    def resume(self) -> None:
        self.sitting.does(acts.Resumed, CHAIR)

    def _who(self, voter: int) -> dict[str, Any]:
        return {"voter": VoterId(voter), "person": leader(voter)}

    def ask(self, voter: int, point: bool) -> None:
        self.sitting.does(acts.FloorAsked, **self._who(voter), name=str(voter), point=point)

    def give(self, voter: int) -> None:
        limit = self.sitting.plan.speech
        self.sitting.does(acts.FloorGiven, CHAIR, person=leader(voter), limit=limit)

    def stop(self, voter: int) -> None:
        self.sitting.does(acts.FloorEnded, CHAIR, person=leader(voter))

    def object(self, voter: int, item: int) -> None:
        said = {**self._who(voter), "words": "Нет", "mandate": VoterId(1), "item": ItemId(item)}
        self.sitting.does(acts.Objected, **said)

    def uphold(self, which: int) -> None:
        made = self.sitting.state.objections
        number = made[which].number if which < len(made) else 0
        self.sitting.does(acts.ObjectionUpheld, CHAIR, objection=number)


def agree(played: Played, model: MeetingModel) -> None:
    """See that both say the same of who is there, who may vote, what is decided, who speaks."""
    state = played.sitting.state
    assert set(state.present) == model.present
    remote = {
        v for v in model.present if all(one in model.afar for one in model.here if one[0] == v)
    }
    assert state.remote == remote
    assert set(state.postings) == set(model.sent)
    assert state.ever == model.been
    assert state.has_quorum is model.quorum
    open_now = {item: vote.present for item, vote in state.open_votes.items()}
    wanted = {i: vote.base for i, vote in model.votes.items() if vote.open}
    assert open_now == wanted
    decided = {item for item, one in state.items.items() if one.is_over}
    assert decided == model.decided
    assert [one.voter for one in state.speaking_order] == model.line
    for voter in range(1, N + 1):
        assert any(_may(played, item, voter) for item in open_now) is model.may_vote(voter)


def _may(played: Played, item: ItemId, voter: int) -> bool:
    found = played.sitting.state.items[item]
    try:
        require_ballot(played.sitting.state, found, found.votes[-1], VoterId(voter))
    except Refusal:
        return False
    return True


def chosen(model: MeetingModel, steps: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    """Return the first of these steps that is allowed, or else the first: most are to be done."""
    for name, *said in steps:
        if getattr(deepcopy(model), name)(*said):
            return (name, *said)
    return steps[0]


@settings(max_examples=effort(120, 3000))
@given(STEPS)
def test_random_meetings_agree_with_the_specification_and_with_their_replay(
    steps: list[list[tuple[Any, ...]]],
) -> None:
    played, model = Played(), MeetingModel()
    replayed, read = played.sitting.replayed(), len(played.sitting.entries)
    for some in steps:
        name, *said = chosen(model, some)
        allowed = getattr(model, name)(*said)
        try:
            getattr(played, name)(*said)
        except Refusal:
            done = False
        else:
            done = True
        assert done is allowed, (name, *said)
        agree(played, model)
        since = map(read_logged, played.sitting.entries[read:])
        replayed = fold(MEETING, played.sitting.plan, since, replayed)
        read = len(played.sitting.entries)
        assert replayed == played.sitting.state
    assert played.sitting.replayed() == played.sitting.state
