"""Minutes are of one sitting, say who signs, and end after they begin."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from bot.domain.events.refusals import PlaceMissing
from bot.domain.minutes.minutes import Signatory
from bot.domain.minutes.plans import (
    ITEMS_LIMIT,
    MinutesPlan,
    checked_signatory,
    read_decisions,
    require_one_sitting,
    require_times,
)
from bot.domain.minutes.refusals import (
    AnnouncedEndDiffers,
    AuthorityTooLong,
    ConvenerMissing,
    ConveningTooLong,
    DecisionTooLong,
    DecisionUnreadable,
    MaterialsMissing,
    MinutesMixed,
    MinutesOfNothing,
    MinutesTimesReversed,
    NotifiedTooLate,
    PollNotCounted,
    PositionMissing,
    SignatoryMissing,
    SignatoryTooLong,
    SittingTooShort,
    TooManyItems,
)
from bot.domain.polls.plans import Body, Mode
from bot.domain.polls.polls import PollId, PollState
from tests.halls import refused
from tests.protocols import CONVENING, END, START, a_poll

ORLOVA = Signatory("Мария Орлова", "председатель")
PLAN = MinutesPlan(
    polls=(PollId(2), PollId(1), PollId(2)),
    place=" Екатеринбург,  ул. Ленина ",
    starts_at=START,
    ends_at=END,
    drawn_up_at=END + timedelta(microseconds=7),
    convening=CONVENING,
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
        ({"convening": replace(CONVENING, by=" ")}, ConvenerMissing),
        ({"convening": replace(CONVENING, materials=" . ")}, MaterialsMissing),
        ({"convening": replace(CONVENING, materials="я" * 501)}, ConveningTooLong),
        ({"authorities": {"": "я" * 301}}, AuthorityTooLong),
        ({"decisions": {PollId(1): " "}}, DecisionUnreadable),
        ({"decisions": {PollId(1): "я" * 1001}}, DecisionTooLong),
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
        ("Мария Орлова, директор", Signatory("Мария Орлова", "директор")),
        (" Мария  Орлова , директор, д. э. н.", Signatory("Мария Орлова", "директор, д. э. н.")),
    ],
)
def test_a_name_comes_before_the_comma_and_the_position_after_it(
    text: str, signatory: Signatory
) -> None:
    assert checked_signatory(text) == signatory


def test_nobody_signs_without_a_position() -> None:
    with refused(PositionMissing):
        checked_signatory("Мария Орлова")
    with refused(PositionMissing):
        replace(PLAN, chair=Signatory("Мария Орлова")).checked()
    with refused(PositionMissing):
        replace(PLAN, secretary=Signatory("Мария Орлова")).checked()
    with refused(PositionMissing):
        replace(PLAN, counted_by=(ORLOVA, Signatory("Пётр Климов"))).checked()


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


def test_a_sitting_is_refused_that_does_not_last_as_long_as_its_votes() -> None:
    poll = a_poll(opened_at=START, closed_at=END + timedelta(seconds=59))
    require_times(PLAN, [poll], UTC)
    with refused(SittingTooShort):
        require_times(PLAN, [replace(poll, opened_at=START - timedelta(seconds=1))], UTC)
    with refused(SittingTooShort):
        require_times(PLAN, [poll, replace(poll, closed_at=END + timedelta(minutes=1))], UTC)


def test_votes_by_correspondence_are_taken_from_the_opening_to_the_announced_end() -> None:
    """ГК 181.2 п. 4: the date until which votes were taken, not when the last one came."""
    early = END - timedelta(hours=1)
    poll = a_poll(mode=Mode.CORRESPONDENCE, opened_at=START, closes_at=END, closed_at=early)
    require_times(PLAN, [poll], UTC)
    late = START + timedelta(minutes=1)
    for wrong in (replace(PLAN, ends_at=early), replace(PLAN, starts_at=late)):
        with refused(AnnouncedEndDiffers):
            require_times(wrong, [poll], UTC)


def test_people_are_notified_before_the_sitting_or_on_its_day() -> None:
    poll = a_poll(opened_at=START, closed_at=END)
    today = replace(CONVENING, notified_on=START.date())
    require_times(replace(PLAN, convening=today), [poll], UTC)
    tomorrow = replace(CONVENING, notified_on=START.date() + timedelta(days=1))
    with refused(NotifiedTooLate):
        require_times(replace(PLAN, convening=tomorrow), [poll], UTC)


def test_decisions_are_read_by_the_number_of_their_item() -> None:
    one, two = PollId(7), PollId(3)
    assert read_decisions("Утвердить смету.", [one]) == {one: "утвердить смету"}
    assert read_decisions("1. Утвердить смету\n\n2) НКО принять", [one, two]) == {
        one: "утвердить смету",
        two: "НКО принять",
    }
    for unreadable in ("Утвердить смету", "3. Утвердить", "1. Утвердить\nи план", "  "):
        with refused(DecisionUnreadable):
            read_decisions(unreadable, [one, two])
