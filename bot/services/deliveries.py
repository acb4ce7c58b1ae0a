"""What the delivery worker calls: claim notices, get letters, record results."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.domain.letters import Letter, LetterContent
from bot.domain.mailings import Halt, MailingId
from bot.domain.notices import Claimed, MessageRef, Subject
from bot.domain.people.members import Member
from bot.domain.priorities import Priority
from bot.ports import (
    AnswerLost,
    ChatMoved,
    ChatUnreachable,
    Clock,
    Interrupted,
    MessageGone,
    NotConnected,
    SlowDown,
    Storage,
    Transaction,
    Undelivered,
)
from bot.services.administration.chats import follow_chat
from bot.services.notices import Asked, Lost, NoticeRules, NoticesByKind, Sent
from bot.services.rules import RulesSource
from bot.services.shown import with_caption
from bot.services.transactions import RuledService, reading, transaction

log = structlog.get_logger(__name__)

LONGEST_DELAY = timedelta(minutes=10)
MAX_CLAIM_BATCHES = 8
"""How many more batches are claimed to replace notices that were dropped."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A claimed notice and its letter."""

    claimed: Claimed
    letter: Letter


class Deliveries(RuledService):
    """The outbox, for the delivery worker."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        rules: RulesSource,
        *,
        notices: NoticesByKind,
        max_attempts: int,
        language: str,
    ) -> None:
        """`notices` are the rules of all nouns (`bot/features.py`); `language` is for groups."""
        super().__init__(storage, clock, rules)
        self._notices = notices
        self._max_attempts = max_attempts
        self._language = language

    @transaction
    def recover(self, tx: Transaction) -> int:
        """Requeue what a crash left in flight, and return how many messages may have been sent."""
        return tx.outbox.recover()

    @reading
    def sent_lately(self, tx: Transaction) -> int:
        """Return how many messages an earlier process may have sent in the last second."""
        return tx.outbox.sent_since(self._clock.now() - timedelta(seconds=1))

    @transaction
    def claim(self, tx: Transaction, limit: int) -> list[Delivery]:
        """Claim up to `limit` due notices and compose their letters.

        Obsolete notices are dropped here, and unreachable recipients skipped: so many at most that
        nobody else waits long for the writer. The rest follows in the next call.
        """
        deliveries: list[Delivery] = []
        halted = tx.mailings.halted()
        for _ in range(MAX_CLAIM_BATCHES):
            now = self._clock.now()
            batch = tx.outbox.claim(now, limit - len(deliveries))
            if not batch:
                break
            free = [claimed for claimed in batch if not _halts(tx, claimed, halted, now)]
            letters = ((claimed, self._letter(tx, claimed)) for claimed in free)
            deliveries += [Delivery(claimed, letter) for claimed, letter in letters if letter]
        return deliveries

    @transaction
    def note_sent(
        self,
        tx: Transaction,
        claimed: Claimed,
        message: MessageRef | None,
        said: LetterContent | None = None,
    ) -> None:
        """Record a notice as sent, and do what follows; `said` is the rendered content."""
        now, notice = self._clock.now(), claimed.notice
        tapped = message is not None and tx.outbox.is_overtaken(claimed, message)
        tx.outbox.save_sent(claimed, message.message if message else None, now)
        sent = Sent(notice, notice.subject, said, message, tapped, now)
        self._rules_of(notice.subject).sent(tx, sent)

    @transaction
    def note_undelivered(self, tx: Transaction, claimed: Claimed, problem: Undelivered) -> None:
        """Fail or requeue a notice, depending on what went wrong."""
        now = self._clock.now()
        match problem:
            case SlowDown(retry_after=delay):
                tx.outbox.save_retry(
                    claimed, str(problem), now + delay, charged=False, doubtful=False
                )
            case Interrupted():
                tx.outbox.save_retry(claimed, "stopped", now, charged=False, doubtful=False)
            case ChatUnreachable():
                if claimed.notice.recipient is not None:
                    tx.members.save_reachable(claimed.notice.recipient, now, reachable=False)
                self._give_up(tx, claimed, str(problem), now)
            case ChatMoved(chat=current) if claimed.notice.chat and claimed.notice.edits is None:
                follow_chat(tx, claimed.notice.chat, current)
                tx.outbox.save_retry(claimed, str(problem), now, charged=False, doubtful=False)
            case NotConnected():  # such failures use up at most half of the attempts
                charged = 2 * claimed.attempts < self._max_attempts
                again = now + _delay(claimed)
                tx.outbox.save_retry(claimed, str(problem), again, charged=charged, doubtful=False)
            case AnswerLost(doubtful=doubtful) if claimed.attempts < self._max_attempts:
                twice, again = doubtful and claimed.notice.edits is None, now + _delay(claimed)
                tx.outbox.save_retry(claimed, str(problem), again, charged=True, doubtful=twice)
            case _:
                self._fail(tx, claimed, problem, now)

    @transaction
    def note_broken(self, tx: Transaction, claimed: Claimed, error: Exception) -> None:
        """Mark a notice as failed after an unexpected error; it may have been sent."""
        tx.outbox.save_failed(claimed, repr(error), self._clock.now())

    def _give_up(self, tx: Transaction, claimed: Claimed, reason: str, now: datetime) -> None:
        """Fail a notice whose recipient cannot be reached."""
        tx.outbox.save_unreachable(claimed, reason, now)
        self._rules_of(claimed.notice.subject).unreachable(tx, self._lost(claimed, now))

    def _fail(self, tx: Transaction, claimed: Claimed, problem: Undelivered, now: datetime) -> None:
        """Fail a notice that Telegram refuses for good, or whose message to edit was deleted."""
        tx.outbox.save_failed(claimed, str(problem), now)
        rules, lost = self._rules_of(claimed.notice.subject), self._lost(claimed, now)
        if isinstance(problem, MessageGone) and claimed.notice.edits is not None:
            tx.shown.forget(claimed.notice.edits)
            rules.gone(tx, lost)
        rules.failed(tx, lost)

    def _lost(self, claimed: Claimed, now: datetime) -> Lost[Subject]:
        return Lost(claimed.notice, claimed.notice.subject, self._rules, now)

    def _disturbs(self, claimed: Claimed) -> bool:
        """Tell whether the bot chose the time of this notice itself, so that it can wait."""
        notice = claimed.notice
        planned = notice.priority is Priority.REMINDER or self._rules_of(notice.subject).disturbs
        return notice.edits is None and planned

    def _rules_of(self, subject: Subject) -> NoticeRules[Any]:
        return self._notices[type(subject)]

    def _letter(self, tx: Transaction, claimed: Claimed) -> Letter | None:
        """Return the letter; a notice that cannot be composed fails without blocking others."""
        now = self._clock.now()
        try:
            return self._composed(tx, claimed, now)
        except Exception as error:
            if tx.may_pass(error):  # it is no fault of the notice: the whole claim is made again
                raise
            log.exception("a notice broke", notice_id=claimed.id)
            tx.outbox.save_failed(claimed, repr(error), now)
            return None

    def _composed(self, tx: Transaction, claimed: Claimed, now: datetime) -> Letter | None:
        notice = claimed.notice
        member = None if notice.recipient is None else tx.members.get(notice.recipient)
        language = member.language if member else self._language
        asked = Asked(notice, notice.subject, member, self._rules, now, language)
        content = self._rules_of(notice.subject).compose(tx, asked)
        chat = notice.chat if member is None else member.telegram_id
        if chat is None or content is None:
            tx.outbox.save_dropped(claimed, now)
            return None
        if member is not None and self._held_up(tx, claimed, member, now):
            return None
        edits = with_caption(tx, notice.edits)
        return Letter(chat, language, notice.priority, content, edits)

    def _held_up(self, tx: Transaction, claimed: Claimed, member: Member, now: datetime) -> bool:
        """Tell whether the letter must wait or be dropped, and record that."""
        if not member.reachable:
            self._give_up(tx, claimed, "known to be unreachable", now)
            return True
        if self._lacks_consent(tx, claimed, member, now):
            self._give_up(tx, claimed, "no consent to the present text", now)
            return True
        if not self._disturbs(claimed):
            return False
        morning = self._rules.daytime_of(member, now)  # it may have waited into the quiet hours
        if morning > now:
            tx.outbox.save_retry(claimed, "quiet hours", morning, charged=False, doubtful=False)
        return morning > now

    def _lacks_consent(
        self, tx: Transaction, claimed: Claimed, member: Member, now: datetime
    ) -> bool:
        """Tell whether the person let the term for accepting a changed text pass."""
        rules, notice = self._rules, claimed.notice
        if not member.has_joined or member.consents_to(rules.consent_version):
            return False
        if notice.edits is not None or self._rules_of(notice.subject).essential:
            return False
        text = tx.consents.in_force()
        return text is not None and now >= text.since + rules.consent_within


def _delay(claimed: Claimed) -> timedelta:
    """Return the wait after an attempt: twice that of the attempt before."""
    return min(timedelta(seconds=2**claimed.attempts), LONGEST_DELAY)


def _halts(
    tx: Transaction, claimed: Claimed, halted: Mapping[MailingId, Halt], now: datetime
) -> bool:
    """Tell whether its mailing was paused or stopped after the notice was claimed."""
    halt = halted.get(claimed.notice.mailing) if claimed.notice.mailing else None
    if halt is Halt.PAUSED:
        tx.outbox.hold(claimed)
    elif halt is Halt.STOPPED:
        tx.outbox.save_dropped(claimed, now)
    return halt is not None
