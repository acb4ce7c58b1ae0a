"""The progress messages of mailings: their content, and the sweep that updates them."""

from collections.abc import Callable, Iterable
from datetime import datetime

from bot.domain.letters import ReportLetter
from bot.domain.mailing_progress import MailingProgress
from bot.domain.mailings import MailingDue, MailingId
from bot.domain.notices import MailingProgressed, Notice, Subject
from bot.domain.people.members import Member, MemberId
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.notices import Asked, Lost, NoticeRules, NoticesByKind, Sent, new_message
from bot.services.sweeping import each_due
from bot.services.transactions import Service


class Mailings(Service):
    """Shows the organiser the progress of a mailing, and finally its report."""

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
) -> None:
    """Enqueue a mailing, at once or for each recipient at `when`, and its progress message."""
    notices = [
        _mailed(mailing, member.id, news, when(member) if when else now) for member in recipients
    ]
    tx.outbox.add([progress_notice(mailing, organiser.id, now), *notices], now)


def progress_notice(mailing: MailingId, organiser: MemberId, now: datetime) -> Notice:
    """Return the notice that shows the organiser the progress."""
    key = f"mailing:{mailing}:progress"
    return Notice(key, organiser, MailingProgressed(mailing), Priority.ANSWER, now)


def _mailed(mailing: MailingId, member: MemberId, news: Subject, now: datetime) -> Notice:
    key = f"mailing:{mailing}:{member}"
    return Notice(key, member, news, Priority.BROADCAST, now, mailing=mailing)
