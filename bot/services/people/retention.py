"""Delete personal data that are older than the configuration keeps them."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import partial

from bot.domain.people.members import MemberId
from bot.domain.people.retention import RetentionDue
from bot.ports import Clock, Storage, Transaction
from bot.services.people.erasing import erase_person
from bot.services.rules import RulesSource
from bot.services.sweeping import do_each
from bot.services.transactions import RuledService


class Retention(RuledService):
    """The daily sweep; nothing of a vote's record is ever deleted."""

    def __init__(
        self, storage: Storage, clock: Clock, rules: RulesSource, periods: Mapping[str, timedelta]
    ) -> None:
        super().__init__(storage, clock, rules)
        self._periods = periods
        self._done: date | None = None

    async def sweep(self) -> int:
        """Delete what is too old, once a day and after each start; return how many items."""
        now = self._clock.now()
        today = now.astimezone(self._rules.zone).date()
        if self._done == today:
            return 0
        deleted = 0
        for kind in RetentionDue:
            before = now - self._periods[kind.period]
            deleted += await do_each(
                self._storage,
                self._clock,
                kind,
                partial(_due, kind, before),
                partial(self._delete, kind, before),
            )
        self._done = today
        return deleted

    async def _delete(self, kind: RetentionDue, before: datetime, item: int) -> int:
        def work(tx: Transaction) -> int:
            if kind is not RetentionDue.GUESTS:
                tx.retention.delete(kind.period, item, before)
            elif item in tx.retention.due(kind.period, before):  # and has not come back meanwhile
                now, guest = self._clock.now(), MemberId(item)
                erase_person(tx, guest, self._rules, now)
                tx.audit.add(None, "guest.expire", f"member:{guest}", now)
            return 1

        return await self._storage.write(work)


def _due(kind: RetentionDue, before: datetime, tx: Transaction) -> list[int]:
    return tx.retention.due(kind.period, before)
