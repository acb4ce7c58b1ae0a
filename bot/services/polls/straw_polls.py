"""Straw polls: who may ask a group, and the results."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.notices import Notice
from bot.domain.people.members import MemberId
from bot.domain.polls.dues import PollDue
from bot.domain.polls.straw_polls import (
    StrawPlan,
    StrawPoll,
    StrawPollClosed,
    StrawPollId,
    StrawPollInterrupted,
    StrawPollMessage,
)
from bot.domain.priorities import Priority
from bot.domain.refusals import ButtonTooOld
from bot.ports import Clock, Storage, Transaction
from bot.services.access import require_member
from bot.services.rules import RulesSource
from bot.services.sweeping import do_each
from bot.services.transactions import RuledService, transaction

EARLY = 100
"""How many polls unknown to the bot have their newest state kept."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The answers to a poll, as Telegram reported them."""

    counts: Sequence[int]
    voters: int
    over: bool


class StrawPolls(RuledService):
    """Questions to a group."""

    def __init__(self, storage: Storage, clock: Clock, rules: RulesSource) -> None:
        super().__init__(storage, clock, rules)
        self._early: dict[str, Heard] = {}

    @transaction
    def begin(self, tx: Transaction, actor: MemberId, plan: StrawPlan, chat: int) -> StrawPollId:
        """Store a question of an organiser, the chair or the secretary before it is posted."""
        now = self._clock.now()
        asker = require_member(tx, actor, self._rules)
        asker.require_desk()
        return self._add(tx, asker.id, plan, chat, now)

    @transaction
    def begin_again(self, tx: Transaction, actor: MemberId, poll: StrawPollId) -> StrawPoll:
        """Store a poll again whose sending was interrupted, for its author; once."""
        now = self._clock.now()
        asker = require_member(tx, actor, self._rules)
        asker.require_desk()
        lost = tx.straw_polls.get(poll)
        if lost is None or lost.posted is not None or lost.created_by != asker.id:
            raise ButtonTooOld
        added = self._add(tx, asker.id, lost.plan, lost.chat, now)
        tx.straw_polls.remove(lost.id)  # not before: SQLite would reuse its id
        return replace(lost, id=added, closes_at=now + lost.plan.duration)

    def _add(
        self, tx: Transaction, asker: MemberId, plan: StrawPlan, chat: int, now: datetime
    ) -> StrawPollId:
        poll = tx.straw_polls.add(plan.checked(), chat, asker, now)
        tx.audit.add(asker, "straw_poll.begin", f"straw_poll:{poll}", now, chat=chat)
        return poll

    @transaction
    def note_posted(self, tx: Transaction, poll: StrawPollId, posted: StrawPollMessage) -> None:
        """Record where it was posted: from now on it is counted, and closed in time.

        Answers may have arrived before Telegram's id of the poll was known.
        """
        tx.straw_polls.save_posted(poll, posted)
        found = tx.straw_polls.get(poll)
        if found is not None and (early := self._early.pop(posted.poll, None)):
            self._note_heard(tx, found, early)

    @transaction
    def drop(self, tx: Transaction, poll: StrawPollId) -> None:
        """Delete a poll that Telegram refused."""
        tx.straw_polls.remove(poll)

    @transaction
    def note_interrupted(self, tx: Transaction, poll: StrawPollId) -> None:
        """Tell the author that it may be in the group, where its answers are not counted."""
        found = tx.straw_polls.get(poll)
        if found is not None and found.posted is None:
            self._tell_author(tx, found)

    @transaction
    def recover(self, tx: Transaction) -> int:
        """Tell the authors of polls whose sending a crash interrupted; return how many.

        Telegram offers no way to find a poll that was sent. Call this only while none is being
        sent.
        """
        interrupted = tx.straw_polls.unposted()
        for poll in interrupted:
            self._tell_author(tx, poll)
        return len(interrupted)

    def _tell_author(self, tx: Transaction, poll: StrawPoll) -> None:
        now = self._clock.now()
        key = f"straw:{poll.id}:{poll.closes_at.timestamp():.0f}:interrupted"
        told = Notice(key, poll.created_by, StrawPollInterrupted(poll.id), Priority.REMINDER, now)
        tx.outbox.add([told], now)

    async def close_due(self, close: Callable[[StrawPoll], Awaitable[None]]) -> int:
        """Call `close` for each poll whose time is over; return how many.

        Without an answer from Telegram it stays due, and a restart finds it again.
        """

        async def act(poll: StrawPollId) -> int:
            found = await self._storage.read(lambda tx: tx.straw_polls.get(poll))
            if found is None or found.closed_at is not None:
                return 0
            await close(found)
            return 1

        return await do_each(self._storage, self._clock, PollDue.STRAW_POLL, self._due, act)

    def _due(self, tx: Transaction) -> list[StrawPollId]:
        return tx.straw_polls.due(self._clock.now())

    @transaction
    def note_counts(
        self, tx: Transaction, telegram_poll: str, counts: Sequence[int], voters: int, *, over: bool
    ) -> None:
        """Record the counts that Telegram reported; those of a poll that is `over` are final.

        Polls that are over already are ignored. The newest state of an unknown poll is kept for a
        while: it may be one that is being posted.
        """
        heard = Heard(counts, voters, over)
        found = tx.straw_polls.by_telegram(telegram_poll)
        if found is not None:
            self._note_heard(tx, found, heard)
            return
        self._early.pop(telegram_poll, None)
        self._early[telegram_poll] = heard
        if len(self._early) > EARLY:
            del self._early[next(iter(self._early))]

    def _note_heard(self, tx: Transaction, poll: StrawPoll, heard: Heard) -> None:
        if poll.closed_at is not None:
            return
        if len(heard.counts) == len(poll.plan.options):
            tx.straw_polls.save_counts(poll.id, heard.counts, heard.voters)
        if heard.over:
            self._close(tx, poll)

    @transaction
    def note_lost(self, tx: Transaction, poll: StrawPollId) -> None:
        """Close a poll that was deleted or is closed at Telegram, with the last known counts."""
        found = tx.straw_polls.get(poll)
        if found is not None and found.closed_at is None:
            self._close(tx, found)

    def _close(self, tx: Transaction, poll: StrawPoll) -> None:
        now = self._clock.now()
        tx.straw_polls.save_closed(poll.id, now)
        key = f"straw:{poll.id}"
        told = Notice(key, None, StrawPollClosed(poll.id), Priority.REMINDER, now, chat=poll.chat)
        tx.outbox.add([told], now)
