"""Minutes are of one sitting, say who signs, and end after they begin."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.events.refusals import PlaceMissing
from bot.domain.minutes.minutes import Signatory
from bot.domain.minutes.plans import (
    ITEMS_LIMIT,
    MinutesPlan,
    checked_signatory,
    require_one_sitting,
)
from bot.domain.minutes.refusals import (
    MinutesMixed,
    MinutesOfNothing,
    MinutesTimesReversed,
    PollNotCounted,
    SignatoryMissing,
    SignatoryTooLong,
    TooManyItems,
)
from bot.domain.polls.plans import Body, Mode
from bot.domain.polls.polls import PollId, PollState
from tests.halls import refused
from tests.protocols import END, START, a_poll

ORLOVA = Signatory("Мария Орлова", "председатель")
PLAN = MinutesPlan(
    polls=(PollId(2), PollId(1), PollId(2)),
    place=" Екатеринбург,  ул. Ленина ",
    starts_at=START,
    ends_at=END,
    drawn_up_at=END + timedelta(microseconds=7),
    chair=ORLOVA,
    secretary=ORLOVA,
    counted_by=(ORLOVA,),
)


def test_each_poll_is_one_item_in_the_order_of_the_agenda() -> None:
    checked = PLAN.checked()

    assert checked.polls == (PollId(2), PollId(1))
    assert checked.drawn_up_at == END
    assert checked.place == "Екатеринбург, ул. Ленина"


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"polls": ()}, MinutesOfNothing),
        ({"polls": tuple(map(PollId, range(ITEMS_LIMIT + 1)))}, TooManyItems),
        ({"ends_at": START - timedelta(minutes=1)}, MinutesTimesReversed),
        ({"counted_by": ()}, SignatoryMissing),
        ({"place": " "}, PlaceMissing),
    ],
)
def test_a_plan_that_makes_no_minutes_is_refused(
    changes: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        replace(PLAN, **changes).checked()  # type: ignore[arg-type]  # each case gives what it means


@pytest.mark.parametrize(
    ("text", "signatory"),
    [
        ("Мария Орлова", Signatory("Мария Орлова")),
        (" Мария  Орлова , директор, д. э. н.", Signatory("Мария Орлова", "директор, д. э. н.")),
    ],
)
def test_a_name_comes_before_the_comma_and_the_position_after_it(
    text: str, signatory: Signatory
) -> None:
    assert checked_signatory(text) == signatory


def test_nobody_signs_without_a_name_or_with_an_endless_one() -> None:
    with refused(SignatoryMissing):
        checked_signatory(" , директор")
    with refused(SignatoryTooLong):
        checked_signatory("я" * 201)


def test_minutes_are_of_counted_polls_of_one_body_and_mode() -> None:
    poll = a_poll()
    require_one_sitting([poll, a_poll(id=PollId(5))])
    with refused(PollNotCounted):
        require_one_sitting([poll, a_poll(state=PollState.CANCELLED)])
    with refused(MinutesMixed):
        require_one_sitting([poll, a_poll(mode=Mode.CORRESPONDENCE)])
    with refused(MinutesMixed):
        require_one_sitting([poll, a_poll(body=Body.GENERAL)])
