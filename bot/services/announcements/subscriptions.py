"""What members settle about announcements, and what they can read again."""

from bot.domain.announcements.announcements import Announcement, AnnouncementId, Kind
from bot.domain.announcements.refusals import AnnouncementNotFound, KindAlwaysComes
from bot.domain.people.members import MemberId, folded
from bot.ports import Transaction
from bot.services.access import require_member
from bot.services.announcements.broadcasting import asked_again
from bot.services.announcements.reports import says
from bot.services.events.seating import welcome_back
from bot.services.transactions import RuledService, reading, transaction


class Subscriptions(RuledService):
    """A member's own announcements."""

    @reading
    def kinds(self, tx: Transaction, member: MemberId) -> frozenset[Kind]:
        """Return the kinds that a person gets; the important ones always."""
        found = require_member(tx, member, self._rules)
        return frozenset(Kind) - tx.subscriptions.unwanted(found.id)

    @transaction
    def unsubscribe(self, tx: Transaction, member: MemberId, kind: Kind) -> frozenset[Kind]:
        """Stop sending a kind to a person, and return the rest; refuse it of important ones."""
        found = require_member(tx, member, self._rules)
        if kind.always_comes:
            raise KindAlwaysComes
        unwanted = tx.subscriptions.unwanted(found.id) | {kind}
        tx.subscriptions.save_unwanted(found.id, unwanted)
        return frozenset(Kind) - unwanted

    @transaction
    def subscribe(self, tx: Transaction, member: MemberId, kind: Kind) -> frozenset[Kind]:
        """Send a person a kind again, and return what comes."""
        found = require_member(tx, member, self._rules)
        unwanted = tx.subscriptions.unwanted(found.id) - {kind}
        tx.subscriptions.save_unwanted(found.id, unwanted)
        return frozenset(Kind) - unwanted

    @reading
    def published(self, tx: Transaction, member: MemberId, query: str = "") -> list[Announcement]:
        """Return what went to a person, as they would read it, the newest first.

        With `query`, that which has all its words; case and ё make no difference. Nothing that was
        recalled.
        """
        found = require_member(tx, member, self._rules)
        words = folded(query).split()
        sent = tx.announcements.of_member(found.id)
        return [one for one in sent if says(words, one)]

    @transaction
    def read(self, tx: Transaction, member: MemberId, announcement: AnnouncementId) -> None:
        """Send an announcement's newest words once more, at once; refuse whom it did not go to.

        They take the place of those opened before: what was sent once, and one opened again, is all
        that a correction has to look after.
        """
        found = require_member(tx, member, self._rules)
        if announcement not in {one.id for one in tx.announcements.of_member(found.id)}:
            raise AnnouncementNotFound
        now = self._clock.now()
        if not found.reachable:  # the person who taps is reached
            welcome_back(tx, found.id, self._rules, now)
        tx.outbox.add([asked_again(announcement, found.id, now)], now)
