"""Losses: what a backup lacks of the votes that the database in its place has recorded."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from bot.domain.polls.polls import PollId
from bot.domain.polls.records import RecordKind
from bot.domain.polls.seals import GENESIS, Entry, Head
from bot.domain.polls.verification import poll_of

DONE_AGAIN = frozenset({RecordKind.RESTORED, RecordKind.PARTED})
"""What is no loss: that a backup was restored, and the parting of numbers and ballots."""


@dataclass(frozen=True, slots=True)
class Loss:
    """The entries of a chain, in their order, that the chain of a backup does not have.

    `head` is how far the chain goes; None if there was no database, or none that could be read:
    then nobody knows what is lost.
    """

    head: Head | None = None
    entries: tuple[Entry, ...] = ()

    @property
    def polls(self) -> tuple[PollId, ...]:
        """The votes of which something would be lost."""
        return tuple(sorted(poll for poll in self.by_poll() if poll is not None))

    @property
    def parted(self) -> tuple[PollId, ...]:
        """The votes whose numbers were parted from their ballots since."""
        lost = (entry for entry in self.entries if entry.kind == RecordKind.PARTED)
        return tuple(poll for entry in lost if (poll := poll_of(entry)) is not None)

    @property
    def is_of_votes(self) -> bool:
        """Tell whether more is lost than what a restore does again, or did before."""
        return any(entry.kind not in DONE_AGAIN for entry in self.entries)

    def by_poll(self) -> Mapping[PollId | None, Counter[str]]:
        """Return how many entries of each kind there are, by vote; None is for those of none."""
        found: dict[PollId | None, Counter[str]] = {}
        for entry in self.entries:
            found.setdefault(poll_of(entry), Counter())[entry.kind] += 1
        return found


def loss_of(present: Sequence[Entry], coming: Sequence[Entry]) -> Loss:
    """Return what is lost when the chain `coming` takes the place of `present`."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(present, coming, strict=False))
    lost = tuple(present[len(list(same)) :])
    return Loss(present[-1].head if present else GENESIS, lost)


@dataclass(frozen=True, slots=True)
class Restoration:
    """An entry that tells of a restored backup: how many entries were `lost`, of which votes.

    `lost` is None where there was nothing to compare it with.
    """

    number: int
    at: datetime
    lost: int | None
    polls: tuple[PollId, ...]


def restorations(entries: Sequence[Entry]) -> tuple[Restoration, ...]:
    """Return the restored backups of which a chain tells; what cannot be read is left out."""
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
