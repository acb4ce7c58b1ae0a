"""A backup was put in the database's place: the voters of open polls are told."""

from datetime import datetime

from bot.domain.polls.polls import PollState
from bot.ports import Transaction
from bot.services.polls.news import refresh_poll, tell_restored


def tell_voters(tx: Transaction, now: datetime) -> None:
    """Tell the voters of open polls that what came after the backup is gone.

    One whose deadline has passed closes at the next start, with the ballots of the backup: the
    voters hear of that too.
    """
    for poll in tx.polls.under_way():
        if poll.state is PollState.OPEN:
            tell_restored(tx, poll, now)
            refresh_poll(tx, poll, now)
