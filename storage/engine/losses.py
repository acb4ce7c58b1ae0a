"""Report the votes that a restore would lose, in words for the operator."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from bot.domain.polls import records
from bot.domain.polls.losses import Loss, loss_of
from bot.domain.polls.polls import PollId
from bot.domain.polls.seals import Entry
from storage.engine.migrate import DatabaseRefused
from storage.engine.untouched import untouched
from storage.polls.entries import SqliteEntryStore
from storage.polls.secret_ballots import SqliteSecretBallotStore

QUESTION_LENGTH = 60


class VotesLost(DatabaseRefused):
    """Votes would be lost, or this is unknown; the message says which, and what to do."""


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
                f"{target} cannot be read ({error}), so nobody can tell which votes it has that "
                f"{source} lacks. Nothing was changed: add --force to restore all the same"
            ) from error
        return Loss()
    if loss.is_of_votes and not force:
        raise VotesLost(_said(loss, source, target, now, then))
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


def _said(
    loss: Loss,
    source: Path,
    target: Path,
    now: Mapping[PollId, tuple[str, str]],
    then: Mapping[PollId, tuple[str, str]],
) -> str:
    """Return the losses, vote by vote, and the votes that would be open again."""
    first, last = loss.entries[0].number, loss.entries[-1].number
    lines = [f"{target} has entries {first} to {last} in its record of votes that {source} lacks:"]
    for poll, kinds in loss.by_poll().items():
        counted = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
        if poll is None:
            lines.append(f"  of no vote in particular: {counted}")
            continue
        question, state = now.get(poll, ("?", "?"))
        former = then.get(poll, ("", "not there"))[1]
        change = "" if state == former else f" ({state} now, {former} then)"
        lines.append(f"  vote {poll}, {question[:QUESTION_LENGTH]!r}: {counted}{change}")
    lines.append("Nothing was changed. Add --force to restore all the same: these would be lost,")
    lines.append("the record would say so, and the voters of open votes would be told.")
    return "\n".join(lines)
