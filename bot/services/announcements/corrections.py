"""Change announcements that were sent: correct, recall, or send them to newcomers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.announcements.addressees import Coverage
from bot.domain.announcements.announcements import (
    Announcement,
    AnnouncementId,
    AnnouncementState,
    Version,
)
from bot.domain.announcements.contents import Content
from bot.domain.mailings import MailingId, Occasion
from bot.domain.people.members import MemberId
from bot.domain.refusals import NobodyConcerned
from bot.ports import Transaction
from bot.services.access import require_organiser
from bot.services.announcements.addressing import coverage_of, require_room
from bot.services.announcements.broadcasting import (
    change_copies,
    newcomers,
    require_announcement,
    send_copies,
    under_way,
)
from bot.services.announcements.kept_drafts import note_submitted, submitted_as
from bot.services.transactions import RuledService, reading, transaction


@dataclass(frozen=True, slots=True)
class Touched:
    """How many chats have copies, how many allow deleting all, and how many allow no change."""

    standing: int
    deletable: int
    stays: int = 0


class Corrections(RuledService):
    """What organisers may do with a sent announcement; each act is a mailing with a report."""

    @reading
    def touched(self, tx: Transaction, actor: MemberId, announcement: AnnouncementId) -> Touched:
        """Tell how many copies a correction or a recall would change."""
        require_organiser(tx, actor, self._rules)
        found = require_announcement(tx, announcement)
        found.require_standing()
        return _touched(tx, found, self._clock.now())

    @reading
    def preview(
        self,
        tx: Transaction,
        actor: MemberId,
        announcement: AnnouncementId,
        contents: Mapping[str, Content],
        seen: int | None = None,
    ) -> Touched:
        """Tell how many copies a correction would change; refuse what `correct` refuses."""
        require_organiser(tx, actor, self._rules)
        found = require_announcement(tx, announcement)
        found.require_standing()
        found.require_unchanged(seen)
        _corrected(tx, found, contents)
        return _touched(tx, found, self._clock.now())

    @transaction
    def correct(
        self,
        tx: Transaction,
        actor: MemberId,
        announcement: AnnouncementId,
        contents: Mapping[str, Content],
        draft: int | None = None,
        seen: int | None = None,
    ) -> None:
        """Correct every copy; copies that still wait are sent with the new content.

        Refuses changes that edits cannot make, what sending refuses, unchanged content, and one
        that began with another version than the newest, whose mark is `seen`. The `draft` of this
        number is submitted with it: a second call does nothing.
        """
        organiser = require_organiser(tx, actor, self._rules)
        found = require_announcement(tx, announcement)
        if submitted_as(tx, organiser, draft) is not None:
            return
        found.require_standing()
        found.require_unchanged(seen)
        now = self._clock.now()
        version = Version(found.version + 1, _corrected(tx, found, contents), organiser.id, now)
        tx.announcements.add_version(found.id, version)
        corrected = replace(found, contents=version.contents, version=version.number)
        tx.announcements.save(corrected)
        self._end(tx, found, Occasion.CORRECTION)  # replaced by the newest version
        tx.audit.add(organiser.id, "announcement.correct", f"announcement:{found.id}", now)
        note_submitted(tx, organiser, draft, found.id, now)
        change_copies(tx, Occasion.CORRECTION, corrected, organiser.id, now)

    @transaction
    def recall(self, tx: Transaction, actor: MemberId, announcement: AnnouncementId) -> MailingId:
        """Withdraw every copy, as far as Telegram allows, and stop sending them."""
        organiser = require_organiser(tx, actor, self._rules)
        found = require_announcement(tx, announcement)
        found.require_standing()
        now = self._clock.now()
        recalled = replace(found, state=AnnouncementState.RECALLED)
        tx.announcements.save(recalled)
        self._end(tx, found, Occasion.ANNOUNCEMENT, Occasion.COPY, Occasion.CORRECTION)
        tx.audit.add(organiser.id, "announcement.recall", f"announcement:{found.id}", now)
        return change_copies(tx, Occasion.RECALL, recalled, organiser.id, now)

    @reading
    def newcomers(self, tx: Transaction, actor: MemberId, announcement: AnnouncementId) -> Coverage:
        """Tell how many people would get a copy now: addressees who have none."""
        require_organiser(tx, actor, self._rules)
        found = require_announcement(tx, announcement)
        found.require_standing()
        now = self._clock.now()
        return coverage_of(newcomers(tx, found, now), self._rules, now)

    @transaction
    def copy_to_newcomers(
        self, tx: Transaction, actor: MemberId, announcement: AnnouncementId
    ) -> MailingId:
        """Send the present version to addressees without a copy; refuse if there are none."""
        organiser = require_organiser(tx, actor, self._rules)
        found = require_announcement(tx, announcement)
        found.require_standing()
        now = self._clock.now()
        recipients = newcomers(tx, found, now)
        if not recipients.people:
            raise NobodyConcerned
        tx.audit.add(organiser.id, "announcement.copy", f"announcement:{found.id}", now)
        return send_copies(tx, Occasion.COPY, found, organiser.id, recipients, (), self._rules, now)

    def _end(self, tx: Transaction, announcement: Announcement, *occasions: Occasion) -> None:
        """Stop the mailings that this act replaces."""
        now = self._clock.now()
        for mailing in under_way(tx, announcement.id, occasions, now):
            tx.outbox.drop(mailing, now)


def _corrected(
    tx: Transaction, announcement: Announcement, contents: Mapping[str, Content]
) -> dict[str, Content]:
    """Return the new contents; refuse those that do not fit each person who has a copy."""
    new = announcement.corrected(contents)
    holders = tx.copies.holders(announcement.id)
    require_room(new, (one for one in tx.members.all() if one.id in holders))
    return new


def _touched(tx: Transaction, announcement: Announcement, now: datetime) -> Touched:
    standing = tx.copies.standing(announcement.id)
    older = {copy.addressee for copy in standing if not copy.is_deletable(now)}
    chats = {copy.addressee for copy in standing}
    blank = all(content.can_be_blanked for content in announcement.contents.values())
    return Touched(len(chats), len(chats - older), 0 if blank else len(older))
