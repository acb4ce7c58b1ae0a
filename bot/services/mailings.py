"""Mailings under way: the progress messages, the sweep that renews them, how one is halted."""

from collections.abc import Callable, Iterable
from datetime import datetime

from bot.domain.letters import ReportLetter
from bot.domain.mailing_progress import MailingProgress
from bot.domain.mailings import Halt, MailingDue, MailingId
from bot.domain.notices import MailingProgressed, Notice, Subject
from bot.domain.people.members import Member, MemberId
from bot.domain.priorities import Priority
from bot.domain.refusals import MailingOver
from bot.ports import Transaction
from bot.services.access import require_organiser
from bot.services.notices import Asked, Lost, NoticeRules, NoticesByKind, Sent, new_message
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService, transaction


class Mailings(RuledService):
    """Shows the person who told many how far it has come; an organiser can halt it."""

    def _unfinished(self, tx: Transaction) -> list[MailingId]:
        return tx.mailings.unfinished()

    @each_due(MailingDue.PROGRESS, _unfinished)
    def sweep(self, tx: Transaction, mailing: MailingId) -> int:
        """Ask for an edit of each progress message that is out of date; return how many."""
        progress = tx.mailings.progress(mailing, self._clock.now())
        if progress is None:
            return 0
        stale = progress.report.done or progress.report.settled != progress.shown
        return int(stale and self._renew(tx, progress))

    def _renew(self, tx: Transaction, progress: MailingProgress) -> bool:
        now = self._clock.now()
        report = progress.report
        if progress.message is None:
            organiser = tx.members.get(progress.created_by)
            told = organiser and organiser.telegram_id is not None and organiser.reachable
            if report.done and not told:
                tx.mailings.save_finished(report.mailing, now)  # there is nobody to show it to
            return False
        edit = Notice(
            key=f"mailing:{report.mailing}:edit",
            recipient=progress.created_by,
            subject=MailingProgressed(report.mailing),
            priority=Priority.ANSWER,
            not_before=now,
            edits=progress.message,
        )
        tx.outbox.add([edit], now)
        tx.mailings.save_shown(report.mailing, report.settled)
        if report.done:
            tx.mailings.save_finished(report.mailing, now)
        return True

    @transaction
    def pause(self, tx: Transaction, actor: MemberId, mailing: MailingId) -> None:
        """Send nothing more of a mailing for now; refuse what is over, and votes' mailings."""
        self._halt(tx, actor, mailing, Halt.PAUSED)
        tx.outbox.put_on_hold(mailing)

    @transaction
    def resume(self, tx: Transaction, actor: MemberId, mailing: MailingId) -> None:
        """Go on with a mailing that was paused."""
        self._halt(tx, actor, mailing, None)
        tx.outbox.release(mailing, self._clock.now())

    @transaction
    def stop(self, tx: Transaction, actor: MemberId, mailing: MailingId) -> int:
        """End a mailing where it is; return how many people do not get it."""
        self._halt(tx, actor, mailing, Halt.STOPPED)
        return tx.outbox.drop(mailing, self._clock.now())

    def _halt(
        self, tx: Transaction, actor: MemberId, mailing: MailingId, halt: Halt | None
    ) -> None:
        organiser = require_organiser(tx, actor, self._rules)
        now = self._clock.now()
        report = tx.mailings.get(mailing, now)
        if report is None or not report.can_be_halted:
            raise MailingOver
        tx.mailings.save_halt(mailing, halt)
        act = f"mailing.{halt or 'resumed'}"
        tx.audit.add(organiser.id, act, f"mailing:{mailing}", now)


def compose_report(tx: Transaction, asked: Asked[MailingProgressed]) -> ReportLetter | None:
    """Return how far a mailing has come."""
    report = tx.mailings.get(asked.subject.mailing, asked.now)
    return None if report is None else ReportLetter(report)


def keep_report(tx: Transaction, sent: Sent[MailingProgressed]) -> None:
    """Remember the message in which the progress is shown."""
    message = new_message(tx, sent)
    if message is not None:
        tx.mailings.save_message(sent.subject.mailing, message)


def stop_reporting(tx: Transaction, lost: Lost[MailingProgressed]) -> None:
    """Stop showing the progress: there is no message to show it in."""
    tx.mailings.save_finished(lost.subject.mailing, lost.now)


NOTICES: NoticesByKind = {
    MailingProgressed: NoticeRules(compose_report, sent=keep_report, failed=stop_reporting)
}


def enqueue_mailing(
    tx: Transaction,
    mailing: MailingId,
    organiser: Member,
    news: Subject,
    recipients: Iterable[Member],
    now: datetime,
    *,
    when: Callable[[Member], datetime] | None = None,
) -> None:
    """Enqueue a mailing, now or to each at its `when`, and the organiser's progress message."""
    notices = [
        _mailed(mailing, member.id, news, when(member) if when else now) for member in recipients
    ]
    tx.outbox.add([progress_notice(mailing, organiser.id, now), *notices], now)


def progress_notice(mailing: MailingId, organiser: MemberId, now: datetime) -> Notice:
    """Return the message in which the person who tells many sees how far it has come."""
    key = f"mailing:{mailing}:progress"
    return Notice(key, organiser, MailingProgressed(mailing), Priority.ANSWER, now)


def _mailed(mailing: MailingId, member: MemberId, news: Subject, now: datetime) -> Notice:
    key = f"mailing:{mailing}:{member}"
    return Notice(key, member, news, Priority.BROADCAST, now, mailing=mailing)
