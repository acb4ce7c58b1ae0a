"""Mailings in progress: their messages, the sweep that updates them, and pause and stop."""

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
    """Shows an organiser the progress of a mailing; organisers can pause and stop it."""

    def _unfinished(self, tx: Transaction) -> list[MailingId]:
        return tx.mailings.unfinished()

    @each_due(MailingDue.PROGRESS, _unfinished)
    def sweep(self, tx: Transaction, mailing: MailingId) -> int:
        """Enqueue an edit of each progress message that is out of date; return how many."""
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
                tx.mailings.save_finished(report.mailing, now)  # the organiser has been erased
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
        """Send nothing more of a mailing for now; refuse a finished one, and one about a vote."""
        self._halt(tx, actor, mailing, Halt.PAUSED)
        tx.outbox.put_on_hold(mailing)

    @transaction
    def resume(self, tx: Transaction, actor: MemberId, mailing: MailingId) -> None:
        """Resume a paused mailing."""
        self._halt(tx, actor, mailing, None)
        tx.outbox.release(mailing, self._clock.now())

    @transaction
    def stop(self, tx: Transaction, actor: MemberId, mailing: MailingId) -> int:
        """Stop a mailing for good; return how many people do not get it."""
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
    """Return the progress of a mailing."""
    report = tx.mailings.get(asked.subject.mailing, asked.now)
    return None if report is None else ReportLetter(report)


def keep_report(tx: Transaction, sent: Sent[MailingProgressed]) -> None:
    """Record the message that shows the progress."""
    message = new_message(tx, sent)
    if message is not None:
        tx.mailings.save_message(sent.subject.mailing, message)


def stop_reporting(tx: Transaction, lost: Lost[MailingProgressed]) -> None:
    """Stop showing the progress: there is no message for it."""
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
    silent: bool = False,
) -> None:
    """Enqueue a mailing, at once or for each recipient at `when`, and its progress message.

    Of a `silent` one nobody gets the progress.
    """
    notices = [
        _mailed(mailing, member.id, news, when(member) if when else now) for member in recipients
    ]
    if silent:
        tx.mailings.save_finished(mailing, now)
    else:
        notices.insert(0, progress_notice(mailing, organiser.id, now))
    tx.outbox.add(notices, now)


def progress_notice(mailing: MailingId, organiser: MemberId, now: datetime) -> Notice:
    """Return the notice that shows the organiser the progress."""
    key = f"mailing:{mailing}:progress"
    return Notice(key, organiser, MailingProgressed(mailing), Priority.ANSWER, now)


def _mailed(mailing: MailingId, member: MemberId, news: Subject, now: datetime) -> Notice:
    key = f"mailing:{mailing}:{member}"
    return Notice(key, member, news, Priority.BROADCAST, now, mailing=mailing)
