"""The nightly backup: made when it is due, told when it cannot be made, sent if that is wanted."""

import asyncio
from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

import structlog

from bot.domain.backups import (
    BackupDue,
    BackupEnded,
    BackupEndedLetter,
    BackupFailed,
    BackupFile,
    BackupLetter,
    BackupMade,
    BackupPlan,
    Fault,
    number_of,
)
from bot.domain.notices import Notice
from bot.domain.people.members import Member, Role
from bot.domain.priorities import Priority
from bot.ports import BackupShelf, Clock, Storage, Transaction
from bot.services.notices import Asked, NoticeRules, NoticesByKind
from bot.services.sweeping import do_each
from bot.services.transactions import Service

log = structlog.get_logger(__name__)


class NightlyBackups(Service):
    """Makes the backup of each night once, whenever in that night and day the bot runs."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        shelf: BackupShelf,
        plan: BackupPlan,
        zone: ZoneInfo,
        *,
        send: bool,
    ) -> None:
        """With `send` administrators get each backup in Telegram."""
        super().__init__(storage, clock)
        self._shelf, self._plan, self._zone = shelf, plan, zone
        self._send = send
        self._sent: date | None = None
        self._work: asyncio.Task[None] | None = None

    async def look(self) -> None:
        """Start what is due unless it is under way; raise what broke the last time."""
        if self._work is not None and not self._work.done():
            return
        last, self._work = self._work, asyncio.create_task(self.make_due())
        if last is not None:
            last.result()

    async def make_due(self) -> None:
        """Make what was asked for; then that of this night if there is none.

        Remove those that are too many.
        """
        night = self._plan.night(self._clock.now(), self._zone)
        await self._make_asked(night)

        def due(_tx: Transaction) -> Iterable[int]:
            return [] if night in self._shelf.nights() else [number_of(night)]

        async def act(_number: int) -> int:
            await self._shelf.make(night)
            log.info("backup made", night=f"{night}")
            return 1

        if await do_each(self._storage, self._clock, BackupDue.NIGHTLY, due, act):
            nights = await asyncio.to_thread(self._shelf.nights)
            superseded = self._plan.superseded(nights, night)
            await asyncio.to_thread(self._shelf.discard, superseded)
        if self._send and self._sent != night:
            await self._send_of(night)

    async def _make_asked(self, night: date) -> None:
        """Make the backup that administrators asked for, as this night's, and tell them.

        They are remembered until it is done: a bot that dies meanwhile makes it at its next start.
        """
        asked = await self._storage.read(lambda tx: tx.asked_backups.all())
        if not asked:
            return
        fault = await self._try_to_make(night)
        made = None if fault else await asyncio.to_thread(self._shelf.file, night)
        told = BackupEnded(fault or "", made.path if made else "", made.size if made else 0)
        now = self._clock.now()

        def settle(tx: Transaction) -> None:
            tx.asked_backups.forget(asked)
            keys = {one: f"backup-ended:{one}:{now.timestamp():.3f}" for one in asked}
            notices = [Notice(key, one, told, Priority.ANSWER, now) for one, key in keys.items()]
            tx.outbox.add(notices, now)

        await self._storage.write(settle)

    async def _try_to_make(self, night: date) -> Fault | None:
        try:
            await self._shelf.make(night)
        except BackupFailed as failed:
            log.error("backup not made", fault=failed.fault, details=failed.details)  # noqa: TRY400
            return failed.fault
        log.info("backup made", night=f"{night}")
        return None

    async def _send_of(self, night: date) -> None:
        """Have administrators get the backup; what was enqueued before is not a second time."""
        if night not in await asyncio.to_thread(self._shelf.nights):
            return
        file = await asyncio.to_thread(self._shelf.file, night)
        subject, now = BackupMade(file.path, file.size), self._clock.now()

        def enqueue(tx: Transaction) -> None:
            told = tx.members.holders(Role.ADMINISTRATOR)
            keys = {one: f"backup:{number_of(night)}:{one}" for one in told}
            tx.outbox.add(
                [Notice(key, one, subject, Priority.REMINDER, now) for one, key in keys.items()],
                now,
            )

        await self._storage.write(enqueue)
        self._sent = night


def compose_made(_tx: Transaction, asked: Asked[BackupMade]) -> BackupLetter | None:
    """Return the backup for somebody who is an administrator still."""
    made = asked.subject
    return BackupLetter(BackupFile(made.path, made.size)) if _is_for(asked.member) else None


def compose_ended(_tx: Transaction, asked: Asked[BackupEnded]) -> BackupEndedLetter | None:
    """Return what became of the backup for somebody who is an administrator still."""
    ended = asked.subject
    if not _is_for(asked.member):
        return None
    return BackupEndedLetter(ended.fault, BackupFile(ended.path, ended.size))


def _is_for(member: Member | None) -> bool:
    return member is not None and member.has_joined and Role.ADMINISTRATOR in member.roles


NOTICES: NoticesByKind = {
    BackupMade: NoticeRules(compose_made),
    BackupEnded: NoticeRules(compose_ended),
}
