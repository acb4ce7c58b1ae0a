"""Remove an erased person's name from what other people typed."""

import json
import re
import sqlite3
from typing import Any

from bot.domain.people.members import folded
from bot.domain.people.searches import is_called

SEARCH = "search"
"""The forms' key for a search text, which is a part of a name."""

_IS_KNOWN = "SELECT 1 FROM pragma_function_list WHERE name = 'without_name'"

IE, IO = "\u0435", "\u0451"
"""Russian letters that people write for one another; `folded` replaces one by the other."""


def take_out_of_texts(
    db: sqlite3.Connection, name: str, table: str, columns: tuple[str, ...]
) -> bool:
    """Remove the full name from what people typed into these columns; tell whether it was there.

    JSON in a column stays valid, and offsets of formatting too: the replacement has the same
    length. Other forms of the name, and a name of one word, are not found.
    """
    pattern = _pattern(name)
    if pattern is None:
        return False
    if not db.execute(_IS_KNOWN).fetchone():  # none can be replaced while FTS5 writes
        db.create_function("without_name", 2, _without_name, deterministic=True)
    sets = ", ".join(f"{column} = without_name({column}, :name)" for column in columns)
    changed = " OR ".join(f"without_name({column}, :name) <> {column}" for column in columns)
    sql = f"UPDATE {table} SET {sets} WHERE {changed}"  # noqa: S608  names
    return db.execute(sql, {"name": pattern.pattern}).rowcount > 0


def _without_name(text: str | None, pattern: str) -> str | None:
    return _dashed(re.compile(pattern, re.IGNORECASE), text)


def _dashed(pattern: re.Pattern[str], text: str | None) -> str | None:
    return text and pattern.sub(lambda found: "—" * len(found[0]), text)


def take_out_of_drafts(db: sqlite3.Connection, name: str) -> None:
    """Remove searches that find this name, and the name itself, from each draft.

    The replacement has the same length, so that offsets of formatting stay valid.
    """
    pattern = _pattern(name)
    for key, data in db.execute("SELECT key, data FROM drafts").fetchall():
        before = json.loads(data)
        after = _without(before, name, pattern)
        if after != before:
            text = json.dumps(after, ensure_ascii=False)
            db.execute("UPDATE drafts SET data = ? WHERE key = ?", (text, key))


def _pattern(name: str) -> re.Pattern[str] | None:
    """Return a pattern for a full name in any spelling; None for a name of one word."""
    words = [re.escape(word).replace(IE, f"[{IE}{IO}]") for word in folded(name).split()]
    return re.compile(r"\b" + r"\s+".join(words) + r"\b", re.IGNORECASE) if words[1:] else None


def _without(value: Any, name: str, pattern: re.Pattern[str] | None) -> Any:
    match value:
        case dict():
            return {
                key: "" if _finds(key, one, name) else _without(one, name, pattern)
                for key, one in value.items()
            }
        case list():
            return [_without(one, name, pattern) for one in value]
        case str() if pattern is not None:
            return _dashed(pattern, value)
        case _:
            return value


def _finds(key: str, value: Any, name: str) -> bool:
    return key == SEARCH and isinstance(value, str) and is_called(name, value)
