from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.events.doors import DOOR_OPENS, Door, Presence, require_door
from bot.domain.events.events import EventState
from bot.domain.events.refusals import DoorClosed, EventIsCancelled, EventIsOver
from tests.events import an_event

START = datetime(2026, 12, 5, 10, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
EVENT = an_event(START)


@pytest.mark.parametrize("at", [START - DOOR_OPENS, START, EVENT.ends_at + DOOR_OPENS])
def test_the_door_is_open_from_half_a_day_before_until_half_a_day_after(at: datetime) -> None:
    require_door(EVENT, at)


def test_too_early_the_door_says_when_it_opens() -> None:
    with pytest.raises(DoorClosed) as refused:
        require_door(EVENT, START - DOOR_OPENS - SECOND)

    assert refused.value.opens_at == START - DOOR_OPENS


def test_long_after_the_event_nobody_arrives() -> None:
    with pytest.raises(EventIsOver):
        require_door(EVENT, EVENT.ends_at + DOOR_OPENS + SECOND)


def test_nobody_arrives_at_what_is_cancelled() -> None:
    with pytest.raises(EventIsCancelled):
        require_door(replace(EVENT, state=EventState.CANCELLED), START)


def test_an_organisation_is_present_with_one_person_in_the_hall() -> None:
    presences = (Presence("Фонд", 3, 1), Presence("Центр", 2, 0), Presence("Дом", 0, 2))

    assert Door(EVENT, 5, 3, presences, START).organisations_present == 2
