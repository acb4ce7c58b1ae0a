"""Announce an event to its audience."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.events.audiences import Audience, Reach
from bot.domain.events.events import Event
from bot.domain.events.notices import EventAnnounced
from bot.domain.mailings import Occasion
from bot.domain.people.members import Member
from bot.ports import Transaction
from bot.services.events.news import tell_many


def announce(tx: Transaction, event: Event, organiser: Member, now: datetime) -> None:
    """Enqueue the announcement to everybody in the audience."""
    tell_many(
        tx,
        Occasion.PUBLISHED,
        event,
        organiser,
        EventAnnounced(event.id),
        recipients_of(tx, event.audience),
        now,
        not_joined=reach_of(tx, event.audience).not_joined,
    )


def recipients_of(tx: Transaction, audience: Audience) -> list[Member]:
    """Return the people of an audience to whom the bot may write."""
    return [member for member in _people_of(tx, audience) if member.has_joined]


def reach_of(tx: Transaction, audience: Audience) -> Reach:
    """Tell how many an announcement to an audience would reach."""
    return reach_among(_people_of(tx, audience))


def reach_among(people: Sequence[Member], *, not_joined: int = 0) -> Reach:
    """Tell how many of these people the bot may write to; the others have `not_joined`."""
    joined = [member for member in people if member.has_joined]
    reachable = [member for member in joined if member.reachable]
    return Reach(
        people=len(reachable),
        organisations=len({m.organisation for m in reachable if m.organisation is not None}),
        unreachable=len(joined) - len(reachable),
        not_joined=not_joined + len(people) - len(joined),
    )


def _people_of(tx: Transaction, audience: Audience) -> list[Member]:
    return [member for member in tx.members.all() if audience.includes(member)]
