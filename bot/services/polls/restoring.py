"""After a backup replaced the database: tell the voters of open polls."""

from datetime import datetime

from bot.domain.polls.polls import PollState
from bot.ports import Transaction
from bot.services.polls.news import refresh_poll, tell_restored


def tell_voters(tx: Transaction, now: datetime) -> None:
    """Tell the voters of open polls that acts after the backup are lost.

    This includes polls whose deadline has passed: they close at the next start with the ballots of
    the backup.
    """
    for poll in tx.polls.under_way():
        if poll.state is PollState.OPEN:
            tell_restored(tx, poll, now)
            refresh_poll(tx, poll, now)
