"""Troubles: what the disk or the file does to us, as opposed to what a faulty statement does."""

import sqlite3

TROUBLES = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
    }
)
"""SQLite\'s primary codes of such errors."""


DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
"""Those that no later attempt gets past."""


def is_trouble(error: BaseException) -> bool:
    """Tell whether an error is the disk's or the file's doing (by SQLite's primary code)."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, sqlite3.Error) and code is not None and code & 0xFF in TROUBLES


def may_pass(error: BaseException) -> bool:
    """Tell whether an error is a trouble that another attempt may not meet."""
    return is_trouble(error) and getattr(error, "sqlite_errorcode", 0) & 0xFF not in DAMAGE
