"""How a change of an event is carried out: saved, told to participants, seats given again."""

from dataclasses import replace
from datetime import datetime

from bot.domain.events.events import Event
from bot.domain.events.notices import EventMoved
from bot.domain.mailings import Occasion
from bot.domain.people.members import Member, MemberId
from bot.ports import Transaction
from bot.services.events.news import refresh_all, tell_many
from bot.services.events.publishing import plan_reminders
from bot.services.events.seating import reseat
from bot.services.meetings.states import require_no_meeting
from bot.services.rooms.for_events import move_with_event
from bot.services.rules import AllianceRules


def left_out(tx: Transaction, event: Event) -> list[MemberId]:
    """Return who goes, may come or waits, though the event is for others now.

    It stays theirs: they have seats that they could not give up otherwise.
    """
    return [
        member.id
        for member, rsvp in tx.rsvps.answered(event.id)
        if rsvp.is_concerned and not event.audience.includes(member)
    ]


def save_change(
    tx: Transaction,
    organiser: Member,
    old: Event,
    new: Event,
    act: str,
    rules: AllianceRules,
    now: datetime,
) -> None:
    """Save a changed event; of a published one another time or place is told, and seats follow.

    Members were told when and where a meeting is: neither changes while it is not over.
    """
    if (old.starts_at, old.place) != (new.starts_at, new.place):
        require_no_meeting(tx, old)
    tx.events.save(new)
    move_with_event(tx, organiser, old, new, rules, now)
    if not new.is_scheduled:
        plan_reminders(tx, new, rules, now)
        _tell_changes(tx, organiser, old, new, now)
        roster = tx.rsvps.roster(new)
        before = replace(roster, capacity=old.capacity, quota=old.quota)
        reseat(tx, new, before, roster, rules, now)
    refresh_all(tx, new, now)
    details = {"old": old.starts_at.isoformat(), "new": new.starts_at.isoformat()}
    moved = old.starts_at != new.starts_at
    tx.audit.add(organiser.id, act, f"event:{new.id}", now, **(details if moved else {}))


def _tell_changes(
    tx: Transaction, organiser: Member, old: Event, new: Event, now: datetime
) -> None:
    elsewhere = (old.place, old.room) != (new.place, new.room)
    if old.starts_at == new.starts_at and not elsewhere:
        return
    news = EventMoved(
        new.id,
        old_start=old.starts_at,
        new_start=new.starts_at,
        old_place=_whole_place(old) if elsewhere else None,
        new_place=new.place if elsewhere else None,
    )
    concerned = [member for member, rsvp in tx.rsvps.answered(new.id) if rsvp.is_concerned]
    tell_many(tx, Occasion.MOVED, new, organiser, news, concerned, now)


def _whole_place(event: Event) -> str:
    return ", ".join(filter(None, [event.place, event.room]))
