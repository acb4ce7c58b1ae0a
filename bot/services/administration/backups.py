"""Ask for a backup now; the nightly ones are made in `bot/services/backups.py`."""

from pathlib import Path

from bot.domain.people.members import MemberId
from bot.ports import Clock, Storage, Transaction
from bot.services.access import require_administrator
from bot.services.rules import RulesSource
from bot.services.transactions import RuledService, transaction


class BackupRequests(RuledService):
    """What administrators ask for; `folder` has the backups, None if there are none."""

    def __init__(
        self, storage: Storage, clock: Clock, rules: RulesSource, *, folder: Path | None
    ) -> None:
        super().__init__(storage, clock, rules)
        self.folder = folder

    @transaction
    def ask(self, tx: Transaction, actor: MemberId) -> None:
        """Ask for a backup, which is made within seconds; while one waits a second is the same."""
        now = self._clock.now()
        administrator = require_administrator(tx, actor, self._rules)
        if tx.asked_backups.add(administrator.id, now):
            tx.audit.add(administrator.id, "backup.ask", "backup", now)
