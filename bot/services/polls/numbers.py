"""Numbers of secret ballots: told again until the close, deleted from the chat soon after.

And parted from the ballots in the end: each number is as good as none then.
"""

from datetime import datetime, timedelta

from bot.domain.notices import MessageRef, Notice
from bot.domain.people.members import Member, MemberId
from bot.domain.polls import records
from bot.domain.polls.challenge import challenge_ends
from bot.domain.polls.dues import PollDue
from bot.domain.polls.electorates import VoterId
from bot.domain.polls.letters import NumberRemovalLetter
from bot.domain.polls.notices import NumberShown
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.refusals import NumberUnknown
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
"""How long a number stands in the chat: the person who reads the chat later finds none."""

AGAIN = timedelta(days=1)
"""When a message is tried again that could not be deleted: its reader has blocked the bot."""


class BallotNumbers(RuledService):
    """What voters ask of the numbers of their secret ballots while the poll is open."""

    @reading
    def find(self, tx: Transaction, member: MemberId, poll: PollId, voter: VoterId) -> str:
        """Return the number of a voter's ballot to those who may cast it: only the key can tell.

        Refused once the poll is over, when the key is destroyed.
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
            require_seen(tx, poll, person)
        person.require_confirmed(poll.opened_at)
        electorate.require_caster(voter, person.id, now)
        poll.require_open(now)

    def _due_to_part(self, tx: Transaction) -> list[PollId]:
        now = self._clock.now()
        closed = tx.secret_ballots.joined()
        return [poll for poll, closed_at in closed.items() if challenge_ends(closed_at) <= now]

    @each_due(PollDue.BALLOT_NUMBERS, _due_to_part)
    def part_due(self, tx: Transaction, poll: PollId) -> int:
        """Part numbers and ballots once the decision cannot be challenged any more.

        From then on nobody can tell what the ballot of a number says. Return how many polls that
        were.
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
        """Have a message deleted in a while that is about to show a number.

        First this, then the number: a crash in between leaves none behind.
        """
        now = self._clock.now()
        tx.outbox.add([_removal(member, poll, message, now + SHOWN_FOR)], now)


def compose_removal(_tx: Transaction, asked: Asked[NumberShown]) -> NumberRemovalLetter | None:
    """Return which message is to be deleted."""
    message = asked.notice.edits
    return None if message is None else NumberRemovalLetter(message)


def forget_removal(tx: Transaction, outcome: Sent[NumberShown] | Lost[NumberShown]) -> None:
    """Forget what was done: nothing is to tell when somebody voted."""
    tx.outbox.forget(outcome.notice.key)


def try_again(tx: Transaction, lost: Lost[NumberShown]) -> None:
    """Delete the message later, when its reader may have come back."""
    notice, poll = lost.notice, tx.polls.get(lost.subject.poll)
    tx.outbox.forget(notice.key)
    if poll is None or notice.recipient is None or notice.edits is None:
        return
    if challenge_ends(poll.closes_at) > lost.now:  # by then nothing joins number and ballot
        again = _removal(notice.recipient, poll.id, notice.edits, lost.now + AGAIN)
        tx.outbox.add([again], lost.now)


def _removal(member: MemberId, poll: PollId, message: MessageRef, at: datetime) -> Notice:
    key = f"number:{message.chat}:{message.message}"
    return Notice(key, member, NumberShown(poll), Priority.ANSWER, at, edits=message)
