"""Preview, submit, approve and send announcements."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.announcements.addressees import Coverage
from bot.domain.announcements.announcements import (
    Announcement,
    AnnouncementDue,
    AnnouncementId,
    AnnouncementPlan,
    AnnouncementState,
    Version,
)
from bot.domain.announcements.refusals import ConfirmedByItsAuthor
from bot.domain.announcements.submissions import NewAnnouncement, next_repetition
from bot.domain.events.recurrence import occurrences
from bot.domain.events.refusals import AudienceEmpty
from bot.domain.mailings import Occasion
from bot.domain.people.members import Member, MemberId
from bot.domain.refusals import NotConfigured
from bot.ports import Clock, Storage, Transaction
from bot.services.access import require_organiser
from bot.services.announcements.addressing import (
    Recipients,
    coverage_of,
    recipients_of,
    require_room,
)
from bot.services.announcements.broadcasting import require_announcement, send_copies
from bot.services.announcements.kept_drafts import note_submitted, submitted_as
from bot.services.announcements.second_yes import (
    ask_second_yes,
    other_organisers,
    require_as_asked,
    tell_author,
)
from bot.services.rules import RulesSource
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService, reading, transaction


class Announcements(RuledService):
    """What organisers say to many, for them alone.

    Whatever was submitted goes out only once the time to think again is over: until then
    `cancel` takes it back, and nobody has seen it.
    """

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        rules: RulesSource,
        *,
        undo: timedelta,
        second_yes: bool,
    ) -> None:
        """`undo` is the time to think again; with `second_yes` two must agree to tell everybody."""
        super().__init__(storage, clock, rules)
        self._undo = undo
        self._second_yes = second_yes

    @property
    def _chats(self) -> dict[str, int | None]:
        return {"to_group": self._rules.group, "to_channel": self._rules.channel}

    @property
    def places(self) -> tuple[str, ...]:
        """The switches of a draft for the chats that the alliance has."""
        return tuple(name for name, chat in self._chats.items() if chat is not None)

    @property
    def undo(self) -> timedelta:
        """How long a submission can be undone."""
        return self._undo

    # --- giving away --------------------------------------------------------------------------

    @reading
    def preview(self, tx: Transaction, actor: MemberId, plan: AnnouncementPlan) -> Coverage:
        """Tell whom a plan would touch; refuse one that breaks a rule, or reaches nobody."""
        require_organiser(tx, actor, self._rules)
        now = self._clock.now()
        checked, recipients = self._checked(tx, plan, now)
        return coverage_of(recipients, self._rules, checked.at or now)

    @transaction
    def send(
        self, tx: Transaction, actor: MemberId, plan: AnnouncementPlan, draft: int | None = None
    ) -> Announcement:
        """Submit an announcement: it is sent at its time, or once it can no longer be undone.

        Refuses what `preview` refuses. The `draft` of this number is submitted with it, so it is
        sent once, however often the button is tapped. An `unconfirmed` one waits for a second
        approval.
        """
        organiser = require_organiser(tx, actor, self._rules)
        key = None if draft is None else f"announcement:{organiser.id}:{draft}"
        given = tx.announcements.by_draft(key) if key else None
        if given is None:
            given = self._add(tx, plan, organiser, key)
        note_submitted(tx, organiser, draft, given, self._clock.now())
        return require_announcement(tx, given)

    def _add(
        self, tx: Transaction, plan: AnnouncementPlan, organiser: Member, key: str | None
    ) -> AnnouncementId:
        now = self._clock.now()
        new = self._to_submit(tx, plan, organiser, now)
        announcement = require_announcement(tx, tx.announcements.add(new, now, key))
        tx.audit.add(organiser.id, "announcement.send", _subject(announcement), now)
        ask_second_yes(tx, announcement, now)
        return announcement.id

    @transaction
    def change(
        self,
        tx: Transaction,
        actor: MemberId,
        announcement: AnnouncementId,
        plan: AnnouncementPlan,
        draft: int | None = None,
        seen: int | None = None,
    ) -> Announcement:
        """Replace what has not gone out yet; a second yes is asked for again.

        From then on its author is who changed it: nobody agrees to their own words. Refuses a
        change of another version than the newest, whose mark is `seen`. The `draft` of this number
        is submitted with it, once.
        """
        organiser = require_organiser(tx, actor, self._rules)
        found = require_announcement(tx, announcement)
        if submitted_as(tx, organiser, draft) is not None:
            return found
        found.require_waiting()
        found.require_unchanged(seen)
        now = self._clock.now()
        new = self._to_submit(tx, plan, organiser, now)
        tx.announcements.save(_changed(found, new))
        version = Version(1, new.plan.contents, organiser.id, now)
        tx.announcements.replace_contents(found.id, version)
        changed = require_announcement(tx, found.id)
        tx.audit.add(organiser.id, "announcement.change", _subject(found), now)
        note_submitted(tx, organiser, draft, found.id, now)
        ask_second_yes(tx, changed, now)
        return changed

    @transaction
    def confirm(
        self, tx: Transaction, actor: MemberId, announcement: AnnouncementId, mark: int
    ) -> Announcement:
        """Approve the version with this mark; refuse its author, and an old version."""
        organiser = require_organiser(tx, actor, self._rules)
        found = require_announcement(tx, announcement)
        found.require_waiting()
        require_as_asked(found, mark)
        if found.created_by == organiser.id:
            raise ConfirmedByItsAuthor
        if found.state is AnnouncementState.SCHEDULED:
            return found
        now = self._clock.now()
        confirmed = replace(
            found,
            state=AnnouncementState.SCHEDULED,
            confirmed_by=organiser.id,
            sends_at=max(found.sends_at, now + self._undo),
        )
        tx.announcements.save(confirmed)
        tx.audit.add(organiser.id, "announcement.confirm", _subject(found), now)
        tell_author(tx, confirmed, organiser.id, now)
        return confirmed

    @transaction
    def cancel(
        self,
        tx: Transaction,
        actor: MemberId,
        announcement: AnnouncementId,
        mark: int | None = None,
    ) -> Announcement:
        """Cancel a waiting announcement and its repetitions; with a `mark` only that version."""
        organiser = require_organiser(tx, actor, self._rules)
        found = require_announcement(tx, announcement)
        if found.state is AnnouncementState.CANCELLED:
            return found
        found.require_waiting()
        if mark is not None:
            require_as_asked(found, mark)
        cancelled = replace(found, state=AnnouncementState.CANCELLED, times=())
        tx.announcements.save(cancelled)
        now = self._clock.now()
        tx.audit.add(organiser.id, "announcement.cancel", _subject(found), now)
        tell_author(tx, cancelled, organiser.id, now)
        return cancelled

    @reading
    def get(self, tx: Transaction, actor: MemberId, announcement: AnnouncementId) -> Announcement:
        """Return an announcement of any state."""
        require_organiser(tx, actor, self._rules)
        return require_announcement(tx, announcement)

    @reading
    def scheduled(self, tx: Transaction, actor: MemberId) -> list[Announcement]:
        """Return announcements that were not sent yet, the next first."""
        require_organiser(tx, actor, self._rules)
        waiting = {AnnouncementState.UNCONFIRMED, AnnouncementState.SCHEDULED}
        found = [one for one in tx.announcements.all() if one.state in waiting]
        return sorted(found, key=lambda one: (one.sends_at, one.id))

    def _to_submit(
        self, tx: Transaction, plan: AnnouncementPlan, organiser: Member, now: datetime
    ) -> NewAnnouncement:
        checked, recipients = self._checked(tx, plan, now)
        others = other_organisers(tx, organiser.id)
        waits = self._second_yes and recipients.everybody and bool(others)
        first = checked.at or now + self._undo
        rest: tuple[datetime, ...] = ()
        if checked.recurrence is not None:
            rest = tuple(occurrences(checked.recurrence, first, self._rules.zone)[1:])
        return NewAnnouncement(
            checked,
            AnnouncementState.UNCONFIRMED if waits else AnnouncementState.SCHEDULED,
            organiser.id,
            first,
            rest,
        )

    def _checked(
        self, tx: Transaction, plan: AnnouncementPlan, now: datetime
    ) -> tuple[AnnouncementPlan, Recipients]:
        checked = plan.checked(now)
        if len(list(self._posts(checked))) < checked.to_group + checked.to_channel:
            raise NotConfigured
        recipients = recipients_of(tx, checked, now)
        if not recipients.people:
            raise AudienceEmpty
        require_room(checked.contents, recipients.people)
        return checked, recipients

    def _posts(self, plan: AnnouncementPlan) -> Iterator[int]:
        for name, chat in self._chats.items():
            if getattr(plan, name) and chat is not None:
                yield chat

    # --- sending ------------------------------------------------------------------------------

    def _due(self, tx: Transaction) -> list[AnnouncementId]:
        return tx.announcements.due(self._clock.now())

    @each_due(AnnouncementDue.SENDING, _due)
    def send_due(self, tx: Transaction, announcement: AnnouncementId) -> int:
        """Send due announcements; return how many."""
        now = self._clock.now()
        found = require_announcement(tx, announcement)
        if found.state is not AnnouncementState.SCHEDULED or found.sends_at > now:
            return 0
        self._send(tx, found, now)
        return 1

    def _send(self, tx: Transaction, announcement: Announcement, now: datetime) -> None:
        sent = replace(
            announcement, state=AnnouncementState.SENT, sent_at=now, times=(), recurrence=None
        )
        tx.announcements.save(sent)
        send_copies(
            tx,
            Occasion.ANNOUNCEMENT,
            sent,
            sent.created_by,
            recipients_of(tx, sent, now),
            self._posts(sent),
            self._rules,
            now,
        )
        again = next_repetition(announcement, now)
        if again is not None:
            tx.announcements.add(again, now)


def _changed(found: Announcement, new: NewAnnouncement) -> Announcement:
    """Return what takes the place of an announcement that has not gone out: its first version."""
    names = {name: getattr(new.plan, name) for name in AnnouncementPlan.__dataclass_fields__}
    return replace(
        found,
        **names,
        state=new.state,
        sends_at=new.sends_at,
        times=new.times,
        version=1,
        created_by=new.created_by,
        confirmed_by=None,
    )


def _subject(announcement: Announcement) -> str:
    return f"announcement:{announcement.id}"
