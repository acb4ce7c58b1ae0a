"""All rules together: random meetings agree with a second model, and with their replay."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.meetings.folding import fold
from bot.domain.meetings.plans import ItemId
from bot.domain.meetings.state import Stage
from bot.domain.meetings.voting import silent_in
from bot.domain.refusals import Refusal
from storage.meetings.acts import read_logged
from tests.effort import effort
from tests.hall_model import OUTSIDER, Mandate, N, Person
from tests.meeting_model import AMENDMENT, ITEMS, SECTION, MeetingModel, ModelVote
from tests.played_meetings import PlayedMeeting, member
from tests.sittings import MEETING

Step = tuple[Any, ...]

# --- steps ----------------------------------------------------------------------------------------

EVERYBODY: list[Person] = [OUTSIDER, *((v, rank) for v in range(1, N + 1) for rank in (0, 1))]
MANDATES = [
    (voter, person)
    for voter in range(1, N + 1)
    for person in ((voter, 0), (voter, 0), (voter, 1), (voter % N + 1, 0), OUTSIDER)
]
"""Who may come for whom: leader, delegate, and by a proxy the next one's leader or an outsider."""

VOTERS, WHICH = st.integers(1, N), st.integers(0, 1)
MEANT = None
"""What is meant follows from the course: who speaks next, the current item, who is there."""

HUMANS = st.just(MEANT) | st.sampled_from(EVERYBODY)
ITEM = st.just(MEANT) | st.integers(1, ITEMS + 2)
SOMEBODY = st.integers(0, 7) | st.sampled_from(MANDATES)
"""A number is the place of somebody among those who are there."""

FIGURES = st.none() | st.tuples(st.integers(0, 3), st.integers(0, 1), st.integers(0, 1))
AGAINST = st.sampled_from([0, 0, 0, 1])
BARRED = st.sampled_from([0, 0, 0, 0, 1])
PART = st.sampled_from([AMENDMENT, SECTION])


def a_step(name: str, *said: st.SearchStrategy[Any]) -> st.SearchStrategy[Step]:
    return st.tuples(st.just(name), *said)


AT_THE_DESKS = [
    a_step(
        "arrive", st.sampled_from(MANDATES), st.sampled_from([True, True, False]), st.booleans()
    ),
    a_step("arrive", st.sampled_from(MANDATES), st.just(True), st.just(False)),
    *(a_step(name, SOMEBODY) for name in ("depart", "lose", "mistake", "code")),
    a_step("post", VOTERS, st.frozensets(st.integers(1, ITEMS), min_size=1), st.booleans()),
    a_step("kill"),
]
IN_THE_HALL = [
    a_step("ask", SOMEBODY, st.booleans()),
    a_step("ask", SOMEBODY, st.booleans()),
    *(a_step(name, HUMANS) for name in ("give", "stop", "drop")),
    a_step("object", SOMEBODY, st.none() | st.integers(1, ITEMS), st.none() | VOTERS),
    a_step("uphold", st.integers(0, 2)),
    a_step("recuse", SOMEBODY, ITEM),
]
CONDUCT = [
    *map(a_step, ("begin", "elect", "pause", "resume", "resume")),
    *(a_step(name, ITEM) for name in ("call", "call", "lot")),
    *(a_step("open", ITEM, st.booleans(), BARRED) for _ in range(2)),
    a_step("amend", ITEM, PART),
    a_step("reorder", ITEM, st.sampled_from([True, True, False]), AGAINST),
    a_step("close_debate", ITEM, AGAINST),
    a_step("as_block", st.frozensets(st.integers(1, ITEMS), min_size=2), AGAINST),
    a_step("remove", ITEM, AGAINST) | a_step("add", AGAINST),
]
VOTING = [
    a_step("slip", WHICH, VOTERS, st.integers(1, 4)),
    a_step("spoil", WHICH, st.none() | VOTERS, st.integers(1, 4)),
    *(a_step("count", WHICH, WHICH, FIGURES) for _ in range(2)),
    a_step("recount", WHICH, WHICH, FIGURES),
    a_step("last_call", WHICH),
    a_step("close", WHICH, st.sampled_from([False, False, True])),
    a_step("cancel", WHICH),
    *(a_step("cast", WHICH, SOMEBODY) for _ in range(2)),
]


def _come(voter: int, person: Person) -> Step:
    return "arrive", (voter, person), True, False


LEADERS = [_come(voter, (voter, 0)) for voter in (1, 2, 3)]
BY_PROXY = [_come(1, (1, 0)), _come(1, (2, 0)), _come(2, (2, 0)), _come(3, OUTSIDER)]
BEGUN: list[Step] = [("begin",), ("elect",), ("call", 1)]
CALLED: list[Step] = [*LEADERS, *BEGUN]
OPENED: list[Step] = [*CALLED, ("open", 1, False)]
HANDS: list[Step] = [*CALLED, ("open", 1, True)]
SPLIT: list[Step] = [*CALLED, ("amend", 1, SECTION), ("amend", 1, AMENDMENT)]
BLOCK: list[Step] = [*CALLED, ("as_block", frozenset({1, 2}), 0), ("open", 1, False)]
VOTED: list[Step] = [("open", MEANT, False), ("close", 0, False)]
SECOND: list[Step] = [*OPENED, ("close", 0, True), ("open", 1, False)]
OBJECTED: list[Step] = [*OPENED, ("object", (1, (1, 0)), 1, 2), ("uphold", 0)]
RECUSED: list[Step] = [*CALLED, ("recuse", (2, (2, 0)), 1)]

HEADS: dict[str, list[Step]] = {
    "nothing": [],
    "present": [*LEADERS, _come(1, (1, 0))],
    "called": CALLED,
    "by mistake": [*CALLED, _come(4, (4, 0)), ("mistake", (4, (4, 0))), ("mistake", (1, (1, 0)))],
    "sent": [("post", 4, frozenset({1, 2}), False), *OPENED, _come(4, (4, 0))],
    "sent late": [("post", 4, frozenset({1}), True), *HANDS],
    "sent, then hands": [("post", 4, frozenset({1}), False), *HANDS, ("count", 0, 0, (3, 1, 0))],
    "slips": [*OPENED, ("slip", 0, 1, 1), ("slip", 0, 2, 2), ("cast", 0, (1, (1, 0)))],
    "hands": [*HANDS, ("count", 0, 0, MEANT), ("count", 0, 1, MEANT), ("close", 0, False)],
    "proxies": [*BY_PROXY, _come(3, OUTSIDER), *BEGUN, ("open", 1, False), ("kill",)],
    "old papers": [("arrive", (v, p), False, False) for v in (1, 2) for p in ((v, 1), OUTSIDER)],
    "two mandates": [
        *(*BY_PROXY, *BEGUN, ("ask", (3, OUTSIDER), False), ("ask", (2, (2, 0)), True)),
        *(("depart", (1, (2, 0))), ("give", MEANT)),
    ],
    "codes": [*LEADERS, _come(1, (1, 1)), ("code", (1, (1, 0))), ("code", (1, (1, 1)))],
    "recused": [*RECUSED, ("open", 1, False), ("slip", 0, 2, 1), ("cast", 0, (2, (2, 0)))],
    "recused, then hands": [*RECUSED, ("open", 1, True), ("count", 0, 0, (3, 0, 0))],
    "recused late": [*OPENED, ("recuse", (2, (2, 0)), 1)],
    "amended": [*SPLIT, ("open", 1, False), ("call", 5), *VOTED, ("call", 4), *VOTED],
    "sections first": [*SPLIT, ("call", 4), ("open", 4, False), ("call", 5), ("amend", 5, SECTION)],
    "amended late": [*SPLIT[:-1], ("call", 4), *VOTED, SPLIT[-1], ("amend", 1, SECTION)],
    "amended in the vote": [*OPENED, ("amend", 1, SECTION)],
    "block": [*BLOCK, ("open", 2, False), ("slip", 1, 1, 1), ("call", 3)],
    "no block": [*CALLED, ("as_block", frozenset({1, 2}), 1), ("open", 1, True), ("open", 2, True)],
    "another block": [
        *(*BLOCK[:-1], ("open", 2, False), ("as_block", frozenset({1, 3}), 0), ("open", 1, False))
    ],
    "challenged": [*OBJECTED, ("close", 0, False), ("uphold", 0), ("open", 1, False)],
    "tied": [*OPENED, ("close", 0, True), ("kill",), ("lot", 1)],
    "second round": [*SECOND, ("kill",), ("cancel", 0), ("open", 1, False), ("close", 0, False)],
    "sent, then a second round": [
        *(("post", 3, frozenset({1}), False), *SECOND, ("cast", 0, (3, (3, 0)))),
        *(_come(4, (4, 0)), ("slip", 0, 3, 1), ("close", 0, False)),
    ],
    "sent, then hands in a second round": [
        *(("post", 4, frozenset({1}), False), *SECOND[:-1], _come(4, (4, 0))),
        *(("open", 1, True), ("count", 0, 0, (4, 0, 0)), ("count", 0, 1, (4, 0, 0))),
    ],
    "challenged in the second round": [
        *(*SECOND, ("object", (1, (1, 0)), 1, 2), ("object", (1, (1, 0)), 1, 3)),
        *(("close", 0, True), ("uphold", 0), ("uphold", 1), ("lot", 1)),
    ],
    "removed": [*OPENED, ("cancel", 0), ("remove", 1, 0), ("open", 1, False)],
    "recounted": [
        *(*HANDS, ("count", 0, 0, MEANT), ("count", 0, 1, MEANT), ("close", 0, False)),
        *(("recount", 0, 0, (3, 0, 0)), ("recount", 0, 1, (0, 3, 0)), ("call", 2)),
        *(("recount", 0, 0, (3, 0, 0)), ("open", 2, True)),
    ],
    "recounted in a block": [
        *(*CALLED, ("as_block", frozenset({1, 2}), 0), ("open", 1, True), ("open", 2, True)),
        *(("count", which, who, (3, 0, 0)) for which in (1, 0) for who in (0, 1)),
        *(("close", 1, False), ("close", 0, False)),
        *(("recount", 0, 0, (3, 0, 0)), ("recount", 1, 0, (3, 0, 0)), ("call", 3)),
        *(("recount", 0, 1, (3, 0, 0)), ("recount", 1, 1, (3, 0, 0))),
    ],
    "a teller stands": [*CALLED, ("open", 1, True, 1), ("open", 1, False, 1), ("slip", 0, 1, 1)],
    "reordered": [
        *(*SPLIT, ("reorder", 3, True, 0), ("reorder", 2, False, 0), ("call", 3), *VOTED),
        *(("reorder", 1, True, 1), ("amend", 1, AMENDMENT), ("reorder", 9, True, 0)),
    ],
    "debate closed": [
        *(*CALLED, ("ask", 0, False), ("ask", 1, True), ("close_debate", 2, 0), ("ask", 2, False)),
        *(("close_debate", 1, 0), ("ask", 0, False), ("ask", 0, True), ("call", 2)),
        *(("ask", 0, False), ("ask", 0, True)),
    ],
    "last call": [*OPENED, ("last_call", 0), ("slip", 0, 1, 1), ("spoil", 0, 1, 1)],
    "added": [*(_come(v, (v, 0)) for v in (4, 5)), *CALLED, ("add", 1), ("add", 0)],
}
STEPS = st.lists(
    st.lists(st.one_of(*AT_THE_DESKS, *IN_THE_HALL, *CONDUCT, *VOTING), min_size=1, max_size=5),
    min_size=8,
    max_size=effort(25, 60),
)

NO_VOTE = ModelVote(frozenset(), hands=False)
IN_A_VOTE = frozenset({"slip", "spoil", "count", "close", "cancel", "cast", "last_call"})
OF_SOMEBODY = frozenset({"depart", "lose", "mistake", "code", "ask", "object", "recuse", "arrive"})


def meant(model: MeetingModel, step: Step) -> Step:
    """Return a step with what is meant: somebody there, one of the open votes, the next speaker."""
    name, *said = step
    if name in IN_A_VOTE or name == "recount":
        some = sorted(model.opened if name in IN_A_VOTE else model.votes)
        said[0] = some[said[0] % len(some)] if some else 0
    if name in OF_SOMEBODY or name == "cast":
        place = int(name == "cast")
        said[place : place + 1] = _mandate(model, said[place])
    in_vote = name in IN_A_VOTE or name == "recount"
    return (name, *(_meant_in_vote if in_vote else _meant)(model, name, said))


def _meant(model: MeetingModel, name: str, said: list[Any]) -> list[Any]:
    match name, said:
        case "give" | "stop" | "drop", [None]:
            return [_speaker(model, name) or OUTSIDER]
        case "call", [None]:
            return [next(filter(model.ahead, model.order), 0)]
        case "open" | "lot" | "amend" | "remove" | "close_debate" | "reorder", [None, *rest]:
            return [model.item or 0, *rest]
        case "recuse", [*who, None]:
            return [*who, model.item or 0]
    return said


def _meant_in_vote(model: MeetingModel, name: str, said: list[Any]) -> list[Any]:
    """Return what is said with a slip that is out, or figures that add up."""
    vote, item = model.votes.get(said[0], NO_VOTE), said[0]
    match name, said:
        case "spoil", [_, None, _]:
            number, voter = next(iter(vote.paper.items()), (1, 1))
            return [item, voter, number]
        case "count" | "recount", [_, teller, None]:
            able = vote.base - model.without(item) if vote.hands else vote.paper
            return [item, teller, (len(able), 0, 0)]
    return said


def _mandate(model: MeetingModel, one: int | Mandate) -> Mandate:
    if isinstance(one, tuple):
        return one
    here = sorted(model.here) or MANDATES
    return here[one % len(here)]


def _speaker(model: MeetingModel, name: str) -> Person | None:
    if name == "stop":
        return model.speaking
    line = model.line if name == "give" else reversed(model.line)
    return next((person for _, person in line), None)


def chosen(model: MeetingModel, steps: list[Step]) -> Step:
    """Return the first of these steps that is allowed, or else the first: most are to be done."""
    every = [meant(model, one) for one in steps]
    for name, *said in every:
        if len(every) > 1 and getattr(model.copied(), name)(*said):
            return (name, *said)
    return every[0]


# --- what both say --------------------------------------------------------------------------------


def agree_on_the_hall(played: PlayedMeeting, model: MeetingModel) -> None:
    """See that both say the same of who is there, by whom, and who speaks."""
    state = played.sitting.state
    there = {(v, one.person) for v, them in state.present.items() for one in them}
    assert there == {(voter, member(person)) for voter, person in model.here}
    assert set(state.present) == model.present
    assert state.remote == model.remote
    assert state.ever == model.been
    assert set(state.postings) == set(model.sent)
    assert state.has_quorum is model.quorum
    assert (state.opening.present if state.opening else None) == model.opening
    assert {voter for voter in state.voters if state.has_code(voter)} == model.coded
    line = [(one.voter, one.person) for one in state.speaking_order]
    assert line == [(voter, member(person)) for voter, person in model.line]


def agree_on_the_items(played: PlayedMeeting, model: MeetingModel) -> None:
    """See that both say the same of the agenda, and of each open vote."""
    state = played.sitting.state
    assert list(state.order) == model.order
    assert {one for one, item in state.items.items() if item.is_over} == (
        model.decided | model.removed
    )
    tied = {one for one, item in state.items.items() if item.stage is Stage.TIED}
    assert tied == model.tied - model.removed
    assert set(state.open_votes) == model.opened
    for item, vote in state.open_votes.items():
        assert vote.present == model.votes[item].base
        assert dict(vote.slips) == model.votes[item].paper
        assert silent_in(state, state.items[item], vote, frozenset()) == model.able(item)
        assert played.closes_at_once(item) is model.closes_at_once(item)
        for voter, person in set(MANDATES):
            assert _may_cast(played, item, voter, person) is model.cast(item, voter, person)


def _may_cast(played: PlayedMeeting, item: ItemId, voter: int, person: Person) -> bool:
    try:
        played.may_cast(item, voter, person)
    except Refusal:
        return False
    return True


def step_on_both(played: PlayedMeeting, model: MeetingModel, step: Step) -> None:
    """Do a step, and see that both allow or refuse it."""
    name, *said = step
    allowed = getattr(model, name)(*said)
    before = len(played.tried)
    try:
        getattr(played, name)(*said)
    except Refusal:
        done = False
    else:
        done = True
    assert done is allowed, step
    if not allowed:
        played.refused.update((one.number, one.poll) for one in played.tried[before:])
    agree_on_the_hall(played, model)
    agree_on_the_items(played, model)


@pytest.mark.parametrize("head", HEADS)
@settings(max_examples=effort(8, 120))
@given(STEPS)
def test_random_meetings_agree_with_the_specification_and_with_their_replay(
    head: str, steps: list[list[Step]]
) -> None:
    played, model = PlayedMeeting(), MeetingModel()
    replayed, read = played.sitting.replayed(), len(played.sitting.entries)
    for some in [*([one] for one in HEADS[head]), *steps, [("end",)]]:
        step_on_both(played, model, chosen(model, some))
        since = map(read_logged, played.sitting.entries[read:])
        replayed = fold(MEETING, played.sitting.plan, since, replayed)
        read = len(played.sitting.entries)
        assert replayed == played.sitting.state
    assert played.sitting.replayed() == played.sitting.state
    assert played.forbidden() == played.refused
