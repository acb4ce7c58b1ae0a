"""Verification: the record of every vote looked through, in a database or in a copy of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.domain.polls.findings import UNKNOWN, Archived, Finding, Kept, Mismatch
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.seals import GENESIS, Entry, Fault, Head, verify_chain
from bot.domain.polls.verification import examine, examine_minutes, missing, poll_of
from bot.domain.refusals import Refusal
from bot.ports import Transaction


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found: nothing in `faults` and `findings` means that all holds.

    `questions` are those of the polls that were looked through; of those in `encrypted` the secret
    ballots could only be counted, because their key is not here. `head` is how far the chain goes,
    to be compared with those that were posted or printed.
    """

    questions: Mapping[PollId, str]
    entries: int
    head: Head
    faults: tuple[Fault, ...]
    findings: tuple[Finding, ...]
    encrypted: tuple[PollId, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether nothing was found."""
        return not (self.faults or self.findings)


def verify(tx: Transaction, poll: PollId | None = None, known: Head = GENESIS) -> Verdict:
    """Look through one poll, or all; the chain is read whole either way.

    `known` is a head of the chain from elsewhere: posted at a close, or printed in minutes.
    """
    entries = tx.entries.all()
    of: dict[PollId | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        of[poll_of(entry)].append(entry)
    ids = tx.polls.ids()
    found = [*missing(entries, ids), *_minutes_examined(tx, entries)]
    found = [one for one in found if poll in (None, one.poll)]
    questions: dict[PollId, str] = {}
    encrypted: list[PollId] = []
    for id_ in ids if poll is None else [poll]:
        kept = _read(tx, id_)
        if kept is None:
            found += [] if id_ not in ids else [Finding(Mismatch.UNREADABLE, id_)]
        else:
            questions[id_] = kept.poll.question
            found += examine(kept, of[id_])
            encrypted += [id_] if kept.secret.unreadable else []
    head = entries[-1].head if entries else GENESIS
    faults = verify_chain(entries, known)
    return Verdict(questions, len(entries), head, faults, tuple(found), tuple(encrypted))


def is_known(tx: Transaction, poll: PollId) -> bool:
    """Tell whether the tables or the chain know of a poll."""
    return poll in tx.polls.ids() or any(poll_of(entry) == poll for entry in tx.entries.all())


def _minutes_examined(tx: Transaction, entries: Sequence[Entry]) -> list[Finding]:
    try:
        return examine_minutes(_archive(tx), entries)
    except ValueError:
        return [Finding(Mismatch.MINUTES, UNKNOWN)]


def _archive(tx: Transaction) -> Iterator[Archived]:
    for issued in tx.minutes.all():
        files = tx.minutes.files(issued.id)
        if files is not None:  # never: both are one row
            yield Archived(issued, _hash(files.docx), _hash(files.pdf))


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


def _read(tx: Transaction, poll: PollId) -> Kept | None:
    """Return what the tables hold of a poll; None if it is not there, or cannot be read."""
    try:
        found = tx.polls.get(poll)
        return None if found is None else _kept(tx, found)
    except (Refusal, ValueError):
        return None


def _kept(tx: Transaction, poll: Poll) -> Kept:
    declared = tx.outcomes.declared(poll.id)
    secret = tx.secret_ballots.all(poll.id)
    return Kept(
        poll=poll,
        voters=tx.electorates.voters(poll.id),
        electorate=tx.electorates.of_poll(poll.id),
        voted=tx.ballots.voted(poll.id),
        holders=tx.proxies.holders(poll.id),
        named={} if poll.is_secret else tx.ballots.all_named(poll),
        written=secret.by_number if poll.is_secret else tx.ballots.written(poll),
        secret=secret,
        statements=tx.ballots.statements(poll.id),
        lot=tx.outcomes.lot(poll.id),
        result=declared.result if declared else None,
        seal=declared.seal if declared else None,
        salt=tx.outcomes.salt(poll.id),
        closing_entry=declared.head.number if declared else None,
        statements_until=declared.statements_until if declared else None,
    )
