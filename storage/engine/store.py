"""The base of every store."""

import sqlite3


class Store:
    """A store within one transaction: its methods run on the writer's or a reader's thread."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
