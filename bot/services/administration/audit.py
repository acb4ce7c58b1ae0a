"""Look up the audit log; for administrators."""

from dataclasses import replace

from bot.domain.administration.audit import Act, ActFilter, ActPage, Period
from bot.domain.people.members import MemberId
from bot.ports import Transaction
from bot.services.access import require_administrator
from bot.services.transactions import RuledService, reading, transaction

FILE_LIMIT = 20_000
"""Acts in a file: the newest."""


class AuditLog(RuledService):
    """What organisers, administrators and officers did."""

    @reading
    def page(
        self,
        tx: Transaction,
        actor: MemberId,
        wanted: ActFilter,
        period: Period,
        number: int,
        size: int,
    ) -> ActPage:
        """Return a page of the acts, from 0; the last one if there are fewer."""
        require_administrator(tx, actor, self._rules)
        wanted = replace(wanted, since=period.since(self._clock.now()))
        count = tx.audit.count(wanted)
        last = max(0, (count - 1) // size)
        acts = tx.audit.find(wanted, size, min(number, last) * size)
        person = None if wanted.person is None else tx.members.get(wanted.person)
        return ActPage(tuple(acts), count, person.name if person else None)

    @transaction
    def export(
        self, tx: Transaction, actor: MemberId, wanted: ActFilter, period: Period
    ) -> list[Act]:
        """Return the acts for a file, which is an act itself."""
        now = self._clock.now()
        administrator = require_administrator(tx, actor, self._rules)
        wanted = replace(wanted, since=period.since(now))
        found = tx.audit.find(wanted, FILE_LIMIT)
        tx.audit.add(administrator.id, "audit.export", "audit", now, acts=len(found))
        return found
