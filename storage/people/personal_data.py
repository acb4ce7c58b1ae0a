"""All stored data about a person: export, erase, or merge them (152-ФЗ)."""

import json
import sqlite3
from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.domain.people.members import MemberId
from storage.engine.times import durations, stamp
from storage.people.typed_names import take_out_of_texts
from storage.privacy import PRIVACY


def everything(db: sqlite3.Connection, member: MemberId) -> dict[str, Any]:
    """Return all stored data about a person, as readable JSON values.

    What stands under the id of a record that was merged into theirs is theirs as well.
    """
    exports = {name: sql for one in PRIVACY for name, sql in one.export.items()}
    rows = {name: _rows(db, sql, member) for name, sql in exports.items()}
    for merged in merged_into(db, member):
        for name in exports.keys() - {"person"}:
            rows[name] += _rows(db, exports[name], merged)
    return {**rows, "person": _readable(rows["person"][0])}


def _texts(contents: str) -> dict[str, list[str]]:
    """Return the words of an announcement by language, without mentions and contacts of others."""
    return {
        language: [piece["text"] for piece in content["pieces"] if piece.get("text")]
        for language, content in json.loads(contents).items()
    }


READ: dict[str, Callable[[str], Any]] = {
    "guest_names": json.loads,
    "details": json.loads,
    "messages": json.loads,
    "concerns": json.loads,
    "contents": _texts,
}
"""How columns of JSON are read, by their names in the exports."""


def _readable(person: dict[str, Any]) -> dict[str, Any]:
    """Return a person without columns for searches; each lead time as «1 day, 0:00:00»."""
    leads = durations(person["leads"])
    hidden = {"folded_name", "leads", "merged_into"}
    shown = {name: value for name, value in person.items() if name not in hidden}
    return {**shown, "reminders_before": None if leads is None else [str(one) for one in leads]}


def _rows(db: sqlite3.Connection, sql: str, member: MemberId) -> list[dict[str, Any]]:
    cursor = db.execute(sql, {"member": member})
    names = [column[0] for column in cursor.description]
    return [
        {
            name: READ[name](value) if name in READ else value
            for name, value in zip(names, row, strict=True)
        }
        for row in cursor
    ]


def erase(db: sqlite3.Connection, member: MemberId, now: datetime) -> None:
    """Erase a person's data and answers; an empty row keeps the id.

    Remains in unused parts of the file are wiped later (`storage.engine.traces`).

    The audit log keeps the id, which no longer identifies a person. The record of votes stays.
    """
    sql = "SELECT name, telegram_id FROM members WHERE id = ?"
    name, account = db.execute(sql, (member,)).fetchone()
    values = {"member": member, "now": stamp(now)}
    _note_traces(db, values)
    for one in PRIVACY:
        if one.rewrite is not None:
            one.rewrite(db, name, account)
        if one.texts and take_out_of_texts(db, name, one.table, one.texts):
            note_trace(db, one.table)
    for statement in (sql for one in PRIVACY for sql in one.erase):
        db.execute(statement, values)


def _note_traces(db: sqlite3.Connection, values: dict[str, Any]) -> None:
    """Record which tables must be wiped."""
    for one in PRIVACY:
        if one.traces and db.execute(one.traces, values).fetchone():
            note_trace(db, one.table)


def note_trace(db: sqlite3.Connection, table: str) -> None:
    """Record that a table must be written anew, to wipe what was deleted."""
    db.execute("INSERT INTO personal_traces VALUES (?) ON CONFLICT DO NOTHING", (table,))


def withdraw_applications(db: sqlite3.Connection, member: MemberId, now: datetime) -> None:
    """Withdraw the applications of a person who is about to be erased."""
    db.execute(
        """
        UPDATE applications SET state = 'withdrawn', step = NULL, decided_at = ?
         WHERE applicant_id = ? AND state IN ('submitted', 'asked', 'voting')
        """,
        (stamp(now), member),
    )


def leave_chat(db: sqlite3.Connection, member: MemberId, account: int) -> None:
    """Stop updating messages in an account's chat about a person."""
    for statement in (sql for one in PRIVACY for sql in one.leave):
        db.execute(statement, {"member": member, "account": account})


def absorb(db: sqlite3.Connection, given_up: MemberId, kept: MemberId, now: datetime) -> None:
    """Merge two records of one person: have all but records name the one that is kept.

    Where only one row can be, as of two answers to one event, that of the kept one stays. The other
    record becomes an empty row that points to it.
    """
    values = {"given_up": given_up, "kept": kept}
    for one in PRIVACY:
        if one.merge:
            db.execute(one.merge, values)
        for column in () if one.record else _of_members(db, one.table):
            db.execute(
                f"UPDATE OR IGNORE {one.table} SET {column} = :kept WHERE {column} = :given_up",  # noqa: S608  names
                values,
            )
    (name,) = db.execute("SELECT folded_name FROM members WHERE id = ?", (given_up,)).fetchone()
    of_old = {"member": given_up, "now": stamp(now)}
    _note_traces(db, of_old)
    for statement in (sql for one in PRIVACY for sql in one.erase):
        db.execute(statement, of_old)
    db.execute(
        "UPDATE members SET merged_into = ?, folded_name = ? WHERE id = ?",
        (kept, f"{_prefix(given_up)}{name}", given_up),
    )


def merged_into(db: sqlite3.Connection, member: MemberId) -> dict[MemberId, str]:
    """Return the records that were merged into a person's, with the folded names that they had."""
    rows = db.execute(
        "SELECT id, folded_name FROM members WHERE merged_into = ? ORDER BY id", (member,)
    )
    return {MemberId(id_): name.removeprefix(_prefix(id_)) for id_, name in rows}


def _prefix(member: int) -> str:
    return f"merged:{member}:"


def _of_members(db: sqlite3.Connection, table: str) -> list[str]:
    """Return the columns of a table that name a person."""
    keys = db.execute(f"PRAGMA foreign_key_list({table})")
    return [key[3] for key in keys if key[2] == "members"]
