"""Changes to what was sent: corrected in place, recalled, sent on to those who came later."""

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
from bot.services.announcements.addressing import coverage_of
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
    """In how many chats copies stand, and in how many of these all can still be deleted.

    In those where something `stays`, a recall can neither delete nor replace it.
    """

    standing: int
    deletable: int
    stays: int = 0


class Corrections(RuledService):
    """What organisers do about a sent announcement.

    All of it is for organisers alone, and each act is a mailing with its own progress and report.
    """

    @reading
    def touched(self, tx: Transaction, actor: MemberId, announcement: AnnouncementId) -> Touched:
        """Tell what a correction or a recall would touch."""
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
    ) -> Touched:
        """Tell what a correction would touch; refuse what `correct` refuses."""
        require_organiser(tx, actor, self._rules)
        found = require_announcement(tx, announcement)
        found.require_standing()
        found.corrected(contents)
        return _touched(tx, found, self._clock.now())

    @transaction
    def correct(
        self,
        tx: Transaction,
        actor: MemberId,
        announcement: AnnouncementId,
        contents: Mapping[str, Content],
        draft: int | None = None,
    ) -> None:
        """Correct every copy; those who still wait for theirs get the new content.

        Refuses what no edit can bring about, and what stands there already. The `draft` of this
        number is submitted with it: asked for twice, it is one correction.
        """
        organiser = require_organiser(tx, actor, self._rules)
        found = require_announcement(tx, announcement)
        if submitted_as(tx, organiser, draft) is not None:
            return
        found.require_standing()
        now = self._clock.now()
        version = Version(found.version + 1, found.corrected(contents), organiser.id, now)
        tx.announcements.add_version(found.id, version)
        corrected = replace(found, contents=version.contents, version=version.number)
        tx.announcements.save(corrected)
        self._end(tx, found, Occasion.CORRECTION)  # the newest version overtakes it
        tx.audit.add(organiser.id, "announcement.correct", f"announcement:{found.id}", now)
        note_submitted(tx, organiser, draft, found.id, now)
        change_copies(tx, Occasion.CORRECTION, corrected, organiser.id, now)

    @transaction
    def recall(self, tx: Transaction, actor: MemberId, announcement: AnnouncementId) -> MailingId:
        """Take every copy back, as far as Telegram lets us, and stop sending them."""
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
        """Tell who would get a copy now: those who belong to the addressees and have none."""
        require_organiser(tx, actor, self._rules)
        found = require_announcement(tx, announcement)
        found.require_standing()
        now = self._clock.now()
        return coverage_of(newcomers(tx, found, now), self._rules, now)

    @transaction
    def copy_to_newcomers(
        self, tx: Transaction, actor: MemberId, announcement: AnnouncementId
    ) -> MailingId:
        """Send the announcement as it now is to those without a copy; refuse if there are none."""
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
        """Stop the mailings that this act overtakes."""
        now = self._clock.now()
        for mailing in under_way(tx, announcement.id, occasions, now):
            tx.outbox.drop(mailing, now)


def _touched(tx: Transaction, announcement: Announcement, now: datetime) -> Touched:
    standing = tx.copies.standing(announcement.id)
    older = {copy.addressee for copy in standing if not copy.is_deletable(now)}
    chats = {copy.addressee for copy in standing}
    blank = all(content.can_be_blanked for content in announcement.contents.values())
    return Touched(len(chats), len(chats - older), 0 if blank else len(older))
