"""The sweep that keeps the organisers' progress messages up to date."""

from bot.domain.notices import MailingProgressed, Notice
from bot.domain.priorities import Priority
from bot.ports import MailingProgress, Transaction
from bot.services.transactions import Service, transaction


class Mailings(Service):
    """Shows whoever told many how far it has come, and in the end the report."""

    @transaction
    def sweep(self, tx: Transaction) -> int:
        """Ask for an edit of each progress message that is out of date; return how many."""
        stale = [
            progress
            for progress in tx.mailings.unfinished(self._clock.now())
            if progress.report.done or progress.report.settled != progress.shown
        ]
        return sum(self._renew(tx, progress) for progress in stale)

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
