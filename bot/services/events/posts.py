"""Posts: an event's card in the alliance's group and channel, one in each."""

from itertools import islice

from bot.domain.events.audiences import AudienceCircle
from bot.domain.events.dues import EventDue
from bot.domain.events.events import Event, EventId
from bot.domain.events.notices import EventPosted
from bot.domain.events.refusals import NotPublished
from bot.domain.events.views import EventView
from bot.domain.notices import Notice
from bot.domain.people.members import MemberId, folded
from bot.domain.priorities import Priority
from bot.domain.refusals import NotConfigured
from bot.ports import Transaction
from bot.services.access import is_insider, require_event, require_organiser
from bot.services.events.news import refresh_counts
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService, reading, transaction

PUBLIC_LIMIT = 50
"""How many events are offered at once in inline mode."""


class Posts(RuledService):
    """The event cards that everybody in a chat sees."""

    @property
    def has_group(self) -> bool:
        """Tell whether the alliance has a group."""
        return self._rules.group is not None

    @property
    def has_channel(self) -> bool:
        """Tell whether the alliance has a channel."""
        return self._rules.channel is not None

    @transaction
    def post(self, tx: Transaction, actor: MemberId, event: EventId, *, channel: bool) -> bool:
        """Post an event's card to the group or the channel; it is kept up to date.

        Return whether it will be sent: a card that exists is only renewed, and forgotten if it
        turns out to be deleted. Refuses a chat that is not configured, and an event that is
        scheduled, cancelled or over.
        """
        now = self._clock.now()
        organiser = require_organiser(tx, actor, self._rules)
        found = require_event(tx, event)
        found.require_open(now)
        if found.is_scheduled:
            raise NotPublished
        chat = self._rules.channel if channel else self._rules.group
        if chat is None:
            raise NotConfigured
        posts = tx.shown.of(EventView, found.id, EventView.POST)
        if any(post.message.chat == chat for post in posts):
            refresh_counts(tx, found, now)
            return False
        key = f"post:{found.id}:{chat}"
        posted = Notice(key, None, EventPosted(found.id), Priority.ANSWER, now, chat=chat)
        tx.outbox.add([posted], now)
        tx.audit.add(organiser.id, "event.post", f"event:{found.id}", now, chat=chat)
        return True

    @reading
    def public(self, tx: Transaction, member: MemberId | None, query: str) -> tuple[Event, ...]:
        """Return coming events that may be shown in any chat, with each word of `query`.

        Members pass on what is for everybody; strangers, guests, and people who have not consented
        only what the channel shows.
        """
        inside = is_insider(tx, member, self._rules)
        words = folded(query).split()
        found = (
            event
            for event in tx.events.ending_after(self._clock.now())
            if not (event.is_cancelled or event.is_scheduled)
            and event.audience.circle is AudienceCircle.EVERYBODY
            and all(word in folded(f"{event.title} {event.place}") for word in words)
        )
        shown = (event for event in found if inside or self._in_channel(tx, event))
        return tuple(islice(shown, PUBLIC_LIMIT))

    def _in_channel(self, tx: Transaction, event: Event) -> bool:
        posts = tx.shown.of(EventView, event.id, EventView.POST)
        return any(post.message.chat == self._rules.channel for post in posts)

    def _behind(self, tx: Transaction) -> list[EventId]:
        return tx.shown.posts_behind(self._clock.now())

    @each_due(EventDue.POST, _behind)
    def close_over(self, tx: Transaction, event: EventId) -> int:
        """Renew the posts of events that have ended since; return how many events."""
        refresh_counts(tx, require_event(tx, event), self._clock.now())
        return 1
