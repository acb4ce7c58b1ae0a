"""What the delivery worker asks for and reports: claims, letters, outcomes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from bot.domain.events import Event, EventCard
from bot.domain.members import Member
from bot.domain.notices import (
    BoardLetter,
    Claimed,
    Content,
    EventAnnounced,
    EventBoardChanged,
    EventCardChanged,
    EventLetter,
    EventReminder,
    Letter,
    MailingProgressed,
    MessageRef,
    Notice,
    ReportLetter,
    concerns,
)
from bot.domain.quiet_hours import QuietHours
from bot.ports import (
    AnswerLost,
    ChatUnreachable,
    Clock,
    Interrupted,
    SlowDown,
    Storage,
    Transaction,
    Undelivered,
)
from bot.services.boards import event_board
from bot.services.transactions import Service, transaction

log = structlog.get_logger(__name__)

LONGEST_DELAY = timedelta(minutes=10)
WORLD_TIME = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Delivery:
    """A claimed notice and the letter that it has become."""

    claimed: Claimed
    letter: Letter


class Deliveries(Service):
    """The outbox as the worker sees it; each public method is one transaction."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        *,
        max_attempts: int,
        quiet_hours: QuietHours | None = None,
        zone: ZoneInfo = WORLD_TIME,
    ) -> None:
        """`zone` is that of everybody who has chosen none; no quiet hours put nothing off."""
        super().__init__(storage, clock)
        self._max_attempts = max_attempts
        self._quiet_hours = quiet_hours
        self._zone = zone

    @transaction
    def recover(self, tx: Transaction) -> int:
        """Put back what a crash left in flight and return how many messages are in doubt."""
        return tx.outbox.recover()

    @transaction
    def claim(self, tx: Transaction, limit: int) -> list[Delivery]:
        """Take up to `limit` due notices and make letters of them.

        What concerns nobody any more is dropped here, and whoever cannot be reached is passed over.
        """
        deliveries: list[Delivery] = []
        while batch := tx.outbox.claim(self._clock.now(), limit - len(deliveries)):
            letters = ((claimed, self._letter(tx, claimed)) for claimed in batch)
            deliveries += [Delivery(claimed, letter) for claimed, letter in letters if letter]
        return deliveries

    @transaction
    def note_sent(self, tx: Transaction, claimed: Claimed, message: MessageRef | None) -> None:
        """Settle a notice; a message that shows an event or a progress is remembered as such."""
        now = self._clock.now()
        tx.outbox.save_sent(claimed, message.message if message else None, now)
        recipient = tx.members.get(claimed.notice.recipient)
        if message is None or claimed.notice.edits is not None:
            return
        if recipient is None or recipient.telegram_id != message.chat:
            return  # erased while the letter was on its way: nothing of them is kept
        match claimed.notice.subject:
            case MailingProgressed(mailing=mailing):
                tx.mailings.save_message(mailing, message)
            case EventAnnounced(event=event) | EventReminder(event=event):
                tx.events.add_card(event, recipient.id, message)
            case _:
                pass

    @transaction
    def note_undelivered(self, tx: Transaction, claimed: Claimed, problem: Undelivered) -> None:
        """Settle or put back a notice according to what stood in its way."""
        now = self._clock.now()
        match problem:
            case SlowDown(retry_after=delay):
                tx.outbox.save_retry(
                    claimed, str(problem), now + delay, charged=False, doubtful=False
                )
            case Interrupted():
                tx.outbox.save_retry(claimed, "stopped", now, charged=False, doubtful=False)
            case ChatUnreachable():
                tx.members.save_reachable(claimed.notice.recipient, now, reachable=False)
                tx.outbox.save_unreachable(claimed, str(problem), now)
            case AnswerLost(doubtful=doubtful) if claimed.attempts < self._max_attempts:
                delay = min(timedelta(seconds=2**claimed.attempts), LONGEST_DELAY)
                twice = doubtful and claimed.notice.edits is None
                tx.outbox.save_retry(
                    claimed, str(problem), now + delay, charged=True, doubtful=twice
                )
            case _:
                tx.outbox.save_failed(claimed, str(problem), now)
                if isinstance(claimed.notice.subject, MailingProgressed):
                    tx.mailings.save_finished(claimed.notice.subject.mailing, now)

    def _letter(self, tx: Transaction, claimed: Claimed) -> Letter | None:
        notice = claimed.notice
        now = self._clock.now()
        member = tx.members.get(notice.recipient)
        try:
            content = None if member is None else self._content(tx, notice, member)
        except Exception as error:  # one notice that cannot be read must not hold up all others
            log.exception("a notice broke", notice_id=claimed.id)
            tx.outbox.save_failed(claimed, repr(error), now)
            return None
        if member is None or member.telegram_id is None or content is None:
            tx.outbox.save_dropped(claimed, now)
            return None
        if not member.reachable:
            tx.outbox.save_unreachable(claimed, "known to be unreachable", now)
            return None
        if isinstance(notice.subject, EventReminder):  # it may have waited into the night
            morning = self._end_of_quiet_hours(member, now)
            if morning > now:
                tx.outbox.save_retry(claimed, "quiet hours", morning, charged=False, doubtful=False)
                return None
        return Letter(member.telegram_id, member.language, notice.priority, content, notice.edits)

    def _end_of_quiet_hours(self, member: Member, now: datetime) -> datetime:
        zone = ZoneInfo(member.time_zone) if member.time_zone else self._zone
        return self._quiet_hours.end_after(now, zone) if self._quiet_hours else now

    def _content(self, tx: Transaction, notice: Notice, member: Member) -> Content | None:
        subject = notice.subject
        if isinstance(subject, MailingProgressed):
            report = tx.mailings.get(subject.mailing)
            return None if report is None else ReportLetter(report)
        event = tx.events.get(subject.event)
        if event is None:
            return None
        if isinstance(subject, EventBoardChanged):
            return self._board(tx, event, notice.edits) if member.is_organiser else None
        now = self._clock.now()
        answer = tx.events.answer(event.id, member.id)
        if isinstance(subject, EventCardChanged):
            cards = tx.events.cards_of(event.id, member.id)
            if not any(card.message == notice.edits for card in cards):
                return None
        elif not concerns(subject, event, member, answer, now):
            return None
        return EventLetter(subject, EventCard(event, answer, over=event.is_over(now)), now)

    def _board(
        self, tx: Transaction, event: Event, message: MessageRef | None
    ) -> BoardLetter | None:
        if not any(board.message == message for board in tx.events.boards(event.id)):
            return None
        return BoardLetter(event_board(tx, event, self._clock.now()))
