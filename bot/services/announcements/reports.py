"""What organisers can look up about announcements: lists, reports, recipients."""

from bot.domain.announcements.announcements import Announcement, AnnouncementId
from bot.domain.announcements.reports import (
    AnnouncementReport,
    AnnouncementSummary,
    Recipient,
    by_organisation,
    by_reason,
)
from bot.domain.people.members import MemberId, folded
from bot.ports import Transaction
from bot.services.access import require_organiser
from bot.services.announcements.broadcasting import require_announcement
from bot.services.transactions import RuledService, reading


class AnnouncementReports(RuledService):
    """Queries, for organisers only."""

    @reading
    def listed(
        self, tx: Transaction, actor: MemberId, query: str = ""
    ) -> list[AnnouncementSummary]:
        """Return announcements, also cancelled, with all words of `query`, the newest first."""
        require_organiser(tx, actor, self._rules)
        words = folded(query).split()
        counts = tx.copies.counts()
        return [
            AnnouncementSummary(one, *counts.get(one.id, (0, 0)))
            for one in tx.announcements.all()
            if says(words, one)
        ]

    @reading
    def report(
        self, tx: Transaction, actor: MemberId, announcement: AnnouncementId
    ) -> AnnouncementReport:
        """Return the delivery report of an announcement, its corrections and its recall."""
        require_organiser(tx, actor, self._rules)
        found = require_announcement(tx, announcement)
        recipients = tx.copies.recipients(found.id)
        return AnnouncementReport(
            found,
            tuple(tx.mailings.of_announcement(found.id, self._clock.now())),
            by_reason(recipients),
            by_organisation(recipients),
            tuple(tx.announcements.versions(found.id)),
        )

    @reading
    def recipients(
        self, tx: Transaction, actor: MemberId, announcement: AnnouncementId
    ) -> list[Recipient]:
        """Return what became of each copy, by organisation and name."""
        require_organiser(tx, actor, self._rules)
        found = tx.copies.recipients(require_announcement(tx, announcement).id)
        return sorted(found, key=lambda one: (folded(one.organisation or ""), folded(one.name)))


def says(words: list[str], announcement: Announcement) -> bool:
    """Tell whether an announcement has all these (folded) words in one of its languages."""
    texts = (piece.text for one in announcement.contents.values() for piece in one.pieces)
    text = folded(" ".join(texts))
    return all(word in text for word in words)
