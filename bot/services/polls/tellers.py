"""What tellers counted of a poll, as the entry of its close says it."""

import json

from bot.domain.polls.hand_counts import HandCount, read_count
from bot.domain.polls.polls import PollId
from bot.domain.polls.records import RecordKind
from bot.ports import Transaction


def by_hand_of(tx: Transaction, poll: PollId) -> HandCount | None:
    """Return what tellers counted of paper or hands; None if they counted nothing."""
    closed = tx.entries.of_poll(poll, RecordKind.CLOSED)
    return read_count(json.loads(closed[0].payload)) if closed else None
