"""What is said of events: one that is ahead, another that is cancelled."""

from dataclasses import replace

from bot.domain.events.events import EventId, EventState
from bot.domain.events.notices import (
    EventAnnounced,
    EventCancelled,
    EventCardChanged,
    EventMessage,
    EventMoved,
    EventPosted,
    EventReminder,
    HelperNamed,
    OfferLapsed,
    ScreenOpened,
    SeatCalled,
    SeatLost,
    SeatOffered,
    SeatPromoted,
    SubstituteAnswered,
    SubstituteAsked,
)
from bot.domain.events.rsvps import Answer, Rsvp
from bot.domain.events.seats import Seat
from bot.domain.events.substitutions import SubstitutionId, SubstitutionState
from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef
from bot.domain.shown import Shown
from storage.stores import Stores
from tests.events import an_event_plan, former_message
from tests.samples.people import ANNA, BORIS, DAY, GLEB, GROUP, HOUR, NOW, OLGA, VERA, Sample

START, OFFERED_UNTIL, SCREEN_UNTIL = NOW + 3 * DAY, NOW + 6 * HOUR, NOW + HOUR
CARD, BOARD = MessageRef(ANNA, 50), MessageRef(OLGA, 51)
DOOR, SCREEN, POST = MessageRef(OLGA, 52), MessageRef(OLGA, 53), MessageRef(GROUP, 54)


def of_events(tx: Stores) -> list[Sample]:
    event, cancelled = _ahead(tx), _cancelled(tx)
    refused, asked = _requests(tx, event)
    mailing = former_message(tx, event, OLGA, "Возьмите <b>паспорт</b>.", NOW)
    changed = EventCardChanged(event)
    return [
        Sample(EventAnnounced(event), VERA),
        Sample(EventMoved(event, START - DAY, START, "Сад", "Дом НКО"), ANNA),
        Sample(EventCancelled(cancelled), ANNA),
        Sample(EventReminder(event, START, DAY), ANNA),
        Sample(EventReminder(event, START, DAY, asks=True), ANNA, note="asks"),
        Sample(SeatPromoted(event), ANNA),
        Sample(SeatOffered(event, OFFERED_UNTIL), GLEB),
        Sample(SeatCalled(event), BORIS),
        Sample(OfferLapsed(event), VERA),
        Sample(SeatLost(event), BORIS),
        Sample(SubstituteAsked(event, asked), VERA),
        Sample(SubstituteAnswered(event, refused), ANNA),
        Sample(HelperNamed(event), VERA),
        Sample(ScreenOpened(event, SCREEN_UNTIL), OLGA),
        Sample(EventMessage(event, mailing), ANNA),
        Sample(EventPosted(event), GROUP),
        Sample(changed, ANNA, CARD, "card"),
        Sample(changed, OLGA, BOARD, "board"),
        Sample(changed, OLGA, DOOR, "door"),
        Sample(changed, OLGA, SCREEN, "screen"),
        Sample(changed, GROUP, POST, "post"),
    ]


def _ahead(tx: Stores) -> EventId:
    """Plan an event of three seats: Anna has one, one is held for Gleb, Boris waits."""
    plan = an_event_plan(
        START, title="Съезд <НКО>", description="О планах на год.", place="Дом НКО", capacity=3
    )
    event = tx.events.add(plan, OLGA, NOW - DAY)
    seats = ((ANNA, Seat.SEATED, None), (GLEB, Seat.OFFERED, OFFERED_UNTIL))
    for place, (member, seat, until) in enumerate((*seats, (BORIS, Seat.WAITING, None)), 1):
        rsvp = Rsvp(Answer.GOING, NOW - HOUR, seat=seat, place=place, offered_until=until)
        tx.rsvps.save(event, member, rsvp)
    tx.shown.save(Shown(event, ANNA, CARD))
    tx.shown.save(Shown(event, OLGA, BOARD, EventView.BOARD))
    tx.shown.save(Shown(event, OLGA, DOOR, EventView.DOOR))
    tx.shown.save(Shown(event, OLGA, SCREEN, EventView.SCREEN, until=SCREEN_UNTIL))
    tx.shown.save(Shown(event, None, POST, EventView.POST))
    return event


def _cancelled(tx: Stores) -> EventId:
    event = tx.events.add(an_event_plan(START, title="Субботник"), OLGA, NOW - DAY)
    tx.rsvps.save(event, ANNA, Rsvp(Answer.MAYBE, NOW - HOUR))
    found = tx.events.get(event)
    assert found is not None
    tx.events.save(replace(found, state=EventState.CANCELLED, reason="Обещают ливень"))
    return event


def _requests(tx: Stores, event: EventId) -> tuple[SubstitutionId, SubstitutionId]:
    """Have Anna ask Boris, who cannot come in her stead, and then Vera."""
    refused = tx.substitutions.add(event, ANNA, BORIS, NOW - HOUR)
    tx.substitutions.save(refused, SubstitutionState.REFUSED, NOW)
    return refused, tx.substitutions.add(event, ANNA, VERA, NOW)
