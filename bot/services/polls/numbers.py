"""Numbers of secret ballots: told again on request until the close, soon deleted from the chat.

The number of a ballot cast shortly before the close, or closing the vote, is owed until it was
told: if the bot stops in between, it sends the number later, and the key is kept that long. In the
end numbers and ballots are parted: a number then leads to no ballot.
"""

from datetime import datetime, timedelta

from bot.domain.notices import MessageRef, Notice
from bot.domain.people.members import Member, MemberId
from bot.domain.polls import records
from bot.domain.polls.challenge import challenge_ends
from bot.domain.polls.dues import PollDue
from bot.domain.polls.letters import NumberLetter, NumberRemovalLetter
from bot.domain.polls.notices import NumberOwed, NumberShown
from bot.domain.polls.polls import Poll, PollId, PollState
from bot.domain.polls.refusals import NumberUnknown
from bot.domain.polls.voters import VoterId
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.access import require_member, require_poll
from bot.services.notices import Asked, Lost, Sent
from bot.services.polls.clocks import clock_behind
from bot.services.polls.electing import voter_today
from bot.services.polls.views import require_seen
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService, reading, repeatable

SHOWN_FOR = timedelta(minutes=10)
"""How long a message shows a number, so that nobody who opens the chat later finds it."""

OWED_BEFORE_CLOSE = timedelta(hours=1)
"""How long before the close a number is owed; before that, voters can ask for it again."""

OWED_AFTER = timedelta(minutes=1)
"""How long after casting the bot sends a number that was perhaps not told."""

KEY_KEPT_FOR = timedelta(hours=1)
"""How long after the close a number may still be told; then the key is deleted in any case."""

AGAIN = timedelta(days=1)
"""When to retry deleting a message whose reader has blocked the bot."""


class BallotNumbers(RuledService):
    """What voters ask about the numbers of their secret ballots while the poll is open."""

    @reading
    def find(self, tx: Transaction, member: MemberId, poll: PollId, voter: VoterId) -> str:
        """Return the number of a voter's ballot to those who may cast it; this needs the key.

        Refused once the poll is over: the key is destroyed then.
        """
        person, found = require_member(tx, member, self._rules), require_poll(tx, poll)
        self._require_caster(tx, person, found, voter)
        number = tx.secret_ballots.number_of(found.id, voter) if found.is_secret else None
        if number is None:
            raise NumberUnknown
        return number

    def _require_caster(self, tx: Transaction, person: Member, poll: Poll, voter: VoterId) -> None:
        now = self._clock.now()
        electorate = voter_today(tx, poll, voter)
        if person.id not in electorate.casters(voter, now):
            require_seen(tx, poll, person, now)
        person.require_confirmed(poll.opened_at)
        electorate.require_caster(voter, person.id, now)
        poll.require_open(now)

    def _due_to_part(self, tx: Transaction) -> list[PollId]:
        now = self._clock.now()
        closed = tx.secret_ballots.joined()
        return [poll for poll, closed_at in closed.items() if challenge_ends(closed_at) <= now]

    @each_due(PollDue.BALLOT_NUMBERS, _due_to_part)
    def part_due(self, tx: Transaction, poll: PollId) -> int:
        """Separate numbers and ballots once the decision cannot be challenged any more.

        Nobody can tell the ballot of a number after that. Return of how many polls.
        """
        now, found = self._clock.now(), require_poll(tx, poll)
        if clock_behind(tx, now):
            return False
        issued = (one.issued_at for one in tx.minutes.of_poll(poll))
        known_at = max(issued, default=found.closed_at)  # the term begins with the last minutes
        still_joined = poll in tx.secret_ballots.joined()
        if known_at is None or now < challenge_ends(known_at) or not still_joined:
            return False
        tx.secret_ballots.part(poll)
        tx.entries.add(records.parted(poll, now))
        return True

    @repeatable
    def show(self, tx: Transaction, member: MemberId, poll: PollId, message: MessageRef) -> None:
        """Plan to delete a message; called before a number is put into it."""
        now = self._clock.now()
        tx.outbox.add([_removal(member, poll, message, now + SHOWN_FOR)], now)

    @repeatable
    def told(self, tx: Transaction, poll: PollId, voter: VoterId) -> None:
        """Record that a number was told: it is no longer owed."""
        tx.outbox.forget(_owed_key(poll, voter))


def owe_number(
    tx: Transaction, poll: Poll, voter: VoterId, member: MemberId, now: datetime
) -> None:
    """Plan to send the number later unless it is recorded as told: the poll is nearly over."""
    if poll.state is PollState.OPEN and poll.closes_at - now > OWED_BEFORE_CLOSE:
        return
    subject, at = NumberOwed(poll.id, voter), now + OWED_AFTER
    key = _owed_key(poll.id, voter)
    tx.outbox.add([Notice(key, member, subject, Priority.ANSWER, at)], now)


def compose_owed(tx: Transaction, asked: Asked[NumberOwed]) -> NumberLetter | None:
    """Return an announcement of the number, then the number; None if it is too late."""
    poll, voter = tx.polls.get(asked.subject.poll), asked.subject.voter
    late = poll is None or (poll.closed_at and poll.closed_at + KEY_KEPT_FOR <= asked.now)
    number = None if late else tx.secret_ballots.number_of(asked.subject.poll, voter)
    if number is None:
        tx.outbox.forget(asked.notice.key)
        return None
    return NumberLetter(None if asked.notice.edits is None else number)


def go_on_telling(tx: Transaction, sent: Sent[NumberOwed]) -> None:
    """Once the message exists and its deletion is planned, add the number; then end the debt."""
    notice, message = sent.notice, sent.message
    tx.outbox.forget(notice.key)
    if notice.edits is not None or message is None or notice.recipient is None:
        return
    key, subject = _owed_key(sent.subject.poll, sent.subject.voter), sent.subject
    number = Notice(key, notice.recipient, subject, Priority.ANSWER, sent.now, edits=message)
    removal = _removal(notice.recipient, subject.poll, message, sent.now + SHOWN_FOR)
    tx.outbox.add([removal, number], sent.now)


def forget_owed(tx: Transaction, lost: Lost[NumberOwed]) -> None:
    """End the debt for a recipient who cannot be reached."""
    tx.outbox.forget(lost.notice.key)


def compose_removal(_tx: Transaction, asked: Asked[NumberShown]) -> NumberRemovalLetter | None:
    """Return the message to delete."""
    message = asked.notice.edits
    return None if message is None else NumberRemovalLetter(message)


def forget_removal(tx: Transaction, outcome: Sent[NumberShown] | Lost[NumberShown]) -> None:
    """Delete the record of the notice: nothing may tell when somebody voted."""
    tx.outbox.forget(outcome.notice.key)


def try_again(tx: Transaction, lost: Lost[NumberShown]) -> None:
    """Retry the deletion later, when its reader may have come back."""
    notice, poll = lost.notice, tx.polls.get(lost.subject.poll)
    tx.outbox.forget(notice.key)
    if poll is None or notice.recipient is None or notice.edits is None:
        return
    if challenge_ends(poll.closes_at) > lost.now:  # by then number and ballot are separated
        again = _removal(notice.recipient, poll.id, notice.edits, lost.now + AGAIN)
        tx.outbox.add([again], lost.now)


def _owed_key(poll: PollId, voter: VoterId) -> str:
    return f"number-owed:{poll}:{voter}"


def _removal(member: MemberId, poll: PollId, message: MessageRef, at: datetime) -> Notice:
    key = f"number:{message.chat}:{message.message}"
    return Notice(key, member, NumberShown(poll), Priority.ANSWER, at, edits=message)
