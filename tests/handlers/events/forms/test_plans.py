"""A draft becomes a plan, and a plan a draft."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.events.audiences import DELEGATES, EVERYBODY, Audience, AudienceCircle
from bot.domain.events.events import Event, EventId, EventState
from bot.domain.events.plans import EventPlan, Kind, Point
from bot.domain.events.recurrence import Recurrence, Rhythm
from bot.domain.events.refusals import PublicationTooLate
from bot.domain.people.members import MemberId
from handlers.events.forms.plans import EventDraft, copy_of, draft_of, plan_of, publication_of

START = datetime(2026, 12, 5, 13, 30, 15, tzinfo=UTC)
LATER = START + timedelta(days=7)
BARE = EventPlan(
    title="Встреча",
    description="",
    starts_at=START,
    duration=timedelta(minutes=90),
    place="Дом НКО",
    audience=EVERYBODY,
)
FULL = replace(
    BARE,
    audience=Audience(AudienceCircle.MUNICIPALITIES, ("Пермь", "Сочи"), frozenset({MemberId(3)})),
    kind=Kind.FORUM,
    room="Зал Б",
    link="https://example.org/x",
    point=Point(56.8, 60.6),
    cover="file",
    capacity=20,
    quota=2,
    guests=3,
    guests_named=True,
    rsvp_until=START - timedelta(hours=5),
    leads=(timedelta(days=1), timedelta(minutes=30)),
)


def event_of(plan: EventPlan, publish_at: datetime | None = None) -> Event:
    """Return an event of this plan."""
    values = {field.name: getattr(plan, field.name) for field in fields(EventPlan)}
    return Event(
        **values,
        id=EventId(1),
        state=EventState.PUBLISHED if publish_at is None else EventState.SCHEDULED,
        created_by=MemberId(1),
        publish_at=publish_at,
    )


@pytest.mark.parametrize(
    "plan",
    [
        BARE,
        FULL,
        replace(BARE, leads=()),
        replace(
            BARE,
            audience=Audience(AudienceCircle.CHOSEN, (), frozenset({MemberId(1), MemberId(2)})),
        ),
    ],
)
def test_a_plan_survives_being_a_draft_in_the_database(plan: EventPlan) -> None:
    kept = draft_of(event_of(plan)).model_dump_json()

    assert plan_of(EventDraft.model_validate_json(kept)) == plan


def test_a_copy_lacks_the_day_and_those_who_came_one_by_one() -> None:
    draft = copy_of(replace(FULL, audience=replace(DELEGATES, chosen=frozenset({MemberId(9)}))))

    assert draft.starts_at is None
    draft.starts_at = LATER
    copied = plan_of(draft)
    assert copied.audience == DELEGATES
    assert copied.rsvp_until == copied.starts_at - timedelta(hours=5)


def test_a_copy_of_a_list_made_by_hand_keeps_it() -> None:
    by_hand = Audience(AudienceCircle.CHOSEN, (), frozenset({MemberId(9)}))
    draft = copy_of(replace(FULL, audience=by_hand))
    draft.starts_at = LATER

    assert plan_of(draft).audience == by_hand


def test_what_was_ticked_for_another_audience_is_left_out() -> None:
    draft = draft_of(event_of(BARE))
    draft.municipalities, draft.chosen = ("Пермь",), (MemberId(3),)

    assert plan_of(draft).audience == EVERYBODY


def test_people_who_are_invited_already_stay_whatever_the_audience() -> None:
    draft = draft_of(event_of(FULL))
    draft.audience = AudienceCircle.EVERYBODY

    assert plan_of(draft).audience == Audience(
        AudienceCircle.EVERYBODY, (), frozenset({MemberId(3)})
    )


def test_a_draft_is_published_at_a_time_and_repeats() -> None:
    draft = draft_of(event_of(BARE))
    assert publication_of(draft).at is None
    assert publication_of(draft).recurrence is None
    draft.rhythm, draft.until = Rhythm.WEEKLY, date(2027, 1, 30)
    draft.publish_at = START - timedelta(days=4)

    publication = publication_of(draft)

    assert publication.at == START - timedelta(days=4)
    assert publication.recurrence == Recurrence(Rhythm.WEEKLY, date(2027, 1, 30), None)


def test_a_scheduled_event_keeps_its_time_of_publication() -> None:
    at = START - timedelta(days=2, microseconds=7)
    kept = draft_of(event_of(BARE, at)).model_dump_json()

    assert publication_of(EventDraft.model_validate_json(kept)).at == at


def test_an_event_is_not_published_after_it_began() -> None:
    draft = draft_of(event_of(BARE))
    draft.publish_at = START + timedelta(minutes=1)

    with pytest.raises(PublicationTooLate):
        publication_of(draft)
