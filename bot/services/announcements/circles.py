"""The groups of people that an organiser can choose as addressees, and their names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.announcements.addressees import (
    Addressees,
    ByName,
    Coverage,
    OfEvent,
    OfOrganisations,
    YetToVote,
    leaves,
)
from bot.domain.announcements.drafts import draft_for
from bot.domain.events.events import Event, EventId
from bot.domain.people.members import MemberId, Organisation, OrganisationId, folded
from bot.domain.people.searches import Match, search
from bot.domain.polls.polls import Poll, PollId, PollState
from bot.domain.refusals import NobodyConcerned
from bot.ports import Transaction
from bot.services.access import require_event, require_organiser
from bot.services.announcements.addressing import coverage_of, recipients_of
from bot.services.transactions import RuledService, reading

LATELY = timedelta(days=30)
"""How long after an event it is offered as a group."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the organisations, events, polls and people of an expression, by id."""

    organisations: Mapping[OrganisationId, str] = field(default_factory=dict)
    events: Mapping[EventId, str] = field(default_factory=dict)
    polls: Mapping[PollId, str] = field(default_factory=dict)
    people: Mapping[MemberId, str] = field(default_factory=dict)


class Circles(RuledService):
    """Groups to choose addressees from, for organisers only."""

    @reading
    def municipalities(self, tx: Transaction, actor: MemberId) -> list[str]:
        """Return the municipalities that have organisations."""
        require_organiser(tx, actor, self._rules)
        return tx.organisations.municipalities()

    @reading
    def organisations(self, tx: Transaction, actor: MemberId, text: str) -> list[Organisation]:
        """Return the organisations whose name has every word of `text`, by name."""
        require_organiser(tx, actor, self._rules)
        words = folded(text).split()
        return [
            one
            for one in tx.organisations.all()
            if all(word in folded(f"{one.name} {one.short_name}") for word in words)
        ]

    @reading
    def people(self, tx: Transaction, actor: MemberId, text: str) -> list[Match]:
        """Return the people with every word of `text` in their name or their organisation's.

        By name; case and ё are ignored. An empty text finds nobody; guests from outside are left
        out.
        """
        require_organiser(tx, actor, self._rules)
        known = tx.members.all()
        found = [one for one in search(known, text, 2 * len(known)) if not one.whole]
        return sorted(found, key=lambda one: (folded(one.name), folded(one.organisation or "")))

    @reading
    def events(self, tx: Transaction, actor: MemberId) -> list[Event]:
        """Return the events to choose from: those ahead, and recent ones."""
        require_organiser(tx, actor, self._rules)
        found = tx.events.ending_after(self._clock.now() - LATELY)
        return [event for event in found if not (event.is_cancelled or event.is_scheduled)]

    @reading
    def events_ahead(self, tx: Transaction, actor: MemberId) -> list[Event]:
        """Return the events that an announcement's button can open."""
        require_organiser(tx, actor, self._rules)
        found = tx.events.ending_after(self._clock.now())
        return [event for event in found if not (event.is_cancelled or event.is_scheduled)]

    @reading
    def of_event(self, tx: Transaction, actor: MemberId, circle: OfEvent) -> Coverage:
        """Tell how many an announcement to a group of an event would reach; refuse if nobody."""
        require_organiser(tx, actor, self._rules)
        require_event(tx, circle.event)
        now = self._clock.now()
        recipients = recipients_of(tx, draft_for(circle, 0).plan, now)
        if not recipients.people:
            raise NobodyConcerned
        return coverage_of(recipients, self._rules, now)

    @reading
    def polls(self, tx: Transaction, actor: MemberId) -> list[Poll]:
        """Return the open polls."""
        require_organiser(tx, actor, self._rules)
        return [poll for poll in tx.polls.under_way() if poll.state is PollState.OPEN]

    @reading
    def names(
        self,
        tx: Transaction,
        actor: MemberId,
        addressees: Addressees,
        event: EventId | None = None,
        poll: PollId | None = None,
    ) -> Names:
        """Return the names of everything in an expression, and of this event and poll."""
        require_organiser(tx, actor, self._rules)
        parts = list(leaves(addressees))
        houses = {
            o for part in parts if isinstance(part, OfOrganisations) for o in part.organisations
        }
        events = {event, *(part.event for part in parts if isinstance(part, OfEvent))} - {None}
        polls = {poll, *(part.poll for part in parts if isinstance(part, YetToVote))} - {None}
        return Names(
            {
                one.id: one.short_name or one.name
                for id_ in houses
                if (one := tx.organisations.get(id_))
            },
            {held.id: held.title for id_ in events if id_ and (held := tx.events.get(id_))},
            {asked.id: asked.question for id_ in polls if id_ and (asked := tx.polls.get(id_))},
            _people(tx, parts),
        )


def _people(tx: Transaction, parts: Iterable[Addressees]) -> dict[MemberId, str]:
    """Return the names of chosen people with their organisations, since names may repeat."""
    named = {person for part in parts if isinstance(part, ByName) for person in part.people}
    people = (found for one in named if (found := tx.members.get(one)))
    return {
        one.id: f"{one.name} ({one.organisation_name})" if one.organisation_name else one.name
        for one in people
    }
