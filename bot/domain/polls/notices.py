"""Notices of polls: what is said of them, and whether it still has something to say."""

from datetime import datetime, timedelta

from bot.domain.notices import Subject
from bot.domain.polls.cards import PollCard
from bot.domain.polls.polls import PollId, PollState
from bot.domain.polls.voters import VoterId


class PollSubject(Subject):
    """A notice of a poll."""

    poll: PollId

    def concerns(self, card: PollCard) -> bool:
        """Tell whether there is still something to say; mostly once the poll has closed."""
        return self._holds(card)

    def _holds(self, card: PollCard) -> bool:
        return card.poll.state is PollState.CLOSED


class BallotOpened(PollSubject, kind="poll.ballot_opened"):
    """A poll has opened: here is the ballot."""

    def _holds(self, card: PollCard) -> bool:
        return card.takes_ballots and bool(card.ballots)


class BallotReminder(PollSubject, kind="poll.ballot_reminder"):
    """A ballot is awaited; `last` is the last call. For the close (UTC) as it was then."""

    closes_at: datetime
    lead: timedelta
    last: bool = False

    def _holds(self, card: PollCard) -> bool:
        return card.waits and card.poll.closes_at == self.closes_at


class ProxyEntrusted(PollSubject, kind="poll.proxy_entrusted"):
    """Somebody may cast another voter's ballot from now on."""

    voter: VoterId

    def _holds(self, card: PollCard) -> bool:
        return card.takes_ballots and self.voter in card.entrusted


class ProxyAwaited(PollSubject, kind="poll.proxy_awaited"):
    """A proxy was given in the bot: chair or secretary are to see the paper."""

    voter: VoterId

    def _holds(self, card: PollCard) -> bool:
        return card.takes_ballots and card.presides


class ProxyWithdrawn(PollSubject, kind="poll.proxy_withdrawn"):
    """Somebody may cast another voter's ballot no longer: the proxy was revoked."""

    voter: VoterId

    def _holds(self, card: PollCard) -> bool:
        return card.takes_ballots and self.voter not in card.entrusted


class PollCancelled(PollSubject, kind="poll.cancelled"):
    """A poll was called off, or could not be opened when it was due."""

    def _holds(self, card: PollCard) -> bool:
        return card.poll.state is PollState.CANCELLED


class PresenceAwaited(PollSubject, kind="poll.presence_awaited"):
    """The voting at a meeting has ended; the count waits for the list of those present."""

    def _holds(self, card: PollCard) -> bool:
        return card.presides and card.awaits_presence


class PollRestored(PollSubject, kind="poll.restored"):
    """The database is a backup: what happened in the poll after it is gone."""

    def _holds(self, card: PollCard) -> bool:
        return card.poll.state in {PollState.OPEN, PollState.CLOSED}


class OutcomeDeclared(PollSubject, kind="poll.outcome_declared"):
    """A poll has closed; here is what came of it."""


class TieSettledByLot(PollSubject, kind="poll.tie_settled"):
    """A tie was settled by a recorded lot."""


class NumberShown(PollSubject, kind="poll.number_shown"):
    """A message shows the number of a secret ballot: in a while it is deleted."""

    def _holds(self, card: PollCard) -> bool:
        return True


class NumberOwed(PollSubject, kind="poll.number_owed"):
    """A secret ballot was cast, and its number is not known to have been told."""

    voter: VoterId

    def _holds(self, card: PollCard) -> bool:
        return True


class PollPosted(PollSubject, kind="poll.posted"):
    """A poll's card goes to a group."""

    def _holds(self, card: PollCard) -> bool:
        return card.takes_ballots


class OpeningPosted(PollSubject, kind="poll.opening_posted"):
    """The head of the chain with a poll's opening in it, where others keep it."""

    def _holds(self, card: PollCard) -> bool:
        return card.poll.opened_at is not None


class PollSealed(PollSubject, kind="poll.sealed"):
    """The seal of a closed poll and the head of the chain, where others keep them."""


class MinutesReady(PollSubject, kind="poll.minutes_ready"):
    """The minutes of a closed poll wait for nobody any more: they can be issued."""

    def _holds(self, card: PollCard) -> bool:
        return card.presides and not card.minutes


class PollCardChanged(PollSubject, kind="poll.card_changed"):
    """A message that shows a poll is out of date: it is edited in place."""

    def _holds(self, card: PollCard) -> bool:
        return True
