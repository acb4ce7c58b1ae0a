"""Report the votes that a restore would lose, in a sentence for the operator."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from bot.domain.polls import records
from bot.domain.polls.losses import Loss, loss_of
from bot.domain.polls.polls import PollId
from bot.domain.polls.seals import Entry
from bot.domain.sentences import Sentence, joined, sentence
from storage.engine.migrate import DatabaseRefused
from storage.engine.untouched import untouched
from storage.polls.entries import SqliteEntryStore
from storage.polls.secret_ballots import SqliteSecretBallotStore

QUESTION_LENGTH = 60


class VotesLost(DatabaseRefused):
    """Votes would be lost, or this is unknown; the sentence says which, and what to do."""


def compare(source: Path, copy: Path, target: Path, *, force: bool) -> Loss:
    """Return the entries of `target`'s chain that its backup `source` lacks; `copy` is its copy.

    Without `force`, refuses a backup that lacks entries, and a database that cannot be read.
    """
    if not target.exists():
        return Loss()
    with closing(sqlite3.connect(copy)) as db:
        coming, then = _chain(db), _polls(db)
    try:
        with untouched(target) as db:
            loss, now = loss_of(_chain(db), coming), _polls(db)
    except sqlite3.DatabaseError as error:
        if not force:
            raise VotesLost(
                "restore-losses-unknown", path=target, other=source, error=str(error)
            ) from error
        return Loss()
    if loss.is_of_votes and not force:
        raise _lost(loss, source, target, now, then)
    return loss


def note(db: sqlite3.Connection, loss: Loss, now: datetime) -> None:
    """Record in the chain that a backup was restored, and what was lost.

    Numbers that were separated from their ballots since are separated again at once.
    """
    entries, ballots = SqliteEntryStore(db), SqliteSecretBallotStore(db)
    entries.add(records.restored(loss.head, len(loss.entries), loss.polls, now))
    for poll in loss.parted:
        if poll in ballots.joined():
            ballots.part(poll)
            entries.add(records.parted(poll, now))


def _chain(db: sqlite3.Connection) -> list[Entry]:
    return list(SqliteEntryStore(db).all()) if _has(db, "entries") else []


def _polls(db: sqlite3.Connection) -> Mapping[PollId, tuple[str, str]]:
    """Return question and state of each vote."""
    if not _has(db, "polls"):
        return {}
    rows = db.execute("SELECT id, question, state FROM polls")
    return {PollId(id_): (question, state) for id_, question, state in rows}


def _has(db: sqlite3.Connection, table: str) -> bool:
    found = db.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    return found is not None


def _lost(
    loss: Loss,
    source: Path,
    target: Path,
    now: Mapping[PollId, tuple[str, str]],
    then: Mapping[PollId, tuple[str, str]],
) -> VotesLost:
    """Return the refusal, with the losses vote by vote and the votes that would be open again."""
    votes = [
        sentence("restore-loss-apart", entries=_counted(kinds))
        if poll is None
        else _of_poll(poll, now.get(poll, ("?", "none")), then.get(poll, ("", "none"))[1], kinds)
        for poll, kinds in loss.by_poll().items()
    ]
    first, last = (str(loss.entries[place].number) for place in (0, -1))
    lines = joined("sentence-lines", votes)
    return VotesLost(
        "restore-losses", path=target, other=source, first=first, last=last, votes=lines
    )


def _of_poll(poll: PollId, now: tuple[str, str], former: str, kinds: Mapping[str, int]) -> Sentence:
    question, state = now
    return sentence(
        "restore-loss",
        poll=str(poll),
        question=question[:QUESTION_LENGTH],
        entries=_counted(kinds),
        same=state == former,
        state=state,
        former=former,
    )


def _counted(kinds: Mapping[str, int]) -> Sentence:
    counts = [
        sentence("restore-loss-entries", kind=kind, count=count) for kind, count in kinds.items()
    ]
    return joined("sentence-list", counts)
