"""The base of every store, and statements made of the names of columns."""

import sqlite3
from collections.abc import Iterable


class Store:
    """A store within one transaction: its methods run on the writer's or a reader's thread."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db


def insertion(table: str, columns: Iterable[str]) -> str:
    """Return the statement that adds a row of values by the names of columns; it yields the id."""
    names = list(columns)
    values = ", ".join(f":{name}" for name in names)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values}) RETURNING id"  # noqa: S608  names


def change(table: str, columns: Iterable[str]) -> str:
    """Return the statement that saves these columns of the row with an id."""
    values = ", ".join(f"{name} = :{name}" for name in columns)
    return f"UPDATE {table} SET {values} WHERE id = :id"  # noqa: S608  names of columns, no values
