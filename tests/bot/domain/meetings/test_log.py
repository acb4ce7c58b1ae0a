"""Rules 22 to 24: the state is a fold of the log, and says what the log says."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot.domain.meetings import acts, refusals
from bot.domain.meetings.acts import ACTS
from bot.domain.meetings.folding import RULES, fold
from bot.domain.meetings.records import recorded
from bot.domain.meetings.terms import EntryKind
from bot.domain.polls.seals import canonical, following, verify_chain
from storage.meetings.acts import read_logged
from tests.sittings import BUDGET, MEETING, Sitting


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
