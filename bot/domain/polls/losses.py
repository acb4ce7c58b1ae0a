"""Losses: votes recorded in the current database that a backup does not have."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from bot.domain.polls.polls import PollId
from bot.domain.polls.records import RecordKind
from bot.domain.polls.seals import GENESIS, Entry, Head
from bot.domain.polls.verification import OF_MEETINGS, poll_of

DONE_AGAIN = frozenset({RecordKind.RESTORED, RecordKind.PARTED})
"""Entries that do not count as a loss: a restored backup, and separated numbers and ballots."""

MEETING = "meeting"
"""The kind under which entries of meetings are counted."""


@dataclass(frozen=True, slots=True)
class Loss:
    """The entries, in order, that a backup's chain does not have.

    `head` is the current chain's head; None if there was no readable database: then the loss is
    unknown.
    """

    head: Head | None = None
    entries: tuple[Entry, ...] = ()

    @property
    def polls(self) -> tuple[PollId, ...]:
        """The polls that would lose entries."""
        return tuple(sorted(poll for poll in self.by_poll() if poll is not None))

    @property
    def parted(self) -> tuple[PollId, ...]:
        """The polls whose numbers were separated from their ballots since the backup."""
        lost = (entry for entry in self.entries if entry.kind == RecordKind.PARTED)
        return tuple(poll for entry in lost if (poll := poll_of(entry)) is not None)

    @property
    def is_of_votes(self) -> bool:
        """Tell whether anything is lost beyond entries that a restore may safely drop."""
        return any(entry.kind not in DONE_AGAIN for entry in self.entries)

    def by_poll(self) -> Mapping[PollId | None, Counter[str]]:
        """Return how many entries of each kind are lost by poll; None stands for no poll.

        Those of meetings are counted together.
        """
        found: dict[PollId | None, Counter[str]] = {}
        for entry in self.entries:
            kind = MEETING if entry.kind.startswith(OF_MEETINGS) else entry.kind
            found.setdefault(poll_of(entry), Counter())[kind] += 1
        return found


def loss_of(present: Sequence[Entry], coming: Sequence[Entry]) -> Loss:
    """Return what is lost when the chain `coming` replaces the chain `present`."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(present, coming, strict=False))
    lost = tuple(present[len(list(same)) :])
    return Loss(present[-1].head if present else GENESIS, lost)


@dataclass(frozen=True, slots=True)
class Restoration:
    """An entry about a restored backup: how many entries were `lost`, of which polls.

    `lost` is None where there was nothing to compare with.
    """

    number: int
    at: datetime
    lost: int | None
    polls: tuple[PollId, ...]


def restorations(entries: Sequence[Entry]) -> tuple[Restoration, ...]:
    """Return the restored backups that a chain records; unreadable entries are left out."""
    found = []
    for entry in entries:
        if entry.kind == RecordKind.RESTORED:
            try:
                found.append(_restoration(entry))
            except (ValueError, KeyError, TypeError):
                continue
    return tuple(found)


def _restoration(entry: Entry) -> Restoration:
    payload = json.loads(entry.payload)
    polls = tuple(PollId(int(poll)) for poll in payload["polls"])
    at, lost = datetime.fromisoformat(payload["at"]), payload["lost"]
    return Restoration(entry.number, at, None if lost is None else int(lost), polls)
