"""Verification: check the record of every vote, in the database or a copy of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.domain.polls.findings import UNKNOWN, Archived, Finding, Kept, Mismatch
from bot.domain.polls.losses import Restoration, restorations
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.seals import GENESIS, Entry, Fault, Head, verify_chain
from bot.domain.polls.verification import (
    examine,
    examine_minutes,
    gone_back,
    missing,
    poll_of,
    unplaced,
)
from bot.ports import Transaction
from bot.services.meetings.verification import meetings_examined
from bot.services.polls.rounds import next_round


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of a verification: empty `faults` and `findings` mean that all is intact.

    `questions` are those of the checked polls; of the `encrypted` ones the secret ballots could
    only be counted, because their key is missing. `head` is the chain's, to be compared with posted
    or printed ones. `restored` are backups that replaced the database: no damage, but worth
    knowing.
    """

    questions: Mapping[PollId, str]
    entries: int
    head: Head
    faults: tuple[Fault, ...]
    findings: tuple[Finding, ...]
    restored: tuple[Restoration, ...] = ()
    encrypted: tuple[PollId, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether nothing was found."""
        return not (self.faults or self.findings)


def verify(tx: Transaction, poll: PollId | None = None, known: Iterable[Head] = ()) -> Verdict:
    """Verify one poll, or all; the whole chain is read either way.

    `known` are heads of the chain from elsewhere: posted at an opening or a close, shown on a card,
    printed in minutes.
    """
    entries = tx.entries.all()
    of: dict[PollId | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        of[poll_of(entry)].append(entry)
    ids = tx.polls.ids()
    found = [*missing(entries, ids), *unplaced(entries), *gone_back(entries)]
    found += _minutes_examined(tx, entries)
    found += meetings_examined(tx, entries)
    found = [one for one in found if poll is None or one.poll in {poll, UNKNOWN}]
    questions: dict[PollId, str] = {}
    for id_ in ids if poll is None else [poll]:
        if id_ in ids:
            question, findings = _examined(tx, id_, of[id_])
            questions |= {} if question is None else {id_: question}
            found += findings
    head = entries[-1].head if entries else GENESIS
    faults, restored = verify_chain(entries, *known), restorations(entries)
    encrypted = tuple(one for one in questions if _is_encrypted(tx, one))
    return Verdict(questions, len(entries), head, faults, tuple(found), restored, encrypted)


def is_known(tx: Transaction, poll: PollId) -> bool:
    """Tell whether the tables or the chain have a poll."""
    return poll in tx.polls.ids() or any(poll_of(entry) == poll for entry in tx.entries.all())


def _examined(
    tx: Transaction, poll: PollId, entries: Sequence[Entry]
) -> tuple[str | None, list[Finding]]:
    """Return a poll's question, if it can be read, and the inconsistencies."""
    question: str | None = None
    try:
        found = tx.polls.get(poll)
        if found is None:
            return None, [Finding(Mismatch.UNREADABLE, poll)]
        question = found.question
        return question, examine(_kept(tx, found), entries)
    except Exception:  # noqa: BLE001  whatever cannot be read is a finding, and the rest is read
        return question, [Finding(Mismatch.UNREADABLE, poll)]


def _is_encrypted(tx: Transaction, poll: PollId) -> bool:
    """Tell whether some ballots of a poll can only be counted, because their key is missing."""
    try:
        return tx.secret_ballots.all(poll).unreadable > 0
    except ValueError:  # changed, and reported as such
        return False


def _minutes_examined(tx: Transaction, entries: Sequence[Entry]) -> list[Finding]:
    try:
        return examine_minutes(_archive(tx), entries)
    except Exception:  # noqa: BLE001  as above
        return [Finding(Mismatch.MINUTES, UNKNOWN)]


def _archive(tx: Transaction) -> Iterator[Archived]:
    for issued in tx.minutes.all():
        files = tx.minutes.files(issued.id)
        if files is not None:  # cannot happen: both are one row
            filed = tuple(
                (file, _hash(tx.minutes.content(file.id))) for file in tx.minutes.filed(issued.id)
            )
            hashes = _hash(files.docx), _hash(files.pdf)
            yield Archived(issued, *hashes, filed, tx.minutes.entries(issued.id))


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


def _kept(tx: Transaction, poll: Poll) -> Kept:
    declared, lot = tx.outcomes.declared(poll.id), tx.outcomes.lot(poll.id)
    secret = tx.secret_ballots.all(poll.id)
    return Kept(
        poll=poll,
        in_meeting=tx.meetings.of_poll(poll.id) is not None,
        voters=tx.electorates.voters(poll.id),
        omitted=tx.electorates.omitted(poll.id),
        electorate=tx.electorates.of_poll(poll.id),
        voted=tx.ballots.voted(poll.id),
        holders=tx.proxies.holders(poll.id),
        registrars=tx.proxies.registrars(poll.id),
        recusers=tx.ballots.recusers(poll.id),
        named={} if poll.is_secret else tx.ballots.all_named(poll),
        written=secret.by_number if poll.is_secret else tx.ballots.written(poll),
        secret=secret,
        statements=tx.ballots.statements(poll.id),
        presence=tx.presences.of_poll(poll.id),
        lot=lot,
        run_off=None if lot is None else next_round(tx, poll.id),
        result=declared.result if declared else None,
        outcome=tx.outcomes.outcome(poll.id),
        seal=declared.seal if declared else None,
        salt=tx.outcomes.salt(poll.id),
        closing_entry=declared.head.number if declared else None,
        statements_until=declared.statements_until if declared else None,
    )
