"""What every store stands on."""

import sqlite3


class Store:
    """Some tables, within one transaction: its methods run on the writer's or a reader's thread."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
